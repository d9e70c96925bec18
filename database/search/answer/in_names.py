"""Writing for FTS5 what names answer to a question: where the best answers are looked for first.

Names are short, so the words of a phrase may stand apart in them: FTS5 finds that sooner.
"""

from collections.abc import Iterable, Sequence

from database.search.answer.match import Units, expression, folded, strewn, telling, terms, written
from database.search.answer.records import Records
from database.search.answer.unit import PhraseForms, Unit
from database.search.question.tree import Node, Word


def in_names(parts: Sequence[Node], units: Units, within: Records) -> str:
    """Return what names of records *within* answer to all *parts*, each of which FTS5 can be asked.

    ``""`` stands for: none does.
    """
    asked = [units[part] for part in parts if isinstance(part, Word)]
    others = [expression(part, units, apart=True) for part in parts if not isinstance(part, Word)]
    return _all([*_in_rows(asked, within), *(other or "" for other in others)])


def all_in_names(units: Iterable[Unit], within: Records) -> str:
    """Return the same for the words of several *units*."""
    return _all(_in_rows(units, within))


def _in_rows(units: Iterable[Unit], within: Records) -> list[str]:
    return [_row_written(row, shared, within) for row, shared in _rows(units)]


def _rows(units: Iterable[Unit]) -> list[tuple[list[Unit], list[PhraseForms]]]:
    """Return the words in rows, each with the phrases that stand for all words of the row.

    FTS5 would look for them at each word anew: ``kínai`` or *Chinese state*, ``állam`` or that.
    """
    rows: list[tuple[list[Unit], list[PhraseForms]]] = []
    for unit in units:
        row, shared = rows[-1] if rows else ([], [])
        if both := [phrase for phrase in shared if phrase in unit.alternatives]:
            rows[-1] = ([*row, unit], both)
        else:
            rows.append(([unit], [phrase for phrase in unit.alternatives if len(phrase) > 1]))
    return rows


def _row_written(row: Sequence[Unit], shared: Sequence[PhraseForms], within: Records) -> str:
    """Return what has all words of a row, or one of the phrases that stand for all of them."""
    of_several = shared if len(row) > 1 else []
    each = _all([_any(_own(unit, of_several, within)) for unit in row])
    here = [phrase for phrase in of_several if _is_within(phrase, row[0], within)]
    return _any([each, *(strewn(tuple(map(folded, phrase))) for phrase in here)])


def _own(unit: Unit, of_several: Sequence[PhraseForms], within: Records) -> list[str]:
    """Return all that stands for one word, but for phrases that stand *of_several*."""
    here = [phrase for phrase in unit.alternatives if _is_within(phrase, unit, within)]
    said = telling(unit, [phrase for phrase in here if phrase not in of_several])
    return [*map(written, terms(unit)), *(strewn(phrase) for phrase in said if all(phrase))]


def _is_within(phrase: PhraseForms, unit: Unit, within: Records) -> bool:
    """Tell whether a record *within* may have a phrase, as far as that is known."""
    return bool(unit.known.get(phrase, within) & within)


def _all(several: Sequence[str]) -> str:
    return " AND ".join(f"({one})" for one in several) if all(several) else ""


def _any(several: Iterable[str]) -> str:
    return " OR ".join(filter(None, several))
