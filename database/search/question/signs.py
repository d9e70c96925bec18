"""The signs and the words of the query language that join others."""

import re

# What typists and word processors write for the signs of the query language, letter for letter.
_TYPED = str.maketrans("„“”‟«»＂−＋：（）", '"""""""-+:()')
# What other query languages write for them.
_ELSEWHERE = (
    (re.compile(r"(?<!\S)&&(?!\S)"), "AND"),
    (re.compile(r"(?<!\S)\|\|(?!\S)"), "OR"),
    (re.compile(r'(?<![^\s(])!(?=[\w"(])'), "-"),
    (re.compile(r"(?<=:)[\[{]\s*(?:\*|([^]}]*?))\s+TO\s+(?:\*|([^]}]*?))\s*[]}]"), r"\1..\2"),
)
# The words that join others and exclude, by language of the interface.
OPERATORS = {"en": ("AND", "OR", "NOT"), "hu": ("ÉS", "VAGY", "NEM")}
# Each of them in any language, as a pattern.
AND, OR, NOT = ("|".join(words) for words in zip(*OPERATORS.values(), strict=True))

# A word that has no sign about it and joins no others.
PLAIN_WORD = rf"(?<!\S)(?!(?:{AND}|{OR}|{NOT})(?!\S))[^\W_]+(?!\S)"
# What only the query language has: a question mark does not end a word there.
_SIGNS = re.compile(
    rf'[:"()*~+<>=≥≤]|\?(?=\w)|(?<!\S)(?:-(?=[\w"(])|(?:{AND}|{OR}|{NOT})(?!\S))',
)
_PLAIN_WORDS = re.compile(rf"(?:\s*{PLAIN_WORD})*\s*")


def put_right(text: str) -> str:
    """Return *text* with the signs of the query language for others that mean them."""
    text = text.translate(_TYPED)
    for written, meant in _ELSEWHERE:
        text = written.sub(meant, text)
    return text


def are_absent(text: str) -> bool:
    """Tell whether *text* is nothing but words, or blank."""
    return _PLAIN_WORDS.fullmatch(text) is not None


def are_meant(text: str) -> bool:
    """Tell whether *text* has a sign that the query language reads, or a word that joins others.

    A question mark at its end and a hyphen within a word are mere punctuation.
    """
    return _SIGNS.search(put_right(text)) is not None
