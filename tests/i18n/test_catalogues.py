"""The files translators work on, written and read back."""

import os
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

from i18n.catalogues import as_text, compile_catalogue, empty, read, write
from i18n.locales import HUNGARIAN


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A catalogue of two messages, in a folder that is made for it."""
    catalogue = empty(HUNGARIAN)
    catalogue.add("Search", "Keresés", locations=[("a.py", 3)], context="menu")
    catalogue.add(("{n} hit", "{n} hits"), ("{n} találat",), locations=[("a.py", 1)])
    path = tmp_path / "hu" / "tukor.po"
    assert write(path, as_text(catalogue))
    return path


def test_a_catalogue_reads_back_as_it_was_written(source: Path) -> None:
    assert as_text(read(source, HUNGARIAN)).splitlines() == [
        "# The words of Tükör in Magyar. See i18n/README.md.",
        'msgid ""',
        'msgstr ""',
        '"Language: hu\\n"',
        '"Plural-Forms: nplurals=1; plural=0;\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        "",
        "#: a.py",
        "#, python-brace-format",
        'msgid "{n} hit"',
        'msgid_plural "{n} hits"',
        'msgstr[0] "{n} találat"',
        "",
        "#: a.py",
        'msgctxt "menu"',
        'msgid "Search"',
        'msgstr "Keresés"',
        "",
    ]


def test_a_file_that_says_the_same_is_left_alone(source: Path) -> None:
    assert not write(source, source.read_text("utf-8"))


def test_more_forms_than_the_header_allows_are_refused(source: Path) -> None:
    text = source.read_text("utf-8")
    source.write_text(text.replace("találat", 'találat"\nmsgstr[1] "{n} találatok'), "utf-8")
    with pytest.raises(PoFileError):
        read(source, HUNGARIAN)


def test_gettext_reads_what_was_compiled(source: Path) -> None:
    target = source.with_suffix(".mo")
    assert compile_catalogue(source, target, HUNGARIAN)
    with target.open("rb") as file:
        messages = GNUTranslations(file)
    assert messages.pgettext("menu", "Search") == "Keresés"
    assert messages.ngettext("{n} hit", "{n} hits", 1) == "{n} találat"


def test_only_what_changed_is_compiled_again(source: Path) -> None:
    target = source.with_suffix(".mo")
    assert compile_catalogue(source, target, HUNGARIAN)
    os.utime(source, ns=(0, target.stat().st_mtime_ns - 1))
    assert not compile_catalogue(source, target, HUNGARIAN)
    os.utime(source, ns=(0, target.stat().st_mtime_ns))  # as old as: better once too often
    assert compile_catalogue(source, target, HUNGARIAN)


def test_a_catalogue_that_cannot_be_read_leaves_nothing_behind(source: Path) -> None:
    source.write_text("msgid", "utf-8")
    with pytest.raises(PoFileError):
        compile_catalogue(source, source.with_suffix(".mo"), HUNGARIAN)
    assert [*source.parent.iterdir()] == [source]


def test_a_file_that_cannot_be_put_in_its_place_leaves_nothing_behind(source: Path) -> None:
    target = source.with_suffix(".mo")
    target.mkdir()
    os.utime(target, ns=(0, 0))
    with pytest.raises((IsADirectoryError, PermissionError)):
        compile_catalogue(source, target, HUNGARIAN)
    assert {*source.parent.iterdir()} == {source, target}


def test_an_empty_template_has_no_messages() -> None:
    assert "msgctxt" not in as_text(Catalog(fuzzy=False))
