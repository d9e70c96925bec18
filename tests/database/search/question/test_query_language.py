"""The signs of the query language: what they are taken for, and what they find."""

import pytest

from database.search.question.query import read
from database.search.question.tree import All, Any, Node, Not, Phrase, Word
from tests.database.search.questions import Asker

RAILWAY, CAMERAS = "project/example-railway", "project/example-cameras"
OPENING = "event/example-opening-2018"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("k?mera", Word("k?mera", pattern=True)),
        ("K*mera", Word("k*mera", pattern=True)),
        ("*vasút", Word("*vasút", pattern=True)),
        ("ки*ја", Word("ki*ja", pattern=True)),
        ("vas*", Word("vas", prefix=True)),
        ("(vas* OR kam*)", Any((Word("vas", prefix=True), Word("kam", prefix=True)))),
        ("q*b*c*d*f", All(tuple(map(Word, "qbcdf")))),  # too many stars to be meant
        ("kamera?", Word("kamera")),  # asks, and stands for no letter
        ("kamrea~", Word("kamrea", slips=1)),
        ("kamrea~2", Word("kamrea", slips=2)),
        ("kamrea~9", Word("kamrea", slips=2)),
        ("5~", Word("5")),
        ("eu~2", Word("eu", slips=1)),
        ("smart-ctiy~", All((Word("smart"), Word("ctiy", slips=1)))),
        ("vasút −kamera", All((Word("vasút"), Not(Word("kamera"))))),
        ("(vasút -kamera)", All((Word("vasút"), Not(Word("kamera"))))),
        ("vasút OR -kamera", Any((Word("vasút"), Not(Word("kamera"))))),
        ("vasút VAGY NEM kamera", Any((Word("vasút"), Not(Word("kamera"))))),
        ("(a1 OR (b1 AND NOT c1)) d1",
         All((Any((Word("a1"), All((Word("b1"), Not(Word("c1")))))), Word("d1")))),
        ("„okos város”", Phrase(("okos", "város"))),
        ("“smart city”", Phrase(("smart", "city"))),
        ('"smart city"~3', Phrase(("smart", "city"), apart=3)),
        ('"smart city"~1', Phrase(("smart", "city"))),  # next to each other
        ('"smart city"~0', Phrase(("smart", "city"))),
        ('"safe smart city"~2', Phrase(("safe", "smart", "city"), apart=2)),
        ('"a1 b1 c1 d1"~2', Phrase(("a1", "b1", "c1", "d1"), apart=3)),  # there must be room
        ('"smart cit*"', Phrase(("smart", "cit*"))),
        ('"Sm?rt city?"', Phrase(("sm?rt", "city"))),
        ('"smart * city"', Phrase(("smart", "city"))),
        ('"cit*"', Word("cit", prefix=True)),
        ("华为", Phrase(("华", "为"))),
        ("华为 5G", All((Phrase(("华", "为")), Word("5g")))),
        ("华", Word("华")),
        ("5G-től", Word("5g")),
        ("EU-t", Word("eu")),
        ("well-known", All((Word("well"), Word("known")))),
    ],
)  # fmt: skip
def test_a_sign_is_taken_for_what_it_is(text: str, tree: Node) -> None:
    assert read(text).tree == tree


