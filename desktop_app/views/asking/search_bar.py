"""The field where every question begins.

It is on the screen before anything else, so ``QtCore.Qt`` is touched when it is needed only: making
its enumerations takes Qt for Python as long as all the rest of the first picture.
"""

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from desktop_app.localization import Retranslating
from desktop_app.look import theme
from desktop_app.look.icons import icon
from desktop_app.look.redrawing import Redrawing
from i18n.messages import _

# In characters of the reader's font: how narrow the field may be, and from where on it has room for
# the shortcut.
_NARROWEST = 26
_ROOM_FOR_SHORTCUT = 36


class SearchBar(Retranslating, Redrawing, QWidget):
    """Tells every change of the text at once; the asking is paced elsewhere.

    Signals:
        asked: the text, whenever the reader has changed it.
        typed: the text and the place of the cursor in it, after ``asked``.
        left_downward: the reader goes on to the results, by Down or Enter.
    """

    asked = Signal(str)
    typed = Signal(str, int)
    left_downward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()
        self.redraw()
        self.retranslate()

    def _build(self) -> None:
        self._field = QLineEdit(self)
        self._field.setProperty("role", "search")
        self._magnifier = QLabel(self._field)
        self._shortcut = QLabel(self._field)
        self._shortcut.setProperty("role", "badge")
        self._shortcut.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._clear: QWidget | None = None
        self._within = QHBoxLayout(self._field)
        self._within.setContentsMargins(self._gap(), 0, self._gap(), 0)
        self._within.addWidget(self._magnifier)
        self._within.addStretch()
        self._within.addWidget(self._shortcut)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._field)
        self.setFocusProxy(self._field)

    def _connect(self) -> None:
        self._field.textEdited.connect(self.asked)
        self._field.textEdited.connect(self.tell)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self.left_downward)

    def retranslate(self) -> None:
        self._field.setPlaceholderText(_("Projects, actors, events, sources…"))
        self._field.setAccessibleName(_("Search"))
        keys = QKeySequence(QKeySequence.StandardKey.Find)
        self._shortcut.setText(keys.toString(QKeySequence.SequenceFormat.NativeText))
        self._make_room()

    def text(self) -> str:
        """Return what stands in the field."""
        return self._field.text()

    def set_text(self, text: str) -> None:
        """Put *text* in the field without asking it."""
        self._field.setText(text)

    def put(self, text: str, cursor: int) -> None:
        """Put *text* in the field as if typed up to *cursor*; the reader can undo it."""
        self._field.setFocus()
        self._field.selectAll()
        self._field.insert(text)  # which tells of it, with the cursor at the end
        if cursor < len(text):
            self._field.setCursorPosition(cursor)
            self.tell()

    @Slot()
    def tell(self) -> None:
        """Tell what stands in the field, and where the cursor is."""
        self.typed.emit(self._field.text(), self._field.cursorPosition())

    def focus(self) -> None:
        """Go to the field and select what stands in it, ready to be replaced."""
        self._field.setFocus()
        self._field.selectAll()

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        """Have the button that empties the field as long as there is anything in it."""
        if bool(text) == self._is_clearable():
            return  # as at nearly every letter: making room lays out the whole window
        if not self._clear:
            self._clear = self._clear_button()
        self._clear.setVisible(bool(text))
        self._make_room()

    def _is_clearable(self) -> bool:
        return self._clear is not None and not self._clear.isHidden()

    def _clear_button(self) -> QWidget:
        """Return the button for a field that has something in it, as few have at the start."""
        from desktop_app.views.asking.clear_button import ClearButton

        button = ClearButton(self._field)
        button.clicked.connect(self._on_cleared)
        self._within.insertWidget(self._within.indexOf(self._shortcut), button)
        return button

    @Slot()
    def _on_cleared(self) -> None:
        self._field.clear()
        self._field.setFocus()
        self.asked.emit("")
        self.tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that the field itself has no use for, and Enter, which has led on by now.

        It must not press the button that it has led to.
        """
        keys = QtCore.Qt.Key
        if event.key() == keys.Key_Down:
            self.left_downward.emit()
        elif event.key() == keys.Key_Escape and self._field.text():
            self._on_cleared()
        elif event.key() not in (keys.Key_Return, keys.Key_Enter):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def redraw(self) -> None:
        colour = theme.of(self.palette()).muted
        size = self.fontMetrics().height()
        self._magnifier.setPixmap(icon("search", colour).pixmap(size, size))
        self._make_room()

    def _make_room(self) -> None:
        """Keep the text clear of what stands at either end of the field."""
        room = self.fontMetrics().averageCharWidth() * _ROOM_FOR_SHORTCUT
        self._shortcut.setVisible(self.width() >= room)
        shown = [end for end in (self._clear, self._shortcut) if end and not end.isHidden()]
        right = sum(end.sizeHint().width() + self._gap() for end in shown)
        left = self._magnifier.sizeHint().width() + self._gap()
        self._field.setTextMargins(left, 0, right, 0)
        # Not by what happens to be shown, or the window would grow under the reader's first letter.
        self._field.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NARROWEST)

    def _gap(self) -> int:
        return self.fontMetrics().averageCharWidth()
