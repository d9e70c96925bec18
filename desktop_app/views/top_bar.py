"""The top of the window: the way back, the question, and the language."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.views.language_switch import LanguageSwitch
from desktop_app.views.search_bar import SearchBar

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class TopBar(QWidget):
    """Sets the search field between the buttons of the window's most used actions."""

    def __init__(
        self,
        before: tuple[QAction, ...],
        search_bar: SearchBar,
        beside: tuple[QAction, ...],
        after: tuple[QAction, ...],
        languages: LanguageSwitch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        for action in before:
            row.addWidget(self._button(action))
        row.addWidget(search_bar, 3)
        for action in beside:
            row.addWidget(self._button(action))
        row.addStretch(1)
        for action in after:
            row.addWidget(self._button(action))
        row.addWidget(languages)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            for button in self.findChildren(QToolButton, options=_DIRECT):
                button.setIconSize(self._icon_size())

    def button(self, action: QAction) -> QToolButton:
        """Return the button of an action."""
        buttons = self.findChildren(QToolButton)
        return next(button for button in buttons if button.defaultAction() is action)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setIconSize(self._icon_size())
        return button

    def _icon_size(self) -> QSize:
        """Drawings grow with the reader's text."""
        side = max(16, self.fontMetrics().ascent())
        return QSize(side, side)
