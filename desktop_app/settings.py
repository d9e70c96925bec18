"""What the program remembers between two starts."""

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

from i18n.locales import LOCALES, Locale, environment_tags, preferred


class Settings:
    """The reader's choices, kept in one file of the system's usual kind and place."""

    def __init__(self, file: Path | None = None) -> None:
        """Read *file*, or the usual one of this program."""
        self._file = file
        if file is None:
            self._store = QSettings("tukor", "tukor")
        else:
            self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def notebook(self) -> Path:
        """Return where the reader's own searches are kept: beside a file of settings, if given."""
        if self._file is not None:
            return self._file.with_name("searches.sqlite")
        place = QStandardPaths.StandardLocation.AppDataLocation
        return Path(QStandardPaths.writableLocation(place)) / "searches.sqlite"

    def remembers_searches(self) -> bool:
        """Tell whether past searches are to be remembered; they are unless that was declined."""
        return self._store.value("remember-searches", "true") in (True, "true")

    def remember_searches(self, on: bool) -> None:
        """Keep whether past searches are to be remembered."""
        self._store.setValue("remember-searches", on)

    def locale(self) -> Locale:
        """Return the language chosen before; at the first start, that of the system."""
        chosen = self._store.value("locale")
        known = {locale.code: locale for locale in LOCALES}
        if isinstance(chosen, str) and chosen in known:
            return known[chosen]
        return system_locale()

    def remember_locale(self, locale: Locale) -> None:
        """Keep the language for the next start."""
        self._store.setValue("locale", locale.code)

    def state(self, name: str) -> QByteArray | None:
        """Return a kept state of the window, such as its geometry."""
        kept = self._store.value(f"window/{name}")
        return kept if isinstance(kept, QByteArray) else None

    def remember_state(self, name: str, state: QByteArray) -> None:
        """Keep a state of the window."""
        self._store.setValue(f"window/{name}", state)


def system_locale() -> Locale:
    """Return the language that the system asks for: its environment first, then Qt's reading."""
    return preferred([*environment_tags(os.environ), *QLocale.system().uiLanguages()])
