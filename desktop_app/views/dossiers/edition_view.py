"""One dossier: its title, its edition, and whether it is as it was published."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from database.seal import Seal
from desktop_app.localization import Retranslating
from desktop_app.presentation import edition
from desktop_app.views.rich_text import wrapped
from i18n import formats, messages
from i18n.messages import _, ngettext


class EditionView(Retranslating, QWidget):
    """Names one dossier by *about*, what it says about itself, and tells what its seal is worth.

    *records* and *sources* are how many it has, 0 to say nothing of it. The checksum is shown by
    its beginning and copied whole; until the seal is known, it says that this takes a moment.
    """

    def __init__(
        self,
        about: Mapping[str, object],
        parent: QWidget | None = None,
        *,
        records: int = 0,
        sources: int = 0,
    ) -> None:
        super().__init__(parent)
        self._about = about
        self._counts = (records, sources)
        self._seal: Seal | None = None
        self._build()
        self._copy.clicked.connect(self._on_copy_clicked)
        self.retranslate()

    def _build(self) -> None:
        self._title = wrapped("", "subtitle", self)
        self._facts = wrapped("", "muted", self)
        self._checksum = wrapped("", "muted", self)
        self._checksum.setWordWrap(False)
        self._copy = QPushButton(self)
        self._copy.setProperty("role", "quiet")
        self._verdict = wrapped("", "muted", self)
        line = QHBoxLayout()
        line.addWidget(self._checksum)
        line.addWidget(self._copy)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 4)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addLayout(line)
        column.addWidget(self._verdict)

    def retranslate(self) -> None:
        self._title.setText(edition.in_language(self._about, "title", messages.current()))
        self._facts.setText(" · ".join(self._edition_facts()))
        self._copy.setText(_("Copy checksum"))
        self._copy.setEnabled(self._seal is not None)
        if self._seal is None:
            self._checksum.setText(_("SHA-256 {checksum}").format(checksum="…"))
            self._verdict.setText(_("The file is being compared with its checksum."))
            return
        checksum = edition.short(self._seal.checksum)
        self._checksum.setText(_("SHA-256 {checksum}").format(checksum=checksum))
        self._checksum.setToolTip(self._seal.checksum)
        sentences = (
            edition.checksum_sentence(self._seal),
            edition.signature_sentence(self._seal),
            edition.index_sentence(self._about),
        )
        self._verdict.setText(" ".join(filter(None, sentences)))
        self._verdict.setProperty("role", "error" if self._seal.broken else "muted")
        self._verdict.style().unpolish(self._verdict)
        self._verdict.style().polish(self._verdict)

    def show_seal(self, seal: Seal) -> None:
        """Show what was found out about the file."""
        self._seal = seal
        self.retranslate()

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

    @Slot()
    def _on_copy_clicked(self) -> None:
        if self._seal is not None:
            QGuiApplication.clipboard().setText(self._seal.checksum)
