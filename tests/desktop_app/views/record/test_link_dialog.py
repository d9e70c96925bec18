"""Nothing opens before the reader has seen where it leads."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton

from desktop_app.views.record.link_dialog import LinkChoice, LinkDialog

URL = "https://www.example.org/" + "a-very-long-path/" * 20


@pytest.fixture
def dialog(qtbot) -> LinkDialog:
    dialog = LinkDialog(URL)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press(dialog: LinkDialog, text: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()


def test_the_site_stands_out_and_the_whole_address_can_be_copied(dialog):
    assert "example.org" in [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.findChild(QPlainTextEdit).toPlainText() == URL


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("Open in browser", LinkChoice.OPEN),
        ("Copy address", LinkChoice.COPY),
    ],
)
def test_the_dialog_returns_what_the_reader_chose(dialog, text, choice):
    press(dialog, text)
    assert dialog.choice is choice
    assert not dialog.isVisible()


def test_leaving_the_dialog_does_nothing(dialog):
    box = dialog.findChild(QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert dialog.choice is LinkChoice.CANCEL
