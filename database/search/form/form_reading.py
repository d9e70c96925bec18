"""Reading a question back into the form, as far as the form has a place for its parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from database.search.form.form import CHOSEN, COMPARISONS, HAS, Bounds, QueryForm
from database.search.question import field_syntax, money, signs
from database.search.question.fields import Fields
from database.search.question.stop_words import is_stop_word
from database.search.question.tree import Not
from database.search.question.understanding import Understood
from i18n.locales import Locale

_EITHER = re.compile(rf"\s+(?:{signs.OR})\s+")
_AND, _OR, _NOT = (frozenset(words.split("|")) for words in (signs.AND, signs.OR, signs.NOT))
_SIMPLE = re.compile(r'"[^"]+"|[^\s()":+\-~]\S*')
_PIECE = re.compile(r'"[^"]*"?(?:~\d*)?|[^\s()"]+|.', re.DOTALL)
_SUM = re.compile(r"(-?[\d.]+)(?: ([A-Z]{3}))?")


def read(text: str, fields: Fields, locale: Locale) -> QueryForm:
    """Return the form that makes *text*, with what it has no place for as its ``rest``.

    Amounts are written as in *locale*.
    """
    typed = signs.put_right(text)
    pieces = list(_pieces(typed, fields))
    if any(piece.text in _OR for piece in pieces):
        return _either(pieces, typed)
    form = _Filling(locale)
    joined = any(piece.text in _AND for piece in pieces)
    for piece in pieces:
        if piece.text not in _AND and not form.takes(piece):
            form.rest.append(piece.needed if joined else piece.written)
    return form.done()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part at the top of a question; ``told`` is how a field was understood."""

    text: str
    sign: str = ""
    told: tuple[Understood, ...] = ()

    @property
    def written(self) -> str:
        return self.sign + self.text

    @property
    def needed(self) -> str:
        """The same without the AND beside it; words in brackets need a plus then."""
        return f"+{self.text}" if self.text.startswith("(") and not self.sign else self.written


def _pieces(text: str, fields: Fields) -> Iterator[_Piece]:
    """Yield the parts of a question; NOT becomes a minus."""
    at, sign = 0, ""
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        if text[at] in "+-" and not sign and text[at + 1 : at + 2].strip():
            sign, at = text[at], at + 1
            continue
        piece = _field(text, at, fields) or _Piece(_next(text, at))
        at += len(piece.text)
        if piece.text in _NOT and not sign:
            sign = "-"
        elif piece.text in _AND:
            yield piece
        else:
            yield replace(piece, sign=sign)
            sign = ""


def _field(text: str, at: int, fields: Fields) -> _Piece | None:
    told: list[Understood] = []
    taken = field_syntax.take(text, at, fields, told) if text[at].isalpha() else None
    if taken is None:
        return None
    node, end = taken
    kept = [u for u in told if u.meaning != "excluded" and not isinstance(node, Not)]
    return _Piece(text[at:end], told=tuple(kept))


def _next(text: str, at: int) -> str:
    """Return a quotation, a pair of brackets with everything in it, or a word."""
    if text[at] != "(":
        found = _PIECE.match(text, at)
        return found[0] if found else text[at]
    depth = 0
    for end in range(at, len(text)):
        depth += (text[end] == "(") - (text[end] == ")")
        if not depth:
            return text[at : end + 1]
    return text[at:]


def _either(pieces: list[_Piece], text: str) -> QueryForm:
    """Read words with nothing but OR between them; anything else is more than a form can say."""
    words, joints = pieces[::2], pieces[1::2]
    simple = all(not p.sign and not p.told and _SIMPLE.fullmatch(p.text) for p in words)
    if simple and all(joint.text in _OR for joint in joints) and len(words) == len(joints) + 1:
        return QueryForm(any_words=" ".join(piece.text for piece in words))
    return QueryForm(rest=text.strip())


@dataclass
class _Filling:
    """A form that is being filled in."""

    locale: Locale
    every: list[str] = field(default_factory=list)
    none: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    form: QueryForm = field(default_factory=QueryForm)

    def done(self) -> QueryForm:
        """Return the form, without words that would only be necessary because they stand in it."""
        telling = [word for word in self.every if not is_stop_word(word)]
        return replace(
            self.form,
            all_words=" ".join(telling or self.every),
            none_words=" ".join(self.none),
            rest=" ".join(self.rest),
            chosen=self.chosen,
        )

    def takes(self, piece: _Piece) -> bool:
        """Fill a part in; tell whether there was a place for it."""
        if piece.told or ":" in piece.text:
            return not piece.sign and len(piece.told) > 0 and self._takes_field(piece.told)
        if piece.text.startswith("("):
            return self._takes_group(piece)
        if not _SIMPLE.fullmatch(piece.text):
            return False
        if piece.sign == "-":
            self.none.append(piece.text)
        elif piece.text.startswith('"') and not self.form.phrase:
            self.form = replace(self.form, phrase=piece.text.strip('"'))
        else:
            self.every.append(piece.text)
        return True

    def _takes_group(self, piece: _Piece) -> bool:
        words = _EITHER.split(piece.text[1:-1].strip())
        if not all(_SIMPLE.fullmatch(word) for word in words) or len(words) < 2:
            return False
        if piece.sign == "-":
            self.none += words
            return True
        if piece.sign or self.form.any_words:
            return False
        self.form = replace(self.form, any_words=" ".join(words))
        return True

    def _takes_field(self, told: tuple[Understood, ...]) -> bool:
        part = told[0]
        is_alone = len(told) == 1 and part.field not in self.chosen
        if part.field in CHOSEN and part.meaning == "field" and is_alone:
            self.chosen[part.field] = part.words
            return True
        if part.field == HAS and part.meaning == "has" and len(told) == 1:
            self.chosen[HAS] = (*self.chosen.get(HAS, ()), *part.words)
            return True
        if part.field == "year" and len(told) == 1:
            return self._takes_years(part)
        return part.field == "amount" and len(told) == 2 and self._takes_amounts(part)

    def _takes_years(self, part: Understood) -> bool:
        bounds = _bounds(part, part.words)
        if not bounds or self.form.years != Bounds():
            return False
        self.form = replace(self.form, years=bounds)
        return True

    def _takes_amounts(self, part: Understood) -> bool:
        sums = [_SUM.fullmatch(words) for words in part.words]
        figures = [money.written(Decimal(x[1]), self.locale.code) for x in sums if x]
        bounds = _bounds(part, figures) if all(sums) else None
        if not bounds or self.form.amounts != Bounds():
            return False
        currency = next((x[2] for x in sums if x and x[2]), "")
        self.form = replace(self.form, amounts=bounds, currency=currency)
        return True


def _bounds(part: Understood, figures: Sequence[str]) -> Bounds | None:
    """Return how something is compared with *figures*, ``None`` if it is in another way."""
    how = COMPARISONS.get(part.meaning)
    if not how or not figures or (how != "between" and len(figures) > 1):
        return None
    return Bounds(how, figures[0], figures[-1] if how == "between" else "")
