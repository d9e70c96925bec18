"""Every check there is, in one list: ``make check`` runs them all, and all of them to the end.

The tests are not among them: ``make test``.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent
ROOMS = ("desktop_app", "i18n", "database", "resources", "tests")


def main() -> int:
    """Run every check; the exit status is the number of those that found something."""
    failed = [name for name, check in CHECKS if not _passes(name, check)]
    print(
        f"{len(failed)} of {len(CHECKS)} checks failed: {', '.join(failed)}"
        if failed
        else f"{len(CHECKS)} checks, nothing to mend."
    )
    return len(failed)


def readme() -> Iterator[str]:
    """Hold README.md to what is there: its title, rooms, commands and links."""
    path = ROOT / "README.md"
    if not path.exists():
        yield "README.md: is missing"
        return
    text = path.read_text("utf-8")
    prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    if len(re.findall(r"^# ", prose, re.MULTILINE)) != 1:
        yield "README.md: needs exactly one title (a line that begins with '# ')"
    for room in ROOMS:
        if f"{room}/" not in text:
            yield f"README.md: says nothing of the room {room}/"
    yield from _untrue_commands(text)
    yield from _dead_links(prose)


def _untrue_commands(text: str) -> Iterator[str]:
    """Compare the commands that README.md tells with those there are."""
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))
    told = set(re.findall(r"\bmake ([a-z][a-z-]*)\b", code))
    makefile, run = (ROOT / "Makefile").read_text("utf-8"), (ROOT / ".ci/run").read_text("utf-8")
    for target in sorted(told - set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))):
        yield f"README.md: `make {target}` is not in the Makefile"
    for target in sorted({"run", *re.findall(r"^part ([a-z-]+)$", run, re.MULTILINE)} - told):
        yield f"README.md: does not tell of `make {target}`"


def _dead_links(prose: str) -> Iterator[str]:
    for link in re.findall(r"\]\(([^)\s]+)\)", prose):
        target = link.partition("#")[0]
        if target and "://" not in link and not (ROOT / target).exists():
            yield f"README.md: the link {link} leads nowhere"


CHECKS: tuple[tuple[str, tuple[str, ...] | Callable[[], Iterator[str]]], ...] = (
    ("format", ("ruff", "format", "--check", ".")),
    ("style", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("architecture", ("pytest", "-q", "tests/test_architecture.py")),
    ("messages", ("python", "-m", "i18n", "check")),
    ("content", ("python", "-m", "database", "check")),
    ("README", readme),
)


def _passes(name: str, check: tuple[str, ...] | Callable[[], Iterator[str]]) -> bool:
    """Run one check and print what it found, if anything."""
    began = perf_counter()
    if callable(check):
        found = "\n".join(check())
        passed = not found
    else:
        program = Path(sys.executable).with_name(check[0])  # of this environment, not of the path
        ran = subprocess.run(
            [program, *check[1:]], cwd=ROOT, capture_output=True, text=True, check=False
        )
        found, passed = ran.stdout + ran.stderr, ran.returncode == 0
    print(f"{'ok  ' if passed else 'FAIL'}  {name} ({perf_counter() - began:.1f} s)", flush=True)
    if not passed:
        print(found.strip(), flush=True)
    return passed


if __name__ == "__main__":
    sys.exit(main())
