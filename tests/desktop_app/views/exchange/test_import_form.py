"""What can be said about a file before it is imported."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from database.model.schema import Schema
from desktop_app.views.exchange.import_form import ImportForm
from i18n import messages
from i18n.locales import ENGLISH, HUNGARIAN, Locale

Make = Callable[..., ImportForm]


@pytest.fixture
def form(qtbot: QtBot, schema: Schema, tmp_path: Path) -> Make:
    """Make the form for a file of a name, in a language."""

    def make(name: str, locale: Locale = ENGLISH) -> ImportForm:
        messages.activate(locale)
        made = ImportForm(tmp_path / name, schema, locale)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def box(form: ImportForm, word: str) -> QComboBox:
    """Return the box that offers a word."""
    return next(each for each in form.findChildren(QComboBox) if each.findText(word) >= 0)


def test_the_type_of_the_rows_is_guessed_unless_it_is_said(form: Make) -> None:
    made = form("list.csv")
    types = box(made, "Actors")
    assert types.currentText() == "As the headings tell"
    assert made.wanted.type == ""
    types.setCurrentText("Actors")
    assert made.wanted.type == "actor"


def test_it_is_asked_for_only_where_a_file_does_not_tell_it(form: Make) -> None:
    made = form("list.csv")
    types, formats = box(made, "Actors"), box(made, "Table (CSV)")
    assert types.isVisible()
    types.setCurrentText("Actors")
    formats.setCurrentText("FollowTheMoney")
    assert not types.isVisible()
    assert made.wanted.type == ""
    formats.setCurrentText("Table (CSV)")
    assert made.wanted.type == "actor"
    assert not box(form("nameless"), "Actors").isVisible()


def test_the_types_are_named_in_the_language_of_the_window(form: Make) -> None:
    made = form("list.csv", HUNGARIAN)
    types = box(made, "Szereplők")
    assert types.currentText() == "A fejlécek alapján"
    types.setCurrentText("Szereplők")
    messages.activate(ENGLISH)
    made.retranslate()
    assert types.currentText() == "Actors"
