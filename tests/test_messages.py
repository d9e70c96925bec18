"""Every sentence of the interface is known to the translators, and translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.actions import COMMANDS, MENUS
from i18n import messages
from i18n.__main__ import TEMPLATE, main
from i18n.catalogues import as_text, extract
from i18n.locales import HUNGARIAN

ROOT = Path(__file__).parent.parent
ROOMS = ("desktop_app", "database", "i18n")
TRANSLATING = {"_": 0, "N_": 0, "gettext": 0, "ngettext": 0, "pgettext": 1, "npgettext": 1}


def calls() -> Iterator[tuple[str, ast.Call, ast.expr]]:
    """Yield every call that translates: its place, the call, and its message."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    if name in TRANSLATING and len(node.args) > TRANSLATING[name]:
                        place = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                        yield place, node, node.args[TRANSLATING[name]]


def test_every_message_is_translated_and_in_good_order(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check"])
    assert (status, capsys.readouterr().out) == (0, "every message is translated\n")


def test_the_template_is_what_the_program_and_the_schema_say_now() -> None:
    assert TEMPLATE.read_text("utf-8") == as_text(extract())


def test_every_message_in_the_code_is_in_the_template() -> None:
    template = extract()
    known = {
        form
        for message in template
        for form in (message.id if isinstance(message.id, (tuple, list)) else [message.id])
    }
    said = {
        message.value: place
        for place, _call, message in calls()
        if isinstance(message, ast.Constant) and isinstance(message.value, str)
    }
    assert len(said) > 100
    assert {message: place for message, place in said.items() if message not in known} == {}


def test_no_message_is_put_together_before_it_is_translated() -> None:
    """A message with values already in it is in no catalogue."""
    built = [
        place
        for place, _call, message in calls()
        if isinstance(message, (ast.JoinedStr, ast.BinOp))
        or (isinstance(message, ast.Call) and getattr(message.func, "attr", "") == "format")
    ]
    assert built == []


@pytest.mark.parametrize("message", [*MENUS, *(command.text for command in COMMANDS)])
def test_every_command_has_a_letter_to_be_reached_by(message: str) -> None:
    assert message.count("&") == 1
    assert messages.of(HUNGARIAN).gettext(message).count("&") == 1
