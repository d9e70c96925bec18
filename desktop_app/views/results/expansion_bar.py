"""What else was searched, in a quiet line or two; each of it can be taken off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from database.search.request import SearchRequest
from database.search.results import Expansion
from desktop_app.localization import Retranslating
from desktop_app.presentation.reasons import match_note
from desktop_app.views.chip_bar import ChipBar
from desktop_app.views.removable_chip import RemovableChip
from i18n import messages
from i18n.messages import _


class ExpansionBar(Retranslating, ChipBar):
    """Names the words searched beside those that were asked for; hidden when there are none.

    What has been taken off stays, struck out, until another text is asked.

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
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self._heading.setText(_("also searched:"))
        asked = ""
        for chip, expansion in zip(self._chips, self._expansions, strict=False):
            self._word(chip, expansion, is_first=expansion.asked != asked)
            asked = expansion.asked
        self.fit()

    def more(self, number: str) -> str:
        return _("also searched: {n} more").format(n=number)

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

    def _have_chips(self, number: int) -> None:
        """Have so many chips in use, and hide those that there were for more."""
        self._chips += [self._new_chip(place) for place in range(len(self._chips), number)]
        for chip in self._chips[number:]:
            chip.hide()
        self.put(self._chips[:number])

    def _new_chip(self, place: int) -> RemovableChip:
        chip = self.new_chip()
        chip.clicked.connect(lambda: self._turn(self._expansions[place]))
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
