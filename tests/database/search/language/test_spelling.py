"""Close spellings: what is looked up is what comparing every word would find."""

import pytest
from rapidfuzz.distance import OSA

from database.search.language.spelling import Spelling
from tests.database.search.questions import Asker


@pytest.mark.parametrize(
    "typed",
    [
        # a letter of the beginning, of the middle, of the end
        "qamera", "kamrea", "kamerq", "amera", "kamer", "kameraa", "kkamera", "akmera",
        "megfigyeles", "mgefigyeles", "megfigyeels", "megfigyelesk", "srubia", "chna", "nsi", "niz",
    ],
)  # fmt: skip
def test_one_slip_is_found_wherever_it_is(real_asker: Asker, typed: str) -> None:
    spelling = Spelling(real_asker.connection)
    rows = real_asker.connection.execute("SELECT DISTINCT fold FROM form").fetchall()
    compared = {fold for (fold,) in rows if OSA.distance(typed, fold) == 1}
    assert {near.fold for near in spelling.near(typed, 1)} == compared


def test_the_likeliest_spelling_comes_first(real_asker: Asker) -> None:
    near = Spelling(real_asker.connection).near("kamra", 1)
    assert near[0].fold == "kamera"
