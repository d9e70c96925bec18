"""Finding the window as it was left."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter

from desktop_app.settings import Settings
from desktop_app.window import Window


class WindowMemory(QObject):
    """Remembers size, place and panes when the window is closed."""

    def __init__(self, window: Window, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._panes: dict[str, QSplitter] = {}
        window.installEventFilter(self)

    def restore(self) -> None:
        """Give the window size and place as it was left; at the first start it keeps its own."""
        geometry = self._settings.state("geometry")
        if geometry:
            self._window.restoreGeometry(geometry)

    def keep(self, name: str, panes: QSplitter) -> None:
        """Divide *panes* as they were left under this *name*, and remember them from now on."""
        self._panes[name] = panes
        state = self._settings.state(name)
        if state:
            panes.restoreState(state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the state at the moment of closing."""
        if watched is self._window and event.type() == QEvent.Type.Close:
            self._settings.remember_state("geometry", self._window.saveGeometry())
            for name, panes in self._panes.items():
                self._settings.remember_state(name, panes.saveState())
        return super().eventFilter(watched, event)
