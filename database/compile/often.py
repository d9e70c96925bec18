"""What many records have: words and beginnings of words, each with the set of its records.

FTS5 reads a posting of every record that has a word, again for each form of it. A set is read at
once and joined with others at the speed of memory, so what many records have is kept so as well:
``grant`` for a fold, ``con*`` for all that begins so. What fewer have is left to FTS5, and nothing
in the dossier changes that later.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from functools import reduce
from itertools import groupby
from operator import or_

from sqlite_utils import Database

from database.search.answer import match, records
from database.search.answer.records import Records

# One record in so many makes a word frequent, but not fewer records than FTS5 reads in no time.
_ONE_IN, _LEAST = 32, 500
# Longer beginnings have few words, which FTS5 joins soon enough.
_LONGEST_BEGINNING = 4

_WORDS = "SELECT fold FROM form GROUP BY fold HAVING sum(records) >= ?"
_BEGINNINGS = """
    SELECT substr(fold, 1, ?) AS letters, sum(records) FROM form WHERE fold <> ''
    GROUP BY letters ORDER BY letters"""


def write(db: Database) -> None:
    """Write the sets; call it when all records are indexed."""
    (count,) = db.execute("SELECT count(*) FROM record").fetchone()
    least = max(_LEAST, count // _ONE_IN)
    words = [row[0] for row in db.execute(_WORDS, [least])]
    beginnings = db.execute(_BEGINNINGS, [_LONGEST_BEGINNING]).fetchall()
    # The sets of one letter are in memory at once, and no more of them.
    for letter, several in groupby(beginnings, key=lambda beginning: beginning[0][0]):
        sets = {word: _found(db, [word]) for word in words if word.startswith(letter)}
        _add_beginnings(db, sets, several, least)
        for term, found in sorted(sets.items()):
            if records.size(found) >= least:  # one that has two words counted twice until here
                db.execute("INSERT INTO often VALUES (?, ?)", [term, records.packed(found)])


def _add_beginnings(
    db: Database, sets: dict[str, Records], several: Iterable[tuple[str, int]], least: int
) -> None:
    """Add the sets of beginnings to those of words: each is all that goes on in some way.

    What is no set yet is asked of FTS5. *several* are the longest beginnings, and shorter words,
    with the number of records that have each.
    """
    counts: Counter[str] = Counter()
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for letters, number in several:
        part = letters
        for length in range(len(letters), 0, -1):
            whole = f"{letters[:length]}*"
            counts[whole] += number
            parts[whole].add(part if length < _LONGEST_BEGINNING else whole)
            part = whole
    for whole in sorted(counts, key=len, reverse=True):
        if counts[whole] >= least:
            known = parts[whole] & sets.keys()
            asked = _found(db, parts[whole] - known)
            sets[whole] = reduce(or_, map(sets.__getitem__, known), asked)


def _found(db: Database, terms: Iterable[str]) -> Records:
    """Return the records that have one of *terms*."""
    asked = " OR ".join(map(match.written, terms))
    return records.selected(db.conn, match.RECORDS, [asked]) if asked else records.NONE


def rewrite(db: Database, number: int, removed: Set[str], added: Set[str]) -> None:
    """Take the record of this number out of the sets of its folds, or put it into them."""
    changed = {term for fold in removed ^ added for term in _terms(fold)}
    rows = db.execute(
        "SELECT asked, records FROM often WHERE asked IN (SELECT value FROM json_each(?))",
        [json.dumps(sorted(changed))],
    ).fetchall()
    for term, kept in rows:
        if _has(removed, term) != _has(added, term):
            found = records.unpacked(kept) ^ 1 << number
            db.execute(
                "UPDATE often SET records = ? WHERE asked = ?", [records.packed(found), term]
            )


def _has(folds: Set[str], term: str) -> bool:
    """Tell whether a record with these folds is kept under *term*."""
    beginning = term.removesuffix("*")
    if beginning == term:
        return term in folds
    return any(fold.startswith(beginning) for fold in folds)


def _terms(fold: str) -> Iterator[str]:
    """Yield everything under which a record with *fold* is kept."""
    yield fold
    longest = min(_LONGEST_BEGINNING, len(fold))
    yield from (f"{fold[:length]}*" for length in range(1, longest + 1))
