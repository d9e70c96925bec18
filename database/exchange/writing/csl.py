"""CSL-JSON, which Zotero, pandoc and others read (Citation Style Language 1.0.2)."""

import json
from collections.abc import Iterator
from typing import Any

from database.exchange.writing.account import Account
from database.exchange.writing.bibliography import Source, sources
from database.exchange.writing.selection import Selection
from database.model.values import StatedDate
from i18n.dates import PartialDate


def lines(selection: Selection, account: Account) -> Iterator[str]:
    """Yield one array with an item for each source."""
    before = "[\n"
    for source in sources(selection, account):
        yield before + json.dumps(_item(source), ensure_ascii=False, indent=1)
        before = ",\n"
    yield "\n]\n" if account.written else "[]\n"


def _item(source: Source) -> dict[str, Any]:
    item = {
        "id": source.key,
        "type": source.kind.csl,
        "title": source.title,
        # Nobody said which part of a name is the family's: it stays whole.
        "author": [{"literal": name} for name in source.authors],
        "container-title": source.publisher if source.is_in_periodical else "",
        "publisher": source.publisher,
        "issued": written_date(source.issued) if source.issued else None,
        "language": source.language,
        "genre": source.genre,
        "URL": source.url,
        "note": source.note,
    }
    return {name: value for name, value in item.items() if value}


def written_date(date: StatedDate) -> dict[str, Any]:
    """Return a date in parts as far as they are known; one that is rougher than those, in words."""
    if date.open_end or date.modifier not in {"", "about"}:
        return {"literal": str(date)}
    parts = [_parts(each) for each in (date.start, date.end) if each]
    return {"date-parts": parts} | ({"circa": True} if date.modifier else {})


def _parts(date: PartialDate) -> list[int]:
    return [known for known in (date.year, date.month, date.day) if known is not None]
