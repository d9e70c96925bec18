"""What the reader asks, kept as it stands and answered by the real engine."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from database.model.errors import DossierDamaged, DossierMissing
from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.results import Facet, SearchResults
from desktop_app.background.latest_only import LatestOnly, single_worker
from desktop_app.controllers.search import PAGE, Engine, SearchController
from i18n.locales import ENGLISH, HUNGARIAN

PATIENCE = 10_000  # milliseconds within which an answer must have come
PROJECTS = frozenset({("type", "project")})
RAILWAY = "project/example-railway"
Make = Callable[..., SearchController]


@pytest.fixture
def make(qapp) -> Iterator[Make]:
    """Make controllers with a worker of their own."""
    pool = single_worker(qapp)

    def controller(open_engine: Callable[[], Engine]) -> SearchController:
        return SearchController(open_engine, LatestOnly(pool), ENGLISH)

    yield controller
    assert pool.waitForDone(PATIENCE), "a search outlived its test"
    pool.deleteLater()


@pytest.fixture
def search(make: Make, sample_dossier: Path, schema: Schema) -> SearchController:
    return make(partial(SearchEngine.open, sample_dossier, schema))


def answer(qtbot: QtBot, search: SearchController, ask: Callable[[], None]) -> SearchResults:
    """Ask, and return what is answered."""
    with qtbot.waitSignal(search.answered, timeout=PATIENCE) as answered:
        ask()
    assert answered.args is not None
    results = answered.args[0]
    assert isinstance(results, SearchResults)
    return results


def counted(qtbot: QtBot, search: SearchController, ask: Callable[[], None]) -> tuple[Facet, ...]:
    """Ask, and return what the answer can be narrowed to."""
    with qtbot.waitSignal(search.counted, timeout=PATIENCE) as heard:
        ask()
    assert heard.args is not None
    facets: tuple[Facet, ...] = heard.args[0]
    return facets


def ids(results: SearchResults) -> list[str]:
    return [hit.id for hit in results.hits]


def test_nothing_is_opened_before_the_first_question(make: Make) -> None:
    opened: list[str] = []
    make(lambda: opened.append("engine") or None)  # type: ignore[arg-type, return-value]
    assert opened == []


def test_the_engine_is_opened_once_and_away_from_the_window(
    qtbot: QtBot, make: Make, sample_dossier: Path, schema: Schema
) -> None:
    threads: list[QThread] = []

    def open_engine() -> Engine:
        threads.append(QThread.currentThread())
        return SearchEngine.open(sample_dossier, schema)

    search = make(open_engine)
    for text in ("railway", "camera"):
        answer(qtbot, search, partial(search.ask, text))
    assert len(threads) == 1
    assert threads[0] is not QThread.currentThread()


@pytest.mark.parametrize("text", ["railway", "vasút", "vasutvonal", "Đorđević", "", '"', "💡"])
def test_any_text_is_answered_with_that_text(
    qtbot: QtBot, search: SearchController, text: str
) -> None:
    assert answer(qtbot, search, partial(search.ask, text)).text == text


def test_a_question_finds_its_record(qtbot: QtBot, search: SearchController) -> None:
    assert ids(answer(qtbot, search, partial(search.ask, "railway")))[0] == RAILWAY


def test_another_text_keeps_the_filters(qtbot: QtBot, search: SearchController) -> None:
    answer(qtbot, search, partial(search.narrow, PROJECTS))
    found = answer(qtbot, search, partial(search.ask, "railway"))
    assert search.request.filters == PROJECTS
    assert {hit.type for hit in found.hits} == {"project"}


def test_other_filters_keep_the_text(qtbot: QtBot, search: SearchController) -> None:
    answer(qtbot, search, partial(search.ask, "railway"))
    answer(qtbot, search, partial(search.narrow, PROJECTS))
    assert search.request.text == "railway"


def test_widening_takes_every_filter_off(qtbot: QtBot, search: SearchController) -> None:
    everything = answer(qtbot, search, partial(search.ask, ""))
    narrowed = answer(qtbot, search, partial(search.narrow, PROJECTS | {("sector", "transport")}))
    widened = answer(qtbot, search, search.widen)
    assert narrowed.total < everything.total
    assert ids(widened) == ids(everything)


def test_another_language_keeps_text_filters_and_length(
    qtbot: QtBot, search: SearchController
) -> None:
    answer(qtbot, search, partial(search.ask, "railway"))
    answer(qtbot, search, partial(search.narrow, PROJECTS))
    english = answer(qtbot, search, search.more)
    before = search.request
    hungarian = answer(qtbot, search, partial(search.set_locale, HUNGARIAN))
    after = search.request
    assert (after.text, after.filters, after.limit) == (before.text, before.filters, before.limit)
    assert (after.locale, ids(hungarian)) == (HUNGARIAN, ids(english))


def test_the_words_of_an_answer_are_in_the_language_asked_for(
    qtbot: QtBot, search: SearchController
) -> None:
    search.set_locale(HUNGARIAN)
    found = answer(qtbot, search, partial(search.ask, "railway"))
    assert "".join(part.text for part in found.hits[0].title_fragments) == "Mintavasút"
    counts = counted(qtbot, search, partial(search.ask, "vasút"))
    assert {facet.name: facet.label for facet in counts}["sector"] == "Ágazat"


def test_hits_come_first_and_their_counts_follow(qtbot: QtBot, search: SearchController) -> None:
    heard: list[str] = []
    search.answered.connect(lambda _results: heard.append("hits"))
    search.counted.connect(lambda _facets: heard.append("facets"))
    counts = counted(qtbot, search, partial(search.ask, "railway"))
    assert heard == ["hits", "facets"]
    types = {count.value: count.count for count in counts[0].counts}
    assert types == Counter(hit.type for hit in answer(qtbot, search, search.more).hits)


def test_counts_of_a_superseded_question_are_not_shown(
    qtbot: QtBot, search: SearchController
) -> None:
    heard: list[str] = []
    search.counted.connect(lambda _facets: heard.append(search.request.text))
    answer(qtbot, search, partial(search.ask, "railway"))  # its facets are only asked for now
    counted(qtbot, search, partial(search.ask, "camera"))
    assert heard == ["camera"]


def test_the_list_grows_by_a_page_and_begins_short_again(
    qtbot: QtBot, search: SearchController
) -> None:
    limits = [search.request.limit]
    for ask in (search.more, search.more, partial(search.ask, "x"), search.more, search.widen):
        answer(qtbot, search, ask)
        limits.append(search.request.limit)
    assert limits == [PAGE, 2 * PAGE, 3 * PAGE, PAGE, 2 * PAGE, PAGE]


def test_of_many_questions_only_the_last_is_answered(
    qtbot: QtBot, search: SearchController
) -> None:
    answers: list[str] = []
    search.answered.connect(lambda results: answers.append(results.text))
    text = "railway"
    for end in range(1, len(text)):
        search.ask(text[:end])
    answer(qtbot, search, partial(search.ask, text))
    assert answers == [text]


@pytest.mark.parametrize(
    ("bytes_", "error"),
    [(None, DossierMissing), (b"", DossierDamaged), (b"no dossier" * 999, DossierDamaged)],
    ids=["missing", "empty", "no dossier"],
)
def test_a_dossier_that_cannot_be_opened_is_reported(
    qtbot: QtBot,
    make: Make,
    tmp_path: Path,
    schema: Schema,
    bytes_: bytes | None,
    error: type[Exception],
) -> None:
    path = tmp_path / "dossier.tukor"
    if bytes_ is not None:
        path.write_bytes(bytes_)
    search = make(partial(SearchEngine.open, path, schema))
    with qtbot.waitSignal(search.failed, timeout=PATIENCE) as failed:
        search.ask("railway")
    assert failed.args is not None
    assert isinstance(failed.args[0], error)


def test_after_a_failure_the_next_question_tries_again(
    qtbot: QtBot, make: Make, tmp_path: Path, sample_dossier: Path, schema: Schema
) -> None:
    path = tmp_path / "dossier.tukor"
    search = make(partial(SearchEngine.open, path, schema))
    with qtbot.waitSignal(search.failed, timeout=PATIENCE):
        search.ask("railway")
    path.write_bytes(sample_dossier.read_bytes())
    assert ids(answer(qtbot, search, partial(search.ask, "railway")))[0] == RAILWAY
