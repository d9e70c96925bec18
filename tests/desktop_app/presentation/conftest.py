"""Pages of the miniature dossier and of the real one."""

from collections.abc import Callable
from functools import cache

import pytest

from database.catalog import Catalog
from database.library import Library
from database.model.schema import Schema
from desktop_app.presentation.page import Page, page
from i18n.locales import ENGLISH, Locale

MakePage = Callable[..., Page]


def page_maker(library: Library) -> MakePage:
    """Return a function that makes the page of a record, in English unless told otherwise."""

    @cache
    def make(record_id: str, locale: Locale = ENGLISH) -> Page:
        return page(library.record(record_id), library, locale)

    return make


@pytest.fixture(scope="session")
def make_page(catalog: Catalog, schema: Schema) -> MakePage:
    """Make pages of the miniature dossier."""
    return page_maker(Library([catalog], schema))


@pytest.fixture(scope="session")
def make_real_page(real_catalog: Catalog, schema: Schema) -> MakePage:
    """Make pages of the dossier that readers get."""
    return page_maker(Library([real_catalog], schema))
