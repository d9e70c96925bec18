"""Words that look like others: the one that was asked for comes first, the other one below or not.

“Syria” must not put Serbia first (alephdata/aleph#3238).
"""

import pytest

from database.search.answer.vocabulary import Vocabulary
from database.search.engine import SearchEngine
from database.search.question.tree import Word
from database.search.request import SearchRequest
from i18n.locales import ENGLISH, HUNGARIAN
from tests.database.conftest import AddActor
from tests.database.search.conftest import OpenEngine


@pytest.mark.parametrize("asked", ["Syria", "Szíria", "Сирија", "Sirija", "Syrian"])
def test_a_dossier_without_syria_does_not_show_serbia_for_it(
    real_engine: SearchEngine, asked: str
) -> None:
    results = real_engine.search(SearchRequest(asked, ENGLISH))
    assert "actor/serbia" not in {hit.id for hit in results.hits}


@pytest.mark.parametrize(
    ("asked", "first"),
    [("Syria", "syria"), ("Szíria", "syria"), ("Serbia", "serbia"), ("Szerbia", "serbia")],
)
def test_syria_and_serbia_are_two_countries(
    add_actor: AddActor, workshop_engine: OpenEngine, asked: str, first: str
) -> None:
    countries = {
        add_actor("serbia", "Serbia", "Szerbia, where much is written about Serbia."),
        add_actor("syria", "Syria", "Szíria."),
    }
    found = [hit.id for hit in workshop_engine().search(SearchRequest(asked, HUNGARIAN)).hits]
    assert [id_ for id_ in found if id_ in countries] == [f"actor/{first}"]


@pytest.mark.parametrize(
    "alike",
    [
        ("kor", "kór", "kör"),
        ("vad", "vád"),
        ("torok", "török"),
        ("szel", "szél"),
        ("kar", "kár"),
        ("var", "vár"),
        ("Popovic", "Popović"),
        ("Nis", "Niš"),
        ("cod", "çod"),
    ],
    ids="/".join,
)
def test_the_exact_word_stands_above_one_with_other_accents(
    add_actor: AddActor, workshop_engine: OpenEngine, alike: tuple[str, ...]
) -> None:
    ids = {word: add_actor(f"a{number}", word) for number, word in enumerate(alike)}
    engine = workshop_engine()
    for word in alike:
        hits = engine.search(SearchRequest(word, HUNGARIAN)).hits
        assert hits[0].id == ids[word]
        assert [hit.match for hit in hits if hit.id in ids.values()] == [
            "exact",
            *["folded"] * (len(alike) - 1),
        ]


@pytest.mark.parametrize(
    ("asked", "text", "other"),
    [
        ("kór", "A kórok terjednek.", "A körök bővülnek."),
        ("kör", "A körök bővülnek.", "A kórok terjednek."),
        ("török", "A törökökkel egyeztettek.", "A torkok kiszáradtak."),
        ("szél", "Erős szelek fújtak.", "A szeletek elfogytak."),
        ("Kína", "Kínában történt.", "Kínok között él."),
        ("állam", "Az államok döntenek.", "Az álla fáj."),
    ],
)
def test_an_inflected_form_of_the_word_stands_above_what_only_looks_like_it(
    add_actor: AddActor, workshop_engine: OpenEngine, asked: str, text: str, other: str
) -> None:
    right = add_actor("right", "Right", text)
    wrong = add_actor("a-wrong", "Wrong", other)
    found = [hit.id for hit in workshop_engine().search(SearchRequest(asked, HUNGARIAN)).hits]
    assert right in found
    assert wrong not in found or found.index(right) < found.index(wrong)


@pytest.mark.parametrize(
    ("asked", "not_found"),
    [("vas", "vasút"), ("5G", "4G"), ("EU", "EUS"), ("AI", "AID"), ("ZTE", "ZTA")],
)
def test_short_words_are_taken_at_their_word(
    add_actor: AddActor, workshop_engine: OpenEngine, asked: str, not_found: str
) -> None:
    right, wrong = add_actor("right", asked), add_actor("wrong", not_found)
    request = SearchRequest(asked, HUNGARIAN, unfinished=False)
    found = {hit.id for hit in workshop_engine().search(request).hits}
    assert right in found
    assert wrong not in found


def test_a_name_in_in_is_no_case_of_a_short_word(real_engine: SearchEngine) -> None:
    """Hungarian ``puti`` and ``put`` have nothing to do with Putin; ``házin`` is of ``házi``."""
    whys = [why for hit in real_engine.search(SearchRequest("Putin", ENGLISH)).hits
            for why in hit.why]  # fmt: skip
    assert "put" not in {why.found for why in whys}


@pytest.mark.parametrize("asked", ["házi", "házinak", "házit", "háziak"])
def test_short_adjectives_in_i_keep_their_forms(
    add_actor: AddActor, workshop_engine: OpenEngine, asked: str
) -> None:
    wanted = add_actor("home", "A háziak és a háziban", "házi")
    hits = workshop_engine().search(SearchRequest(asked, HUNGARIAN)).hits
    assert wanted in {hit.id for hit in hits}


@pytest.mark.parametrize(
    ("asked", "no_form"),
    [("maradt", "már"), ("út", "után"), ("szám", "számára"), ("méret", "mert"), ("ár", "arra")],
)
def test_a_word_that_tells_nothing_is_no_form_of_one_that_does(
    vocabulary: Vocabulary, asked: str, no_form: str
) -> None:
    assert no_form not in vocabulary.forms(Word(asked))
    assert no_form in vocabulary.forms(Word(no_form))  # and yet the dossier has it


@pytest.mark.parametrize(
    ("asked", "no_form"),
    [
        ("bribe", "bri"), ("plan", "plant"), ("card", "car"), ("rise", "risk"), ("cent", "centre"),
        ("even", "event"), ("mask", "másiknál"), ("veto", "vetnek"), ("mill", "milliók"),
        ("work", "word"), ("with", "within"), ("hold", "hol"),
    ],
)  # fmt: skip
def test_an_english_word_has_no_hungarian_ending(
    vocabulary: Vocabulary, asked: str, no_form: str
) -> None:
    assert no_form not in vocabulary.forms(Word(asked))
    assert no_form in vocabulary.forms(Word(no_form))  # and yet the dossier has it


@pytest.mark.parametrize(
    ("loan", "inflected"),
    [("partner", "partnerekkel"), ("platform", "platformját"), ("startup", "startupoknak")],
)
def test_a_loan_has_hungarian_endings_nevertheless(
    vocabulary: Vocabulary, loan: str, inflected: str
) -> None:
    assert inflected in vocabulary.forms(Word(loan))


@pytest.mark.parametrize("asked", ["deal", "accord", "megállapodás"])
def test_an_accord_is_not_what_everything_is_according_to(
    real_engine: SearchEngine, asked: str
) -> None:
    request = SearchRequest(asked, ENGLISH, limit=100, unfinished=False)
    results = real_engine.search(request)
    assert "according" not in {why.found for hit in results.hits for why in hit.why}
