"""Which of many answers are looked at first: what is named so, then what weighs most."""

from functools import reduce
from operator import or_

import pytest

from database.model.schema import Schema
from database.search.answer import records
from database.search.answer.compiler import ask
from database.search.answer.in_names import in_names
from database.search.answer.picking import AT_A_TIME, Picker
from database.search.engine import SearchEngine
from database.search.language import analysis


@pytest.mark.parametrize("text", ["Serbia", "Kína", "camera OR Huawei OR hitel"])
def test_of_many_answers_the_named_come_first_and_then_the_weightiest(
    real_engine: SearchEngine, schema: Schema, text: str
) -> None:
    db, gatherer = real_engine._db, real_engine._gatherer  # noqa: SLF001  # as the engine
    question = ask(text, real_engine._vocabulary)  # noqa: SLF001  # as the engine
    weights = {name: entry.weight for name, entry in schema.types.items()}
    within = gatherer.complete(question)
    named = gatherer.named(in_names(question.wanted, question.by_word, within))
    picks = list(Picker(db, gatherer, weights).picks(question, within))
    assert sorted(picks) == list(records.numbers(within))
    assert len(picks) > AT_A_TIME
    others = [number for number in picks if not named >> number & 1]
    assert picks[-len(others) :] == others
    types = dict(db.execute("SELECT number, type FROM record").fetchall())
    told = [weights[types[number]] for number in others]
    assert told == sorted(told, reverse=True)
    assert len(set(told)) > 1


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("text", ["Serbia", "Kína", "camera OR Huawei OR hitel"])
def test_a_glimpse_at_some_of_the_names_changes_no_order(
    real_engine: SearchEngine,
    schema: Schema,
    text: str,
    reverse: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What weighs most has low numbers, but for what was added later."""
    db, gatherer = real_engine._db, real_engine._gatherer  # noqa: SLF001  # as the engine
    question = ask(text, real_engine._vocabulary)  # noqa: SLF001  # as the engine
    weights = {name: entry.weight for name, entry in schema.types.items()}
    if reverse:
        weights = {name: 1 / weight for name, weight in weights.items()}
    within = gatherer.complete(question)

    def picks() -> list[int]:
        return list(Picker(db, gatherer, weights).picks(question, within))

    without = picks()
    monkeypatch.setattr("database.search.answer.picking._GLIMPSE", 3)  # a small dossier has few
    assert picks() == without


def test_of_incomplete_answers_those_with_more_of_the_words_come_first(
    real_engine: SearchEngine, schema: Schema
) -> None:
    db, gatherer = real_engine._db, real_engine._gatherer  # noqa: SLF001  # as the engine
    question = ask("Novi Sad smart city cameras Huawei", real_engine._vocabulary)  # noqa: SLF001
    weights = {name: entry.weight for name, entry in schema.types.items()}
    having = [gatherer.having(unit) for unit in question.units]
    within = reduce(or_, (some for _units, some in gatherer.partial(question)))
    picks = list(Picker(db, gatherer, weights).missing_some(question, within))
    told = [
        sum(u.weight for u, some in zip(question.units, having, strict=True) if some >> number & 1)
        for number in picks
    ]
    assert sorted(picks) == list(records.numbers(within))
    assert told == sorted(told, reverse=True)
    assert len(set(told)) > 2


def test_what_is_beyond_doubt_comes_before_what_may_be_meant(
    real_engine: SearchEngine, schema: Schema
) -> None:
    db, gatherer = real_engine._db, real_engine._gatherer  # noqa: SLF001  # as the engine
    question = ask("date:>2018-06 date:<2019-03", real_engine._vocabulary)  # noqa: SLF001
    weights = {name: entry.weight for name, entry in schema.types.items()}
    within, surely = gatherer.complete(question), gatherer.surely(question)
    picks = list(Picker(db, gatherer, weights).picks(question, within))
    others = list(records.numbers(within & ~surely))
    assert picks == [*records.numbers(surely), *others]
    assert picks != sorted(picks)


def test_what_is_surely_named_so_comes_before_what_is_named_in_other_words(
    real_engine: SearchEngine, schema: Schema
) -> None:
    db, gatherer = real_engine._db, real_engine._gatherer  # noqa: SLF001  # as the engine
    weights = dict.fromkeys(schema.types, 1.0)
    for text in ("Kína", "agreement", "kormány"):
        question = ask(text, real_engine._vocabulary)  # noqa: SLF001  # as the engine
        (unit,) = question.units
        own = gatherer.named(" OR ".join(f'"{analysis.fold(form)}"' for form in unit.forms))
        named = gatherer.named(in_names(question.wanted, question.by_word, gatherer.every))
        assert records.NONE != own != named
        within = gatherer.complete(question)
        picks = list(Picker(db, gatherer, weights).picks(question, within))
        whole = [number for number in picks if not named >> number & 1]
        sure, others = records.size(own & within), records.size(named & ~own & within)
        assert {n for n in picks[:sure] if not own >> n & 1} == set()
        assert {n for n in picks[sure : sure + others] if not named >> n & 1} == set()
        assert picks[sure + others :] == whole
