"""What the records have of the thesaurus: the forms of each label, and the records that say it.

Names of records and places are labels, too.

No question need look that up then. A change of a record could make any of it wrong, so the first
one takes it out, and questions look it up again; a dossier that is changed record by record is
small.
"""

from sqlite_utils import Database

from database import rows
from database.model.schema import Schema
from database.search.answer import labels, match, records, thesaurus
from database.search.answer.thesaurus import KnownLabel, Label
from database.search.answer.vocabulary import Vocabulary
from database.search.language import analysis

# Nobody is offered a label that is of no language.
_LABELS = "SELECT DISTINCT language, label FROM label WHERE language <> ? ORDER BY language, label"


def create_tables(db: Database) -> None:
    """Create the empty table; the records of a label of one word are kept with its forms."""
    db.execute("""
        CREATE TABLE label_forms (language TEXT NOT NULL, label TEXT NOT NULL, words TEXT NOT NULL,
            records BLOB, PRIMARY KEY (language, label)) WITHOUT ROWID""")


def write(db: Database, schema: Schema) -> None:
    """Write what the records have of every label; call it when all of them are indexed."""
    every = db.execute(_LABELS, [analysis.ANY_LANGUAGE]).fetchall()
    vocabulary = Vocabulary(db.conn, schema)
    found = (thesaurus.row(label, _known(db, label, vocabulary)) for label in map(tuple, every))
    rows.insert(db.conn, "label_forms", found)


def _known(db: Database, label: Label, vocabulary: Vocabulary) -> KnownLabel | None:
    language, text = label
    words = labels.inflected(analysis.forms(text), language, vocabulary)
    if len(words) == 1 or not all(words):
        return KnownLabel(words) if words and all(words) else None
    phrases = (f'"{" ".join(folds)}"' for folds in labels.in_folds(words))
    found = records.selected(db.conn, match.RECORDS, (" OR ".join(phrases),))
    return KnownLabel(words, found) if found else None


def forget(db: Database) -> None:
    """Take all of it out."""
    db.execute("DELETE FROM label_forms")
