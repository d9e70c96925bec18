"""Ctrl+C on the terminal, or a system that shuts down: the window closes as by its reader."""

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Interruption(QObject):
    """Hears from now on what would otherwise end the program in the middle of its work.

    Python itself hears of it only when Qt next lets it run, which may be never: the system writes
    to a pipe that Qt listens to. Windows tells a program with a window in another way.

    Signals:
        asked: somebody wants the program to end.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            return
        self._told, telling = os.pipe()
        for end in (self._told, telling):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(telling)
        for wish in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(wish) != signal.SIG_IGN:  # as nohup has it
                signal.signal(wish, lambda *_: None)
        listening = QSocketNotifier(self._told, QSocketNotifier.Type.Read, self)
        listening.activated.connect(self._on_told)

    def _on_told(self) -> None:
        os.read(self._told, 1)
        self.asked.emit()
