"""In which order the hits stand, and the choice of another."""

from typing import get_args

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from database.search.request import Order
from desktop_app.localization import Retranslating
from desktop_app.look import theme
from desktop_app.look.icons import icon
from desktop_app.look.redrawing import Redrawing
from desktop_app.presentation.question import order_words
from i18n.messages import _

_ORDERS: tuple[Order, ...] = get_args(Order)
BY_AMOUNT: tuple[Order, ...] = ("amount", "amount-ascending")


class OrderChooser(Retranslating, Redrawing, QToolButton):
    """A button that names the order in force and opens a menu of all of them.

    Signals:
        chosen: the ``Order`` that the reader wants.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: Order = "relevance"
        self._build()
        self.redraw()
        self.retranslate()

    def _build(self) -> None:
        self.setProperty("role", "quiet")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon follows the words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        menu.setToolTipsVisible(True)
        group = QActionGroup(self)
        self._actions = {order: QAction(group) for order in _ORDERS}
        for order, action in self._actions.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _on, order=order: self.chosen.emit(order))
            menu.addAction(action)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._actions[self._order].setChecked(True)

    def retranslate(self) -> None:
        for order, action in self._actions.items():
            action.setText(order_words(order))
        for order in BY_AMOUNT:
            self._actions[order].setToolTip(amount_note())
        self._name()

    def show_order(self, order: Order) -> None:
        """Show which order is in force, and tell nobody."""
        if order == self._order:
            return
        self._order = order
        self._actions[order].setChecked(True)
        self._name()

    def open(self) -> None:
        """Open the menu, on the order in force, for those who come by keyboard."""
        menu = self.menu()
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(self._actions[self._order])

    def _name(self) -> None:
        words = order_words(self._order)
        self.setText(words)
        self.setToolTip(_("Order of the results"))
        self.setAccessibleName(_("Order of the results: {order}").format(order=words))

    def redraw(self) -> None:
        side = self.fontMetrics().ascent()
        self.setIcon(icon("down", theme.of(self.palette()).muted))
        self.setIconSize(QSize(side, side))


def amount_note() -> str:
    """Return what a reader must know about the order of amounts."""
    return _("Amounts are in order within one currency: nothing is converted.")
