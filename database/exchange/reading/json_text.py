"""JSON values one after the other, each with the line on which it begins."""

import json
from collections.abc import Iterator
from json import JSONDecoder
from typing import Any

from database.exchange.reading.account import UNREADABLE_LINE, Account
from database.exchange.reading.text_file import TextFile

_BLANK = " \t\r\n"


def of_lines(file: TextFile, account: Account) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file that has one on each line; other lines are left out."""
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            value = _sound(json.loads(line), line)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            yield number, value
        else:
            account.leave_out(number, "", UNREADABLE_LINE)


def of_list(file: TextFile, account: Account) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a list, or the only one; what follows a mistake is left out."""
    text = file.text()
    at, line, decode = 0, 1, JSONDecoder().raw_decode
    while True:
        start = _skipped(text, at, "[,")
        line += text.count("\n", at, start)
        if start >= len(text) or text[start] == "]":
            return
        try:
            value, at = decode(text, start)
        except (ValueError, RecursionError):
            account.leave_out(line, "", UNREADABLE_LINE)
            return
        if isinstance(value, dict):
            yield line, _sound(value, text[start:at])
        else:
            account.leave_out(line, "", UNREADABLE_LINE)
        line += text.count("\n", start, at)


def _sound(value: Any, text: str) -> Any:
    """Return a value without halves of letters, which JSON can spell and no file can hold."""
    if "\\ud" not in text.casefold():
        return value
    written = json.dumps(value, ensure_ascii=False)
    return json.loads(written.encode("utf-8", "replace"))


def _skipped(text: str, at: int, signs: str) -> int:
    while at < len(text) and text[at] in _BLANK + signs:
        at += 1
    return at
