"""What the form writes is understood as meant, and read back into the form."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from database.catalog import connect
from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.form import form_reading, form_writing
from database.search.form.form import CHOSEN, Bounds, QueryForm
from database.search.question.field_words import FieldWords
from database.search.question.fields import Fields
from database.search.question.query import Parsed, read
from database.search.question.tree import All, Any, Leaf, Node, Not, Phrase, Word, leaves
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale

FULL = QueryForm(
    all_words="kamera 5G",
    phrase="smart city",
    any_words='hitel "memorandum of understanding" adomány',
    none_words='railway "tied loan"',
    chosen={
        "type": ("project", "event"),
        "status": ("in-use",),
        "sector": ("trade-and-tourism", "5g"),
        "country": ("MK", "CN"),
        "has": ("amount", "source"),
    },
    years=Bounds("between", "2017", "2020"),
    amounts=Bounds("between", "100M", "1.5bn"),
    currency="EUR",
)
WORDS = st.lists(st.sampled_from(["kamera", "5G", "smart-city", "vasút", '"data centre"', "Ниш"]),
                 max_size=3, unique=True).map(" ".join)  # fmt: skip

ONE = st.sampled_from(["field", "at-least", "more-than", "at-most", "less-than"])
ONE_YEAR = st.builds(Bounds, ONE, st.just("2017"))
ONE_AMOUNT = st.builds(Bounds, ONE, st.sampled_from(["5", "10M", "2bn"]))


@pytest.fixture(scope="module")
def fields(real_dossier: Path, schema: Schema) -> Iterator[Fields]:
    with closing(connect(real_dossier)) as connection:
        yield Fields(schema, connection)


def written(fields: Fields, form: QueryForm, locale: Locale = ENGLISH) -> str:
    return form_writing.write(form, [FieldWords(fields, locale)]).text


def test_a_form_is_written_in_the_words_of_the_readers_language(fields: Fields) -> None:
    assert written(fields, FULL) == (
        '+kamera +5G "smart city" (hitel OR "memorandum of understanding" OR adomány)'
        ' NOT railway NOT "tied loan"'
        ' type:(project OR event) status:"in use" sector:(trade and tourism OR 5G)'
        " country:(North Macedonia OR China) has:amount has:source"
        " year:2017..2020 amount:100M..1.5bn EUR"
    )
    assert written(fields, FULL, HUNGARIAN) == (
        '+kamera +5G "smart city" (hitel VAGY "memorandum of understanding" VAGY adomány)'
        ' NEM railway NEM "tied loan"'
        " típus:(projekt VAGY esemény) állapot:használatban"
        " ágazat:(kereskedelem és turizmus VAGY 5G) ország:(Észak-Macedónia VAGY Kína)"
        " van:összeg van:forrás év:2017..2020 összeg:100 millió..1,5 milliárd EUR"
    )


def test_both_languages_mean_the_same(fields: Fields) -> None:
    english, hungarian = (read(written(fields, FULL, x), fields=fields) for x in LOCALES)
    assert english.tree == hungarian.tree
    assert english.required == hungarian.required == (Word("kamera"), Word("5g"))
    assert isinstance(english.tree, All)
    parts = english.tree.parts
    assert {Word("kamera"), Word("5g"), Phrase(("smart", "city"))} <= set(parts)
    assert Any((Word("hitel"), Phrase(("memorandum", "of", "understanding")), Word("adomány"))) in (
        parts
    )
    assert {Not(Word("railway")), Not(Phrase(("tied", "loan")))} <= set(parts)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_everything_in_a_question_is_understood(fields: Fields, locale: Locale) -> None:
    told = read(written(fields, FULL, locale), fields=fields).understood
    by_field = {part.field: part for part in told if part.field and part.meaning != "has"}
    assert {field: by_field[field].words for field in CHOSEN} == {
        field: FULL.chosen[field] for field in CHOSEN
    }
    assert [part.words for part in told if part.meaning == "has"] == [("amount",), ("source",)]
    assert by_field["year"].words == ("2017", "2020")
    sums = next(part for part in told if part.field == "amount" and part.meaning == "between")
    assert sums.words == ("100000000 EUR", "1500000000 EUR")


@given(
    st.builds(
        QueryForm,
        all_words=WORDS.filter(lambda words: '"' not in words),
        phrase=st.sampled_from(["", "smart city", "5G"]),
        any_words=WORDS.filter(lambda words: " " in words.replace("data centre", "")),
        none_words=WORDS,
        chosen=st.sampled_from([{}, {"type": ("project",), "has": ("amount",)}]),
        years=st.one_of(st.just(Bounds()), ONE_YEAR, st.just(Bounds("between", "2017", "2020"))),
        amounts=st.one_of(st.just(Bounds()), ONE_AMOUNT, st.just(Bounds("between", "5", "10M"))),
        currency=st.just("USD"),
    ),
    st.sampled_from(LOCALES),
)
@settings(max_examples=300, deadline=None)
def test_what_is_written_is_read_back(fields: Fields, form: QueryForm, locale: Locale) -> None:
    again = form_reading.read(written(fields, form, locale), fields, ENGLISH)
    expected = form if form.amounts.first else replace(form, currency="")
    assert again == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", QueryForm()),
        ("smart city -5G", QueryForm(all_words="smart city", none_words="5G")),
        ("x AND y AND NOT c", QueryForm(all_words="x y", none_words="c")),
        ("x ÉS y NEM c", QueryForm(all_words="x y", none_words="c")),
        ("a OR b VAGY c", QueryForm(any_words="a b c")),
        ("loan of Huawei", QueryForm(all_words="loan Huawei")),
        ("MI és az AI", QueryForm(all_words="MI AI")),
        ("of the", QueryForm(all_words="of the")),
        ("NOT (a OR b)", QueryForm(none_words="a b")),
        ("„okos város” kam*", QueryForm(phrase="okos város", all_words="kam*")),
        ("year:>2018", QueryForm(years=Bounds("more-than", "2018"))),
        ("year:2018..", QueryForm(years=Bounds("at-least", "2018"))),
        ("év:2019", QueryForm(years=Bounds("field", "2019"))),
        ("amount:>=100M", QueryForm(amounts=Bounds("at-least", "100M"))),
        ("amount:5..10M SEK", QueryForm(amounts=Bounds("between", "5M", "10M"), currency="SEK")),
        ("amount:>100M EUR", QueryForm(amounts=Bounds("more-than", "100M"), currency="EUR")),
        # What the form has no place for is kept as it is.
        ("a OR b c", QueryForm(rest="a OR b c")),
        ("type:project type:event", QueryForm(chosen={"type": ("project",)}, rest="type:event")),
        ("-type:project x", QueryForm(all_words="x", rest="-type:project")),
        ("amount:EUR x", QueryForm(all_words="x", rest="amount:EUR")),
        ("date:>2018-06 x", QueryForm(all_words="x", rest="date:>2018-06")),
        ("year:>2018 year:<2020", QueryForm(years=Bounds("more-than", "2018"), rest="year:<2020")),
        ("year:(2017 OR 2019) x", QueryForm(all_words="x", rest="year:(2017 OR 2019)")),
        ("country:(RS AND HU) x", QueryForm(all_words="x", rest="country:(RS AND HU)")),
        ("country:-RS x", QueryForm(all_words="x", rest="country:-RS")),
        ("actor:Huawei x", QueryForm(all_words="x", rest="actor:Huawei")),
        ("foo:bar x", QueryForm(all_words="x", rest="foo:bar")),
        ('"x y"~3', QueryForm(rest='"x y"~3')),
        ("kamrea~ x", QueryForm(all_words="kamrea~ x")),
        ("(a b) c", QueryForm(all_words="c", rest="(a b)")),
        ("(a b) AND c", QueryForm(all_words="c", rest="+(a b)")),
        ("(a OR b) AND c", QueryForm(all_words="c", any_words="a b")),
        ("a AND b OR c", QueryForm(rest="a AND b OR c")),
        ("a AND", QueryForm(all_words="a")),
        ("((", QueryForm(rest="((")),
    ],
)
def test_a_question_is_read_into_the_form_as_far_as_it_goes(
    fields: Fields, text: str, form: QueryForm
) -> None:
    assert form_reading.read(text, fields, ENGLISH) == form


@pytest.mark.parametrize(
    "text",
    ["Huawei AND loan", "(Huawei loan) ÉS ZTE", "(a b) AND (c d)", "(Huawei OR ZTE) AND loan",
     "(Huawei AND loan) OR ZTE", "Huawei ÉS NEM loan", '"safe city" AND loan'],
)  # fmt: skip
def test_a_question_with_and_means_the_same_after_the_form(fields: Fields, text: str) -> None:
    again = read(written(fields, form_reading.read(text, fields, ENGLISH)))
    assert _requires(again) == _requires(read(text))


def _requires(parsed: Parsed) -> tuple[set[Node], set[Leaf]]:
    top = parsed.tree.parts if isinstance(parsed.tree, All) else (parsed.tree,)
    partial_possible = all(isinstance(part, Word) for part in top)
    required = {leaf for part in parsed.required for leaf in leaves(part)}
    return set(top), required if partial_possible else set()


@given(st.text(alphabet='ab "()+-:~*?ORNDTypeéá.<>', max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_question_can_be_read(fields: Fields, text: str) -> None:
    form = form_reading.read(text, fields, ENGLISH)
    assert isinstance(written(fields, form), str)


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("AND or NOT", "+and +or +not"),  # operators in the form are words
        ("type:project (x)", "+typeproject +x"),
        ("-a +b", "+a +b"),
        ('"a b', '"a b"'),
        ("„a b” «c d»", '+"a b" +"c d"'),  # as word processors write them
        ("a && b", "+a +and +b"),
    ],
)
def test_signs_in_an_entry_mean_nothing(fields: Fields, entry: str, text: str) -> None:
    assert written(fields, QueryForm(all_words=entry)) == text


@pytest.mark.parametrize(
    ("form", "trouble"),
    [
        (QueryForm(years=Bounds("more-than", "soon")), "year"),
        (QueryForm(years=Bounds("between", "", "20200")), "year"),
        (QueryForm(years=Bounds("between", "2020", "2017")), "years-reversed"),
        (QueryForm(amounts=Bounds("field", "plenty")), "amount"),
        (QueryForm(amounts=Bounds("at-least", "100 USD"), currency="EUR"), "amount"),
        (QueryForm(amounts=Bounds("more-than", ">5")), "amount"),
        (QueryForm(amounts=Bounds("between", "2 millió", "1M")), "amounts-reversed"),
    ],
)
def test_a_wrong_figure_is_told_and_left_out(fields: Fields, form: QueryForm, trouble: str) -> None:
    made = form_writing.write(replace(form, all_words="x"), [FieldWords(fields, ENGLISH)])
    assert (made.text, made.troubles) == ("x", (trouble,))


@pytest.mark.parametrize("typed", ["100 millió", "100M", "100 000 000", "100 million", "0,1 mrd"])
def test_an_amount_is_read_as_either_language_writes_it(fields: Fields, typed: str) -> None:
    form = QueryForm(amounts=Bounds("at-least", typed), currency="EUR")
    assert written(fields, form) == "amount:>=100M EUR"
    assert written(fields, form, HUNGARIAN) == "összeg:>=100 millió EUR"


@pytest.mark.parametrize(
    "text",
    ["year:>2018", "year:<2018", "year:>=2018", "year:<=2018", "year:2018", "year:2017..2020",
     "amount:>100M EUR", "amount:<2.5bn", "amount:100M EUR", "amount:5M..10M USD"],
)  # fmt: skip
def test_a_comparison_comes_back_unchanged(fields: Fields, text: str) -> None:
    form = form_reading.read(text, fields, ENGLISH)
    assert form.rest == ""
    assert written(fields, form) == text
    in_hungarian = form_reading.read(written(fields, form, HUNGARIAN), fields, ENGLISH)
    assert in_hungarian == form


def test_of_two_ends_one_may_be_missing(fields: Fields) -> None:
    assert written(fields, QueryForm(years=Bounds(first="2017"))) == "year:>=2017"
    assert written(fields, QueryForm(amounts=Bounds(last="5M"))) == "amount:<=5M"


def test_a_last_figure_that_is_not_asked_for_counts_for_nothing(fields: Fields) -> None:
    form = QueryForm(years=Bounds("more-than", "2018", "soon"))
    assert written(fields, form) == "year:>2018"


def test_all_words_are_necessary_even_when_little_is_found(
    fields: Fields, real_engine: SearchEngine
) -> None:
    text = written(fields, QueryForm(all_words="Huawei drón"))
    found = real_engine.hits(SearchRequest(text, ENGLISH, limit=50, unfinished=False))
    assert all(hit.match != "partial" for hit in found.hits)
