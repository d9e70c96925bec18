"""What is offered comes from the real dossier, for the newest keystroke only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from database.model.schema import Schema
from database.search.offer.offer import Offer
from database.search.offer.suggest import Suggester
from desktop_app.background.latest_only import LatestOnly, single_worker
from desktop_app.controllers.suggestions import SuggestionController
from i18n.locales import ENGLISH, HUNGARIAN
from tests.desktop_app.reading_room import PATIENCE

HISTORY = ("railway", "railway -noise", "rails")


@pytest.fixture
def suggestions(qapp, sample_dossier: Path, schema: Schema) -> Iterator[SuggestionController]:
    pool = single_worker(qapp)
    yield SuggestionController(
        lambda: Suggester.open([sample_dossier], schema),
        LatestOnly(pool),
        ENGLISH,
        lambda text: [past for past in HISTORY if past.startswith(text)],
    )
    assert pool.waitForDone(PATIENCE), "a suggestion outlived its test"
    pool.deleteLater()


def offered(
    qtbot: QtBot, suggestions: SuggestionController, *texts: str
) -> tuple[str, list[Offer]]:
    with qtbot.waitSignal(suggestions.suggested) as heard:
        for text in texts:
            suggestions.ask(text, len(text))
    assert heard.args is not None
    return heard.args[0], list(heard.args[1])


def test_records_terms_and_earlier_questions_are_offered(qtbot, suggestions) -> None:
    text, offers = offered(qtbot, suggestions, "rail")
    assert text == "rail"
    kinds = [offer.kind for offer in offers]
    assert kinds == sorted(kinds, key=["record", "term", "past", "field"].index)
    assert {"record", "term", "past"} <= set(kinds)
    assert [offer.text for offer in offers if offer.kind == "past"] == ["railway -noise", "rails"]


def test_it_can_be_prepared_while_nobody_waits(qtbot, suggestions) -> None:
    with qtbot.waitSignal(suggestions.suggested) as heard:
        suggestions.prepare()
    assert heard.args is not None
    assert heard.args[0] == ""
    with qtbot.waitSignal(suggestions.suggested) as heard:
        suggestions.ask("rail", 4)
        suggestions.prepare()  # too late
    assert heard.args is not None
    assert heard.args[0] == "rail"


def test_only_the_newest_text_is_answered(qtbot, suggestions) -> None:
    assert offered(qtbot, suggestions, "r", "ra", "camera")[0] == "camera"


def test_what_was_noted_is_asked_later_and_what_comes_meanwhile_is_not_told(
    qtbot, suggestions
) -> None:
    told: list[str] = []
    suggestions.suggested.connect(lambda text, _offers: told.append(text))
    with qtbot.waitSignal(suggestions.parent().ready):
        suggestions.ask("rail", 4)
        suggestions.note("camera", 6)
    with qtbot.waitSignal(suggestions.suggested):
        suggestions.catch_up()
        suggestions.catch_up()  # there is nothing more to ask
    assert told == ["camera"]


def test_an_empty_field_has_earlier_questions_only(qtbot, suggestions) -> None:
    _text, offers = offered(qtbot, suggestions, "")
    assert [offer.text for offer in offers] == list(HISTORY)


def test_a_value_is_offered_without_earlier_questions(qtbot, suggestions) -> None:
    _text, offers = offered(qtbot, suggestions, "type:")
    assert {offer.kind for offer in offers} == {"value"}


def test_another_language_offers_anew(qtbot, suggestions) -> None:
    offered(qtbot, suggestions, "type:pr")
    with qtbot.waitSignal(suggestions.suggested) as heard:
        suggestions.set_locale(HUNGARIAN)
    assert [offer.shown for offer in heard.args[1]] == ["Projekt"]
