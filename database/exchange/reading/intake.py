"""Making a dossier of a file: read, validated, written and indexed as the curated one is."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Literal, NamedTuple

from database.catalog import Catalog
from database.compile.build import replace_by
from database.compile.content import Content
from database.dossiers import BUILT_IN
from database.exchange.reading.account import NO_TITLE, Account
from database.exchange.reading.draft import Draft, Intent
from database.exchange.reading.formats import Format
from database.exchange.reading.naming import Names, slug, with_ids
from database.exchange.reading.recording import Recorder
from database.exchange.reading.text_file import TextFile
from database.exchange.whole_file import look, writing
from database.model.record import Place, Record, RecordId
from database.model.schema import Schema
from database.model.text import Text
from database.model.values import LANGUAGES, Plain
from i18n import messages
from i18n.dates import PartialDate
from i18n.formats import format_date
from i18n.locales import LOCALES
from i18n.messages import N_

_OFTEN = 200  # records after which it is told how far the checking has come
_FILE = N_("Imported file, read on {date}")

Stage = Literal["reading", "checking", "writing"]
# Told what is being done, how much of it is done, and how much there is: bytes read, then records
# checked and written. What it raises ends the import, and nothing is left of it.
Progress = Callable[[Stage, int, int], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be made into a dossier.

    ``language`` is the one of texts that do not say theirs, ``type`` that of records that do not
    tell theirs; it is guessed where it is ``""``. A dossier at ``target`` is replaced
    only if that is wanted, and none of those to be ``kept`` at all.
    """

    path: Path
    format: Format
    target: Path
    title: str
    language: str
    replace: bool = False
    day: date = field(default_factory=date.today)
    kept: Sequence[Path] = (BUILT_IN,)
    type: str = ""

    @property
    def dossier(self) -> str:
        """Return the id of the dossier, with which the ids of all its records begin."""
        return slug(self.target.stem) or "imported"


class TakenIn(NamedTuple):
    """What became of a file; ``dossier`` is ``None`` if there was nothing to take in."""

    account: Account
    dossier: Path | None


def take_in(
    wanted: Wanted,
    schema: Schema,
    curated: Catalog,
    progress: Progress = lambda _stage, _done, _total: None,
) -> TakenIn:
    """Make a dossier of a file.

    From the *curated* dossier come the places that records may name, and the thesaurus, so that a
    question in one language finds what is in another. Nothing is written but the new dossier, and
    that whole or not at all.

    Raises:
        ImportedFileError: the file cannot be read.
        FileExists: there is something at the target, and it is not to be replaced.
        FileKept: the target is the file itself, or a dossier that is to be kept.
        ExportError: nothing can be written there.
    """
    look(wanted.target, replace=wanted.replace, kept=(wanted.path, *wanted.kept))
    account = Account(wanted.path)
    intent = Intent(schema, wanted.language, curated.places, wanted.type)
    file = TextFile(wanted.path, lambda done, total: progress("reading", done, total))
    drafts = _named(wanted.format.read(file, intent, account), wanted, account)
    recorder = Recorder(wanted.dossier, intent, Names(drafts), account)
    records = [_the_file(wanted)]
    for number, (record_id, draft) in enumerate(drafts.items()):
        if number % _OFTEN == 0:
            progress("checking", number, len(drafts))
        records.append(recorder.record(record_id, draft))
        account.taken[draft.type] += 1
    content = _content(wanted, records, curated, schema)
    if not account.records:
        return TakenIn(account, None)
    report = partial(progress, "writing")
    with writing(wanted.target):
        built = replace_by(wanted.target, nullcontext(content), schema, report)
    return TakenIn(account, built.path)


def _named(drafts: Iterable[Draft], wanted: Wanted, account: Account) -> dict[RecordId, Draft]:
    """Give each draft an id; one without a title cannot be found by anybody and is left out."""
    titled = []
    for draft in drafts:
        titles = draft.table.get("title", {}).items()
        draft.table["title"] = {language: " ".join(title.split()) for language, title in titles}
        if draft.title():
            titled.append(draft)
        else:
            account.leave_out(draft.line, "", NO_TITLE)
    return dict(with_ids(titled, wanted.dossier))


def _content(wanted: Wanted, records: list[Record], curated: Catalog, schema: Schema) -> Content:
    """Return everything that goes into the dossier, its records in the order of their types."""
    order = list(schema.types)
    records.sort(key=lambda record: order.index(record.type))
    return Content(
        about=_about(wanted),
        records={record.id: record for record in records},
        places=_named_places(records, curated),
        terms=curated.terms,
    )


def _the_file(wanted: Wanted) -> Record:
    day = PartialDate(wanted.day.year, wanted.day.month, wanted.day.day)
    told = {x.code: messages.of(x).gettext(_FILE).format(date=format_date(day, x)) for x in LOCALES}
    title = Text(dict.fromkeys(LANGUAGES, _readable(wanted.path.name)))
    return Record(f"source/{wanted.dossier}", "source", title, Text(told), {})


def _about(wanted: Wanted) -> dict[str, Any]:
    return {
        "id": wanted.dossier,
        "edition": wanted.day.isoformat(),
        "languages": list(LANGUAGES),
        "licence": "",
        "title": dict.fromkeys(LANGUAGES, _readable(wanted.title)),
    }


def _readable(name: str) -> str:
    """Return a name with a mark for what is no letter of it: systems allow any bytes in names."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _named_places(records: Iterable[Record], curated: Catalog) -> dict[str, Place]:
    named = [value for record in records for value in record.attributes.get("place", ())]
    keys = {value.text for value in named if isinstance(value, Plain)}
    return {key: place for key, place in curated.places.items() if key in keys}
