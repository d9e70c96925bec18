"""A record as a page of one language: every word and number in it ready to be shown.

The pages of one record in two languages have the same shape, row by row, so that they can stand
abreast.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from database.library import Library
from database.mentions import Mention
from database.model.record import Citation, Claim, Record, RecordId, Relation
from database.model.schema import Field
from database.model.text import Text
from database.model.values import StatedDate
from desktop_app.presentation.evidence import Evidence, evidence
from i18n import collation, formats, messages
from i18n.locales import Locale

Numbers = tuple[int, ...]

# So many records are named under one heading of a page; on that of a source, where nothing else is
# said of them, more.
_MOST, _MOST_CITING = 25, 300
# Kinds of value that are read in a glance; the others are sentences and stand below the text.
_AT_A_GLANCE = ("code", "date", "money", "quantity", "place", "country", "language", "name", "url")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text and the numbers of the citations it rests on.

    ``note`` limits or explains the text; ``other_language`` is set where the text exists in another
    language only, and names that language. A text that is an ``address`` leads to the web.
    """

    text: str
    numbers: Numbers = ()
    note: str = ""
    other_language: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is stated under it: several lines where sources state several values."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A related record. ``detail`` is an office, a date, or ``""``."""

    record_id: RecordId
    type: str
    title: str
    detail: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """Related records under the role that they, or this record, have; ``more`` are not named."""

    label: str
    chips: tuple[Chip, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A station in the course of events."""

    record_id: RecordId
    date: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """One record in one language, in the order in which it is read.

    ``evidence`` holds one entry a citation number, counted from 1. ``more_events`` and
    ``more_citing`` count those that the page does not name. ``related`` is a question that
    finds all that is related to the record. ``reference`` is to a source, ``""`` for others.
    """

    record_id: RecordId
    type: str
    type_label: str
    locale: Locale
    title: str
    other_titles: tuple[str, ...]
    description: Line
    facts: tuple[Fact, ...]
    passages: tuple[Line, ...]
    statements: tuple[Fact, ...]
    course: tuple[Step, ...]
    relations: tuple[RelationGroup, ...]
    cited_by: tuple[Chip, ...]
    names: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    more_events: int = 0
    more_citing: int = 0
    related: str = ""
    reference: str = ""

    @property
    def address(self) -> str:
        """The first address on the web that is stated of the record itself, ``""`` without any."""
        lines = (line for fact in self.facts for line in fact.lines)
        return next((line.address for line in lines if line.address), "")

    @property
    def names_all(self) -> bool:
        """Tell whether every record that is related to this one is named."""
        more = (self.more_events, self.more_citing, *(group.more for group in self.relations))
        return not any(more)


def more_words(number: int, locale: Locale) -> str:
    """Return in the language of a page how many there are besides those that it names."""
    pattern = messages.of(locale).ngettext("and {number} more", "and {number} more", number)
    return pattern.format(number=formats.number(number, locale))


def page(record: Record, library: Library, locale: Locale) -> Page:
    """Work out the page of *record* in one language."""
    return _PageMaker(record, library, locale).page()


class _PageMaker:
    """Numbers citations as they are met, so that the first on the page is 1."""

    def __init__(self, record: Record, library: Library, locale: Locale) -> None:
        self._record = record
        self._library = library
        self._wording = library.wording(locale)
        self._numbers: dict[Citation, int] = {}

    def page(self) -> Page:
        record, wording = self._record, self._wording
        language = wording.locale.code
        mentions = self._library.mentions(record.id, _MOST)
        more = self._library.more_mentions(record.id, _MOST)
        return Page(
            record_id=record.id,
            type=record.type,
            type_label=wording.type_name(record.type),
            locale=wording.locale,
            title=record.title.within(language),
            other_titles=tuple(
                dict.fromkeys(
                    title for title in record.title if title != record.title.within(language)
                )
            ),
            description=self._line(record.description, record.origin),
            facts=tuple(self._facts(at_a_glance=True)),
            passages=tuple(
                self._line(passage.text, passage.citations) for passage in record.summary
            ),
            statements=tuple(self._facts(at_a_glance=False)),
            course=tuple(self._course(mentions)),
            relations=tuple(self._relations(mentions, more)),
            cited_by=tuple(self._cited_by()),
            names=tuple(dict.fromkeys(name.text for name in record.names)),
            evidence=tuple(
                evidence(n, citation, self._library, wording)
                for citation, n in self._numbers.items()
            ),
            more_events=sum(n for (_role, of_type), n in more.items() if of_type == "event"),
            more_citing=self._library.more_citing(record.id, _MOST_CITING),
            related=self._question(),
            reference=self._reference(),
        )

    def _reference(self) -> str:
        if self._record.type != "source":
            return ""
        return evidence(0, Citation(self._record.id), self._library, self._wording).reference

    def _question(self) -> str:
        """Return ``szereplő:"Huawei"``: a type is a field, under its name in either language."""
        record, locale = self._record, self._wording.locale
        title = record.title.within(locale.code).replace('"', " ")
        return f'{self._wording.type_name(record.type).lower()}:"{title}"'

    def _number(self, citations: Iterable[Citation]) -> Numbers:
        return tuple(self._numbers.setdefault(c, len(self._numbers) + 1) for c in citations)

    def _line(self, text: Text, citations: Iterable[Citation], note: str = "") -> Line:
        language = self._wording.locale.code
        return Line(text.within(language), self._number(citations), note, self._foreign(text))

    def _foreign(self, text: Text) -> str:
        """Return the name of the language of a text that does not exist in this one."""
        if not text or text.has(self._wording.locale.code):
            return ""
        there = next(language for language in text.by_language if text.has(language))
        return formats.language_name(there, self._wording.locale)

    def _facts(self, *, at_a_glance: bool) -> Iterable[Fact]:
        for field in self._wording.schema.types[self._record.type].fields:
            if (field.kind in _AT_A_GLANCE) is not at_a_glance:
                continue
            lines = self._claim_lines(field) if field.claimed else self._attribute_lines(field)
            if lines:
                yield Fact(self._wording.label(field), tuple(lines))

    def _claim_lines(self, field: Field) -> list[Line]:
        return [self._claim_line(claim) for claim in self._record.claimed(field.id)]

    def _claim_line(self, claim: Claim) -> Line:
        date = self._wording.date(claim.date) if claim.date else ""
        note = claim.note.within(self._wording.locale.code) if claim.note else ""
        notes = " · ".join(part for part in (date, note) if part)
        foreign = self._foreign(claim.value) if isinstance(claim.value, Text) else ""
        return Line(self._wording.claim(claim), self._number(claim.citations), notes, foreign)

    def _attribute_lines(self, field: Field) -> list[Line]:
        values = self._record.attributes.get(field.id, ())
        words = " · ".join(self._wording.value(value) for value in values)
        address = self._record.plain(field.id) if field.kind == "url" else ""
        return [Line(words, address=address)] if words else []

    def _course(self, mentions: tuple[Mention, ...]) -> Iterable[Step]:
        ends = [m.source for m in mentions] + [r.target for r in self._record.relations]
        ids = dict.fromkeys(end for end in ends if end.startswith("event/"))
        dated = []
        for event in self._library.records(ids):
            dates = [c.value for c in event.claimed("date") if isinstance(c.value, StatedDate)]
            if dates:
                dated.append((dates[0].sort_key(), event, dates[0]))
        for _key, event, date in sorted(dated, key=lambda entry: (entry[0], entry[1].id)):
            title = event.title.within(self._wording.locale.code)
            yield Step(event.id, self._wording.date(date), title)

    def _relations(
        self, mentions: tuple[Mention, ...], more: Mapping[tuple[str, str], int]
    ) -> Iterable[RelationGroup]:
        own = [(r.role, False, r.target, r) for r in self._record.relations]
        others = [(m.relation.role, True, m.source, m.relation) for m in mentions]
        untold = Counter[str]()
        for (role, _type), number in more.items():
            untold[role] += number
        for role in self._wording.schema.roles:
            for reverse in (False, True):
                found = [e for e in own + others if e[0] == role and e[1] is reverse]
                if role == "event-of" and reverse:
                    continue  # these are the course of events
                chips = [self._chip(end, relation) for _r, _v, end, relation in found[:_MOST]]
                if chips:
                    label = self._wording.role(role, reverse=reverse)
                    left_out = len(found[_MOST:]) + (untold[role] if reverse else 0)
                    yield RelationGroup(label, tuple(self._in_order(chips)), left_out)

    def _chip(self, end: RecordId, relation: Relation) -> Chip:
        language = self._wording.locale.code
        label = relation.label.within(language) if relation.label else ""
        date = self._wording.date(relation.date) if relation.date else ""
        detail = " · ".join(part for part in (label, date) if part)
        numbers = self._number(relation.citations)
        return Chip(end, end.partition("/")[0], self._wording.title(end), detail, numbers)

    def _in_order(self, chips: list[Chip]) -> list[Chip]:
        locale = self._wording.locale
        return sorted(chips, key=lambda chip: collation.sort_key(chip.title, locale))

    def _cited_by(self) -> Iterable[Chip]:
        """Return who rests on this source; thousands do on a file that was imported."""
        citing = self._library.citing(self._record.id, _MOST_CITING)
        title = self._wording.title
        chips = [Chip(r, r.partition("/")[0], title(r), "", ()) for r in citing]
        yield from self._in_order(chips)
