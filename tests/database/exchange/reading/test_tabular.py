"""Tables: what people have in spreadsheets becomes records."""

import csv
import io
import json
from pathlib import Path

import pytest

from database.exchange.reading.tabular import rows
from database.exchange.reading.text_file import TextFile
from database.model.errors import FileNotUtf8
from database.model.schema import Schema
from database.model.values import Code, Money, Plain, StatedDate
from tests.database.exchange.reading.conftest import TakeIn

SPECTRUM = Path(__file__).parents[5] / "shared/data/nasty/csv-spectrum"
NAUGHTY = Path(__file__).parents[5] / "shared/data/nasty/blns/blns.json"
# Of one the table and what its author says are not the same.
KNOWN = sorted({*SPECTRUM.glob("csvs/*.csv")} - {SPECTRUM / "csvs/location_coordinates.csv"})


@pytest.mark.skipif(not KNOWN, reason="the files of others are not here")
@pytest.mark.parametrize("path", KNOWN, ids=lambda path: path.stem)
def test_every_table_of_the_spectrum_is_read_as_its_author_says(path: Path, schema: Schema) -> None:
    headings, *others = rows(TextFile(path), schema)
    expected = json.loads((SPECTRUM / "json" / f"{path.stem}.json").read_text("utf-8"))
    several = expected if isinstance(expected, list) else [expected]
    told = [dict(zip(headings.cells, row.cells, strict=True)) for row in others]
    assert told == [{key: value.strip() for key, value in row.items()} for row in several]


@pytest.mark.parametrize("encoding", ["iso-8859-2", "cp1250", "utf-16"])
def test_a_table_in_another_encoding_is_refused_with_its_line(take: TakeIn, encoding: str) -> None:
    plain = "title;purpose\n" * 3_000
    with pytest.raises(FileNotUtf8) as refusal:
        take(f"{plain}Híd a Dunán;Őrség\n{plain}".encode(encoding))
    assert refusal.value.line == (1 if encoding == "utf-16" else 3_001)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("before", ["", "\ufeff"], ids=["plain", "byte-order mark"])
def test_a_title_is_enough(take: TakeIn, separator: str, before: str) -> None:
    taken = take(f"{before}Title{separator}Zip\nA bridge{separator}08123\n")
    (record,) = taken.records()
    assert (record.type, record.title.within("en")) == ("project", "A bridge")
    assert taken.left_out() == {("Zip", "There is no place for this."): [2]}


def test_excel_may_say_its_separator(take: TakeIn) -> None:
    assert take("sep=|\ntitle|country\nA bridge|Serbia\n").record("A bridge").attributes


def test_headings_and_words_may_be_hungarian(take: TakeIn) -> None:
    record = take(
        "Megnevezés;Állapot;Ágazat;Ország;Indulás ideje;Kivitelező\n"
        "Híd a Dunán;Használatban;Közlekedés, Okosváros;Szerbia;2018. 05. 03.;\n",
        language="hu",
    ).record("Híd a Dunán")
    assert record.title.by_language == {"hu": "Híd a Dunán"}
    (status,) = record.claimed("status")
    assert status.value == Code("status", "in-use")
    (started,) = record.claimed("started")
    assert str(started.value) == "2018-05-03"
    assert record.attributes["country"] == (Plain("country", "RS"),)
    codes = [value.code for value in record.attributes["sector"] if isinstance(value, Code)]
    assert codes == ["transport", "smart-city"]


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("150000000 EUR", 150_000_000),
        ("EUR 150,000,000", 150_000_000),
        ('"150 000 000,5 EUR"', 150_000_000.5),
        ("11.7 eur", 11.7),
        ("150 millió EUR", 150_000_000),
        ("1,5 milliárd euró", 1_500_000_000),
        ("€2.5bn", 2_500_000_000),
        ("EUR 3 million", 3_000_000),
    ],
)
def test_money_is_read_as_people_write_it(take: TakeIn, written: str, amount: float) -> None:
    quoted = written if written.startswith('"') else f'"{written}"'
    (budget,) = take(f"title,budget\nA bridge,{quoted}\n").record("A bridge").claimed("budget")
    assert isinstance(budget.value, Money)
    assert (float(budget.value.amount), budget.value.currency) == (amount, "EUR")


@pytest.mark.parametrize(
    "written",
    [
        "1,234 EUR",
        "1,234 million EUR",
        "1.234,5 EUR",
        "3 million",
        "EUR 3 EUR",
        "9" * 16 + " EUR",
        "9" * 90 + " EUR",
        "900000 trillion EUR",
        "some money",
        "150000000",
    ],
)
def test_money_that_could_mean_two_things_or_nothing_is_left_out(
    take: TakeIn, written: str
) -> None:
    taken = take(f'title,budget\nA bridge,"{written}"\n')
    assert not taken.record("A bridge").claims
    ((key, message),) = taken.left_out()
    assert key == "budget"
    assert message.startswith("This is no amount of money")


@pytest.mark.parametrize(
    ("heading", "cell", "message"),
    [
        ("started", "last spring", "This is no date."),
        ("started", "2018-02-30", "This is no date."),
        ("status", "marvellous", "This field does not know this word."),
        ("country", "Ruritania", "This is no country."),
        ("place", "Nowhere", "This place is not known."),
        ("duration", "long", "This is no number with a unit."),
        ("contractor", "actor/nobody", "There is no such record in the file."),
    ],
)
def test_a_bad_value_is_left_out_and_told_with_its_line_and_the_rest_is_taken(
    take: TakeIn, heading: str, cell: str, message: str
) -> None:
    taken = take(f'title,purpose,{heading}\nFirst,Tests,\nSecond,Tests,"{cell}"\n')
    assert [record.title.within("en") for record in taken.records()] == ["First", "Second"]
    assert taken.left_out() == {(heading, message): [3]}
    assert len(taken.record("Second").claimed("purpose")) == 1


