"""From plain text to the nodes of a question, without any signs of the query language."""

import re
from itertools import groupby

from database.search.language import analysis
from database.search.question.tree import NOTHING, All, Node, Phrase, Word, group

# Longer input is cut: nobody reads more words back than this, and every word costs a look-up.
MOST_WORDS = 24
# Who asks puts a hyphen before a long Hungarian ending where no text has one: huawei-nek. Short
# ones are believed after a capital or a figure only (``language.endings``): EU-t, but add-on.
_ENDING = re.compile(
    r"(?<=\w)-(?i:n[ae]k|b[ae]n|[brt][óoőö]l|n[áaée]l|h[oeö]z|[vj][ae]l|[ée]rt|k[ée]nt)(?!\w)"
)


def words_of(text: str) -> Node:
    """Return the words of *text*.

    Chinese characters in a row are a phrase always; an asterisk at the end makes a prefix.
    """
    if text.rstrip().endswith("*"):
        return prefix_of(text)
    return _joined(analysis.forms(_ENDING.sub(" ", text)))


def prefix_of(text: str) -> Node:
    """Return the words of *text*, the last of which is only begun."""
    forms = analysis.forms(text)
    if not forms:
        return NOTHING
    return group(All, [_joined(forms[:-1]), Word(forms[-1], prefix=True)], MOST_WORDS)


def phrase_of(text: str, apart: int = 0) -> Node:
    """Return the words of *text* as a phrase, if there are two of them."""
    forms = analysis.forms(text)[:MOST_WORDS]
    return _joined(forms) if len(forms) < 2 else phrase(tuple(forms), apart)


def phrase(forms: tuple[str, ...], apart: int) -> Phrase:
    """Return *forms* as a phrase: within *apart* words, if there is room for all of them."""
    return Phrase(forms, max(apart, len(forms) - 1) if apart > 1 else 0)


def _joined(forms: list[str]) -> Node:
    nodes: list[Node] = []
    for chinese, run in groupby(forms, key=analysis.is_character):
        together = list(run)
        if chinese and len(together) > 1:
            nodes.append(Phrase(tuple(together)))
        else:
            nodes += map(Word, together)
    return group(All, nodes, MOST_WORDS)
