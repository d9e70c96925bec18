"""Each hit says why it was found, and each question how it was understood."""

from collections import Counter
from collections.abc import Iterable
from string import Formatter

import pytest

from database.catalog import Catalog
from database.model.text import Text
from database.search.answer import records
from database.search.answer.compiler import ask
from database.search.answer.documents import Forms, Texts, written
from database.search.answer.explain import reason, sentence, told
from database.search.answer.said import Said
from database.search.answer.snippet import Passages
from database.search.answer.unit import MOST_BEGUN, Rule, Unit, every_form
from database.search.answer.vocabulary import Vocabulary
from database.search.answer.why import why
from database.search.engine import SearchEngine
from database.search.index.entries import PROSE
from database.search.language import analysis
from database.search.question.fields import Fields
from database.search.question.query import read
from database.search.question.tree import Word
from database.search.question.understanding import Understood, Why
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale

# More forms begin so than a unit lists.
TOO_MANY = {f"va{n}": Rule.PREFIX for n in range(MOST_BEGUN)}


def unit(form: str, *, prefix: bool = False, **forms: Rule) -> Unit:
    return Unit(Word(form, prefix), dict(forms), 1.0)


def record(name: str, text: str) -> Forms:
    named, others = (" ".join(analysis.forms(zone)).encode() for zone in (name, text))
    return Forms("project", named, b"", others)


def texts(*, title: tuple[str, str] = ("", ""), text: tuple[str, str] = ("", "")) -> Texts:
    """Return the title and the text of a record, each in English and Hungarian."""
    in_either = Text.of(en=title[0], hu=title[1])
    passages = Passages(PROSE, dict(zip(("en", "hu"), text, strict=True)))
    return Texts("project/a", "project", in_either, {}, passages)


def told_of(
    asked: Iterable[Unit], forms: Forms, in_record: Texts, language: str
) -> tuple[Why, ...]:
    several = tuple(asked)
    return why(Said(forms, written(every_form(several))), several, in_record, language)


SMART_CITY = (frozenset({"smart"}), frozenset({"city", "cities"}))


@pytest.mark.parametrize(
    ("asked", "names", "text", "told"),
    [
        (unit("vasút", vasút=Rule.EXACT), "vasút", "", Why("vasút", "vasút", "name", "exact")),
        (unit("vasut", vasút=Rule.FOLDED), "", "a vasút", Why("vasut", "vasút", "text", "folded")),
        (unit("okosvárosban", okosváros=Rule.STEMMED), "", "okosváros",
         Why("okosvárosban", "okosváros", "text", "stemmed")),
        (unit("vasút", vasút=Rule.EXACT, vasúti=Rule.STEMMED), "vasúti", "vasút",
         Why("vasút", "vasúti", "name", "stemmed")),  # names count for more
        (unit("vasút", vasút=Rule.EXACT, vasúti=Rule.STEMMED), "", "vasút vasúti",
         Why("vasút", "vasút", "text", "exact")),
        (unit("railwya", railway=Rule.FUZZY), "railway", "",
         Why("railwya", "railway", "name", "fuzzy")),
        (unit("va", prefix=True, **TOO_MANY), "vasút", "", Why("va", "vasút", "name", "prefix")),
        (Unit(Word("okosváros"), {}, 1.0, {SMART_CITY: Rule.THESAURUS}), "", "smart cities",
         Why("okosváros", "smart cities", "text", "thesaurus")),
        (Unit(Word("smartcity"), {}, 1.0, {SMART_CITY: Rule.STEMMED}), "smart city", "",
         Why("smartcity", "smart city", "name", "compound")),
        (Unit(Word("smart parking"), {}, 1.0, {SMART_CITY: Rule.BROADER}), "", "smart city",
         Why("smart parking", "smart city", "text", "broader")),
    ],
)  # fmt: skip
def test_a_reason_names_form_zone_and_rule(asked: Unit, names: str, text: str, told: Why) -> None:
    forms = record(names, text)
    assert told_of([asked], forms, texts(text=(text, "")), "en") == (told,)


def test_what_a_record_lacks_is_no_reason() -> None:
    railway = record("vasút", "")
    assert told_of([unit("kamera", kamera=Rule.EXACT)], railway, texts(), "en") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Its smart-city plan", (Why("okos város", "smart-city", "text", "thesaurus"),)),
        ("a smart plan of the city", ()),  # the words stand apart, and mean something else
        ("Smart\nCity", ()),  # so do those of two texts
    ],
)
def test_a_phrase_that_says_the_same_is_told_as_it_stands_there(
    text: str, told: tuple[Why, ...]
) -> None:
    instead = {SMART_CITY: Rule.THESAURUS}
    asked = [Unit(Word(form), {}, 1.0, instead) for form in ("okos", "város")]
    assert told_of(asked, record("", text), texts(text=(text, "")), "en") == told


