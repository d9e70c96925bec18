"""CSV: the first row has the headings, each row after it is a record.

Whom a row names as a contractor, say, and no row tells of, becomes a record of that name.

The columns are those of our own export, or whatever of them there is: a title is enough. Headings
may be the ids of the schema or its labels in any language. Separated by comma, semicolon or tab.
"""

import csv
import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from database.exchange.reading import account as reasons
from database.exchange.reading.account import Account
from database.exchange.reading.columns import Columns
from database.exchange.reading.draft import Draft, Intent
from database.exchange.reading.only_named import OnlyNamed
from database.exchange.reading.row import RowReader
from database.exchange.reading.text_file import TextFile
from database.model.schema import Schema

SEPARATORS = (",", ";", "\t")
# Excel writes its separator on a line of its own.
_STATED = re.compile(r'"?sep=(.)"?\s*')
# Our export puts an apostrophe before what a spreadsheet would take for a formula.
_ESCAPED = re.compile(r"'(?='*\s*[=+\-@＝＋－＠]|'*[\t\r\n])")
_LONGEST_CELL = 1 << 24
# Stands after the last line: a row of its own, unless a quotation mark before it is still open.
_END = "\U0010ffff"


class Row(NamedTuple):
    """A row, the line on which it begins, and for what reason it cannot be read, if it cannot."""

    line: int
    cells: list[str]
    fault: tuple[str, str] | None = None


def read(file: TextFile, intent: Intent, account: Account) -> Iterator[Draft]:
    """Yield a record for each row that has a title."""
    table = rows(file, intent.schema)
    first = next(table, None)
    if first is None:
        return
    reader = RowReader(first.cells, intent, account)
    if first.fault or not reader.has_titles:
        account.leave_out(first.line, "", first.fault or reasons.NO_TITLES)
        return
    named = OnlyNamed(intent.schema)
    for row in table:
        if row.fault:
            account.leave_out(row.line, "", row.fault)
        elif draft := reader.draft(row.line, row.cells):
            named.follow(draft)
            yield draft
    for draft in named.drafts():
        draft.table["title"] = intent.text(draft.name)
        yield draft


def rows(file: TextFile, schema: Schema) -> Iterator[Row]:
    """Yield the rows of a table, the headings first, without empty ones."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = iter(file)
    head = next(lines, "")
    stated = _STATED.fullmatch(head)
    before = 1 if stated else 0
    if stated:
        head = next(lines, "")
    separator = stated[1] if stated else _separator(head, schema)
    table = csv.reader(chain([head], lines, [_END]), delimiter=separator)
    while True:
        line = before + table.line_num + 1
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error:
            yield Row(line, [], reasons.UNREADABLE_LINE)
            continue
        if cells == [_END]:
            return
        if cells and cells[-1].endswith(_END):
            yield Row(line, [], reasons.OPEN_QUOTATION)
        elif any(map(str.strip, cells)):
            yield Row(line, [_ESCAPED.sub("", cell, count=1).strip() for cell in cells])


def _separator(head: str, schema: Schema) -> str:
    """Return the separator by which most headings are recognised, else that makes most of them."""

    def found(separator: str) -> tuple[int, int]:
        headings = next(csv.reader([head], delimiter=separator), [])
        return Columns(headings, schema).recognised, len(headings)

    return max(SEPARATORS, key=found)
