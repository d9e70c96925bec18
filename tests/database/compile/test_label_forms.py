"""What a dossier keeps of its thesaurus is what a question would find out."""

import sqlite3
from dataclasses import replace

from sqlite_utils import Database

from database.catalog import Catalog
from database.compile import edit, label_forms
from database.model.schema import Schema
from database.model.text import Text
from database.search.answer import labels, match, records
from database.search.answer.vocabulary import Vocabulary
from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from database.search.results import SearchResults
from i18n.locales import ENGLISH, HUNGARIAN

QUESTIONS = ("smart city", "okosváros", "loan huawei", "kölcsön", "data centre -loan", "roaming")


def answers(dossier: sqlite3.Connection, schema: Schema) -> list[SearchResults]:
    engine = SearchEngine(dossier, schema)
    return [engine.search(SearchRequest(asked, HUNGARIAN)) for asked in QUESTIONS]


def test_every_label_is_kept_as_it_would_be_looked_up(
    dossier: sqlite3.Connection, schema: Schema
) -> None:
    every = [*map(tuple, dossier.execute("SELECT language, label FROM label_forms"))]
    kept = Vocabulary(dossier, schema).thesaurus.kept(tuple(every))
    label_forms.forget(Database(dossier))
    found = labels.known(every, Vocabulary(dossier, schema))
    assert len(kept) == len(every) > 1000
    assert {label: told.words for label, told in kept.items() if told} == {
        label: told.words for label, told in found.items()
    }
    assert len(every) > len(found) > 500


def test_the_records_kept_of_a_label_are_those_that_say_it(
    dossier: sqlite3.Connection, schema: Schema
) -> None:
    (told,) = Vocabulary(dossier, schema).thesaurus.kept((("en", "smart city"),)).values()
    assert told is not None
    asked = '"smart city" OR "smart cities"'
    assert told.records == records.selected(dossier, match.RECORDS, (asked,))


def test_answers_are_the_same_once_it_is_forgotten(
    dossier: sqlite3.Connection, schema: Schema
) -> None:
    before = answers(dossier, schema)
    assert all(results.total for results in before)
    label_forms.forget(Database(dossier))
    assert answers(dossier, schema) == before


def test_a_dossier_of_a_version_that_kept_nothing_answers_alike(
    dossier: sqlite3.Connection, schema: Schema
) -> None:
    before = answers(dossier, schema)
    dossier.execute("DROP TABLE label_forms")
    assert answers(dossier, schema) == before


def test_a_record_that_says_a_label_from_now_on_is_found_by_the_others(
    dossier: sqlite3.Connection, schema: Schema
) -> None:
    record = Catalog(dossier, schema).record("project/belgrade-safe-city")

    def is_found(asked: str) -> bool:
        return record.id in SearchEngine(dossier, schema).ids(
            SearchRequest(asked, ENGLISH, limit=999)
        )

    others = dossier.execute(
        """SELECT said.label, asked.label FROM label AS said JOIN label AS asked USING (term)
           WHERE said.language = 'en' AND asked.language = 'hu' AND said.label LIKE '% %'
           AND instr(lower(said.label), lower(asked.label)) = 0
           AND (said.language, said.label) IN (
               SELECT language, label FROM label_forms WHERE words = '[]')"""
    )
    untold, asked = next(pair for pair in others if not is_found(pair[1]))
    edit.put(dossier, schema, replace(record, description=Text.of(en=untold, hu="Harsonák.")))
    assert is_found(asked)
