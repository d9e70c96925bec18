"""Slips of the hand and of the ear, set right by the dossier's own words in both languages."""

from dataclasses import replace

import pytest

from database.search.answer.vocabulary import Vocabulary
from database.search.engine import SearchEngine
from database.search.language import analysis
from database.search.question.tree import Word
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN, Locale


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # Hungarian
        ("kamra", "kamera"), ("kamerra", "kamera"), ("adatkozpnt", "adatközpont"),
        ("adatközpnt", "adatközpont"), ("hállózat", "hálózat"), ("megfigylés", "megfigyelés"),
        ("belügyminisztérum", "belügyminisztérium"), ("Begrád", "Belgrád"),
        ("vastúvonal", "vasútvonal"), ("intelligncia", "intelligencia"),
        # English
        ("survelliance", "surveillance"), ("survaillance", "surveillance"), ("railwya", "railway"),
        ("Belgrde", "Belgrade"), ("artifical", "artificial"), ("intellgence", "intelligence"),
        ("goverment", "government"), ("recogniton", "recognition"), ("privcy", "privacy"),
        # names
        ("Hauwei", "Huawei"), ("Huwai", "Huawei"), ("Kragujevats", "Kragujevac"),
        ("Mogerini", "Mogherini"), ("Smederovo", "Smederevo"), ("Vuccic", "Vučić"),
        ("Telelnor", "Telenor"),
    ],
)  # fmt: skip
def test_a_slip_leads_to_the_word(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    near = vocabulary.similar(typed.lower(), loose=True)
    assert analysis.fold(meant.lower()) in near[:3]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("kamra", "kamera"), ("survelliance", "surveillance"), ("goverment", "government"),
     ("Belgrde", "belgrade"), ("adatkozpnt", "adatkozpont"), ("hállózat", "halozat")],
)  # fmt: skip
def test_the_closest_and_most_frequent_comes_first(
    vocabulary: Vocabulary, typed: str, meant: str
) -> None:
    assert vocabulary.similar(typed.lower(), loose=True)[0] == meant


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kamra Belgrád", "project/belgrade-safe-city"),
        ("Huavej", "actor/huawei"),
        ("Vucsics", "actor/aleksandar-vucic"),
        ("Vucsity", "actor/aleksandar-vucic"),
        ("Wuchich", "actor/aleksandar-vucic"),
        ("adatkozpnt", "project/kragujevac-state-data-centre"),
        ("survelliance", "concern/biometric-mass-surveillance"),
        ("Kragujevats", "actor/city-of-kragujevac"),
    ],
)
def test_a_misspelt_question_is_answered(real_engine: SearchEngine, typed: str, found: str) -> None:
    request = SearchRequest(typed, HUNGARIAN, limit=5, unfinished=False)
    assert found in {hit.id for hit in real_engine.search(request).hits}


@pytest.mark.parametrize(
    ("typed", "meant"), [("survelliance", "surveillance"), ("adatkozpnt", "adatközpont")]
)
def test_the_guess_is_told(real_engine: SearchEngine, typed: str, meant: str) -> None:
    expansions = real_engine.search(SearchRequest(typed, ENGLISH)).expansions
    assert (meant, "fuzzy") in [(e.searched, e.rule) for e in expansions]


def test_one_odd_spelling_does_not_hide_all_the_others(real_engine: SearchEngine) -> None:
    """``Vucsics`` stands among the names of one record; the others write ``Vučić``."""
    asked, written = (
        real_engine.search(SearchRequest(text, HUNGARIAN, unfinished=False))
        for text in ("Vucsics", "Vučić")
    )
    assert asked.total == written.total
    assert asked.hits[0].id == written.hits[0].id == "actor/aleksandar-vucic"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("camrea", "camera"), ("adatkozpnt", "adatközpont"), ("hietl", "hitel"), ("Hauwie", "Huawei")],
)
def test_a_guess_is_told_once_and_found_in_all_its_forms(
    real_engine: SearchEngine, typed: str, meant: str
) -> None:
    asked = real_engine.hits(SearchRequest(typed, HUNGARIAN, unfinished=False))
    assert [(e.searched, e.rule) for e in asked.expansions] == [(meant, "fuzzy")]
    every = real_engine.hits(SearchRequest(meant, HUNGARIAN, unfinished=False))
    others = frozenset(e.searched for e in every.expansions)
    alone = SearchRequest(meant, HUNGARIAN, unfinished=False, without=others)
    assert asked.total == real_engine.hits(alone).total
    without = SearchRequest(typed, HUNGARIAN, unfinished=False, without=frozenset({meant}))
    assert real_engine.hits(without).total == 0


