"""What is looked for in names: each phrase once, and none that no answer has."""

from functools import reduce
from operator import and_

import pytest

from database.search.answer import records
from database.search.answer.gather import Gatherer
from database.search.answer.in_names import all_in_names, in_names
from database.search.answer.unit import Rule, Unit
from database.search.question.tree import Word
from tests.database.search.questions import Asker

SMART_CITY = (frozenset({"smart"}), frozenset({"city", "cities"}))
OKOS, VAROS = (
    Unit(Word(form), {form: Rule.EXACT}, 1.0, {SMART_CITY: Rule.THESAURUS}, {SMART_CITY: 0b110})
    for form in ("okos", "varos")
)
SAFE = Unit(Word("safe"), {"safe": Rule.EXACT}, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "kínai kormány",
        "kínai bank hitel",
        "okos város project",
        "data centre Kragujevac",
        "EU 5G toolbox",
        'Huawei "smart city"',
        "camera (Belgrade OR Niš)",
    ],
)
def test_names_answer_to_all_words_as_they_do_to_each(real_asker: Asker, text: str) -> None:
    question, gatherer = real_asker.ask(text), Gatherer(real_asker.connection)
    within = gatherer.complete(question)
    each = [in_names([part], question.by_word, within) for part in question.wanted]
    named = reduce(and_, map(gatherer.named, each)) & within
    together = gatherer.named(in_names(question.wanted, question.by_word, within))
    assert together & within == named
    assert named != records.NONE


def test_a_phrase_that_stands_for_several_words_is_looked_for_once() -> None:
    written = all_in_names((OKOS, VAROS, SAFE), 0b111)
    assert written == (
        '(("okos") AND ("varos") OR (("smart") AND ("cities" OR "city"))) AND (("safe"))'
    )
    assert all_in_names((OKOS, SAFE, VAROS), 0b111).count('"smart"') == 2


def test_what_no_answer_has_is_not_looked_for() -> None:
    assert all_in_names((OKOS, SAFE), 0b001) == '(("okos")) AND (("safe"))'
    assert all_in_names((OKOS, VAROS), 0b001) == '(("okos") AND ("varos"))'
    only_said_otherwise = Unit(Word("okos"), {}, 1.0, OKOS.alternatives, OKOS.known)
    assert all_in_names((only_said_otherwise, SAFE), 0b001) == ""
    assert all_in_names((only_said_otherwise,), 0b010) == '(((("smart") AND ("cities" OR "city"))))'
