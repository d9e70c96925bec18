"""From plain text to the nodes of a question, without any signs of the query language."""

from itertools import groupby

from database.search import analysis
from database.search.tree import NOTHING, All, Node, Phrase, Word, group

# Longer input is cut: nobody reads more words back than this, and every word costs a look-up.
MOST_WORDS = 24


def words_of(text: str, *, together: bool = False) -> Node:
    """Return the words of *text*, as a phrase if they belong *together*.

    Chinese characters in a row are a phrase always; an asterisk at the end makes a prefix.
    """
    if together:
        return phrase_of(text)
    if text.rstrip().endswith("*"):
        return prefix_of(text)
    return _joined(analysis.forms(text))


def prefix_of(text: str) -> Node:
    """Return the words of *text*, the last of which is only begun."""
    forms = analysis.forms(text)
    if not forms:
        return NOTHING
    return group(All, [_joined(forms[:-1]), Word(forms[-1], prefix=True)], MOST_WORDS)


def phrase_of(text: str, apart: int = 0) -> Node:
    """Return the words of *text* as a phrase, if there are two of them."""
    forms = analysis.forms(text)[:MOST_WORDS]
    return _joined(forms) if len(forms) < 2 else Phrase(tuple(forms), apart)


def _joined(forms: list[str]) -> Node:
    nodes: list[Node] = []
    for chinese, run in groupby(forms, key=analysis.is_character):
        together = list(run)
        if chinese and len(together) > 1:
            nodes.append(Phrase(tuple(together)))
        else:
            nodes += map(Word, together)
    return group(All, nodes, MOST_WORDS)
