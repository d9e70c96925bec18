"""What the answer can be narrowed to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QScrollArea

from desktop_app.localization import Localizer
from desktop_app.views.facets.facet_group import FEW
from desktop_app.views.facets.facet_panel import FacetPanel
from i18n.locales import HUNGARIAN
from tests.desktop_app.views.sample_results import facet

TYPE = facet("type", {"project": 6, "actor": 4, "source": 9})
YEAR = facet("year", {"2015": 1, "2017": 5, "2019": 1234})
SECTOR = facet("sector", {f"sector {letter}": 20 - n for n, letter in enumerate("abcdefghij")})
NOTHING = frozenset()


@pytest.fixture
def panel(qtbot):
    panel = FacetPanel()
    qtbot.addWidget(panel)
    panel.resize(220, 260)
    panel.show()
    panel.show_facets((TYPE, YEAR, SECTOR), NOTHING)
    return panel


@pytest.fixture
def changed(panel):
    """The values wanted and those excluded, at every change."""
    heard = []
    panel.filters_changed.connect(lambda wanted, excluded: heard.append((wanted, excluded)))
    return heard


def box(panel, name):
    return next(b for b in panel.findChildren(QCheckBox) if b.accessibleName().startswith(name))


def button(panel, text):
    return next(b for b in panel.findChildren(QPushButton) if b.text() == text and b.isVisible())


def shown(panel):
    return [b.accessibleName() for b in panel.findChildren(QCheckBox) if not b.isHidden()]


def test_several_values_can_be_chosen_at_once(qtbot, panel, changed):
    for name in ("Project", "Source", "2017"):
        qtbot.mouseClick(box(panel, name), Qt.MouseButton.LeftButton)
    wanted = {("type", "project"), ("type", "source"), ("year", "2017")}
    assert changed[-1] == (wanted, NOTHING)


def test_a_second_click_takes_a_value_off(qtbot, panel, changed):
    panel.show_facets((TYPE,), frozenset({("type", "project"), ("type", "actor")}))
    qtbot.mouseClick(box(panel, "Project"), Qt.MouseButton.LeftButton)
    assert changed == [({("type", "actor")}, NOTHING)]


def test_showing_what_is_chosen_tells_nobody(panel, changed):
    panel.show_facets((TYPE, YEAR), frozenset({("type", "project"), ("year", "2017")}))
    assert box(panel, "Project").isChecked()
    assert box(panel, "2017").isChecked()
    assert changed == []


@pytest.mark.parametrize(("name", "heard"), [("Project", "Project: 6"), ("2019", "2019: 1,234")])
def test_rows_and_bars_are_heard_as_tick_boxes_with_their_counts(panel, name, heard):
    spoken = QAccessible.queryAccessibleInterface(box(panel, name))
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.text(QAccessible.Text.Name) == heard


def test_a_long_facet_shows_a_few_values_and_the_rest_on_demand(qtbot, panel):
    few = [name for name in shown(panel) if name.startswith("Sector")]
    qtbot.mouseClick(button(panel, "more…"), Qt.MouseButton.LeftButton)
    all_of_them = [name for name in shown(panel) if name.startswith("Sector")]
    qtbot.mouseClick(button(panel, "fewer"), Qt.MouseButton.LeftButton)
    assert (len(few), len(all_of_them)) == (FEW, 10)
    assert [name for name in shown(panel) if name.startswith("Sector")] == few


def test_a_chosen_value_is_never_folded_away(panel):
    panel.show_facets((SECTOR,), frozenset({("sector", "sector j")}))
    assert any(name.startswith("Sector J") for name in shown(panel))


def test_filters_can_be_cleared_when_there_are_any(qtbot, panel, changed):
    clear = next(b for b in panel.findChildren(QPushButton) if b.text() == "Clear filters")
    assert clear.isHidden()
    panel.show_facets((TYPE,), frozenset({("type", "project")}))
    assert clear.isVisible()
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert (changed, clear.isHidden()) == ([(NOTHING, NOTHING)], True)


def test_a_new_answer_keeps_rows_focus_and_place(panel, qtbot):
    row = box(panel, "Actor")
    row.setFocus()
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(7)
    panel.show_facets((facet("type", {"actor": 1, "source": 2}), YEAR, SECTOR), NOTHING)
    assert box(panel, "Actor: 1") is row
    assert (row.hasFocus(), bar.value()) == (True, 7)


def test_a_facet_without_values_is_gone_and_can_come_back(panel):
    panel.show_facets((YEAR,), NOTHING)
    assert not box(panel, "Project").isVisible()
    panel.show_facets((TYPE, YEAR), NOTHING)
    assert box(panel, "Project").isVisible()


@pytest.mark.parametrize(("start", "key", "end"), [
    ("Project", Qt.Key.Key_Down, "Actor"),
    ("Source", Qt.Key.Key_Up, "Actor"),
    ("2015", Qt.Key.Key_Right, "2017"),
    ("2019", Qt.Key.Key_Home, "2015"),
    ("2015", Qt.Key.Key_End, "2019"),
    ("2015", Qt.Key.Key_Left, "2015"),
])  # fmt: skip
def test_arrow_keys_go_from_value_to_value(qtbot, panel, start, key, end):
    box(panel, start).setFocus()
    qtbot.keyClick(box(panel, start), key)
    assert box(panel, end).hasFocus()


def test_space_chooses(qtbot, panel, changed):
    qtbot.keyClick(box(panel, "2017"), Qt.Key.Key_Space)
    assert changed == [({("year", "2017")}, NOTHING)]


@pytest.mark.parametrize("name", ["Actor", "2017"])
@pytest.mark.parametrize("how", ["Shift+click", "minus", "Delete", "menu"])
def test_a_value_can_be_excluded_and_freed_again(qtbot, panel, changed, name, how):
    value = box(panel, name)
    for _ in range(2):
        exclude(qtbot, value, how)
    excluded = {("type", "actor")} if name == "Actor" else {("year", "2017")}
    assert changed == [(NOTHING, excluded), (NOTHING, NOTHING)]


def exclude(qtbot, value, how):
    if how == "Shift+click":
        shift = Qt.KeyboardModifier.ShiftModifier
        qtbot.mouseClick(value, Qt.MouseButton.LeftButton, shift)
    elif how == "menu":
        menu = value.new_menu()
        next(action for action in menu.actions() if action.text() == "Exclude").trigger()
    else:
        qtbot.keyClick(value, Qt.Key.Key_Minus if how == "minus" else Qt.Key.Key_Delete)


def test_a_wanted_value_that_is_excluded_is_wanted_no_more(qtbot, panel, changed):
    panel.show_facets((TYPE,), frozenset({("type", "project")}))
    qtbot.keyClick(box(panel, "Project"), Qt.Key.Key_Minus)
    assert changed == [(NOTHING, {("type", "project")})]
    assert not box(panel, "Project").isChecked()


def test_a_plain_click_on_an_excluded_value_frees_it(qtbot, panel, changed):
    panel.show_facets((TYPE,), NOTHING, frozenset({("type", "project")}))
    qtbot.mouseClick(box(panel, "Project"), Qt.MouseButton.LeftButton)
    assert changed == [(NOTHING, NOTHING)]


def test_that_a_value_is_excluded_is_heard_and_looks_different(panel):
    free = box(panel, "Project").grab().toImage()
    panel.show_facets((TYPE,), frozenset({("type", "project")}))
    wanted = box(panel, "Project").grab().toImage()
    panel.show_facets((TYPE,), NOTHING, frozenset({("type", "project")}))
    spoken = QAccessible.queryAccessibleInterface(box(panel, "Project"))
    assert spoken.text(QAccessible.Text.Name) == "Project: 6, excluded"
    assert box(panel, "Project").grab().toImage() not in (free, wanted)


def test_an_excluded_value_is_never_folded_away_and_can_be_cleared(panel):
    panel.show_facets((SECTOR,), NOTHING, frozenset({("sector", "sector j")}))
    assert any(name.startswith("Sector J") for name in shown(panel))
    assert button(panel, "Clear filters").isVisible()


def test_tab_stops_once_a_facet_and_follows_the_eye(qtbot, panel):
    box(panel, "Project").setFocus()
    stops = []
    for _ in range(3):
        panel.focusNextChild()
        stops.append(panel.focusWidget())
    assert stops == [box(panel, "2015"), box(panel, "Sector A"), button(panel, "more…")]


def test_years_without_records_are_gaps_of_their_own_width(qtbot, panel):
    panel.show_facets((YEAR,), NOTHING)
    qtbot.waitUntil(lambda: box(panel, "2019").x() > box(panel, "2017").x())
    first, second, third = (box(panel, year) for year in ("2015", "2017", "2019"))
    assert abs((second.x() - first.x()) - 2 * first.width()) <= 2
    assert abs((third.x() - second.x()) - 2 * first.width()) <= 2


@pytest.mark.parametrize("years", [{"2019": 3}, {"2018": 1, "2019": 3}], ids=["one", "two"])
def test_few_years_are_bars_and_no_blocks(qtbot, panel, years):
    panel.show_facets((facet("year", years),), NOTHING)
    bars = [box(panel, year) for year in years]
    qtbot.waitUntil(lambda: all(0 < bar.width() < bar.height() for bar in bars))
    assert bars[-1].geometry().right() < panel.width() // 2
    ends = [label for label in panel.findChildren(QLabel) if label.text() in years]
    assert sorted(label.text() for label in ends) == sorted(years)
    assert all(label.width() >= label.sizeHint().width() for label in ends)


def test_numbers_and_words_follow_the_language(qapp, panel):
    Localizer(qapp).switch(HUNGARIAN)
    panel.show_facets((YEAR,), NOTHING)
    assert box(panel, "2019").accessibleName().endswith("1\N{NO-BREAK SPACE}234")
