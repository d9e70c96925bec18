"""A button that opens a list of values, of which several can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.look import theme
from desktop_app.look.icons import icon
from desktop_app.look.redrawing import Redrawing
from i18n.messages import pgettext

_CHOOSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoiceButton(Redrawing, QPushButton):
    """Names what is chosen; the list stays open while values are ticked.

    Signals:
        changed: other values are chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._shown = ""
        self._chosen: tuple[str, ...] = ()
        self._words: dict[str, str] = {}
        self._menu = _StayingMenu(self)
        self._arrow = QLabel(self)
        self._build()

    def _build(self) -> None:
        self.setProperty("role", "choice")
        self.clicked.connect(self._open)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        within = QHBoxLayout(self)
        within.setContentsMargins(0, 0, self._gap(), 0)
        within.addStretch()
        within.addWidget(self._arrow)
        self.redraw()

    def set_name(self, name: str) -> None:
        """Tell what is chosen here, for those who do not see the label."""
        self._name = name
        self._tell()

    def set_values(self, values: Sequence[tuple[str, str]]) -> None:
        """Offer *values*, each a code and its word; what is chosen stays so."""
        self._words = dict(values)
        self._menu.clear()
        for code, word in values:
            action = self._menu.addAction(word.replace("&", "&&"))
            action.setData(code)
            action.setCheckable(True)
            action.setChecked(code in self._chosen)
            action.toggled.connect(self._on_toggled)
        self._tell()

    def chosen(self) -> tuple[str, ...]:
        """Return the codes that are chosen, in the order in which they were."""
        return self._chosen

    def choose(self, codes: Sequence[str]) -> None:
        """Choose *codes* and no others, without telling."""
        self._chosen = tuple(codes)
        for action in self._menu.actions():
            action.blockSignals(True)
            action.setChecked(action.data() in self._chosen)
            action.blockSignals(False)
        self._tell()

    def _on_toggled(self) -> None:
        ticked = [str(action.data()) for action in self._menu.actions() if action.isChecked()]
        kept = [code for code in self._chosen if code in ticked or code not in self._words]
        self._chosen = (*kept, *(code for code in ticked if code not in kept))
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        words = [self._words.get(code, code) for code in self._chosen]
        shown = ", ".join(words) or pgettext("choice", "any")
        self._shown = shown
        self.setToolTip(shown if words else "")
        self.setAccessibleName(f"{self._name}: {shown}")
        self._fit()

    def _open(self) -> None:
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _fit(self) -> None:
        """Cut the text short where there is no room for it; the tooltip has it whole."""
        room = self.width() - self._arrow.sizeHint().width() - 5 * self._gap()
        fitting = self.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, room)
        self.setText(fitting.replace("&", "&&"))

    def redraw(self) -> None:
        size = self.fontMetrics().height()
        drawn = icon("down", theme.of(self.palette()).muted)
        self._arrow.setPixmap(drawn.pixmap(QSize(size, size)))

    def _gap(self) -> int:
        return self.fontMetrics().averageCharWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(20 * self._gap(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(10 * self._gap(), super().minimumSizeHint().height())


class _StayingMenu(QMenu):
    """A menu that stays open while its values are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.toggle()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() in _CHOOSING and action is not None and action.isCheckable():
            action.toggle()
        else:
            super().keyPressEvent(event)
