"""A reader at the real window: what they do, and what they see then."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QObject,
    QPoint,
    Qt,
    QThreadPool,
    QTimer,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from database.search.request import Filter
from database.search.results import SearchResults
from desktop_app.assembly import assemble
from desktop_app.controllers.navigation import Navigator
from desktop_app.controllers.search import SearchController
from desktop_app.localization import Localizer
from desktop_app.look.appearance import Appearance
from desktop_app.models.result_list import ResultRole
from desktop_app.settings import Settings
from desktop_app.views.chip import ChipButton
from desktop_app.views.facets.facet_row import FacetRow
from desktop_app.views.record.page_area import PageArea
from desktop_app.views.results.result_list import ResultList
from desktop_app.views.rich_text import CitedText
from desktop_app.window import Window
from i18n.locales import ENGLISH, Locale

# Milliseconds that anything may take, however slow and busy the machine: only what hangs is
# waited for so long.
PATIENCE = 60_000
SIZE = (1360, 860)

S = TypeVar("S")
T = TypeVar("T", bound=QObject)


def said(label: QLabel) -> str:
    """Return what a label says, without the numbers and marks of a text that has such."""
    return label.words if isinstance(label, CitedText) else label.text()


class Reader:
    """Uses the window by keys and clicks, as a reader does."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self._qtbot = qtbot
        self.window = window
        self.views = window.views
        self.hits = _child(window, ResultList)
        self.record_area = _child(window.views.record, PageArea)
        self._search = _child(window, SearchController)
        self._navigator = _child(window, Navigator)
        self._answer: str | None = None
        self._is_counted = False
        self._search.answered.connect(self._on_answered)
        self._search.counted.connect(self._on_counted)

    # What the reader sees

    @property
    def results(self) -> SearchResults:
        """The answer on screen."""
        results = self.views.results.results
        assert results is not None, "there is no answer on screen"
        return results

    @property
    def filters(self) -> frozenset[Filter]:
        """The values that the answer is narrowed to."""
        return self._search.request.filters

    @property
    def record_id(self) -> str | None:
        """The record that is open."""
        return self._navigator.record_id

    def ids(self) -> list[str]:
        """Return the records in the list, with every page that has been appended."""
        rows = self.hits.model()
        return [rows.index(row, 0).data(ResultRole.HIT).id for row in range(rows.rowCount())]

    def action(self, name: str) -> QAction:
        """Return an action of the menus."""
        return self.window.actions_by_id[name]

    def ticked(self) -> set[str]:
        """Return the words of the facet values that are ticked."""
        rows = self.views.facets.findChildren(FacetRow)
        return {row.accessibleName() for row in rows if row.isChecked() and not row.isHidden()}

    def facet_row(self, label: str) -> FacetRow:
        """Return the row of a facet value, by its label."""
        rows = self.views.facets.findChildren(FacetRow)
        return next(row for row in rows if row.accessibleName().startswith(f"{label}: "))

    def language(self, endonym: str) -> QAbstractButton:
        """Return the button of a language, by the language's own name."""
        segments = self.views.languages.findChildren(QAbstractButton)
        return next(segment for segment in segments if segment.text() == endonym)

    def chips(self) -> list[ChipButton]:
        """Return the related records on the page that is open."""
        return self.record_area.widget().findChildren(ChipButton)

    def page_texts(self) -> list[str]:
        """Return the texts on the page that is open, from the top; none while none is open."""
        page = self.record_area.widget()
        return [said(label) for label in page.findChildren(QLabel)] if page else []

    # What the reader does

    def until(self, seen: Callable[[], bool]) -> None:
        """Wait for something to be seen."""
        self._qtbot.waitUntil(seen)

    def until_answered(self, do: Callable[[], object]) -> None:
        """Do something that asks anew, and wait for the answer and its counts."""
        before = self.views.results.results
        do()
        self.until(lambda: self.views.results.results is not before and self._is_counted)

    def until_longer(self, do: Callable[[], object]) -> None:
        """Do something that brings more hits, and wait for them."""
        before = len(self.ids())
        do()
        self.until(lambda: len(self.ids()) > before)

    def until_found(self, text: str) -> None:
        """Wait for the answer to *text* and its counts."""
        self.until(lambda: self._found() == text and self._is_counted)

    def go_to(self, record_id: str) -> None:
        """Click the hit of a record."""
        index = self.hits.model().index(self.ids().index(record_id), 0)
        self.hits.scrollTo(index)
        self.click(self.hits.viewport(), self.hits.visualRect(index).center())
        self.until(lambda: self.record_id == record_id)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press and release the mouse on a widget."""
        left = Qt.MouseButton.LeftButton
        if at is None:
            self._qtbot.mouseClick(widget, left)
        else:
            self._qtbot.mouseClick(widget, left, pos=at)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key wherever the focus is."""
        target = QApplication.focusWidget() or self.window
        self._qtbot.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def choose_citation(self, number: int) -> None:
        """Choose a citation number on the page that is open."""
        labels = self.record_area.widget().findChildren(CitedText)
        label = next(label for label in labels if f"cite:{number}'" in label.text())
        label.linkActivated.emit(f"cite:{number}")

    def speak(self, endonym: str) -> None:
        """Choose a language by its own name, and wait for the answer in it."""
        self.until_answered(lambda: self.click(self.language(endonym)))

    def scroll(self, bar: QScrollBar, share: float) -> int:
        """Scroll to a share of the whole; return the place."""
        self.until(lambda: bar.maximum() > 0)
        bar.setValue(round(bar.maximum() * share))
        return bar.value()

    def _found(self) -> str | None:
        return self._answer  # even if something is told of in its place by now

    def _on_answered(self, results: SearchResults) -> None:
        self._answer, self._is_counted = results.text, False

    def _on_counted(self, _facets: object) -> None:
        self._is_counted = True


