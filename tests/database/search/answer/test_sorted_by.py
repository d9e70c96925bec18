"""A list by date or by amount shows the date or the amount."""

from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from database.catalog import Catalog, connect
from database.model.schema import Schema
from database.model.wording import Wording
from database.search.engine import SearchEngine
from database.search.request import Order, SearchRequest
from database.search.results import Hit
from i18n.locales import ENGLISH, HUNGARIAN, Locale

MISSING = {"no amount stated", "no date stated", "összeg nincs megadva", "dátum nincs megadva"}


def hits(dossier: Path, schema: Schema, order: Order, locale: Locale) -> tuple[Hit, ...]:
    engine = SearchEngine.open(dossier, schema)
    return engine.hits(SearchRequest("", locale, limit=1000, order=order)).hits


@pytest.mark.parametrize("locale", [ENGLISH, HUNGARIAN])
@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_every_record_tells_its_first_date_as_it_states_it(
    real_dossier: Path, schema: Schema, order: Order, locale: Locale
) -> None:
    with closing(connect(real_dossier)) as connection:
        catalog = Catalog(connection, schema)
        wording = Wording(locale, schema, {}, {})
        found = hits(real_dossier, schema, order, locale)
        for hit in found:
            dates = catalog.record(hit.id).dates()
            first = min((date.sort_key() for date in dates), default="")
            told = {wording.date(date) for date in dates if date.sort_key() == first}
            assert hit.facts[0] in (told or MISSING)
    assert found[0].facts[0] not in MISSING
    assert found[-1].facts[0] in MISSING


@pytest.mark.parametrize(
    ("order", "locale", "first", "last"),
    [
        ("amount", ENGLISH, "EUR 9.5 billion", "no amount stated"),
        ("amount", HUNGARIAN, "9,5 milliárd euró", "összeg nincs megadva"),
        ("amount-ascending", ENGLISH, "EUR 2.5 million", "no amount stated"),
    ],
)
def test_amounts_are_told_as_anywhere_and_so_is_that_none_is_stated(
    real_dossier: Path, schema: Schema, order: Order, locale: Locale, first: str, last: str
) -> None:
    found = hits(real_dossier, schema, order, locale)
    assert (found[0].facts[0], found[-1].facts[0]) == (first, last)
    assert all(len(set(hit.facts)) == len(hit.facts) for hit in found)
    without = [hit.facts[0] in MISSING for hit in found]
    assert all(before <= after for before, after in pairwise(without))


def test_other_orders_leave_the_facts_as_they_are(real_dossier: Path, schema: Schema) -> None:
    orders = [order for order in get_args(Order) if order.startswith(("relevance", "title"))]
    several = [hits(real_dossier, schema, order, ENGLISH) for order in orders]
    facts = [{hit.id: hit.facts for hit in found} for found in several]
    assert all(one == facts[0] for one in facts)
    assert not MISSING.intersection(fact for told in facts[0].values() for fact in told)
