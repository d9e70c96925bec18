"""What many records have: words and beginnings of words, each with the set of its records.

FTS5 reads a posting of every record that has a word, again for each form of it. A set is read at
once and joined with others at the speed of memory, so what many records have is kept so as well:
``grant`` for a fold, ``con*`` for all that begins so. What fewer have is left to FTS5, and nothing
in the dossier changes that later.
"""

import json
from collections.abc import Iterator, Set

from sqlite_utils import Database

from database.search.answer import match, records

# One record in so many makes a word frequent, but not fewer records than FTS5 reads in no time.
_ONE_IN, _LEAST = 32, 500
# Longer beginnings have few words, which FTS5 joins soon enough.
_LONGEST_BEGINNING = 4

_FREQUENT = """
    WITH beginning(letters, records) AS (
        SELECT substr(fold, 1, :longest) AS begun, sum(records) FROM form GROUP BY begun)
    SELECT fold, sum(records) AS most FROM form GROUP BY fold HAVING most >= :least
    UNION ALL SELECT substr(letters, 1, value) || '*' AS asked, sum(records) AS most
    FROM beginning JOIN json_each(:lengths) ON length(letters) >= value
    GROUP BY asked HAVING most >= :least"""


def write(db: Database) -> None:
    """Write the sets; call it when all records are indexed."""
    (count,) = db.execute("SELECT count(*) FROM record").fetchone()
    least = max(_LEAST, count // _ONE_IN)
    longest = _LONGEST_BEGINNING
    lengths = json.dumps(list(range(1, longest + 1)))
    rows = db.execute(_FREQUENT, {"least": least, "longest": longest, "lengths": lengths})
    for term in sorted(row[0] for row in rows):
        found = records.selected(db.conn, match.RECORDS, (match.written(term),))
        if records.size(found) >= least:  # one that has two words counts twice until here
            db.execute("INSERT INTO often VALUES (?, ?)", [term, records.packed(found)])


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
