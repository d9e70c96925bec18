"""What is read: the keyboard goes along, and places are found again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QScrollBar, QWidget

from desktop_app.views.record.page_area import PageArea
from desktop_app.views.rich_text import CitedText
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.desktop_app.reading_room import Reader, ReadingRoom, in_dialog

SAFE_CITY = "project/belgrade-safe-city"
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at_page(reader: Reader) -> Reader:
    """A reader in the middle of a long record, with the keyboard in it."""
    reader.until_answered(lambda: reader.views.search_bar.asked.emit("Belgrade Safe City"))
    reader.go_to(SAFE_CITY)
    reader.press(Qt.Key.Key_Return)
    reader.scroll(bar(reader), 0.5)
    return reader


def bar(reader: Reader) -> QScrollBar:
    return reader.record_area.verticalScrollBar()


def mirror(reader: Reader) -> PageArea:
    area = reader.views.mirror.findChild(PageArea)
    assert area is not None
    return area


def way(reader: Reader, key: Qt.Key) -> None:
    """Go back or forward."""
    reader.press(key, ALT)


@pytest.mark.parametrize("by", ["space", "enter", "click"])
def test_the_keyboard_follows_to_a_related_record_and_back(at_page: Reader, by: str) -> None:
    chip = at_page.chips()[0]
    if by == "click":
        at_page.click(chip)
    else:
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        at_page.press(Qt.Key.Key_Space if by == "space" else Qt.Key.Key_Return)
    assert at_page.record_id != SAFE_CITY
    assert QApplication.focusWidget() is at_page.record_area
    at_page.until(lambda: bar(at_page).maximum() > 0)
    at_page.press(Qt.Key.Key_Down)
    assert bar(at_page).value() > 0
    at_page.chips()[0].setFocus(Qt.FocusReason.TabFocusReason)
    way(at_page, Qt.Key.Key_Left)
    assert at_page.record_id == SAFE_CITY
    assert QApplication.focusWidget() is at_page.record_area


def test_the_keyboard_follows_in_the_mirror_too(at_page: Reader) -> None:
    at_page.press(Qt.Key.Key_F2)
    assert mirror(at_page).hasFocus()
    chip = mirror(at_page).widget().findChildren(type(at_page.chips()[0]))[0]
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    at_page.press(Qt.Key.Key_Space)
    assert at_page.record_id != SAFE_CITY
    assert mirror(at_page).hasFocus()
    at_page.press(Qt.Key.Key_F2)
    assert at_page.record_area.hasFocus()


def test_back_and_forward_lead_to_the_places_where_records_were_left(at_page: Reader) -> None:
    first = bar(at_page).value()
    at_page.chips()[0].click()
    assert bar(at_page).value() == 0
    second = at_page.scroll(bar(at_page), 0.3)
    way(at_page, Qt.Key.Key_Left)
    at_page.until(lambda: bar(at_page).value() == first)
    way(at_page, Qt.Key.Key_Right)
    at_page.until(lambda: bar(at_page).value() == second)
    way(at_page, Qt.Key.Key_Left)
    at_page.chips()[0].click()  # which opens it, from its top
    assert bar(at_page).value() == 0


def test_home_end_and_space_scroll(at_page: Reader) -> None:
    at_page.press(Qt.Key.Key_Home)
    assert bar(at_page).value() == 0
    at_page.press(Qt.Key.Key_Space)
    page = bar(at_page).value()
    assert page == bar(at_page).pageStep()
    at_page.press(Qt.Key.Key_Space, SHIFT)
    assert bar(at_page).value() == 0
    at_page.press(Qt.Key.Key_End)
    assert bar(at_page).value() == bar(at_page).maximum() > page


def row_at_top(area: PageArea) -> str:
    place = area.place()
    return place.row if place else ""


@pytest.mark.parametrize("row", ["passage 0", "statement 0"])
def test_the_mirror_opens_at_what_was_being_read(at_page: Reader, row: str) -> None:
    part = at_page.record_area.widget().findChild(QWidget, row)
    assert part is not None
    bar(at_page).setValue(part.y() + 2)
    place = bar(at_page).value()
    assert row_at_top(at_page.record_area) == row
    at_page.press(Qt.Key.Key_F2)
    parts = mirror(at_page).widget().children()
    abreast = [each for each in parts if isinstance(each, QWidget) and each.objectName() == row]
    assert len(abreast) == 2
    at_page.until(
        lambda: all(-12 < part.mapTo(mirror(at_page), QPoint()).y() <= 0 for part in abreast)
    )
    at_page.press(Qt.Key.Key_F2)
    at_page.until(lambda: bar(at_page).value() == place)


def test_the_record_goes_on_where_the_mirror_was_read_to(at_page: Reader) -> None:
    at_page.press(Qt.Key.Key_Home)
    at_page.press(Qt.Key.Key_F2)
    at_page.scroll(mirror(at_page).verticalScrollBar(), 0.6)
    row = row_at_top(mirror(at_page))
    at_page.press(Qt.Key.Key_F2)
    assert row_at_top(at_page.record_area) == row != ""


def test_what_takes_a_record_is_offered_with_one_only(reader: Reader) -> None:
    QGuiApplication.clipboard().setText("kept")
    for name in ("mirror", "copy_id", "copy_reference", "open_link"):
        assert not reader.action(name).isEnabled()
    reader.press(Qt.Key.Key_C, CONTROL | SHIFT)
    reader.press(Qt.Key.Key_F2)
    assert QGuiApplication.clipboard().text() == "kept"
    assert not reader.action("mirror").isChecked()
    assert reader.views.record.isVisible()


@pytest.mark.parametrize(
    ("locale", "told"),
    [(ENGLISH, "Copied to the clipboard: {}"), (HUNGARIAN, "Vágólapra másolva: {}")],
    ids=["en", "hu"],
)
def test_it_is_told_what_was_copied(reading_room: ReadingRoom, locale: Locale, told: str) -> None:
    reader = reading_room.open(locale)
    reader.go_to(reader.ids()[0])
    reader.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == reader.record_id
    assert reader.window.statusBar().currentMessage() == told.format(reader.record_id)


def address(reader: Reader, ask: Callable[[], object]) -> str:
    """Return the address that the dialog shows in which a link ends."""
    return in_dialog(ask, lambda dialog: dialog.findChildren(QPlainTextEdit)[0].toPlainText())


@pytest.mark.parametrize("mirrored", [False, True], ids=["one language", "mirror"])
def test_the_page_of_a_source_leads_to_its_own_address(reader: Reader, mirrored: bool) -> None:
    reader.until_answered(lambda: reader.views.search_bar.asked.emit("about:intel surveillance"))
    reader.go_to("source/aboutintel-mass-surveillance")
    own = "https://aboutintel.eu/mass-surveillance-serbia/"
    if mirrored:
        reader.press(Qt.Key.Key_F2)
    area = mirror(reader) if mirrored else reader.record_area
    link = next(text for text in area.widget().findChildren(CitedText) if own in text.text())
    link.setFocus(Qt.FocusReason.TabFocusReason)
    assert address(reader, lambda: reader.press(Qt.Key.Key_Return)) == own
    assert address(reader, reader.action("open_link").trigger) == own


def test_the_command_leads_where_the_chosen_number_does_if_that_is_on_the_web(
    at_page: Reader,
) -> None:
    opener = at_page.views.evidence.findChildren(QPushButton)[-1]
    seen = dict[bool, str]()
    number = 0
    while len(seen) < 2:
        number += 1
        at_page.choose_citation(number)
        seen[opener.isVisible()] = opener.toolTip()
        assert at_page.action("open_link").isEnabled() is opener.isVisible()
        if opener.isVisible():
            assert address(at_page, at_page.action("open_link").trigger) == seen[True]


def test_where_a_source_is_read_the_reference_is_to_that(reader: Reader) -> None:
    source = "source/aboutintel-mass-surveillance"
    reader.until_answered(lambda: reader.views.search_bar.asked.emit("Mass surveillance in Serbia"))
    reader.go_to(source)
    reader.press(Qt.Key.Key_R, CONTROL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("[Mass surveillance in Serbia] · about:intel · ")
    assert copied.endswith(" · https://aboutintel.eu/mass-surveillance-serbia/")


def test_a_source_that_is_not_on_the_web_leads_nowhere(reader: Reader) -> None:
    reader.until_answered(lambda: reader.views.search_bar.asked.emit("type:source Szabó"))
    reader.go_to("source/szabo-analysis")
    assert not reader.action("open_link").isEnabled()