@pytest.mark.parametrize("typed", ["xyzzy", "qqqq", "ŐŰŐŰ", "a", "12345678901234567890"])
def test_nothing_is_made_up(vocabulary: Vocabulary, typed: str) -> None:
    known = vocabulary.has([analysis.fold(typed.lower())])
    assert vocabulary.similar(typed.lower()) == [] or known


@pytest.mark.parametrize("typed", ["VoLTE", "volte", "wiht"])
def test_no_slip_is_one_of_a_word_that_nobody_looks_for(
    real_engine: SearchEngine, typed: str
) -> None:
    results = real_engine.search(SearchRequest(typed, HUNGARIAN, unfinished=False))
    assert not {why.found for hit in results.hits for why in hit.why} & {"volt", "with"}
    assert not {other.text for other in results.suggestions} & {"volt", "with"}


def test_the_beginning_of_a_concept_is_no_slip(real_engine: SearchEngine) -> None:
    """Who has typed the first word of “radio frequency” does not mean Rasim."""
    results = real_engine.search(SearchRequest("radio freq", ENGLISH))
    assert "Rasim" not in {other.text for other in results.suggestions}


def test_a_slip_in_a_concept_of_the_thesaurus_finds_its_other_names(
    real_engine: SearchEngine,
) -> None:
    results = real_engine.search(SearchRequest("mesterséges inteligencia", HUNGARIAN))
    searched = {expansion.searched for expansion in results.expansions}
    assert {"intelligencia", "artificial intelligence", "AI"} <= searched
    removed = frozenset({"intelligencia"})
    exact = real_engine.search(
        SearchRequest("mesterséges inteligencia", HUNGARIAN, without=removed)
    )
    assert not {"artificial intelligence", "AI"} & {x.searched for x in exact.expansions}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Syria", ["Serbia"]),  # neither “sorba” nor “Srbia”
        ("Szíria", ["Szerbia"]),
        ("ZTEh", ["ZTE"]),
        ("gold", ["good"]),
        ("stel", ["steel", "step"]),
        ("Bucarest", ["Budapest"]),
        ('"Syria rail"', ["Serbia rail"]),
        ("Szíria type:project", ["Szerbia type:project"]),
        ("gold medal", []),  # nor is it told what is good
        ("trombone Szíria", []),
        ('"Huawei 2010"', []),  # not what was in 2019
        # ordinary words are nobody's name
        ("Merkel", []), ("Orbán", []), ("snapchat", []), ("Alibba", []), ("Wuhan", []),
        ("li keqiang", []), ("Dahua", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("locale", [ENGLISH, HUNGARIAN])
def test_spellings_are_offered_as_the_dossier_writes_them(
    real_engine: SearchEngine, typed: str, offered: list[str], locale: Locale
) -> None:
    results = real_engine.search(SearchRequest(typed, locale, unfinished=False))
    assert results.total == 0
    assert [other.text for other in results.suggestions if other.kind == "spelling"] == offered


@pytest.mark.parametrize("typed", ["Sybria", "Szrebbia", "Huaewii", "kmaerka", "trombone Szíria"])
def test_what_is_offered_has_an_answer_and_no_word_twice(
    real_engine: SearchEngine, typed: str
) -> None:
    offered = real_engine.search(SearchRequest(typed, ENGLISH, unfinished=False)).suggestions
    assert all(other.total for other in offered)
    spellings = [other.text for other in offered if other.kind == "spelling"]
    assert len({analysis.fold(text.lower()) for text in spellings}) == len(spellings)


@pytest.mark.parametrize(
    ("typed", "guesses"),
    [
        ("Huwei", ["Huawei"]),  # not the odd spellings that one record lists
        ("Bejing", ["Beijing"]),  # and not “being”
        ("Begrád", ["Belgrád", "Beograd"]),
        ("Telelnor", ["Telenor"]),
        ("uawei", ["Huawei"]),
        ("Vucsicc", ["Vucsics", "Vučić"]),  # the second is how all but one record have it
        ("privcy", ["privacy"]),
        ("Jinping", []),  # no “joining”
        ("ping", []),
        # four letters: only if nothing else can be meant
        ("Chna", ["China"]),
        ("Nisš", ["Niš"]),
        ("laon", ["loan"]),
        ("hitl", ["hitel"]),
        ("gold", []),  # no “good”
        ("stel", []),  # steel or step
        # Slips that look as if they had a Hungarian ending
        ("staton", ["station"]),
        ("Huawie", ["Huawei"]),
        ("Netdragn", ["NetDragon"]),
        ("iran", []),
    ],
)
def test_a_name_is_taken_for_a_name_and_a_short_word_for_itself(
    real_engine: SearchEngine, typed: str, guesses: list[str]
) -> None:
    expansions = real_engine.search(SearchRequest(typed, ENGLISH, unfinished=False)).expansions
    assert [e.searched for e in expansions if e.rule == "fuzzy"] == guesses


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ('"Huawie camrea"', "Huawei camera"),
        ('"Huawie kamrea"', "Huawei kamera"),
        ('"telnor staton"', "Telenor station"),
    ],
)
def test_all_slips_of_a_question_are_put_right_in_one_offer(
    real_engine: SearchEngine, typed: str, offered: str
) -> None:
    results = real_engine.search(SearchRequest(typed, ENGLISH, unfinished=False))
    assert results.suggestions[0].text == offered


