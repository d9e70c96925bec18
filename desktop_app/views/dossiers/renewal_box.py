"""Dossiers that an older program made: what that means, and the offer to renew them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from desktop_app.localization import Retranslating
from i18n import formats, messages
from i18n.messages import _, ngettext


class RenewalBox(Retranslating, QMessageBox):
    """Tells of dossiers by their *titles*, in a box that does not hold up the window.

    Signals:
        wanted: the reader wants them renewed.
    """

    wanted = Signal()

    def __init__(self, titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._titles = titles
        self.setIcon(QMessageBox.Icon.Information)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._renew = self.addButton("", QMessageBox.ButtonRole.AcceptRole)
        self._later = self.addButton("", QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self._renew)
        self.setEscapeButton(self._later)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.accepted.connect(self.wanted)
        self.retranslate()

    def retranslate(self) -> None:
        number = len(self._titles)
        self.setWindowTitle(_("Tükör"))
        self.setText(
            ngettext(
                "An older version of the program made this dossier: {titles}",
                "An older version of the program made these dossiers: {titles}",
                number,
            ).format(titles=formats.list_of(self._titles, messages.current()))
        )
        searched = ngettext(
            "It can be searched, but a few words may not be found in it until renewed.",
            "They can be searched, but a few words may not be found in them until renewed.",
            number,
        )
        means = _("Renewing indexes anew what a dossier states, and changes nothing of that.")
        self.setInformativeText(f"{searched}\n\n{means}")
        self._renew.setText(_("Renew"))
        self._later.setText(_("Later"))


class RenewalProgress(Retranslating, QProgressDialog):
    """Shows how much of a dossier is renewed, once that takes longer than a moment."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAutoReset(False)
        self.setAutoClose(False)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self.setRange(0, 1000)
        self.setValue(0)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Tükör"))
        self.setLabelText(_("Renewing: {title}").format(title=self._title))
        self.setCancelButtonText(_("Stop"))
