"""Search asks what is filled in, once it is written, unless the reader wants something else."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from database.search.form.form import Choices, QueryForm, WrittenForm
from desktop_app.views.asking.query_dialog import QueryDialog

CHOICES = Choices({}, ())
BEGUN = QueryForm(all_words="vasút")

Do = Callable[[QueryDialog], object]


@pytest.fixture
def dialog(qtbot: QtBot) -> QueryDialog:
    """The form with something filled in that is not written as a question yet."""
    dialog = QueryDialog()
    qtbot.addWidget(dialog)
    dialog.show_form(CHOICES, BEGUN)
    return dialog


@pytest.fixture
def asked(dialog: QueryDialog) -> list[str]:
    heard: list[str] = []
    dialog.asked.connect(heard.append)
    return heard


def press(dialog: QueryDialog, words: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    next(b for b in buttons if b.text().replace("&", "") == words).click()


def cancel(dialog: QueryDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    box.button(QDialogButtonBox.StandardButton.Cancel).click()


def write(dialog: QueryDialog, form: QueryForm) -> None:
    dialog.show_written(form, WrittenForm(f"+{form.all_words}" if form.all_words else ""), 2)


def type_on(dialog: QueryDialog) -> None:
    entry = next(e for e in dialog.findChildren(QLineEdit) if e.text() == "vasút")
    entry.setText("vasúti")
    entry.textEdited.emit(entry.text())


def reopen(dialog: QueryDialog) -> None:
    cancel(dialog)
    dialog.show_form(CHOICES, BEGUN)


def test_who_is_faster_than_the_writing_gets_what_is_written(
    dialog: QueryDialog, asked: list[str]
) -> None:
    press(dialog, "Search")
    assert asked == []
    write(dialog, BEGUN)
    assert (asked, dialog.isVisible()) == (["+vasút"], False)


@pytest.mark.parametrize(
    ("instead", "form", "stays_open"),
    [
        (cancel, BEGUN, False),
        (reopen, BEGUN, True),
        (type_on, QueryForm(all_words="vasúti"), True),
        (lambda dialog: press(dialog, "Clear the form"), QueryForm(), True),
        (lambda dialog: dialog.stop_waiting(), BEGUN, True),
    ],
    ids=["cancelled", "reopened", "typed-on", "cleared", "failed"],
)
def test_who_wants_something_else_meanwhile_is_not_asked_for(
    dialog: QueryDialog, asked: list[str], instead: Do, form: QueryForm, stays_open: bool
) -> None:
    press(dialog, "Search")
    instead(dialog)
    write(dialog, form)
    assert (asked, dialog.isVisible()) == ([], stays_open)


def test_another_language_meanwhile_changes_nothing_in_what_is_wanted(
    dialog: QueryDialog, asked: list[str]
) -> None:
    press(dialog, "Search")
    dialog.rename(CHOICES)
    write(dialog, BEGUN)
    assert asked == ["+vasút"]


def test_search_after_a_failure_has_the_form_written_once_more(
    dialog: QueryDialog, asked: list[str]
) -> None:
    press(dialog, "Search")
    dialog.stop_waiting()
    dialog.filled_in.connect(lambda form: write(dialog, form))
    press(dialog, "Search")
    assert asked == ["+vasút"]
