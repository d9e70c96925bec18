"""Which record is open, in which languages, and how the reader came there."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from database.library import Library
from database.model.record import RecordId
from desktop_app.presentation.evidence import Evidence
from desktop_app.presentation.history import History, Visit
from desktop_app.presentation.page import Page, page
from i18n.locales import LOCALES, Locale

# Milliseconds until the record of a hit is opened: until the hit is seen to be the chosen one, and
# where one follows the other sooner than the second, as while a key is held down, until none does.
_SEEN, _RESTED = 10, 120


class Navigator(QObject):
    """Opens records and presents them.

    Signals:
        opened: the page of the record now on screen, and whether it is the same record as before.
        mirrored: the pages of the record in every language, in the order of ``LOCALES``.
        cited: the evidence of the citation chosen, or ``None``.
        moved: whether there is a way back, and a way forward.
        left: no record is open any more.
    """

    opened = Signal(object, bool)
    mirrored = Signal(object)
    cited = Signal(object)
    moved = Signal(bool, bool)
    left = Signal()

    def __init__(self, library: Library, locale: Locale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._locale = locale
        self._history = History()
        self._page: Page | None = None
        self._citation = 1
        self.is_mirrored = False
        self._going_to: tuple[RecordId, str] | None = None
        self._since_last = QElapsedTimer()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.arrive)

    @property
    def record_id(self) -> RecordId | None:
        """The record on screen."""
        return self._history.current

    @property
    def visit(self) -> Visit | None:
        """The visit to the record on screen, which remembers the reader's place in it."""
        return self._history.visit

    @property
    def dossier(self) -> str:
        """The name of the dossier that the record on screen was read from, ``""`` without any."""
        return self._library.dossier_of(self.record_id) if self.record_id else ""

    @Slot(str)
    def open(self, record_id: RecordId) -> None:
        """Open a record, which the way back will remember."""
        self._going_to = None
        if record_id != self._history.current:
            self._library.record(record_id)  # raises before anything has changed
            self._history.open(record_id)
            self._citation = 1
            self._present(same=False)

    @Slot(str, str)
    def follow(self, record_id: RecordId, dossier: str) -> None:
        """Open the record of a hit once the reader rests on it, as ``open_in`` does.

        What is passed by is not opened, and the way back does not lead there.
        """
        is_hurried = self._since_last.isValid() and self._since_last.elapsed() < _RESTED
        self._going_to = record_id, dossier
        self._since_last.start()
        self._rest.start(_RESTED if is_hurried else _SEEN)

    @Slot()
    def arrive(self) -> None:
        """Open at once what the reader has gone to, if it is not open yet."""
        if self._going_to:
            self.open_in(*self._going_to)

    @Slot(str, str)
    def open_in(self, record_id: RecordId, dossier: str) -> None:
        """Open a record as one of several dossiers has it, and what it leads to from there on."""
        before = self.record_id, self.dossier
        self._library.read_first(dossier)
        if before[0] == record_id and before[1] != self.dossier:
            self._citation = 1
            self._history.begin_again()
            self._present(same=False)
        self.open(record_id)

    @Slot()
    def back(self) -> None:
        """Open the record before."""
        self.arrive()
        if self._history.back():
            self._citation = 1
            self._present(same=False)

    @Slot()
    def forward(self) -> None:
        """Open the record that the reader came back from."""
        self.arrive()
        if self._history.forward():
            self._citation = 1
            self._present(same=False)

    @Slot(object)
    def set_locale(self, locale: Locale) -> None:
        """Present the same record in another language."""
        self.arrive()
        self._locale = locale
        self._present(same=True)

    @Slot(bool)
    def mirror(self, on: bool) -> None:
        """Set both languages side by side, or go back to one."""
        self.arrive()
        self.is_mirrored = on
        self._present(same=True)

    @Slot(int)
    def cite(self, number: int) -> None:
        """Show what stands behind a citation number of the page."""
        self._citation = number
        self.cited.emit(self._evidence())

    @Slot()
    def look_again(self) -> None:
        """Present the record anew, as other dossiers are open; leave what none of them has."""
        self._going_to = None
        was_open = self._history.current is not None
        self._history.keep(self._library.titles)
        if was_open and self._history.current is None:
            self._page, self._citation = None, 1
            self.left.emit()
            self.cited.emit(None)
        self._present(same=True)

    def _evidence(self) -> Evidence | None:
        shown = self._page.evidence if self._page else ()
        return next((entry for entry in shown if entry.number == self._citation), None)

    def _present(self, *, same: bool) -> None:
        self.moved.emit(self._history.can_go_back, self._history.can_go_forward)
        if self._history.current is None:
            return
        record = self._library.record(self._history.current)
        shown = LOCALES if self.is_mirrored else (self._locale,)
        pages = {each: page(record, self._library, each) for each in shown}
        self._page = pages[self._locale]
        self.opened.emit(self._page, same)
        if self.is_mirrored:
            self.mirrored.emit(tuple(pages.values()))
        self.cited.emit(self._evidence())
