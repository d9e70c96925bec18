"""The list under the search field: ways to go on with what is being typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView

from database.model.schema import Schema
from database.search.offer.offer import Offer
from desktop_app.localization import Retranslating
from desktop_app.models.offer_list import OfferListModel
from desktop_app.views.asking.offer_delegate import OfferDelegate
from desktop_app.views.asking.search_bar import SearchBar
from desktop_app.views.floating import Floating
from i18n.messages import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROWEST, _WIDEST = 50, 110  # characters


class SuggestionList(Retranslating, QListView):
    """Opens under a search field as long as there is something to offer.

    The keyboard stays in the field. Down goes into the list, and from its last row on to the
    results; Up from its first row, or typing on, leads back. Enter in the field still goes to the
    results, Tab completes the name or value of a field, Escape closes the list until the reader
    begins anew or asks for it by Alt+Down.

    Signals:
        record_chosen: the id of a record to be opened.
        question_chosen: a question to be put in the field and asked.
        offered: how many ways to go on there are by now; none any more if it is closed.
    """

    record_chosen = Signal(str)
    question_chosen = Signal(str)
    offered = Signal(int)

    def __init__(self, bar: SearchBar, schema: Schema) -> None:
        super().__init__(bar)
        self._bar = bar
        self._offers = OfferListModel(schema, self)
        self._floating = Floating(self, bar)
        self._is_wanted = False  # what comes late must not open the list again
        self._is_dismissed = False
        self._typed = ""
        self._answered = ""  # the text that the rows are for
        self._is_to_complete = False
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.setProperty("role", "floating")
        self.setModel(self._offers)
        self.setItemDelegate(OfferDelegate(self))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        # The rows fill it, so it need not be painted anew whenever the hits behind it are.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _connect(self) -> None:
        self._field.installEventFilter(self)
        self._bar.typed.connect(self._on_typed)
        self._bar.left_downward.connect(self.dismiss)
        self._floating.left.connect(self._on_left)
        self.clicked.connect(self._choose)

    def retranslate(self) -> None:
        self.setAccessibleName(_("Suggestions"))

    @Slot(str, object)
    def show_offers(self, text: str, offers: Sequence[Offer]) -> None:
        """Offer ways to go on with *text*, if that is still what stands in the field."""
        if not self._is_wanted or text != self._bar.text() or self.hasFocus():
            return
        self._answered = text
        if not offers:
            self._close()
            return
        if tuple(offers) != self._offers.offers:
            self._offers.show(offers)
        self._floating.open()
        self.offered.emit(len(offers))
        if self._is_to_complete:
            self._complete()

    @Slot()
    def dismiss(self) -> None:
        """Close the list; it stays closed until the reader types on."""
        self._is_wanted = False
        if self.hasFocus():
            self._bar.setFocus(Qt.FocusReason.OtherFocusReason)
        self._close()

    @property
    def _field(self) -> QObject:
        field = self._bar.focusProxy()
        assert field is not None, "a search bar is its field"
        return field

    @Slot(str, int)
    def _on_typed(self, text: str, _cursor: int) -> None:
        self._is_dismissed = self._is_dismissed and bool(text) and _goes_on(self._typed, text)
        self._typed = text
        if not text:
            self.dismiss()
        self._is_wanted = bool(text) and not self._is_dismissed
        self._is_to_complete = False

    @Slot()
    def _on_left(self) -> None:
        self._is_wanted = self._is_dismissed = False
        self._close()

    def _close(self) -> None:
        if self.isVisible():
            self._floating.close()
            self.offered.emit(0)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        offer = self._offers.offers[index.row()]
        self.dismiss()
        if offer.record is not None:
            self.record_chosen.emit(offer.record)
        elif offer.completes:
            self._bar.put(offer.text, offer.cursor)
        else:
            self.question_chosen.emit(offer.text)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the keys that the field has for the list, and notice when it is left."""
        if isinstance(event, QFocusEvent):
            if event.lostFocus() and self.isHidden():
                self._on_left()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes(event)
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Down if alt and self.isHidden():
                self._is_dismissed = False
                self._bar.tell()
                self._is_wanted = True  # an empty field has earlier questions to offer
            case Qt.Key.Key_Down if self.isVisible():
                self._enter()
            case Qt.Key.Key_Escape if self.isVisible():
                self._is_dismissed = True
                self.dismiss()
            case Qt.Key.Key_Tab if self.isVisible():
                return self._complete()
            case _:
                return False
        return True

    def _enter(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self._offers.index(0))

    def _complete(self) -> bool:
        """Complete what is being written; tell whether there was anything to complete.

        Who types faster than the rows come has meant what follows from the whole text.
        """
        self._is_to_complete = self._answered != self._bar.text()
        if self._is_to_complete:
            return True
        rows = (row for row, offer in enumerate(self._offers.offers) if offer.completes)
        row = next(rows, None)
        if row is not None:
            self._choose(self._offers.index(row))
        return row is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the rows; everything else goes on in the field."""
        row, last = self.currentIndex().row(), self._offers.rowCount() - 1
        match event.key():
            case Qt.Key.Key_Escape:
                self._is_dismissed = True
                self.dismiss()
            case Qt.Key.Key_Up if row <= 0:
                self._back_to_field()
            case Qt.Key.Key_Down if row == last:
                self.dismiss()
                self._bar.left_downward.emit()
            case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                super().keyPressEvent(event)
            case key if key in _ENTER:
                self._choose(self.currentIndex())
            case _:
                self._back_to_field()
                QApplication.sendEvent(self._field, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab complete the row that it is on; else it leads back to the field."""
        row = self.currentIndex().row()
        if forward and self._offers.offers[row].completes:
            self._choose(self.currentIndex())
        else:
            self._back_to_field()
        return True

    def _back_to_field(self) -> None:
        self.clearSelection()
        self._bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        rows = self._offers.rowCount() * max(0, self.sizeHintForRow(0))
        letter = self.fontMetrics().averageCharWidth()
        width = max(_NARROWEST * letter, min(self._bar.width(), _WIDEST * letter))
        edge = 2 * self.frameWidth()
        return QSize(width, rows + edge)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def _goes_on(before: str, text: str) -> bool:
    """Tell whether a text is the one before with something put in or taken out in one place."""
    shorter, longer = sorted((before, text), key=len)
    cuts = range(len(shorter) + 1)
    return any(longer.startswith(shorter[:at]) and longer.endswith(shorter[at:]) for at in cuts)
