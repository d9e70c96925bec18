"""Whatever a dossier says, every later program can read, or its format has another number.

``what_dossiers_say.txt`` has what a dossier of the present format may say: types, fields with their
kinds, roles and codes. What is new in the schema is added there by running this file:
``python -m tests.database.model.test_what_dossiers_say``.
"""

from collections.abc import Iterator
from pathlib import Path

from database.catalog import FORMAT
from database.model.schema import Schema, load

LISTED = Path(__file__).with_name("what_dossiers_say.txt")


def sayings(schema: Schema) -> Iterator[str]:
    """Yield a line for everything that the reading of a record asks the schema for."""
    yield f"format {FORMAT}"
    for record_type in schema.types.values():
        yield f"type {record_type.id}"
        for field in record_type.fields:
            yield f"field {record_type.id}.{field.id}: {field.kind} {field.vocabulary}".rstrip()
    yield from (f"role {role}" for role in schema.roles)
    for vocabulary, codes in schema.vocabularies.items():
        yield from (f"code {vocabulary}.{code}" for code in codes)


def test_what_dossiers_of_this_format_say_is_known(schema: Schema) -> None:
    listed = {*LISTED.read_text("utf-8").splitlines()}
    gone = listed - {*sayings(schema)}
    assert not gone, f"raise FORMAT when one goes, and list anew what is said: {sorted(gone)}"


def test_what_dossiers_of_this_format_say_is_listed(schema: Schema) -> None:
    new = {*sayings(schema)} - {*LISTED.read_text("utf-8").splitlines()}
    assert not new, f"run this file to list what is new: {sorted(new)}"


if __name__ == "__main__":
    LISTED.write_text("\n".join([*sayings(load()), ""]), "utf-8", newline="\n")
