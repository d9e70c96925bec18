"""What an export wrote, and what its format could not carry."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.localization import Retranslating
from desktop_app.views.rich_text import wrapped
from i18n.messages import _

_WIDTH = 72  # characters


class ExportReport(Retranslating, QDialog):
    """Tells how much went into which file, and lists what was lost: what it is, and how many.

    All is in the reader's language already.
    """

    def __init__(
        self,
        written: str,
        path: str,
        heading: str,
        lost: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._build(written, path, heading, lost)
        self.retranslate()

    def _build(
        self, written: str, path: str, heading: str, lost: Sequence[tuple[str, str]]
    ) -> None:
        line = self.fontMetrics().height()
        self._table = self._make_table(lost)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        column.addWidget(wrapped(written, "subtitle", self))
        column.addWidget(wrapped(path, "muted", self))
        column.addSpacing(line // 2)
        column.addWidget(wrapped(heading, "plain", self))
        column.addWidget(self._table)
        column.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        wanted = self.fontMetrics().averageCharWidth() * _WIDTH
        self.setMinimumWidth(min(wanted, self.screen().availableSize().width()))

    def _make_table(self, lost: Sequence[tuple[str, str]]) -> QTableWidget:
        table = QTableWidget(len(lost), 2, self)
        for row, (label, total) in enumerate(lost):
            table.setItem(row, 0, QTableWidgetItem(label))
            figure = QTableWidgetItem(total)
            figure.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, 1, figure)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        return table

    def retranslate(self) -> None:
        self.setWindowTitle(_("Export"))
        self._table.setHorizontalHeaderLabels([_("Not in the file"), _("Number")])
        self._table.setAccessibleName(_("Not in the file"))
