"""What the program and its dossiers are, and where to report a mistake."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from database.seal import Seal
from desktop_app.localization import Retranslating
from desktop_app.look import icons
from desktop_app.presentation.edition import in_language
from desktop_app.views.column_dialog import ColumnDialog
from desktop_app.views.dossiers.edition_view import EditionView
from desktop_app.views.rich_text import wrapped
from i18n import messages
from i18n.messages import _

_WIDTH = 64  # characters
_LICENCES = {"CC-BY-4.0": "CC BY 4.0"}


class AboutDialog(Retranslating, ColumnDialog):
    """Says which program and which edition of which dossier this is.

    *about* is what the dossier says about itself; its ``title`` and ``coverage`` are mappings from
    a language code to words. *records* and *sources* are how many it has, 0 to say nothing of it.
    Other dossiers that are open are named once their seals are known.
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
        self._editions = [EditionView(about, self, records=records, sources=sources)]
        self._build()
        self.retranslate()

    def _build(self) -> None:
        line = self.fontMetrics().height()
        self._name = wrapped("", "title", self)
        self._program = wrapped("", "muted", self)
        self._coverage = wrapped("", "plain", self)
        self._made = wrapped("", "plain", self)
        self._licence = wrapped("", "plain", self)
        self._mistakes = wrapped("", "plain", self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        words = QWidget(self)
        layout = QVBoxLayout(words)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(line // 2)
        layout.addLayout(self._head(line))
        layout.addWidget(self._editions[0])
        for part in (self._made, self._coverage, self._mistakes, self._licence):
            layout.addWidget(part)
        self._others = QVBoxLayout()
        self._others.setSpacing(line // 2)
        layout.addLayout(self._others)
        layout.addStretch()
        self.foot.addWidget(self._buttons)
        self.lay_out(words, by_keys=True)
        self._buttons.setFocus()

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

    @Slot(object)
    def show_seals(self, seals: Sequence[Seal]) -> None:
        """Tell what the seals of the open dossiers are worth; the first is that of *about*."""
        for seal in seals[len(self._editions) :]:
            self._editions.append(EditionView(seal.about, self))
            self._others.addWidget(self._editions[-1])
        for view, seal in zip(self._editions, seals, strict=False):  # none before they are known
            view.show_seal(seal)
        self._fit()

    def _in_language(self, key: str) -> str:
        return in_language(self._about, key, messages.current())

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.fit(max(letter * _WIDTH, self.minimumSizeHint().width()))

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)
