"""``tukor search``: the search field without the window."""

import sys
import time
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from database.model import schema as schema_files
from database.search.library_search import LibrarySearch
from database.search.request import SearchRequest
from database.search.results import Expansion, Fragment, SearchResults, Suggestion, plain
from desktop_app.commands import console
from desktop_app.terminal import explaining
from i18n import formats, messages
from i18n.locales import LOCALES, Locale
from i18n.messages import _


def command(locale: Locale) -> click.Command:
    """Return the command, with its help in *locale*."""

    @click.command(
        "search",
        cls=console.Command,
        help=_("Search the dossier and print what answers, best first."),
        options_metavar=_("[OPTIONS]"),
    )
    @click.argument("text", metavar=_("TEXT"))
    @console.language_option(_("Language of the answer."))
    @console.type_option()
    @click.option(
        "--limit",
        type=console.WholeNumber(),
        metavar=_("NUMBER"),
        default=20,
        help=_("Print at most this many."),
    )
    @console.dossier_option()
    @console.json_option()
    @click.pass_context
    def search(
        context: click.Context,
        text: str,
        lang: str | None,
        record_type: str | None,
        limit: int,
        as_json: bool,
    ) -> None:
        wanted = console.chosen(lang, locale)
        messages.activate(wanted)
        request = SearchRequest(
            console.readable(text), wanted, console.only(record_type), limit, unfinished=False
        )
        with explaining(console.WRONG_USE):
            paths = console.sound_dossiers(context)
            results, elapsed = _answer(request, paths)
            several = len(paths) > 1
            with console.printing():
                if as_json:
                    console.print_json(_data(results, wanted, elapsed, several=several))
                else:
                    click.echo(_as_text(results, wanted, several=several))
        sys.exit(0 if results.total else console.NOTHING_FOUND)

    return search


def _answer(request: SearchRequest, dossiers: Sequence[Path]) -> tuple[SearchResults, float]:
    engine = LibrarySearch.open(dossiers, schema_files.load())
    began = time.perf_counter()
    results = engine.search(request)
    return results, (time.perf_counter() - began) * 1000


def _data(
    results: SearchResults, locale: Locale, elapsed: float, *, several: bool
) -> dict[str, Any]:
    return {
        "query": results.text,
        "language": locale.code,
        "total": results.total,
        "elapsed_ms": round(elapsed, 2),
        "hits": [
            {
                "id": hit.id,
                "type": hit.type,
                "title": {
                    each.code: hit.title.by_language.get(each.code) or "" for each in LOCALES
                },
                "snippet": plain(hit.snippet),
                "score": hit.score,
            }
            | ({"dossier": hit.dossier} if several else {})
            for hit in results.hits
        ],
        "facets": {
            facet.name: [
                {"value": entry.value, "label": entry.label, "count": entry.count}
                for entry in facet.counts
            ]
            for facet in results.facets
        },
    }


def _as_text(results: SearchResults, locale: Locale, *, several: bool) -> str:
    """Write the answer for a person; each hit names its dossier where *several* are open."""
    read = [*results.understood, *_also_searched(results.expansions)]
    lines = [*read, ""] if read else []
    if not results.total:
        lines.append(_("Nothing found: {query}").format(query=results.text))
        others = [*_instead(results, locale)]
        return "\n".join(
            [*lines, *(others or [_("Try fewer or other words, in either language.")])]
        )
    for hit in results.hits:
        facts = " · ".join((hit.id, *hit.facts, *([hit.dossier] if several else [])))
        lines += [click.style(plain(hit.title_fragments), bold=True), f"  {facts}"]
        lines += [*([f"  {_styled(hit.snippet)}"] if hit.snippet else []), ""]
    total = messages.ngettext("{number} record found.", "{number} records found.", results.total)
    lines.append(total.format(number=formats.number(results.total, locale)))
    for kind, heading in (
        ("unquoted", _("Without quotation marks: {spellings}")),
        ("fields", _("Asked by fields: {spellings}")),
    ):
        texts = [other.text for other in results.suggestions if other.kind == kind]
        if texts:
            lines.append(heading.format(spellings=formats.list_of(texts, locale)))
    return "\n".join(lines)


def _also_searched(expansions: Sequence[Expansion]) -> Iterator[str]:
    """Yield what else was searched for each part of the question: ``okosváros → smart city``."""
    for asked, several in groupby(expansions, key=lambda expansion: expansion.asked):
        words = " · ".join(expansion.searched for expansion in several)
        yield _("Also searched: {asked} → {words}").format(asked=asked, words=words)


def _instead(results: SearchResults, locale: Locale) -> Iterator[str]:
    """Yield what to ask instead, with the number of records that answer to it."""
    for kind, heading in (
        ("fields", _("Asked by fields: {spellings}")),
        ("spelling", _("Did you mean: {spellings}")),
        ("unquoted", _("Without quotation marks: {spellings}")),
        ("nearby", _("With another value: {spellings}")),
        ("fewer", _("With fewer words: {spellings}")),
    ):
        named = [_counted(other, locale) for other in results.suggestions if other.kind == kind]
        if named:
            yield heading.format(spellings=formats.list_of(named, locale))


def _counted(other: Suggestion, locale: Locale) -> str:
    number = formats.number(other.total, locale)
    return _("{words} ({rule})").format(words=other.text, rule=number)


def _styled(fragments: tuple[Fragment, ...]) -> str:
    return "".join(
        click.style(part.text, underline=True) if part.matched else part.text for part in fragments
    )
