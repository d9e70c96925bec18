"""One stop for Tab in a group of buttons; the arrow keys go from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


class RovingFocus(QObject):
    """Watches the buttons of a group and keeps the last one visited as their stop.

    The pattern is "Managing Focus Within Components" of the ARIA Authoring Practices Guide (W3C).

    Signals:
        moved: the button that an arrow key has gone to.
    """

    moved = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: tuple[QWidget, ...] = ()

    def watch(self, buttons: Sequence[QWidget]) -> None:
        """Take *buttons*, in the order of the arrow keys, for the group."""
        for button in {*buttons} - {*self._buttons}:
            button.installEventFilter(self)
        stop = next((button for button in buttons if _is_stop(button)), None)
        self._buttons = tuple(buttons)
        if self._buttons:
            self._stop_at(stop or self._buttons[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of focus and keys; all else, which is most, is passed by as quickly as can be."""
        if isinstance(event, QFocusEvent):
            if event.gotFocus() and isinstance(watched, QWidget):
                self._stop_at(watched)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._move(watched, event)
        return False

    def _move(self, watched: QObject, event: QKeyEvent) -> bool:
        place = next((n for n, button in enumerate(self._buttons) if button is watched), None)
        target = None if place is None else self._target(place, event.key())
        if target is None:
            return False
        button = self._buttons[min(max(target, 0), len(self._buttons) - 1)]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.moved.emit(button)
        return True

    def _target(self, place: int, key: int) -> int | None:
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return len(self._buttons) - 1
        step = next((step for arrow, step in _STEPS.items() if arrow == key), None)
        return None if step is None else place + step

    def _stop_at(self, stop: QWidget) -> None:
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            if button.focusPolicy() != policy:
                button.setFocusPolicy(policy)


def _is_stop(button: QWidget) -> bool:
    return bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
