"""Words of every language meet in all their forms, and only their own."""

import itertools
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from database.model.schema import Schema
from database.search.answer.unit import Rule
from database.search.language import analysis, hungarian
from tests.database.conftest import AddActor, Workshop
from tests.database.search.questions import Asker

SAMPLES = tomllib.loads((Path(__file__).parent / "word_forms.toml").read_text("utf-8"))
SNOWBALL = Path(__file__).parents[4] / "shared" / "data" / "snowball"


def meet(one: str, other: str) -> bool:
    return bool(analysis.keys(one) & analysis.keys(other))


def pairs(language: str) -> list[tuple[str, str]]:
    """Return every two forms of one word."""
    return [
        pair
        for forms in SAMPLES[language].values()
        for pair in itertools.combinations(sorted(set(forms.split())), 2)
    ]


def from_lemma(language: str) -> list[tuple[str, str]]:
    return [
        (lemma.lower(), form)
        for lemma, forms in SAMPLES[language].items()
        for form in forms.split()
    ]


@pytest.mark.parametrize(
    ("language", "least"), [("hungarian", 0.98), ("hungarian-unseen", 0.95), ("english", 0.98)]
)
def test_forms_of_a_word_find_each_other(language: str, least: float) -> None:
    missed = [pair for pair in pairs(language) if not meet(*pair)]
    assert 1 - len(missed) / len(pairs(language)) >= least, missed


@pytest.mark.parametrize("language", ["hungarian", "hungarian-unseen"])
def test_a_reader_without_accents_finds_the_word_too(language: str) -> None:
    missed = [(w, f) for w, f in from_lemma(language) if not meet(w, analysis.fold(f))]
    assert 1 - len(missed) / len(from_lemma(language)) >= 0.94, missed


def test_words_that_look_alike_stay_apart() -> None:
    alike = [line.split() for line in SAMPLES["apart"]["pairs"].strip().splitlines()]
    told = [pair for pair in alike if analysis.fold(pair[0]) != analysis.fold(pair[1])]
    assert [pair for pair in told if meet(*pair)] == []


def test_different_words_of_the_samples_stay_apart() -> None:
    words = {word: set(forms.split()) for word, forms in SAMPLES["hungarian"].items()}
    mixed = [
        (one, other)
        for (_w, several), (_v, others) in itertools.combinations(words.items(), 2)
        for one in several
        for other in others
        if meet(one, other)
    ]
    assert mixed == []


def snowball(language: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of words that have one official stem, up to twelve words of each stem."""
    folder = SNOWBALL / language
    words, stems = ((folder / f"{n}.txt").read_text("utf-8").split() for n in ("voc", "output"))
    by_stem: dict[str, list[str]] = {}
    for word, stem in zip(words, stems, strict=True):
        by_stem.setdefault(stem, []).append(word)
    for several in by_stem.values():
        yield from itertools.combinations(several[:12], 2)


@pytest.mark.parametrize(("language", "least"), [("hungarian", 0.97), ("english", 0.99)])
def test_words_of_one_official_stem_meet(language: str, least: float) -> None:
    if not SNOWBALL.exists():
        pytest.skip("the vocabularies of others are not kept in this repository")
    several = list(snowball(language))
    assert sum(meet(*pair) for pair in several) / len(several) >= least


@pytest.mark.parametrize(
    ("form", "stem"),
    [("lovakat", "lo"), ("erőművekről", "eromu"), ("kamerákkal", "kamera"), ("kínai", "kina"),
     ("tornyokban", "torony"), ("védelmi", "vedelem"), ("kormánnyal", "kormany")],
)  # fmt: skip
def test_a_stem_is_a_word(form: str, stem: str) -> None:
    assert stem in hungarian.stems(form)


@pytest.fixture
def asker(
    workshop: Workshop, add_actor: AddActor, schema: Schema, tmp_path: Path
) -> Iterator[Asker]:
    names = [
        "Ђорђе Ђинђић", "Aleksandar Vučić", "Kragujevac", "Beograd", "Džordž Njegoš", "华为技术",
        "Huáwéi Jìshù", "Okosváros Rt.", "Open data-center", "Ljubljana",
    ]  # fmt: skip
    for number, name in enumerate(names):
        add_actor(f"a{number}", name)
    opened = Asker.open(workshop.build(tmp_path / "d.tukor"), schema)
    yield opened
    opened.connection.close()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Đorđe Đinđić", 0), ("Djordje Djindjic", 0), ("Dorde Dindic", 0), ("ђинђић", 0),
        ("Djindjića", 0), ("Gyingyics", 0), ("Djindjich", 0),
        ("Vucic", 1), ("Вучић", 1), ("Vučićem", 1), ("Vučiću", 1), ("Vuchich", 1), ("Vucsics", 1),
        ("Kragujevcu", 2), ("Kragujevca", 2), ("Beogradu", 3), ("Beogradom", 3), ("Београду", 3),
        ("Dzordz", 4), ("Џорџ", 4), ("Његош", 4), ("Njegosa", 4),
        ("华为", 5), ("华", 5), ("技术", 5), ("华为技术", 5),
        ("Huawei", 6), ("hua wei", 6), ("huáwéi", 6), ("huáwéi jìshù", 6), ("huaweijishu", 6),
        ("hua wei ji shu", 6),
        ("okos város", 7), ("okos-város", 7), ("okos városról", 7),
        ("datacenter", 8), ("data-center", 8), ("opendata", 8),
        ("Љубљана", 9),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(asker: Asker, text: str, number: int) -> None:
    assert f"actor/a{number}" in asker.found(text)


def test_characters_out_of_order_are_another_word(asker: Asker) -> None:
    assert not asker.found("为华")


def test_a_compound_is_told_as_one(asker: Asker) -> None:
    assert [(e.searched, e.rule) for e in asker.ask("okos város").expansions] == [
        ("okosváros", "compound")
    ]


def test_quoted_words_are_meant_just_so(asker: Asker) -> None:
    assert asker.ask('"data center"').expansions == ()


def test_close_and_frequent_spellings_come_first(
    workshop: Workshop, add_actor: AddActor, schema: Schema, tmp_path: Path
) -> None:
    for number, name in enumerate(["kamera"] * 9 + ["kamela", "komera"]):
        add_actor(f"b{number}", name)
    asker = Asker.open(workshop.build(tmp_path / "d.tukor"), schema)
    assert asker.vocabulary.similar("kamrea")[0] == "kamera"
    assert asker.vocabulary.similar("kamerra")[0] == "kamera"
    assert asker.ask("kamrea").units[0].forms["kamera"] == Rule.FUZZY
    asker.connection.close()
