"""What a reader can do with an answer in the window: order it, widen it, exclude from it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.presentation.reasons import reasons
from desktop_app.views.removable_chip import RemovableChip
from desktop_app.views.results.order_chooser import OrderChooser
from desktop_app.views.results.why_note import WhyNote
from i18n import collation
from i18n.locales import ENGLISH, HUNGARIAN
from i18n.messages import _
from tests.desktop_app.reading_room import Reader

Ask = Callable[[str], None]


def chips(reader: Reader) -> list[RemovableChip]:
    found = reader.views.results.expansions.findChildren(RemovableChip)
    return [chip for chip in found if chip.isVisible()]


def buttons(reader: Reader) -> dict[str, QPushButton]:
    found = reader.views.results.findChildren(QPushButton)
    return {button.text(): button for button in found if button.isVisible()}


def is_off(chip: RemovableChip) -> bool:
    """Tell whether a chip is said to have been taken off."""
    return _("Search with this again") in chip.toolTip()


def order(reader: Reader, words: str) -> None:
    chooser = reader.views.results.findChild(OrderChooser)
    assert chooser is not None
    menu = chooser.menu()
    action = next(action for action in menu.actions() if action.text() == words)
    reader.until_answered(action.trigger)


def test_what_was_searched_besides_can_be_taken_off_and_put_back(reader: Reader, ask: Ask) -> None:
    ask("okosváros")
    first = chips(reader)[0]
    first.setFocus()
    reader.until_answered(lambda: reader.press(Qt.Key.Key_Delete))
    assert [is_off(chip) for chip in chips(reader)[:2]] == [True, False]
    assert chips(reader)[0].hasFocus()
    reader.until_answered(lambda: reader.press(Qt.Key.Key_Delete))
    assert not any(is_off(chip) for chip in chips(reader))


def test_what_was_taken_off_stays_off_in_the_other_language(reader: Reader, ask: Ask) -> None:
    ask("okosváros")
    reader.until_answered(chips(reader)[0].click)
    reader.speak("Magyar")
    assert is_off(chips(reader)[0])


def test_fields_are_told_as_they_were_understood(reader: Reader, ask: Ask) -> None:
    ask("type:project huawei")
    assert reader.views.understood.text() == "Type: Project"
    reader.speak("Magyar")
    assert reader.views.understood.text() == "Típus: Projekt"
    reader.speak("English")
    ask("huawei")
    assert reader.views.understood.isHidden()


def test_the_list_can_be_put_in_order_and_stays_so(reader: Reader, ask: Ask) -> None:
    order(reader, "By title")
    ask("huawei")
    reader.speak("Magyar")
    titles = [hit.title.within("hu") for hit in reader.results.hits]
    assert titles == sorted(titles, key=lambda title: collation.sort_key(title, HUNGARIAN))


def test_an_excluded_value_leaves_the_answer(reader: Reader) -> None:
    everything = reader.results.total
    row = reader.facet_row("Sources")
    row.setFocus()
    reader.until_answered(lambda: reader.press(Qt.Key.Key_Minus))
    assert 0 < reader.results.total < everything
    assert "source" not in {hit.type for hit in reader.results.hits}
    assert reader.facet_row("Sources").accessibleName().endswith(", excluded")
    reader.until_answered(reader.action("clear_filters").trigger)
    assert reader.results.total == everything


def test_where_nothing_was_found_a_suggestion_leads_on(reader: Reader, ask: Ask) -> None:
    ask("+huawei +elephant")
    words = next(words for words in buttons(reader) if " · " in words)
    offered, _joint, counted = words.partition(" · ")
    reader.until_answered(lambda: reader.click(buttons(reader)[words]))
    assert counted.startswith(f"{reader.results.total} record")
    assert reader.views.search_bar.text() == offered


def test_where_nothing_was_found_everything_can_be_shown(reader: Reader, ask: Ask) -> None:
    everything = reader.results.total
    reader.until_answered(lambda: reader.click(reader.facet_row("Events")))
    ask("xyzzyq")
    reader.until_answered(lambda: reader.click(buttons(reader)["Show all records"]))
    assert (reader.results.total, reader.views.search_bar.text()) == (everything, "")
    labels = [label.text() for label in reader.views.results.findChildren(QLabel)]
    assert f"{everything} records" in labels


def slip(reader: Reader) -> WhyNote:
    note = reader.hits.findChild(WhyNote)
    assert note is not None
    return note


def test_why_a_record_was_found_is_told_on_demand(reader: Reader, ask: Ask) -> None:
    ask("kamerák")
    reader.action("results").trigger()
    reader.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert slip(reader).isVisible()
    assert slip(reader).text() == "\n".join(reasons(reader.results.hits[0], ENGLISH))
    assert "“kamerák”" in slip(reader).text()
    reader.press(Qt.Key.Key_Escape)
    assert not slip(reader).isVisible()
    assert reader.hits.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Tab])
def test_the_reason_goes_when_the_reader_moves_on(reader: Reader, ask: Ask, key: Qt.Key) -> None:
    ask("huawei")
    reader.action("results").trigger()
    reader.action("why").trigger()
    assert slip(reader).isVisible()
    reader.press(key)
    assert not slip(reader).isVisible()


def test_the_reason_goes_when_the_rows_change_their_size(reader: Reader, ask: Ask) -> None:
    ask("huawei")
    reader.action("results").trigger()
    reader.press(Qt.Key.Key_Down)
    reader.action("why").trigger()
    assert slip(reader).isVisible()
    reader.action("larger").trigger()
    assert not slip(reader).isVisible()


def test_without_a_question_there_is_no_reason_to_tell(reader: Reader) -> None:
    reader.action("why").trigger()
    assert slip(reader).text() == "Nothing was asked: all are listed."
