"""The command line: the window, and the program without its window."""

import gettext
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import pairwise, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app import __version__, opening
from desktop_app.commands import check, console, export, import_, renew, search, show, tour, window
from i18n import messages
from i18n.locales import LOCALES, Locale
from i18n.messages import _

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class FilesToo(console.Command, click.Group):
    """Commands, or the files to open in their place: file managers know of no command."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read what stands before the name of a command."""
        with _quoting():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Read what stands after it, and do it."""
        with _quoting():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a word that is no command but looks like a file as one to open."""
        if args[0] not in self.commands and _looks_like_a_file(args[0]):
            return "open", self.commands["open"], args
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Complete commands and options, else names of files."""
        from click.shell_completion import CompletionItem

        found = super().shell_complete(ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]


@contextmanager
def _quoting() -> Iterator[None]:
    """Let what click finds wrong name words in the quotation marks of the language in force.

    Click itself has the straight marks round names of parameters and round choices in its code,
    where no catalogue reaches them.
    """
    try:
        yield
    except click.UsageError as error:
        sentence = error.format_message()
        marked = _("'{word}'").format(word=r"\1")
        told = re.sub(r"'([\w-]+)'", marked, sentence)
        raise click.UsageError(told, error.ctx) from error


def _looks_like_a_file(word: str) -> bool:
    return word.endswith(".tukor") or os.sep in word or Path(word).exists()


def commands(locale: Locale) -> click.Group:
    """Return the whole command line, with its help in *locale*."""

    @click.group(
        "tukor",
        cls=FilesToo,
        help=_("A bilingual desktop reference. Without a command, the window opens."),
        invoke_without_command=True,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("[COMMAND] [ARGUMENTS]"),
    )
    @console.language_option(_("Language of the window."))
    @console.dossier_option()
    @click.version_option(__version__, prog_name="tukor", message="%(prog)s %(version)s")
    @click.pass_context
    def tukor(context: click.Context, lang: str | None) -> None:
        if context.invoked_subcommand is None:
            sys.exit(opening.run(console.dossiers(context), lang))

    for each in (window, search, show, import_, export, check, renew, tour):
        tukor.add_command(each.command(locale))
    return tukor


def run(locale: Locale) -> None:
    """Do what the command line says; it ends the process.

    It is explained in the language that it asks for itself, else in *locale*: what is wrong with it
    is told before any option of it has been read.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # its encoding may lack letters that records have
    spoken = asked_for(sys.argv[1:]) or locale
    messages.activate(spoken)
    teach_click(spoken)
    commands(spoken)(prog_name="tukor")


def asked_for(arguments: Sequence[str]) -> Locale | None:
    """Return the language that the last ``--lang`` among *arguments* names, if there is one."""
    options = [*takewhile(lambda word: word != "--", arguments), ""]
    values = [
        following if word == "--lang" else word.removeprefix("--lang=")
        for word, following in pairwise(options)
        if word == "--lang" or word.startswith("--lang=")
    ]
    codes = {locale.code: locale for locale in LOCALES}
    return next((codes[code] for code in reversed(values) if code in codes), None)


def teach_click(locale: Locale) -> None:
    """Let click, which asks Python's own gettext, find our catalogue."""
    os.environ["LANGUAGE"] = locale.code
    gettext.bindtextdomain(messages.DOMAIN, str(messages.FOLDER))
    gettext.textdomain(messages.DOMAIN)
