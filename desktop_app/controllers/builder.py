"""The form for a question: filled in from what stands in the field, and counted as it changes."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import Protocol

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from database.search.form.form import Choices, QueryForm, WrittenForm
from database.search.request import SearchRequest
from desktop_app.background.latest_only import LatestOnly
from desktop_app.controllers.search import Engine
from i18n.locales import Locale


class Builder(Protocol):
    """What turns forms into questions; opened and used on the worker thread only."""

    def choices(self, locale: Locale) -> Choices:
        """Return what can be chosen."""
        ...

    def read(self, text: str, locale: Locale) -> QueryForm:
        """Return the form that means *text*."""
        ...

    def write(self, form: QueryForm, locale: Locale) -> WrittenForm:
        """Return the question that *form* means."""
        ...


class BuilderController(QObject):
    """Reads questions into the form and writes the form as a question, on the worker.

    Signals:
        opened: ``Choices`` and the ``QueryForm`` to begin with.
        renamed: the ``Choices`` in another language.
        written: the newest ``QueryForm``, its ``WrittenForm``, and how many records answer to it
            under the filters in force.
        failed: the exception that kept a question from being read, or a form from being written.
    """

    opened = Signal(object, object)
    renamed = Signal(object)
    written = Signal(object, object, int)
    failed = Signal(object)

    def __init__(
        self,
        open_builder: Callable[[], Builder],
        open_engine: Callable[[], Engine],
        asked: Callable[[], SearchRequest],
        pool: QThreadPool,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        # Opened on the worker thread, when they are first needed: their imports take time.
        self._builder, self._engine = cache(open_builder), cache(open_engine)
        self._asked = asked
        self._locale = locale
        # Each on its own: another language must not keep the form from being opened.
        self._reading, self._renaming = LatestOnly(pool, self), LatestOnly(pool, self)
        self._writing = LatestOnly(pool, self)
        self._reading.ready.connect(lambda told: self.opened.emit(*told))
        self._renaming.ready.connect(self.renamed)
        self._writing.ready.connect(lambda told: self.written.emit(*told))
        for latest in (self._reading, self._renaming, self._writing):
            latest.failed.connect(self.failed)

    @Slot(str)
    def begin(self, text: str) -> None:
        """Read *text* into the form, in the words of the language."""
        self._reading.submit(partial(self._read, text, self._locale))

    @Slot(object)
    def fill_in(self, form: QueryForm) -> None:
        """Write the question that *form* means and count its answer."""
        filtered = replace(self._asked(), without=frozenset())
        self._writing.submit(partial(self._write, form, self._locale, filtered))

    @Slot(object)
    def set_locale(self, locale: Locale) -> None:
        """Speak another language from now on."""
        self._locale = locale
        self._renaming.submit(lambda: self._builder().choices(locale))

    def _read(self, text: str, locale: Locale) -> tuple[Choices, QueryForm]:
        """Worker thread."""
        return self._builder().choices(locale), self._builder().read(text, locale)

    def _write(
        self, form: QueryForm, locale: Locale, filtered: SearchRequest
    ) -> tuple[QueryForm, WrittenForm, int]:
        """Worker thread."""
        made = self._builder().write(form, locale)
        total = self._engine().total(replace(filtered, text=made.text))
        return form, made, total
