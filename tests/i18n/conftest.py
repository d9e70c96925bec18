"""What the tests of the interpreter share."""

from collections.abc import Iterator

import pytest

from i18n import messages
from i18n.__main__ import main


@pytest.fixture(scope="session", autouse=True)
def compiled_catalogues() -> None:
    """Compile what the translators wrote, as ``make`` does before the program runs."""
    assert main(["compile"]) == 0


@pytest.fixture(autouse=True)
def same_language_afterwards() -> Iterator[None]:
    """Put the language in force back, whatever a test did with it."""
    before = messages.current()
    yield
    messages.activate(before)
