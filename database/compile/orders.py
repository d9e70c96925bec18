"""All records by title and by date, so that nobody need sort them to show the first ones.

The first change of a record takes that out again, and whoever asks has to sort; a dossier that is
changed record by record is small.
"""

import json

from sqlite_utils import Database

from database import rows
from database.search.answer.order import KEPT, in_order


def create_tables(db: Database) -> None:
    """Create the empty table: the numbers of the records in an order, as JSON."""
    db.execute("""
        CREATE TABLE ordered (name TEXT NOT NULL, language TEXT NOT NULL, numbers TEXT NOT NULL,
            PRIMARY KEY (name, language)) WITHOUT ROWID""")


def write(db: Database) -> None:
    """Write the orders; call it when all records are written."""
    several = ((*each, json.dumps(in_order(db.conn, *each))) for each in KEPT)
    rows.insert(db.conn, "ordered", several)


def forget(db: Database) -> None:
    """Take all of it out."""
    db.table("ordered").drop(ignore=True)
