"""What the reader asks, kept as it stands and answered by the real engine."""

import threading
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from database.model.errors import DossierDamaged, DossierMissing
from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.request import Filter, SearchRequest
from database.search.results import SearchResults
from desktop_app.controllers.search import PAGE, Engine, SearchController
from i18n import collation
from i18n.locales import ENGLISH, HUNGARIAN
from tests.desktop_app.controllers.asking import Make, answer, counted, ids
from tests.desktop_app.reading_room import PATIENCE

PROJECTS: frozenset[Filter] = frozenset({("type", "project")})
NOTHING: frozenset[Filter] = frozenset()
RAILWAY = "project/example-railway"


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
    answer(qtbot, search, partial(search.narrow, PROJECTS, NOTHING))
    found = answer(qtbot, search, partial(search.ask, "railway"))
    assert search.request.filters == PROJECTS
    assert {hit.type for hit in found.hits} == {"project"}


def test_other_filters_keep_the_text(qtbot: QtBot, search: SearchController) -> None:
    answer(qtbot, search, partial(search.ask, "railway"))
    answer(qtbot, search, partial(search.narrow, PROJECTS, NOTHING))
    assert search.request.text == "railway"


def test_widening_takes_every_filter_off(qtbot: QtBot, search: SearchController) -> None:
    everything = answer(qtbot, search, partial(search.ask, ""))
    narrowed = answer(
        qtbot, search, partial(search.narrow, PROJECTS | {("sector", "transport")}, NOTHING)
    )
    widened = answer(qtbot, search, search.widen)
    assert narrowed.total < everything.total
    assert ids(widened) == ids(everything)


def test_another_language_keeps_the_question_and_the_length_of_the_list(
    qtbot: QtBot, search: SearchController
) -> None:
    answer(qtbot, search, partial(search.sort, "title"))
    answer(qtbot, search, partial(search.narrow, PROJECTS, NOTHING))
    before = search.request
    english = answer(qtbot, search, partial(search.ask, ""))
    hungarian = answer(qtbot, search, partial(search.set_locale, HUNGARIAN))
    assert search.request == replace(before, locale=HUNGARIAN)
    assert {*ids(hungarian)} == {*ids(english)}


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
    search.settled.connect(lambda: heard.append("time for other work"))
    search.counted.connect(lambda _facets: heard.append("facets"))
    counts = counted(qtbot, search, partial(search.ask, "railway"))
    assert heard == ["hits", "time for other work", "facets"]
    types = {count.value: count.count for count in counts[0].counts}
    assert types == Counter(hit.type for hit in answer(qtbot, search, search.widen).hits)


def test_counts_of_a_superseded_question_are_not_shown(
    qtbot: QtBot, search: SearchController
) -> None:
    heard: list[str] = []
    search.counted.connect(lambda _facets: heard.append(search.request.text))
    answer(qtbot, search, partial(search.ask, "railway"))  # its facets are only asked for now
    counted(qtbot, search, partial(search.ask, "camera"))
    assert heard == ["camera"]


def test_excluded_values_are_left_out_and_counted_all_the_same(
    qtbot: QtBot, search: SearchController
) -> None:
    everything = answer(qtbot, search, partial(search.ask, ""))
    without = answer(qtbot, search, partial(search.narrow, NOTHING, PROJECTS))
    kept = [hit.id for hit in everything.hits if hit.type != "project"]
    assert sorted(ids(without)) == sorted(kept)
    assert search.request.excluded == PROJECTS


def test_an_expansion_that_was_taken_off_is_searched_no_more_until_another_text_is_asked(
    qtbot: QtBot, real_search: SearchController
) -> None:
    asking = partial(real_search.ask, "okosváros")
    assert "smart city" in searched_besides(answer(qtbot, real_search, asking))
    off = frozenset({"smart city"})
    assert "smart city" not in searched_besides(
        answer(qtbot, real_search, partial(real_search.leave_out, off))
    )
    answer(qtbot, real_search, partial(real_search.narrow, NOTHING, NOTHING))
    assert real_search.request.without == off
    assert "smart city" in searched_besides(answer(qtbot, real_search, asking))


