"""Where to write an export, and in which format."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from database.exchange.writing.formats import FORMATS, Format
from desktop_app import screen
from i18n.messages import _


class ExportDialog(QFileDialog):
    """Asks for a file; its formats are the kinds of files to choose from.

    It asks itself whether a file that is there is to be replaced. Read ``format`` and ``path``
    after ``exec()``.
    """

    def __init__(self, title: str, begin: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, title, str(begin.parent))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters([f"{_(each.name)} (*.{each.suffix})" for each in FORMATS])
        # Two words that Qt has no Hungarian for.
        self.setLabelText(QFileDialog.DialogLabel.LookIn, _("F&older:"))
        self.setLabelText(QFileDialog.DialogLabel.FileType, _("&Format:"))
        self.filterSelected.connect(self._on_filter_selected)
        self._on_filter_selected()
        self.selectFile(f"{begin.name}.{self.format.suffix}")
        unit, room = self.fontMetrics().averageCharWidth(), screen.room_for(self)
        self.resize(min(unit * 110, room.width()), min(unit * 65, room.height()))

    @property
    def format(self) -> Format:
        """The format that is chosen."""
        return FORMATS[max(0, self.nameFilters().index(self.selectedNameFilter()))]

    @property
    def path(self) -> Path:
        """The file that is chosen."""
        return Path(self.selectedFiles()[0])

    def _on_filter_selected(self) -> None:
        self.setDefaultSuffix(self.format.suffix)
