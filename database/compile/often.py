"""What many records have: words and beginnings of words, each with the set of its records.

FTS5 reads a posting of every record that has a word, again for each form of it. A set is read at
once and joined with others at the speed of memory, so what many records have is kept so as well:
``grant`` for a fold, ``con*`` for all that begins so. What fewer have is left to FTS5, and nothing
in the dossier changes that later.
"""

import json
from collections.abc import Iterator, Set

from sqlite_utils import Database

from database.search.answer import records

# One record in so many makes a word frequent, but not fewer records than FTS5 reads in no time.
_ONE_IN, _LEAST = 128, 200
# A beginning has to be in so many times as many records: its set takes longer to make, since FTS5
# joins all words that begin so.
_BEGINNING = 4
# Longer beginnings have few words, which FTS5 joins soon enough.
_LONGEST_BEGINNING = 4

# One statement, so that SQLite need not wait for Python between two of them; its expressions are
# those of ``search.answer.match.written``.
_LISTED = """
    WITH beginning(letters, records) AS (
        SELECT substr(fold, 1, :longest) AS begun, sum(records) FROM form GROUP BY begun),
    frequent(asked, expression) AS (
        SELECT fold, '"' || fold || '"' FROM form GROUP BY fold HAVING sum(records) >= :word
        UNION ALL SELECT begun || '*', '"' || begun || '" *' FROM (
            SELECT substr(letters, 1, value) AS begun
            FROM beginning JOIN json_each(:lengths) ON length(letters) >= value
            GROUP BY begun HAVING sum(records) >= :beginning)
        ORDER BY 1)
    INSERT INTO often SELECT asked,
        (SELECT json_group_array(rowid) FROM search WHERE search MATCH expression) FROM frequent"""


def list_records(db: Database) -> None:
    """List the numbers of the records, in one long statement; call it when all are indexed."""
    word, beginning = _least(db)
    lengths = json.dumps(list(range(1, _LONGEST_BEGINNING + 1)))
    told = {"word": word, "beginning": beginning, "longest": _LONGEST_BEGINNING, "lengths": lengths}
    db.execute(_LISTED, told)


def pack(db: Database) -> None:
    """Write the sets in the place of the numbers that were listed; one at a time is in memory."""
    word, beginning = _least(db)
    for (term,) in db.execute("SELECT asked FROM often").fetchall():
        (listed,) = db.execute("SELECT records FROM often WHERE asked = ?", [term]).fetchone()
        numbers = json.loads(listed)
        if len(numbers) >= (beginning if term.endswith("*") else word):
            kept = records.packed(records.of(numbers))
            db.execute("UPDATE often SET records = ? WHERE asked = ?", [kept, term])
        else:  # a record that has two words was counted twice until here
            db.execute("DELETE FROM often WHERE asked = ?", [term])


def _least(db: Database) -> tuple[int, int]:
    """Return how many records make a word frequent, and how many a beginning."""
    (count,) = db.execute("SELECT count(*) FROM record").fetchone()
    least = max(_LEAST, count // _ONE_IN)
    return least, _BEGINNING * least


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
