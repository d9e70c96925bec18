"""What stands above what: the surer rule first, and a name above the text."""

from itertools import pairwise
from random import Random

import pytest

from database.search.answer.documents import Forms
from database.search.answer.ranking import Candidate, rank
from database.search.answer.unit import PhraseForms, Rule, Unit
from database.search.engine import SearchEngine
from database.search.question.tree import Word
from database.search.request import SearchRequest
from i18n.locales import HUNGARIAN
from tests.database.conftest import AddActor
from tests.database.search.conftest import OpenEngine

# One word, seen through every rule; the last one is known to the thesaurus only.
FORMS = {
    "exact": "vaspálya",
    "folded": "vaspalya",
    "stemmed": "vaspályáról",
    "prefix": "vaspályaudvar",
    "thesaurus": "vasút",
}


def candidate(
    number: int,
    *,
    names: frozenset[str] = frozenset(),
    subjects: frozenset[str] = frozenset(),
    text: frozenset[str] = frozenset(),
) -> Candidate:
    return Candidate(number, 1.0, said(*map(" ".join, (names, subjects, subjects | text))))


def said(names: str, subjects: str, text: str) -> Forms:
    return Forms("project", names.encode(), subjects.encode(), text.encode())


def test_the_surer_rule_stands_higher_among_names(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    order = [add_actor(rule, form.capitalize()) for rule, form in reversed(FORMS.items())][::-1]
    hits = workshop_engine().search(SearchRequest("vaspálya", HUNGARIAN)).hits
    named = [hit for hit in hits if hit.id in order]
    assert [hit.id for hit in named] == order
    assert [hit.match for hit in named] == list(FORMS)


def test_the_surer_rule_stands_higher_in_the_text(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    order = [
        add_actor(rule, "Nobody", f"There is {form} here.")
        for rule, form in reversed(FORMS.items())
    ][::-1]
    hits = workshop_engine().search(SearchRequest("vaspálya", HUNGARIAN)).hits
    assert [hit.id for hit in hits if hit.id in order] == order


@pytest.mark.parametrize("form", ["vaspálya", "vaspalya", "vaspályáról", "vaspályaudvar"])
def test_a_name_stands_above_any_text(
    add_actor: AddActor, workshop_engine: OpenEngine, form: str
) -> None:
    text = add_actor("a-text", "Nobody", "vaspálya" + " vaspálya" * 30)
    named = add_actor("named", f"{form} of old")
    hits = workshop_engine().search(SearchRequest("vaspálya", HUNGARIAN)).hits
    found = [hit.id for hit in hits]
    assert found.index(named) < found.index(text)


def test_a_guess_is_made_only_when_nothing_is_sure(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    sure, near = add_actor("sure", "Vaspálya"), add_actor("near", "Waspálya")
    engine = workshop_engine()
    found = {hit.id for hit in engine.search(SearchRequest("vaspálya", HUNGARIAN)).hits}
    assert sure in found
    assert near not in found
    guessed = engine.search(SearchRequest("waspályx", HUNGARIAN)).hits
    assert guessed[0].id == near
    assert guessed[0].match == "fuzzy"


def test_a_name_of_nothing_but_what_was_asked_stands_first(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    longer = add_actor("a-longer", "The Society of Friends of the Vaspálya")
    whole = add_actor("whole", "Vaspálya")
    hits = workshop_engine().search(SearchRequest("vaspálya", HUNGARIAN)).hits
    assert [hit.id for hit in hits][:2] == [whole, longer]


def test_records_with_all_words_stand_above_those_with_some(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    some = add_actor("a-some", "Vaspálya trombone")
    both = add_actor("both", "Nobody", "A vaspálya, a trombone, and a harp.")
    hits = workshop_engine().search(SearchRequest("vaspálya trombone harp", HUNGARIAN)).hits
    assert [(hit.id, hit.match) for hit in hits if hit.id in {some, both}] == [
        (both, "exact"),
        (some, "partial"),
    ]


def test_a_whole_name_tells_little_of_a_question_of_which_it_is_one_word() -> None:
    units = tuple(Unit(Word(x), {x: Rule.EXACT}, weight=1.0) for x in "xyz")
    name, text = said("x", "", ""), said("x q", "", "y")
    several = [Candidate(n, 1.0, forms) for n, forms in enumerate((name, text))]
    assert [entry.number for entry in rank(several, units)] == [1, 0]
    assert [entry.number for entry in rank(several, units[:1])] == [0, 1]


def test_words_that_no_record_has_do_not_hide_what_answers_to_the_others(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    railway = add_actor("railway", "Vaspálya")
    engine = workshop_engine()
    hits = engine.search(SearchRequest("xyzzyq vaspálya plughqx waldoqy", HUNGARIAN)).hits
    assert (hits[0].id, hits[0].match) == (railway, "partial")
    assert not engine.search(SearchRequest("xyzzyq plughqx waldoqy", HUNGARIAN)).hits


def test_words_of_one_statement_stand_above_words_strewn_about() -> None:
    units = tuple(Unit(Word(x), {x: Rule.EXACT}, weight=1.0) for x in ("x", "y"))
    strewn, called = said("x a b c d", "", "y"), said("", "x\ty", "x y")
    together = said("", "x y", "x y")
    several = [Candidate(n, 1.0, forms) for n, forms in enumerate((strewn, called, together))]
    assert [entry.number for entry in rank(several, units)] == [2, 0, 1]
    assert [entry.number for entry in rank(several[:2], units[:1])] == [0, 1]


def test_a_word_alone_stands_together_with_nothing() -> None:
    unit = Unit(Word("x"), {"x": Rule.EXACT}, weight=1.0)
    (ranked,) = rank([Candidate(1, 1.0, said("", "x y", "x y"))], (unit,))
    assert ranked.score == 0.6


def test_where_nothing_has_half_of_the_words_any_of_them_finds(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    several = {add_actor(word, f"The {word}") for word in ("trombone", "harp", "oboe", "lyre")}
    hits = workshop_engine().search(SearchRequest("trombone harp oboe", HUNGARIAN)).hits
    assert {hit.id for hit in hits} == several - {"actor/lyre"}
    assert {hit.match for hit in hits} == {"partial"}


def test_a_part_of_the_title_stands_above_a_part_of_another_name() -> None:
    units = (Unit(Word("steel"), {"steel": Rule.EXACT}, weight=1.0),)
    friendship = said("soft power\tpuha hatalom\tsteel friendship", "", "")
    mill = said("mill for steel\tacélmű", "", "")
    several = [Candidate(n, 1.0, forms) for n, forms in enumerate((friendship, mill))]
    assert [entry.number for entry in rank(several, units)] == [1, 0]


@pytest.mark.parametrize("asked", ["actor:Telenor", "szereplő:Telenor"])
def test_what_is_named_as_the_related_record_comes_first(
    real_engine: SearchEngine, asked: str
) -> None:
    hits = real_engine.search(SearchRequest(asked, HUNGARIAN, limit=3)).hits
    assert hits[0].id == "actor/telenor-serbia"
    assert {"Telenor" in str(hit.title) for hit in hits} == {True}


def test_a_source_is_known_by_its_publisher(real_engine: SearchEngine) -> None:
    hits = real_engine.search(SearchRequest("Reuters", HUNGARIAN)).hits
    assert hits[0].id == "source/reuters-montenegro"


def test_a_name_that_is_only_written_apart_is_no_mere_synonym(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    other = add_actor("a-other", "Vaspálya", "It has a trombone.")
    written = add_actor("written", "Trombonevasút")
    hits = workshop_engine().search(SearchRequest("trombone vasút", HUNGARIAN)).hits
    assert [hit.id for hit in hits if hit.id in {other, written}] == [written, other]


def test_the_preverb_after_a_verb_makes_another_verb(
    add_actor: AddActor, workshop_engine: OpenEngine
) -> None:
    stood = add_actor("a-stood", "Nobody", "A trombone az ajtóban állt.")
    withdrew = add_actor("withdrew", "A trombone elállt a szerződéstől")
    hits = workshop_engine().search(SearchRequest("miért állt el a trombone?", HUNGARIAN)).hits
    assert [hit.id for hit in hits if hit.id in {stood, withdrew}] == [withdrew, stood]


@pytest.mark.parametrize("place", ["names", "subjects", "text"])
def test_what_was_asked_in_the_title_parts_equals_and_never_overrules_a_rule(place: str) -> None:
    unit = Unit(Word("x", prefix=True), {rule.name: rule for rule in Rule}, weight=3.0)
    candidates = [
        candidate(number, **{place: frozenset({rule.name})}) for number, rule in enumerate(Rule)
    ]
    ranked = list(rank(candidates, (unit,)))
    assert [entry.rule for entry in ranked] == list(Rule)
    assert all(above.score > below.score for above, below in pairwise(ranked))
    names = ["cím\ttitle\tEXACT", "cím\tEXACT", "cím\ttitle\tFOLDED", "FOLDED"]
    named = [Candidate(n, 1.0, said(name, "", "")) for n, name in enumerate(names)]
    assert [entry.number for entry in rank(named, (unit,))] == [1, 0, 3, 2]


def test_equals_stand_in_the_order_of_the_dossier() -> None:
    unit = Unit(Word("x"), {"x": Rule.EXACT}, weight=1.0)
    same = [candidate(number, names=frozenset({"x"})) for number in (3, 1, 2)]
    assert [entry.number for entry in rank(same, (unit,))] == [1, 2, 3]
    assert not list(rank([], (unit,)))


def test_no_text_that_was_left_unread_would_have_changed_the_order() -> None:
    rules = dict(zip("abcdefg", Rule, strict=True))
    otherwise: dict[PhraseForms, Rule] = {(frozenset("h"), frozenset("ij")): Rule.THESAURUS}
    units = (
        Unit(Word("a"), rules, 2.0, otherwise),
        Unit(Word("k"), {"k": Rule.EXACT, "l": Rule.FUZZY}, 1.0),
    )
    random = Random(4)
    candidates = [
        candidate(
            number,
            names=frozenset(random.sample("abcdefghijklmnop", 3)),
            subjects=frozenset(random.sample("abcdefghijklmnop", random.randrange(3))),
            text=frozenset(random.sample("abcdefghijklmnop", random.randrange(6))),
        )
        for number in range(300)
    ]
    for asked in (units, units[:1], units[1:]):
        places = [(not one.complete, -one.score, one.number) for one in rank(candidates, asked)]
        assert places == sorted(places)
        assert len(places) == len(candidates)
