"""The version of the analyser, and what a dossier of another one falls short of."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from database.model.errors import DossierAhead, DossierError, DossierOutdated

# To be raised whenever the same text would be indexed otherwise.
VERSION = 22


def shortfall(path: Path, about: Mapping[str, Any]) -> DossierError | None:
    """Return what readers are told of a dossier whose index another version has made.

    Such a dossier can be opened and searched, but a few words of it may not be found.
    """
    made_by = about.get("analyser", 0)  # the first ones did not tell
    if made_by == VERSION:
        return None
    return DossierOutdated(path) if made_by < VERSION else DossierAhead(path)
