"""Our own drawings as icons, in any colour of the theme."""

from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parents[2] / "resources" / "icons"

# How strongly it is drawn. Left to Qt, light strokes would be as bright where nothing can be done.
_STRENGTHS = {QIcon.Mode.Normal: 1.0, QIcon.Mode.Disabled: 0.45}
_SIZES = (16, 24, 32, 64)
_APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


@lru_cache(maxsize=128)
def icon(name: str, colour: str) -> QIcon:
    """Return the drawing ``resources/icons/<name>.svg`` with its strokes in *colour*."""
    drawing = _drawing(name).replace("currentColor", colour)
    return _rendered(drawing, _SIZES)


def app_icon() -> QIcon:
    """Return the icon of the program, in its own colours."""
    return _rendered(_drawing("tukor"), _APP_SIZES)


@cache
def _drawing(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def _rendered(drawing: str, sizes: tuple[int, ...]) -> QIcon:
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    result = QIcon()
    for size, (mode, strength) in product(sizes, _STRENGTHS.items()):
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(QColor("transparent"))
        painter = QPainter(pixmap)
        painter.setOpacity(strength)
        renderer.render(painter)
        painter.end()
        result.addPixmap(pixmap, mode)
    return result
