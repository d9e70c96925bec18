"""Switching the language of everything on screen, at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.localization import Localizer, Retranslating, qt_texts_folder
from desktop_app.views.record.link_dialog import LinkDialog
from i18n import messages
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale
from i18n.messages import _
from tests.desktop_app.reading_room import Reader, ReadingRoom

SWITCHES = 100


class Word(Retranslating, QLabel):
    """A label with one word on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(_("Search"))


@pytest.fixture
def localizer(qapp):
    before = QLocale()
    localizer = Localizer(qapp)
    yield localizer
    localizer.switch(ENGLISH)
    QLocale.setDefault(before)
    localizer.deleteLater()


def test_a_file_dialog_of_qt_has_no_english_word_left(
    qtbot: QtBot, localizer: Localizer, tmp_path: Path
) -> None:
    for locale, words in ((HUNGARIAN, ["Mappa:", "Fájlnév:", "Fájltípus:"]),
                          (ENGLISH, ["Look in:", "File name:", "Files of type:"])):  # fmt: skip
        localizer.switch(locale)
        dialog = QFileDialog(None, "", str(tmp_path))
        qtbot.addWidget(dialog)
        assert [x.text().replace("&", "") for x in dialog.findChildren(QLabel)] == words


def test_every_widget_of_every_window_hears_of_it(qtbot: QtBot, localizer: Localizer) -> None:
    words, windows = [], [QMainWindow(), QMainWindow()]
    for window in windows:
        qtbot.addWidget(window)
        nested = QWidget()
        column = QVBoxLayout(nested)
        words += [Word(nested), Word(nested)]
        for word in words[-2:]:
            column.addWidget(word)
        window.setCentralWidget(nested)
    localizer.switch(HUNGARIAN)
    assert {word.text() for word in words} == {"Keresés"}
    localizer.switch(ENGLISH)
    assert {word.text() for word in words} == {"Search"}


@pytest.mark.parametrize("is_shown", [True, False])
def test_every_widget_is_told_once(
    qtbot: QtBot, qapp: QApplication, localizer: Localizer, is_shown: bool
) -> None:
    told = []

    class Hearing(Word):
        def retranslate(self) -> None:
            told.append(messages.current())
            super().retranslate()

    word = Hearing()
    qtbot.addWidget(word)
    word.setVisible(is_shown)
    qapp.processEvents()
    told.clear()
    for locale in (HUNGARIAN, ENGLISH):
        localizer.switch(locale)
        qapp.processEvents()
    assert told == [HUNGARIAN, ENGLISH]


def test_a_widget_that_is_hidden_has_its_new_words_too(qtbot: QtBot, localizer: Localizer) -> None:
    word = Word()
    qtbot.addWidget(word)
    word.hide()
    localizer.switch(HUNGARIAN)
    assert word.text() == "Keresés"


def test_a_widget_made_later_speaks_the_language_in_force(
    qtbot: QtBot, localizer: Localizer
) -> None:
    localizer.switch(HUNGARIAN)
    word = Word()
    qtbot.addWidget(word)
    assert word.text() == "Keresés"


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_it_is_announced_once_when_everything_has_its_new_words(
    qtbot: QtBot, localizer: Localizer, locale: Locale
) -> None:
    word, heard = Word(), []
    qtbot.addWidget(word)
    localizer.locale_changed.connect(lambda new: heard.append((new, word.text())))
    localizer.switch(locale)
    assert heard == [(locale, messages.of(locale).gettext("Search"))]
    assert localizer.locale == messages.current() == locale


def test_qt_numbers_and_dates_follow(localizer: Localizer) -> None:
    localizer.switch(HUNGARIAN)
    assert QLocale().toString(1.5) == "1,5"
    localizer.switch(ENGLISH)
    assert QLocale().toString(1.5) == "1.5"


def test_the_texts_of_qt_itself_are_there() -> None:
    assert (qt_texts_folder() / "qtbase_hu.qm").is_file()


def cancel(dialog: LinkDialog) -> QPushButton:
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    return buttons.button(QDialogButtonBox.StandardButton.Cancel)


def test_buttons_that_qt_names_itself_change_while_they_are_on_screen(
    qtbot: QtBot, localizer: Localizer
) -> None:
    dialog = LinkDialog("https://example.org/")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    texts = []
    for locale in (ENGLISH, HUNGARIAN, ENGLISH, HUNGARIAN):
        localizer.switch(locale)
        texts.append(cancel(dialog).text().replace("&", ""))
    assert texts == ["Cancel", "Mégse", "Cancel", "Mégse"]


def test_the_language_of_the_same_name_changes_nothing(qtbot: QtBot, localizer: Localizer) -> None:
    word = Word()
    qtbot.addWidget(word)
    localizer.switch(HUNGARIAN)
    localizer.switch(HUNGARIAN)
    assert word.text() == "Keresés"


def count(parent: QObject) -> int:
    """Return how many objects belong to *parent*, but for those to be deleted soon.

    Qt moves some things for a moment, by an animation each.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return sum(not isinstance(child, QAbstractAnimation) for child in parent.findChildren(QObject))


def state(reader: Reader) -> dict[str, object]:
    """Return everything that a change of language must leave alone."""
    return {
        "query": reader.views.search_bar.text(),
        "answer": reader.ids(),
        "selection": reader.hits.currentIndex().row(),
        "record": reader.record_id,
        "filters": reader.filters,
        "place in the list": reader.hits.verticalScrollBar().value(),
        "way back": reader.action("back").isEnabled(),
        "mirror": reader.action("mirror").isChecked(),
    }


def test_a_hundred_changes_leave_everything_where_it_was(
    reading_room: ReadingRoom, type_text
) -> None:
    reader = reading_room.open()
    type_text(reader.views.search_bar.focusProxy(), "Huawei")
    reader.until_found("Huawei")
    reader.until_answered(lambda: reader.click(reader.facet_row("Projects")))
    reader.go_to(reader.ids()[0])
    reader.go_to(reader.ids()[4])
    reader.scroll(reader.hits.verticalScrollBar(), 0.1)
    place = reader.scroll(reader.record_area.verticalScrollBar(), 0.5)
    for endonym in ("Magyar", "English"):
        reader.speak(endonym)  # what is made at the first change is made
    before, objects = state(reader), count(reader.window)
    for turn in range(SWITCHES - 1):
        reader.click(reader.language("English" if turn % 2 else "Magyar"))
    reader.speak("English")
    assert state(reader) == before
    assert reader.record_area.verticalScrollBar().value() == pytest.approx(place, abs=2)
    reader.until(lambda: count(reader.window) == objects)
