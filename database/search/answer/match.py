"""Writing a tree for SQLite as an FTS5 expression, where it can be one.

Words go in as quoted strings of letters and digits, so no input can be taken for FTS5 syntax.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, islice, product

from database.search.answer.unit import MOST_COMBINATIONS, PhraseForms, Rule, Unit
from database.search.language import analysis
from database.search.question.tree import (
    All,
    Any,
    Condition,
    InField,
    InNames,
    Node,
    Not,
    Phrase,
    Related,
    Required,
    Word,
    is_chinese,
    leaves,
    words,
)

# The records that answer to an FTS5 expression.
RECORDS = "SELECT rowid FROM search WHERE search MATCH ?"
# So many phrases are tried for one with wildcards.
_MOST_WILD = 200
# A question asks several times for what answers to each of its words.
_KEPT = 64
# The records named so, what they point to, what points to them, and where they are cited.
_RELATED = """
    WITH named AS (
        SELECT number FROM record WHERE type = ? AND (
            number IN (SELECT rowid FROM search WHERE search MATCH ?)
            OR number IN (SELECT record FROM stated
                          WHERE field IN (SELECT value FROM json_each(?)) AND instr(value, ?))))
    SELECT number FROM named
    UNION ALL SELECT relation.record FROM named JOIN relation ON relation.target = number
    UNION ALL SELECT relation.target FROM named JOIN relation ON relation.record = number
    UNION ALL SELECT citation.record FROM named JOIN citation ON citation.source = number"""

Units = Mapping[Word, Unit]


@lru_cache(maxsize=_KEPT)
def terms(unit: Unit) -> tuple[str, ...]:
    """Return the folds that answer to one word; an asterisk ends what they need only begin with.

    Other words of a single part, ``Kína`` beside ``China``, are among them: what many records have
    is kept by folds. What finds no more than another one is left out: ``kamera`` beside ``kam*``.

    They are kept for the very *unit*: what answers to the same word is another thing in another
    question, and to compare all of it would take as long as to tell its terms anew.
    """
    begun = _begun(unit)
    listed = unit.word.pattern or not unit.word.prefix
    folds = {
        analysis.fold(form) for form, rule in unit.forms.items() if listed or rule != Rule.PREFIX
    }
    for alternative in unit.alternatives:
        if len(alternative) == 1:
            folds.update(folded(alternative[0]))
    several = sorted(fold for fold in folds if not fold.startswith(begun))
    several += [f"{fold}*" for fold in begun]
    if not several and not unit.alternatives:
        return (analysis.fold(unit.word.form),)
    return tuple(several)


def phrases(unit: Unit, several: Iterable[PhraseForms]) -> list[list[str]]:
    """Return *several* of the other words for one as FTS5 phrases: ``"smart city"``.

    Those of one label stand together, for it may answer to other words of a question too.
    """
    return _written_out(telling(unit, several))


def telling(unit: Unit, several: Iterable[PhraseForms]) -> Iterator[tuple[list[str], ...]]:
    """Yield the folds of *several* of the other words for one, as far as they add to its terms.

    Such as have one of the terms in them do not: beside ``grant``, ``"eu grant"``.
    """
    answering, begun = frozenset(terms(unit)), _begun(unit)
    for phrase in several:
        yield tuple(
            [fold for fold in folded(part) if fold not in answering and not fold.startswith(begun)]
            for part in phrase
        )


def written(term: str) -> str:
    """Return a term as FTS5 wants it."""
    return f'"{term[:-1]}" *' if term.endswith("*") else f'"{term}"'


def unit_match(unit: Unit, *, apart: bool = False) -> str:
    """Return the FTS5 expression for one word and everything that answers to it.

    The words of a phrase may stand *apart*, which is found sooner: it has many forms.
    """
    if apart:
        others = [strewn(phrase) for phrase in telling(unit, unit.alternatives) if all(phrase)]
    else:
        others = [*chain.from_iterable(phrases(unit, unit.alternatives))]
    return " OR ".join([*map(written, terms(unit)), *others])


def strewn(phrase: tuple[list[str], ...]) -> str:
    """Return a phrase, as the folds of each of its words, which may stand apart."""
    either = (" OR ".join(f'"{fold}"' for fold in part) for part in phrase)
    return f"({' AND '.join(f'({part})' for part in either)})"


def _begun(unit: Unit) -> tuple[str, ...]:
    """Return what a form may begin with to answer to one word."""
    return (analysis.fold(unit.word.form),) if unit.word.prefix else ()


def expression(node: Node, units: Units, *, apart: bool = False) -> str | None:
    """Return *node* as an FTS5 expression; ``None`` where it cannot be one, ``""`` for nothing.

    Other words for one may stand *apart*, but not quoted words.
    """
    match node:
        case Word():
            return unit_match(units[node], apart=apart)
        case Phrase():
            return " OR ".join([*_phrases(node, units), *_said_otherwise(node, units)])
        case Required() | InField():
            return expression(node.part, units, apart=apart)
        case InNames():
            inner = expression(node.part, units, apart=apart)
            return f"title : ({inner})" if inner else inner
        case All():
            return _conjunction(node, units, apart=apart)
        case Any():
            several = [expression(part, units, apart=apart) for part in node.parts]
            return _joined(" OR ", several)
        case Not() | Related() | Condition():
            return None


def related(node: Related, units: Units) -> Condition | None:
    """Return what selects the related records; ``None`` where no name is asked for."""
    named = expression(InNames(node.part), units)
    if not named:
        return None
    forms = [word.form for leaf in leaves(node.part) for word in words(leaf)]
    known_by = " " + " ".join(map(analysis.fold, forms))
    return Condition(_RELATED, (node.type, named, json.dumps(node.fields), known_by))


def _said_otherwise(phrase: Phrase, units: Units) -> Iterable[str]:
    """Return other words for a run of Chinese characters; quoted words mean themselves."""
    if not is_chinese(phrase):
        return ()
    first, *others = (units[word].alternatives for word in words(phrase))
    same = (one for one in first if all(one in several for several in others))
    written = _written_out(tuple(map(folded, alternative)) for alternative in same)
    return chain.from_iterable(written)


def _written_out(alternatives: Iterable[tuple[list[str], ...]]) -> list[list[str]]:
    """Return the phrases that each of *alternatives*, in folds, adds as FTS5 strings."""
    known: set[str] = set()
    several = []
    for alternative in alternatives:
        phrases = islice(product(*alternative), MOST_COMBINATIONS)
        written = [f'"{" ".join(phrase)}"' for phrase in phrases]
        several.append([phrase for phrase in written if phrase not in known])
        known.update(written)
    return several


def _phrases(phrase: Phrase, units: Units) -> Iterable[str]:
    """Return the FTS5 phrases that answer to quoted words, some of which may have wildcards."""
    *before, last = words(phrase)
    folds = [_standing_for(word, units) for word in before]
    # FTS5 knows what only begins a word at the end of a phrase.
    folds.append([analysis.fold(last.form)] if last.prefix else _standing_for(last, units))
    star = " *" if last.prefix else ""
    for several in islice(product(*folds), _MOST_WILD):
        if phrase.apart:
            quoted = " ".join(f'"{fold}"' for fold in several)
            yield f"NEAR({quoted}{star}, {phrase.apart - 1})"  # FTS5 counts those in between
        else:
            yield f'"{" ".join(several)}"{star}'


def _standing_for(word: Word, units: Units) -> list[str]:
    """Return the folds that a word of a phrase stands for: itself, or what its wildcards allow."""
    wild = word.pattern or word.prefix
    allowed = folded(frozenset(units[word].forms)) if wild else []
    return allowed or [analysis.fold(word.form)]


def _conjunction(node: All, units: Units, *, apart: bool) -> str | None:
    """FTS5 knows ``a NOT b`` only, so there must be something to exclude from."""
    wanted = [expression(p, units, apart=apart) for p in node.parts if not isinstance(p, Not)]
    unwanted = [expression(p.part, units) for p in node.parts if isinstance(p, Not)]
    positive = _joined(" AND ", wanted)
    negative = _joined(" OR ", unwanted)
    if not positive or negative is None:
        return positive if not unwanted else None
    return f"({positive}) NOT ({negative})" if negative else positive


def _joined(joint: str, several: list[str | None]) -> str | None:
    if any(written is None for written in several):
        return None
    return joint.join(f"({written})" for written in several if written)


def folded(forms: frozenset[str]) -> list[str]:
    """Return the folds of *forms*, in order."""
    return sorted({analysis.fold(form) for form in forms})
