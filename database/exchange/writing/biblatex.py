"""biblatex, the bibliographies of LaTeX, JabRef and Zotero (biblatex manual 3.20)."""

import re
from collections.abc import Iterator
from itertools import chain, zip_longest

from database.exchange.writing.account import Account
from database.exchange.writing.bibliography import Source, sources
from database.exchange.writing.selection import Selection
from database.model.values import StatedDate

# Where each type of entry names its publisher.
PUBLISHERS = {
    "article": "journaltitle",
    "online": "organization",
    "report": "institution",
    "misc": "organization",
    "booklet": "howpublished",
}
# The names of languages in ``babel`` and ``polyglossia``, by BCP 47 tag.
_LANGUAGES = {
    "de": "german",
    "en": "english",
    "fr": "french",
    "hr": "croatian",
    "hu": "hungarian",
    "mk": "macedonian",
    "ru": "russian",
    "sl": "slovene",
    "sr": "serbian",
    "sr-Cyrl": "serbianc",
    "sr-Latn": "serbian",
    "sq": "albanian",
}
# Words with their apostrophes and hyphens.
_WORD = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?")
# Dates that ISO 8601-2 has no sign for.
_IN_WORDS = frozenset({"early", "mid", "late"})
_SPECIAL = {sign: f"\\{sign}" for sign in "{}$&#_%"} | {
    "\\": "\\textbackslash{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
}
_ESCAPES = str.maketrans(_SPECIAL)
# An address stands as it is, but its braces must not end the field, and a backslash is no sign.
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def lines(selection: Selection, account: Account) -> Iterator[str]:
    """Yield an entry for each source."""
    before = ""
    for source in sources(selection, account, both_titles=True):
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(source) if value)
        yield f"{before}@{source.kind.biblatex}{{{source.key},\n{fields}}}\n"
        before = "\n"


def escaped(text: str) -> str:
    """Return *text* so that TeX prints it as it is."""
    return " ".join(text.split()).translate(_ESCAPES)


def protected(title: str) -> str:
    """Return a title in which no style changes the capitals of names: ``Why {Huawei} left``.

    The capital that the title begins with needs no protection.
    """
    first = _WORD.search(title)
    begin = first.start() if first else 0

    def word(found: re.Match[str]) -> str:
        letters = found.group()[1:] if found.start() == begin else found.group()
        named = any(sign.isupper() for sign in letters)
        return f"{{{escaped(found.group())}}}" if named else escaped(found.group())

    between, words = _WORD.split(title), map(word, _WORD.finditer(title))
    return "".join(chain.from_iterable(zip_longest(map(_sign, between), words, fillvalue="")))


def _sign(text: str) -> str:
    return text.translate(_ESCAPES)


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "title", protected(source.title)
    yield "titleaddon", protected(source.other_title)
    yield "author", " and ".join(f"{{{escaped(name)}}}" for name in source.authors)
    yield PUBLISHERS[source.kind.biblatex], escaped(source.publisher)
    if source.issued:
        yield "date", written_date(source.issued)
        yield "addendum", str(source.issued) if source.issued.modifier in _IN_WORDS else ""
    yield "type", escaped(source.genre) if source.kind.biblatex in {"report", "misc"} else ""
    yield "langid", _LANGUAGES.get(source.language, "")
    yield "language", source.language if source.language not in _LANGUAGES else ""
    yield "url", source.url.translate(_IN_ADDRESS)
    yield "annotation", escaped(source.note)


def written_date(date: StatedDate) -> str:
    """Return a date as ISO 8601-2 has it (manual, 2.3.8): ``2016~`` about, ``2012/..`` since."""
    if date.modifier == "before":
        return f"../{date.start.isoformat()}"
    if date.modifier == "after":
        return f"{date.start.isoformat()}/.."
    written = str(date).removeprefix(date.modifier).strip()
    return f"{written}~" if date.modifier else written
