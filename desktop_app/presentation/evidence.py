"""What stands behind a citation number: the source and where in it to look."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from database.library import Library
from database.model.record import Citation, Record, RecordId
from database.model.wording import Wording
from i18n import messages

QUOTED = "“{}”"  # a source is quoted in its own words, whatever the language of the interface


@dataclass(frozen=True, slots=True)
class Evidence:
    """One citation in words.

    ``facts`` are authors, publisher, type, date and language of the source. ``url`` and ``site``
    are ``""`` for a source that is not on the web; ``quotation`` is in the source's own language.
    """

    number: int
    source_id: RecordId
    title: str
    facts: tuple[str, ...]
    locator: str
    quotation: str
    url: str
    site: str

    @property
    def reference(self) -> str:
        """What it takes to find the passage: the source, where in it, its words, its address."""
        quoted = QUOTED.format(self.quotation) if self.quotation else ""
        parts = (self.title, *self.facts, self.locator, quoted, self.url)
        return " · ".join(filter(None, parts))


def evidence(number: int, citation: Citation, library: Library, wording: Wording) -> Evidence:
    """Work out what to show for one citation."""
    source = library.record(citation.source)
    address = source.plain("url")
    return Evidence(
        number=number,
        source_id=source.id,
        title=source.title.within(wording.locale.code),
        facts=tuple(_facts(source, wording)),
        locator=locator(citation, wording),
        quotation=citation.quotation,
        url=address,
        site=urlsplit(address).netloc.removeprefix("www."),
    )


def locator(citation: Citation, wording: Wording) -> str:
    """Return where in the source to look; ``""`` for a source without pages and sections."""
    translate = messages.of(wording.locale)
    page, section = citation.page, citation.section
    if citation.line:
        return translate.pgettext("locator", "line {line}").format(line=citation.line)
    if page and section:
        pattern = translate.pgettext("locator", "page {page}, section “{section}”")
    elif page:
        pattern = translate.pgettext("locator", "page {page}")
    elif section:
        pattern = translate.pgettext("locator", "section “{section}”")
    else:
        return ""
    return pattern.format(page=page, section=section)


def _facts(source: Record, wording: Wording) -> list[str]:
    named = ("author", "publisher", "type", "issued", "language")
    values = [value for name in named for value in source.attributes.get(name, ())]
    return [wording.value(value) for value in values]
