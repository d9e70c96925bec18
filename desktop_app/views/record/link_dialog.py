"""Where a link leads, said before anything opens."""

from enum import Enum, auto
from urllib.parse import urlsplit

from PySide6.QtGui import QShowEvent, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.localization import Retranslating
from desktop_app.views.rich_text import wrapped
from i18n.messages import _

_WIDTH = 60  # characters
_LINES = 4  # of the address that are seen at once


class LinkChoice(Enum):
    """What the reader wants done with a link."""

    CANCEL = auto()
    OPEN = auto()
    COPY = auto()


class LinkDialog(Retranslating, QDialog):
    """Shows an address and asks what to do; opens and copies nothing itself.

    Read ``choice`` after ``exec()``.
    """

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = LinkChoice.CANCEL
        self._url = url
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._sentence = wrapped("", "plain", self)
        self._site = wrapped(urlsplit(self._url).netloc.removeprefix("www."), "subtitle", self)
        self._address = self._field()
        self._caution = wrapped("", "note", self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        accept, action = (
            QDialogButtonBox.ButtonRole.AcceptRole,
            QDialogButtonBox.ButtonRole.ActionRole,
        )
        self._open = self._buttons.addButton("", accept)
        self._copy = self._buttons.addButton("", action)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(line, line, line, line)
        layout.setSpacing(line // 2)
        for widget in (self._sentence, self._site, self._address, self._caution):
            layout.addWidget(widget)
        layout.addSpacing(line // 2)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self._open.setDefault(True)
        self._open.setFocus()

    def _field(self) -> QPlainTextEdit:
        """Make a field that breaks a long address anywhere and gives it whole to the clipboard."""
        field = QPlainTextEdit(self._url, self)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        field.setFixedHeight(self.fontMetrics().lineSpacing() * (_LINES + 1))
        return field

    def _connect(self) -> None:
        self._open.clicked.connect(self._on_open_clicked)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._buttons.rejected.connect(self.reject)

    def retranslate(self) -> None:
        self.setWindowTitle(_("Open a link"))
        self._sentence.setText(_("This link leads out of the program, to a page on the web:"))
        self._address.setAccessibleName(_("Address"))
        self._caution.setText(_("The page may have changed or gone since it was cited."))
        self._open.setText(_("Open in browser"))
        self._copy.setText(_("Copy address"))

    def _on_open_clicked(self) -> None:
        self.choice = LinkChoice.OPEN
        self.accept()

    def _on_copy_clicked(self) -> None:
        self.choice = LinkChoice.COPY
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        width = max(self.minimumWidth(), self.sizeHint().width())
        self.resize(width, self.heightForWidth(width))  # no more than the words need
        super().showEvent(event)
