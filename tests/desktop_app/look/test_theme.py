"""The look can be read by everyone, in light and in dark."""

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)

from database.model import schema
from desktop_app.look import theme
from desktop_app.look.theme import DARK, LIGHT, Theme
from desktop_app.views.asking.choice_button import ChoiceButton
from desktop_app.views.asking.value_box import ValueBox
from desktop_app.views.facets.year_histogram import YearBar
from desktop_app.views.language_switch import LanguageSwitch
from i18n.locales import ENGLISH, HUNGARIAN

LEAST = 4.5  # WCAG 2.2, 1.4.3
LEAST_OF_PARTS = 3.0  # WCAG 2.2, 1.4.11: what must be seen to be used


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_every_text_stands_out_from_every_ground(look: Theme):
    words = {"text": look.text, "muted": look.muted, "accent": look.accent, **look.type_colours}
    grounds = {n: getattr(look, n) for n in ("window", "base", "panel", "hover", "accent_soft")}
    for word, ground in product(words, grounds):
        assert contrast(words[word], grounds[ground]) >= LEAST, f"{word} on {ground}"


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_what_is_marked_and_what_is_chosen_can_be_read(look: Theme):
    assert contrast(look.mark_text, look.mark) >= LEAST
    assert contrast(look.accent_text, look.accent) >= LEAST


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_every_record_type_has_a_colour_of_its_own(look: Theme):
    assert set(look.type_colours) == set(schema.load().types)
    assert len(set(look.type_colours.values())) == len(look.type_colours)


@pytest.fixture
def undressed(qapp):
    """Give the program back as it was, for the tests that come after."""
    style, palette, font = qapp.style().objectName(), qapp.palette(), qapp.font()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_a_widget_knows_its_theme_even_if_the_style_sheet_gives_it_a_ground(qtbot, undressed, look):
    theme.apply(undressed, look)
    label = QLabel("2")
    label.setStyleSheet("background: transparent; color: #777777")
    qtbot.addWidget(label)
    label.show()
    assert theme.of(label.palette()) is look


def test_sizes_follow_the_reader_s_font(qapp):
    small = theme.style_sheet(LIGHT, QFont("Noto Sans", 10))
    large = theme.style_sheet(LIGHT, QFont("Noto Sans", 20))
    assert "font-size: 18.50pt" in small
    assert "font-size: 21.60pt" in large  # what is strong; titles grow less
    assert "$" not in small


def test_a_title_grows_less_than_large_text_and_never_below_it(qapp):
    sizes = {}
    for points in (10, 24, 40):
        sheet = theme.style_sheet(LIGHT, QFont("Sans", points))
        (size,) = re.findall(r'role="title"\] \{ font-size: ([\d.]+)pt', sheet)
        sizes[points] = float(size) / points
    assert sizes[10] > sizes[24] >= sizes[40] > 1


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_a_choice_in_a_dialog_of_qt_has_its_arrow(qtbot, undressed, look):
    theme.apply(undressed, look)
    choice = QComboBox()
    qtbot.addWidget(choice)
    choice.addItem("Table (CSV)")
    choice.resize(300, 30)
    choice.show()
    image = choice.grab().toImage()
    arrow = {image.pixelColor(x, y).name() for x in range(270, 298) for y in range(6, 24)}
    assert max(contrast(colour, look.base) for colour in arrow) > 2


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_what_stands_in_an_empty_field_can_be_read(qtbot, undressed, look):
    theme.apply(undressed, look)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    hint = field.palette().placeholderText().color()
    assert hint.alpha() == 255
    assert contrast(hint.name(), look.base) >= LEAST


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_the_tick_of_a_menu_is_seen_and_grows_with_the_letters(qtbot, undressed, look):
    heights = []
    for points in (10, 20):
        undressed.setFont(QFont(undressed.font().family(), points))
        theme.apply(undressed, look)
        menu = QMenu()
        qtbot.addWidget(menu)
        action = menu.addAction("Filters")
        action.setCheckable(True)
        action.setChecked(True)
        menu.resize(menu.sizeHint())
        image, row = menu.grab().toImage(), menu.actionGeometry(action)
        left = range(2, menu.fontMetrics().height())
        rows = range(row.top(), row.bottom())
        ticked = [
            y
            for x, y in product(left, rows)
            if contrast(image.pixelColor(x, y).name(), look.base) > LEAST
        ]
        heights.append(max(ticked) - min(ticked))
        assert heights[-1] >= menu.fontMetrics().height() // 4
    assert heights[1] >= 1.5 * heights[0]


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
@pytest.mark.parametrize("kind", [QLineEdit, ValueBox, ChoiceButton, QPlainTextEdit])
def test_what_is_filled_in_has_an_edge_that_can_be_seen(
    qtbot, undressed, look: Theme, kind: type[QWidget]
):
    theme.apply(undressed, look)
    field = kind()
    qtbot.addWidget(field)
    field.resize(200, 40)
    edge = field.grab().toImage().pixelColor(100, 0).name()
    for ground in (look.base, look.window, look.panel):
        assert contrast(edge, ground) >= LEAST_OF_PARTS


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_the_thumb_of_a_scroll_bar_can_be_seen(qtbot, undressed, look: Theme):
    theme.apply(undressed, look)
    bar = QScrollBar()
    qtbot.addWidget(bar)
    bar.setRange(0, 100)
    bar.resize(bar.sizeHint().width(), 300)
    thumb = bar.grab().toImage().pixelColor(bar.width() // 2, 10).name()
    for ground in (look.base, look.panel):
        assert contrast(thumb, ground) >= LEAST_OF_PARTS


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_a_year_can_be_seen(qtbot, undressed, look: Theme):
    theme.apply(undressed, look)
    bar = YearBar()
    qtbot.addWidget(bar)
    bar.show_share(1.0)
    bar.resize(20, 60)
    seen = bar.grab(bar.rect()).toImage().pixelColor(10, 30)
    assert contrast(seen.name(), look.panel) >= LEAST_OF_PARTS


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_the_language_in_force_is_told_by_more_than_its_colour(qtbot, undressed, look: Theme):
    theme.apply(undressed, look)
    switch = LanguageSwitch()
    qtbot.addWidget(switch)
    switch.show_locale(HUNGARIAN)
    segment = switch.findChildren(QPushButton)[1]

    def ink() -> int:
        """Return how many points are written on, in whatever colour."""
        seen = segment.grab().toImage()
        inside = product(range(4, seen.width() - 4), range(4, seen.height() - 4))
        points = (seen.pixelColor(x, y).name() for x, y in inside)
        ground = seen.pixelColor(4, 4).name()
        return sum(contrast(point, ground) > 2 for point in points)

    in_force = ink()
    switch.show_locale(ENGLISH)
    assert in_force > 1.15 * ink()
