"""``tukor export``: records in the format of another program."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from database.exchange.writing.account import Account
from database.exchange.writing.export import export, export_file
from database.exchange.writing.formats import FORMATS, Format, find
from database.exchange.writing.selection import Selection
from database.model import schema as schema_files
from database.search.request import Filter, Order, SearchRequest
from desktop_app.commands import console
from desktop_app.commands.progress_line import progress_line
from desktop_app.presentation import exported
from desktop_app.terminal import explaining
from i18n import messages
from i18n.locales import Locale
from i18n.messages import _


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""

    @click.command(
        "export",
        cls=console.Command,
        help=_(
            "Write what a search finds, or the whole dossier, in the format of another program."
        ),
        short_help=_("Write records in another format."),
        options_metavar=_("[OPTIONS]"),
    )
    @click.argument("text", metavar=_("[TEXT]"), default="")
    @click.option(
        "--format",
        "format_id",
        type=click.Choice([each.id for each in FORMATS]),
        required=True,
        help=_("Format of the file."),
    )
    @click.option(
        "--out",
        type=click.Path(path_type=Path),
        metavar=_("FILE"),
        help=_("Write to this file instead of printing it."),
    )
    @click.option("--force", is_flag=True, help=_("Replace a file that is there already."))
    @console.language_option(_("Language of the order and of words in the file."))
    @console.type_option()
    @console.dossier_option()
    @click.pass_context
    def export_(
        context: click.Context,
        text: str,
        format_id: str,
        out: Path | None,
        force: bool,
        lang: str | None,
        record_type: str | None,
    ) -> None:
        wanted = console.chosen(lang, locale)
        messages.activate(wanted)
        request = _request(console.readable(text), console.only(record_type), wanted)
        with explaining(console.WRONG_USE):
            dossiers = console.sound_dossiers(context)
            selection = Selection.of_hits(request, dossiers, schema_files.load())
            if not selection.ids:
                click.echo(_("Nothing found: {query}").format(query=request.text), err=True)
                sys.exit(console.NOTHING_FOUND)
            into = find(format_id)
            if out:
                account = _save(selection, into, out, force=force, kept=dossiers)
            else:
                with console.printing():
                    account = export(selection, into, sys.stdout.buffer)
        _tell(account, into, selection, out)

    return export_


def _save(
    selection: Selection, into: Format, out: Path, *, force: bool, kept: Sequence[Path]
) -> Account:
    """Write a file with a line of progress on a terminal; Ctrl+C leaves it as it was."""
    with progress_line() as show:
        progress = partial(show, _("Exporting"))
        return export_file(selection, into, out, replace=force, kept=kept, progress=progress)


def _request(text: str, only: frozenset[Filter], locale: Locale) -> SearchRequest:
    """Ask as ``tukor search`` does; without a text, for everything by alphabet."""
    order: Order = "relevance" if text.strip() else "title"
    return SearchRequest(text, locale, only, unfinished=False, order=order)


def _tell(account: Account, into: Format, selection: Selection, out: Path | None) -> None:
    """Tell what was written, beside the records and not among them."""
    told = exported.written(account, into, selection.locale)
    lines = [_("{written}: {path}").format(written=told, path=out) if out else told]
    losses = [*exported.lost(account, selection.wording())]
    if losses:
        lines.append(exported.lost_heading(into))
        lines += [f"  {label}: {total}" for label, total in losses]
    click.echo("\n".join(lines), err=True)
