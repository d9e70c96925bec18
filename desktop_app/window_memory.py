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
        window.installEventFilter(self)

    def restore(self) -> None:
        """Set the window up as it was left; at the first start it keeps its own measures."""
        geometry = self._settings.state("geometry")
        if geometry:
            self._window.restoreGeometry(geometry)
        for name, splitter in self._splitters():
            state = self._settings.state(name)
            if state:
                splitter.restoreState(state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the state at the moment of closing."""
        if watched is self._window and event.type() == QEvent.Type.Close:
            self._settings.remember_state("geometry", self._window.saveGeometry())
            for name, splitter in self._splitters():
                self._settings.remember_state(name, splitter.saveState())
        return super().eventFilter(watched, event)

    def _splitters(self) -> tuple[tuple[str, QSplitter], ...]:
        return (("panes", self._window.panes), ("reading", self._window.reading))
