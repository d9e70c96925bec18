"""``tukor show`` prints one record, whole."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from database.dossiers import BUILT_IN
from database.exchange.writing.record_data import RecordData
from database.library import Library
from database.model.schema import Schema

HUNGARIAN = {"LANG": "hu_HU.UTF-8"}
SAFE_CITY = "project/belgrade-safe-city"
Tukor = Callable[..., Any]


@pytest.mark.parametrize(
    "record_id",
    [
        SAFE_CITY,
        "actor/huawei",
        "event/telekom-srbija-huawei-contract-2016",
        "concern/debt-trap",
        "source/szabo-analysis",
    ],
)
def test_json_is_the_whole_record_whatever_the_language(
    tukor: Tukor, schema: Schema, record_id: str
) -> None:
    library = Library.open([BUILT_IN], schema)
    whole = RecordData(library).of(library.record(record_id))
    for environment in ({}, HUNGARIAN):
        ran = tukor("show", record_id, "--json", **environment)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert json.loads(ran.stdout) == whole


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        ((), {}, ["Project", "Belgrade Safe City", "Evidence"]),
        ((), HUNGARIAN, ["Projekt", "Belgrádi Biztonságos Város", "Hivatkozások"]),
        (("--lang", "hu"), {}, ["Projekt", "Belgrádi Biztonságos Város", "Hivatkozások"]),
        (("--lang", "en"), HUNGARIAN, ["Project", "Belgrade Safe City", "Evidence"]),
    ],
)
def test_without_json_a_person_can_read_it(
    tukor: Tukor, arguments: tuple[str, ...], environment: dict[str, str], words: list[str]
) -> None:
    ran = tukor("show", SAFE_CITY, *arguments, **environment)
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert [word for word in words if word not in lines] == []


UNKNOWN = ["project/none", "none", "../../etc/passwd", "", "project/belgrade-safe-city/", "💡"]


@pytest.mark.parametrize("record_id", UNKNOWN)
@pytest.mark.parametrize(
    ("environment", "sentence"),
    [({}, "There is no such record: "), (HUNGARIAN, "Nincs ilyen rekord: ")],
    ids=["en", "hu"],
)
def test_an_unknown_id_is_told_in_the_reader_s_language(
    tukor: Tukor, environment: dict[str, str], sentence: str, record_id: str
) -> None:
    ran = tukor("show", record_id, **environment)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr.startswith(sentence + record_id)
    assert "Traceback" not in ran.stderr


def test_an_unknown_id_in_json_prints_no_half_json(tukor: Tukor) -> None:
    ran = tukor("show", "project/none", "--json")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "project/none" in ran.stderr


def test_without_an_id_the_use_is_explained(tukor: Tukor) -> None:
    ran = tukor("show")
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
