"""``tukor import``: a file of others becomes a dossier, which opens beside the one that comes along."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from database.catalog import Catalog
from database.dossiers import BUILT_IN
from database.exchange.reading import formats
from database.exchange.reading.intake import Step, TakenIn, Wanted, take_in
from database.model import schema as schema_files
from desktop_app.commands import console
from desktop_app.errors import explaining
from desktop_app.presentation import intake
from i18n import messages
from i18n.locales import Locale
from i18n.messages import N_, _

_STEPS: dict[Step, str] = {"reading": N_("Reading"), "writing": N_("Writing")}


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""
    known = [each.id for each in formats.FORMATS]

    @click.command(
        "import",
        help=_("Make a dossier of a file: a table, a bibliography, a FollowTheMoney data set."),
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
    @click.option("--title", metavar=_("TEXT"), help=_("Title of the dossier."))
    @console.language_option(_("Language of the answer, and of texts that do not say theirs."))
    @click.option("--force", is_flag=True, help=_("Replace a dossier that is there already."))
    def import_(
        file: Path,
        format_id: str | None,
        out: Path | None,
        title: str | None,
        lang: str | None,
        force: bool,
    ) -> None:
        spoken = console.chosen(lang, locale)
        messages.activate(spoken)
        with explaining(console.WRONG_USE):
            name = formats.stem(file)
            wanted = Wanted(
                path=file,
                format=formats.find(format_id) if format_id else formats.of_file(file),
                target=out or file.with_name(f"{name}.tukor"),
                title=title or name,
                language=spoken.code,
                replace=force,
            )
            taken_in = _take_in(wanted)
        click.echo("\n".join(_lines(taken_in, spoken)))
        sys.exit(0 if taken_in.dossier else console.NOTHING_FOUND)

    return import_


def _take_in(wanted: Wanted) -> TakenIn:
    """Import with a line of progress on a terminal; Ctrl+C leaves everything as it was."""
    schema = schema_files.load()
    bars = _Bars()
    try:
        return take_in(wanted, schema, Catalog.open(BUILT_IN, schema), bars.show)
    except KeyboardInterrupt:
        bars.close()
        click.echo(_("Stopped. Nothing was written."), err=True)
        sys.exit(console.NOTHING_FOUND)
    finally:
        bars.close()


class _Bars:
    """Shows a bar for each step, on a terminal only."""

    def __init__(self) -> None:
        self._step: Step | None = None
        self._bar: click.ProgressBar[int] | None = None

    def show(self, step: Step, done: int, total: int) -> None:
        """Show how far a step has come."""
        if not sys.stderr.isatty():
            return
        if step != self._step or self._bar is None:
            self.close()
            self._step = step
            self._bar = click.progressbar(length=total, label=_(_STEPS[step]), file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def close(self) -> None:
        """End the line of the bar that is shown."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None


def _lines(taken_in: TakenIn, locale: Locale) -> Iterator[str]:
    told = intake.told(taken_in.account, schema_files.load(), locale)
    yield told.sentence
    for label, number in told.taken:
        yield "  " + _("{label}: {value}").format(label=label, value=number)
    if told.left_out:
        yield _("Left out:")
    for left_out in told.left_out:
        said = _("{label}: {value}").format(label=left_out.what, value=left_out.reason)
        yield f"  {said} ({left_out.where})"
        yield f"    {left_out.hint}"
    if taken_in.dossier:
        yield _("The dossier: {path}").format(path=taken_in.dossier)