def test_a_plus_makes_a_word_required_even_when_little_is_found() -> None:
    assert read("+vasút kamera").required == (Word("vasút"),)
    assert read("(+vasút OR kamera)").required == ()


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("a1 AND b1", "a1 b1"),
        ("a1 ÉS b1 ÉS c1", "a1 b1 c1"),
        ("safe city AND loan", "safe city loan"),  # what stands beside an operand belongs to it
        ("(a1 b1) AND c1", "a1 b1 c1"),
        ("(a1 AND b1)", "a1 b1"),
        ("the loan AND a camera", "loan camera"),
        ("a1 AND NOT b1", "a1"),
        ("a1 b1", ""),
        ("a1 b1 AND", ""),
        ("(a1 AND b1) OR c1", ""),  # of a choice, no word is needed by itself
    ],
)
def test_a_written_and_makes_every_word_required(text: str, required: str) -> None:
    assert read(text).required == tuple(map(Word, required.split()))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("railway AND", "railway"),
        ("AND railway", "railway"),
        ("railway OR ", "railway"),
        ("(railway VAGY) camera", "railway camera"),
        ("a1 OR AND b1", "a1 b1"),
        ("railway NOT", "railway"),
        ("e OR", "e"),
        ("NOT ", "not"),
        ("OR", "or"),
    ],
)
def test_an_operator_with_nothing_beside_it_is_passed_over(text: str, same: str) -> None:
    assert read(text).tree == read(same).tree


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("r?il", RAILWAY),
        ("*ilw", RAILWAY),
        ('title:"example rai', RAILWAY),
        ('project:("example rai', RAILWAY),
        ("title:exam", RAILWAY),
    ],
)
def test_the_last_word_is_a_beginning_within_signs_too(
    asker: Asker, typed: str, whole: str
) -> None:
    assert whole in asker.found(typed, unfinished=True)
    assert whole not in asker.found(typed)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a1 AND b1 OR c1", ("(a1 b1)", "c1")),
        ("a1 OR b1 AND c1", ("a1", "(b1 c1)")),
        ("a1 OR (b1 OR c1)", ("a1", "b1", "c1")),
        ("a1 OR -b1", ("a1", "-b1")),
    ],
)
def test_a_choice_tells_which_words_go_together(text: str, words: tuple[str, ...]) -> None:
    assert [u.words for u in read(text).understood if u.meaning == "any-of"] == [words]


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("r?ilway", RAILWAY, None),
        ("*vasut", RAILWAY, CAMERAS),
        ("rail* -example", None, RAILWAY),
        ("rialway~", RAILWAY, None),
        ("camera OR -railway", CAMERAS, OPENING),
        ("(railway -opening) OR xylophone", RAILWAY, OPENING),
        ("NOT (railway OR camera)", None, RAILWAY),
        ('"trains between"~3', RAILWAY, CAMERAS),
        ('"example rail*"', RAILWAY, CAMERAS),
        ('"exam* railway"', RAILWAY, CAMERAS),
        ('"ex?mple r*way"', RAILWAY, CAMERAS),
        ('"tra* between"~3', RAILWAY, CAMERAS),
        ('title:"example rail*"', RAILWAY, CAMERAS),
        ('"dragon* railway"', None, RAILWAY),
        ('type:project -"example rail*"', CAMERAS, RAILWAY),
        ("type:project", RAILWAY, OPENING),
        ("railway type:event", OPENING, RAILWAY),
        ("type:event OR title:cameras", CAMERAS, RAILWAY),
        ("-type:project railway", OPENING, RAILWAY),
        ("(type:project -title:camera*) OR type:concern", RAILWAY, CAMERAS),
    ],
)
def test_it_finds_what_was_meant(
    asker: Asker, text: str, wanted: str | None, unwanted: str | None
) -> None:
    found = asker.found(text)
    assert wanted in found or wanted is None
    assert unwanted not in found


def test_who_excludes_a_word_excludes_its_endings_but_no_other_forms(asker: Asker) -> None:
    assert RAILWAY in asker.found("railway -opening")  # the line opened
    assert RAILWAY not in asker.found("railway -train")  # trains run


def test_an_expansion_can_be_taken_back(asker: Asker) -> None:
    offered = asker.ask("covenant").expansions
    assert offered
    without = frozenset(expansion.searched for expansion in offered)
    assert asker.ask("covenant", without=without).expansions == ()
    assert asker.found("covenant", without=without) < asker.found("covenant")


