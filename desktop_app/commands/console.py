"""What the commands share: options, and the dossier."""

import json
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import click

from database import seal
from database.dossiers import BUILT_IN
from database.exchange.whole_file import explained
from database.model import schema as schema_files
from database.model.errors import DossierAltered, DossierError, DossierOutdated, FileFull
from database.search.language.version import shortfall
from database.search.request import Filter
from desktop_app.errors import Unprinted, UnprintedFull, explain
from desktop_app.terminal import explaining
from i18n.locales import LOCALES, Locale, find
from i18n.messages import N_, NN_, _

NOTHING_FOUND, WRONG_USE = 1, 2
# A longer number means as many as there are; the computer itself counts no further.
_MOST_DIGITS = 18

# Sentences of click itself that our commands can show; listed so that they reach the catalogue.
CLICK_SENTENCES = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Error: {message}"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Try '{command} {option}' for help."),
    N_("No such command {name!r}."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Choose from:\n\t{choices}"),
    N_("required"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    NN_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    NN_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    NN_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    NN_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)


class WholeNumber(click.ParamType[int]):
    """A whole number from 1 up."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read the number, or say how it is written."""
        if isinstance(value, int):
            return value
        digits = value.lstrip("0") if value.isdecimal() else ""
        if not digits:
            self.fail(_("write a whole number from 1 up."), param, ctx)
        return int(digits[:_MOST_DIGITS])


class Command(click.Command):
    """A command that tells it in a sentence if not even its help can be printed."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read what was asked for; help and version are printed as they are read."""
        with explaining(WRONG_USE), printing() if sys.stdout else nullcontext():
            return super().make_context(*args, **kwargs)


@contextmanager
def printing() -> Iterator[None]:
    """Print the answer inside, to the standard output, which may be a file on a full disk.

    Raises:
        Unprinted: not all of it can be written there.
    """
    if sys.stdout is None:  # it was closed, or Windows gave the program none
        raise Unprinted(Path("stdout"))
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on, which click takes quietly
        raise
    except OSError as error:
        path = Path(sys.stdout.name)
        is_full = isinstance(explained(error, path), FileFull)
        with suppress(OSError):
            sys.stdout.close()  # or Python would try once more at the end, and complain itself
        raise (UnprintedFull if is_full else Unprinted)(path) from error


def print_json(shape: object) -> None:
    """Print *shape* for other programs: in UTF-8 whatever the terminal has (RFC 8259, 8.1)."""
    click.echo(json.dumps(shape, ensure_ascii=False, indent=2).encode())


def readable(text: str) -> str:
    """Return *text* with a mark for each byte that was no UTF-8 on the command line."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def language_option(help_text: str) -> Callable[[Any], Any]:
    """Return the option ``--lang``, which reaches the command as ``lang``."""
    codes = [locale.code for locale in LOCALES]
    return click.option("--lang", type=click.Choice(codes), help=help_text)


def json_option() -> Callable[[Any], Any]:
    """Return the option ``--json``, which reaches the command as ``as_json``."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))


def type_option() -> Callable[[Any], Any]:
    """Return the option ``--type``, which reaches the command as ``record_type``."""
    types = list(schema_files.load().types)
    return click.option(
        "--type", "record_type", type=click.Choice(types), help=_("Only this type.")
    )


def only(record_type: str | None) -> frozenset[Filter]:
    """Return the filter for a type, if one was asked for."""
    return frozenset({("type", record_type)} if record_type else ())


def chosen(lang: str | None, otherwise: Locale) -> Locale:
    """Return the language that was asked for."""
    return find(lang) if lang else otherwise


def dossier_option() -> Callable[[Any], Any]:
    """Return the option ``--dossier``, which may stand before and after the name of a command."""
    return click.option(
        "--dossier",
        multiple=True,
        metavar=_("FILE"),
        type=click.Path(path_type=Path),
        help=_("Open this dossier too; may be given several times."),
        expose_value=False,  # ``dossiers`` has them, wherever they stood
        callback=_take_dossiers,
    )


def _take_dossiers(
    context: click.Context, _parameter: click.Parameter, files: tuple[Path, ...]
) -> None:
    context.ensure_object(list).extend(files)


def dossiers(context: click.Context, files: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return the dossiers to open: the one that comes with the program, then those asked for."""
    asked = (BUILT_IN, *(context.find_object(list) or ()), *files)
    return tuple({path.resolve(): path for path in reversed(asked)}.values())[::-1]


def sound_dossiers(context: click.Context) -> tuple[Path, ...]:
    """Return the dossiers to open, each compared with its checksum.

    It is told beside the answer which of them another version of the program made.

    Raises:
        DossierError: one of them cannot be read, or is not what its publisher made.
    """
    paths = dossiers(context)
    for path in paths:
        found = seal.examine(path)
        if found.broken:
            raise DossierAltered(path)
        if other := shortfall(path, found.about):
            _tell_beside(other)
    return paths


def _tell_beside(other: DossierError) -> None:
    click.echo(str(explain(other)), err=True)
    if isinstance(other, DossierOutdated) and other.path != BUILT_IN:
        renew = f"tukor renew {shlex.quote(str(other.path))}"
        click.echo(_("{label}: {value}").format(label=_("Command"), value=renew), err=True)