def test_a_phrase_is_told_with_all_words_that_it_stands_for() -> None:
    instead = {SMART_CITY: Rule.THESAURUS}
    asked = [unit("új", új=Rule.EXACT), Unit(Word("okos"), {}, 1.0, instead)]
    asked += [Unit(Word("város", led_by="és"), {"város": Rule.EXACT}, 1.0, instead)]
    text = "smart city, város"
    assert told_of(asked, record("", text), texts(text=(text, "")), "en") == (
        Why("okos és város", "smart city", "text", "thesaurus"),
        Why("város", "város", "text", "exact"),
    )


IN_BOTH = ("digital technology", "digitális technológiák")
OTHERWISE = dict.fromkeys(
    [(frozenset({"government"}),), (frozenset({"kormányzat", "kormányzati"}),)], Rule.THESAURUS
)


@pytest.mark.parametrize(
    ("asked", "language", "found"),
    [
        # What is being typed could be of either language: the reader's own counts.
        (unit("techno", technology=Rule.PREFIX, technológiák=Rule.PREFIX), "hu", "technológiák"),
        (unit("techno", technology=Rule.PREFIX, technológiák=Rule.PREFIX), "en", "technology"),
        (unit("digit", digital=Rule.STEMMED, digitális=Rule.PREFIX), "hu", "digitális"),
        (unit("digit", digital=Rule.STEMMED, digitális=Rule.PREFIX), "en", "digital"),
        # A word with Hungarian letters is Hungarian, whoever asks.
        (unit("technoló", technology=Rule.PREFIX, technológiák=Rule.PREFIX), "en", "technológiák"),
        # The word itself counts for more than any language.
        (unit("digital", digital=Rule.EXACT, digitális=Rule.PREFIX), "hu", "digital"),
        (unit("digitalis", digitális=Rule.FOLDED, digital=Rule.PREFIX), "en", "digitális"),
        # Another language is better than nothing.
        (unit("techno", technology=Rule.PREFIX), "hu", "technology"),
    ],
)
def test_the_form_is_one_in_the_language_of_the_word_or_of_the_reader(
    asked: Unit, language: str, found: str
) -> None:
    for names, text in ((IN_BOTH, ("", "")), (("", ""), IN_BOTH)):
        forms = record(" ".join(names), " ".join(text))
        (told,) = told_of([asked], forms, texts(title=names, text=text), language)
        assert (told.found, told.zone) == (found, "name" if names[0] else "text")


@pytest.mark.parametrize(
    ("asked", "language", "found"),
    [
        ("kormány", "hu", "kormányzat"),
        ("kormány", "en", "kormányzat"),
        ("kabinet", "hu", "kormányzat"),
        ("cabinet", "en", "government"),
    ],
)
def test_other_words_for_it_are_in_that_language_too(asked: str, language: str, found: str) -> None:
    both = ("the government", "a kormányzat, kormányzati")
    several = [Unit(Word(asked), {}, 1.0, OTHERWISE)]
    for names, text in ((both, ("", "")), (("", ""), both)):
        forms = record(" ".join(names), " ".join(text))
        (told,) = told_of(several, forms, texts(title=names, text=text), language)
        assert (told.found, told.rule) == (found, "thesaurus")


def test_a_hungarian_reader_sees_a_hungarian_form_where_there_is_one(
    real_engine: SearchEngine,
) -> None:
    for typed in ("techno", "digit"):
        found = {}
        for locale in LOCALES:
            hits = real_engine.hits(SearchRequest(typed, locale, limit=200)).hits
            found[locale.code] = Counter(
                any(letter in hit.why[0].found for letter in "áéíóöőúüű") for hit in hits
            )
        assert found["hu"][True] > 4 * found["hu"][False]
        assert found["en"][False] > 4 * found["en"][True]


def test_a_reason_can_be_read() -> None:
    told = Why("okosvárosban", "okosváros", "text", "stemmed")
    assert reason(told, ENGLISH) == "“okosvárosban” found as “okosváros”: another form of the word"
    assert reason(Why("a", "a", "name", "exact"), ENGLISH).endswith(", in a name")


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_every_rule_has_words_in_every_language(locale: Locale) -> None:
    for rule in [*(rule.name.lower() for rule in Rule), "compound"]:
        told = reason(Why("kérdés", "felelet", "text", rule), locale)
        assert "felelet" in told, rule


