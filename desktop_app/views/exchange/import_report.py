"""What became of an imported file: how many records, and what was left out and why."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from database.exchange.reading.intake import TakenIn
from database.model.schema import Schema
from desktop_app.localization import Retranslating
from desktop_app.presentation.imported import Reason, told
from desktop_app.views.rich_text import wrapped
from i18n import messages
from i18n.messages import _

_LINES = 14  # of the table, that are seen at once


class ImportReport(Retranslating, QWidget):
    """Tells of one import; there is nothing to see before ``show_taken_in``."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._taken_in: TakenIn | None = None
        self._build()
        self.retranslate()

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._sentence = wrapped("", "subtitle", self)
        self._taken = wrapped("", "plain", self)
        self._place = wrapped("", "muted", self)
        self._note = wrapped("", "note", self)
        self._heading = wrapped("", "strong", self)
        self._table = self._make_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line // 2)
        for part in (self._sentence, self._taken, self._place, self._note):
            column.addWidget(part)
        column.addSpacing(line // 2)
        column.addWidget(self._heading)
        column.addWidget(self._table, 1)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 2, self)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # Rows are measured once the columns have their widths.
        measure = QTimer(table, singleShot=True, interval=0)
        measure.timeout.connect(table.resizeRowsToContents)
        header.sectionResized.connect(measure.start)
        most = self.screen().availableSize().height() // 4
        table.setMinimumHeight(min(self.fontMetrics().height() * _LINES, most))
        return table

    def show_taken_in(self, taken_in: TakenIn) -> None:
        """Tell what became of the file."""
        self._taken_in = taken_in
        self.retranslate()

    def retranslate(self) -> None:
        self._heading.setText(_("Left out"))
        self._table.setAccessibleName(_("Left out"))
        self._table.setHorizontalHeaderLabels([_("What and where"), _("Why")])
        self._note.setText(
            _(
                "It is open beside the others, and will be the next time, until it is closed in the"
                " File menu. To undo the import, close it and delete the file."
            )
        )
        if self._taken_in is None:
            return
        account, dossier = self._taken_in
        words = told(account, self._schema, messages.current())
        self._sentence.setText(words.sentence)
        counts = (_("{label}: {value}").format(label=k, value=v) for k, v in words.taken)
        self._taken.setText(" · ".join(counts))
        self._place.setText(_("The dossier: {path}").format(path=dossier))
        for part in (self._taken, self._place, self._note):
            part.setVisible(dossier is not None)
        self._heading.setVisible(bool(words.reasons))
        self._table.setVisible(bool(words.reasons))
        self._fill(words.reasons)

    def _fill(self, reasons: tuple[Reason, ...]) -> None:
        table = self._table
        table.setRowCount(len(reasons))
        for row, each in enumerate(reasons):
            texts = (_what(each), f"{each.reason}\n{each.hint}")
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                table.setItem(row, column, cell)


def _what(reason: Reason) -> str:
    """Return what was left out for a reason, of several things how many times in all."""
    first, *others = reason.left_out
    if not others:
        return f"{first.what}\n{first.where}"
    each = (f"{one.what} ({one.where})" for one in reason.left_out)
    return "\n".join((reason.number, *each))
