"""The sources of a selection in the formats of reference managers."""

import json
import re
from typing import Any

import pytest

from database.exchange.writing import biblatex, bibliography, csl
from database.model.schema import Schema
from database.model.values import StatedDate
from i18n.locales import HUNGARIAN

RAILWAY = "project/example-railway"
NEWSPAPER = "source/example-newspaper"
# CSL 1.0.2, appendix IV: the variables that we use.
CSL_VARIABLES = {
    "id", "type", "title", "author", "container-title", "publisher", "issued", "language", "genre",
    "URL", "note",
}  # fmt: skip
MODIFIERS = ("", "early", "mid", "late", "before", "after", "about")


def date(written: str) -> StatedDate:
    return StatedDate.parse(written, frozenset(MODIFIERS) - {""})


def entries(text: str) -> dict[str, dict[str, str]]:
    """Read biblatex as far as we write it: one field a line."""
    return {
        key: dict(re.findall(r"^  (\w+) = \{(.*)\},$", body, re.MULTILINE))
        for key, body in re.findall(r"^@\w+\{([^,]+),\n(.*?)^\}$", text, re.MULTILINE | re.DOTALL)
    }


def records(text: str) -> list[list[tuple[str, str]]]:
    """Read RIS: tag and value of every line, record by record."""
    blocks = text.split("ER  - \r\n\r\n")
    assert blocks.pop() == ""
    return [
        [(line[:2], line[6:]) for line in block.rstrip("\r\n").split("\r\n")] for block in blocks
    ]


def test_the_sources_that_records_cite_come_once_each_in_order(sample, written):
    text, account = written(sample(RAILWAY, "project/example-cameras"), "csl-json")
    assert [item["id"] for item in json.loads(text)] == ["example-analysis", "example-newspaper"]
    assert account.written == 2


def test_of_a_source_only_the_source_itself_is_exported(sample, written):
    text, _account = written(sample(NEWSPAPER), "csl-json")
    assert [item["id"] for item in json.loads(text)] == ["example-newspaper"]


def test_records_that_are_no_sources_are_reported(sample, written):
    selection = sample(RAILWAY, NEWSPAPER)
    _text, account = written(selection, "ris")
    told = {loss.label: loss.total for loss in account.losses(selection.wording())}
    assert told["Projects"] == 1
    assert "Sources" not in told


@pytest.mark.parametrize("format_id", ["csl-json", "biblatex", "ris"])
def test_where_nothing_is_cited_the_file_is_a_sound_empty_one(sample, written, format_id):
    selection = sample(RAILWAY)
    empty = type(selection)((), selection.library, selection.locale)
    text, account = written(empty, format_id)
    assert account.written == 0
    assert (json.loads(text) if format_id == "csl-json" else text) in ([], "")


def test_csl_keeps_title_publisher_language_and_date_as_they_are(sample, written):
    (item,) = json.loads(written(sample(NEWSPAPER), "csl-json")[0])
    assert item == {
        "id": "example-newspaper",
        "type": "article-newspaper",
        "title": "[The line is open]",
        "container-title": "Flintford Mirror",
        "publisher": "Flintford Mirror",
        "issued": {"date-parts": [[2018, 6]]},
        "language": "sr-Latn",
        "genre": "News article",
        "URL": "https://example.org/2018/06/line-open?page=1&lang=sr",
        "note": "A newspaper article about the opening.",
    }


def test_a_hungarian_reader_gets_hungarian_titles_of_what_is_in_neither_language(sample, written):
    (item,) = json.loads(written(sample(NEWSPAPER, locale=HUNGARIAN), "csl-json")[0])
    assert (item["title"], item["genre"]) == ("[Megnyílt a vonal]", "Újságcikk")
    (english,) = json.loads(
        written(sample("source/example-analysis", locale=HUNGARIAN), "csl-json")[0]
    )
    assert english["title"] == "[An analysis of examples]"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2018", {"date-parts": [[2018]]}),
        ("2018-06", {"date-parts": [[2018, 6]]}),
        ("2018-06-03", {"date-parts": [[2018, 6, 3]]}),
        ("2005/2019-02", {"date-parts": [[2005], [2019, 2]]}),
        ("about 2021", {"date-parts": [[2021]], "circa": True}),
        ("mid 2018", {"literal": "mid 2018"}),
        ("2012/..", {"literal": "2012/.."}),
    ],
)
def test_a_date_in_csl_is_as_precise_as_it_is_known(stated: str, expected: dict[str, Any]):
    assert csl.written_date(date(stated)) == expected


