"""One value of a facet as something to choose: free, wanted or excluded."""

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from database.search.results import FacetCount
from desktop_app.views.tool_tip import as_it_stands
from i18n import formats, messages
from i18n.locales import Locale
from i18n.messages import _

Choice = Literal["free", "wanted", "excluded"]

_MINUS = (Qt.Key.Key_Minus, Qt.Key.Key_Delete)


class FacetValue(QCheckBox):
    """A box with three states. A click, or Space, asks for what has the value and frees it again.

    Shift and a click, the minus key, or the menu, leaves out what has it. It is heard as a tick
    box, "Projects: 39" or "Projects: 39, excluded".

    Signals:
        turned: the ``Choice`` that the reader wants.
    """

    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice: Choice = "free"
        self.label = ""
        self.number = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_count(self, count: FacetCount, choice: Choice) -> bool:
        """Show a value and its count, in the language in force; tell whether words changed."""
        number = _figure(count.count, messages.current())
        if (self.label, self.number, self.choice) == (count.label, number, choice):
            return False
        self.label, self.number = count.label, number
        self._show(choice)
        return True

    def nextCheckState(self) -> None:
        """Turn as a plain click does, however it was made."""
        self._turn("free" if self.choice != "free" else "wanted")

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell under the mouse what cannot be seen."""
        self.setToolTip(as_it_stands(self._told()))
        super().enterEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shift and self.isDown():
            self.setDown(False)
            self._exclude()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MINUS:
            self._exclude()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.new_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def new_menu(self) -> QMenu:
        """Return a menu of the choices, the one in force ticked."""
        menu = QMenu(self)
        self._add(menu, _("Only records with this"), "wanted")
        self._add(menu, _("Exclude"), "excluded")
        return menu

    def _add(self, menu: QMenu, words: str, choice: Choice) -> None:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(self.choice == choice)
        action.triggered.connect(lambda on: self._turn(choice if on else "free"))
        menu.addAction(action)

    def _exclude(self) -> None:
        self._turn("free" if self.choice == "excluded" else "excluded")

    def _turn(self, choice: Choice) -> None:
        self._show(choice)
        self.turned.emit(choice)

    def _show(self, choice: Choice) -> None:
        self.choice = choice
        self.setChecked(choice == "wanted")
        self.setAccessibleName(self._spoken())
        self.update()

    def _told(self) -> str:
        """Return the words of the tooltip."""
        return _("Click: only records with this. Shift+click or the − key: without them.")

    def _spoken(self) -> str:
        if self.choice == "excluded":
            return _("{label}: {count}, excluded").format(label=self.label, count=self.number)
        return _("{label}: {count}").format(label=self.label, count=self.number)


@lru_cache(maxsize=2048)
def _figure(count: int, locale: Locale) -> str:
    """Write a count; kept, because every answer brings the same small numbers by the dozen."""
    return formats.number(count, locale, column=True)
