"""The sets of records that answer are cut and joined as the question says, and some are kept."""

from contextlib import closing
from pathlib import Path

import pytest

from database.catalog import connect
from database.search.answer import records
from database.search.answer.gather import Gatherer
from tests.database.search.questions import Asker


def test_beyond_doubt_are_those_that_no_condition_leaves_in_doubt(real_asker: Asker) -> None:
    gatherer = Gatherer(real_asker.connection)
    after, before = (
        gatherer.surely(real_asker.ask(text)) for text in ("date:>2018-06", "date:<2019-03")
    )
    both = gatherer.surely(real_asker.ask("date:>2018-06 date:<2019-03"))
    assert both == after & before
    assert records.NONE != both not in (after, before)


@pytest.mark.parametrize(("asked_since", "is_kept"), [(9, True), (10, False)])
def test_what_was_asked_for_lately_is_kept_and_what_was_long_ago_is_not(
    real_dossier: Path, monkeypatch: pytest.MonkeyPatch, asked_since: int, is_kept: bool
) -> None:
    monkeypatch.setattr("database.search.answer.gather._KEPT", 10)
    statements: list[str] = []
    with closing(connect(real_dossier)) as connection:
        gatherer = Gatherer(connection)
        gatherer.matching('"huawei"')
        for number in range(asked_since):
            gatherer.matching(f'"huawei" OR "{number}"')
        connection.set_trace_callback(statements.append)
        gatherer.matching('"huawei"')
    assert (statements == []) is is_kept


def test_of_many_names_those_with_the_lowest_numbers_are_found(real_asker: Asker) -> None:
    gatherer = Gatherer(real_asker.connection)
    every = [*records.numbers(gatherer.named('"huawei"'))]
    assert len(every) > 5
    for most in (1, 5, len(every), len(every) + 1):
        assert [*records.numbers(gatherer.named('"huawei"', most=most))] == every[:most]
    within = gatherer.named('"huawei"', (every[1], every[-2]), 3)
    assert [*records.numbers(within)] == every[1:4]
