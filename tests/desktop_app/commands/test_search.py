"""``tukor search`` keeps its promise to other programs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HUNGARIAN = {"LANG": "hu_HU.UTF-8"}
SAFE_CITY = "project/belgrade-safe-city"
TYPES = ("project", "actor", "event", "concern", "source")
KEYS = {"query", "language", "total", "elapsed_ms", "hits", "facets"}
HIT_KEYS = {"id", "type", "title", "snippet", "score"}
Tukor = Callable[..., Any]


@pytest.fixture(scope="session")
def found(tukor: Tukor) -> dict[str, Any]:
    ran = tukor("search", "safe city cameras", "--json")
    assert (ran.returncode, ran.stderr) == (0, "")
    data: dict[str, Any] = json.loads(ran.stdout)
    return data


def test_the_answer_has_exactly_the_promised_keys(found: dict[str, Any]) -> None:
    assert found.keys() == KEYS
    assert found["query"] == "safe city cameras"
    assert found["language"] == "en"
    assert found["total"] >= len(found["hits"]) > 0
    assert isinstance(found["elapsed_ms"], float)
    assert found["elapsed_ms"] > 0


def test_every_hit_has_exactly_the_promised_keys(found: dict[str, Any]) -> None:
    for hit in found["hits"]:
        assert hit.keys() == HIT_KEYS
        assert hit["id"].partition("/")[0] == hit["type"] in TYPES
        assert hit["title"].keys() == {"en", "hu"}
        assert all(hit["title"].values())
        assert isinstance(hit["snippet"], str)
        assert isinstance(hit["score"], float)


def test_the_best_hit_comes_first(tukor: Tukor) -> None:
    data = json.loads(tukor("search", "Belgrade Safe City", "--json").stdout)
    assert data["hits"][0]["id"] == SAFE_CITY


def test_every_facet_is_a_list_of_labelled_counts(found: dict[str, Any]) -> None:
    assert list(found["facets"])[:2] == ["type", "sector"]
    for counts in found["facets"].values():
        assert counts
        for entry in counts:
            assert entry.keys() == {"value", "label", "count"}
            assert entry["count"] > 0
            assert entry["label"]
    assert sum(entry["count"] for entry in found["facets"]["type"]) == found["total"]


def test_letters_are_written_as_they_are_and_not_escaped(tukor: Tukor) -> None:
    ran = tukor("search", "vasút", "--json", "--lang", "hu")
    assert "vasút" in ran.stdout
    assert "\\u" not in ran.stdout


@pytest.mark.parametrize("record_type", TYPES)
def test_type_narrows_the_answer(tukor: Tukor, record_type: str) -> None:
    data = json.loads(tukor("search", "huawei", "--json", "--type", record_type).stdout)
    assert data["total"] > 0
    assert {hit["type"] for hit in data["hits"]} == {record_type}


@pytest.mark.parametrize("limit", [1, 3, 1000])
def test_limit_shortens_the_list_but_not_the_total(
    tukor: Tukor, found: dict[str, Any], limit: int
) -> None:
    data = json.loads(tukor("search", "safe city cameras", "--json", "--limit", str(limit)).stdout)
    assert data["total"] == found["total"]
    assert len(data["hits"]) == min(limit, found["total"])


@pytest.mark.parametrize(
    ("arguments", "environment", "language", "label"),
    [
        ((), {}, "en", "Projects"),
        ((), {"LANG": "C"}, "en", "Projects"),
        ((), HUNGARIAN, "hu", "Projektek"),
        (("--lang", "hu"), {}, "hu", "Projektek"),
        (("--lang", "en"), HUNGARIAN, "en", "Projects"),
    ],
)
def test_the_language_is_the_one_asked_for_else_that_of_the_system(
    tukor: Tukor,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    language: str,
    label: str,
) -> None:
    data = json.loads(tukor("search", "huawei", "--json", *arguments, **environment).stdout)
    assert data["language"] == language
    assert data["facets"]["type"][0]["label"] == label


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [({}, "Nothing found: xyzzyq"), (HUNGARIAN, "Nincs találat: xyzzyq")],
    ids=["en", "hu"],
)
def test_nothing_found_is_told_and_has_a_status_of_its_own(
    tukor: Tukor, environment: dict[str, str], sentence: str
) -> None:
    ran = tukor("search", "xyzzyq", **environment)
    assert ran.returncode == 1
    assert sentence in ran.stdout
    ran = tukor("search", "xyzzyq", "--json", **environment)
    assert ran.returncode == 1
    data = json.loads(ran.stdout)
    assert (data.keys(), data["total"], data["hits"]) == (KEYS, 0, [])


@pytest.mark.parametrize(
    ("environment", "title", "count"),
    [
        ({}, "Belgrade Safe City", "record"),
        (HUNGARIAN, "Belgrádi Biztonságos Város", "rekord"),
    ],
    ids=["en", "hu"],
)
def test_without_json_a_person_can_read_it(
    tukor: Tukor, environment: dict[str, str], title: str, count: str
) -> None:
    ran = tukor("search", "Безбедан град", **environment)
    assert ran.returncode == 0
    assert title in ran.stdout
    assert SAFE_CITY in ran.stdout
    assert count in ran.stdout.splitlines()[-1]
    assert "\x1b" not in ran.stdout  # no colours where nobody looks


def test_it_is_told_how_the_question_was_understood(tukor: Tukor) -> None:
    assert tukor("search", "type:project huawei").stdout.startswith("Type: Project\n")
    assert tukor("search", "type:project huawei", **HUNGARIAN).stdout.startswith("Típus: Projekt\n")


def test_it_is_told_what_else_was_searched(tukor: Tukor) -> None:
    ran = tukor("search", "Hauwie")
    assert ran.stdout.startswith("Also searched: Hauwie → Huawei\n\n")
    ran = tukor("search", "smart city", **HUNGARIAN)
    told = "Bővítve ezzel: smart city → intelligent city · okosváros · pametni grad\n\n"
    assert ran.stdout.startswith(told)


def test_where_nothing_was_found_another_question_is_offered(tukor: Tukor) -> None:
    ran = tukor("search", "+huawei +elephant")
    assert ran.returncode == 1
    assert "With fewer words: Huawei (" in ran.stdout


def test_where_a_phrase_finds_little_its_words_are_offered(tukor: Tukor) -> None:
    ran = tukor("search", '"facial recognition" Belgrade')
    assert ran.returncode == 0
    assert "Without quotation marks: facial recognition Belgrade\n" in ran.stdout
    ran = tukor("search", '"facial recognition" Belgrade', **HUNGARIAN)
    assert "Idézőjelek nélkül: facial recognition Belgrade\n" in ran.stdout


def test_figures_in_words_are_offered_by_fields(tukor: Tukor) -> None:
    ran = tukor("search", "projects in 2019")
    assert ran.returncode == 0
    assert ran.stdout.endswith("\nAsked by fields: type:project year:2019\n")
    ran = tukor("search", "projects in 2019", **HUNGARIAN)
    assert ran.stdout.endswith("\nMezőkkel kérdezve: típus:projekt év:2019\n")


def test_several_dossiers_are_searched_and_named(tukor: Tukor, sample_dossier: Path) -> None:
    beside = ("--dossier", sample_dossier, "search")
    alone = json.loads(tukor("search", "example railway", "--json").stdout)
    both = json.loads(tukor(*beside, "example railway", "--json").stdout)
    railway = "project/example-railway"
    assert railway not in {hit["id"] for hit in alone["hits"]}
    assert railway in {hit["id"] for hit in both["hits"]}
    assert (both.keys(), both["hits"][0].keys()) == (KEYS, HIT_KEYS | {"dossier"})
    named = {hit["id"]: hit["dossier"] for hit in both["hits"]}
    only = tukor(*beside, "id:example-railway").stdout  # where all hits are of one of them, too
    assert f" · {named[railway]}\n" in only
    assert named[railway] in {entry["value"] for entry in both["facets"]["dossier"]}


def test_a_dossier_may_be_named_before_and_after_the_command(
    tukor: Tukor, sample_dossier: Path
) -> None:
    asked = ("example railway", "--json", "--type", "project")
    before = json.loads(tukor("--dossier", sample_dossier, "search", *asked).stdout)
    after = json.loads(tukor("search", *asked, "--dossier", sample_dossier).stdout)
    assert after["hits"] == before["hits"]
    shown = tukor("show", "project/example-railway", "--dossier", sample_dossier)
    assert (shown.returncode, shown.stderr) == (0, "")


@pytest.mark.parametrize(
    ("lang", "advice"),
    [
        ("en", "Try fewer or other words, in either language."),
        ("hu", "Próbálkozzon kevesebb vagy más szóval, bármelyik nyelven."),
    ],
)
def test_where_there_is_nothing_like_it_the_next_step_is_told(
    tukor: Tukor, lang: str, advice: str
) -> None:
    assert advice in tukor("search", "xyzzyq", "--lang", lang).stdout.splitlines()


WRONG = {
    "no text": (),
    "unknown language": ("x", "--lang", "xx"),
    "unknown type": ("x", "--type", "river"),
    "limit 0": ("x", "--limit", "0"),
    "limit below 0": ("x", "--limit", "-1"),
    "limit in words": ("x", "--limit", "ten"),
    "unknown option": ("x", "--frob"),
    "two texts": ("x", "y"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_use_is_explained_and_has_status_2(tukor: Tukor, wrong: str) -> None:
    ran = tukor("search", "--json", *WRONG[wrong])
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "Error: " in ran.stderr
    assert "Traceback" not in ran.stderr


HOSTILE = {
    "quotation mark": '"',
    "open quotation": '"safe city',
    "apostrophe": "'; DROP TABLE record; --",
    "brackets": "((()",
    "closing brackets": "]])}",
    "operators": "AND OR NOT",
    "operators within": "NOT AND a OR",
    "near": "NEAR(a b, 5)",
    "column": "title:x OR text:",
    "stars": "* ** ?",
    "caret": "huawei^2~3",
    "minus": "- -- -huawei",
    "backslashes": "\\ \\\\ \\x",
    "percent": "%s %n {0} {query}",
    "emoji": "💡🇷🇸👩‍👩‍👧",
    "one emoji": "\N{ZERO WIDTH JOINER}",
    "right to left": "שלום \N{RIGHT-TO-LEFT OVERRIDE}city",
    "combining": "a" + "\N{COMBINING ACUTE ACCENT}" * 200,
    "Cyrillic": "Ђорђевић Љубљана",
    "Chinese": "华为",
    "blank": " ",
    "nothing": "",
    "control characters": "".join(map(chr, range(1, 32))) + "\x7f\x85",
    "lines": "safe\r\ncity\n\n",
    "10,000 letters": "a" * 10_000,
    "2,000 words": "city " * 2_000,
    "5,000 brackets": "(" * 5_000,
    "many different words": " ".join(f"word{n}" for n in range(800)),
    "no character": "\ufffe\uffff",
    "high": "\U0010ffff",
}


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_a_question(tukor: Tukor, text: str) -> None:
    ran = tukor("search", "--json", "--", HOSTILE[text])
    assert ran.stderr == ""
    data = json.loads(ran.stdout)
    assert data["query"] == HOSTILE[text]
    assert ran.returncode == (0 if data["total"] else 1)


def test_a_text_that_is_no_utf_8_is_a_question_too(tukor: Tukor) -> None:
    ran = tukor("search", "--json", "--", "caf\udce9")  # Python's name for a stray byte E9
    assert "Traceback" not in ran.stderr
    assert ran.returncode in {0, 1, 2}


def test_hungarian_text_can_be_read_where_the_terminal_is_ascii(tukor: Tukor) -> None:
    ran = tukor("search", "vasut", "--lang", "hu", LC_ALL="C", PYTHONIOENCODING="")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "vasút" in ran.stdout.casefold()


def test_more_hits_than_there_can_be_are_all_of_them(tukor: Tukor) -> None:
    ran = tukor("search", "5G", "--json", "--limit", "9" * 5_000)
    assert ran.returncode == 0
    data = json.loads(ran.stdout)
    assert len(data["hits"]) == data["total"]
