"""What the thesaurus has for a run of words: other names of the same concept, and broader ones."""

import json
import sqlite3
from collections.abc import Mapping

from database.search.language import analysis

Labels = Mapping[str, frozenset[str]]


def same_meaning(connection: sqlite3.Connection, forms: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return other labels of the concepts that have *forms* as one: ``(language, label)`` pairs.

    Those of one language stand together, the usual one first, as the thesaurus lists them.
    """
    keys = _keys(forms)
    own = frozenset().union(*keys.values())
    rows = connection.execute(
        """SELECT DISTINCT asked.language, asked.key, other.language, other.label, other.key,
               other.term
           FROM label AS asked JOIN label AS other ON other.term = asked.term
           WHERE asked.key IN (SELECT value FROM json_each(?)) AND other.language <> ?
           ORDER BY other.language, other.label""",
        [json.dumps(sorted(own)), analysis.ANY_LANGUAGE],
    ).fetchall()
    known = {(term[2], term[3]) for term in rows if term[4] in own}
    found = [r for r in rows if r[1] in keys[r[0]] and (r[2], r[3]) not in known]
    listed = _listed(connection, {row[5] for row in found})
    labels = dict.fromkeys((row[2], row[3]) for row in found)
    return sorted(labels, key=lambda label: (label[0], listed.get(label, 0)))


def _listed(connection: sqlite3.Connection, terms: set[str]) -> dict[tuple[str, str], int]:
    """Return which place each label of some terms has among those of its language."""
    if not terms:
        return {}
    rows = connection.execute(
        "SELECT labels FROM term WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(sorted(terms))],
    )
    several = (item for row in rows for item in json.loads(row[0]).items())
    return {
        (language, label): place
        for language, labels in several
        for place, label in enumerate(labels)
    }


def broader(connection: sqlite3.Connection, forms: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the labels of the concepts right above those that *forms* name: ``(language, label)``.

    Those of one concept and language stand together, the usual one first.
    """
    keys = _keys(forms)
    rows = connection.execute(
        """SELECT DISTINCT language, key, term FROM label
           WHERE key IN (SELECT value FROM json_each(?))""",
        [json.dumps(sorted(frozenset().union(*keys.values())))],
    )
    asked = sorted({term for of, key, term in rows if key in keys[of]})
    above = connection.execute(
        """SELECT DISTINCT above.id, above.labels
           FROM term JOIN json_each(term.broader) AS link JOIN term AS above ON above.id = value
           WHERE term.id IN (SELECT value FROM json_each(?)) ORDER BY above.id""",
        [json.dumps(asked)],
    )
    several = (item for _id, labels in above for item in json.loads(labels).items())
    return [(language, label) for language, labels in several for label in labels]


def _keys(forms: tuple[str, ...]) -> Labels:
    """Return under which keys a label could be kept, by the language it would be of."""
    text = " ".join(forms)
    return {language: analysis.label_keys(text, language) for language in analysis.LABEL_LANGUAGES}
