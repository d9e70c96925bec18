"""Words that the rules of their language go wrong with, as ``exceptions.toml`` lists them."""

import tomllib
from pathlib import Path

_FILE = Path(__file__).with_suffix(".toml")


def exceptions_of(language: str) -> dict[str, list[str]]:
    """Return the words that are listed of a language, each with its stems or forms."""
    listed: dict[str, list[str]] = tomllib.loads(_FILE.read_text("utf-8"))[language]
    return listed
