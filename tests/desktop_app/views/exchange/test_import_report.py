"""What is told of an import: every reason once, on any screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from database.exchange.reading import account as reasons
from database.exchange.reading.account import Account
from database.exchange.reading.intake import TakenIn
from database.model.schema import Schema
from desktop_app.views.column_area import ColumnArea
from desktop_app.views.exchange.import_dialog import ImportDialog
from desktop_app.views.exchange.import_report import ImportReport
from i18n import messages
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale

Make = Callable[..., ImportDialog]


@pytest.fixture
def dialog(qtbot: QtBot, schema: Schema, tmp_path: Path) -> Make:
    """Make the dialog in a language."""

    def make(locale: Locale = ENGLISH) -> ImportDialog:
        messages.activate(locale)
        made = ImportDialog(tmp_path / "bridges.csv", schema, locale)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    """Write with letters more than twice as large."""
    usual = qapp.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 2.15)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


def account(columns: int, lines: int = 8) -> Account:
    """Return what becomes of a table with *columns* of no use and a bad date in each line."""
    told = Account(Path("bridges.csv"))
    told.taken["project"] = lines
    for line in range(2, lines + 2):
        told.leave_out(line, "started", reasons.BAD_VALUE["date"])
        for number in range(columns):
            told.leave_out(line, f"c{number}", reasons.NO_PLACE)
    return told


def rows(dialog: ImportDialog) -> list[list[str]]:
    table = dialog.findChild(QTableWidget)
    assert table
    numbers = range(table.rowCount())
    return [[table.item(row, column).text() for column in (0, 1)] for row in numbers]


@pytest.mark.parametrize(
    ("locale", "number", "date"),
    [(ENGLISH, "56 times in all", "Started"), (HUNGARIAN, "Összesen 56 alkalom", "Indulás ideje")],
    ids=["en", "hu"],
)
def test_a_reason_stands_there_once_with_everything_that_it_is_given_for(
    dialog: Make, locale: Locale, number: str, date: str
) -> None:
    made = dialog(locale)
    made.show_taken_in(TakenIn(account(7), Path("bridges.tukor")))
    told = [what.splitlines() for what, _why in rows(made)]
    assert len(told) == 2
    assert told[0][0] == number
    assert [line.split()[0] for line in told[0][1:]] == [f"c{n}" for n in range(7)]
    assert told[1][0] == date


def test_every_line_is_named_those_that_follow_each_other_as_one(dialog: Make) -> None:
    made, told = dialog(), account(2)
    for line in (1200, 20, 1203, 21, 1202, 1201, 1202, 23, 25, 27, 29):
        told.leave_out(line, "c0", reasons.NO_PLACE)
    made.show_taken_in(TakenIn(told, Path("bridges.tukor")))
    every = "c0 (19 times, lines 2–9, 20, 21, 23, 25, 27, 29, 1,200–1,203)"
    assert rows(made)[0][0] == f"27 times in all\n{every}\nc1 (8 times, lines 2–9)"


@pytest.mark.parametrize(
    ("locale", "why"), [(ENGLISH, "empty or has nothing but headings"), (HUNGARIAN, "üres")]
)
def test_of_an_empty_file_it_is_told_why_nothing_was_taken_in(
    dialog: Make, locale: Locale, why: str
) -> None:
    made = dialog(locale)
    made.show_taken_in(TakenIn(Account(Path("empty.csv")), None))
    assert any(why in label.text() for label in made.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
@pytest.mark.parametrize("page", ["form", "report"])
def test_with_letters_twice_as_large_it_fits_a_small_screen_and_is_scrolled(
    large_letters: None, dialog: Make, qtbot: QtBot, locale: Locale, page: str
) -> None:
    made = dialog(locale)
    if page == "report":
        made.show_taken_in(TakenIn(account(40), Path("/a/long/way/to/bridges.tukor")))
    needed = made.minimumSizeHint()
    assert (needed.width() <= 1024, needed.height() <= 600) == (True, True), needed
    made.resize(1024, 600)
    assert made.size() == QSize(1024, 600)
    area = made.findChild(ColumnArea)
    assert area
    if page == "report":
        qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    report = made.findChild(ImportReport)
    assert report
    assert report.width() <= area.viewport().width()
