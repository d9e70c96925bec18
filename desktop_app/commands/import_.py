"""``tukor import``: a file of others becomes a dossier of its own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from database.catalog import Catalog
from database.dossiers import BUILT_IN
from database.exchange.reading import formats
from database.exchange.reading.intake import Stage, TakenIn, Wanted, take_in
from database.model import schema as schema_files
from desktop_app.commands import console
from desktop_app.commands.progress_line import progress_line
from desktop_app.presentation import imported
from desktop_app.terminal import explaining
from i18n import messages
from i18n.locales import Locale
from i18n.messages import _


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""
    known = [each.id for each in formats.FORMATS]

    @click.command(
        "import",
        cls=console.Command,
        help=_(
            "Make a dossier of a file: a table, complete records that Tükör exported,"
            " a bibliography, a FollowTheMoney data set."
        ),
        short_help=_("Make a dossier of a file."),
        options_metavar=_("[OPTIONS]"),
    )
    @click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
    @click.option(
        "--format",
        "format_id",
        type=click.Choice(known),
        help=_("Format of the file, unless its name tells it."),
    )
    @click.option(
        "--out",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar=_("DOSSIER"),
        help=_("The dossier to write; if none is given, one beside the file."),
    )
    @click.option(
        "--type",
        "record_type",
        type=click.Choice(list(schema_files.load().types)),
        help=_("Type of the rows of a table that do not tell theirs; otherwise it is guessed."),
    )
    @click.option("--title", metavar=_("TEXT"), help=_("Title of the dossier."))
    @console.language_option(_("Language of the answer, and of texts that do not say theirs."))
    @click.option("--force", is_flag=True, help=_("Replace a dossier that is there already."))
    def import_(
        file: Path,
        format_id: str | None,
        out: Path | None,
        record_type: str | None,
        title: str | None,
        lang: str | None,
        force: bool,
    ) -> None:
        spoken = console.chosen(lang, locale)
        messages.activate(spoken)
        with explaining(console.WRONG_USE):
            name = formats.stem(file)
            read_as = formats.find(format_id) if format_id else formats.of_file(file)
            if record_type and read_as.tells_types:
                raise click.UsageError(_("Only the rows of a table can be given a type."))
            wanted = Wanted(
                path=file,
                format=read_as,
                target=out or file.with_name(f"{name}.tukor"),
                title=title or name,
                language=spoken.code,
                replace=force,
                type=record_type or "",
            )
            taken_in = _take_in(wanted)
        with explaining(console.WRONG_USE), console.printing():
            click.echo("\n".join(_lines(taken_in, spoken)))
        sys.exit(0 if taken_in.dossier else console.NOTHING_FOUND)

    return import_


def _take_in(wanted: Wanted) -> TakenIn:
    """Import with a line of progress on a terminal; Ctrl+C leaves everything as it was."""
    schema = schema_files.load()
    curated = Catalog.open(BUILT_IN, schema)
    with progress_line() as show:

        def tell(stage: Stage, done: int, total: int) -> None:
            show(_(imported.STAGES[stage]), done, total)

        return take_in(wanted, schema, curated, tell)


def _lines(taken_in: TakenIn, locale: Locale) -> Iterator[str]:
    told = imported.told(taken_in.account, schema_files.load(), locale)
    yield told.sentence
    for label, number in told.taken:
        yield "  " + _("{label}: {value}").format(label=label, value=number)
    if told.reasons:
        yield _("Left out:")
    for why in told.reasons:
        yield f"  {why.reason} {why.hint}"
        yield from (f"    {each.what} ({each.where})" for each in why.left_out)
    if taken_in.dossier:
        yield _("The dossier: {path}").format(path=taken_in.dossier)
