"""The list under the field: it helps who looks at it and is in nobody's way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from database.model.schema import Schema
from database.search.offer.offer import Offer
from desktop_app.views.asking.search_bar import SearchBar
from desktop_app.views.asking.suggestion_list import SuggestionList
from i18n import messages
from i18n.locales import HUNGARIAN

TypeText = Callable[[QWidget, str], None]
RECORD = Offer("record", "Belgrade Safe City", "", "saf", 3, "project/belgrade-safe-city")
TERM = Offer("term", "Safe City", "Biztonságos Város", "Safe City", 9)
FIELD = Offer("field", "status:", "Status", "status:", 7)
OFFERS = (RECORD, TERM, FIELD)


class Desk:
    """A window with a field, its list, and something else to go to."""

    def __init__(self, qtbot: QtBot, schema: Schema, type_text: TypeText) -> None:
        self.qtbot = qtbot
        self.type_text = type_text
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.bar = SearchBar()
        self.other = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.bar)
        column.addWidget(self.other)
        column.addStretch()
        self.list = SuggestionList(self.bar, schema)
        self.window.resize(800, 500)
        self.window.show()
        self.bar.focus()
        field = self.bar.findChild(QLineEdit)
        assert field is not None
        self.field = field
        self.told: list[str] = []
        self.list.record_chosen.connect(lambda record: self.told.append(f"record {record}"))
        self.list.question_chosen.connect(lambda text: self.told.append(f"question {text}"))
        self.bar.left_downward.connect(lambda: self.told.append("results"))
        self.bar.asked.connect(lambda text: self.told.append(f"asked {text}"))

    def type(self, text: str, offers: tuple[Offer, ...] = OFFERS) -> None:
        """Type, and be answered."""
        self.type_text(self.field, text)
        self.list.show_offers(self.bar.text(), offers)
        self.told.clear()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def desk(qtbot: QtBot, schema: Schema, type_text: TypeText) -> Desk:
    desk = Desk(qtbot, schema, type_text)
    desk.type("saf")
    return desk


def test_it_opens_under_the_field_and_leaves_the_keyboard_there(desk: Desk) -> None:
    assert desk.list.isVisible()
    assert desk.field.hasFocus()
    below = desk.bar.mapTo(desk.window, QPoint(0, desk.bar.height()))
    assert desk.list.geometry().topLeft() == below
    assert desk.window.rect().contains(desk.list.geometry())


def test_typing_goes_on_undisturbed(desk: Desk) -> None:
    desk.type("e c")
    assert (desk.bar.text(), desk.list.isVisible()) == ("safe c", True)


def test_an_answer_to_an_older_text_is_not_shown(desk: Desk) -> None:
    desk.list.show_offers("sa", (TERM,))
    assert desk.list.model().rowCount() == 3


def test_it_closes_when_there_is_nothing_to_offer_and_when_the_field_is_empty(desk: Desk) -> None:
    desk.type("x", ())
    assert desk.list.isHidden()
    desk.type("y")
    assert desk.list.isVisible()
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert (desk.bar.text(), desk.list.isHidden()) == ("", True)


def test_enter_goes_to_the_results_as_ever(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Return)
    assert desk.told == ["results"]
    assert desk.list.isHidden()
    desk.list.show_offers("saf", OFFERS)  # what comes late stays away
    assert desk.list.isHidden()


def test_down_goes_into_the_list_and_from_its_end_to_the_results(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Down)
    assert (desk.list.hasFocus(), desk.list.currentIndex().row()) == (True, 0)
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert desk.list.currentIndex().row() == 2
    desk.press(Qt.Key.Key_Down)
    assert desk.told == ["results"]
    assert desk.list.isHidden()


def test_down_goes_to_the_results_where_no_list_is_open(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Down)
    assert desk.told == ["results"]


def test_up_from_the_first_row_and_typing_lead_back(desk: Desk, type_text: TypeText) -> None:
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert desk.field.hasFocus()
    desk.press(Qt.Key.Key_Down)
    type_text(desk.list, "é")
    assert (desk.bar.text(), desk.field.hasFocus()) == ("safé", True)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.bar.text() == "saf"


def test_a_record_is_opened_and_the_question_stays(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.told == ["record project/belgrade-safe-city"]
    assert (desk.bar.text(), desk.list.isHidden()) == ("saf", True)


def test_a_term_is_asked(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.told == ["question Safe City"]


def test_a_click_chooses(desk: Desk, qtbot: QtBot) -> None:
    row = desk.list.visualRect(desk.list.model().index(1, 0)).center()
    qtbot.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert desk.told == ["question Safe City"]


@pytest.mark.parametrize("way", [(), (Qt.Key.Key_Down,) * 3])
def test_tab_completes_what_is_being_written(desk: Desk, way: tuple[Qt.Key, ...]) -> None:
    desk.press(*way, Qt.Key.Key_Tab)
    assert desk.told == ["asked status:"]
    assert (desk.bar.text(), desk.field.cursorPosition()) == ("status:", 7)
    assert desk.field.hasFocus()
    desk.list.show_offers("status:", (FIELD,))  # and the values follow
    assert desk.list.isVisible()


def test_tab_waits_for_what_follows_from_the_whole_text(desk: Desk, type_text: TypeText) -> None:
    type_text(desk.field, "ez")
    desk.press(Qt.Key.Key_Tab)
    assert (desk.bar.text(), desk.field.hasFocus()) == ("safez", True)
    desk.list.show_offers("safez", (Offer("value", "z", "", "size:z ", 7),))
    assert desk.bar.text() == "size:z "


def test_tab_goes_on_where_there_is_nothing_to_complete(desk: Desk) -> None:
    desk.type("e", (RECORD, TERM))
    desk.press(Qt.Key.Key_Tab)
    assert desk.list.isHidden()
    assert not desk.field.hasFocus()


def test_escape_closes_it_until_the_reader_begins_anew_or_asks_for_it(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape)
    assert (desk.bar.text(), desk.list.isHidden()) == ("saf", True)
    desk.type("e")
    assert desk.list.isHidden()
    heard: list[str] = []
    desk.bar.typed.connect(lambda text, _cursor: heard.append(text))
    desk.qtbot.keyClick(desk.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert heard == ["safe"]
    desk.list.show_offers("safe", OFFERS)
    assert desk.list.isVisible()
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)  # the second one clears
    desk.type("x")
    assert desk.list.isVisible()


def test_an_empty_field_offers_earlier_questions_to_those_who_ask(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    past = (Offer("past", "vasút", "", "vasút", 5),)
    desk.list.show_offers("", past)  # nobody has asked
    assert desk.list.isHidden()
    desk.qtbot.keyClick(desk.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.list.show_offers("", past)
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.told[-1] == "question vasút"


def test_it_closes_as_soon_as_the_reader_turns_elsewhere(desk: Desk) -> None:
    below = desk.window.rect().bottomLeft() + QPoint(5, -5)
    QTest.mouseClick(desk.window.windowHandle(), Qt.MouseButton.LeftButton, pos=below)
    assert desk.list.isHidden()
    desk.bar.focus()
    desk.type("safe")
    wheel = QWheelEvent(
        QPointF(below), QPointF(below), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(desk.window.windowHandle(), wheel)
    assert desk.list.isHidden()
    desk.type("x")
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowDeactivate))
    assert desk.list.isHidden()


def test_it_stays_within_a_small_window_and_follows_its_size(desk: Desk) -> None:
    desk.window.resize(300, 130)
    QApplication.processEvents()
    assert desk.window.rect().contains(desk.list.geometry())


def test_every_row_says_what_it_is(desk: Desk) -> None:
    model = desk.list.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == [
        "Belgrade Safe City. Project",
        "Safe City. Term. Biztonságos Város",
        "status:. Field. Status",
    ]
    messages.activate(HUNGARIAN)
    desk.list.retranslate()
    assert desk.list.accessibleName() == "Javaslatok"
    assert "Fogalom" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_it_stays_under_the_field_wherever_that_goes(desk: Desk) -> None:
    desk.type("saf")
    for above in (40, 10):
        desk.window.layout().setContentsMargins(10, above, 10, 10)
        desk.qtbot.waitUntil(lambda above=above: desk.bar.y() == above)
        assert desk.list.y() == desk.bar.geometry().bottom() + 1


def test_after_escape_another_question_has_suggestions_again(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape)
    desk.type("e")
    desk.press(Qt.Key.Key_Home)
    desk.type("un")  # the same question still
    assert (desk.bar.text(), desk.list.isHidden()) == ("unsafe", True)
    desk.field.selectAll()
    desk.type("h")
    assert (desk.bar.text(), desk.list.isVisible()) == ("h", True)
    desk.press(Qt.Key.Key_Escape)
    assert (desk.bar.text(), desk.list.isHidden()) == ("h", True)
