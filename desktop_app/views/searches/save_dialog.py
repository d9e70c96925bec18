"""Naming a search that is to be saved."""

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.localization import Retranslating
from desktop_app.presentation.narrowing import folded
from desktop_app.views.announcer import announce
from desktop_app.views.rich_text import wrapped
from i18n.messages import _

_WIDTH = 56  # characters
_LONGEST = 200


class SaveDialog(Retranslating, QDialog):
    """Shows what is to be saved and asks for a name. Read ``name`` after ``exec()``.

    A name that is *taken* may be given once more, but not without a word.
    """

    def __init__(
        self,
        asked: str,
        name: str,
        default: str,
        taken: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._asked = asked
        self._default = default
        self._taken = {folded(each) for each in taken}
        self._build(name or default)
        self.retranslate()
        self._tell_if_taken()

    def _build(self, name: str) -> None:
        line = self.fontMetrics().height()
        self._label, self._field = QLabel(self), QLineEdit(name[:_LONGEST], self)
        self._label.setBuddy(self._field)
        self._field.setMaxLength(_LONGEST)
        self._field.selectAll()
        self._what = wrapped(self._asked, "muted", self)
        self._twice = wrapped("", "error", self)
        self._field.textChanged.connect(self._tell_if_taken)
        self._note = wrapped("", "note", self)
        choices = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(choices.Save | choices.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        for part in (self._what, self._label, self._field, self._twice, self._note, buttons):
            column.addWidget(part)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)

    def retranslate(self) -> None:
        self.setWindowTitle(_("Save this search"))
        self._label.setText(_("&Name"))
        self._twice.setText(_("Another saved search has this name."))
        self._note.setText(
            _("The words, the filters and the order are saved; the records are searched anew.")
        )

    @property
    def name(self) -> str:
        """The name that the reader gives, ``""`` if they leave the one that it has of itself."""
        name = self._written()
        return "" if name == self._default[:_LONGEST].strip() else name

    def _written(self) -> str:
        return " ".join(self._field.text().split())

    @Slot()
    def _tell_if_taken(self) -> None:
        taken = folded(self._written()) in self._taken
        if taken and self._twice.isHidden():
            announce(self, self._twice.text())
        self._twice.setVisible(taken)
