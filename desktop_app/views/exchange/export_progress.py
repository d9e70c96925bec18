"""How much of an export is written, and a way to stop it, at the foot of the window."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.localization import Retranslating
from i18n import formats, messages
from i18n.messages import _


class ExportProgress(Retranslating, QWidget):
    """Tells a figure and lets the reader stop; it can be seen while there is something to tell.

    Signals:
        stop_wanted: the reader no longer wants the file.
    """

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0
        self._figure = QLabel(self)
        self._stop = QPushButton(self)
        self._stop.setProperty("role", "quiet")
        self._stop.clicked.connect(self.stop_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._figure)
        line.addWidget(self._stop)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        share = formats.percent(self._share, messages.current())
        self._figure.setText(_("{label}: {value}").format(label=_("Exporting"), value=share))
        self._stop.setText(_("Stop"))
        self._stop.setAccessibleName(_("Stop exporting"))

    @Slot(int)
    def show_share(self, share: int) -> None:
        """Show how much is written, in per cent."""
        self._share = share
        self.retranslate()

    @Slot(bool)
    def show_busy(self, on: bool) -> None:
        """Begin to be seen, at nothing, or go."""
        self.show_share(0)
        self.setVisible(on)
