"""A search in dossiers that are not open: what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.localization import Retranslating
from i18n import formats, messages
from i18n.messages import _, ngettext


class AbsentBox(Retranslating, QMessageBox):
    """Names dossiers by their *titles*, in a box that does not hold up the window.

    They can be opened only if it is *known* where they are.

    Signals:
        opening_wanted: the reader wants them opened first.
        widening_wanted: the reader wants the search without them.
    """

    opening_wanted = Signal()
    widening_wanted = Signal()

    def __init__(self, titles: Sequence[str], parent: QWidget, *, known: bool) -> None:
        super().__init__(parent)
        self._titles = titles
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._open = self.addButton("", QMessageBox.ButtonRole.AcceptRole) if known else None
        self._widen = self.addButton("", QMessageBox.ButtonRole.AcceptRole)
        cancel = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(self._open or self._widen)
        self.setEscapeButton(cancel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._open:
            self._open.clicked.connect(self.opening_wanted)
        self._widen.clicked.connect(self.widening_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Tükör"))
        self.setText(
            ngettext(
                "This search is in a dossier that is not open: {titles}",
                "This search is in dossiers that are not open: {titles}",
                len(self._titles),
            ).format(titles=formats.list_of(self._titles, messages.current()))
        )
        if self._open:
            self._open.setText(_("Open and search"))
            remedy = _("Open what is missing, or search without this filter.")
        else:
            remedy = _(
                "Where the file is now is not known. Open it in the File menu and ask again,"
                " or search without this filter."
            )
        self.setInformativeText(remedy)
        self._widen.setText(_("Search without this filter"))
