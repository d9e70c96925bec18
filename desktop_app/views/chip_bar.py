"""A quiet panel of chips after a heading, and a button for those that have no room."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.removable_chip import RemovableChip
from desktop_app.views.roving_focus import RovingFocus
from i18n import formats, messages

_MOST_LINES = 2


class ChipBar(QWidget):
    """Shows as many chips as fit on two lines, and a button that says how many more there are.

    Which chips there are, and what may stand after them, is for those who derive from it: they
    ``put`` them, and call ``fit`` once they say what they should.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        as_high_as_needed = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        as_high_as_needed.setHeightForWidth(True)
        self.setSizePolicy(as_high_as_needed)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "muted")
        self._rest = QToolButton(self)
        self._rest.setProperty("role", "quiet")
        self._rest.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._list)
        self._rest.setMenu(self._menu)
        self._all: tuple[RemovableChip, ...] = ()
        self._last: QWidget | None = None
        self._roving = RovingFocus(self)
        letter = self.fontMetrics().averageCharWidth()
        self._lines = FlowLayout(self, gap=letter // 2)
        self._lines.setContentsMargins(2 * letter, letter // 2, 2 * letter, letter // 2)
        self._lines.addWidget(self._heading)
        self._lines.addWidget(self._rest)

    def more(self, number: str) -> str:
        """Return what the button for the others is called: so many more there are."""
        raise NotImplementedError

    def new_chip(self) -> RemovableChip:
        """Return another chip to be put."""
        chip = RemovableChip(self)
        self.setTabOrder(self._rest, chip)  # Qt puts what comes late at the end of the whole window
        return chip

    def put(self, chips: Sequence[RemovableChip], last: QWidget | None = None) -> None:
        """Have *chips* after the heading, and what is always in sight as the *last*."""
        if (tuple(chips), last) == (self._all, self._last):
            return  # as at nearly every letter
        for widget in filter(None, (*self._all, self._rest, self._last)):
            self._lines.removeWidget(widget)
        self._all, self._last = tuple(chips), last
        for widget in filter(None, (*self._all, self._rest, self._last)):
            self._lines.addWidget(widget)

    def fit(self) -> None:
        """Show as many chips as fit, but one at least, and count the others."""
        shown = self._fitting()
        for number, chip in enumerate(self._all):
            chip.setVisible(number < shown)
        hidden = len(self._all) - shown
        self._count(hidden)
        self._rest.setVisible(hidden > 0)
        ends = [end for end in (self._rest, self._last) if end and not end.isHidden()]
        self._roving.watch([*self._all[:shown], *ends])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
            self.updateGeometry()  # how high it has to be depends on how wide it is

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lines.invalidate()
            self.fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._lines.heightForWidth(self.width()))

    def _fitting(self) -> int:
        gap = self._lines.spacing()
        room = self.contentsRect().marginsRemoved(self._lines.contentsMargins()).width()
        words = self._heading.sizeHint().width()
        last = [self._last.sizeHint().width()] if self._last and not self._last.isHidden() else []
        chips = [chip.fit(room) for chip in self._all]
        if _lines((words, *chips, *last), room, gap) <= _MOST_LINES:
            return len(chips)
        self._count(len(chips))
        ends = [self._rest.sizeHint().width(), *last]
        # The number of the others goes on the line of any chip.
        chips = [chip.fit(max(room - gap - ends[0], 0)) for chip in self._all]
        several = reversed(range(1, len(chips)))
        fits = (n for n in several if _lines((words, *chips[:n], *ends), room, gap) <= _MOST_LINES)
        return next(fits, 1)

    def _count(self, hidden: int) -> None:
        number = formats.number(hidden, messages.current())
        self._rest.setText(f"+{number}")
        self._rest.setAccessibleName(self.more(number))

    @Slot()
    def _list(self) -> None:
        """Put what has no room into the menu, ticked if it is not off."""
        self._menu.clear()
        for chip in (chip for chip in self._all if chip.isHidden()):
            action = self._menu.addAction(chip.accessibleName().replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not chip.is_off)
            action.triggered.connect(chip.click)


def _lines(widths: Iterable[int], room: int, gap: int) -> int:
    """Return how many lines a flow of such widths takes."""
    lines, end = 0, room + 1
    for width in widths:
        if end + gap + width > room:
            lines, end = lines + 1, min(width, room)
        else:
            end += gap + width
    return lines
