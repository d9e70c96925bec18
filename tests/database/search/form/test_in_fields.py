"""What is asked in words and has figures in it is offered by fields."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from database.catalog import connect
from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.form import form_writing, in_fields
from database.search.library_search import LibrarySearch
from database.search.question.field_words import FieldWords
from database.search.question.fields import Fields
from database.search.request import SearchRequest
from database.search.results import Suggestion
from i18n.locales import ENGLISH, HUNGARIAN, Locale


@pytest.fixture(scope="module")
def fields(real_dossier: Path, schema: Schema) -> Iterator[Fields]:
    with closing(connect(real_dossier)) as connection:
        yield Fields(schema, connection)


def written(text: str, fields: Fields, locale: Locale = ENGLISH) -> str | None:
    words = FieldWords(fields, locale)
    form = in_fields.read(text, words)
    return form and form_writing.write(form, [words]).text


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        # a year, beside words and alone
        ("Huawei 2019", "Huawei year:2019"),
        ("2019", "year:2019"),
        ("2019 2019", "year:2019"),
        ("who built the data centre in 2019?", "built data centre year:2019"),
        ("contracts of the year 2019", "contracts year:2019"),
        # years from and to
        ("Huawei between 2017 and 2019", "Huawei year:2017..2019"),
        ("Huawei 2017-2019", "Huawei year:2017..2019"),
        ("loans since 2015", "loans year:>=2015"),
        ("after 2018 Huawei", "Huawei year:>2018"),
        ("5G before 2020", "5G year:<2020"),
        ("from 2013 until 2016 loans", "loans year:2013..2016"),
        ("Huawei in 2019 and 2020", "Huawei year:(2019 OR 2020)"),
        ("2018 or September 2019", "date:(2018 OR 2019-09)"),
        ("2019 és 2021 közötti projektek", "type:project year:2019..2021"),
        ("Huawei 2017 - 2019", "Huawei year:2017..2019"),
        ("earlier than 2019", "year:<2019"),
        ("2019-nél korábban", "year:<2019"),
        ("2019-ből származó hitelek", "származó hitelek year:2019"),
        ("loans from China 2014", "loans China year:2014"),  # which is no time
        ("1000 cameras in 2019", "1000 cameras year:2019"),  # the dossier has no year 1000
        # a type of record beside them
        ("events and projects in 2019", "type:(event OR project) year:2019"),
        ("open source 2019", "open source year:2019"),
        ("projects in 2019", "type:project year:2019"),
        ("Huawei events 2019", "Huawei type:event year:2019"),
        # a more exact date
        ("events in September 2020", "date:2020-09 type:event"),
        ("after 4 September 2020", "date:>2020-09-04"),
        # sums of a currency
        ("contracts over 100 million euro", "contracts amount:>100M EUR"),
        ("between 10 and 20 million euro projects", "type:project amount:10M..20M EUR"),
        ("€5bn", "amount:5bn EUR"),
        (
            "loans of at least 100 million US dollars since 2015",
            "loans year:>=2015 amount:>=100M USD",
        ),
        ("no less than 100 million euro", "amount:>=100M EUR"),
        ("loans until 2019 20 million euro", "loans year:<=2019 amount:20M EUR"),
        ("contracts worth 150 million euro", "contracts amount:150M EUR"),
        # Hungarian and Serbian
        ("projektek 2019-ben", "type:project year:2019"),
        ("2019. évi szerződések", "szerződések year:2019"),
        ("2017 és 2019 között Huawei", "Huawei year:2017..2019"),
        ("mi történt 2020 szeptemberében", "date:2020-09"),
        ("szerződések 100 millió euró felett", "szerződések amount:>100M EUR"),
        ("100 millió eurónál több", "amount:>100M EUR"),
        ("100 millió eurót meghaladó hitelek", "hitelek amount:>100M EUR"),
        ("2019-nél korábbi szerződések", "szerződések year:<2019"),
        ("Huawei posle 2018", "Huawei year:>2018"),
    ],
)
def test_years_dates_sums_and_types_become_fields(fields: Fields, typed: str, asked: str) -> None:
    assert written(typed, fields) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "Huawei",
        "projects",
        "5G",
        "17 plus 1",
        "23/24",
        "100 million",  # perhaps people
        "5 years",
        "COVID-19",
        "E-9-2019-003068",
        # what turns it round, or takes something out of it
        "not before 2019",
        "nem 2019 előtt",
        "nem több mint 100 millió euró",
        "events in 2019 but not 2020",
        "2019-en kívül",
        # other comparisons, and times that a field does not have
        "events by 2020",
        "2015 onwards",
        "2010-es évek",
        "2020 végéig",
        "projects from 2019",
        "between January and March 2020",
        # one thing of one year, and another of another
        "Huawei 2019 and ZTE 2020",
        # the wrong way round
        "loans from 2019 until 2016",
        "Huawei from March 2020 until 2019",
        # a time compared with money, and no money
        "after 5 million euro",
        "over 2000 cameras",
        "under 10 km",
        "about 7.77 euro",
        "1" * 501,
        "after 2013 and before 2016",
        "10 million euro or 20 million euro",
        "year:2019",  # by fields already
        '"Huawei 2019"',
        "Huawei AND 2019",
        "Huawei VAGY 2019",
        "Huawei -2019",
        "“Huawei” 2019",
        "(Huawei 2019)",
        "201*",
        "2019 " * 30,
        "",
    ],
)
def test_what_cannot_be_read_for_sure_or_has_signs_stays_as_it_is(
    fields: Fields, typed: str
) -> None:
    assert written(typed, fields) is None


def test_fields_are_named_as_in_the_language_of_the_reader(fields: Fields) -> None:
    typed = "projects over 1.5 billion euro in 2019"
    asked = "típus:projekt év:2019 összeg:>1,5 milliárd EUR"
    assert written(typed, fields, HUNGARIAN) == asked
    assert written("Huawei 2020 elején", fields, HUNGARIAN) == 'Huawei dátum:"2020 elején"'


def in_fields_of(engine: SearchEngine | LibrarySearch, request: SearchRequest) -> list[Suggestion]:
    return [other for other in engine.hits(request).suggestions if other.kind == "fields"]


@pytest.mark.parametrize(
    "typed",
    ["projects in 2019", "Huawei 2019", "150 millió euró", "loans since 2015", "2020 szeptember"],
)
@pytest.mark.parametrize("locale", [ENGLISH, HUNGARIAN])
def test_it_is_offered_with_as_many_records_as_answer(
    real_engine: SearchEngine, typed: str, locale: Locale
) -> None:
    (offered,) = in_fields_of(real_engine, SearchRequest(typed, locale))
    again = real_engine.hits(SearchRequest(offered.text, locale))
    assert again.total == offered.total > 0
    assert again.understood
    assert in_fields_of(real_engine, SearchRequest(offered.text, locale)) == []


def test_filters_stay_as_they_are(real_engine: SearchEngine) -> None:
    events = frozenset({("type", "event")})
    (every,) = in_fields_of(real_engine, SearchRequest("Huawei 2019", ENGLISH))
    (few,) = in_fields_of(real_engine, SearchRequest("Huawei 2019", ENGLISH, filters=events))
    assert 0 < few.total < every.total
    neither = SearchRequest("projects in 2019", ENGLISH, filters=events)
    assert in_fields_of(real_engine, neither) == []


@pytest.mark.parametrize("typed", ["projects in 1999", "Huawei before 1990", "Huawei 2019 elefánt"])
def test_what_no_record_answers_to_is_not_offered(real_engine: SearchEngine, typed: str) -> None:
    assert in_fields_of(real_engine, SearchRequest(typed, ENGLISH)) == []


def test_several_dossiers_offer_it_once_and_one_need_not_have_it(
    both: LibrarySearch, each: list[SearchEngine]
) -> None:
    typed = SearchRequest("Huawei 2019", ENGLISH)
    having = [in_fields_of(engine, typed) for engine in each]
    assert sorted(map(len, having)) == [0, 1]
    (one,) = in_fields_of(both, typed)
    assert one.text == "Huawei year:2019"
