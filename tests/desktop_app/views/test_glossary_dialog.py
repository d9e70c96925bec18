"""The glossary, in windows of any size."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from database.catalog import Catalog, connect
from database.model.schema import Schema
from desktop_app.look import theme
from desktop_app.presentation.narrowing import folded
from desktop_app.views.filter_field import FilterField
from desktop_app.views.glossary_dialog import GlossaryDialog
from i18n import messages
from i18n.locales import ENGLISH, HUNGARIAN


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, real_dossier: Path, schema: Schema) -> GlossaryDialog:
    with closing(connect(real_dossier)) as connection:
        terms = tuple(Catalog(connection, schema).terms.values())
    dialog = GlossaryDialog(terms)
    dialog.setStyleSheet(theme.style_sheet(theme.LIGHT, qapp.font()))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def table(dialog: GlossaryDialog) -> QTableView:
    found = dialog.findChild(QTableView)
    assert found is not None
    return found


def field(dialog: GlossaryDialog) -> FilterField:
    found = dialog.findChild(FilterField)
    assert found is not None
    return found


def cut_off(dialog: GlossaryDialog) -> list[str]:
    """Return the words of the cells that are taller than their rows."""
    rows, metrics = table(dialog), dialog.fontMetrics()
    air = metrics.height() + 6  # as the style sheet has it, and Qt for itself
    found = []
    for row in range(rows.model().rowCount()):
        for column in range(rows.model().columnCount()):
            words = rows.model().index(row, column).data()
            room = QRect(0, 0, rows.columnWidth(column) - air, 10_000)
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
            if needed > rows.rowHeight(row):
                found.append(words)
    return found


@pytest.mark.parametrize("width", [900, 640, 420])
def test_every_word_of_a_term_is_seen(qtbot: QtBot, dialog: GlossaryDialog, width: int) -> None:
    dialog.resize(width, 400)
    qtbot.waitUntil(lambda: dialog.width() == width)
    qtbot.waitUntil(lambda: cut_off(dialog) == [])
    bar = table(dialog).horizontalScrollBar()
    assert bar.maximum() == bar.minimum()


def test_it_is_no_larger_than_the_screen(dialog: GlossaryDialog) -> None:
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()


def test_the_filter_knows_no_accents(qtbot: QtBot, dialog: GlossaryDialog) -> None:
    every = table(dialog).model().rowCount()
    field(dialog).setText("VASUT")
    found = table(dialog).model().rowCount()
    assert 0 < found < every


def test_names_stand_beside_the_first_line_of_what_they_mean(dialog: GlossaryDialog) -> None:
    rows = table(dialog).model()
    for column in range(rows.columnCount()):
        alignment = rows.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole)
        assert alignment & Qt.AlignmentFlag.AlignTop


def test_the_chosen_term_stays_chosen_and_in_sight_in_another_order(
    qtbot: QtBot, dialog: GlossaryDialog, compiled_catalogues: None
) -> None:
    rows = table(dialog)
    rows.selectRow(rows.model().rowCount() // 3)
    chosen, place = rows.currentIndex().siblingAtColumn(0).data(), rows.currentIndex().row()
    messages.activate(HUNGARIAN)
    try:
        dialog.retranslate()
    finally:
        messages.activate(ENGLISH)
    assert rows.currentIndex().siblingAtColumn(0).data() == chosen
    assert rows.currentIndex().row() != place
    qtbot.waitUntil(lambda: rows.viewport().rect().intersects(rows.visualRect(rows.currentIndex())))


def names(dialog: GlossaryDialog, column: int) -> list[str]:
    rows = table(dialog).model()
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def test_what_is_typed_comes_first_then_what_begins_so_then_the_rest(
    dialog: GlossaryDialog,
) -> None:
    def nearness(both: tuple[str, str], typed: str) -> int:
        each = [folded(name) for several in both for name in several.splitlines()]
        return 0 if typed in each else 2 - any(name.startswith(typed) for name in each)

    for typed in ("kamera", "Hitel"):
        field(dialog).setText(typed)
        found = list(zip(names(dialog, 0), names(dialog, 1), strict=True))
        places = [nearness(both, typed.lower()) for both in found]
        assert places == sorted(places)
        assert places[0] == 0
        assert len(set(places)) > 1


def test_enter_in_the_filter_searches_for_the_first_term(
    qtbot: QtBot, dialog: GlossaryDialog
) -> None:
    field(dialog).setText("kamera")
    name = names(dialog, 0)[0].splitlines()[0]
    with qtbot.waitSignal(dialog.asked) as asked:
        QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert asked.args == [name]
    assert not dialog.isVisible()


def test_enter_asks_nothing_while_no_term_is_chosen(dialog: GlossaryDialog) -> None:
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    field(dialog).setText("xqzzyqx")
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_down_goes_into_the_list_and_enter_searches_from_there(
    qtbot: QtBot, dialog: GlossaryDialog
) -> None:
    field(dialog).setText("kamera")
    second = names(dialog, 0)[1].splitlines()[0]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(dialog.focusWidget() or dialog, key)
    with qtbot.waitSignal(dialog.asked) as asked:
        QTest.keyClick(table(dialog), Qt.Key.Key_Return)
    assert asked.args == [second]
