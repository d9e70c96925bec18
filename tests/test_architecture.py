"""The rules of the house, in sentences.  Who may import whom stands in pyproject.toml."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRODUCT = ("desktop_app", "database", "i18n")
ROOMS = {*PRODUCT, "resources", "tests"}
BESIDE = {"LICENSE", "Makefile", "README.md", "pyproject.toml"}
MADE = {"build", "dist", "tukor.egg-info", "__pycache__"}
NETWORK = {
    "ftplib", "http", "httpx", "requests", "smtplib", "socket", "socketserver", "ssl",
    "urllib.request", "urllib3", "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebEngineCore",
}  # fmt: skip


def modules(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """Yield the path and the syntax tree of every module in the rooms."""
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield the full name of everything imported, wherever in the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Tell whether it is ``except:``, ``except Exception`` or wider."""
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(
        kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})
        for kind in kinds
    )


def prints(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        for node in ast.walk(tree)
    )


def test_every_room_imports_only_what_the_contracts_allow():
    lint_imports = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run(
        [lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_house_has_five_rooms_and_nothing_lies_on_the_doorstep():
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - MADE <= ROOMS | BESIDE


def test_no_module_is_longer_than_300_lines():
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for room in (*sorted(ROOMS), ".ci")
        for path in (ROOT / room).rglob("*.py")
    }
    assert {path: lines for path, lines in lengths.items() if lines > 300} == {}


@pytest.mark.parametrize("room", PRODUCT)
def test_the_program_never_speaks_to_a_network(room: str):
    found = [
        f"{path} imports {name}"
        for path, tree in modules(room)
        for name in imports(tree)
        if any(name == banned or name.startswith(f"{banned}.") for banned in NETWORK)
    ]
    assert found == []


def test_only_background_work_catches_every_exception():
    found = [
        f"{path}:{node.lineno}"
        for path, tree in modules(*PRODUCT)
        if not path.startswith("desktop_app/background/")
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]
    assert found == []


def test_only_commands_print():
    found = [path for path, tree in modules(*PRODUCT) if prints(tree)]
    assert [path for path in found if not path.startswith("desktop_app/commands/")] == []


def test_every_module_says_what_it_is_for():
    silent = [path for path, tree in modules(*ROOMS) if tree.body and not ast.get_docstring(tree)]
    assert silent == []
