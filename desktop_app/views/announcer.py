"""What a screen reader says without being asked."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_REST = 600  # milliseconds: who types on is not interrupted


class Announcer(QObject):
    """Says what is new in a window, in one go, once nothing more has come for a moment.

    What is said of a topic takes the place of what still waits to be said of it.

    Signals:
        announced: what a screen reader has been given to say.
    """

    announced = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: dict[str, str] = {}
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._announce)

    def say(self, topic: str, *sentences: str) -> None:
        """Say *sentences* of a *topic*, those that are not empty."""
        self._waiting[topic] = "\n".join(filter(None, sentences))
        self._rest.start()

    @Slot()
    def _announce(self) -> None:
        words = "\n".join(filter(None, self._waiting.values()))
        self._waiting.clear()
        if words and self._window.isVisible():
            announce(self._window, words)
            self.announced.emit(words)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say *words* of a widget at once."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
