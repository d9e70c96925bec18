"""``tukor`` on its own: the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from database.model.errors import KnownError
from desktop_app.commands import console
from i18n.locales import Locale, find
from i18n.messages import _


def screen_available() -> bool:
    """Tell whether there is anything to open a window on."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(dossiers: Sequence[Path], lang: str | None, locale: Locale) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    if not screen_available():
        click.echo(
            _("No screen is available here. Try “tukor search”, “tukor show” or “tukor tour”."),
            err=True,
        )
        return console.FAILURE
    from PySide6.QtCore import QStandardPaths

    from desktop_app.assembly import assemble, start
    from desktop_app.errors import keep_log
    from desktop_app.settings import Settings

    try:
        app = start()
        keep_log(
            Path(
                QStandardPaths.writableLocation(
                    QStandardPaths.StandardLocation.AppLocalDataLocation
                )
            )
        )
        settings = Settings()
        window = assemble(app, dossiers, settings, find(lang) if lang else settings.locale())
    except KnownError as error:
        console.fail(error)
    window.show()
    return app.exec()
