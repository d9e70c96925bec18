"""The form over several dossiers offers, writes and reads back what any of them has."""

from dataclasses import replace
from pathlib import Path

import pytest

from database.model.schema import Schema
from database.search.form.builder import QueryBuilder
from database.search.form.form import CHOSEN, HAS, QueryForm
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES, Locale
from tests.database.conftest import Workshop


@pytest.fixture(scope="module")
def builder(real_dossier: Path, schema: Schema) -> QueryBuilder:
    return QueryBuilder.open([real_dossier], schema)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
def test_every_choice_comes_back(builder: QueryBuilder, locale: Locale) -> None:
    choices = builder.choices(locale).by_field
    for field_id in (*CHOSEN, HAS):
        assert choices[field_id]
        for code, _word in choices[field_id]:
            form = QueryForm(chosen={field_id: (code,)})
            text = builder.write(form, locale).text
            assert builder.read(text, locale) == form, text


def test_a_question_too_long_to_be_read_whole_is_told(builder: QueryBuilder) -> None:
    sectors = tuple(code for code, _word in builder.choices(HUNGARIAN).by_field["sector"])
    form = QueryForm(all_words="telecommunications " * 10, chosen={"sector": sectors})
    assert builder.write(form, HUNGARIAN).troubles == ("too-long",)
    assert builder.write(replace(form, all_words=""), HUNGARIAN).troubles == ()


def test_the_currencies_are_those_of_the_dossier(builder: QueryBuilder) -> None:
    assert builder.choices(ENGLISH).currencies[:1] == ("EUR",)


def test_the_form_offers_what_a_dossier_has_that_is_opened_later(
    real_dossier: Path, sample_dossier: Path, schema: Schema
) -> None:
    paths = [sample_dossier]
    builder = QueryBuilder.open(paths, schema)
    few = builder.choices(ENGLISH).currencies
    paths.append(real_dossier)
    assert set(builder.choices(ENGLISH).currencies) > set(few)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
@pytest.mark.parametrize("codes", [("FJ",), ("FJ", "RS"), ("CN",)])
def test_what_any_dossier_knows_is_written_in_words_and_read_back(
    real_dossier: Path, workshop: Workshop, locale: Locale, codes: tuple[str, ...]
) -> None:
    workshop.change("content/actor/example-works.toml", '"RS"', '"FJ"')
    own = workshop.build(workshop.folder / "own.tukor")
    for paths in ([real_dossier, own], [own, real_dossier]):
        builder = QueryBuilder.open(paths, workshop.schema)
        named = dict(builder.choices(locale).by_field["country"])
        form = QueryForm(chosen={"country": codes})
        text = builder.write(form, locale).text
        assert [word for word in map(named.get, codes) if word not in text] == []
        assert builder.read(text, locale) == form
