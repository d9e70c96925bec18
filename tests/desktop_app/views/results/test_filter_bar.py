"""The filters over the hits, while their panel is away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.views.removable_chip import RemovableChip
from desktop_app.views.results.filter_bar import FilterBar
from i18n import messages
from i18n.locales import HUNGARIAN
from tests.desktop_app.views.sample_results import facet

FACETS = (
    facet("type", {"project": 3, "actor": 2}),
    facet("year", {str(year): 1 for year in range(2000, 2030)}),
)
PROJECT, YEAR = ("type", "project"), ("year", "2019")
YEARS = frozenset(("year", str(year)) for year in range(2000, 2030))
NONE: frozenset[tuple[str, str]] = frozenset()


@pytest.fixture
def bar(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    bar = FilterBar()
    column.addWidget(bar)
    column.addWidget(QLineEdit())
    column.addStretch()
    window.resize(420, 600)
    bar.stand_in(True)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield bar
    window.close()


@pytest.fixture
def narrowed(bar):
    heard = []
    bar.narrowed.connect(lambda wanted, excluded: heard.append((wanted, excluded)))
    return heard


def chips(bar):
    return [chip for chip in bar.findChildren(RemovableChip) if not chip.isHidden()]


def clear(bar):
    return bar.findChild(QPushButton)


def spoken(bar):
    return [chip.accessibleName() for chip in chips(bar)]


def test_it_is_there_only_with_filters_and_without_the_panel(bar):
    bar.show_filters(FACETS, NONE, NONE)
    assert bar.isHidden()
    bar.show_filters(FACETS, frozenset({PROJECT}), NONE)
    assert bar.isVisible()
    bar.stand_in(False)
    assert bar.isHidden()
    bar.stand_in(True)
    assert bar.isVisible()


def test_wanted_and_excluded_values_are_told_apart_in_the_order_of_the_facets(bar):
    bar.show_filters(FACETS, frozenset({YEAR}), frozenset({PROJECT}))
    assert spoken(bar) == ["Type, excluded: Project", "Year: 2019"]
    messages.activate(HUNGARIAN)
    bar.retranslate()
    assert spoken(bar)[0] == "Type, kizárva: Project"


def test_a_chip_takes_its_filter_off_and_leaves_the_others(bar, narrowed, qtbot):
    bar.show_filters(FACETS, frozenset({YEAR}), frozenset({PROJECT}))
    excluded, wanted = chips(bar)
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)
    qtbot.keyClick(excluded, Qt.Key.Key_Delete)
    assert narrowed == [(NONE, {PROJECT}), ({YEAR}, NONE)]


def test_all_can_be_taken_off_at_once(bar, narrowed, qtbot):
    bar.show_filters(FACETS, frozenset({YEAR, PROJECT}), NONE)
    qtbot.mouseClick(clear(bar), Qt.MouseButton.LeftButton)
    assert narrowed == [(NONE, NONE)]
    bar.show_filters(FACETS, frozenset({YEAR}), NONE)
    assert clear(bar).isHidden()


def test_a_filter_that_no_facet_knows_can_be_taken_off_too(bar):
    bar.show_filters(FACETS, frozenset({("dossier", "closed")}), NONE)
    assert bar.isVisible()
    assert clear(bar).isVisible()


def behind_the_button(bar):
    """Return the entries of the menu of what does not fit, as they are when it opens."""
    menu = bar.findChild(QToolButton).menu()
    menu.aboutToShow.emit()
    return menu.actions()


def test_many_filters_take_two_lines_and_the_others_are_behind_a_button(bar, narrowed, qtbot):
    bar.show_filters(FACETS, frozenset({YEAR}), NONE)
    qtbot.waitUntil(lambda: bar.height() > 0)
    one = bar.height()
    bar.show_filters(FACETS, YEARS, NONE)
    qtbot.waitUntil(lambda: bar.height() > 1.5 * one)
    assert bar.height() < 2.5 * one
    hidden = len(YEARS) - len(chips(bar))
    assert bar.findChild(QToolButton).text() == f"+{hidden}"
    for part in (*chips(bar), bar.findChild(QToolButton), clear(bar)):
        assert bar.rect().contains(part.geometry())
    assert len(behind_the_button(bar)) == hidden
    behind_the_button(bar)[-1].trigger()
    assert narrowed == [(YEARS - {("year", "2029")}, NONE)]


@pytest.mark.parametrize("width", [160, 250, 420])
def test_with_less_room_it_gets_higher_and_nothing_is_cut_off(bar, qtbot, width):
    bar.window().resize(900, 600)
    bar.show_filters(FACETS, frozenset({YEAR, PROJECT}), frozenset({("type", "actor")}))
    qtbot.waitUntil(lambda: bar.width() > 800)
    bar.window().resize(width, 600)
    qtbot.waitUntil(lambda: all(bar.rect().contains(chip.geometry()) for chip in chips(bar)))
    assert bar.rect().contains(clear(bar).geometry())


def test_tab_stops_once_and_arrows_go_along(bar, qtbot):
    bar.show_filters(FACETS, frozenset({YEAR, PROJECT}), NONE)
    first, second = chips(bar)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    assert first.focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_the_focus_goes_on_to_a_neighbour(bar, qtbot):
    bar.show_filters(FACETS, frozenset({YEAR, PROJECT}), NONE)
    first, second = chips(bar)
    second.setFocus()
    bar.show_filters(FACETS, frozenset({PROJECT}), NONE)
    assert first.hasFocus()
    bar.show_filters(FACETS, NONE, NONE)
    assert bar.window().focusWidget() is not first


def test_a_chip_with_too_little_room_keeps_its_cross_clear_of_the_words(qtbot):
    pictures = []
    for words in ("M" * 30, "W"):
        chip = RemovableChip()
        qtbot.addWidget(chip)
        chip.show_words(words, "", off=False, spoken=words, told="")
        chip.resize(160, chip.sizeHint().height())
        pictures.append(chip.grab().toImage())
    beside = 160 - 2 * chip.fontMetrics().averageCharWidth() - chip.fontMetrics().ascent() + 1
    cross = [
        [picture.pixel(x, y) for x in range(beside, 160) for y in range(picture.height())]
        for picture in pictures
    ]
    assert cross[0] == cross[1]
    assert pictures[0] != pictures[1]
