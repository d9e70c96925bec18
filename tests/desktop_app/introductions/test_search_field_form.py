"""The form for a question at the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desktop_app.controllers.builder import BuilderController
from desktop_app.controllers.seals import SealController
from desktop_app.views.asking.choice_button import ChoiceButton
from desktop_app.views.asking.query_dialog import QueryDialog
from i18n.locales import HUNGARIAN, Locale
from tests.desktop_app.reading_room import Reader, ReadingRoom
from tests.interface_words import left_in_english

TypeText = Callable[[QWidget, str], None]


class Form:
    """The form, filled in by its accessible names."""

    def __init__(self, reader: Reader, type_text: TypeText) -> None:
        self._reader = reader
        self._type_text = type_text
        dialog = reader.window.findChild(QueryDialog)
        assert dialog is not None, "the form is not open"
        self.dialog = dialog

    def entry(self, name: str) -> QLineEdit:
        entries = self.dialog.findChildren(QLineEdit)
        return next(entry for entry in entries if entry.accessibleName() == name)

    def choice(self, name: str) -> ChoiceButton:
        buttons = self.dialog.findChildren(ChoiceButton)
        return next(b for b in buttons if b.accessibleName().startswith(f"{name}: "))

    def box(self, name: str) -> QComboBox:
        boxes = self.dialog.findChildren(QComboBox)
        return next(box for box in boxes if box.accessibleName() == name)

    def compare(self, name: str, words: str) -> None:
        """Choose how to compare, as a reader does."""
        box = self.box(name)
        box.setCurrentIndex(box.findText(words))
        box.activated.emit(box.currentIndex())

    def fill_in(self, name: str, text: str) -> None:
        entry = self.entry(name)
        entry.selectAll()
        self._type_text(entry, text)

    def question(self) -> str:
        """Return the question that is shown."""
        return self._label("query")

    def until_written(self, question: str) -> None:
        self._reader.until(lambda: self.question() == question)

    def trouble(self) -> str:
        return self._label("error")

    def count(self) -> str:
        return self._label("muted")

    def says(self, words: str) -> bool:
        """Tell whether a sentence is to be seen."""
        labels = self.dialog.findChildren(QLabel)
        return any(label.text() == words and label.isVisible() for label in labels)

    def press(self, words: str) -> None:
        buttons = self.dialog.findChildren(QPushButton)
        next(b for b in buttons if b.text().replace("&", "") == words).click()

    def _label(self, role: str) -> str:
        labels = self.dialog.findChildren(QLabel)
        return next(label.text() for label in labels if label.property("role") == role)


def open_form(reader: Reader, type_text: TypeText, question: str = "") -> Form:
    if question:
        field = reader.views.search_bar.focusProxy()
        assert field is not None
        type_text(field, question)
    reader.action("build").trigger()
    reader.until(lambda: getattr(reader.window.findChild(QueryDialog), "isVisible", bool)())
    form = Form(reader, type_text)
    reader.until(lambda: form.count() != "")
    return form


@pytest.fixture
def form(reader: Reader, type_text: TypeText) -> Form:
    return open_form(reader, type_text)


def test_an_empty_form_asks_for_everything(reader: Reader, form: Form) -> None:
    assert form.question() == "Nothing is filled in yet: every record answers."
    assert form.count() == f"{reader.results.total} records answer"


def test_the_question_and_its_answer_grow_as_it_is_filled_in(reader: Reader, form: Form) -> None:
    form.fill_in("All of these words", "Huawei oktatás")
    form.until_written("+Huawei +oktatás")
    form.choice("Type").choose(["project"])
    form.choice("Type").changed.emit()
    form.until_written("+Huawei +oktatás type:project")
    count = form.count()
    reader.until_answered(lambda: form.press("Search"))
    assert reader.views.search_bar.text() == "+Huawei +oktatás type:project"
    assert count in (f"{reader.results.total} records answer", "1 record answers")
    assert form.dialog.isHidden()


def test_the_filters_in_force_count(reader: Reader, type_text: TypeText) -> None:
    reader.until_answered(lambda: reader.click(reader.facet_row("Projects")))
    form = open_form(reader, type_text)
    assert form.count() == f"{reader.results.total} records answer"


def test_what_stands_in_the_field_is_read_into_the_form(
    reader: Reader, type_text: TypeText
) -> None:
    form = open_form(reader, type_text, "smart -5G típus:projekt amount:>=10M EUR actor:Huawei")
    assert form.entry("All of these words").text() == "smart"
    assert form.entry("None of these words").text() == "5G"
    assert form.choice("Type").chosen() == ("project",)
    assert form.entry("Amount").text() == "10M"
    assert form.box("How to compare the amount").currentText() == "at least"
    assert form.box("Currency").currentData() == "EUR"
    assert form.entry("As written before").text() == "actor:Huawei"
    assert form.says("The form has no entry for this part: it stays as it was written.")


def test_a_question_that_fits_the_form_has_nothing_beside_it(
    reader: Reader, type_text: TypeText
) -> None:
    form = open_form(reader, type_text, "smart amount:>10M EUR")
    assert not form.entry("As written before").isVisible()
    assert not form.says("The form has no entry for this part: it stays as it was written.")


def test_nothing_is_said_of_the_question_before_it_is_written(
    reader: Reader, type_text: TypeText
) -> None:
    form = open_form(reader, type_text)
    form.dialog.reject()
    said: list[str] = []
    form.dialog.filled_in.connect(lambda _form: said.append(form.question()))
    open_form(reader, type_text, "smart city")
    assert said == [""]


def test_a_strict_bound_comes_back_as_it_was_and_can_be_chosen(
    reader: Reader, type_text: TypeText
) -> None:
    form = open_form(reader, type_text, "amount:>10M EUR year:<2020")
    form.until_written("year:<2020 amount:>10M EUR")
    assert form.box("How to compare the year").currentText() == "before"
    assert form.box("How to compare the amount").currentText() == "more than"
    assert not form.entry("Last year").isVisible()
    form.compare("How to compare the amount", "at least")
    form.until_written("year:<2020 amount:>=10M EUR")
    form.compare("How to compare the year", "from – to")
    form.until_written("year:>=2020 amount:>=10M EUR")
    form.fill_in("Last year", "2021")
    form.until_written("year:2020..2021 amount:>=10M EUR")


def test_how_to_compare_stays_in_another_language(reader: Reader, type_text: TypeText) -> None:
    form = open_form(reader, type_text, "amount:>10M EUR")
    reader.until_answered(reader.action("other_language").trigger)
    form.until_written("összeg:>10 millió EUR")
    box = form.box("Az összeg összehasonlítása")
    assert box.currentText() == "több mint"
    longest = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
    assert box.width() > longest + 2 * box.fontMetrics().height()
    assert left_in_english(form.dialog, seen_only=True) == []


def test_what_is_filled_in_stays_in_another_language(reader: Reader, type_text: TypeText) -> None:
    form = open_form(reader, type_text, "country:serbia amount:10M..20M EUR")
    form.fill_in("Any of these words", "Huawei ZTE")
    form.until_written("(Huawei OR ZTE) country:Serbia amount:10M..20M EUR")
    reader.until_answered(reader.action("other_language").trigger)
    form.until_written("(Huawei VAGY ZTE) ország:Szerbia összeg:10 millió..20 millió EUR")
    assert left_in_english(form.dialog, seen_only=True) == []
    assert form.choice("Ország").text() == "Szerbia"
    reader.until_answered(reader.action("other_language").trigger)
    form.until_written("(Huawei OR ZTE) country:Serbia amount:10M..20M EUR")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("First year", "soon", "A year has four digits"),
        ("Smallest amount", "plenty", "An amount is a number"),
    ],
)
def test_what_is_not_understood_is_said_and_keeps_the_form_open(
    reader: Reader, form: Form, name: str, text: str, said: str
) -> None:
    form.fill_in(name, text)
    reader.until(lambda: form.trouble().startswith(said))
    form.press("Search")
    assert form.dialog.isVisible()
    assert form.entry(name).hasFocus() or form.dialog.focusWidget() is form.entry(name)
    form.fill_in(name, "2019")
    reader.until(lambda: form.trouble() == "")


def test_who_is_faster_than_the_counting_gets_the_whole_question(
    reader: Reader, form: Form
) -> None:
    form.fill_in("Exact phrase", "smart city")
    reader.until_answered(lambda: form.press("Search"))
    assert reader.views.search_bar.text() == '"smart city"'


def test_asking_for_the_form_again_changes_nothing_in_it(reader: Reader, form: Form) -> None:
    form.fill_in("Exact phrase", "smart city")
    reader.action("build").trigger()
    form.until_written('"smart city"')


def test_the_form_can_be_cleared_and_left(reader: Reader, type_text: TypeText) -> None:
    form = open_form(reader, type_text, "smart actor:Huawei")
    form.press("Clear the form")
    reader.until(lambda: form.question().startswith("Nothing"))
    form.dialog.reject()
    assert reader.views.search_bar.text() == "smart actor:Huawei"


@pytest.mark.parametrize("locale", [HUNGARIAN], ids=["hu"])
def test_enter_in_an_entry_searches(
    reading_room: ReadingRoom, type_text: TypeText, locale: Locale, qtbot
) -> None:
    reader = reading_room.open(locale)
    form = open_form(reader, type_text)
    form.fill_in("Egyik szó sem", "Huawei")
    reader.until_answered(lambda: qtbot.keyClick(form.dialog, Qt.Key.Key_Return))
    assert reader.views.search_bar.text() == "NEM Huawei"


@pytest.mark.parametrize("times", [1, 2, 3])
def test_however_narrow_it_is_nothing_is_cut_off_beside_the_scroll_bar(
    reader: Reader, type_text: TypeText, qapp: QApplication, times: int
) -> None:
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * times)
    qapp.setFont(font)
    form = open_form(reader, type_text)
    area = form.dialog.findChild(QScrollArea)
    assert area is not None
    for change_language in (lambda: None, lambda: reader.speak("Magyar")):
        change_language()
        form.dialog.resize(1, 1)
        reader.until(area.verticalScrollBar().isVisible)
        assert area.viewport().width() >= area.widget().minimumSizeHint().width()
        assert area.widget().width() == area.viewport().width()


def test_a_form_that_cannot_be_opened_says_why(two: Reader, second: Path) -> None:
    seals = two.window.findChild(SealController)
    two.until(lambda: seals is not None and len(seals.seals) == 2)  # the file was read till then
    second.unlink()
    two.action("build").trigger()
    two.until(lambda: bool(two.window.findChildren(QMessageBox)))
    (box,) = two.window.findChildren(QMessageBox)
    assert box.text() == f"The dossier was not found: {second}"
    assert two.results.total > 0  # the answer stays
    box.close()


def test_what_failed_to_be_written_is_not_asked_when_it_is_written_later(
    reader: Reader, form: Form
) -> None:
    builder = reader.window.findChild(BuilderController)
    assert builder is not None
    form.fill_in("Exact phrase", "smart city")
    form.press("Search")
    builder.failed.emit(OSError("the dossier is gone"))
    (box,) = form.dialog.findChildren(QMessageBox)
    box.close()
    form.until_written('"smart city"')
    assert form.dialog.isVisible()
