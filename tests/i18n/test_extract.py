"""The schema's words go to translators."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract

from i18n import catalogues

RECORD_TYPE = """
label = "Project"
plural = "Projects"
headline = ["status"]
[[attributes]]
id = "sector"
label = "Sector"
kind = "code"
[[fields]]
id = "agreed"
label = "Agreed"
kind = "date"
"""
RELATIONS = """
[[roles]]
id = "owner"
from = ["project", "actor"]
to = ["actor"]
label = "Owner"
reverse = "Owner of"
"""
VOCABULARIES = """
[status]
agreed = "Agreed"
[unit]
camera = ["{number} camera", "{number} cameras"]
"""


class NamedFile(BytesIO):
    """An open file, as Babel hands it over: only its name matters here."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text.encode())
        self.name = name


def extracted(name: str, text: str) -> list[tuple[str | None, object]]:
    found = extract("i18n.extract:schema", NamedFile(name, text), DEFAULT_KEYWORDS)
    return [(context, message) for _line, message, _comments, context in found]


def test_a_record_type_gives_its_names_and_the_labels_of_its_parts() -> None:
    assert extracted("schema/project.toml", RECORD_TYPE) == [
        ("schema", "Project"),
        ("schema", "Projects"),
        ("schema", "Sector"),
        ("schema", "Agreed"),
    ]


def test_a_role_gives_the_label_of_either_end() -> None:
    assert extracted("schema/relations.toml", RELATIONS) == [
        ("role", "Owner"),
        ("role", "Owner of"),
    ]


def test_a_vocabulary_is_the_context_of_its_labels_and_a_unit_has_two_forms() -> None:
    assert extracted("schema/vocabularies.toml", VOCABULARIES) == [
        ("status", "Agreed"),
        ("unit", ("{number} camera", "{number} cameras")),
    ]


def test_translators_are_told_where_a_label_stands() -> None:
    file = NamedFile("schema/relations.toml", RELATIONS)
    comments = [
        comments
        for _line, _text, comments, _context in extract(
            "i18n.extract:schema", file, DEFAULT_KEYWORDS
        )
    ]
    assert comments == [
        ["on the page of project or actor: heads a list of actor"],
        ["on the page of actor: heads a list of project or actor"],
    ]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small project with a schema, code of ours and code that is not ours."""
    for name, text in {
        "database/schema/project.toml": RECORD_TYPE,
        "database/schema/vocabularies.toml": VOCABULARIES,
        "desktop_app/views/search.py": 'f(_("Search"), ngettext("{n} hit", "{n} hits", n))',
        "desktop_app/actions.py": '# Translators: a verb\nTEXT = N_("Open")\n',
        "tests/test_search.py": '_("Not for translators")\n',
        ".venv/lib/other.py": '_("Nor this")\n',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_template_holds_what_schema_and_code_say(checkout: Path) -> None:
    template = catalogues.extract(checkout)
    said = [message.id for message in template if message.id]
    assert set(said) == {
        "Project",
        "Projects",
        "Sector",
        "Agreed",
        ("{number} camera", "{number} cameras"),
        "Open",
        "Search",
        ("{n} hit", "{n} hits"),
    }
    assert len(said) == 9  # the "Agreed" of a status is another word than the field's


def test_the_template_says_nothing_that_changes_by_itself(checkout: Path) -> None:
    text = catalogues.as_text(catalogues.extract(checkout))
    source = checkout / "desktop_app" / "actions.py"
    source.write_text("\n\n\n" + source.read_text("utf-8"), encoding="utf-8")
    assert catalogues.as_text(catalogues.extract(checkout)) == text
    assert "Date" not in text
    assert "#. Translators: a verb" in text
    assert "#: desktop_app/actions.py\n" in text
