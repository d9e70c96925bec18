"""What places say of a question, in short."""

from database.search.answer.shorthand import SILENT, UNSAID, Shorthand
from database.search.answer.unit import Rule, Unit
from database.search.question.tree import Word

SMART, CITY, OKOS = frozenset({"smart"}), frozenset({"city", "cities"}), frozenset({"okosváros"})
UNIT = Unit(
    Word("okos"),
    {"okosat": Rule.STEMMED, "okos": Rule.EXACT},
    1.0,
    {(OKOS,): Rule.STEMMED, (SMART, CITY): Rule.THESAURUS},
)
HUAWEI = Unit(Word("Huawei"), {"huawei": Rule.EXACT, "smart": Rule.FUZZY}, 1.0)


def test_the_surest_rule_counts_in_whatever_words() -> None:
    shorthand = Shorthand([UNIT, HUAWEI])
    for said, rules in (
        ("", (UNSAID, UNSAID)),
        ("elephant city", (UNSAID, UNSAID)),
        ("okos okosat", (Rule.EXACT, UNSAID)),
        ("cities of smart people", (Rule.THESAURUS, Rule.FUZZY)),
        ("okosváros smart city", (Rule.STEMMED, Rule.FUZZY)),
        ("okosat smart huawei city", (Rule.STEMMED, Rule.EXACT)),
    ):
        assert tuple(shorthand.rules(shorthand.of(said.split()))) == rules, said
    assert shorthand.of(["elephant"]) == SILENT


def test_a_phrase_may_be_strewn_over_several_places() -> None:
    shorthand = Shorthand([UNIT])
    smart, city = shorthand.of(["smart"]), shorthand.of(["cities"])
    assert [shorthand.rules(bits)[0] for bits in (smart, city)] == [UNSAID, UNSAID]
    assert shorthand.rules(smart | city) == [Rule.THESAURUS]


def test_phrases_may_have_parts_in_common() -> None:
    square, hall = frozenset({"square"}), frozenset({"hall"})
    phrases = ((SMART, CITY), (square, CITY), (hall, SMART))
    shorthand = Shorthand([Unit(Word("x"), {}, 1.0, dict.fromkeys(phrases, Rule.BROADER))])
    for said in ("smart city", "square city", "smart hall"):
        assert shorthand.rules(shorthand.of(said.split())) == [Rule.BROADER], said
    for said in ("square hall", "square smart", "city hall", "hall"):
        assert shorthand.rules(shorthand.of(said.split())) == [UNSAID], said


def test_what_differs_in_endings_only_is_taken_down_alike() -> None:
    shorthand = Shorthand([UNIT, HUAWEI])
    assert shorthand.of(["city"]) == shorthand.of(["cities", "elephant"]) != SILENT
