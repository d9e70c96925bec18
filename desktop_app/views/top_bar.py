"""The top of the window: the way back, the question, and the language."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from desktop_app.views.action_button import ActionButton
from desktop_app.views.asking.search_bar import SearchBar
from desktop_app.views.folding_row import FoldingRow
from desktop_app.views.language_switch import LanguageSwitch


class TopBar(QFrame):
    """Sets the search field between the buttons of the window's most used actions.

    *before* stand left of the field, *beside* right of it, *after* at the languages. Where letters
    are large and the screen is small they make room for the question, from its right to its left:
    the menus have them all.
    """

    def __init__(
        self,
        before: tuple[QAction, ...],
        beside: tuple[QAction, ...],
        after: tuple[QAction, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.search_bar = SearchBar()
        self.languages = LanguageSwitch()
        self._buttons: dict[QAction, QToolButton] = {}
        row = FoldingRow(self)
        for action in before:
            row.addWidget(self._button(action))
        row.addWidget(self.search_bar, 5)
        for action in beside:
            row.addWidget(self._button(action))
        row.addStretch(1)
        for action in after:
            row.addWidget(self._button(action))
        row.addWidget(self.languages)
        sparable = (*reversed(beside), *after, *reversed(before))
        row.spare([self._buttons[action] for action in sparable])

    def button(self, action: QAction) -> QToolButton:
        """Return the button of an action."""
        return self._buttons[action]

    def _button(self, action: QAction) -> QToolButton:
        self._buttons[action] = ActionButton(action, self)
        return self._buttons[action]
