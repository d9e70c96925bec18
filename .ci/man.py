"""Writes the manual page in one language.

    python .ci/man.py en|hu DATE > tukor.1

Commands and options are asked of the program itself, so the page cannot fall behind it; the rest
stands in resources/packaging/man.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click

from desktop_app import __version__
from desktop_app.command_line import commands, teach_click
from i18n import messages
from i18n.locales import find

WORDS = Path(__file__).parent.parent / "resources" / "packaging" / "man"


def page(code: str, date: str) -> str:
    """Return the whole page, in the language of troff."""
    locale = find(code)
    messages.activate(locale)
    teach_click(locale)
    words = tomllib.loads((WORDS / f"{code}.toml").read_text("utf-8"))
    context = click.Context(commands(locale), info_name="tukor")
    lines = [
        f'.TH TUKOR 1 {date} "Tükör {__version__}" "{words["manual"]}"',
        f".SH {words['name']}\ntukor \\- {_plain(words['summary'])}",
        f".SH {words['synopsis']}",
        *_synopsis(context),
        f".SH {words['description']}",
        _paragraphs(words["text"]),
        f".SH {words['options']}",
        *_options(context),
        f".SH {words['commands']}",
        *_commands(context),
        *(f".SH {part['title']}\n{_paragraphs(part['text'])}" for part in words["part"]),
    ]
    return "\n".join(lines) + "\n"


def _children(context: click.Context) -> Iterator[click.Context]:
    assert isinstance(context.command, click.Group)
    for name, command in sorted(context.command.commands.items()):
        yield click.Context(command, info_name=name, parent=context)


def _synopsis(context: click.Context) -> Iterator[str]:
    for each in (context, *_children(context)):
        usage = " ".join(each.command.collect_usage_pieces(each))
        yield f".B {each.command_path}\n{_plain(usage)}\n.br"


def _commands(context: click.Context) -> Iterator[str]:
    for each in _children(context):
        yield f".SS tukor {each.info_name}\n{_plain(each.command.help or '')}"
        yield from _options(each)


def _options(context: click.Context) -> Iterator[str]:
    for parameter in context.command.get_params(context):
        told = parameter.get_help_record(context)
        if told and told[1]:  # what an argument is, the command's own sentence says
            yield f".TP\n.B {_plain(told[0])}\n{_plain(told[1])}"


def _paragraphs(text: str) -> str:
    return "\n.PP\n".join(_plain(part) for part in text.strip().split("\n\n"))


def _plain(text: str) -> str:
    """Keep troff from reading anything into a text: backslashes, hyphens, dots that begin lines."""
    safe = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page(sys.argv[1], sys.argv[2]))
