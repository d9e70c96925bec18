"""Text with links in it, as it stands on the page of a record."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.views.rich_text import CitedText


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1&c=2", "https://example.org/it's-<b>", "https://x.rs/ő"]
)
def test_an_address_is_chosen_as_it_is_whatever_signs_are_in_it(qtbot, address):
    text = CitedText(address, address=address)
    qtbot.addWidget(text)
    text.show()
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    with qtbot.waitSignal(text.link_chosen) as chosen:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert chosen.args == [address]


def test_a_number_leads_to_its_citation(qtbot):
    text = CitedText("Telekom & Huawei", numbers=[3])
    qtbot.addWidget(text)
    text.show()
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    with qtbot.waitSignal(text.citation_chosen) as chosen:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert chosen.args == [3]