def test_every_csl_item_has_nothing_but_variables_of_csl(real, written):
    for item in json.loads(written(real(), "csl-json")[0]):
        assert {"id", "type", "title"} <= item.keys() <= CSL_VARIABLES


def test_every_csl_date_has_one_or_two_lists_of_one_to_three_numbers(real, written):
    for item in json.loads(written(real(), "csl-json")[0]):
        parts = item.get("issued", {}).get("date-parts", [[1]])
        assert 1 <= len(parts) <= 2
        assert all(1 <= len(each) <= 3 and all(type(n) is int for n in each) for each in parts)


def test_every_type_of_text_is_known_to_all_three(schema: Schema):
    assert bibliography.KINDS.keys() == schema.codes("source-type")
    assert {kind.biblatex for kind in bibliography.KINDS.values()} <= biblatex.PUBLISHERS.keys()


def test_a_biblatex_entry_has_its_parts(sample, written):
    found = entries(written(sample(NEWSPAPER, "source/example-analysis"), "biblatex")[0])
    newspaper, analysis = found["example-newspaper"], found["example-analysis"]
    assert newspaper["journaltitle"] == "Flintford Mirror"
    assert (newspaper["date"], newspaper["langid"]) == ("2018-06", "serbian")
    assert newspaper["url"] == "https://example.org/2018/06/line-open?page=1&lang=sr"
    assert newspaper["titleaddon"] == "[Megnyílt a vonal]"
    assert analysis["author"] == "{Szőke Gergő} and {Đorđe Primer}"
    assert (analysis["institution"], analysis["type"]) == ("Institute of Examples", "Report")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50 % of R&D_costs #1", r"50 \% of R\&D\_costs \#1"),
        ("{x} ~ y^2 \\ $3", r"\{x\} \textasciitilde{} y\textasciicircum{}2 \textbackslash{} \$3"),
        ("two\nlines", "two lines"),
        ("Đorđe Őry", "Đorđe Őry"),
    ],
)
def test_what_tex_would_obey_is_escaped(text: str, expected: str):
    assert biblatex.escaped(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Why Huawei left", "Why {Huawei} left"),
        ("[The line is open]", "[The line is open]"),
        ("[5G in Niš: Google’s ban]", "[{5G} in {Niš}: {Google’s} ban]"),
        ("EU-funded R&D", r"{EU-funded} {R\&D}"),
        ("", ""),
    ],
)
def test_capitals_of_names_are_protected(title: str, expected: str):
    assert biblatex.protected(title) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2016-10-05", "2016-10-05"),
        ("2005/2019", "2005/2019"),
        ("2012/..", "2012/.."),
        ("about 2016", "2016~"),
        ("before 2021", "../2021"),
        ("after 2021-03", "2021-03/.."),
        ("mid 2018", "2018~"),
    ],
)
def test_a_date_in_biblatex_is_as_precise_as_it_is_known(stated: str, expected: str):
    assert biblatex.written_date(date(stated)) == expected


def test_braces_of_every_real_entry_are_balanced(real, written):
    text, account = written(real(), "biblatex")
    assert len(entries(text)) == account.written
    for fields in entries(text).values():
        for value in fields.values():
            bare = re.sub(r"\\[{}]", "", value)
            assert bare.count("{") == bare.count("}")


def test_a_ris_record_has_its_lines(sample, written):
    newspaper, analysis = records(written(sample(NEWSPAPER, "source/example-analysis"), "ris")[0])
    assert newspaper == [
        ("TY", "NEWS"),
        ("ID", "example-newspaper"),
        ("TI", "[The line is open]"),
        ("TT", "[Megnyílt a vonal]"),
        ("T2", "Flintford Mirror"),
        ("PY", "2018"),
        ("DA", "2018/06//"),
        ("LA", "sr-Latn"),
        ("M3", "News article"),
        ("UR", "https://example.org/2018/06/line-open?page=1&lang=sr"),
        ("N1", "A newspaper article about the opening."),
    ]
    assert [value for tag, value in analysis if tag == "AU"] == ["Szőke Gergő,", "Đorđe Primer,"]
    assert ("PB", "Institute of Examples") in analysis


def test_the_second_title_is_lost_in_csl_only_and_told(sample, written):
    def lost(format_id: str) -> dict[str, int]:
        selection = sample(NEWSPAPER)
        _text, account = written(selection, format_id)
        return {loss.label: loss.total for loss in account.losses(selection.wording())}

    assert lost("csl-json")["Titles in the second language"] == 1
    assert "Titles in the second language" not in lost("ris").keys() | lost("biblatex").keys()
