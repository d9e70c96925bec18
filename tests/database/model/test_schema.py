"""The schema files agree with each other: whatever one of them names, another one has."""

import re

import pytest

from database.model.schema import Field, RecordType, Role, Schema, load

SCHEMA = load()
FIELDS = [(t, field) for t in SCHEMA.types.values() for field in t.fields]
KINDS = {"text", "date", "money", "quantity", "stance", "code", "name", "url", "language",
         "country", "place"}  # fmt: skip
# Codes that the reading of values asks for by name.
NEEDED = ("date-modifier", "qualifier", "name-kind", "unit", "stance", "ground")


def _name(case: object) -> str:
    match case:
        case RecordType() | Role():
            return case.id
        case Field():
            return case.id
    return str(case)


@pytest.mark.parametrize(("record_type", "field"), FIELDS, ids=_name)
def test_every_field_is_of_a_kind_that_can_be_read(record_type: RecordType, field: Field) -> None:
    assert field.kind in KINDS
    assert (field.kind == "code") == bool(field.vocabulary), f"{record_type.id}.{field.id}"


@pytest.mark.parametrize(("record_type", "field"), FIELDS, ids=_name)
def test_every_vocabulary_that_a_field_uses_exists(record_type: RecordType, field: Field) -> None:
    if field.vocabulary:
        assert SCHEMA.vocabularies[field.vocabulary], f"{record_type.id}.{field.id}"
    else:
        assert field.kind != "code"


@pytest.mark.parametrize("record_type", SCHEMA.types.values(), ids=_name)
def test_headlines_name_fields_that_the_type_has(record_type: RecordType) -> None:
    ids = [field.id for field in record_type.fields]
    assert set(record_type.headline) <= set(ids)
    assert len(ids) == len(set(ids)), "two fields have one id"
    assert not set(ids) & {"title", "description", "names", "summary", "claims", "relations"}
    assert 0 < record_type.weight <= 1


@pytest.mark.parametrize("role", SCHEMA.roles.values(), ids=_name)
def test_roles_lead_from_and_to_types_that_exist(role: Role) -> None:
    assert role.sources
    assert role.targets
    assert {*role.sources, *role.targets} <= set(SCHEMA.types)
    assert role.label
    assert role.reverse


@pytest.mark.parametrize("vocabulary", NEEDED)
def test_the_vocabularies_that_values_need_are_there(schema: Schema, vocabulary: str) -> None:
    assert schema.codes(vocabulary)


@pytest.mark.parametrize("facet", SCHEMA.facets())
def test_every_facet_is_fed_by_a_field_of_one_kind(schema: Schema, facet: str) -> None:
    fed_by = [f for t in schema.types.values() for f in t.fields if f.id == facet and f.facet]
    assert fed_by or facet in {"type", "year"}
    assert len({(field.kind, field.vocabulary, field.label) for field in fed_by}) <= 1


def test_what_is_asked_for_most_comes_first_among_the_facets(schema: Schema) -> None:
    assert schema.facets()[:5] == ("type", "sector", "year", "status", "country")


@pytest.mark.parametrize("vocabulary", SCHEMA.vocabularies)
def test_codes_are_plain_and_their_words_differ(schema: Schema, vocabulary: str) -> None:
    labels = [str(label) for label in schema.vocabularies[vocabulary].values()]
    assert len(labels) == len(set(labels))
    for code in schema.codes(vocabulary):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)


@pytest.mark.parametrize(
    ("vocabulary", "placeholder"),
    [("qualifier", "{value}"), ("date-modifier", "{date}"), ("unit", "{number}")],
)
def test_patterns_have_room_for_what_goes_into_them(
    schema: Schema, vocabulary: str, placeholder: str
) -> None:
    for code, pattern in schema.vocabularies[vocabulary].items():
        several = pattern if isinstance(pattern, tuple) else (pattern,)
        assert all(placeholder in one for one in several), code


def test_units_know_one_and_several(schema: Schema) -> None:
    assert schema.unit("camera") == ("{number} camera", "{number} cameras")


def test_a_type_knows_what_is_claimed_and_what_is_set(schema: Schema) -> None:
    project = schema.types["project"]
    assert {"status", "budget"} <= {field.id for field in project.claimed}
    assert {"sector", "country"} <= {field.id for field in project.attributes}
    assert project.field("budget") in project.claimed
    assert project.field("parrot") is None
