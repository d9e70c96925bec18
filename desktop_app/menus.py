"""The commands of the table as Qt actions, in menus that speak the reader's language."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from desktop_app.actions import BESIDE_THE_WINDOW, COMMANDS, FROM_THE_START, MENUS
from desktop_app.look.icons import icon
from i18n.messages import _


class Actions(QObject):
    """Every action of the window, by the id of its command."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._by_id = {command.id: QAction(self) for command in COMMANDS}
        for command in COMMANDS:
            action = self[command.id]
            action.setCheckable(command.checkable)
            action.setIconVisibleInMenu(not command.checkable)  # or it would hide the mark
            action.setObjectName(command.id)
            action.setEnabled(command.id in FROM_THE_START)

    def __getitem__(self, command_id: str) -> QAction:
        return self._by_id[command_id]

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Put the actions into menus of *bar*; return the menus by their message."""
        menus = {message: bar.addMenu("") for message in MENUS}
        for command in COMMANDS:
            menu = menus[command.menu]
            if command.before:
                menu.addSeparator()
            menu.addAction(self[command.id])
        return menus

    def enable(self) -> None:
        """Let all be done now that it can be; there is no way back or forward yet."""
        for command in COMMANDS:
            self[command.id].setEnabled(command.id not in {"back", "forward"})

    def give_shortcuts(self) -> None:
        """Let the keys reach the actions, and the tool tips name them.

        Not at once: Qt for Python makes all enumerations of ``Qt`` for the first shortcut, which
        takes as long as all that is on the frame of the window.
        """
        from PySide6.QtCore import Qt

        for command in COMMANDS:
            self[command.id].setShortcut(QKeySequence(command.shortcut))
            if command.id in BESIDE_THE_WINDOW:
                self[command.id].setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._lend)
        self.retranslate()

    @Slot(QWidget, QWidget)
    def _lend(self, _before: QWidget | None, focus: QWidget | None) -> None:
        """Let what can be done beside the window be done in a dialog that holds it up, too."""
        dialog = focus.window() if focus else None
        if dialog is not None and dialog.isModal():
            dialog.addActions([self[command_id] for command_id in sorted(BESIDE_THE_WINDOW)])

    def retranslate(self) -> None:
        """Give every action its words; a tool tip names the shortcut too."""
        for command in COMMANDS:
            action = self[command.id]
            action.setText(_(command.text))
            words = _(command.text).replace("&", "")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words} ({keys})" if keys else words)

    def dress(self, colour: str) -> None:
        """Draw the icons in *colour*."""
        for command in COMMANDS:
            if command.icon:
                self[command.id].setIcon(icon(command.icon, colour))
