"""The drawings can be drawn."""

from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from database.model import schema
from desktop_app.look import icons

DRAWINGS = sorted(path.stem for path in icons.FOLDER.glob("*.svg"))


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_has_strokes_of_the_asked_colour(qapp, name: str):
    colour = QColor("#b3402b")
    image = icons.icon(name, colour.name()).pixmap(64, 64).toImage()
    drawn = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert any(pixel == colour for pixel in drawn)
    assert any(pixel.alpha() == 0 for pixel in drawn)


@pytest.mark.parametrize("colour", ["#1d1f23", "#e7e5df"])
def test_where_nothing_can_be_done_a_drawing_is_faint_on_any_ground(qapp, colour: str):
    drawing = icons.icon("up", colour)

    def strongest(mode: QIcon.Mode) -> int:
        image = drawing.pixmap(QSize(64, 64), mode).toImage()
        places = product(range(image.width()), range(image.height()))
        return max(image.pixelColor(*place).alpha() for place in places)

    assert strongest(QIcon.Mode.Disabled) < 0.6 * strongest(QIcon.Mode.Normal)


def test_every_record_type_has_a_drawing():
    assert set(schema.load().types) <= set(DRAWINGS)


def test_the_program_has_an_icon_from_small_to_large(qapp):
    widths = {size.width() for size in icons.app_icon().availableSizes()}
    assert {16, 256} <= widths
