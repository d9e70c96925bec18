"""An error, told in a box that does not hold up the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.errors import Explanation
from i18n.messages import _


def show_error(told: Explanation, parent: QWidget) -> None:
    """Tell what went wrong and what to do about it."""
    box = QMessageBox(QMessageBox.Icon.Warning, _("Tükör"), told.sentence, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(told.remedy)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