def test_a_guess_can_be_taken_back(asker: Asker) -> None:
    (guess,) = asker.ask("railwya").expansions
    assert (guess.searched, guess.rule) == ("railway", "fuzzy")
    assert asker.found("railwya")
    assert not asker.found("railwya", without=frozenset({"railway"}))


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("vasút kamera", []),
        ('"example railway"', ["phrase"]),
        ('"example railway"~5', ["near"]),
        ('"railway"~5', ["stray"]),
        ('title:"example railway"~5', ["field", "stray"]),
        ("railway -camera", ["excluded"]),
        ("+railway camera", ["required"]),
        ("railway OR camera", ["any-of"]),
        ('"railway', ["unclosed"]),
        ('title:"railway', ["field"]),
        ('title:("railway" OR "cam', ["field"]),
        ("r?ilway", ["pattern"]),
        ("railway~", ["fuzzy"]),
        ("type:project", ["field"]),
        ("-type:project", ["field"]),
        ("foo:bar", ["unknown-field"]),
        ("type:dragon", ["unknown-value"]),
        ("amount:plenty", ["bad-amount"]),
        ("date:2020-13", ["bad-date"]),
        ("year:soon", ["bad-year"]),
        ("type:", ["no-value"]),
        ('"example', ["unclosed"]),
        ("(railway", ["odd-bracket"]),
        ("railway AND (camera OR", ["odd-bracket", "dangling", "all-of"]),
        ('(railway) "(camera"', []),
        ("NOT (AND", ["plain-words"]),
        ("NOT AND railway", ["dangling", "excluded"]),
        ("railway OR OR camera", ["dangling", "any-of"]),
        ("railway ÉS ÉS camera", ["dangling", "all-of"]),
        ("railway NOT NOT camera", ["dangling", "excluded"]),
        ("railway AND camera", ["all-of"]),
        ("+railway +camera", ["all-of"]),
        ("railway AND the", []),
        ("--railway ~camera", ["stray", "stray"]),
        ("amount: ~5M", ["between", "any-currency"]),
        ("railway^2", ["stray"]),
        ("C++ a-b 5~6", []),
        ("tram = train", []),
        ('"example railway" AND c?mera', ["all-of", "phrase", "pattern"]),
        ("railway AND NOT camera", ["required", "excluded"]),
        ("(railway OR tram) AND camera", ["any-of", "required"]),
        ("(+railway +tram) OR camera", ["any-of"]),  # a plus in a choice makes no difference
        ("railway AND", ["dangling"]),
        ("railway ÉS ", ["dangling"]),
        ("(railway VAGY)", ["dangling"]),
        ("OR railway", ["dangling"]),
        ("railway NEM", ["dangling"]),
        ("railway AND OR camera", ["dangling", "all-of"]),
        ("railway OR NOT camera", ["any-of"]),
        ("NOT has:amount", ["has"]),
        ("-amount:>5M EUR", ["more-than", "own-currency-only"]),
        ("railway NEM (type:event VAGY type:source)", ["excluded"]),
        ("year:2016 OR year:2018", ["field", "field", "any-of"]),
        ("tram OR -type:event", ["any-of"]),
        ("+year:2016 railway", ["field", "required"]),
        ("amount:>", ["no-value"]),
        ("year:..", ["no-value"]),
        ('"AND railway AND"', ["phrase"]),
        ("NOT", ["lone-operator"]),
        ("VAGY ", ["lone-operator"]),
        ("type: AND", ["dangling"]),
        ("*", ["no-words"]),
        ('""', ["no-words"]),
        ("+ - ~", ["no-words"]),
        ("", []),
        (" ", []),
        ("http://example.org", []),
        ("12:30", []),
    ],
)
def test_it_says_how_it_understood(asker: Asker, text: str, meanings: list[str]) -> None:
    assert [part.meaning for part in asker.ask(text).understood] == meanings


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("szereplő:Huawei type:project", "project/belgrade-safe-city", "project/tuzla-7"),
        ("actor:Huaweijel típus:esemény", "event/safe-city-agreement-2017", "actor/huawei"),
        ("összeg:>100 millió EUR", "project/budapest-belgrade-railway", "project/tuzla-7"),
        ("összeg:>100 millió EUR", "project/fruskogorski-corridor", "actor/european-union"),
        ("amount:>10 billion USD", "actor/china", "project/budapest-belgrade-railway"),
        ("amount:600..700M EUR", "project/fruskogorski-corridor", "actor/serbia"),
        ("év:2017 ágazat:megfigyelés", "event/safe-city-agreement-2017", "actor/turkey"),
        ("ország:Montenegró hitel", "concern/debt-trap", "project/belgrade-safe-city"),
        ("status:called-off", "project/5g-introduction", "project/belgrade-safe-city"),
        ("állapot:(használatban VAGY befejezett) NEM 5G",
         "project/belgrade-safe-city", "project/5g-introduction"),
        ("has:amount type:project country:HU", "project/budapest-belgrade-railway",
         "project/kragujevac-state-data-centre"),
        ("Belgrád +kamera*", "project/belgrade-safe-city", "project/tuzla-7"),
        ("华为", "actor/huawei", "actor/turkey"),
        ("hua wei", "actor/huawei", "project/tuzla-7"),
        ("concern:debt* type:project", "project/montenegro-coast-serbia-highway", "actor/huawei"),
        ("source:seenews type:project", "project/fruskogorski-corridor", "project/tuzla-7"),
    ],
)  # fmt: skip
def test_the_real_dossier_answers(real_asker: Asker, text: str, wanted: str, unwanted: str) -> None:
    found = real_asker.found(text)
    assert wanted in found
    assert unwanted not in found
