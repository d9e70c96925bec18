"""``python -m database``: check and compile the content."""

import sys
from pathlib import Path

import click

from database.compile import build as building
from database.compile import content
from database.dossiers import BUILT_IN
from database.model import schema
from database.model.problem import ContentError


@click.group()
def main() -> None:
    """Check and compile the dossier's content."""


def _fail(error: ContentError) -> None:
    for problem in error.problems:
        click.echo(str(problem))
    number = len(error.problems)
    click.echo("1 problem." if number == 1 else f"{number} problems.")
    sys.exit(1)


@main.command()
def check() -> None:
    """Print every problem in the content with its remedy; exit status 1 if there is any."""
    try:
        loaded = content.load(schema.load())
    except ContentError as error:
        _fail(error)
    else:
        click.echo(f"{len(loaded.records)} records, {len(loaded.terms)} terms, no problems.")


@main.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=BUILT_IN)
@click.option("--if-stale", is_flag=True, help="Do nothing when the dossier is up to date.")
def build(out: Path, if_stale: bool) -> None:
    """Compile the content into one dossier file."""
    if if_stale and not building.stale(out):
        click.echo("The dossier is up to date.")
        return
    try:
        built = _build(out)
    except ContentError as error:
        _fail(error)
    else:
        click.echo(f"{built.records} records in {built.path.name}, SHA-256 {built.checksum}")


def _build(out: Path) -> building.Built:
    """Build with a line of progress on a terminal; Ctrl+C leaves everything as it was."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=1, label=out.name, file=sys.stderr, hidden=hidden) as bar:

        def report(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        return building.build(out, report=report)


if __name__ == "__main__":
    main()
