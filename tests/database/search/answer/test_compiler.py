"""What becomes of the words of a question."""

import pytest

from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from i18n.locales import ENGLISH


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("Hikvision cameras", ["Hikvision"]),
        ("Huawei in 2031", ["2031"]),
        ("cameras Hikvi", []),  # it may go on otherwise
        ("smart cities in Serbia", []),
        ("Hikvision", []),  # nothing is found at all
    ],
)
def test_a_word_that_no_record_has_is_told_where_others_are_found(
    real_engine: SearchEngine, typed: str, missing: list[str]
) -> None:
    unfinished = typed.endswith("Hikvi")
    told = real_engine.told(SearchRequest(typed, ENGLISH, unfinished=unfinished))
    assert [part.words for part in told if part.meaning == "missing"] == [(x,) for x in missing]