def test_rows_without_a_title_or_of_no_type_are_left_out(take: TakeIn) -> None:
    taken = take("type,title\nproject,A bridge\n,\nproject,\nspaceship,Enterprise\n")
    assert len(taken.records()) == 1
    assert taken.left_out() == {
        ("", "There is no title."): [4],
        ("", "This is no type of record."): [5],
    }


def test_a_table_without_titles_gives_nothing_and_says_why(take: TakeIn, folder: Path) -> None:
    taken = take("a,b\n1,2\n")
    assert taken.path is None
    assert taken.left_out() == {("", "No column has titles."): [1]}
    assert [path.name for path in folder.iterdir()] == ["table.csv"]


@pytest.mark.parametrize(
    ("text", "taken", "line"),
    [
        ('title\nA bridge\n"A road\nA tunnel\nA port\n', ["A bridge"], 3),
        ('title\nA bridge\nA road,"', ["A bridge"], 3),
        ('"title\nA bridge\n', [], 1),
    ],
    ids=["before rows", "at the end", "in the headings"],
)
def test_a_quotation_mark_that_is_never_closed_is_told_and_swallows_nothing(
    take: TakeIn, text: str, taken: list[str], line: int
) -> None:
    told = take(text)
    titles = [record.title.by_language["en"] for record in told.records()] if told.path else []
    assert titles == taken
    (((_column, reason), lines),) = told.left_out().items()
    assert (reason.split(" that")[0], lines) == ("A quotation mark", [line])


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"], ids=repr)
def test_an_empty_table_gives_nothing(take: TakeIn, text: str) -> None:
    assert take(text).path is None


def test_records_of_a_table_point_to_each_other_by_title_and_by_id(take: TakeIn) -> None:
    taken = take(
        "id,type,title,contractor\n"
        "b,project,A bridge,Bridge Works\n"
        "t,project,A tunnel,w; Bridge Works\n"
        "w,actor,Bridge Works,\n"
    )
    works = taken.record("Bridge Works").id
    assert [r.target for r in taken.record("A bridge").relations] == [works]
    assert [r.target for r in taken.record("A tunnel").relations] == [works, works]


def test_a_text_is_in_the_language_it_is_in(take: TakeIn) -> None:
    record = take(
        "title,purpose\nBridge,To carry the trains of the line\n"
        "Bridge,Hogy a vonatok és az autók átkeljenek\n"
    ).records()
    texts = [claim.value for each in record for claim in each.claims]
    assert [list(text.by_language) for text in texts] == [["en"], ["hu"]]


def test_equal_titles_give_records_of_their_own(take: TakeIn) -> None:
    ids = [record.id for record in take("title\nBridge\nBridge\nHíd\n北京\n").records()]
    assert ids == [
        "project/table-bridge",
        "project/table-bridge-2",
        "project/table-hid",
        "project/table-5",
    ]


def test_every_statement_names_its_line_of_the_file(take: TakeIn) -> None:
    taken = take('title,purpose,started\n"One\nBridge",Tests,2018\nAnother,Tests,2019\n')
    another = taken.record("Another")
    cited = {(c.source, c.line) for claim in another.claims for c in claim.citations}
    assert cited == {("source/table", "4")}
    assert [(c.source, c.line) for c in another.origin] == [("source/table", "4")]
    assert str(StatedDate.parse("2019", frozenset())) == str(another.claimed("started")[0].value)


def test_what_our_export_kept_from_being_a_formula_is_as_it_was(take: TakeIn) -> None:
    titles = [r.title.within("en") for r in take("title\n'=1+1\n'''+2\n'tis\n").records()]
    assert titles == ["=1+1", "''+2", "'tis"]


def test_whom_a_row_names_and_no_row_tells_of_becomes_a_record(take: TakeIn) -> None:
    taken = take(
        "type,title,contractor,client\n"
        "project,A bridge,Bridge Works; Nobody & Sons,City of Example\n"
        "project,A tunnel,nobody & sons,\n"
        "actor,Bridge Works,,\n"
    )
    nobody = taken.record("Nobody & Sons")
    assert (nobody.type, [citation.line for citation in nobody.origin]) == ("actor", ["2"])
    assert [r.target for r in taken.record("A tunnel").relations] == [nobody.id]
    assert dict(taken.account.taken) == {"project": 2, "actor": 3}
    assert taken.account.lost == 0


def test_a_title_is_on_one_line(take: TakeIn) -> None:
    assert take('title\n"One\n  bridge"\n').record("One bridge")


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the files of others are not here")
def test_naughty_strings_are_taken_in_wherever_they_stand(take: TakeIn) -> None:
    table = io.StringIO()
    write = csv.writer(table).writerow
    write(("type", "title", "purpose", "budget", "started", "contractor", "names", "country"))
    strings = json.loads(NAUGHTY.read_text("utf-8"))
    for naughty in strings:
        write(("project", f"Title {naughty}", *[naughty] * 6))
    taken = take(table.getvalue())
    assert taken.account.taken["project"] == len(strings)
    assert len(taken.records()) == taken.account.records
