"""Words with wildcards: ``adat*``, ``h?awei``, also within quotation marks: ``"safe cit*"``."""

import re
import unicodedata
from itertools import chain

from database.search.language import analysis
from database.search.question import plain_words
from database.search.question.plain_words import MOST_WORDS, prefix_of
from database.search.question.tree import NOTHING, All, Node, Word, group

# One of them; at the end of a word ? asks.
WILDCARD = r"\*|\?(?=\?*[\w*])"
_MOST_STARS = 3
_HAS_WILDCARD = re.compile(WILDCARD)
_PIECE = re.compile(r"[^\W_*?]*[*?][\w*?]*|[^\W_]+")


def words_of(text: str) -> Node:
    """Return the words of *text*; a lone asterisk asks for nothing, one at the end begins words."""
    nodes: list[Node] = []
    for piece in _pieces(text):
        if piece.endswith("*") and not re.search(r"[*?]", piece.rstrip("*")):
            nodes.append(prefix_of(piece))
        elif _HAS_WILDCARD.search(piece) and piece.count("*") <= _MOST_STARS:
            nodes.append(Word(form, pattern=True) if (form := _wild(piece)) else NOTHING)
        else:
            nodes.append(plain_words.words_of(piece.replace("*", " ")))
    return group(All, nodes, MOST_WORDS)


def phrase_of(text: str, apart: int = 0) -> Node:
    """Return the words of *text*, next to each other or within *apart* words."""
    pieces = _pieces(text)
    wild = [_wild(piece) if _HAS_WILDCARD.search(piece) else "" for piece in pieces]
    if not any(wild):
        return plain_words.phrase_of(text, apart)
    several = ([w] if w else analysis.forms(p) for p, w in zip(pieces, wild, strict=True))
    forms = tuple(chain.from_iterable(several))[:MOST_WORDS]
    return plain_words.phrase(forms, apart) if len(forms) > 1 else words_of(text)


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(unicodedata.normalize("NFC", text))


def _wild(piece: str) -> str:
    """Return a word with wildcards as it is looked for, ``""`` where it has no letters."""
    form = analysis.latin(re.sub(r"\*+", "*", piece.replace("_", "").lower()))
    return form if form.strip("*?") and form.count("*") <= _MOST_STARS else ""
