"""Distances follow the size of text at once, in every pane and in a dialog that is open."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from desktop_app.look import distances
from desktop_app.views.asking.query_dialog import QueryDialog
from desktop_app.views.dossiers.renewal_box import RenewalBox
from desktop_app.views.facets.facet_group import FacetGroup
from i18n import messages
from i18n.locales import HUNGARIAN
from tests.desktop_app.reading_room import Reader, ReadingRoom


def margins(widget: QWidget) -> list[tuple[int, ...]]:
    """Return the margins of every layout within *widget*."""
    several = [layout.contentsMargins() for layout in widget.findChildren(QLayout)]
    return [(m.left(), m.top(), m.right(), m.bottom()) for m in several]


def enlarge(reader: Reader, times: int = 4) -> float:
    """Make text larger; return how many times as large it is."""
    before = reader.window.font().pointSizeF()
    for _step in range(times):
        reader.action("larger").trigger()
    return reader.window.font().pointSizeF() / before


@pytest.fixture
def reading(reading_room: ReadingRoom) -> Reader:
    reader = reading_room.open()
    reader.go_to(reader.ids()[0])
    return reader


def test_the_margins_of_every_pane_grow_with_the_letters(reading: Reader) -> None:
    views = reading.views
    panes = (views.evidence, views.facets, views.results)
    before = [margins(pane) for pane in panes]
    factor = enlarge(reading)
    for pane, old in zip(panes, before, strict=True):
        grown = [n / o for new, was in zip(margins(pane), old, strict=True)
                 for n, o in zip(new, was, strict=True) if o >= 10]  # fmt: skip
        assert grown, pane
        assert all(1 < share <= factor * 1.1 for share in grown), pane


@pytest.mark.parametrize("when", ["before", "after"])
def test_what_stands_below_each_other_begins_in_one_line_in_letters_of_any_size(
    reading_room: ReadingRoom, type_text: Callable[[QWidget, str], None], when: str
) -> None:
    reader = reading_room.open()
    reader.window.resize(1900, 1000)
    if when == "before":
        enlarge(reader, 7)
    field = reader.views.search_bar.focusProxy()
    assert field is not None
    type_text(field, "type:project")
    reader.until_found("type:project")
    if when == "after":
        enlarge(reader, 7)
    letter = reader.window.fontMetrics().averageCharWidth()
    headings = [group.findChild(QLabel) for group in reader.views.facets.findChildren(FacetGroup)]
    assert {head.contentsRect().left() for head in headings if head} == {letter * 3 // 4}
    assert reader.views.understood.contentsRect().left() == 2 * letter


def test_after_larger_and_smaller_again_every_distance_is_what_it_was(reading: Reader) -> None:
    before = margins(reading.window)
    for _step in range(7):
        reading.action("larger").trigger()
    for _step in range(9):
        reading.action("smaller").trigger()
    assert margins(reading.window) != before
    reading.action("usual_size").trigger()
    assert margins(reading.window) == before


def test_the_panes_get_as_much_more_room_as_the_letters_have_grown(reading: Reader) -> None:
    reading.window.resize(1900, 1000)
    facets, results, _page = reading.window.panes.across.sizes()
    evidence = reading.window.panes.reading.sizes()[1]
    factor = enlarge(reading)
    now = reading.window.panes.across.sizes()
    assert now[0] == pytest.approx(facets * factor, rel=0.15)
    assert now[1] == pytest.approx(results * factor, rel=0.15)
    assert reading.window.panes.reading.sizes()[1] == pytest.approx(evidence * factor, rel=0.15)
    reading.action("usual_size").trigger()
    assert reading.window.panes.across.sizes()[:2] == pytest.approx([facets, results], abs=8)


def test_however_large_the_letters_the_page_keeps_half_of_the_window(reading: Reader) -> None:
    reading.window.resize(1280, 800)
    before = reading.window.panes.across.sizes()
    enlarge(reading, 8)
    assert reading.views.facets.isHidden()
    *_beside, page = reading.window.panes.across.sizes()
    assert page >= 0.45 * reading.window.width()
    reading.action("usual_size").trigger()
    assert reading.views.facets.isVisible()
    reading.until(lambda: reading.window.panes.across.sizes() == pytest.approx(before, abs=8))


def test_a_start_with_large_letters_leaves_half_of_the_window_to_the_page(
    reading_room: ReadingRoom,
) -> None:
    reader = reading_room.open()
    enlarge(reader, 8)
    reader.window.resize(1024, 600)
    reader = reading_room.open()
    panes = reader.window.panes
    assert panes.across.sizes()[-1] >= 0.45 * reader.window.width()
    assert panes.reading.sizes()[0] >= 0.45 * panes.height()


def test_what_the_reader_moved_counts_from_then(reading: Reader) -> None:
    reading.window.resize(1900, 1000)
    enlarge(reading, 2)
    reading.window.panes.across.handle(2).moveSplitter(700)
    moved = reading.window.panes.across.sizes()[1]
    factor = enlarge(reading, 2)
    _facets, results, _page = reading.window.panes.across.sizes()
    assert results == pytest.approx(moved * factor, rel=0.1)


def test_the_next_start_has_text_as_large_as_it_was_left(reading_room: ReadingRoom) -> None:
    reader = reading_room.open()
    enlarge(reader)
    points = reader.window.font().pointSizeF()
    reader = reading_room.open()
    assert reader.window.font().pointSizeF() == pytest.approx(points)


def test_a_dialog_that_is_open_beside_the_window_grows_too(reader: Reader) -> None:
    reader.action("build").trigger()
    reader.until(lambda: getattr(reader.window.findChild(QueryDialog), "isVisible", bool)())
    dialog = reader.window.findChild(QueryDialog)
    assert dialog is not None
    before = dialog.layout().contentsMargins().left()
    factor = enlarge(reader)
    assert dialog.layout().contentsMargins().left() == pytest.approx(before * factor, abs=1)


@pytest.mark.parametrize("kind", [QVBoxLayout, QGridLayout, QFormLayout])
def test_a_small_distance_grows_by_small_steps(qapp, qtbot, kind: type[QLayout]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = kind(window)
    layout.setSpacing(3)
    if isinstance(layout, QVBoxLayout):
        layout.addSpacing(4)
    for _step in range(8):
        distances.rescale(qapp, 1.1)
    grown = layout.verticalSpacing() if hasattr(layout, "verticalSpacing") else layout.spacing()
    assert grown == 6
    if isinstance(layout, QVBoxLayout):
        assert layout.itemAt(0).sizeHint().height() == 9


def test_a_distance_that_is_set_afterwards_counts_from_then(qapp, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setSpacing(10)
    distances.rescale(qapp, 2)
    layout.setSpacing(5)
    distances.rescale(qapp, 2)
    assert layout.spacing() == 10


@pytest.mark.parametrize("kept", [b"", b"nonsense", b"[1, 2]", b"[-1, 1, 2]", b"[NaN, 1, 2]", b"7"])
def test_panes_whose_kept_lengths_cannot_be_read_stay_as_they_are(
    reading: Reader, kept: bytes
) -> None:
    before = reading.window.panes.across.sizes()
    assert not reading.window.panes.across.restoreState(QByteArray(kept))
    assert reading.window.panes.across.sizes() == before


def test_a_box_that_is_open_meanwhile_can_still_be_put_into_another_language(
    reading: Reader,
) -> None:
    """Python lost hold of the buttons in it, and putting words on them ended the program."""
    box = RenewalBox(["An example dossier"], reading.window)
    box.open()
    enlarge(reading, times=1)
    messages.activate(HUNGARIAN)
    box.retranslate()
    assert [button.text() for button in box.buttons()] == ["Megújítás", "Később"]
