"""What the program remembers between two starts."""

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from math import isfinite
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, QStandardPaths, Signal

from database.dossiers import Shelved
from database.model.text import Text
from desktop_app.errors import SettingsUnwritable
from i18n.locales import LOCALES, Locale, environment_tags, preferred

_MOST_KNOWN = 50  # so many dossiers are remembered, for searches that name them
_MOST_TOLD = 200  # that so many things have been told is remembered


class Settings(QObject):
    """The reader's choices, kept in one file of the system's usual kind and place.

    Signals:
        failed: ``SettingsUnwritable``, the first time that a choice cannot be kept.
    """

    failed = Signal(object)

    def __init__(self, file: Path | None = None) -> None:
        """Read *file*, or the usual one of this program."""
        super().__init__()
        self._file = file
        self._has_failed = False
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
        return self._is_on("remember-searches")

    def remember_searches(self, on: bool) -> None:
        """Keep whether past searches are to be remembered."""
        self._keep("remember-searches", on)

    def marks_words(self) -> bool:
        """Tell whether found words are to be marked on the page; they are unless declined."""
        return self._is_on("mark-words")

    def mark_words(self, on: bool) -> None:
        """Keep whether found words are to be marked on the page."""
        self._keep("mark-words", on)

    def locale(self) -> Locale:
        """Return the language chosen before; at the first start, that of the system."""
        chosen = self._store.value("locale")
        known = {locale.code: locale for locale in LOCALES}
        if isinstance(chosen, str) and chosen in known:
            return known[chosen]
        return system_locale()

    def remember_locale(self, locale: Locale) -> None:
        """Keep the language for the next start."""
        self._keep("locale", locale.code)

    def text_scale(self) -> float:
        """Return how many times as large as usual the reader wants text."""
        kept = self._store.value("text-scale")
        try:
            scale = float(kept) if isinstance(kept, str | float) else 1.0
        except ValueError:
            return 1.0
        return scale if isfinite(scale) else 1.0

    def remember_text_scale(self, scale: float) -> None:
        """Keep the size of text for the next start."""
        self._keep("text-scale", scale)

    def dossiers(self) -> tuple[Path, ...]:
        """Return the dossiers that were open besides the first one, in that order."""
        self._store.sync()  # another window may have opened or closed some
        return tuple(map(Path, _several(self._store.value("dossiers"))))

    def remember_dossier(self, path: Path) -> None:
        """Keep that a dossier is open."""
        kept = self.dossiers()
        if path.absolute() not in kept:
            self._keep_dossiers((*kept, path.absolute()))

    def forget_dossier(self, path: Path) -> None:
        """Keep that a dossier is open no longer."""
        self._keep_dossiers(tuple(kept for kept in self.dossiers() if kept != path.absolute()))

    def _keep_dossiers(self, paths: Iterable[Path]) -> None:
        self._keep("dossiers", [str(path) for path in paths])

    def known_dossiers(self) -> tuple[Shelved, ...]:
        """Return the dossiers that were ever open besides the first one, the latest last."""
        self._store.sync()
        kept = (_shelved(text) for text in _several(self._store.value("known-dossiers")))
        return tuple(each for each in kept if each)

    def know_dossier(self, dossier: Shelved) -> None:
        """Keep where a dossier is and what it is called."""
        known = [each for each in self.known_dossiers() if each.path != dossier.path.absolute()]
        latest = replace(dossier, path=dossier.path.absolute())
        if self.known_dossiers()[-1:] != (latest,):
            kept = [_as_text(each) for each in [*known, latest][-_MOST_KNOWN:]]
            self._keep("known-dossiers", kept)

    def tells_anew(self, what: str) -> bool:
        """Tell whether the reader is to be told of *what*; the next time they are not."""
        self._store.sync()
        kept = _several(self._store.value("told"))
        if what in kept:
            return False
        self._keep("told", [*kept, what][-_MOST_TOLD:])
        return True

    def state(self, name: str) -> QByteArray | None:
        """Return a kept state of the window, such as its geometry."""
        kept = self._store.value(f"window/{name}")
        return kept if isinstance(kept, QByteArray) else None

    def remember_state(self, name: str, state: QByteArray) -> None:
        """Keep a state of the window, which closes."""
        self._store.setValue(f"window/{name}", state)

    def _is_on(self, name: str) -> bool:
        """Tell whether something is as it is unless the reader switches it off."""
        return self._store.value(name, "true") in (True, "true")

    def _keep(self, name: str, choice: object) -> None:
        """Keep a choice for the next start; it holds for this window in any case."""
        self._store.setValue(name, choice)
        self._store.sync()
        if self._store.status() == QSettings.Status.AccessError and not self._has_failed:
            self._has_failed = True
            self.failed.emit(SettingsUnwritable(Path(self._store.fileName())))


def documents_folder() -> Path:
    """Return the folder that the system has for what the reader writes, home if it is not there."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_dir() else Path.home()


def _as_text(dossier: Shelved) -> str:
    told = {"path": str(dossier.path), "id": dossier.id, "title": dict(dossier.title.by_language)}
    return json.dumps(told, ensure_ascii=False)


def _shelved(text: str) -> Shelved | None:
    """Return a dossier as it was kept, ``None`` if somebody wrote something else there."""
    try:
        told = json.loads(text)
        return Shelved(Path(told["path"]), str(told["id"]), Text(dict(told["title"])))
    except (ValueError, KeyError, TypeError):
        return None


def _several(kept: object) -> list[str]:
    """Return the texts that a list of settings has; Qt makes a string of a list of one."""
    several = kept if isinstance(kept, list) else [kept]
    return [text for text in several if isinstance(text, str) and text]


def system_locale() -> Locale:
    """Return the language that the system asks for: its environment first, then Qt's reading."""
    return preferred([*environment_tags(os.environ), *QLocale.system().uiLanguages()])
