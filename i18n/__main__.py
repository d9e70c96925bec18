"""The translators' command: ``python -m i18n extract | update | compile | check``."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

from i18n import catalogues
from i18n.checks import problems
from i18n.locales import ENGLISH, LOCALES
from i18n.messages import DOMAIN, FOLDER, catalogue_path, source_path

TEMPLATE = FOLDER / f"{DOMAIN}.pot"
#: English is the key of every message and has no catalogue.
TRANSLATED = tuple(locale for locale in LOCALES if locale != ENGLISH)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; the result is the exit status, 0 if all is well."""
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except (OSError, PoFileError) as error:
        sys.stderr.write(f"i18n: {error}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m i18n", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, run, purpose in (
        ("extract", _extract, "write the template of all messages"),
        ("update", _update, "bring new messages into every catalogue"),
        ("compile", _compile, "write what the program reads"),
        ("check", _check, "name everything a translator must mend"),
    ):
        command = commands.add_parser(name, help=purpose, description=purpose)
        command.set_defaults(run=run)
        if name == "update":
            command.add_argument("--prune", action="store_true", help="forget obsolete messages")
    return parser


def _extract(_asked: argparse.Namespace) -> int:
    _write(TEMPLATE, catalogues.as_text(catalogues.extract()))
    return 0


def _update(asked: argparse.Namespace) -> int:
    template = catalogues.extract()
    _write(TEMPLATE, catalogues.as_text(template))
    for locale in TRANSLATED:
        path = source_path(locale)
        known = catalogues.read(path, locale) if path.exists() else catalogues.empty(locale)
        catalogues.update(known, template, prune=asked.prune)
        _write(path, catalogues.as_text(known))
    return 0


def _compile(_asked: argparse.Namespace) -> int:
    for locale in TRANSLATED:
        target = catalogue_path(locale)
        written = catalogues.compile_catalogue(source_path(locale), target, locale)
        _say(target, written=written)
    return 0


def _check(_asked: argparse.Namespace) -> int:
    found = list(_complaints(catalogues.extract()))
    sys.stdout.writelines(f"{line}\n" for line in found)
    sys.stdout.write(f"{len(found)} to mend\n" if found else "every message is translated\n")
    return 1 if found else 0


def _complaints(template: Catalog) -> Iterator[str]:
    """Yield every problem of every catalogue, after the name of its file."""
    if not TEMPLATE.exists() or TEMPLATE.read_text("utf-8") != catalogues.as_text(template):
        yield f"{_short(TEMPLATE)}: is not up to date: run `python -m i18n extract`"
    for locale in TRANSLATED:
        path = source_path(locale)
        for problem in problems(catalogues.read(path, locale), template, locale):
            yield f"{_short(path)}: {problem}"


def _write(path: Path, text: str) -> None:
    _say(path, written=catalogues.write(path, text))


def _say(path: Path, *, written: bool) -> None:
    sys.stdout.write(f"{_short(path)}: {'written' if written else 'up to date'}\n")


def _short(path: Path) -> Path:
    return path.relative_to(catalogues.ROOT)


if __name__ == "__main__":
    sys.exit(main())