@pytest.mark.parametrize(
    ("typed", "no_form"), [("letét", "let"), ("volte", "voltáról"), ("staton", "states")]
)
def test_what_only_looks_inflected_is_no_other_form_of_a_word(
    vocabulary: Vocabulary, typed: str, no_form: str
) -> None:
    assert no_form in vocabulary.written(analysis.fold(no_form))
    assert vocabulary.forms(Word(typed)) == {}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ('"facial recognition" Belgrade', ["facial recognition Belgrade"]),
        ("„arcfelismerő kamerák” Belgrád", ["arcfelismerő kamerák Belgrád"]),
        ('"cameras facial"', ["cameras facial"]),  # nothing has it so
        ('"safe city"', []),  # much has it so
        ('+"facial recognition" Belgrade', []),
        ('Belgrade -"facial recognition"', []),
        ('"facial recognition" NOT  "Nenad Popović"', ['facial recognition NOT "Nenad Popović"']),
        ("facial recognition Belgrade", []),
    ],
)
def test_who_quotes_what_few_records_say_is_offered_the_words_without_quotes(
    real_engine: SearchEngine, typed: str, offered: list[str]
) -> None:
    results = real_engine.search(SearchRequest(typed, ENGLISH, unfinished=False))
    loose = [other.text for other in results.suggestions if other.kind == "unquoted"]
    assert loose == offered
    for text in loose:
        again = real_engine.search(SearchRequest(text, ENGLISH, unfinished=False))
        assert again.total > results.total


def test_where_filters_let_no_quotation_pass_the_words_are_offered_if_they_are_there(
    real_engine: SearchEngine,
) -> None:
    for record_type, found in (("event", 1), ("source", 0)):
        filters = frozenset({("type", record_type)})
        quoted = SearchRequest('"facial recognition" Belgrade', ENGLISH, filters=filters)
        results = real_engine.search(quoted)
        assert results.total == 0
        assert [other.total for other in results.suggestions] == [found] * bool(found)
        plain = replace(quoted, text="facial recognition Belgrade")
        assert real_engine.search(plain).total == found


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("trombone Szíria", ["Szerbia"]),
        ('"Huawie camrea" xyzzy', ["Huawei camera", "Huawei", "camera"]),
        ("gold medal", []),
    ],
)
def test_a_slip_beside_words_that_fall_away_is_put_right_where_nothing_else_is_offered(
    real_engine: SearchEngine, typed: str, offered: list[str]
) -> None:
    results = real_engine.search(SearchRequest(typed, ENGLISH, unfinished=False))
    assert [(other.text, other.kind) for other in results.suggestions] == [
        (text, "fewer") for text in offered
    ]


def test_a_guess_that_is_taken_off_is_so_in_all_its_spellings(real_engine: SearchEngine) -> None:
    request = SearchRequest("Begrád", ENGLISH, unfinished=False)
    guesses = {e.searched for e in real_engine.search(request).expansions}
    assert "Belgrád" in guesses
    less = real_engine.search(replace(request, without=frozenset(guesses)))
    assert (less.total, less.expansions) == (0, ())
