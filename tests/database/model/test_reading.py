"""How an editor writes values and citations, and what is said of those that cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.model import reading
from database.model.record import Citation
from database.model.schema import Field, Schema
from database.model.values import BadValue


@pytest.mark.parametrize(
    ("written", "citation"),
    [
        ("a-source", Citation("source/a-source")),
        ("a-source p. 9", Citation("source/a-source", "9")),
        ("a-source p. 9–11", Citation("source/a-source", "9–11")),
        ("a-source § Smart City projects", Citation("source/a-source", "", "Smart City projects")),
        ("5g p. 4 § The ‘Trojan horse’", Citation("source/5g", "4", "The ‘Trojan horse’")),
        ("a “in its own words”", Citation("source/a", quotation="in its own words")),
        ("a-table l. 12", Citation("source/a-table", line="12")),
        ("a p. 1 § Part l. 12 “ő”", Citation("source/a", "1", "Part", "ő", "12")),
        ("a p. 1 § Őszi § szél “ő”", Citation("source/a", "1", "Őszi § szél", "ő")),
    ],
)
def test_a_citation_is_read_and_written_alike(written: str, citation: Citation) -> None:
    assert reading.citation(written) == citation
    assert reading.written_citation(citation) == written


@pytest.mark.parametrize(
    "written",
    [
        "", "A-source", "a source", "a-source, p. 9", "a-source p.9", "a-source p. 9-11",
        "a-source p. nine", "source/a-source", "a-source “”", "a-source “one” “two”", "a--source",
        "a-source ", None, 9, ["a-source"],
    ],
)  # fmt: skip
def test_another_form_of_citation_is_refused_with_the_right_one(written: object) -> None:
    with pytest.raises(BadValue, match="write a citation as"):
        reading.citation(written)


@given(
    st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    st.one_of(st.just(""), st.integers(1, 999).map(str)),
    st.one_of(st.just(""), st.text(st.characters(categories=["L", "N"]), min_size=1)),
    st.one_of(st.just(""), st.text(st.characters(categories=["L", "N"]), min_size=1)),
)
def test_no_part_of_a_citation_is_lost(
    source: str, page: str, section: str, quotation: str
) -> None:
    citation = Citation(f"source/{source}", page, section, quotation)
    assert reading.citation(reading.written_citation(citation)) == citation


@pytest.mark.parametrize(
    ("kind", "vocabulary", "raw", "remedy"),
    [
        ("text", "", "only English", "in English (en) and in Hungarian (hu)"),
        ("text", "", {"en": "Flint"}, "in English (en) and in Hungarian (hu)"),
        ("text", "", {"en": "a", "hu": "b", "sr": "c"}, "in English (en) and in Hungarian (hu)"),
        ("text", "", {"en": "a ", "hu": "b"}, "without blanks at its ends"),
        ("text", "", {"en": "", "hu": "b"}, "without blanks at its ends"),
        ("text", "", {"en": 1, "hu": "b"}, "without blanks at its ends"),
        ("date", "", 2016, "in quotation marks"),
        ("date", "", "5 October 2016", "write 2016, 2016-10"),
        ("date", "", "2016-02-30", "no such day"),
        ("date", "", "2019/2016", "the earlier date first"),
        ("money", "", 150_000_000, "a table of amount, currency"),
        ("money", "", {"amount": 1}, "ISO 4217"),
        ("money", "", {"amount": 1, "currency": "€"}, "ISO 4217"),
        ("money", "", {"amount": "a lot", "currency": "EUR"}, "write a number"),
        ("money", "", {"amount": 1, "currency": "EUR", "about": True}, "a table of"),
        ("quantity", "", {"number": 3, "unit": "parrot"}, "use one of: camera,"),
        ("quantity", "", {"unit": "camera"}, "write a number"),
        ("code", "status", "finished", "use one of: agreed,"),
        ("code", "status", ["agreed"], "use one of: agreed,"),
        ("code", "status", {"code": "agreed"}, "use one of: agreed,"),
        ("stance", "", {"stance": "wary"}, "which record the stance is about"),
        ("stance", "", {"stance": "wary", "about": "huawei"}, "which record the stance is about"),
        ("stance", "", {"stance": "likes", "about": "project/x"}, "use one of: accuses,"),
        ("stance", "", {"stance": "wary", "about": "project/x", "ground": "x"}, "use one of:"),
        ("country", "", "Serbia", "ISO 3166"),
        ("country", "", 381, "a string in quotation marks"),
        ("language", "", "english", "BCP 47"),
        ("url", "", "www.example.org", "the whole address"),
        ("url", "", "javascript:alert(1)", "the whole address"),
        ("name", "", " ", "a string in quotation marks"),
    ],
)
def test_a_value_that_cannot_be_read_says_how_to_write_it(
    schema: Schema, kind: str, vocabulary: str, raw: object, remedy: str
) -> None:
    with pytest.raises(BadValue) as refusal:
        reading.value(Field("field", "Field", kind, vocabulary), raw, schema)
    assert remedy in str(refusal.value)
