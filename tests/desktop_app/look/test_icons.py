"""The drawings can be drawn."""

import pytest
from PySide6.QtGui import QColor

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


def test_every_record_type_has_a_drawing():
    assert set(schema.load().types) <= set(DRAWINGS)


def test_the_program_has_an_icon_from_small_to_large(qapp):
    widths = {size.width() for size in icons.app_icon().availableSizes()}
    assert {16, 256} <= widths
