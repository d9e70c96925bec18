"""Panes beside each other, those beside the page as wide as so many letters."""

import json
import math

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_PAGE = 0.5  # of all, at least, for the page, unless it is wanted to have less


class LetteredSplitter(QSplitter):
    """Sets panes beside a page, and gives them more room as the letters grow.

    The page takes what the others leave; while it is hidden, they share its room. What the reader
    moves beside it counts from then on. None can be moved out of sight: a line as thin as ours
    would be all that is left to bring it back by.
    """

    def __init__(self, way: Qt.Orientation, panes: dict[QWidget, int], page: QWidget) -> None:
        """Set every one of *panes*, in this order, beside *page*.

        Args:
            way: beside each other or one above the other.
            panes: each with the length it is to have, in letters of average width.
            page: the one of them that takes what the others leave.
        """
        super().__init__(way)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._wanted = [float(letters) for letters in panes.values()]
        self._page = list(panes).index(page)
        for pane in panes:
            self.addWidget(pane)
        self.setStretchFactor(self._page, 1)
        self._beside = [place for place in range(self.count()) if place != self._page]
        self.setSizes(self._lengths())
        self.splitterMoved.connect(self._note_lengths)

    def share_out(self) -> None:
        """Give the panes beside the page what they want, as far as the page keeps its share."""
        whole, wanted = sum(self.sizes()), self._lengths()
        shown = [place for place in self._beside if not self._pane(place).isHidden()]
        beside = max(1, sum(wanted[place] for place in shown))
        most = max(1 - _PAGE, beside / (beside + wanted[self._page])) * whole
        is_whole = self._pane(self._page).isHidden()
        share = whole / beside if is_whole else min(1.0, most / beside)
        lengths = [round(length * share) for length in wanted]
        lengths[self._page] = max(1, whole - sum(lengths[place] for place in shown))
        self.setSizes(lengths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()

    def saveState(self) -> QByteArray:
        """Return what every pane is to have, in letters: a smaller window changes none of it."""
        return QByteArray(json.dumps(self._wanted).encode())

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        """Set the panes as they were left; return whether *state* tells it.

        Before the panes are first laid out they have no lengths of their own, so that Qt's way of
        keeping those cannot tell how many letters were meant.
        """
        try:
            wanted = [float(letters) for letters in json.loads(bytes(QByteArray(state).data()))]
        except (ValueError, TypeError):
            return False
        if len(wanted) != self.count() or min(wanted) < 0 or not math.isfinite(sum(wanted)):
            return False
        self._wanted = wanted
        self.setSizes(self._lengths())
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.share_out()
            # Filters that were away measure themselves in the new letters only when they are seen.
            QTimer.singleShot(0, self, self.share_out)

    @Slot()
    def _note_lengths(self) -> None:
        """Take what the panes have now as wanted; one that is hidden is wanted as it was."""
        if self._pane(self._page).isHidden():
            return
        for place, length in enumerate(self.sizes()):
            if not self._pane(place).isHidden():
                self._wanted[place] = length / self._letter()

    def _pane(self, place: int) -> QWidget:
        pane = self.widget(place)
        assert pane is not None, place
        return pane

    def _lengths(self) -> list[int]:
        return [round(letters * self._letter()) for letters in self._wanted]

    def _letter(self) -> int:
        return self.fontMetrics().averageCharWidth()
