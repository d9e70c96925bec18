"""The hits as rows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from database.search.question.understanding import Why
from desktop_app.localization import Localizer
from desktop_app.models.result_list import ResultListModel, ResultRole
from i18n.locales import HUNGARIAN
from tests.desktop_app.views.sample_results import hit, results


@pytest.fixture
def model(qtmodeltester, schema):
    model = ResultListModel(schema)
    qtmodeltester.check(model, force_py=True)
    model.show(results(3))
    return model


def test_a_row_hands_out_its_hit_and_shows_its_title(model):
    row = model.index(1)
    assert row.data(ResultRole.HIT) == hit(1)
    assert row.data() == "Camera 1"


def test_a_row_is_heard_as_a_whole(model):
    heard = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    expected = "Project. Camera 0. In use, 2017. A camera that watches the streets of a city"
    assert heard == expected


def test_a_row_tells_why_it_was_found(model):
    why = (Why("kamera", "camera", "text", "thesaurus"),)
    model.show(replace(results(1), hits=(replace(hit(0), why=why),)))
    reason = "“kamera” found as “camera”: the same in other words"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == reason
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(f". {reason}")


def test_the_type_is_named_in_the_language_in_force(qapp, model):
    Localizer(qapp).switch(HUNGARIAN)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Projekt. ")


def test_a_record_is_found_by_its_id(model):
    assert model.row_of("source/camera-2") == 2
    assert model.row_of("source/none") is None
    assert model.row_of(None) is None


def test_an_empty_answer_has_no_rows(model):
    model.show(results(0))
    assert model.rowCount() == 0


def test_the_next_page_is_inserted_below(qtbot, model):
    with qtbot.waitSignals([model.rowsInserted]):
        model.append(results(2, first=3))
    assert [model.index(row).data() for row in (2, 3, 4)] == ["Camera 2", "Camera 3", "Camera 4"]
    assert model.row_of("event/camera-3") == 3


def test_the_page_before_is_inserted_above(qtbot, model):
    model.show(results(3, first=7))
    with qtbot.waitSignals([model.rowsInserted]):
        model.prepend(results(2, first=5))
    assert [model.index(row).data() for row in (0, 1, 2)] == ["Camera 5", "Camera 6", "Camera 7"]
    assert (model.row_of("source/camera-7"), model.part) == (2, (5, 10))


def test_a_page_without_hits_adds_no_rows(model):
    model.append(results(0, first=3))
    model.prepend(results(0))
    assert (model.rowCount(), model.part) == (3, (0, 3))
