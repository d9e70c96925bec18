"""What else was searched, in one quiet line."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from database.search.results import Expansion
from desktop_app.localization import Retranslating
from desktop_app.views.match_note import match_note
from i18n import formats, messages
from i18n.messages import _


class ExpansionBar(Retranslating, QWidget):
    """Names the words searched beside those that were asked for; hidden when there are none.

    What does not fit on the line is behind a button that says how many there are.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._expansions: tuple[Expansion, ...] = ()
        self._chips: list[QLabel] = []
        self._build()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "muted")
        self._rest = QToolButton(self)
        self._rest.setProperty("role", "quiet")
        self._rest.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._rest.setMenu(self._menu)
        letter = self.fontMetrics().averageCharWidth()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(2 * letter, letter // 2, 2 * letter, letter // 2)
        self._line.setSpacing(letter)
        self._line.addWidget(self._heading)
        self._line.addWidget(self._rest)
        self._line.addStretch()

    def retranslate(self) -> None:
        self._heading.setText(_("also searched:"))
        for chip, expansion in zip(self._chips, self._expansions, strict=True):
            chip.setText(_shown(expansion))
            chip.setAccessibleName(_spoken(expansion))
        self._fit()

    def show_expansions(self, expansions: tuple[Expansion, ...]) -> None:
        """Show what else was searched."""
        for chip in self._chips[len(expansions) :]:
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        del self._chips[len(expansions) :]
        while len(self._chips) < len(expansions):
            self._chips.append(self._new_chip())
        self._expansions = expansions
        self.retranslate()
        self.setVisible(bool(expansions))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Be as high as with the button, so that nothing moves when it comes."""
        margins = self._line.contentsMargins()
        least = self._rest.sizeHint().height() + margins.top() + margins.bottom()
        return super().sizeHint().expandedTo(QSize(0, least))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _new_chip(self) -> QLabel:
        chip = QLabel(self)
        chip.setProperty("role", "badge")
        chip.setTextFormat(Qt.TextFormat.RichText)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.insertWidget(1 + len(self._chips), chip, 0, middle)
        return chip

    def _fit(self) -> None:
        """Show as many chips as fit, and count the others."""
        fitting = self._fitting()
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < fitting)
        hidden = self._expansions[fitting:]
        self._rest.setVisible(bool(hidden))
        self._count(hidden)

    def _fitting(self) -> int:
        gap = self._line.spacing()
        margins = self._line.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room -= self._heading.sizeHint().width()
        widths = [chip.sizeHint().width() + gap for chip in self._chips]
        if sum(widths) <= room:
            return len(widths)
        self._count(self._expansions)
        room -= self._rest.sizeHint().width() + gap
        return sum(sum(widths[: number + 1]) <= room for number in range(len(widths)))

    def _count(self, hidden: tuple[Expansion, ...]) -> None:
        number = formats.number(len(hidden), messages.current())
        self._rest.setText(f"+{number}")
        self._rest.setAccessibleName(_("also searched: {n} more").format(n=number))
        self._menu.clear()
        for expansion in hidden:
            self._menu.addAction(_spoken(expansion).replace("&", "&&"))


def _shown(expansion: Expansion) -> str:
    """Return the words and, quieter, the rule, as two things side by side."""
    return f"<b>{escape(expansion.searched)}</b>&nbsp; {escape(match_note(expansion.rule))}"


def _spoken(expansion: Expansion) -> str:
    words = {"words": expansion.searched, "rule": match_note(expansion.rule)}
    return _("{words} ({rule})").format(**words)
