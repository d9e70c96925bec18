"""The help promises nothing that the dossier does not keep."""

import pytest

from database.search.engine import SearchEngine
from database.search.request import SearchRequest
from desktop_app.presentation.search_help import TOPICS
from i18n.locales import ENGLISH, HUNGARIAN, LOCALES
from tests.database.search.conftest import real_engine as real_engine

EXAMPLES = [
    pytest.param(example, language, id=f"{language}: {example}")
    for topic in TOPICS
    for language, examples in topic.examples.items()
    for example in examples
]


@pytest.mark.parametrize(("example", "language"), EXAMPLES)
def test_every_example_finds_something(
    real_engine: SearchEngine, example: str, language: str
) -> None:
    locale = next(locale for locale in LOCALES if locale.code == language)
    assert real_engine.hits(SearchRequest(example, locale, limit=1)).total > 0


def test_every_topic_has_examples_in_every_language_or_in_none() -> None:
    languages = {frozenset(topic.examples) for topic in TOPICS}
    assert languages == {frozenset(), frozenset(locale.code for locale in LOCALES)}


def test_examples_in_the_readers_language_come_first() -> None:
    fields = next(topic for topic in TOPICS if topic.title == "Fields")
    assert fields.examples_for(ENGLISH)[0] == "type:project"
    assert fields.examples_for(HUNGARIAN)[0] == "típus:projekt"
    assert set(fields.examples_for(ENGLISH)) == set(fields.examples_for(HUNGARIAN))


@pytest.mark.parametrize(
    "sign", ['"', "(", " OR ", " VAGY ", " ÉS ", " NOT ", " NEM ", "*", "?", "~", "+", " -", "..",
             ">", "type:", "típus:", "amount:", "összeg:", "has:", "van:", "year:", "év:"],
)  # fmt: skip
def test_every_sign_of_the_query_language_is_shown(sign: str) -> None:
    assert any(sign in str(example.values[0]) for example in EXAMPLES)
