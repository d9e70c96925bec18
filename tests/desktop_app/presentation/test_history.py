"""Back and forward, as in a web browser."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.presentation.history import History, Place

RECORDS = ("project/a", "actor/b", "event/c", "source/d")
STEPS = st.lists(st.sampled_from((*RECORDS, "<", ">")))


def walked(steps: list[str]) -> History:
    """Open records by name, go back by ``<`` and forward by ``>``."""
    history = History()
    for step in steps:
        match step:
            case "<":
                history.back()
            case ">":
                history.forward()
            case _:
                history.open(step)
    return history


@pytest.mark.parametrize(
    ("steps", "current", "can_go_back", "can_go_forward"),
    [
        ("", None, False, False),
        ("a", "a", False, False),
        ("a b", "b", True, False),
        ("a b <", "a", False, True),
        ("a b < >", "b", True, False),
        ("a b c < <", "a", False, True),
        ("a b c < < > >", "c", True, False),
        ("a b < c", "c", True, False),  # what lay ahead is forgotten
        ("a b < c >", "c", True, False),
        ("a a", "a", False, False),  # the record on screen is not opened again
        ("a b < a", "a", False, True),  # nor does that forget the way forward
        ("a b a", "a", True, False),
        ("<", None, False, False),
        (">", None, False, False),
        ("a < <", "a", False, False),
    ],
)
def test_a_walk_ends_where_the_reader_expects(
    steps: str, current: str | None, can_go_back: bool, can_go_forward: bool
) -> None:
    history = walked(steps.split())
    assert history.current == current
    assert history.can_go_back is can_go_back
    assert history.can_go_forward is can_go_forward


@given(STEPS, st.sampled_from(RECORDS))
def test_back_after_opening_another_record_returns_to_where_one_was(
    steps: list[str], record_id: str
) -> None:
    history = walked(steps)
    before = history.current
    history.open(record_id)
    if before not in (None, record_id):
        assert history.back() == before
        assert history.forward() == record_id


@given(STEPS)
def test_forward_undoes_back(steps: list[str]) -> None:
    history = walked(steps)
    before = history.current
    if history.back() is not None:
        assert history.forward() == before
    assert history.current == before


@given(STEPS)
def test_back_to_the_beginning_and_forward_again_visits_the_same_records(steps: list[str]) -> None:
    history = walked(steps)
    end = history.current
    while history.forward() is not None:
        end = history.current
    back = [end, *iter(history.back, None)]
    forth = [history.current, *iter(history.forward, None)]
    assert forth == back[::-1]
    assert history.current == end


@given(STEPS)
def test_there_is_a_way_exactly_where_one_can_go(steps: list[str]) -> None:
    history = walked(steps)
    assert history.can_go_back is (walked(steps).back() is not None)
    assert history.can_go_forward is (walked(steps).forward() is not None)


@given(STEPS)
def test_no_step_leads_from_a_record_to_itself(steps: list[str]) -> None:
    history = walked(steps)
    while history.back() is not None:
        pass
    visited = [history.current, *iter(history.forward, None)]
    assert all(here != there for here, there in itertools.pairwise(visited))


def test_records_that_are_gone_are_left_out_of_the_way_and_none_follows_itself() -> None:
    history = History()
    for record in ("a", "x", "a", "b", "x", "c"):
        history.open(record)
    history.back()
    history.keep({"a", "b", "c"})
    assert history.current is None
    assert history.forward() == "c"
    assert (history.back(), history.back()) == ("b", "a")
    assert not history.can_go_back


def test_a_record_that_is_still_there_stays_on_screen_when_others_go() -> None:
    history = History()
    for record in ("a", "x", "a"):
        history.open(record)
    history.keep({"a"})
    assert history.current == "a"
    assert not history.can_go_back


def test_a_place_is_found_again_on_the_way_back_but_not_when_the_record_is_opened_anew() -> None:
    history, place = History(), Place("passage 2", 0.5)
    history.open("a")
    assert history.visit is not None
    history.visit.place = place
    history.open("b")
    history.open("a")
    assert history.visit.place is None
    history.back()
    history.back()
    assert history.visit.place == place
    history.begin_again()
    assert (history.current, history.visit.place) == ("a", None)
