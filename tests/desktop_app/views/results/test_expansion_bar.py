"""What else was searched."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QToolButton

from database.search.results import Expansion
from desktop_app.views.removable_chip import RemovableChip
from desktop_app.views.results.expansion_bar import ExpansionBar
from tests.desktop_app.painted import painted
from tests.desktop_app.views.sample_results import ASKED, expansions

TRANSLATED = Expansion("camera", "kamera", "thesaurus")
SIMILAR = Expansion("camera", "camara", "fuzzy")
WITHOUT_TRANSLATION = replace(ASKED, without=frozenset({"kamera"}))


@pytest.fixture
def bar(qtbot):
    bar = ExpansionBar()
    qtbot.addWidget(bar)
    bar.resize(500, 40)
    return bar


@pytest.fixture
def left_out(bar):
    heard = []
    bar.left_out.connect(heard.append)
    return heard


def chips(bar):
    return [chip for chip in bar.findChildren(RemovableChip) if not chip.isHidden()]


def spoken(bar):
    return [chip.accessibleName() for chip in chips(bar)]


def test_it_is_there_only_when_something_else_was_searched(bar):
    assert bar.isHidden()
    bar.show_expansions(expansions(1), ASKED)
    assert bar.isVisible()
    bar.show_expansions((), ASKED)
    assert bar.isHidden()


def test_a_chip_says_what_and_why(bar):
    bar.resize(900, 40)
    bar.show_expansions((TRANSLATED, SIMILAR, Expansion("a b", "ab", "compound")), ASKED)
    assert spoken(bar) == [
        "kamera (other words)",
        "camara (similar spelling)",
        "ab (written apart or together)",
    ]


def test_the_first_chip_for_some_words_names_those_where_there_is_room(bar):
    bar.resize(900, 40)
    bar.show_expansions((TRANSLATED, SIMILAR, Expansion("data centre", "ab", "")), ASKED)
    assert [painted(chip) for chip in chips(bar)] == [
        "camera → kamera",
        "camara similar spelling",
        "data centre → ab",
    ]


def test_a_note_with_no_room_for_it_is_left_out_and_told_in_the_tooltip(bar):
    bar.show_expansions((TRANSLATED, SIMILAR), ASKED)
    bar.resize(140, 90)
    chip = chips(bar)[0]
    assert painted(chip) == "kamera"
    assert chip.toolTip().splitlines()[0] == chip.accessibleName() == "kamera (other words)"
    bar.resize(900, 40)
    assert "other words" not in chip.toolTip()


def test_a_chip_names_all_the_words_that_it_stands_for(bar):
    bar.show_expansions((Expansion("data centre", "adatközpont", "thesaurus"),), ASKED)
    (chip,) = chips(bar)
    assert chip.toolTip().splitlines() == ["Besides “data centre”", "Search without this"]
    assert "data centre" in chip.accessibleDescription()


def test_a_click_takes_a_chip_off(qtbot, bar, left_out):
    bar.show_expansions((TRANSLATED, SIMILAR), ASKED)
    qtbot.mouseClick(chips(bar)[0], Qt.MouseButton.LeftButton)
    assert left_out == [{"kamera"}]


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space],
)
def test_keys_take_a_chip_off_and_put_it_back(qtbot, bar, left_out, key):
    bar.show_expansions((TRANSLATED, SIMILAR), ASKED)
    chips(bar)[0].setFocus()
    qtbot.keyClick(chips(bar)[0], key)
    bar.show_expansions((SIMILAR,), WITHOUT_TRANSLATION)
    qtbot.keyClick(chips(bar)[0], key)
    assert left_out == [{"kamera"}, frozenset()]


def test_what_was_taken_off_stays_in_its_place_struck_out(bar):
    bar.show_expansions((TRANSLATED, SIMILAR), ASKED)
    before = chips(bar)[0].grab().toImage()
    bar.show_expansions((SIMILAR,), WITHOUT_TRANSLATION)
    assert spoken(bar) == ["kamera (other words), not searched", "camara (similar spelling)"]
    assert chips(bar)[0].grab().toImage() != before


def test_it_stays_even_if_it_was_the_only_one(bar):
    bar.show_expansions((TRANSLATED,), ASKED)
    bar.show_expansions((), WITHOUT_TRANSLATION)
    assert bar.isVisible()
    assert spoken(bar) == ["kamera (other words), not searched"]


def test_put_back_it_is_as_before(bar):
    bar.show_expansions((TRANSLATED, SIMILAR), ASKED)
    bar.show_expansions((SIMILAR,), WITHOUT_TRANSLATION)
    bar.show_expansions((TRANSLATED, SIMILAR), ASKED)
    assert spoken(bar) == ["kamera (other words)", "camara (similar spelling)"]


def test_another_text_forgets_what_was_taken_off(bar):
    bar.show_expansions((TRANSLATED,), ASKED)
    bar.show_expansions((), WITHOUT_TRANSLATION)
    bar.show_expansions((SIMILAR,), replace(ASKED, text="other"))
    assert spoken(bar) == ["camara (similar spelling)"]


def test_a_question_that_was_kept_shows_what_it_leaves_out(bar):
    bar.show_expansions((SIMILAR,), WITHOUT_TRANSLATION)
    assert spoken(bar) == ["camara (similar spelling)", "kamera, not searched"]


def test_a_screen_reader_hears_what_pressing_does(bar):
    bar.show_expansions((TRANSLATED,), ASKED)
    heard = QAccessible.queryAccessibleInterface(chips(bar)[0])
    assert heard.role() == QAccessible.Role.Button

    def described():
        return heard.text(QAccessible.Text.Description).splitlines()

    assert described() == ["Besides “camera”", "Search without this"]
    bar.show_expansions((), WITHOUT_TRANSLATION)
    assert described() == ["Besides “camera”", "Search with this again"]


def test_tab_stops_once_and_arrows_go_from_chip_to_chip(qtbot, bar):
    bar.show_expansions((TRANSLATED, SIMILAR), ASKED)
    first, second = chips(bar)
    assert (first.focusPolicy(), second.focusPolicy()) == (
        Qt.FocusPolicy.StrongFocus,
        Qt.FocusPolicy.ClickFocus,
    )
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert bar.focusWidget() is second


def behind_the_button(bar):
    """Return the entries of the menu of what does not fit, as they are when it opens."""
    menu = bar.findChild(QToolButton).menu()
    menu.aboutToShow.emit()
    return menu.actions()


def test_what_does_not_fit_is_counted_and_listed_behind_a_button(bar):
    bar.show_expansions(expansions(20), ASKED)
    rest = bar.findChild(QToolButton)
    shown = len(chips(bar))
    assert 0 < shown < 20
    assert rest.text() == f"+{20 - shown}"
    assert len(behind_the_button(bar)) == 20 - shown


def test_what_is_behind_the_button_can_be_taken_off_too(bar, left_out):
    bar.show_expansions(expansions(20), ASKED)
    last = behind_the_button(bar)[-1]
    assert last.isChecked()
    last.trigger()
    assert left_out == [{"watching eye 19"}]
    bar.show_expansions(expansions(19), replace(ASKED, without=left_out[-1]))
    assert not behind_the_button(bar)[-1].isChecked()


def test_with_more_room_more_is_shown(bar):
    bar.show_expansions(expansions(20), ASKED)
    before = len(chips(bar))
    bar.resize(5000, 40)
    assert before < len(chips(bar)) == 20
    assert bar.findChild(QToolButton).isHidden()


def test_however_little_room_there_is_one_is_shown(bar):
    bar.show_expansions(expansions(20), ASKED)
    bar.resize(150, 90)
    (chip,) = chips(bar)
    assert chip.sizeHint().width() < 150
    assert "other words" in chip.toolTip()
    assert bar.findChild(QToolButton).text() == "+19"


def test_very_long_words_are_cut_and_told_in_the_tooltip(bar):
    bar.show_expansions((Expansion("x", "very " * 50, "fuzzy"),), ASKED)
    bar.resize(900, 40)
    (chip,) = chips(bar)
    assert chip.width() < 600
    assert "very " * 50 in chip.toolTip()


def test_a_chip_without_its_quiet_words_is_no_wider_than_one_that_never_had_any(bar):
    bar.resize(1200, 60)
    bar.show_expansions((TRANSLATED,), ASKED)
    (chip,) = chips(bar)
    whole = chip.sizeHint().width()
    bar.resize(whole, 60)
    left_out = chip.sizeHint().width()
    bar.show_expansions((Expansion("", "kamera", ""),), replace(ASKED, text="other"))
    assert chip.sizeHint().width() == left_out < whole
    bar.resize(1200, 60)
    bar.show_expansions((TRANSLATED,), ASKED)
    assert chip.sizeHint().width() == whole
