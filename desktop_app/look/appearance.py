"""Colours and size of text, as the system and the reader want them."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop_app.look import distances, theme

# Each step makes text a tenth larger; the bounds are half and four times the usual size.
_STEP = 1.1
_SMALLEST, _LARGEST = 0.5, 4.0


class Appearance(QObject):
    """Dresses the program, and again whenever the system turns dark or light.

    Signals:
        dressed: the theme now worn; what paints with its own colours takes them afresh.
        rescaled: how many times as large as usual text is now.
    """

    dressed = Signal(object)
    rescaled = Signal(float)

    def __init__(
        self, app: QApplication, forced: theme.Theme | None = None, *, scale: float = 1.0
    ) -> None:
        """Wear *forced*, or what the system asks for, with text *scale* times as large as usual."""
        super().__init__(app)
        self._app = app
        self._forced = forced
        self._usual = app.font()
        self._scale = _within_bounds(scale)
        app.styleHints().colorSchemeChanged.connect(self.dress)

    @Slot()
    def dress(self) -> None:
        """Put the colours and the size of text on every window."""
        # In place of another sheet Qt would put one on each widget once for every widget around it.
        self._app.setStyleSheet("")
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
        before, self._scale = self._scale, _within_bounds(scale)
        distances.rescale(self._app, self._scale / before)
        self.dress()
        self.rescaled.emit(self._scale)


def _within_bounds(scale: float) -> float:
    return min(_LARGEST, max(_SMALLEST, scale))
