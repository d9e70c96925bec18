"""CSL-JSON, as Zotero, pandoc and others write it: every item becomes a source."""

from collections.abc import Iterator, Mapping
from typing import Any

from database.exchange.reading import json_text
from database.exchange.reading.account import BAD_VALUE, NO_PLACE, Account
from database.exchange.reading.draft import Draft, Intent
from database.exchange.reading.text_file import TextFile
from database.exchange.reading.values import Values, date
from database.model.values import LANGUAGES

# Types of CSL (1.0.2, appendix III) that the vocabulary ``source-type`` calls by another name.
_TYPES = {
    "article": "article-journal",
    "bill": "policy-document",
    "legislation": "policy-document",
    "pamphlet": "brochure",
    "paper-conference": "article-journal",
    "post": "post-weblog",
    "regulation": "policy-document",
    "standard": "policy-document",
}
# Of these one becomes the publisher: what the text stands in says more than who prints that.
_PUBLISHERS = ("container-title", "publisher")
_READ = {"id", "type", "title", "author", "issued", "language", "URL", "abstract", "note",
         "genre", "original-title", "title-short", "DOI", *_PUBLISHERS}  # fmt: skip


def read(file: TextFile, intent: Intent, account: Account) -> Iterator[Draft]:
    """Yield a source for each item."""
    values = Values(intent)
    for line, item in json_text.of_list(file, account):
        yield _Item(line, item, values, intent, account).draft()


class _Item:
    """One item of a bibliography."""

    def __init__(
        self, line: int, item: Mapping[str, Any], values: Values, intent: Intent, account: Account
    ) -> None:
        self._line = line
        self._item = item
        self._values = values
        self._intent = intent
        self._account = account

    def draft(self) -> Draft:
        """Return the source that the item is."""
        draft = Draft(self._line, "source", self._text("id"))
        self._put_words(draft)
        self._put_type(draft)
        for name in self._names("author"):
            draft.set("author", name)
        self._put_publisher(draft)
        for field, text in (
            ("issued", self._date("issued")),
            ("language", self._text("language")),
            ("url", self._address()),
        ):
            if text:
                draft.set(field, text)
        for name in sorted(self._item.keys() - _READ):
            self._leave_out(name)
        return draft

    def _put_words(self, draft: Draft) -> None:
        for part, name in (("title", "title"), ("description", "abstract")):
            if text := self._text(name):
                draft.table[part] = self._told(text)
        if note := self._text("note"):
            draft.claim("statement", self._intent.text(note))
        for name in ("original-title", "title-short"):
            if text := self._text(name):
                draft.call(text)

    def _leave_out(self, name: str) -> None:
        self._account.leave_out(self._line, name, NO_PLACE)

    def _text(self, name: str) -> str:
        value = self._item.get(name, "")
        if isinstance(value, bool) or not isinstance(value, str | int):
            self._account.leave_out(self._line, name, BAD_VALUE[""])
            return ""
        return str(value).strip()

    def _told(self, text: str) -> dict[str, str]:
        """Return a text in the language of the item, if it is one that a dossier has."""
        own = self._text("language").partition("-")[0].casefold()
        return {own: text} if own in LANGUAGES else self._intent.text(text)

    def _put_type(self, draft: Draft) -> None:
        """Take the type from the genre, which is finer, where that is a word we know."""
        named, genre = self._text("type"), self._text("genre")
        code = self._values.code("source-type", genre)
        if code != genre:
            draft.set("type", code)
            return
        if genre:
            self._leave_out("genre")
        if named:
            draft.set("type", _TYPES.get(named, named))

    def _put_publisher(self, draft: Draft) -> None:
        texts = [(name, self._text(name)) for name in _PUBLISHERS]
        there = [(name, text) for name, text in texts if text]
        if there:
            draft.set("publisher", there[0][1])
        for name, text in there[1:]:
            if text != there[0][1]:
                self._leave_out(name)

    def _address(self) -> str:
        doi = self._text("DOI")
        return self._text("URL") or (f"https://doi.org/{doi}" if doi else "")

    def _names(self, name: str) -> Iterator[str]:
        people = self._item.get(name, [])
        for person in people if isinstance(people, list) else []:
            if isinstance(person, Mapping):
                parts = [person.get(part, "") for part in _PARTS_OF_NAMES]
                written = " ".join(str(part) for part in parts if part)
                if written := str(person.get("literal") or written).strip():
                    yield written
                    continue
            self._account.leave_out(self._line, name, BAD_VALUE[""])

    def _date(self, name: str) -> str:
        """Return a date as precisely as it is stated; what is none is refused later."""
        stated = self._item.get(name)
        if not isinstance(stated, Mapping):
            return str(stated or "")
        parts = stated.get("date-parts")
        if not isinstance(parts, list) or not parts or not parts[0]:
            return date(str(stated.get("literal") or stated.get("raw") or ""))
        written = "/".join(_iso(each) for each in parts if each)
        return f"about {written}" if stated.get("circa") else written


_PARTS_OF_NAMES = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")


def _iso(parts: Any) -> str:
    """Write year, month and day; a year has four figures, the others two."""
    numbers = parts if isinstance(parts, list) else [parts]
    year, *rest = (str(number).strip() for number in numbers)
    return "-".join((year.zfill(4), *(number.zfill(2) for number in rest)))
