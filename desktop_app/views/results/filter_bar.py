"""Which filters the answer passes, over the hits, while the panel that shows them is away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from database.search.request import Filter
from database.search.results import Facet, FacetCount
from desktop_app.localization import Retranslating
from desktop_app.views.chip_bar import ChipBar
from desktop_app.views.removable_chip import RemovableChip
from i18n.messages import _


class FilterBar(Retranslating, ChipBar):
    """One chip a filter, which a click takes off, and a button that takes all of them off.

    It is hidden while there are no filters, and while the panel can be seen.

    Signals:
        narrowed: the wanted values that are left, and the excluded ones: each a ``frozenset`` of
            ``Filter``.
    """

    narrowed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: frozenset[Filter] = frozenset()
        self._excluded: frozenset[Filter] = frozenset()
        self._facets: tuple[Facet, ...] = ()
        self._chips: dict[Filter, RemovableChip] = {}
        self._stands_in = False
        self._build()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        self._clear = QPushButton(self)
        self._clear.setProperty("role", "quiet")
        self._clear.clicked.connect(lambda: self.narrowed.emit(frozenset(), frozenset()))
        self.put((), self._clear)

    def retranslate(self) -> None:
        self.setAccessibleName(_("Filters"))
        self._heading.setText(_("filters:"))
        self._clear.setText(_("Clear filters"))
        self._word()
        self.fit()

    def more(self, number: str) -> str:
        return _("filters: {n} more").format(n=number)

    def stand_in(self, on: bool) -> None:
        """Be seen from now on when there are filters, or not at all."""
        self._stands_in = on
        self.setVisible(on and bool(self._wanted or self._excluded))

    def show_filters(
        self, facets: tuple[Facet, ...], wanted: frozenset[Filter], excluded: frozenset[Filter]
    ) -> None:
        """Show the filters of an answer, in the order and the words of its *facets*."""
        self._facets, self._wanted, self._excluded = facets, wanted, excluded
        ordered = [
            (facet.name, count.value)
            for facet in facets
            for count in facet.counts
            if (facet.name, count.value) in wanted | excluded
        ]
        self._keep_chips(ordered)
        self._word()
        several = len(ordered) > 1 or len(ordered) < len(wanted | excluded)
        self._clear.setVisible(several)
        self.fit()
        self.stand_in(self._stands_in)

    def _keep_chips(self, ordered: list[Filter]) -> None:
        """Have a chip for each of *ordered*, in that order; the focus goes on to a neighbour."""
        self._hand_on_focus(ordered)
        for gone in [chosen for chosen in self._chips if chosen not in ordered]:
            chip = self._chips.pop(gone)
            chip.hide()
            chip.deleteLater()
        self._chips = {
            chosen: self._chips.get(chosen) or self._new_chip(chosen) for chosen in ordered
        }
        self.put(tuple(self._chips.values()), self._clear)

    def _hand_on_focus(self, ordered: list[Filter]) -> None:
        several = list(self._chips)
        place = next(
            (n for n, chosen in enumerate(several) if self._chips[chosen].hasFocus()), None
        )
        if place is None or several[place] in ordered:
            return
        left = [c for c in (*several[place + 1 :], *reversed(several[:place])) if c in ordered]
        if left:
            heir = self._chips[left[0]]
            heir.show()  # the room of the one that goes is its own
            heir.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()

    def _new_chip(self, chosen: Filter) -> RemovableChip:
        chip = self.new_chip()
        chip.clicked.connect(lambda: self._drop(chosen))
        return chip

    def _drop(self, chosen: Filter) -> None:
        self.narrowed.emit(self._wanted - {chosen}, self._excluded - {chosen})

    def _word(self) -> None:
        for facet in self._facets:
            for count in facet.counts:
                if chip := self._chips.get((facet.name, count.value)):
                    self._word_chip(chip, facet, count)

    def _word_chip(self, chip: RemovableChip, facet: Facet, count: FacetCount) -> None:
        excluded = (facet.name, count.value) in self._excluded
        note = _("{facet}, excluded").format(facet=facet.label) if excluded else facet.label
        spoken = _("{label}, excluded: {values}") if excluded else _("{label}: {values}")
        chip.show_words(
            count.label,
            note,
            off=False,
            spoken=spoken.format(label=facet.label, values=count.label),
            told=_("Take this filter off"),
        )
