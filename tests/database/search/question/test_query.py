"""Any text is a question, and the tree says what was meant."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.search.question import parser, signs
from database.search.question.plain_words import MOST_WORDS
from database.search.question.query import MOST_CHARACTERS, read
from database.search.question.tree import NOTHING, All, Any, Node, Not, Phrase, Word, leaves, words


def parse(text: str, *, unfinished: bool = False) -> Node:
    return read(text, unfinished=unfinished).tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("vasút", Word("vasút")),
        ("Railway Camera", All((Word("railway"), Word("camera")))),
        ("railway AND camera", All((Word("railway"), Word("camera")))),
        ("vasút ÉS kamera", All((Word("vasút"), Word("kamera")))),
        ("railway OR camera", Any((Word("railway"), Word("camera")))),
        ("vasút VAGY kamera", Any((Word("vasút"), Word("kamera")))),
        ("railway NOT camera", All((Word("railway"), Not(Word("camera"))))),
        ("vasút NEM kamera", All((Word("vasút"), Not(Word("kamera"))))),
        ("railway -camera", All((Word("railway"), Not(Word("camera"))))),
        ("+railway camera", All((Word("railway"), Word("camera")))),
        ("-camera", Not(Word("camera"))),
        ('"example railway"', Phrase(("example", "railway"))),
        ('-"example railway"', Not(Phrase(("example", "railway")))),
        ('"railway"', Word("railway")),
        ("rail*", Word("rail", prefix=True)),
        ("smart-ci*", All((Word("smart"), Word("ci", prefix=True)))),
        ("smart-city", All((Word("smart"), Word("city")))),  # a hyphen joins
        ("5G-hálózat", All((Word("5g"), Word("hálózat")))),
        ("a MI szerepe", All((Word("mi", is_abbreviation=True), Word("szerepe")))),
        ("MI-stratégia*", All((Word("mi", is_abbreviation=True), Word("stratégia", prefix=True)))),
        ("mi a szerepe", Word("szerepe")),
        ("MI A SZEREPE", Word("szerepe")),  # who writes all of it in capitals abbreviates nothing
        ("(railway OR tram) camera",
         All((Any((Word("railway"), Word("tram"))), Word("camera")))),
        ("+(railway OR tram) camera",
         All((Any((Word("railway"), Word("tram"))), Word("camera")))),
        ("+(railway NOT tram)", All((Word("railway"), Not(Word("tram"))))),
        ("or and not", All((Word("or"), Word("and"), Word("not")))),  # small letters are words
        ("the railway of the town", All((Word("railway"), Word("town")))),
        ("tell me something about either railway", Word("railway")),
        ("mit mondott a vasúttal kapcsolatban", Word("vasúttal")),
        ("why didn't anyone take the railway", Word("railway")),
        ("decision making", All((Word("decision"), Word("making")))),  # ends a term
        ("a vasút és a kamera", All((Word("vasút"), Word("kamera")))),
        ("miért állt el", Word("állt", preverb="el")),  # a form of eláll
        ("miert allt el", Word("allt", preverb="el")),  # without any accents
        ("miért mondta le", Word("lemondta")),  # which tells nothing without its preverb
        ("how could the railway be", Word("railway", preverb="be")),
        ("what could be a railway", Word("railway", led_by="what could be a")),
        ("e-Government", All((Word("e", is_abbreviation=True), Word("government")))),
        ("e kormány", Word("kormány", led_by="e")),
        ("Kínával szembeni adósság", All((Word("kínával"), Word("adósság")))),
        ("koliko košta pruga", All((Word("košta"), Word("pruga")))),
        ("колико кошта пруга", All((Word("košta"), Word("pruga")))),
        ("el", Word("el")),
        ("Ђорђе", Word("đorđe")),
        ("17+1", All((Word("17"), Word("1")))),
        ("R&D", All((Word("r"), Word("d")))),
        ("title:railway", All((Word("title"), Word("railway")))),  # no fields to ask for
        ("", NOTHING),
        ("   ", NOTHING),
        ("\x00", NOTHING),
        ("?!…–„”", NOTHING),
        ("*", NOTHING),
        ('""', NOTHING),
        ("()", NOTHING),
        ("-", NOTHING),
    ],
)  # fmt: skip
def test_a_question_is_understood(text: str, tree: Node) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("example rail", Word("rail", prefix=True)),
        ("example rail ", Word("rail")),
        ('"example rail"', None),
        ("tűzk", Word("tűzk", prefix=True)),
        ("railway OR cam", Word("cam", prefix=True)),
        ("65 millió eur", Word("eur")),  # a sum and its currency
        ("a railway for 150 EUR", Word("eur")),
        ("eur", Word("eur", prefix=True)),
        ("5G euro", Word("euro", prefix=True)),
        ("9,5", Word("5")),
        ("2019,2020", Word("2020", prefix=True)),
        ("65 million euro", Word("euro")),
        ("kb. 65,5 euró", Word("euró")),
        ("amount:>100 euro", Word("euro")),
        ("made-0001809 euró", Word("euró", prefix=True)),  # which may become Európa
    ],
)
def test_the_last_word_may_still_be_growing(text: str, last: Word | None) -> None:
    words = [leaf for leaf in leaves(parse(text, unfinished=True)) if isinstance(leaf, Word)]
    assert (words[-1] if words else None) == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("novi sa", Word("sa", prefix=True)),
        ("okos novi s", Word("s", prefix=True)),
        ("kuća sa", Word("kuća")),
        ("novi sa ", Word("novi")),
        ("novi után", Word("novi")),
    ],
)
def test_what_a_name_goes_on_with_is_no_stop_word(text: str, last: Word) -> None:
    def goes_on(forms: Sequence[str]) -> bool:
        return any(name.startswith(" ".join(forms)) for name in ("novi sad", "novi utánfutó"))

    tree = read(text, unfinished=True, goes_on=goes_on).tree
    assert words(leaves(tree)[-1]) == (last,)


@pytest.mark.parametrize("text", ["the", "a", "és", "to be or not to be", "nem"])
def test_a_question_of_little_words_only_asks_for_them(text: str) -> None:
    assert leaves(parse(text))


HOSTILE = [
    "NOT", "NOT AND a", "AND", "AND AND", "OR OR OR", "a AND", "OR a", "NOT NOT a", "a AND NOT",
    "(((", ")))", "((a)", "(a))", "(" * 400 + "a", "a" + ")" * 400, "(a " * 160, "NOT (" * 90,
    '"', '"""', 'a "b', '"a b"~', '"a"^2', "a^b", "a~2", "~", "[a TO b]", "{a TO b}", "field:",
    ":a", "*a", "a*b", "?", "a?b", "\\", "\\\"", "'; DROP TABLE record; --", 'NEAR(a b)',
    "a NEAR b", "^a", "title : a", "{title} : a", "-" * 500, "+ - + -", "--a", "+-a", "-+a",
    "é" * 501, "a\x00b", "\ud800", "\ufeff", "\u202eabc", "👩‍👩‍👧", "𝕳𝖚𝖆𝖜𝖊𝖎", "ﬁ", "İstanbul",
    "ǅ", "a b " * 400, "a (-b)", "(a OR b) ( -c)", "( +a -b)", 'a -"+"', "a NOT (b NOT c)",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("unfinished", [False, True])
