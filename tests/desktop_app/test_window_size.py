"""The window on a small screen, with large letters."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QScrollArea, QWidget

from desktop_app import screen
from desktop_app.views.asking.query_dialog import QueryDialog
from desktop_app.views.removable_chip import RemovableChip
from i18n.locales import HUNGARIAN, LOCALES, Locale
from tests.desktop_app.reading_room import ReadingRoom, in_dialog

TypeText = Callable[[QWidget, str], None]


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_with_letters_twice_as_large_it_still_fits_a_small_screen(
    reading_room: ReadingRoom, type_text: TypeText, locale: Locale
) -> None:
    reader = reading_room.open(locale)
    usual = reader.window.fontMetrics().height()
    for _step in range(8):
        reader.action("larger").trigger()
    assert reader.window.fontMetrics().height() > 2 * usual
    reader.window.resize(1024, 600)
    field = reader.views.search_bar.focusProxy()
    assert isinstance(field, QLineEdit)
    understood = "type:project amount:>100m after:2015 huawei"
    long = (
        "(Huawei OR ZTE OR NetDragon) AND (camera OR surveillance) type:dragon year:after 2017 "
        "amount:>100M EUR has:amount country:Serbia (smart"
    )
    # With what was searched besides, understood in two lines and in more than three, and nothing.
    for text in ("kamera", understood, long, "zxqyw"):
        field.selectAll()
        type_text(field, text)
        reader.until_found(text)
        needed = reader.window.minimumSizeHint()
        assert (needed.width() <= 1024, needed.height() <= 600) == (True, True), (text, needed)
        if text == understood:
            assert not reader.views.understood.text().endswith("…")
        if text == "kamera":
            bar = reader.views.results.expansions
            assert any(chip.isVisible() for chip in bar.findChildren(RemovableChip))
    margins = field.textMargins()
    room = field.width() - margins.left() - margins.right()
    assert room >= 15 * field.fontMetrics().averageCharWidth()
    assert reader.window.size() == QSize(1024, 600)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_with_many_filters_it_fits_a_small_screen_and_none_is_cut_off(
    reading_room: ReadingRoom, locale: Locale
) -> None:
    reader = reading_room.open(locale)
    reader.window.resize(1024, 600)
    for _step in range(5):
        reader.action("larger").trigger()
    several = {"type": ("project", "event"), "sector": ("5g", "education", "smart-city")}
    wanted = {(facet, value) for facet, values in several.items() for value in values}
    excluded = {("country", country) for country in ("china", "serbia", "hungary")}
    results = reader.views.results
    reader.until_answered(lambda: results.narrowed.emit(frozenset(wanted), frozenset(excluded)))
    bar = results.filters
    chips = [chip for chip in bar.findChildren(RemovableChip) if chip.isVisible()]
    assert chips
    reader.until(lambda: all(bar.rect().contains(chip.geometry()) for chip in chips))
    assert reader.window.minimumSizeHint().height() <= 600
    assert reader.window.size() == QSize(1024, 600)


@pytest.mark.parametrize("width", [1024, 1360])
def test_filters_show_every_count_whole_or_make_room(reading_room: ReadingRoom, width: int) -> None:
    reader = reading_room.open(HUNGARIAN)
    reader.window.resize(width, 700)
    area = reader.views.facets.findChild(QScrollArea)
    assert area is not None
    for _step in range(8):
        if reader.views.facets.isVisible():
            reader.until(lambda: area.widget().width() <= area.viewport().width())
        assert reader.window.width() == width
        reader.action("larger").trigger()
    assert reader.views.facets.isHidden()


@pytest.mark.parametrize("name", ["about", "glossary", "searches", "build"])
@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_with_letters_thrice_as_large_a_dialog_keeps_its_buttons_on_the_screen(
    reading_room: ReadingRoom, locale: Locale, name: str
) -> None:
    reader = reading_room.open(locale)
    for _step in range(12):
        reader.action("larger").trigger()

    def look(dialog: QDialog) -> bool:
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        inside = dialog.rect().contains(buttons.geometry())
        return inside and dialog.height() <= screen.room_for(dialog).height()

    if name == "build":
        reader.action(name).trigger()
        reader.until(lambda: any(form.isVisible() for form in form_of(reader.window)))
        assert look(form_of(reader.window)[0])
        form_of(reader.window)[0].reject()
    else:
        assert in_dialog(reader.action(name).trigger, look)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_a_dialog_that_the_screen_has_room_for_has_no_bar(
    reading_room: ReadingRoom, locale: Locale
) -> None:
    reader = reading_room.open(locale)

    def look(dialog: QDialog) -> bool:
        area = dialog.findChild(QScrollArea)
        assert area is not None
        labels = dialog.findChildren(QLabel)
        reader.until(lambda: any("SHA-256" in label.text() for label in labels))
        reader.until(lambda: area.widget().height() == area.viewport().height())
        return dialog.height() < screen.room_for(dialog).height()

    assert in_dialog(reader.action("about").trigger, look)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_the_form_grows_with_the_letters_while_it_is_open(
    reading_room: ReadingRoom, locale: Locale
) -> None:
    reader = reading_room.open(locale)
    reader.action("build").trigger()
    reader.until(lambda: any(form.isVisible() for form in form_of(reader.window)))
    form, control = form_of(reader.window)[0], Qt.KeyboardModifier.ControlModifier
    area, buttons = form.findChild(QScrollArea), form.findChild(QDialogButtonBox)
    assert area is not None
    assert buttons is not None
    reader.until(lambda: area.verticalScrollBar().maximum() == 0)
    usual = form.size()
    for _step in range(2):
        reader.press(Qt.Key.Key_Plus, control)  # in the form
    reader.until(lambda: form.width() >= 1.15 * usual.width())
    reader.until(lambda: form.height() >= 1.15 * usual.height())
    assert area.verticalScrollBar().maximum() == 0
    for _step in range(3):
        reader.press(Qt.Key.Key_Plus, control)
    reader.until(lambda: area.verticalScrollBar().maximum() > 0)  # the screen is not so high
    assert area.widget().width() <= area.viewport().width()
    assert form.rect().contains(buttons.geometry())
    assert form.frameGeometry().bottom() <= form.screen().availableGeometry().bottom()
    reader.press(Qt.Key.Key_0, control)
    reader.until(lambda: form.size() == usual)


def form_of(window: QWidget) -> list[QueryDialog]:
    """Return the form for a question, if it was ever opened."""
    return window.findChildren(QueryDialog)
