"""Understanding the two lists beside the records: places and terms."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from database.compile.reader import RawContent, Table
from database.model import reading
from database.model.problem import Problem
from database.model.record import Place, Term
from database.model.values import BadValue
from i18n import formats

_PLACE_KEYS = ("name", "also", "country", "latitude", "longitude", "precision")
_PRECISIONS = ("city", "region", "town")
_TERM_LANGUAGES = ("en", "hu", "sr")
_REQUIRED_LANGUAGES = ("en", "hu")


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


def _wrong_place(table: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(table, Mapping):
        yield "this is no table", "Write the place below its key in [ ]."
        return
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
    yield from _wrong_codes(table)


def _wrong_codes(table: Table) -> Iterator[tuple[str, str]]:
    country, precision = table["country"], table["precision"]
    if not isinstance(country, str) or not formats.is_country(country):
        yield f"there is no country {country!r}", "Write its ISO 3166 code."
    if precision not in _PRECISIONS:
        yield f"unknown precision {precision!r}", f"Use one of: {', '.join(_PRECISIONS)}."


def read_terms(raw: RawContent, path: Path, problems: list[Problem]) -> dict[str, Term]:
    """Read the thesaurus, by id; what cannot be read is left out and added to *problems*."""
    if not isinstance(raw.terms, list) or not all(isinstance(t, Mapping) for t in raw.terms):
        problems.append(
            Problem(path, "terms", "this is no list of tables", "Begin each with [[terms]].")
        )
        return {}
    known = {str(table.get("id", "?")) for table in raw.terms}
    found: dict[str, Term] = {}
    for table in raw.terms:
        key = str(table.get("id", "?"))
        wrong = [Problem(path, key, *said) for said in _wrong_term(table, known)]
        if key in found:
            wrong.append(Problem(path, key, "the id stands twice", "Rename one."))
        problems += wrong
        if not wrong:
            found[key] = _term(key, table)
    return found


def _wrong_term(table: Table, known: set[str]) -> Iterator[tuple[str, str]]:
    if not isinstance(table.get("id"), str):
        yield "this term has no id", 'Write id = "…".'
    for language in filter(table.get, _TERM_LANGUAGES):
        if not _strings(table[language]):
            hint = f'Write {language} = ["…", "…"], the preferred one first.'
            yield f"{language} is no list of labels", hint
    if not all(map(table.get, _REQUIRED_LANGUAGES)):
        yield "a language is missing", "Add en and hu."
    try:
        reading.text(table.get("definition"))
    except BadValue as error:
        yield "definition cannot be read", f"{error}."
    yield from _wrong_broader(table.get("broader", []), known)


def _wrong_broader(broader: Any, known: set[str]) -> Iterator[tuple[str, str]]:
    if not _strings(broader):
        yield "broader is no list of ids", 'Write broader = ["…"].'
        return
    for term_id in broader:
        if term_id not in known:
            yield f"no broader term {term_id!r}", "Correct the id."


def _term(key: str, table: Table) -> Term:
    labels = {language: tuple(table[language]) for language in filter(table.get, _TERM_LANGUAGES)}
    definition, broader = reading.text(table["definition"]), tuple(table.get("broader", ()))
    return Term(key, labels, definition, broader)


def _strings(raw: Any) -> bool:
    return isinstance(raw, list) and all(isinstance(one, str) and one.strip() for one in raw)
