"""RIS, which EndNote, Mendeley and catalogues of libraries read."""

from collections.abc import Iterator

from database.exchange.writing.account import Account
from database.exchange.writing.bibliography import Source, sources
from database.exchange.writing.selection import Selection
from database.model.values import StatedDate

_END = "\r\n"


def lines(selection: Selection, account: Account) -> Iterator[str]:
    """Yield a record for each source."""
    for source in sources(selection, account, both_titles=True):
        told = (f"{tag}  - {' '.join(text.split())}" for tag, text in _tags(source) if text)
        yield _END.join([*told, "ER  - ", "", ""])


def _tags(source: Source) -> Iterator[tuple[str, str]]:
    yield "TY", source.kind.ris
    yield "ID", source.key
    yield from (("AU", f"{name},") for name in source.authors)  # the comma: a name in one piece
    yield "TI", source.title
    yield "TT", source.other_title
    yield ("T2" if source.is_in_periodical else "PB"), source.publisher
    if source.issued:
        yield "PY", f"{source.issued.start.year:04}"
        yield "DA", _date(source.issued)
    yield "LA", source.language
    yield "M3", source.genre
    yield "UR", source.url
    yield "N1", source.note


def _date(date: StatedDate) -> str:
    """Return a date as ``2020/09/15/``, empty where unknown; what else is known comes last."""
    known = (date.start.month, date.start.day)
    parts = "/".join(f"{each:02}" if each else "" for each in known)
    is_plain = not (date.modifier or date.end or date.open_end)
    rest = "" if is_plain else str(date).replace("/", "–")
    return f"{date.start.year:04}/{parts}/{rest}"
