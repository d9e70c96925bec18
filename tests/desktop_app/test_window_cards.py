"""What the rows of the list say for themselves, at the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.presentation.reasons import note
from desktop_app.views.filter_field import FilterField
from desktop_app.views.results.order_chooser import OrderChooser
from desktop_app.views.results.why_note import WhyNote
from i18n.locales import ENGLISH, HUNGARIAN, Locale
from tests.desktop_app.reading_room import Reader, ReadingRoom, in_dialog

Ask = Callable[[str], None]


def spoken(reader: Reader) -> list[str]:
    """Return the rows that are there, as they are heard."""
    rows = reader.hits.model()
    heard = Qt.ItemDataRole.AccessibleTextRole
    return [rows.index(row, 0).data(heard) for row in range(rows.rowCount())]


@pytest.mark.parametrize(
    ("locale", "words", "first", "last"),
    [
        (ENGLISH, "Largest amount first", "EUR 9.5 billion", "no amount stated"),
        (HUNGARIAN, "Legnagyobb összeg elöl", "9,5 milliárd euró", "összeg nincs megadva"),
        (ENGLISH, "Newest first", "about 2021", "no date stated"),
        (HUNGARIAN, "Legújabb elöl", "2021 körül", "dátum nincs megadva"),
    ],
)
def test_rows_tell_what_they_are_in_order_by_or_that_it_is_not_stated(
    reading_room: ReadingRoom, locale: Locale, words: str, first: str, last: str
) -> None:
    reader = reading_room.open(locale)
    chooser = reader.views.results.findChild(OrderChooser)
    assert chooser
    action = next(action for action in chooser.menu().actions() if action.text() == words)
    reader.until_answered(action.trigger)
    assert chooser.text() == words
    assert first in spoken(reader)[0]
    reader.hits.end_wanted.emit()
    reader.until(lambda: last in spoken(reader)[-1])


@pytest.mark.parametrize(
    ("locale", "typed", "told", "short"),
    [
        (ENGLISH, "hosszú", "in the Hungarian text", "Hungarian text"),
        (HUNGARIAN, "long", "a szöveg nyelve: angol", "angol szöveg"),
    ],
)
def test_a_row_says_that_only_the_other_language_has_the_word(
    reading_room: ReadingRoom, locale: Locale, typed: str, told: str, short: str
) -> None:
    reader = reading_room.open(locale)
    reader.views.search_bar.asked.emit(typed)
    reader.until_found(typed)
    hit = next(hit for hit in reader.results.hits if hit.why[0].zone == "text")
    assert note(hit, locale) == short
    reader.go_to(hit.id)
    reader.action("why").trigger()
    slip = reader.hits.findChild(WhyNote)
    assert slip
    assert told in slip.text()


def test_enter_over_the_glossary_searches_for_the_term(reader: Reader) -> None:
    def choose(dialog: object) -> None:
        field = dialog.findChild(FilterField)  # type: ignore[attr-defined]
        field.setText("kamera")
        QTest.keyClick(field, Qt.Key.Key_Return)

    in_dialog(reader.action("glossary").trigger, choose)
    reader.until_found("camera")
    assert reader.views.search_bar.text() == "camera"


def test_a_sum_without_a_currency_is_told_in_words(reader: Reader, ask: Ask) -> None:
    ask("amount:>=1 milliárd")
    assert any("1 billion or more" in told for told in reader.results.understood)
