"""The table of formats: a new one is a module beside this one and a row here."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from database.exchange.writing import biblatex, complete, csl, followthemoney, ris, tabular
from database.exchange.writing.account import Account
from database.exchange.writing.selection import Selection
from i18n.messages import N_

# Yields the file piece by piece, and enters each record into the account.
Writer = Callable[[Selection, Account], Iterator[str]]


class Format(NamedTuple):
    """A format: ``id`` is its name on the command line, ``name`` a message.

    ``carries`` says what stands in the file: the records themselves, or the sources among them and
    those that they cite.
    """

    id: str
    name: str
    suffix: str
    carries: Literal["records", "sources"]
    write: Writer


FORMATS = (
    Format("csv", N_("Table (CSV)"), "csv", "records", tabular.lines),
    Format("json", N_("Complete records (JSON lines)"), "jsonl", "records", complete.lines),
    Format("followthemoney", N_("FollowTheMoney"), "ijson", "records", followthemoney.lines),
    Format("csl-json", N_("Sources (CSL-JSON)"), "json", "sources", csl.lines),
    Format("biblatex", N_("Sources (biblatex)"), "bib", "sources", biblatex.lines),
    Format("ris", N_("Sources (RIS)"), "ris", "sources", ris.lines),
)


def find(format_id: str) -> Format:
    """Return the format of this id; raises ``StopIteration`` where there is none."""
    return next(each for each in FORMATS if each.id == format_id)
