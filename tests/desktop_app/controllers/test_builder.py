"""The form is opened and written on the worker, whatever else the reader does meanwhile."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from database.model.schema import Schema
from database.search.engine import SearchEngine
from database.search.form.builder import QueryBuilder
from database.search.form.form import Choices, QueryForm
from database.search.request import SearchRequest
from desktop_app.background.latest_only import single_worker
from desktop_app.controllers.builder import BuilderController
from i18n.locales import ENGLISH, HUNGARIAN
from tests.desktop_app.reading_room import PATIENCE


@pytest.fixture
def builder(
    qapp: QApplication, sample_dossier: Path, schema: Schema
) -> Iterator[BuilderController]:
    parent = QObject()
    pool = single_worker(parent)
    yield BuilderController(
        partial(QueryBuilder.open, [sample_dossier], schema),
        partial(SearchEngine.open, sample_dossier, schema),
        lambda: SearchRequest("", ENGLISH),
        pool,
        ENGLISH,
        parent,
    )
    assert pool.waitForDone(PATIENCE), "a form outlived its test"


def test_another_language_meanwhile_does_not_keep_the_form_from_opening(
    qtbot: QtBot, builder: BuilderController
) -> None:
    told: list[tuple[Choices, QueryForm | None]] = []
    builder.opened.connect(lambda choices, form: told.append((choices, form)))
    builder.renamed.connect(lambda choices: told.append((choices, None)))
    with qtbot.waitSignal(builder.renamed):
        builder.begin("railway type:project")
        builder.set_locale(HUNGARIAN)
    (_english, form), (hungarian, _none) = told
    assert form == QueryForm(all_words="railway", chosen={"type": ("project",)})
    assert dict(hungarian.by_field["type"])["project"].lower() == "projekt"
