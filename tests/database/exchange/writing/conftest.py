"""Selections of the miniature dossier and of the one that readers get, and what is made of them."""

import io
from collections.abc import Callable

import pytest

from database.catalog import Catalog
from database.exchange.writing import formats
from database.exchange.writing.account import Account
from database.exchange.writing.export import export
from database.exchange.writing.selection import Selection
from database.library import Library
from database.model.schema import Schema
from i18n.locales import ENGLISH, Locale

Select = Callable[..., Selection]


def selecting(catalog: Catalog, schema: Schema) -> Select:
    library = Library([catalog], schema)

    def select(*ids: str, locale: Locale = ENGLISH) -> Selection:
        return Selection(ids or tuple(library.titles), library, locale)

    return select


@pytest.fixture
def sample(catalog: Catalog, schema: Schema) -> Select:
    """Select records of the miniature dossier; all, where none is named."""
    return selecting(catalog, schema)


@pytest.fixture
def real(real_catalog: Catalog, schema: Schema) -> Select:
    """Select records of the real dossier; all, where none is named."""
    return selecting(real_catalog, schema)


@pytest.fixture(scope="session")
def written() -> Callable[[Selection, str], tuple[str, Account]]:
    """Export a selection in a format; return the text and the account."""

    def write(selection: Selection, format_id: str) -> tuple[str, Account]:
        out = io.BytesIO()
        account = export(selection, formats.find(format_id), out)
        return out.getvalue().decode("utf-8"), account

    return write
