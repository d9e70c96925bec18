"""A related record on a chip."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from desktop_app.presentation.page import Chip
from desktop_app.views.chip import ChipButton, CitedChip
from desktop_app.views.rich_text import CitedText

CHIP = Chip("actor/firm", "actor", "A Firm with a Rather Long Name", "2017", (3,))


@pytest.fixture
def chip(qtbot) -> CitedChip:
    cited = CitedChip(CHIP)
    qtbot.addWidget(cited)
    cited.show()
    return cited


def test_a_click_opens_the_record(qtbot, chip):
    with qtbot.waitSignal(chip.opened) as opened:
        qtbot.mouseClick(chip.findChild(ChipButton), Qt.MouseButton.LeftButton)
    assert opened.args == ["actor/firm"]


def test_the_space_bar_opens_the_record(qtbot, chip):
    with qtbot.waitSignal(chip.opened):
        qtbot.keyClick(chip.findChild(ChipButton), Qt.Key.Key_Space)


def test_a_screen_reader_says_office_and_title(chip):
    name = chip.findChild(ChipButton).accessibleName()
    assert name == "2017, A Firm with a Rather Long Name"


def test_a_number_behind_the_chip_leads_to_its_evidence(qtbot, chip):
    with qtbot.waitSignal(chip.citation_chosen) as chosen:
        chip.findChild(CitedText).linkActivated.emit("cite:3")
    assert chosen.args == [3]


def test_a_title_cut_short_is_whole_in_the_tooltip(qtbot):
    button = ChipButton(CHIP)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    assert not button.toolTip()
    button.resize(80, button.height())
    assert "A Firm with a Rather Long Name" in button.toolTip()


def test_a_short_title_leaves_its_room_to_what_stands_before_it(qtbot) -> None:
    detail = "memorandum on artificial intelligence in the state data centre"
    button = ChipButton(Chip("actor/firm", "actor", "A Firm", detail, ()))
    qtbot.addWidget(button)
    width = button.sizeHint().width() - 20
    button.resize(width, button.sizeHint().height())
    image, ground = button.grab().toImage(), button.palette().base().color().lightness()
    middle = range(image.height() // 3, 2 * image.height() // 3)
    inked = [
        x
        for x in range(image.width() * 9 // 10)
        if any(abs(image.pixelColor(x, y).lightness() - ground) > 60 for y in middle)
    ]
    gaps = [after - before for before, after in pairwise(inked)]
    assert max(gaps) < 20  # no hole between what was cut short and the edge
    assert inked[-1] > width * 3 // 4
