"""What the program and its dossier are, and where to report a mistake."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app import icons
from desktop_app.localization import Retranslating
from desktop_app.views.rich_text import wrapped
from i18n import formats, messages
from i18n.messages import _, ngettext

_WIDTH = 64  # characters
_LICENCES = {"CC-BY-4.0": "CC BY 4.0"}


class AboutDialog(Retranslating, QDialog):
    """Says which program and which edition of which dossier this is.

    *about* is what the dossier says about itself; its ``title`` and ``coverage`` are mappings from
    a language code to words. *records* and *sources* are how many it has, 0 to say nothing of it.
    """

    def __init__(
        self,
        version: str,
        about: Mapping[str, object],
        parent: QWidget | None = None,
        *,
        records: int = 0,
        sources: int = 0,
    ) -> None:
        super().__init__(parent)
        self._version = version
        self._about = about
        self._counts = (records, sources)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._name = wrapped("", "title", self)
        self._program = wrapped("", "muted", self)
        self._title = wrapped("", "subtitle", self)
        self._edition = wrapped("", "muted", self)
        self._coverage = wrapped("", "plain", self)
        self._made = wrapped("", "plain", self)
        self._licence = wrapped("", "plain", self)
        self._mistakes = wrapped("", "plain", self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(line * 3 // 2,) * 4)
        layout.setSpacing(line // 2)
        layout.addLayout(self._head(line))
        for part in (self._title, self._edition, self._made, self._coverage, self._mistakes):
            layout.addWidget(part)
        layout.addWidget(self._licence)
        layout.addStretch()
        layout.addSpacing(line // 2)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)

    def _head(self, line: int) -> QHBoxLayout:
        picture = QLabel(self)
        picture.setPixmap(icons.app_icon().pixmap(line * 3, line * 3))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._program)
        head = QHBoxLayout()
        head.setSpacing(line)
        head.setContentsMargins(0, 0, 0, line // 2)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def retranslate(self) -> None:
        self.setWindowTitle(_("About Tükör"))
        self._name.setText(_("Tükör"))
        self._program.setText(_("Version {version}").format(version=self._version))
        self._title.setText(self._in_language("title"))
        self._edition.setText(" · ".join(self._edition_facts()))
        self._coverage.setText(self._in_language("coverage"))
        self._coverage.setVisible(bool(self._coverage.text()))
        licence = str(self._about.get("licence", ""))
        self._licence.setText(
            _("The content may be used freely if its source is named ({licence}).").format(
                licence=_LICENCES.get(licence, licence)
            )
        )
        self._made.setText(self._in_language("made"))
        self._mistakes.setText(self._in_language("mistakes"))

    def _edition_facts(self) -> list[str]:
        locale = messages.current()
        records, sources = self._counts
        facts = [_("Edition {edition}").format(edition=self._about.get("edition", ""))]
        if records:
            text = ngettext("{n} record", "{n} records", records)
            facts.append(text.format(n=formats.number(records, locale)))
        if sources:
            text = ngettext("{n} source", "{n} sources", sources)
            facts.append(text.format(n=formats.number(sources, locale)))
        return facts

    def _in_language(self, key: str) -> str:
        texts = self._about.get(key)
        if not isinstance(texts, Mapping):
            return ""
        code = messages.current().code
        return str(texts.get(code) or next(iter(texts.values()), ""))

    def showEvent(self, event: QShowEvent) -> None:
        width = max(self.minimumWidth(), self.sizeHint().width())
        self.resize(width, self.heightForWidth(width))  # no more than the words need
        super().showEvent(event)
