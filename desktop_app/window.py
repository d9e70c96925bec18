"""The frame of the window, which can be seen and typed into before there is anything in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QMainWindow, QVBoxLayout, QWidget

from desktop_app import screen
from desktop_app.errors import explain
from desktop_app.localization import Retranslating
from desktop_app.look import theme
from desktop_app.menus import Actions
from desktop_app.views.fitting_label import FittingLabel
from desktop_app.views.foot import Foot
from desktop_app.views.top_bar import TopBar
from i18n.messages import _

if TYPE_CHECKING:  # they are loaded once the frame is on the screen
    from desktop_app.panes import Panes, Views

_SEEN_FOR = 15_000  # milliseconds that a sentence stays at the foot


class Window(Retranslating, QMainWindow):
    """Has menus, top and foot; the panes between them come later, by ``furnish``.

    Signals:
        painted: the window can be seen for the first time.
    """

    painted = Signal()
    panes: "Panes"

    def __init__(self) -> None:
        super().__init__()
        self._is_painted = False
        self.actions_by_id = Actions(self)
        self.edition = FittingLabel()
        self.count = QLabel()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        actions = self.actions_by_id
        self.menus = actions.fill(self.menuBar())
        self.top = TopBar(
            (actions["back"], actions["forward"]),
            (actions["build"], actions["search_help"]),
            (actions["mirror"],),
        )
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        self._column.addStretch()
        self.setCentralWidget(body)
        self.setStatusBar(Foot(self.edition))
        self.statusBar().addPermanentWidget(self.count)
        unit = self.fontMetrics().averageCharWidth()
        room = screen.room_for(self)
        self.resize(min(unit * 170, room.width()), min(unit * 108, room.height()))

    def furnish(self, panes: "Panes") -> None:
        """Put the panes in their place, and let all commands be given."""
        self.panes = panes
        self._column.takeAt(self._column.count() - 1)
        self._column.addWidget(panes, 1)
        self.actions_by_id.enable()

    @property
    def views(self) -> "Views":
        """Return the views, which there are from ``furnish`` on."""
        return self.panes.views

    def tell(self, sentence: str) -> None:
        """Show a sentence at the foot for a while, which nobody has to answer."""
        self.statusBar().showMessage(sentence, _SEEN_FOR)

    @Slot(object)
    def tell_error(self, error: object) -> None:
        """Tell at the foot what failed that the reader does not wait for: a pity, no more."""
        told = explain(error)
        self.tell(f"{told.sentence} {told.remedy}")

    def retranslate(self) -> None:
        """Name the window, its menus and its actions."""
        self.setWindowTitle(_("Tükör"))
        for message, menu in self.menus.items():
            menu.setTitle(_(message))
        self.actions_by_id.retranslate()
        self.actions_by_id.dress(theme.of(self.palette()).text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus by Enter, which Qt lets be done by Space only."""
        from PySide6.QtCore import Qt  # its enumerations cost more than the first picture

        button = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.isAutoRepeat() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()
