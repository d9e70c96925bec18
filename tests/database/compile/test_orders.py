"""What a dossier keeps of its orders is what a reader would wait for."""

import sqlite3
from dataclasses import replace
from typing import get_args

import pytest
from sqlite_utils import Database

from database.catalog import Catalog
from database.compile import edit, orders
from database.model.schema import Schema
from database.model.text import Text
from database.search.engine import SearchEngine
from database.search.request import Order, SearchRequest
from i18n.locales import ENGLISH, LOCALES

CAMERAS = "project/belgrade-safe-city"


def ids(dossier: sqlite3.Connection, schema: Schema, request: SearchRequest) -> list[str]:
    return list(SearchEngine(dossier, schema).ids(request))


@pytest.mark.parametrize("order", get_args(Order))
@pytest.mark.parametrize("text", ["", "Huawei"])
def test_answers_stand_in_the_same_order_once_it_is_forgotten(
    dossier: sqlite3.Connection, schema: Schema, order: Order, text: str
) -> None:
    requests = [SearchRequest(text, locale, limit=1000, order=order) for locale in LOCALES]
    before = [ids(dossier, schema, request) for request in requests]
    assert len(before[0]) > 50
    orders.forget(Database(dossier))
    assert [ids(dossier, schema, request) for request in requests] == before


def test_a_record_with_another_title_stands_elsewhere(
    dossier: sqlite3.Connection, schema: Schema
) -> None:
    request = SearchRequest("", ENGLISH, order="title", limit=10)
    assert CAMERAS not in ids(dossier, schema, request)
    record = Catalog(dossier, schema).record(CAMERAS)
    edit.put(dossier, schema, replace(record, title=Text.of(en="Aardvark", hu="Földimalac")))
    assert CAMERAS in ids(dossier, schema, request)
    backwards = replace(request, order="title-reversed", limit=1000)
    assert CAMERAS in ids(dossier, schema, backwards)[-10:]