def test_no_text_is_too_strange_to_be_a_question(text: str, unfinished: bool) -> None:
    tree = parse(text, unfinished=unfinished)
    assert len(leaves(tree)) <= MOST_CHARACTERS
    assert all(leaf.form for leaf in leaves(tree) if isinstance(leaf, Word))


@given(st.text(max_size=80))
def test_no_text_at_all_is_too_strange(text: str) -> None:
    assert isinstance(parse(text, unfinished=True), Word | Phrase | All | Any | Not)


@given(st.text('() "+-*aANDORT', max_size=60))
def test_signs_and_operators_make_no_empty_words(text: str) -> None:
    for leaf in leaves(parse(text)):
        assert leaf.form if isinstance(leaf, Word) else len(leaf.forms) > 1


SIGNS = ["+", "-", "(", ")", '"', "*", "?", "~", ":", " ", " AND ", " VAGY ", "NEM ", "vasút", "5G"]


@given(st.lists(st.sampled_from(SIGNS), max_size=20).map("".join))
def test_signs_and_operators_stand_together_in_any_order(text: str) -> None:
    assert isinstance(parse(text), Word | Phrase | All | Any | Not)


WORDS = [
    "vasút",
    "5G",
    "the",
    "és",
    "AND",
    "Ők",
    "el",
    "Вучић",
    "Ağ",
    "中国",
    " ",
    "\t",
    "  a ",
    "x",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_mere_words_are_read_as_the_parser_reads_them(text: str) -> None:
    words = " ".join(word for word in text.split() if word != "AND")
    assert signs.are_absent(words)
    assert parse(words) == parser.tree_of(words, None, [])
    assert signs.are_absent(text) is ("AND" not in text.split())


def test_a_very_long_question_is_cut() -> None:
    assert len(leaves(parse("vasút kamera " * 1000))) <= MOST_WORDS
