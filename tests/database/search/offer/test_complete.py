"""Names and values of fields, completed where the cursor stands."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from database.catalog import connect
from database.model.schema import Schema
from database.search.offer.complete import complete
from database.search.question.field_words import FieldWords
from database.search.question.fields import Fields
from database.search.question.query import read
from i18n.collation import sort_key
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale


@pytest.fixture(scope="module")
def fields(real_dossier: Path, schema: Schema) -> Iterator[Fields]:
    with closing(connect(real_dossier)) as connection:
        yield Fields(schema, connection)


def offered(fields: Fields, text: str, locale: Locale, cursor: int | None = None) -> list[str]:
    at = len(text) if cursor is None else cursor
    return [offer.text for offer in complete(text, at, FieldWords(fields, locale), 30)]


@pytest.mark.parametrize(
    ("text", "locale", "first"),
    [
        ("ty", ENGLISH, ["type:", "type-of-text:"]),
        ("típ", HUNGARIAN, ["típus:"]),
        ("tip", HUNGARIAN, ["típus:"]),  # no accents on the keyboard
        ("típ", ENGLISH, ["type:", "típus:"]),  # the reader's language first, both found
        ("typ", HUNGARIAN, ["típus:", "type:"]),
        ("huawei sta", ENGLISH, ["huawei status:"]),
        ("country:Serbia ty", ENGLISH, ["country:Serbia type:"]),
        ("year:2017 orsz", HUNGARIAN, ["year:2017 ország:"]),
        ("publisher", ENGLISH, ["publisher:", "kind-of-publisher:"]),
        ("huawei -orsz", HUNGARIAN, ["huawei -ország:"]),
        ("(orsz", HUNGARIAN, ["(ország:"]),
        ("kind-of-a", ENGLISH, ["kind-of-actor:"]),
        ("t", ENGLISH, []),
        ("city", ENGLISH, ["place:", "city:"]),
        ("smart city", ENGLISH, []),  # a whole word after another one is just that
        ('"ty', ENGLISH, []),  # a quotation is taken at its word
        ("x-ty", ENGLISH, []),  # a hyphen joins
    ],
)
def test_a_name_is_completed_in_the_readers_language_first(
    fields: Fields, text: str, locale: Locale, first: list[str]
) -> None:
    assert offered(fields, text, locale)[: len(first) or 1] == first


@pytest.mark.parametrize(
    ("text", "locale", "completed"),
    [
        ("type:pr", ENGLISH, "type:project "),
        ("type:pr", HUNGARIAN, "type:projekt "),
        ("típus:sz", HUNGARIAN, "típus:szereplő "),
        ("country:north", ENGLISH, 'country:"North Macedonia" '),
        ("country:North M", ENGLISH, 'country:"North Macedonia" '),
        ('country:"North M', ENGLISH, 'country:"North Macedonia" '),
        ("ország:eszak", HUNGARIAN, "ország:Észak-Macedónia "),
        ("ország:kína", ENGLISH, "ország:China "),  # found by its Hungarian name too
        ("status:in", ENGLISH, 'status:"in use" '),
        ("status:plan", ENGLISH, "status:proposed "),  # found by what readers guess
        ("állapot:elh", HUNGARIAN, "állapot:elmaradt "),
        ("type:(project OR ev", ENGLISH, "type:(project OR event "),
        ("country:(china OR north", ENGLISH, "country:(china OR North Macedonia "),
        ("place:wash", ENGLISH, 'place:"Washington, D.C." '),
        ("place:(belgrade OR wash", ENGLISH, "place:(belgrade OR washington "),  # commas part them
        ("has:am", ENGLISH, "has:amount "),
        ("kind of actor:comp", ENGLISH, "kind of actor:company "),
        ("Huawei szereplő típusa:váll", HUNGARIAN, "Huawei szereplő típusa:vállalat "),
        ("van:össz", HUNGARIAN, "van:összeg "),
        ("-status:called", ENGLISH, '-status:"called off" '),
        ("country:-north", ENGLISH, 'country:-"North Macedonia" '),  # it stays unwanted
        ("ország:NEM eszak", HUNGARIAN, "ország:NEM Észak-Macedónia "),
        ("country:(Hungary AND north", ENGLISH, "country:(Hungary AND North Macedonia "),
    ],
)
def test_a_value_is_completed_and_quoted_where_it_must_be(
    fields: Fields, text: str, locale: Locale, completed: str
) -> None:
    assert offered(fields, text, locale) == [completed]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("típus:", ["Forrás", "Szereplő", "Projekt", "Esemény", "Aggály"]),
        ("ország:", ["Szerbia", "Kína"]),
        ("hely:", ["Belgrád", "Kragujevac"]),
        ("műfaj:", ["Weboldal"]),
        ("ország:(Szerbia VAGY ", ["Szerbia", "Kína"]),
        ("ország:s", ["Szerbia"]),
        ("ország:ma", ["Magyarország", "Észak-Macedónia"]),
    ],
)
def test_what_most_records_have_is_offered_first_until_something_is_typed(
    fields: Fields, text: str, shown: list[str]
) -> None:
    offers = complete(text, len(text), FieldWords(fields, HUNGARIAN))
    assert [offer.shown for offer in offers][: len(shown)] == shown


def test_equals_are_offered_in_the_order_of_the_alphabet(fields: Fields) -> None:
    words = FieldWords(fields, HUNGARIAN)
    offers = complete("van:", 4, words, limit=100)
    shown = [offer.shown for offer in offers]
    assert len(shown) > 8
    assert shown == sorted(shown, key=lambda word: sort_key(word, HUNGARIAN))


def test_a_value_whose_word_begins_as_typed_comes_before_one_of_another_name(
    fields: Fields,
) -> None:
    offers = offered(fields, "ország:ma", HUNGARIAN)
    assert offers == ["ország:Magyarország ", "ország:Észak-Macedónia "]  # „Macedónia”


@pytest.mark.parametrize("name", ["year", "év", "amount", "összeg", "date"])
@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_a_figure_is_shown_by_examples_that_are_understood(
    fields: Fields, name: str, locale: Locale
) -> None:
    examples = offered(fields, f"{name}:", locale)
    assert len(examples) >= 3
    for example in examples:
        meanings = {part.meaning for part in read(example, fields=fields).understood}
        assert meanings <= {"field", "between", "more-than", "less-than", "own-currency-only"}


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_every_value_that_is_offered_is_understood(fields: Fields, locale: Locale) -> None:
    words = FieldWords(fields, locale)
    asked = 0
    for field in fields.all:
        for offer in complete(f"{field.id}:", len(field.id) + 1, words, 100):
            told = read(offer.text, fields=fields).understood
            assert [part.field for part in told][:1] == [field.id], offer.text
            assert not {part.meaning for part in told} & {"unknown-value", "no-value"}, offer.text
            asked += 1
    assert asked > 100


@pytest.mark.parametrize("text", ["type:project sm", "type:project", "title:bel", "http://x", ""])
def test_nothing_is_offered_where_nothing_is_missing(fields: Fields, text: str) -> None:
    assert offered(fields, text, ENGLISH) == []


def test_what_follows_the_cursor_stays(fields: Fields) -> None:
    (offer,) = complete("type:pr huawei", 7, FieldWords(fields, ENGLISH))
    assert (offer.text, offer.cursor) == ("type:project huawei", len("type:project "))
    (again,) = complete("type:prxyz huawei", 7, FieldWords(fields, ENGLISH))
    assert again.text == "type:project huawei"  # the rest of the word was part of the value


def test_a_name_leaves_the_cursor_where_the_value_goes(fields: Fields) -> None:
    offer = complete("ty huawei", 2, FieldWords(fields, ENGLISH))[0]
    assert (offer.text, offer.cursor) == ("type: huawei", len("type:"))


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("type:(pr|)", "type:(project|)"),
        ("type:(event OR pr|) huawei", "type:(event OR project|) huawei"),
        ("type:pr| huawei", "type:project |huawei"),
    ],
)
def test_the_cursor_stands_where_one_goes_on_typing(
    fields: Fields, typed: str, completed: str
) -> None:
    before, _cursor, after = typed.partition("|")
    (offer,) = complete(before + after, len(before), FieldWords(fields, ENGLISH))
    assert f"{offer.text[: offer.cursor]}|{offer.text[offer.cursor :]}" == completed
