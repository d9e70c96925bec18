"""What those hear who do not see the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.views.announcer import Announcer
from desktop_app.views.asking.query_dialog import QueryDialog
from tests.desktop_app.reading_room import Reader

TypeText = Callable[[QWidget, str], None]


def announcer_of(window: QWidget) -> Announcer:
    announcer = window.findChild(Announcer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert announcer is not None
    return announcer


def listen(window: QWidget) -> list[str]:
    heard: list[str] = []
    announcer_of(window).announced.connect(heard.append)
    return heard


@pytest.fixture
def heard(reader: Reader) -> list[str]:
    """What a screen reader has been given to say, after what it says at the start."""
    (rest,) = announcer_of(reader.window).findChildren(QTimer)
    reader.until(lambda: not rest.isActive())
    return listen(reader.window)


def test_an_answer_is_told_with_how_it_was_understood_and_what_is_suggested(
    reader: Reader, heard: list[str], type_text: TypeText
) -> None:
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "huawei type:")
    reader.until(lambda: "Type: no value yet." in "\n".join(heard))
    reader.until(reader.views.suggestions.isVisible)
    told = {
        f"{reader.results.total} records",
        "Type: no value yet.",
        f"{reader.views.suggestions.model().rowCount()} suggestions: Down",
    }
    # A slow machine rests between letters, and tells of each.
    reader.until(lambda: told <= {line for said in heard for line in said.splitlines()})


def test_what_closes_before_it_is_told_is_not_told(
    reader: Reader, heard: list[str], type_text: TypeText
) -> None:
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "huawei")
    reader.until(reader.views.suggestions.isVisible)
    reader.press(Qt.Key.Key_Return)
    reader.until(lambda: heard[-1:] == [f"{reader.results.total} records"])


def test_what_is_said_at_the_foot_is_told(reader: Reader, heard: list[str]) -> None:
    reader.window.tell("Copied to the clipboard: actor/huawei")
    reader.until(lambda: bool(heard))
    assert heard == ["Copied to the clipboard: actor/huawei"]


def test_the_form_tells_how_many_records_answer_and_what_is_wrong(
    reader: Reader, type_text: TypeText
) -> None:
    reader.action("build").trigger()
    reader.until(lambda: reader.window.findChild(QueryDialog) is not None)
    form = reader.window.findChild(QueryDialog)
    assert form is not None
    heard = listen(form)
    entries = {entry.accessibleName(): entry for entry in form.findChildren(QLineEdit)}
    type_text(entries["All of these words"], "huawei")
    reader.until(lambda: bool(heard) and heard[-1].endswith("records answer"))
    type_text(entries["First year"], "99")
    wrong = "A year has four digits, as in 2019."
    reader.until(lambda: heard[-1].startswith(f"{wrong}\n"))
