"""Every word that a window shows, and which of them are English though they have a translation."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from string import Formatter

from babel.messages.catalog import Catalog, Message
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from desktop_app.models.term_table import TermTableModel
from i18n.__main__ import TEMPLATE
from i18n.catalogues import read
from i18n.locales import ENGLISH, HUNGARIAN
from i18n.messages import source_path

# Words are also joined to others: "Sources: 62", "Mirror (F2)", "Report · 2021 · English".
_JOINTS = re.compile(r" · |: |, |\. | \(|\)")
_TAG = re.compile(r"<[^>]*>")
_MNEMONIC = re.compile(r"&(?!&)")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
# A pattern of little more than fields would match anything.
_FEWEST_LETTERS = 3


class English:
    """Tells English messages, whole or as part of a text, from everything else.

    What is the same word in Hungarian is Hungarian, and so is what translates another message.
    """

    def __init__(self, template: Catalog, hungarian: Catalog) -> None:
        translations = {_key(message): _forms(message.string) for message in hungarian}
        native = {_bare(form) for forms in translations.values() for form in forms}
        self._plain: dict[str, str] = {}
        self._patterns: list[tuple[re.Pattern[str], str]] = []
        for message in template:
            for english in _forms(message.id):
                if english and _bare(english) not in native:
                    self._add(english)

    def _add(self, english: str) -> None:
        parts = [(text, field) for text, field, *_rest in Formatter().parse(_bare(english))]
        if all(field is None for _text, field in parts):
            self._plain[_bare(english)] = english
        elif sum(char.isalpha() for text, _field in parts for char in text) >= _FEWEST_LETTERS:
            pattern = "".join(re.escape(text) + ("" if f is None else ".+") for text, f in parts)
            self._patterns.append((re.compile(pattern, re.DOTALL), english))

    def within(self, text: str) -> Iterator[str]:
        """Yield the messages that a text is, or is joined from."""
        shown = _bare(text)
        yield from (self._plain[part] for part in {shown, *_JOINTS.split(shown)} & {*self._plain})
        yield from (english for pattern, english in self._patterns if pattern.fullmatch(shown))


@cache
def english() -> English:
    """Return the judge of the messages as they stand in the catalogue files."""
    return English(read(TEMPLATE, ENGLISH), read(source_path(HUNGARIAN), HUNGARIAN))


def left_in_english(
    root: QWidget, besides: Iterable[QWidget] = (), *, seen_only: bool = False
) -> list[str]:
    """Return the English messages in a window, each with the widget and the text it stands in.

    What is inside the widgets *besides* is left out; with *seen_only* what is hidden is too.
    """
    judge, excused = english(), tuple(besides)
    return sorted(
        {
            f"{message!r} on {type(part).__name__}: {text!r}"
            for part in (root, *root.findChildren(QObject))
            if not _is_excused(part, excused, seen_only=seen_only)
            for text in texts(part)
            for message in judge.within(text)
        }
    )


def _is_excused(part: QObject, excused: tuple[QWidget, ...], *, seen_only: bool) -> bool:
    if not isinstance(part, QWidget):
        return False
    hidden = seen_only and not part.isVisible()
    return hidden or any(widget is part or widget.isAncestorOf(part) for widget in excused)


def texts(part: QObject) -> Iterator[str]:
    """Yield every text of one widget, action or list, empty ones left out."""
    yield from filter(None, _texts(part))


def _texts(part: QObject) -> Iterator[str]:
    if isinstance(part, QAction):
        yield from (part.text(), part.iconText(), part.toolTip(), part.statusTip())
    if not isinstance(part, QWidget):
        return
    yield from (part.toolTip(), part.statusTip(), part.whatsThis(), part.windowTitle())
    yield from (part.accessibleName(), part.accessibleDescription())
    match part:
        case QLabel() | QAbstractButton():
            yield part.text()
        case QLineEdit():
            yield from (part.placeholderText(), part.text())
        case QPlainTextEdit():
            yield from (part.placeholderText(), part.toPlainText())
        case QMenu():
            yield part.title()
        case QAbstractItemView() if part.model() is not None:
            yield from _cells(part.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    """Yield the headings and cells of a list or table."""
    is_list = isinstance(model, QAbstractListModel)  # which hides that it has one column
    columns = range(1 if is_list else model.columnCount(QModelIndex()))
    terms = isinstance(getattr(model, "sourceModel", lambda: None)(), TermTableModel)
    for column in columns:
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if terms and column == 0:
            continue  # the English terms of the glossary
        for row in range(model.rowCount(QModelIndex())):
            found = (model.index(row, column).data(role) for role in _ROLES)
            yield from (value for value in found if isinstance(value, str))


def _bare(text: str) -> str:
    """Return a text without markup, mnemonics and the blanks that only help the layout."""
    text = unescape(_TAG.sub(" ", text)) if "</" in text else text
    text = _MNEMONIC.sub("", text).replace("\N{ZERO WIDTH SPACE}", "")
    return " ".join(text.replace("\N{WORD JOINER}", "").split())


def _forms(words: object) -> tuple[str, ...]:
    if isinstance(words, (list, tuple)):
        return tuple(str(form) for form in words)
    return (str(words or ""),)


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, _forms(message.id)[0]
