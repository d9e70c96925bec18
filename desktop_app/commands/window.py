"""``tukor`` on its own, or with files: the window."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from database.model.errors import KnownError
from desktop_app import screen
from desktop_app.commands import console
from desktop_app.errors import NoScreen, explain
from i18n.locales import Locale, find
from i18n.messages import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""

    @click.command(
        "open",
        help=_("Open the window with these dossiers too; the word “open” may be left out."),
        options_metavar=_("[OPTIONS]"),
    )
    @click.argument("files", nargs=-1, metavar=_("FILES"), type=click.Path(path_type=Path))
    @console.language_option(_("Language of the window."))
    @click.pass_context
    def open_(context: click.Context, files: tuple[Path, ...], lang: str | None) -> None:
        asked = lang or context.find_root().params["lang"]
        sys.exit(run(console.dossiers(context, files), asked, locale))

    return open_


def run(dossiers: Sequence[Path], lang: str | None, locale: Locale) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    with console.explaining():
        if not screen.named():
            raise NoScreen("")
        return _run(dossiers, lang)


def _run(dossiers: Sequence[Path], lang: str | None) -> int:
    from PySide6.QtCore import QStandardPaths

    from desktop_app.assembly import assemble, start
    from desktop_app.errors import keep_log
    from desktop_app.settings import Settings

    app = start()
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    keep_log(Path(QStandardPaths.writableLocation(place)))
    settings = Settings()
    locale = find(lang) if lang else settings.locale()
    try:
        window = assemble(app, dossiers, settings, locale)
    except KnownError as error:
        _show(error, app, locale)
        raise
    window.show()
    return app.exec()


def _show(error: KnownError, app: "QApplication", locale: Locale) -> None:
    """Tell it on the screen too if nobody reads a terminal, as after a double click on a file."""
    from PySide6.QtWidgets import QMessageBox

    from desktop_app.localization import Localizer

    Localizer(app).switch(locale)
    if (sys.stderr and sys.stderr.isatty()) or app.platformName() == "offscreen":
        return
    told = explain(error)
    box = QMessageBox(QMessageBox.Icon.Critical, _("Tükör"), told.sentence)
    box.setInformativeText(told.remedy)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.exec()
