"""A question in words: what was asked, within which filters, and what it is called."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Literal

from database.model.wording import Wording
from database.notebook import Entry, Question
from database.search.answer.facets import facet_label, value_labeller
from database.search.request import Filter, Order
from i18n import collation, formats
from i18n.dates import PartialDate
from i18n.locales import Locale
from i18n.messages import _, ngettext


@dataclass(frozen=True, slots=True)
class Worded:
    """An entry of the notebook in words.

    ``name`` is the reader's own name for it, else what was asked; ``asked`` the whole question;
    ``at`` when it was last asked, in the reader's time, or the day on which it was saved.
    """

    entry: Entry
    name: str
    asked: str
    at: str


@dataclass(frozen=True, slots=True)
class Undoable:
    """What was done to ``entries``, which are as they were before, and can be taken back."""

    done: Literal["deleted", "arranged"]
    entries: tuple[Entry, ...]

    def told(self, locale: Locale) -> str:
        """Return a sentence on what was done."""
        if self.done == "arranged":
            return _("Order changed")
        count = len(self.entries)
        told = ngettext("{n} search deleted", "{n} searches deleted", count)
        return told.format(n=formats.number(count, locale))


def worded(entries: Iterable[Entry], wording: Wording) -> tuple[Worded, ...]:
    """Put entries into words, in their order."""
    return tuple(
        Worded(
            entry,
            entry.name or default_name(entry.question, wording),
            description(entry.question, wording),
            _at(entry, wording.locale),
        )
        for entry in entries
    )


def in_order(entries: Iterable[Worded], locale: Locale) -> tuple[Worded, ...]:
    """Put saved searches where the reader wants them: those without a place follow by alphabet."""

    def place(worded: Worded) -> tuple[bool, int, bytes]:
        own = worded.entry.place
        return own is None, own or 0, collation.sort_key(worded.name, locale)

    return tuple(sorted(entries, key=place))


def default_name(question: Question, wording: Wording) -> str:
    """Return what a question is called until its reader names it: its text, else its filters."""
    text = " ".join(question.text.split())
    return text or " · ".join(_filters(question, wording)) or _("Every record")


def description(question: Question, wording: Wording) -> str:
    """Return the whole question in words: ``cameras · Year: 2019 · Newest first``."""
    parts = [default_name(question, wording)]
    if question.text.strip():
        parts += _filters(question, wording)
    if question.without:
        words = formats.list_of(sorted(question.without), wording.locale)
        parts.append(_("Not searched besides: {words}").format(words=words))
    if question.order != "relevance":
        parts.append(order_words(question.order))
    return " · ".join(parts)


def order_words(order: Order) -> str:
    """Return what an order of hits is called."""
    match order:
        case "newest":
            return _("Newest first")
        case "oldest":
            return _("Oldest first")
        case "title":
            return _("By title")
        case "title-reversed":
            return _("By title, Z to A")
        case "amount":
            return _("Largest amount first")
        case "amount-ascending":
            return _("Smallest amount first")
    return _("By relevance")


def _filters(question: Question, wording: Wording) -> list[str]:
    wanted, excluded = _("{label}: {values}"), _("{label}, excluded: {values}")
    return [
        *_by_facet(question.filters, wanted, wording),
        *_by_facet(question.excluded, excluded, wording),
    ]


def _by_facet(filters: frozenset[Filter], pattern: str, wording: Wording) -> list[str]:
    """Name each facet with its values, in the order of the screen."""
    schema, locale = wording.schema, wording.locale
    place = {name: n for n, name in enumerate(schema.facets())}
    ordered = sorted(filters, key=lambda f: (place.get(f[0], len(place)), f))
    told = []
    for name, chosen in groupby(ordered, key=lambda f: f[0]):
        label = value_labeller(name, schema, wording)
        values = sorted((label(value) for _name, value in chosen), key=partial(_key, locale=locale))
        heading = facet_label(name, schema, wording)
        told.append(pattern.format(label=heading, values=formats.list_of(values, locale)))
    return told


def _key(words: str, locale: Locale) -> bytes:
    return collation.sort_key(words, locale)


def _at(entry: Entry, locale: Locale) -> str:
    at = entry.at.astimezone()
    if entry.kind == "past":
        return formats.format_moment(at, locale)
    return formats.format_date(PartialDate(at.year, at.month, at.day), locale)
