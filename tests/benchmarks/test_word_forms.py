"""How many forms of a word meet under our keys, and how many strangers meet with them.

    make bench

Side by side: Snowball alone, Snowball without accents, and the keys of the search, on the lists of
``word_forms.toml`` (by lemma) and on Snowball's own vocabularies (by Snowball's class; there
Snowball alone finds all by definition). Figures are shares, but *strangers*: forms of other words
that meet with a form, on average.
"""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import permutations
from pathlib import Path
from statistics import mean

import pytest

from database.search.language import analysis, english, hungarian
from database.search.language.folding import fold

VOCABULARIES = Path(__file__).parents[3] / "shared" / "data" / "snowball"
SAMPLES = tomllib.loads(
    (Path(__file__).parents[1] / "database" / "search" / "word_forms.toml").read_text("utf-8")
)
Keyed = Callable[[str], frozenset[str]]
Classes = Mapping[str, Iterable[str]]


def _ways(snowball: Callable[[str], str]) -> dict[str, Keyed]:
    return {
        "Snowball": lambda form: frozenset({snowball(form)}),
        "Snowball, folded": lambda form: frozenset({fold(snowball(form))}),
        "the search": lambda form: analysis.keys(form) | {f"fold:{fold(form)}"},
    }


WAYS = {"hungarian": _ways(hungarian.snowball.stem), "english": _ways(english.snowball.stem)}


@pytest.mark.benchmark
@pytest.mark.parametrize("name", ["hungarian", "hungarian-unseen", "english"])
def test_forms_of_the_hand_written_lists_meet(name: str) -> None:
    classes = {lemma.lower(): [lemma.lower(), *forms.split()] for lemma, forms in
               SAMPLES[name].items()}  # fmt: skip
    told = _report(f"{name}, by hand", classes, WAYS[name.partition("-")[0]])
    ours, snowball = told["the search"], told["Snowball"]
    assert ours["lemma to form"] >= 0.97
    assert ours["pairs"] > snowball["pairs"]


@pytest.mark.benchmark
@pytest.mark.parametrize("name", ["hungarian", "english"])
def test_forms_of_the_official_vocabularies_meet(name: str) -> None:
    folder = VOCABULARIES / name
    if not folder.exists():
        pytest.skip(f"the vocabularies of Snowball are not at {VOCABULARIES}")
    words, stems = (
        (folder / f"{part}.txt").read_text("utf-8").split() for part in ("voc", "output")
    )
    classes = defaultdict(list)
    for word, stem in zip(words, stems, strict=True):
        classes[stem].append(word)
    told = _report(f"{name}, Snowball's vocabulary", classes, WAYS[name])
    assert told["the search"]["pairs"] >= 0.95


def _report(title: str, classes: Classes, ways: Mapping[str, Keyed]) -> dict[str, dict[str, float]]:
    told = {way: _measured(classes, keyed) for way, keyed in ways.items()}
    columns = next(iter(told.values()))
    print(f"\n{title:38}" + "".join(f"{column:>19}" for column in columns))
    for way, figures in told.items():
        print(f"  {way:36}" + "".join(f"{value:19.3f}" for value in figures.values()))
    return told


def _measured(classes: Classes, keyed: Keyed) -> dict[str, float]:
    by_word = {name: list(dict.fromkeys(forms)) for name, forms in classes.items()}
    several = [forms for forms in by_word.values() if len(forms) > 1]
    keys = {form: keyed(form) for forms in by_word.values() for form in forms}
    pairs = [(a, b) for forms in several for a, b in permutations(forms, 2)]
    accented = [(a, b) for a, b in pairs if fold(a) != a]
    return {
        "pairs": mean(bool(keys[a] & keys[b]) for a, b in pairs),
        "lemma to form": mean(
            bool(keys[forms[0]] & keys[form]) for forms in several for form in forms[1:]
        ),
        "typed unaccented": mean(bool(keyed(fold(a)) & keys[b]) for a, b in accented or pairs),
        "strangers": _strangers(by_word, keys),
    }


def _strangers(by_word: Mapping[str, list[str]], keys: Mapping[str, frozenset[str]]) -> float:
    """Return how many forms that belong to no word of its own a form meets, on average."""
    words = defaultdict(set)
    meeting = defaultdict(set)
    for word, forms in by_word.items():
        for form in forms:
            words[form].add(word)
            for key in keys[form]:
                meeting[key].add(form)
    return mean(
        sum(not words[form] & words[other] for other in _met(keys[form], meeting)) for form in words
    )


def _met(keys: frozenset[str], meeting: Mapping[str, set[str]]) -> set[str]:
    return set().union(*(meeting[key] for key in keys))
