"""What stands in place of a record as long as none is open."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.actions import shortcut
from desktop_app.localization import Retranslating
from desktop_app.views.record.page_area import side_margin
from i18n.messages import _


class EmptyPage(Retranslating, QScrollArea):
    """A sentence what to do, and the keys that do it; it scrolls where there is little room.

    Where the keys would be cut off at the side, only the sentence stands there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget(self)
        content.setProperty("role", "page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(content)
        self._sentence = QLabel(content)
        self._sentence.setProperty("role", "subtitle")
        self._sentence.setWordWrap(True)
        self._listed = QWidget(content)
        self._table = QGridLayout(self._listed)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._keys: list[tuple[QLabel, QLabel]] = []
        line = self.fontMetrics().height()
        self._table.setHorizontalSpacing(line)
        self._table.setVerticalSpacing(line // 3)
        self._table.setColumnStretch(1, 1)
        for row in range(len(_keys())):
            key, meaning = QLabel(self._listed), QLabel(self._listed)
            key.setProperty("role", "badge")
            meaning.setProperty("role", "muted")
            meaning.setWordWrap(True)
            corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            self._table.addWidget(key, row, 0, corner)
            self._table.addWidget(meaning, row, 1)
            self._keys.append((key, meaning))
        self._column = QVBoxLayout(content)
        self._column.setSpacing(line)
        self._column.addStretch(1)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._listed)
        self._column.addStretch(2)

    def retranslate(self) -> None:
        self._sentence.setText(_("Choose a record in the list to read it here."))
        for (key, meaning), (key_text, meaning_text) in zip(self._keys, _keys(), strict=True):
            key.setText(key_text)
            meaning.setText(meaning_text)
        self._fit()

    def _fit(self) -> None:
        """Make the most of the width that there is."""
        line, width, side = self.fontMetrics().height(), self.viewport().width(), side_margin(self)
        self._column.setContentsMargins(side, 2 * line, side, 2 * line)
        self._listed.setVisible(self._listed.minimumSizeHint().width() <= width - 2 * side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _keys() -> list[tuple[str, str]]:
    """Return the keys, as the reader's system writes them, and what each does."""
    return [
        (_native(shortcut("find")), _("Go to the search field")),
        (_native(shortcut("search_help")), _("See what can be asked, with examples")),
        ("↑ ↓", _("Move through the list")),
        (_native("Enter"), _("Go from the list to the record")),
        (_native("Tab"), _("Go to the next link, number or button")),
        (_native(shortcut("back")), _("Go back to the record read before")),
        (_native(shortcut("forward")), _("Go forward again")),
        (_native(shortcut("mirror")), _("Set both languages side by side")),
    ]


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
