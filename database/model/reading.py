"""Reading values in their written form: the one of TOML content and of JSON in a dossier."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from database.model.record import Citation
from database.model.schema import Field, Schema
from database.model.text import Text
from database.model.values import (
    LANGUAGES,
    BadValue,
    Code,
    Money,
    Plain,
    Quantity,
    Stance,
    StatedDate,
    Value,
    number,
)

# ISO 4217 and ISO 3166-1 alpha-2 by shape; XK is the code in use for Kosovo.
_CURRENCY = re.compile(r"[A-Z]{3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_CITATION = re.compile(
    r"(?P<source>[a-z0-9]+(?:-[a-z0-9]+)*)"
    r"(?: p\. (?P<page>\d+(?:–\d+)?))?"
    r"(?: § (?P<section>[^“]+?))?"
    r"(?: l\. (?P<line>\d+))?"
    r"(?: “(?P<quotation>[^”]+)”)?"
)


def citation(written: Any) -> Citation:
    """Read ``source p. 9 § Section l. 12 “quotation”``; all but the source may be missing.

    Raises:
        BadValue: the string has another form.
    """
    match = _CITATION.fullmatch(written) if isinstance(written, str) else None
    if not match:
        raise BadValue("write a citation as: source p. 9 § Section “short quotation”")
    found = {key: part or "" for key, part in match.groupdict().items()}
    found["source"] = f"source/{found['source']}"
    return Citation(**found)


def written_citation(read: Citation) -> str:
    """Return the written form of a citation; ``citation`` reads it back."""
    written = read.source.removeprefix("source/")
    if read.page:
        written += f" p. {read.page}"
    if read.section:
        written += f" § {read.section}"
    if read.line:
        written += f" l. {read.line}"
    if read.quotation:
        written += f" “{read.quotation}”"
    return written


def text(raw: Any, *, complete: bool = True) -> Text:
    """Read a table of languages; if it is to be *complete*, every language has to be there.

    Raises:
        BadValue: a language is missing, empty or unknown.
    """
    if not isinstance(raw, Mapping) or not raw or not set(raw) <= set(LANGUAGES):
        raise BadValue("give the text in English (en) and in Hungarian (hu)")
    if complete and len(raw) < len(LANGUAGES):
        raise BadValue("give the text in English (en) and in Hungarian (hu)")
    if not all(isinstance(part, str) and part.strip() == part and part for part in raw.values()):
        raise BadValue("write text without blanks at its ends, in both languages")
    return Text({language: raw[language] for language in LANGUAGES if language in raw})


def date(raw: Any, schema: Schema) -> StatedDate:
    """Read a date of known precision (see ``StatedDate``)."""
    if not isinstance(raw, str):
        raise BadValue('put the date in quotation marks: "2016-10"')
    return StatedDate.parse(raw, schema.codes("date-modifier"))


def value(field: Field, raw: Any, schema: Schema, *, complete: bool = True) -> Value:
    """Read one value of *field*; a text in every language, if it is to be *complete*.

    Raises:
        BadValue: the value is not of the field's kind; the message tells how to write it.
    """
    match field.kind:
        case "text":
            return text(raw, complete=complete)
        case "date":
            return date(raw, schema)
        case "money":
            return _money(raw)
        case "quantity":
            return _quantity(raw, schema)
        case "stance":
            return _stance(raw, schema)
        case "code":
            return Code(field.vocabulary, _code(raw, field.vocabulary, schema))
        case kind:
            return Plain(kind, _plain(kind, raw))


def _table(raw: Any, *keys: str) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping) or set(raw) - set(keys):
        raise BadValue(f"write a table of {', '.join(keys)}")
    return raw


def _code(raw: Any, vocabulary: str, schema: Schema) -> str:
    codes = schema.codes(vocabulary)
    if not isinstance(raw, str) or raw not in codes:
        raise BadValue(f"use one of: {', '.join(sorted(codes))}")
    return str(raw)


def _money(raw: Any) -> Money:
    table = _table(raw, "amount", "currency")
    if not _CURRENCY.fullmatch(str(table.get("currency", ""))):
        raise BadValue("write the currency as an ISO 4217 code, such as EUR")
    return Money(number(table.get("amount")), table["currency"])


def _quantity(raw: Any, schema: Schema) -> Quantity:
    table = _table(raw, "number", "unit")
    return Quantity(number(table.get("number")), _code(table.get("unit"), "unit", schema))


def _stance(raw: Any, schema: Schema) -> Stance:
    table = _table(raw, "stance", "about", "ground")
    ground = _code(table["ground"], "ground", schema) if "ground" in table else ""
    about = table.get("about")
    if not isinstance(about, str) or "/" not in about:
        raise BadValue("say with `about` which record the stance is about")
    return Stance(_code(table.get("stance"), "stance", schema), about, ground)


def language_tag(raw: Any) -> str:
    """Read a BCP 47 tag."""
    return _plain("language", raw)


def _plain(kind: str, raw: Any) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise BadValue("write a string in quotation marks")
    if kind == "country" and not _COUNTRY.fullmatch(raw):
        raise BadValue("write the country as an ISO 3166 code, such as RS")
    if kind == "language" and not _LANGUAGE_TAG.fullmatch(raw):
        raise BadValue("write the language as a BCP 47 tag, such as en or sr-Latn")
    if kind == "url" and urlsplit(raw).scheme not in ("http", "https"):
        raise BadValue("write the whole address, beginning with http:// or https://")
    return raw
