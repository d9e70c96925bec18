"""Colours and size of text, as the system and the reader want them."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop_app import theme

# Each step makes text a tenth larger; the bounds are half and four times the usual size.
_STEP = 1.1
_SMALLEST, _LARGEST = 0.5, 4.0


class Appearance(QObject):
    """Dresses the program, and again whenever the system turns dark or light.

    Signals:
        dressed: the theme now worn; what paints with its own colours takes them afresh.
    """

    dressed = Signal(object)

    def __init__(self, app: QApplication, forced: theme.Theme | None = None) -> None:
        """Wear *forced*, or what the system asks for."""
        super().__init__(app)
        self._app = app
        self._forced = forced
        self._usual = app.font()
        self._scale = 1.0
        app.styleHints().colorSchemeChanged.connect(self.dress)

    @Slot()
    def dress(self) -> None:
        """Put the colours and the size of text on every window."""
        font = self._app.font()
        font.setPointSizeF(self._usual.pointSizeF() * self._scale)
        self._app.setFont(font)
        worn = self._forced or theme.for_system(self._app)
        theme.apply(self._app, worn)
        self.dressed.emit(worn)

    @Slot()
    def enlarge(self) -> None:
        """Make all text a step larger."""
        self._rescale(self._scale * _STEP)

    @Slot()
    def reduce(self) -> None:
        """Make all text a step smaller."""
        self._rescale(self._scale / _STEP)

    @Slot()
    def reset(self) -> None:
        """Give text its usual size."""
        self._rescale(1.0)

    def _rescale(self, scale: float) -> None:
        self._scale = min(_LARGEST, max(_SMALLEST, scale))
        self.dress()
