"""How the first line of a hit is shared out."""

import pytest
from PySide6.QtGui import QFont

from desktop_app.views.results.result_card import CardFonts, CardFrame

FACTS = ("Cancelled", "2017", "150 million EUR")


@pytest.fixture
def frame(qapp):
    return CardFrame(400, CardFonts.of(QFont()))


def width(frame, text):
    return frame.fitted(text, "small", 10_000.0).width


def test_facts_that_have_room_are_all_told_before_the_dossier(frame):
    assert frame.told(FACTS, "", 1000.0).text == "Cancelled · 2017 · 150 million EUR"
    assert frame.told(FACTS[:1], "Rail", 1000.0).text == "Cancelled · Rail"


def test_facts_without_room_fall_away_whole_the_last_ones_first(frame):
    room = width(frame, "Cancelled · 2017 · 150 milli")
    assert frame.told(FACTS, "", room).text == "Cancelled · 2017"
    assert frame.told(FACTS, "", width(frame, "Canc")).text == ""
    told = {frame.told(FACTS, "", float(room)).text for room in range(500)}
    assert not any("…" in text for text in told)


def test_the_dossier_of_a_hit_stays_when_its_facts_have_gone(frame):
    room = width(frame, "Cancelled · China in Serbia")
    assert frame.told(FACTS, "China in Serbia", room).text == "Cancelled · China in Serbia"
    cut = frame.told(FACTS, "China in Serbia", width(frame, "China in Ser…")).text
    assert cut.startswith("China in ")


def test_nothing_is_cut_down_to_a_letter_or_two(frame):
    for room in range(200):
        text = frame.told((), "China in Serbia", float(room)).text
        assert text == "" or len(text) >= 5
        assert frame.whole("beginning of a word", "note", float(room)).text in (
            "",
            "beginning of a word",
        )
