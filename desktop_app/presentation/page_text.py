"""A page as lines of text, for a terminal."""

from collections.abc import Iterator

from desktop_app.presentation.page import Fact, Line, Page, more_words
from i18n.messages import _


def lines(page: Page) -> Iterator[str]:
    """Yield the page line by line, in reading order, in the language in force."""
    yield page.type_label
    yield page.title
    yield _cited(page.description)
    yield ""
    yield from _facts(page.facts)
    for passage in page.passages:
        yield ""
        yield _cited(passage)
    yield from _section("", _facts(page.statements))
    steps = (f"  {step.date}: {step.title}" for step in page.course)
    yield from _section(_("Course of events"), steps, *_more(page.more_events, page))
    for group in page.relations:
        chips = (
            f"  {chip.title}{_in_brackets(chip.detail)}{_numbers(chip.numbers)}"
            for chip in group.chips
        )
        yield from _section(group.label, chips, *_more(group.more, page))
    citing = (f"  {chip.title}" for chip in page.cited_by)
    yield from _section(_("Rests on this source"), citing, *_more(page.more_citing, page))
    yield from _section(_("Other names"), (f"  {name}" for name in page.names))
    yield from _section(_("Evidence"), _evidence(page))


def _section(heading: str, body: Iterator[str], *more: str) -> Iterator[str]:
    shown = [*body, *more]
    if shown:
        yield ""
        if heading:
            yield heading
        yield from shown


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        for line in fact.lines:
            yield f"{fact.label}: {_cited(line)}"


def _cited(line: Line) -> str:
    words = f"{line.text}{_in_brackets(line.other_language)}".strip()
    return f"{words}{_numbers(line.numbers)}{_in_brackets(line.note)}"


def _numbers(numbers: tuple[int, ...]) -> str:
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def _in_brackets(detail: str) -> str:
    return f" ({detail})" if detail else ""


def _more(number: int, page: Page) -> Iterator[str]:
    if number:
        yield f"  {more_words(number, page.locale)}"


def _evidence(page: Page) -> Iterator[str]:
    for entry in page.evidence:
        yield f"  [{entry.number}] {entry.reference}"