@pytest.fixture
def fields(catalog: Catalog) -> Fields:
    return Vocabulary(catalog._db, catalog._schema).fields  # noqa: SLF001  # nothing else lends it


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
@pytest.mark.parametrize(
    "text",
    ["type:project", "ország:HU", "év:>2016", "date:2016-10..2018", "amount:>5M EUR", "amount:5",
     "amount:EUR",
     "amount:>5M SEK", "amount:5 EUR..6 USD", "x AND y", "x AND", "NOT", "*",
     "amount:lots", "date:no", "year:no", "year:0000", "date:2020-13", "date:2020-02-31",
     'date:"spring 2020"', "year:2017-201", "type:2020-13", "type:projct",
     "foo:bar", "projct:x", "type:dragon", "type:", "has:date",
     "actor:works", "title:railway", '"a b c" -d +e f~ g*h', "a OR b", '"a b', "NOT AND a",
     "-type:event", '"a b"~5', "id:x", "kind:company", "year:..2018", "year:<2018"],
)  # fmt: skip
def test_every_meaning_is_a_sentence(fields: Fields, text: str, locale: Locale) -> None:
    vocabulary = Vocabulary(fields._db, fields.schema)  # noqa: SLF001  # the same dossier
    fields = vocabulary.fields
    parts = [told(part, fields, locale) for part in ask(text, vocabulary).understood]
    assert parts
    for words in (sentence(part, locale) for part in parts):
        assert words.strip(" :")
        assert not any(name for _text, name, _spec, _how in Formatter().parse(words))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Understood("", "field", ("project",), "type"), "Type: Project"),
        (Understood("", "more-than", ("100000000 EUR",), "amount"),
         "Amount: more than EUR 100 million"),
        (Understood("", "at-least", ("1000000000",), "amount"), "Amount: 1 billion or more"),
        (Understood("", "between", ("2016", "2018"), "year"), "Year: from 2016 to 2018"),
        (Understood("", "more-than", ("2016",), "year"), "Year: after 2016"),
        (Understood("", "field", ("mid 2018",), "date"), "Date: mid-2018"),
        (Understood("", "own-currency-only", ("EUR",), "amount"),
         "Only amounts stated in EUR are compared: nothing is converted."),
        (Understood("", "unknown-field", ("projct",), "project"),
         "There is no field “projct” (is it “Project”?): searched as words."),
        (Understood("", "missing", ("Hikvision",)), "No record has “Hikvision”."),
        (Understood("", "unknown-value", ("Hungry", "HU"), "country"),
         "Country: no such value: “Hungry” (is it “Hungary”?). Searched as words."),
    ],
)  # fmt: skip
def test_a_meaning_reads_well(fields: Fields, part: Understood, words: str) -> None:
    assert sentence(told(part, fields, ENGLISH), ENGLISH) == words


def test_words_that_join_are_told_in_the_readers_language(fields: Fields) -> None:
    (part,) = read("NEM (railway OR camera)", fields=fields).understood
    assert sentence(told(part, fields, HUNGARIAN), HUNGARIAN).startswith("„(railway VAGY camera)”")


def test_every_hit_of_a_question_has_a_reason(engine: SearchEngine) -> None:
    vocabulary, documents = engine._vocabulary, engine._documents  # noqa: SLF001  # as the engine
    for text in ("mintavasútról", "example railways", "covenant", "Djordjevic", "rialway"):
        question = ask(text, vocabulary)
        found = engine._gatherer.complete(question)  # noqa: SLF001  # as the engine
        assert found != records.NONE
        for forms in documents.forms(records.numbers(found)).values():
            assert told_of(question.units, forms, texts(), "en"), text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Huawei OR Loan", "One of these is enough: Huawei · Loan"),
        ('"Smart City"', "“Smart City”: next to each other, in this order"),
        ("Huawei -NATO", "“NATO”: must not be there"),
        ("Huawei NOT NATO", "“NATO”: must not be there"),
        ('Huawei -"Smart City"', "“Smart City”: must not be there"),
        ("Вучић AND LOAN", "All of these must be there: Вучић · LOAN"),
        ("Type:Project", "Type: Project"),
    ],
)
def test_words_are_told_as_they_were_typed(real_engine: SearchEngine, text: str, told: str) -> None:
    assert real_engine.search(SearchRequest(text, ENGLISH)).understood == (told,)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("half a billion", "“half a billion” found as “500 million”: the same in other words"),
        ("brza pruga", "“brza pruga” found as “railway”: a broader term"),
    ],
)  # fmt: skip
def test_words_that_are_said_in_the_same_others_are_told_as_one(
    real_engine: SearchEngine, asked: str, told: str
) -> None:
    hits = real_engine.search(SearchRequest(asked, ENGLISH, unfinished=False)).hits
    assert told in {reason(found, ENGLISH) for hit in hits for found in hit.why}


def test_reasons_and_guesses_name_words_as_they_were_typed(real_engine: SearchEngine) -> None:
    results = real_engine.search(SearchRequest("Huawei LAON", ENGLISH, unfinished=False))
    assert [(e.asked, e.searched) for e in results.expansions if e.rule == "fuzzy"] == [
        ("LAON", "loan")
    ]
    told = [reason(found, ENGLISH) for found in results.hits[0].why]
    assert told == [
        "“Huawei” as written",
        "“LAON” found as “loan”: a similar spelling",
    ]
