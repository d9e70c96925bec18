"""Understanding the two lists beside the records: places and terms."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from database.compile.reader import RawContent, Table
from database.model import reading
from database.model.problem import Problem
from database.model.record import Place, Term
from database.model.text import Text
from database.model.values import BadValue

_PLACE_KEYS = ("name", "also", "country", "latitude", "longitude", "precision")
_TERM_LANGUAGES = ("en", "hu", "sr")
_REQUIRED_LANGUAGES = {"en", "hu"}


def places(raw: RawContent, content: Path, problems: list[Problem]) -> dict[str, Place]:
    """Read the places, by key; what cannot be read is left out and added to *problems*."""
    path = content / "places.toml"
    found = {}
    for key, table in raw.places.items():
        wrong = [Problem(path, key, *said) for said in _wrong_place(table)]
        problems += wrong
        if not wrong:
            rest = {k: table[k] for k in ("country", "latitude", "longitude", "precision")}
            name = reading.text(table["name"])
            found[key] = Place(key=key, name=name, also=tuple(table["also"]), **rest)
    return found


def _wrong_place(table: Table) -> Iterator[tuple[str, str]]:
    missing = [key for key in _PLACE_KEYS if key not in table]
    if missing:
        yield f"without {', '.join(missing)}", "Add it."
        return
    try:
        reading.text(table["name"])
    except BadValue as error:
        yield "name cannot be read", f"{error}."
    if not _strings(table["also"]):
        yield "also is no list of names", 'Write also = ["…", "…"].'
    for key, most in (("latitude", 90), ("longitude", 180)):
        degrees = table[key]
        if not isinstance(degrees, int | float) or not -most <= degrees <= most:
            yield f"impossible {key}", f"Write degrees from -{most} to {most}, as a number."


def read_terms(raw: RawContent, path: Path, problems: list[Problem]) -> dict[str, Term]:
    """Read the thesaurus, by id; mistakes are added to *problems*."""
    terms: dict[str, Term] = {}
    for table in raw.terms:
        key = str(table.get("id", "?"))
        if key in terms:
            problems.append(Problem(path, key, "the id stands twice", "Rename one."))
        terms[key] = _term(key, table, path, problems)
    for term in terms.values():
        problems += [
            Problem(path, term.id, f"no broader term {broader!r}", "Correct the id.")
            for broader in term.broader
            if broader not in terms
        ]
    return terms


def _term(key: str, table: Table, path: Path, problems: list[Problem]) -> Term:
    written = {language: table[language] for language in _TERM_LANGUAGES if table.get(language)}
    for language, labels in written.items():
        if not _strings(labels):
            hint = f'Write {language} = ["…", "…"], the preferred one first.'
            problems.append(Problem(path, key, f"{language} is no list of labels", hint))
    if not set(written) >= _REQUIRED_LANGUAGES:
        problems.append(Problem(path, key, "a language is missing", "Add en and hu."))
    try:
        definition = reading.text(table.get("definition"))
    except BadValue as error:
        problems.append(Problem(path, key, "definition cannot be read", f"{error}."))
        definition = Text({})
    labels = {language: tuple(several) for language, several in written.items()}
    return Term(key, labels, definition, tuple(table.get("broader", ())))


def _strings(raw: Any) -> bool:
    return isinstance(raw, list) and all(isinstance(one, str) and one.strip() for one in raw)