def searched_besides(results: SearchResults) -> set[str]:
    return {other.searched for other in results.expansions}


def test_the_order_is_kept_from_one_question_to_the_next(
    qtbot: QtBot, real_search: SearchController
) -> None:
    answer(qtbot, real_search, partial(real_search.sort, "title"))
    found = answer(qtbot, real_search, partial(real_search.ask, "huawei"))
    titles = [collation.sort_key(hit.title.within("en"), ENGLISH) for hit in found.hits]
    assert titles == sorted(titles)


def test_a_whole_question_can_be_restored_in_the_language_of_the_window(
    qtbot: QtBot, search: SearchController
) -> None:
    answer(qtbot, search, partial(search.ask, "railway"))
    kept = SearchRequest(
        "camera", HUNGARIAN, PROJECTS, 90, order="title", excluded=frozenset({("year", "2017")})
    )
    answer(qtbot, search, partial(search.restore, kept))
    assert search.request == replace(kept, locale=ENGLISH, limit=PAGE)


def test_every_change_of_the_question_is_told_at_once(
    qtbot: QtBot, search: SearchController
) -> None:
    heard: list[SearchRequest] = []
    search.changed.connect(heard.append)
    search.ask("railway")
    search.narrow(PROJECTS, NOTHING)
    search.sort("oldest")
    answer(qtbot, search, partial(search.set_locale, HUNGARIAN))
    assert [request.order for request in heard] == ["relevance", "relevance", "oldest", "oldest"]
    assert heard[-1] == search.request


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


class Endless(SearchEngine):
    """Answers one question never, as a huge dossier might, and all others at once."""

    begun = threading.Event()

    def hits(self, request: SearchRequest) -> SearchResults:
        if request.text == "endless":
            self._db.create_function("begin", 0, lambda: self.begun.set() or 1)
            with self._interruptible():
                self._db.execute(
                    """WITH RECURSIVE number(n) AS
                           (SELECT "begin"() UNION ALL SELECT n + 1 FROM number)
                       SELECT count(*) FROM number"""
                ).fetchone()
        return super().hits(request)


def test_a_newer_keystroke_abandons_the_question_under_way(
    qtbot: QtBot, make: Make, sample_dossier: Path, schema: Schema
) -> None:
    search = make(partial(Endless.open, sample_dossier, schema))
    failures: list[object] = []
    search.failed.connect(failures.append)
    search.ask("endless")
    assert Endless.begun.wait(PATIENCE / 1000)
    assert ids(answer(qtbot, search, partial(search.ask, "railway")))[0] == RAILWAY
    assert failures == []


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
    with qtbot.waitSignal(search.failed) as failed:
        search.ask("railway")
    assert failed.args is not None
    assert isinstance(failed.args[0], error)


def test_after_a_failure_the_next_question_tries_again(
    qtbot: QtBot, make: Make, tmp_path: Path, sample_dossier: Path, schema: Schema
) -> None:
    path = tmp_path / "dossier.tukor"
    search = make(partial(SearchEngine.open, path, schema))
    with qtbot.waitSignals([search.failed, search.settled]):
        search.ask("railway")
    assert not search.is_awaited
    path.write_bytes(sample_dossier.read_bytes())
    assert ids(answer(qtbot, search, partial(search.ask, "railway")))[0] == RAILWAY


def test_it_can_be_prepared_while_nobody_waits(qtbot: QtBot, search: SearchController) -> None:
    counted(qtbot, search, partial(search.ask, "railway"))
    told: list[object] = []
    for signal in (search.answered, search.counted):
        signal.connect(told.append)
    with qtbot.waitSignal(search.parent().ready):
        search.prepare()
    assert told == []
    assert ids(answer(qtbot, search, partial(search.ask, '"railway"')))[0] == RAILWAY


def test_who_has_asked_meanwhile_does_not_wait_for_that(
    qtbot: QtBot, search: SearchController
) -> None:
    def ask() -> None:
        search.ask("railway")
        search.prepare()  # too late

    assert ids(answer(qtbot, search, ask))[0] == RAILWAY
