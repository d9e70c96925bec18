"""What a question lacks to be whole: a partner of a sign, or a word beside an operator."""

import re
from collections.abc import Iterator

from database.search.language import analysis
from database.search.question import signs
from database.search.question.understanding import Understood

# A quotation; of several words, in no field, it may tell how far apart they stand: "safe city"~5.
_QUOTED = re.compile(r'(?<![:=])"[^"]*\w[^\w"]+\w[^"]*"~\d+|"[^"]*"')
# The last value of a field, whose quotation goes on to the end: title:"safe ci, actor:("Ana.
_OPEN_VALUE = re.compile(r'[:=](?:\([^()]*)?"[^"]*$')
_PIECE = re.compile(r"[()]|[^\s()]+")
# Signs that mean something elsewhere, or alone: --word, ~word, word^2; but amount: ~600M.
_STRAY = re.compile(r"(?<![^\s(])(?<![:=] )(?:[+\-]{2,}|[~^]+)(?=[\w(])|(?<=\w)\^")
_AND, _OR, _NOT = (frozenset(words.split("|")) for words in (signs.AND, signs.OR, signs.NOT))
_OPERATOR = f"(?:{signs.AND}|{signs.OR}|{signs.NOT})"
_IN_A_ROW = re.compile(rf'"[^"]*"|(?<![^\s()]){_OPERATOR}(?:\s+{_OPERATOR})+(?![^\s()])')


def joined_once(text: str) -> str:
    """Return *text* with one operator for several in a row; of AND beside OR, AND holds.

    An exclusion stays one: ``a OR AND NOT NOT b`` → ``a AND NOT b``.
    """
    return _IN_A_ROW.sub(_the_one_that_holds, text)


def loose_ends(text: str) -> Iterator[Understood]:
    """Yield what was passed over because something is missing beside it."""
    if text.count('"') % 2:
        if not _OPEN_VALUE.search(text):  # a value is read as it stands
            yield Understood('"', "unclosed")
        return
    outside = _QUOTED.sub(" words ", text)
    for stray in _STRAY.findall(outside):
        yield Understood(stray, "stray")
    if outside.count("(") != outside.count(")"):
        yield Understood("(", "odd-bracket")
    for operator in _dangling(outside):
        yield Understood(operator, "dangling")


def without_words(text: str) -> Understood | None:
    """Tell what becomes of a question that asks for nothing; ``None`` if it is empty.

    Operators alone are words.
    """
    written = " ".join(text.split())
    if not written:
        return None
    meaning = "lone-operator" if analysis.forms(written) else "no-words"
    return Understood(written, meaning)


def _the_one_that_holds(row: re.Match[str]) -> str:
    if row[0].startswith('"'):
        return row[0]
    written = row[0].split()
    joining, excluding = (
        next((word for word in written if word in meant), "")
        for meant in (_AND if _AND.intersection(written) else _OR, _NOT)
    )
    return f"{joining} {excluding}".strip()


def _dangling(text: str) -> Iterator[str]:
    """Yield the operators that have nothing to join or to exclude; of AND beside OR, AND holds."""
    pieces = ["(", *_PIECE.findall(text), ")"]
    for before, here, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if here in _AND:
            dangles = before in {"(", *_AND, *_NOT} or after == ")"
        elif here in _OR:
            dangles = before in {"(", *_AND, *_NOT} or after in {")", *_AND, *_OR}
        else:
            dangles = here in _NOT and after in {")", *_NOT}
        if dangles:
            yield here