class ReadingRoom:
    """Opens windows one after the other over one settings file, and tidies up after them."""

    def __init__(self, qtbot: QtBot, app: QApplication, dossier: Path, folder: Path) -> None:
        self._qtbot = qtbot
        self._app = app
        self._dossier = dossier
        self._windows: list[Window] = []
        self._style = app.style().objectName()
        self._palette, self._font = app.palette(), app.font()
        self._locale = QLocale()
        self.settings = folder / "settings.ini"
        self.last_resort = sys.excepthook

    def open(
        self,
        locale: Locale | None = ENGLISH,
        *,
        dossier: Path | None = None,
        besides: tuple[Path, ...] = (),
    ) -> Reader:
        """Start the program, as the settings say if *locale* is ``None``."""
        self.close()
        settings = Settings(self.settings)
        hook = sys.excepthook
        try:
            window = assemble(
                self._app,
                (dossier or self._dossier, *besides),
                settings,
                locale or settings.locale(),
            )
            self.last_resort = sys.excepthook
        finally:
            sys.excepthook = hook  # a bug must fail the test, not be told to the reader
        self._windows.append(window)
        if not self.settings.exists():
            window.resize(*SIZE)
        with self._qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        reader = Reader(self._qtbot, window)
        reader.until_found("")
        return reader

    def adopt(self, window: Window) -> None:
        """Tidy up after a window that was opened in another way."""
        self._windows.append(window)

    def close(self) -> None:
        """Close what is open; give the program back as it was."""
        for window in self._windows:
            window.close()
            for pool in window.findChildren(QThreadPool):
                assert pool.waitForDone(PATIENCE), "a search outlived its window"
            window.deleteLater()
        self._windows.clear()
        dismiss(self._app, Localizer, Appearance)
        self._app.setStyleSheet("")
        self._app.setStyle(self._style)
        self._app.setPalette(self._palette)
        self._app.setFont(self._font)
        QLocale.setDefault(self._locale)


def dismiss(app: QCoreApplication, *kinds: type[QObject]) -> None:
    """Delete what belongs to the program and would outlive its window, with the texts of Qt."""
    for kind in kinds:
        for kept in app.findChildren(kind, options=Qt.FindChildOption.FindDirectChildrenOnly):
            kept.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def in_dialog(open_dialog: Callable[[], object], look: Callable[[QDialog], S]) -> S:
    """Open a dialog that waits for its reader, *look* at it, close it; return what was seen."""
    seen: list[S] = []
    waiting = QTimer(interval=10)

    def attend() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            waiting.stop()
            try:
                seen.append(look(dialog))
            finally:
                dialog.reject()

    waiting.timeout.connect(attend)
    waiting.start()
    open_dialog()
    waiting.stop()
    assert seen, "no dialog was opened"
    return seen[0]


def _child(parent: QObject, kind: type[T]) -> T:
    found = parent.findChild(kind)
    assert found is not None, f"there is no {kind.__name__}"
    return found
