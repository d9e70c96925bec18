"""The command line explains itself in the reader's language."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from desktop_app import __version__, command_line
from i18n import locales

HUNGARIAN = {"LANG": "hu_HU.UTF-8"}
COMMANDS = ((), *((name,) for name in command_line.commands(locales.ENGLISH).commands))
# English that click prints where nobody translates: it must not reach a Hungarian reader.
ENGLISH = re.compile(
    r"\b(Usage|Options?|Commands|Error|Show|Missing|Invalid|Try|is not|one of|range|file"
    r"|directory|such|Got|unexpected|extra|requires|argument|OPTIONS|COMMAND|ARGS|INTEGER|RANGE|DIRECTORY|TEXT)\b"
)
Tukor = Callable[..., Any]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_english_under_c(tukor: Tukor, command: tuple[str, ...]) -> None:
    ran = tukor(*command, "--help", LANG="C")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Usage: tukor")
    assert "Show this message and exit." in ran.stdout


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_hungarian_for_a_hungarian(tukor: Tukor, command: tuple[str, ...]) -> None:
    ran = tukor(*command, "--help", **HUNGARIAN)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Használat: tukor")
    assert ENGLISH.findall(ran.stdout) == []


@pytest.mark.parametrize(
    "environment",
    [HUNGARIAN, {"LC_ALL": "hu_HU.UTF-8"}, {"LANG": "hu_HU"}, {"LANGUAGE": "hu", "LANG": "en_GB"}],
    ids=str,
)
def test_every_variable_that_can_ask_for_hungarian_does(
    tukor: Tukor, environment: dict[str, str]
) -> None:
    assert tukor("--help", **environment).stdout.startswith("Használat: ")


def test_help_lists_every_command(tukor: Tukor) -> None:
    printed = tukor("--help").stdout
    assert all(re.search(rf"^  {name} ", printed, re.MULTILINE) for (name,) in COMMANDS[1:])


@pytest.mark.parametrize("lang", ["en", "hu"])
def test_no_sentence_about_a_command_is_cut(tukor: Tukor, lang: str) -> None:
    assert "..." not in tukor("--lang", lang, "--help").stdout


def test_the_version_is_told(tukor: Tukor) -> None:
    ran = tukor("--version")
    assert (ran.returncode, ran.stdout) == (0, f"tukor {__version__}\n")


@pytest.mark.parametrize(
    "wrong",
    [
        ("search",),
        ("search", "x", "--lang", "xx"),
        ("search", "x", "--type", "river"),
        ("search", "x", "--limit", "0"),
        ("search", "x", "--limit", "ten"),
        ("search", "x", "y"),
        ("search", "x", "--frob"),
        ("search", "x", "--limit"),
        ("search", "x", "--json=1"),
        ("search", "x", "--typ", "project"),
        ("serch", "x"),
        ("show",),
        ("export", "x"),
        ("export", "--format", "odt"),
        ("sing",),
    ],
    ids=" ".join,
)
def test_a_mistake_is_explained_in_hungarian_to_a_hungarian(
    tukor: Tukor, wrong: tuple[str, ...]
) -> None:
    ran = tukor(*wrong, **HUNGARIAN)
    assert ran.returncode == 2
    assert ran.stderr.startswith(("Használat: ", "Hiba: "))
    assert "Traceback" not in ran.stderr
    assert "'" not in ran.stderr
    assert ENGLISH.findall(ran.stderr) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("--lang", "hu", "sing"), "Nincs ilyen parancs: „sing”."),
        (("search", "x", "--frob", "--lang=hu"), "Nincs ilyen kapcsoló: „--frob”."),
        (("search", "x", "--lang", "en", "--frob", "--lang", "hu"), "kapcsoló: „--frob”."),
        (("search", "--lang", "en", "--frob"), "No such option '--frob'."),
        (("search", "--lang", "hu"), "Hiányzó paraméter „SZÖVEG”."),
        (("search", "x", "--type", "river", "--lang", "hu"), "„--type”. Nem választható: „river”."),
        (("search", "x", "--type", "river", "--lang", "hu"), "Lehetőségek: „project”, „actor”"),
        (("export", "--lang", "hu"), "Hiányzó kapcsoló „--format”. Lehetőségek:\n\tcsv,"),
        (("--lang", "hu", "serch"), "Erre gondolhatott: „search”"),
    ],
    ids=str,
)
def test_a_mistake_is_explained_in_the_language_that_is_asked_for(
    tukor: Tukor, wrong: tuple[str, ...], told: str
) -> None:
    for environment in ({}, HUNGARIAN):
        ran = tukor(*wrong, **environment)
        assert ran.returncode == 2
        assert told in ran.stderr


@pytest.mark.parametrize(
    ("environment", "beginning"),
    [({}, "There is no screen here."), (HUNGARIAN, "Itt nincs képernyő.")],
    ids=["en", "hu"],
)
def test_without_a_screen_the_window_says_so_and_what_else_there_is(
    tukor: Tukor, environment: dict[str, str], beginning: str
) -> None:
    ran = tukor(**environment)
    assert ran.returncode == 1
    assert ran.stdout == ""
    first, second = ran.stderr.splitlines()
    assert first == beginning
    assert "tukor search" in second
    assert ran.stderr.startswith(beginning)
