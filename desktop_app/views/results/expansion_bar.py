"""What else was searched, in a quiet line or two; each of it can be taken off."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from database.search.request import SearchRequest
from database.search.results import Expansion
from desktop_app.localization import Retranslating
from desktop_app.presentation.reasons import match_note
from desktop_app.views.chip_bar import ChipBar
from desktop_app.views.removable_chip import RemovableChip
from i18n import formats, messages
from i18n.messages import _

_MOST_LINES = 2


class ExpansionBar(Retranslating, ChipBar):
    """Names the words searched beside those that were asked for; hidden when there are none.

    What has been taken off stays, struck out, until another text is asked. What does not fit on the
    lines is behind a button that says how many there are.

    Signals:
        left_out: all expansions that are not to be searched, a ``frozenset`` of ``searched``.
    """

    left_out = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._expansions: tuple[Expansion, ...] = ()
        self._text = ""
        self._off: frozenset[str] = frozenset()
        self._chips: list[RemovableChip] = []  # those for more expansions than there are now hide
        self._build()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        self._rest = QToolButton(self)
        self._rest.setProperty("role", "quiet")
        self._rest.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._rest.setMenu(self._menu)
        self._hidden: tuple[Expansion, ...] = ()
        self._menu.aboutToShow.connect(self._list)
        self._lines.addWidget(self._rest)

    def retranslate(self) -> None:
        self._heading.setText(_("also searched:"))
        asked = ""
        for chip, expansion in zip(self._chips, self._expansions, strict=False):
            self._word(chip, expansion, is_first=expansion.asked != asked)
            asked = expansion.asked
        self._fit()

    def show_expansions(self, expansions: tuple[Expansion, ...], request: SearchRequest) -> None:
        """Show what else was searched for *request*, and what it leaves out."""
        before = self._expansions if request.text == self._text else ()
        shown = _merged(before, expansions, request.without)
        self._text = request.text
        if (shown, request.without) == (self._expansions, self._off):
            return
        self._have_chips(len(shown))
        self._expansions, self._off = shown, request.without
        self.retranslate()
        self.setVisible(bool(shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _have_chips(self, number: int) -> None:
        """Have at least so many chips, and the button for the rest after them."""
        if len(self._chips) < number:
            self._lines.removeWidget(self._rest)
            self._chips += [self._new_chip(place) for place in range(len(self._chips), number)]
            self._lines.addWidget(self._rest)

    def _new_chip(self, place: int) -> RemovableChip:
        chip = RemovableChip(self)
        chip.clicked.connect(lambda: self._turn(self._expansions[place]))
        self._lines.addWidget(chip)
        self.setTabOrder(self._rest, chip)  # Qt puts what comes late at the end of the whole window
        return chip

    def _word(self, chip: RemovableChip, expansion: Expansion, *, is_first: bool) -> None:
        """Put an expansion on its chip, the first one for some words after those."""
        off = expansion.searched in self._off
        besides = _("Besides “{asked}”").format(asked=expansion.asked)
        click = _("Search with this again") if off else _("Search without this")
        told = f"{besides}\n{click}"
        lead = _("{asked} →").format(asked=expansion.asked) if is_first and expansion.asked else ""
        spoken = _("{words}, not searched") if off else "{words}"
        chip.show_words(
            expansion.searched,
            match_note(expansion.rule, messages.current()),
            off=off,
            spoken=spoken.format(words=_spoken(expansion)),
            told=told,
            lead=lead,
        )

    def _turn(self, expansion: Expansion) -> None:
        """Take an expansion off, or put it back."""
        self.left_out.emit(self._off ^ {expansion.searched})

    def _fit(self) -> None:
        """Show as many chips as fit, but one at least, and count the others."""
        fitting = self._fitting()
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < fitting)
        self._hidden = self._expansions[fitting:]
        if self._hidden:
            self._count(len(self._hidden))
        self._rest.setVisible(bool(self._hidden))
        self._roving.watch([*self._chips[:fitting], *([self._rest] if self._hidden else [])])

    def _fitting(self) -> int:
        gap = self._lines.spacing()
        room = self.contentsRect().marginsRemoved(self._lines.contentsMargins()).width()
        used = self._chips[: len(self._expansions)]
        words, chips = self._heading.sizeHint().width(), self._widths(used, room)
        if _lines((words, *chips), room, gap) <= _MOST_LINES:
            return len(chips)
        self._count(len(chips))
        rest = self._rest.sizeHint().width()
        # The number of the others goes on the line of any chip.
        chips = self._widths(used, max(room - gap - rest, 0))
        shown = reversed(range(1, len(chips)))
        fits = (n for n in shown if _lines((words, *chips[:n], rest), room, gap) <= _MOST_LINES)
        return next(fits, 1)

    def _widths(self, chips: Iterable[RemovableChip], room: int) -> list[int]:
        """Let chips have so much room at most, and return how wide they become."""
        for chip in chips:
            chip.setMaximumWidth(room)
        return [min(chip.sizeHint().width(), room) for chip in chips]

    def _count(self, hidden: int) -> None:
        number = formats.number(hidden, messages.current())
        self._rest.setText(f"+{number}")
        self._rest.setAccessibleName(_("also searched: {n} more").format(n=number))

    @Slot()
    def _list(self) -> None:
        """Put what has no room into the menu, ticked if it is searched."""
        self._menu.clear()
        for expansion in self._hidden:
            action = self._menu.addAction(_spoken(expansion).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(expansion.searched not in self._off)
            action.triggered.connect(partial(self._turn, expansion))


def _lines(widths: Iterable[int], room: int, gap: int) -> int:
    """Return how many lines a flow of such widths takes."""
    lines, end = 0, room + 1
    for width in widths:
        if end + gap + width > room:
            lines, end = lines + 1, min(width, room)
        else:
            end += gap + width
    return lines


def _merged(
    before: tuple[Expansion, ...], found: tuple[Expansion, ...], off: frozenset[str]
) -> tuple[Expansion, ...]:
    """Return what was and is searched besides, each in the place that it had before."""
    known = {expansion.searched: expansion for expansion in (*before, *found)}
    for searched in sorted(off - known.keys()):  # by a question that was kept
        known[searched] = Expansion("", searched, "")
    searched_now = {expansion.searched for expansion in found}
    return tuple(e for searched, e in known.items() if searched in searched_now | off)


def _spoken(expansion: Expansion) -> str:
    note = match_note(expansion.rule, messages.current())
    if not note:
        return expansion.searched
    return _("{words} ({rule})").format(words=expansion.searched, rule=note)
