"""The switch between the languages, each by its own name."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop_app.localization import Retranslating
from i18n.locales import LOCALES, Locale
from i18n.messages import _


class LanguageSwitch(Retranslating, QWidget):
    """One segment a language, of which one is on; Left and Right go from one to the next.

    Signals:
        chosen: the ``Locale`` that the reader wants.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()
        self._make_room()
        self.retranslate()

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, locale in enumerate(LOCALES):
            segment = QPushButton(locale.endonym, self)
            segment.setProperty("role", "segment")
            segment.setCheckable(True)
            if not number:
                segment.setStyleSheet("margin-left: 0")  # no neighbour whose edge it would share
            self._group.addButton(segment, number)
            layout.addWidget(segment)
        self.setFocusProxy(self._group.button(0))

    def _connect(self) -> None:
        self._group.idToggled.connect(self._on_toggled)

    def retranslate(self) -> None:
        self.setAccessibleName(_("Language"))

    def show_locale(self, locale: Locale) -> None:
        """Mark *locale* as the one in force, without asking for it."""
        segment = self._group.button(LOCALES.index(locale))
        self._group.blockSignals(True)
        segment.setChecked(True)
        self._group.blockSignals(False)
        self.setFocusProxy(segment)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def _make_room(self) -> None:
        """Make each segment wide enough for its name in bold, which it has when it is on."""
        for segment in self._group.buttons():
            bold = QFont(segment.font())
            bold.setBold(True)
            name, width = segment.text(), segment.sizeHint().width()
            if not segment.isChecked():  # the one that is on has asked for the room already
                wider = QFontMetrics(bold).horizontalAdvance(name)
                width += max(0, wider - segment.fontMetrics().horizontalAdvance(name))
            segment.setMinimumWidth(width)

    @Slot(int, bool)
    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self.setFocusProxy(self._group.button(number))
            self.chosen.emit(LOCALES[number])
