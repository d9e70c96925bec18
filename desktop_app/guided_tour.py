"""A walk through the real window that leaves a picture of every step."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.assembly import assemble
from desktop_app.errors import PictureNotSaved
from desktop_app.frame import start
from desktop_app.look import theme
from desktop_app.settings import Settings
from desktop_app.views.chip import ChipButton
from desktop_app.window import Window
from i18n.locales import ENGLISH, Locale

# What the tour asks for, by language of the reader.
_QUESTION = {"en": "smart city", "hu": "okosváros"}
_RECORD = "project/belgrade-safe-city"
# Milliseconds within which an answer has to come.
_PATIENCE = 10_000
_SIZE = (1360, 860)


def take(
    dossiers: Sequence[Path], folder: Path, locale: Locale, *, dark: bool = False
) -> Iterator[Path]:
    """Drive the window through its main uses; yield the picture of each step as it is saved.

    The reader's own settings are neither read nor written.

    Raises:
        KnownError: the dossier cannot be opened, or a picture cannot be written.
    """
    app = start()
    workplace = TemporaryDirectory(ignore_cleanup_errors=True)
    settings = Settings(Path(workplace.name) / "tour.ini")
    window = assemble(app, dossiers, settings, locale, theme.DARK if dark else theme.LIGHT)
    window.resize(*_SIZE)
    window.show()
    try:
        for number, (name, step) in enumerate(_Tour(app, window).steps(locale), 1):
            step()
            path = folder / f"{number:02}-{name}.png"
            if not window.grab().save(str(path)):
                raise PictureNotSaved(path)
            yield path
    finally:
        window.close()
        window.deleteLater()
        del settings  # it writes its file when it goes
        workplace.cleanup()


class _Tour:
    """The steps of the tour, done as a reader does them: by keys and clicks."""

    def __init__(self, app: QApplication, window: Window) -> None:
        self._app = app
        self._window = window
        self._views = window.views

    def steps(self, locale: Locale) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield name and deed of each step."""
        question = _QUESTION.get(locale.code, _QUESTION[ENGLISH.code])
        yield "start", partial(self._wait_for, lambda: self._answered(""))
        for end in sorted({2, len(question) // 2, len(question)}):
            yield "typing", partial(self._type, question[:end])
        yield "record", partial(self._open, _RECORD)
        yield "relation", self._follow_relation
        yield "back", self._trigger("back")
        yield "other-language", self._trigger("other_language")
        yield "mirror", self._trigger("mirror")
        yield "nothing-found", partial(self._type, "xyzzyq")

    def _type(self, text: str) -> None:
        """Type what *text* has beyond the field's content; QTest would type ASCII only."""
        bar = self._views.search_bar
        bar.setFocus()
        typed = bar.text()
        if not text.startswith(typed):
            bar.set_text("")
            typed = ""
        target = bar.focusProxy() or bar
        for letter in text[len(typed) :]:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                self._app.sendEvent(target, key)
        self._wait_for(lambda: self._answered(text))

    def _answered(self, text: str) -> bool:
        results = self._views.results.results
        return results is not None and results.text == text

    def _open(self, record_id: str) -> None:
        self._views.results.chosen.emit(record_id, "")
        self._settle()

    def _follow_relation(self) -> None:
        chips = self._views.record.findChildren(ChipButton)
        QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)
        self._settle()

    def _trigger(self, action: str) -> Callable[[], None]:
        def trigger() -> None:
            self._window.actions_by_id[action].trigger()
            self._settle()

        return trigger

    def _wait_for(self, done: Callable[[], bool]) -> None:
        loop = QEventLoop()
        ticks = QTimer(interval=10)
        ticks.timeout.connect(lambda: loop.exit() if done() else None)
        ticks.start()
        QTimer.singleShot(_PATIENCE, loop, loop.quit)
        loop.exec()
        if not done():
            raise TimeoutError("the window did not answer")
        self._settle()

    def _settle(self) -> None:
        """Let the window finish what it has begun: layout, answers of the worker, painting."""
        for _round in range(5):
            QTest.qWait(20)
