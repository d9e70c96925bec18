"""The first answers in an order, however many there are of them."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest

from database.catalog import connect
from database.search.answer import records
from database.search.answer.order import Orders
from database.search.request import Order
from tests.database.conftest import AddActor, Workshop

ORDERS = [order for order in get_args(Order) if order != "relevance"]


def in_order(
    connection: sqlite3.Connection, order: Order, numbers: list[int]
) -> list[tuple[object, ...]]:
    keys = Orders(connection).keys(order, "hu", numbers)
    assert keys.keys() == set(numbers)
    return sorted(keys.values())


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("share", [0.01, 0.1, 1.0])  # sorted, passed by, all of them
@pytest.mark.parametrize("many", [1, 12, 1000])
def test_the_first_of_some_records_are_those_with_the_least_keys(
    real_dossier: Path, order: Order, share: float, many: int
) -> None:
    with closing(connect(real_dossier)) as connection:
        every = [*records.numbers(records.every(connection))]
        some = random.Random(many).sample(every, max(2, int(len(every) * share)))
        orders = Orders(connection)
        first = orders.first(order, "hu", records.of(some), many)
        keys = orders.keys(order, "hu", first)
        assert set(first) <= set(some)
        assert len(set(first)) == len(first) == min(many, len(some))
        assert [keys[number] for number in first] == in_order(connection, order, some)[:many]


@pytest.mark.parametrize("order", ORDERS)
def test_of_no_records_none_is_the_first(real_dossier: Path, order: Order) -> None:
    with closing(connect(real_dossier)) as connection:
        assert Orders(connection).first(order, "en", records.NONE, 12) == []
        assert Orders(connection).keys(order, "en", []) == {}


@pytest.mark.parametrize("order", ["title", "title-reversed"])
def test_a_title_that_goes_on_stands_as_far_behind_its_beginning_in_several_dossiers(
    workshop: Workshop, add_actor: AddActor, order: Order
) -> None:
    for name, title in (("short", "Trombone"), ("long", "Trombones"), ("longest", "Trombones’")):
        add_actor(name, title)
    with closing(connect(workshop.build(workshop.folder / "titles.tukor"))) as connection:
        every = records.every(connection)
        orders = Orders(connection)
        numbers = orders.first(order, "en", every, records.size(every))
        keys = orders.keys(order, "en", numbers)  # what the hits of several dossiers merge by
        assert sorted(numbers, key=keys.__getitem__) == numbers
