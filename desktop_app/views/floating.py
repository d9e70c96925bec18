"""Keeping a widget above the others, just under the one that it belongs to."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

_TURNING = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move)


class Floating(QObject):
    """Opens *widget* under *anchor*, within its window, and tells when the reader turns away.

    It leaves in sight all of *bar*, in which the anchor stands, perhaps hidden for want of room.
    It is a part of the window, not a window of its own: it never takes the keyboard by itself.

    Signals:
        left: the reader has gone elsewhere, by mouse, wheel or keyboard, or to another window.
    """

    left = Signal()

    def __init__(self, widget: QWidget, anchor: QWidget, bar: QWidget | None = None) -> None:
        super().__init__(widget)
        self._widget = widget
        self._anchor = anchor
        self._bar = bar or anchor
        self._watched: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication), "widgets need an application"
        self._app = app
        widget.hide()

    def open(self) -> None:
        """Show the widget in its place."""
        window = self._anchor.window()
        if self._widget.parentWidget() is not window:
            self._widget.setParent(window)
        self.place()
        if self._widget.isHidden():
            self._widget.show()
            self._watch(window)
            self._app.focusChanged.connect(self._on_focus_changed)
        self._widget.raise_()

    def close(self) -> None:
        """Hide the widget."""
        if not self._widget.isHidden():
            self._app.focusChanged.disconnect(self._on_focus_changed)
            self._widget.hide()

    def place(self) -> None:
        """Put the widget under its anchor, as large as it wants to be and the window allows."""
        window = self._anchor.window()
        top = self._bar.mapTo(window, QPoint(0, self._bar.height())).y()
        side = self._anchor.mapTo(window, QPoint()).x()
        wanted = self._widget.sizeHint().expandedTo(self._widget.minimumSizeHint())
        width = min(wanted.width(), window.width())
        most = window.width() - width
        left = max(0, min(side, most) if self._anchor.isVisible() else most)
        height = min(wanted.height(), window.height() - top)
        self._widget.setGeometry(left, top, width, height)

    def _watch(self, window: QWidget) -> None:
        """Hear of what happens to the window, and of the mouse before any widget in it does.

        To hear of everything in the program would cost a keystroke more than painting the widget.
        """
        handle = window.windowHandle()
        if handle is not None and window is not self._watched:
            self._watched = window
            for watched in (window, handle, self._bar):
                watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window and the bar, and notice the mouse elsewhere."""
        if self._widget.isHidden():
            return False
        if isinstance(watched, QWindow):
            if event.type() in _TURNING and isinstance(event, QMouseEvent | QWheelEvent):
                under = self._anchor.window().childAt(event.position().toPoint())
                if under is None or not self._has(under):
                    self.left.emit()
        elif event.type() in _MOVING:
            self.place()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self.left.emit()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self._has(new):
            self.left.emit()

    def _has(self, widget: QWidget) -> bool:
        """Tell whether a widget is the one that floats, its anchor, or within either."""
        return any(
            part is widget or part.isAncestorOf(widget) for part in (self._widget, self._anchor)
        )
