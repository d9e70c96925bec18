"""What the reader can say about a file before it is imported."""

import os
from datetime import date
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from database.exchange.reading import formats
from database.exchange.reading.intake import Wanted
from database.model.errors import FormatUnknown
from database.model.schema import Schema
from desktop_app.localization import Retranslating
from desktop_app.settings import documents_folder
from desktop_app.views.asking.value_box import ValueBox
from desktop_app.views.rich_text import wrapped
from i18n import labels, messages
from i18n.locales import LOCALES, Locale
from i18n.messages import _

_SUFFIX = ".tukor"


class ImportForm(Retranslating, QWidget):
    """Asks for format, type, title, language and place; all but the format can stay as they are.

    The type is asked for only where the file does not tell it.

    Signals:
        completed: whether all is said that has to be.
    """

    completed = Signal(bool)

    def __init__(
        self, path: Path, schema: Schema, locale: Locale, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._schema = schema
        self._target = _free_place(path)
        self._build()
        self._languages.setCurrentIndex(LOCALES.index(locale))
        self._formats.currentIndexChanged.connect(self._on_format_changed)
        self._change.clicked.connect(self._on_change_clicked)
        self.retranslate()

    def _build(self) -> None:
        self._formats, self._types, self._languages = (ValueBox(self) for _box in range(3))
        for each in formats.FORMATS:
            self._formats.addItem("", each.id)
        for type_id in ("", *self._schema.types):
            self._types.addItem("", type_id)
        for locale in LOCALES:
            self._languages.addItem(locale.endonym, locale.code)
        self._formats.setCurrentIndex(_index_of_format(self._path))
        self._title = QLineEdit(formats.stem(self._path), self)
        self._place = wrapped(str(self._target), "plain", self)
        self._change = QPushButton(self)
        self._note = wrapped("", "note", self)
        place = QHBoxLayout()
        place.addWidget(self._place, 1)
        place.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        self._labels = [QLabel(self) for _row in range(5)]
        rows = self._rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        line = self.fontMetrics().height()
        rows.setHorizontalSpacing(line)
        rows.setVerticalSpacing(line // 2)
        fields = (self._formats, self._types, self._title, self._languages)
        for label, field in zip(self._labels, fields, strict=False):
            label.setBuddy(field)
            rows.addRow(label, field)
        self._labels[-1].setBuddy(self._change)
        rows.addRow(self._labels[-1], place)
        rows.addRow(self._note)
        self._offer_types()

    def retranslate(self) -> None:
        words = (
            _("&Format"),
            _("T&ype of records"),
            _("&Title"),
            _("&Language of texts"),
            _("Dossier"),
        )
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        for row, each in enumerate(formats.FORMATS):
            self._formats.setItemText(row, _(each.name))
        self._formats.setPlaceholderText(_("Choose one"))
        self._types.setItemText(0, _("As the headings tell"))
        for row, kept in enumerate(self._schema.types.values(), 1):
            self._types.setItemText(row, labels.schema_label(kept.plural, messages.current()))
        self._types.setToolTip(_("Of those rows that do not tell theirs."))
        self._change.setText(_("&Other place…"))
        self._languages.setToolTip(_("Of those texts that do not show theirs."))
        self._note.setText(
            _("A dossier of its own is made of the file; neither the file nor others are changed.")
        )

    def _offer_types(self) -> None:
        chosen = self._formats.currentData()
        self._rows.setRowVisible(
            self._types, chosen is not None and not formats.find(chosen).tells_types
        )

    @property
    def is_complete(self) -> bool:
        """Tell whether all is said that has to be."""
        return self._formats.currentIndex() >= 0

    @property
    def wanted(self) -> Wanted:
        """What is to be made of the file."""
        return Wanted(
            path=self._path,
            format=formats.find(self._formats.currentData()),
            target=self._target,
            title=self._title.text().strip() or formats.stem(self._path),
            language=self._languages.currentData(),
            replace=True,  # nobody has chosen the name of what is there but after being asked
            day=date.today(),
            type="" if self._types.isHidden() else self._types.currentData(),
        )

    @Slot()
    def _on_format_changed(self) -> None:
        self._offer_types()
        self.completed.emit(self.is_complete)

    @Slot()
    def _on_change_clicked(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Dossier"), str(self._target), f"{_('Dossier')} (*{_SUFFIX})"
        )
        if chosen:
            path = Path(chosen)
            # Of a name that was completed here nobody has asked whether it may be replaced.
            self._target = path if path.suffix == _SUFFIX else _free(path.parent, path.name)
            self._place.setText(str(self._target))


def _index_of_format(path: Path) -> int:
    try:
        return formats.FORMATS.index(formats.of_file(path))
    except FormatUnknown:
        return -1


def _free_place(path: Path) -> Path:
    """Return a place where nothing is yet: beside the file, if one may write there."""
    folder = path.parent
    if not os.access(folder, os.W_OK):
        folder = documents_folder()
    return _free(folder, formats.stem(path))


def _free(folder: Path, name: str) -> Path:
    """Return a place for a dossier in *folder* where nothing is yet, by *name* or nearly so."""
    first = folder / f"{name}{_SUFFIX}"
    numbered = (folder / f"{name} {n}{_SUFFIX}" for n in count(2))
    return first if not first.exists() else next(p for p in numbered if not p.exists())
