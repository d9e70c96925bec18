"""JSON lines: one object a record with all there is, the very one of ``tukor show --json``."""

import json
from collections.abc import Iterator

from database.exchange.writing.account import Account, contents
from database.exchange.writing.record_data import RecordData
from database.exchange.writing.selection import Selection


def lines(selection: Selection, account: Account) -> Iterator[str]:
    """Yield a line for each record."""
    data = RecordData(selection.library)
    for record in selection:
        account.enter(record, contents(record))
        yield json.dumps(data.of(record), ensure_ascii=False) + "\n"
