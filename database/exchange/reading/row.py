"""One row of a table, read by its columns."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from database.exchange.reading.account import NO_PLACE, NO_TYPE, Account
from database.exchange.reading.columns import Columns, Target
from database.exchange.reading.draft import Draft, Intent
from database.exchange.reading.values import Values, number
from database.model.schema import Field
from database.model.values import LANGUAGES

# Several values of one cell: as our own export parts them, and as people do.
_BETWEEN = re.compile(r"(?:^|\s)\|(?:\s|$)")
_BETWEEN_WORDS = re.compile(r"\s*[;,|]\s*")
_BETWEEN_NAMES = re.compile(r"\s*;\s*|\s+\|\s+")
_BETWEEN_PASSAGES = "\n\n"
# Of these kinds no value has a comma in it.
_WORDS = {"code", "country", "place", "language"}

# What a row has of one thing: by part, all its values in order.
Parts = Mapping[str, Sequence[str]]


class RowReader:
    """Reads the rows under *headings*; what has no place is entered into the account."""

    def __init__(self, headings: Sequence[str], intent: Intent, account: Account) -> None:
        self._headings = headings
        self._columns = Columns(headings, intent.schema)
        self._type = intent.type or self._columns.likeliest_type
        self._intent = intent
        self._values = Values(intent)
        self._account = account

    @property
    def has_titles(self) -> bool:
        """Tell whether there is a column of titles."""
        targets = self._columns.of(self._type)
        return any(target and target.id == "title" for target in targets)

    def draft(self, line: int, cells: Sequence[str]) -> Draft | None:
        """Return the record of a row, ``None`` if it is of no type that there is."""
        general = self._general(cells)
        stated = general["type"].get("", "")
        type_id = self._values.type(stated) if stated else self._type
        if type_id is None:
            self._account.leave_out(line, "", NO_TYPE)
            return None
        draft = Draft(line, type_id, general["id"].get("", ""))
        for name in ("title", "description"):
            if texts := self._texts(general[name]):
                draft.table[name] = texts
        draft.table["summary"] = list(_passages(self._texts(general["summary"])))
        for text, language, kind in _aligned(general["names"], ("", "language", "kind")):
            draft.call(text, kind or "variant", language or "und")
        for written in _BETWEEN.split(general["citations"].get("", "")):
            source, _blank, locator = written.partition(" ")
            if source:
                draft.sources.append((f"source/{source}", locator))
        self._put_rest(draft, cells)
        return draft

    def _general(self, cells: Sequence[str]) -> dict[str, dict[str, str]]:
        """Return what stands in the columns that all types have, by name and part."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        targets = self._columns.of(self._type)
        for target, cell in zip(targets, cells, strict=False):
            if target and target.sort == "general" and cell:
                found[target.id].setdefault(target.part, cell)
        return found

    def _put_rest(self, draft: Draft, cells: Sequence[str]) -> None:
        """Put in what only some types have."""
        record_type = self._intent.schema.types[draft.type]
        fields: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for target, cell in self._placed(draft, cells):
            if target.sort == "role":
                for name in _BETWEEN_NAMES.split(cell):
                    draft.relate(target.id, name)
            elif field := record_type.field(target.id):
                fields[field.id].setdefault(target.part, _several(field, target, cell))
        for field in record_type.fields:
            if field.id in fields:
                self._put_field(draft, field, fields[field.id])

    def _placed(self, draft: Draft, cells: Sequence[str]) -> Iterator[tuple[Target, str]]:
        """Yield where each cell goes that has something in it; what has no place is told."""
        targets = self._columns.of(draft.type)
        for n, cell in enumerate(cells):
            target = targets[n] if n < len(targets) else None
            if cell and target:
                if target.sort != "general":
                    yield target, cell
            elif cell:
                heading = self._headings[n] if n < len(self._headings) else ""
                self._account.leave_out(draft.line, heading or str(n + 1), NO_PLACE)

    def _put_field(self, draft: Draft, field: Field, parts: Parts) -> None:
        for values in _aligned(parts, tuple(parts)):
            by_part = {part: value.strip() for part, value in zip(parts, values, strict=True)}
            value = self._value(field, by_part)
            if not value:
                continue
            about = {"qualifier": by_part.get("qualifier"), "date": by_part.get("as of")}
            if field.claimed:
                draft.claim(field.id, value, **{key: said for key, said in about.items() if said})
            else:
                draft.set(field.id, value)

    def _value(self, field: Field, by_part: Mapping[str, str]) -> Any:
        """Return the written form of a value, nothing if there is none."""
        whole = by_part.get("", "")
        match field.kind:
            case "text":
                return self._texts(by_part)
            case "money" if by_part.get("amount"):
                return {"amount": number(by_part["amount"]), "currency": by_part.get("currency")}
            case "quantity" if by_part.get("number"):
                unit = self._values.unit(by_part.get("unit", ""))
                return {"number": number(by_part["number"]), "unit": unit}
            case "stance" if whole:
                ground = self._values.code("ground", by_part.get("ground", ""))
                shape = {"stance": self._values.code("stance", whole), "ground": ground}
                return {"about": by_part.get("about", "")} | {k: v for k, v in shape.items() if v}
        return self._values.written(field, whole) if whole else None

    def _texts(self, by_part: Mapping[str, str]) -> dict[str, str]:
        """Return a text by language, whether its column names it or not."""
        texts: dict[str, str] = {}
        for part, text in by_part.items():
            if text:
                texts |= {part: text} if part else self._intent.text(text)
        return {language: texts[language] for language in LANGUAGES if language in texts}


def _several(field: Field, target: Target, cell: str) -> list[str]:
    if _BETWEEN.search(cell) or not field.many or target.part:
        return _BETWEEN.split(cell)
    return (_BETWEEN_WORDS if field.kind in _WORDS else _BETWEEN_NAMES).split(cell)


def _aligned(parts: Mapping[str, Any], names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the values of several cells abreast, those that belong together."""
    cells = [parts.get(name, ()) for name in names]
    split = [_BETWEEN.split(cell) if isinstance(cell, str) else cell for cell in cells]
    return zip_longest(*split, fillvalue="")


def _passages(texts: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield paragraphs, each in the languages that it is in."""
    split = {language: text.split(_BETWEEN_PASSAGES) for language, text in texts.items()}
    for paragraphs in zip_longest(*split.values(), fillvalue=""):
        told = dict(zip(split, map(str.strip, paragraphs), strict=True))
        yield {language: text for language, text in told.items() if text}
