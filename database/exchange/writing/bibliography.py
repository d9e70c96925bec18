"""The sources of a selection, as the formats of reference managers want them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from database.exchange.writing.account import Account, Item, contents, part
from database.exchange.writing.selection import Selection
from database.model.record import Record
from database.model.values import Code, StatedDate
from database.model.wording import Wording

UNDETERMINED = "und"  # BCP 47: nobody knows in which language it is


class Kind(NamedTuple):
    """A type of text in CSL, in biblatex and in RIS."""

    csl: str
    biblatex: str
    ris: str


# By code of the vocabulary ``source-type``. CSL 1.0.2, appendix III; biblatex 3.20, 2.1; RIS as
# Zotero and EndNote read it.
KINDS = {
    "report": Kind("report", "report", "RPRT"),
    "article-newspaper": Kind("article-newspaper", "article", "NEWS"),
    "article-magazine": Kind("article-magazine", "article", "MGZN"),
    "article-journal": Kind("article-journal", "article", "JOUR"),
    "post-weblog": Kind("post-weblog", "online", "BLOG"),
    "webpage": Kind("webpage", "online", "ELEC"),
    "press-release": Kind("document", "misc", "GEN"),
    "interview": Kind("interview", "misc", "GEN"),
    "brochure": Kind("pamphlet", "booklet", "PAMP"),
    "parliamentary-question": Kind("document", "misc", "GOVDOC"),
    "policy-document": Kind("report", "report", "GOVDOC"),
    "campaign": Kind("webpage", "online", "ELEC"),
}
_OTHER = Kind("document", "misc", "GEN")  # of a type that was added to the schema since
# The publisher of such a text is the paper, magazine or site that it stands in.
PERIODICALS = frozenset({"article-newspaper", "article-magazine", "article-journal", "post-weblog"})


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it is to be cited; parts that it lacks are ``""``.

    ``title`` is in the language of the source where it has one in it, else in the reader's;
    ``other_title`` is the one in the other language. A supplied title is in square brackets.
    ``genre`` is its type in the reader's words, ``note`` the dossier's description of it.
    ``key`` stays the same from edition to edition: it is what the dossier itself cites by.
    """

    key: str
    kind: Kind
    title: str
    other_title: str
    authors: tuple[str, ...]
    publisher: str
    issued: StatedDate | None
    language: str
    url: str
    genre: str
    note: str

    @property
    def is_in_periodical(self) -> bool:
        """Tell whether it is part of what its publisher is the name of."""
        return self.kind.csl in PERIODICALS


def sources(
    selection: Selection, account: Account, *, both_titles: bool = False
) -> Iterator[Source]:
    """Yield the sources of a selection: those in it, and those that its other records cite.

    Each comes once, where it is first met; a record's own come in the order of its citations. Of
    other records nothing but that is carried, and no second title unless *both_titles* says so.
    """
    wording, seen = selection.wording(), set[str]()
    for record in selection:
        if record.type != "source":
            account.leave_out(record)
        cited = [record.id] if record.type == "source" else [c.source for c in record.citations()]
        for source_id in dict.fromkeys(cited):
            if source_id not in seen:
                seen.add(source_id)
                written = record if source_id == record.id else selection.library.record(source_id)
                account.enter(written, _carried(written, both_titles=both_titles))
                yield _source(written, wording)


def _source(record: Record, wording: Wording) -> Source:
    language, reader = record.plain("language"), wording.locale.code
    own = language.partition("-")[0]
    title = record.title.within(own if record.title.has(own) else reader)
    type_of_text = next(iter(record.attributes.get("type", ())), None)
    code = type_of_text.code if isinstance(type_of_text, Code) else ""
    issued = next(iter(record.attributes.get("issued", ())), None)
    return Source(
        key=record.id.partition("/")[2],
        kind=KINDS.get(code, _OTHER),
        title=title,
        other_title=next((other for other in record.title if other != title), ""),
        authors=tuple(wording.value(name) for name in record.attributes.get("author", ())),
        publisher=record.plain("publisher"),
        issued=issued if isinstance(issued, StatedDate) else None,
        language="" if language == UNDETERMINED else language,
        url=record.plain("url"),
        genre=wording.value(type_of_text) if type_of_text else "",
        note=record.description.within(reader),
    )


def _carried(record: Record, *, both_titles: bool) -> Counter[Item]:
    there = contents(record)
    named = ("author", "publisher", "issued", "language", "type", "url")
    whole = [*(Item("field", name) for name in named), part("rough-date")]
    carried = Counter({item: there[item] for item in whole})
    carried[part("title")] = there[part("title")] if both_titles else 1
    carried[part("description")] = 1
    return carried
