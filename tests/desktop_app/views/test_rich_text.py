"""Text with links in it, as it stands on the page of a record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from desktop_app.look import theme
from desktop_app.views.rich_text import CitedText, MarkableText


def chosen(qtbot, text, signal):
    """Return what is chosen by the first link of a text, reached by keyboard."""
    qtbot.addWidget(text)
    text.show()
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    with qtbot.waitSignal(signal) as told:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    return told.args[0]


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1&c=2", "https://example.org/it's-<b>", "https://x.rs/ő"]
)
def test_an_address_is_chosen_as_it_is_whatever_signs_are_in_it(qtbot, address):
    text = CitedText(address, address=address)
    assert chosen(qtbot, text, text.link_chosen) == address


def test_a_number_leads_to_its_citation(qtbot):
    text = CitedText("Telekom & Huawei", numbers=[3])
    assert chosen(qtbot, text, text.citation_chosen) == 3


def finding(*words):
    return lambda text: sorted((text.find(w), text.find(w) + len(w)) for w in words if w in text)


def test_found_words_are_marked_neighbours_as_one_and_unmarked_again(qtbot):
    text = MarkableText("Huawei & <b> smart cities in Niš", numbers=[2])
    qtbot.addWidget(text)
    unmarked = text.text()
    text.mark(finding("smart", "cities", "Niš", "Telenor"))
    assert text.marked == ("smart cities", "Niš")
    assert "Huawei &amp; &lt;b&gt; <span" in text.text()
    assert theme.of(text.palette()).mark in text.text()
    assert text.words == "Huawei & <b> smart cities in Niš"
    text.mark(finding())
    assert text.marked == ()
    assert text.text() == unmarked


def test_an_address_has_no_marks(qtbot):
    text = MarkableText("https://huawei.com", address="https://huawei.com")
    qtbot.addWidget(text)
    text.mark(finding("huawei"))
    assert text.marked == ()


def test_what_the_reader_has_selected_stays_selected(qtbot):
    text = MarkableText("Huawei and Telekom in Niš")
    qtbot.addWidget(text)
    text.setSelection(11, 7)
    for words in (("Huawei", "Niš"), ("Telekom",), ()):
        text.mark(finding(*words))
        assert text.selectedText() == "Telekom"


def test_blanks_stay_as_they_are(qtbot):
    text = MarkableText("two  blanks")
    qtbot.addWidget(text)
    one = MarkableText("two blanks")
    qtbot.addWidget(one)
    assert text.sizeHint().width() > one.sizeHint().width()


def test_marks_follow_the_colours(qtbot):
    text = MarkableText("Huawei")
    qtbot.addWidget(text)
    text.mark(finding("Huawei"))
    for look in (theme.DARK, theme.LIGHT):
        colours = text.palette()
        colours.setColor(QPalette.ColorRole.ToolTipBase, QColor(look.window))
        text.setPalette(colours)
        assert f"background-color:{look.mark}; color:{look.mark_text}" in text.text()
