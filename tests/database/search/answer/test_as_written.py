"""Capitals, which the index does not keep."""

import pytest

from database.search.answer.as_written import as_written
from tests.database.search.questions import Asker


@pytest.mark.parametrize(
    "written",
    ["Serbia", "Szerbia", "Srbija", "Huawei", "Vučić", "Belgrád", "CSIS", "ZTE", "Telenor"],
)
def test_a_name_has_its_capitals(real_asker: Asker, written: str) -> None:
    assert as_written(real_asker.connection, written.lower()) == written


@pytest.mark.parametrize(
    "written",
    # The last three stand in titles more often than not.
    ["camera", "government", "kínai", "surveillance", "privacy", "adatközpont", "megfigyelés"],
)
def test_titles_make_no_name_of_a_word(real_asker: Asker, written: str) -> None:
    assert as_written(real_asker.connection, written) == written


@pytest.mark.parametrize("form", ["xyzzy", "华为", "2017"])
def test_what_has_no_capitals_stays_as_it_is(real_asker: Asker, form: str) -> None:
    assert as_written(real_asker.connection, form) == form
