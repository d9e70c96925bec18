"""Every mistake an editor can make is named with its file, its key, what is wrong, and a remedy."""

import re
from pathlib import Path

import pytest

from tests.database.conftest import Workshop

RAILWAY = "content/project/example-railway.toml"
CAMERAS = "content/project/example-cameras.toml"
WORKS = "content/actor/example-works.toml"
PLACES = "content/places.toml"

MISTAKES = [
    # file, what stands there, what stands there instead, key, message, remedy
    (RAILWAY, 'title.hu = "Mintavasút"\n', "", "title", "cannot be read", "in English (en) and"),
    (RAILWAY, '"Mintavasút"', '"Mintavasút "', "title", "cannot be read", "without blanks"),
    (RAILWAY, "title.en", "titel.en", "file", "unknown key 'titel'", "Known: "),
    (RAILWAY, 'sector = ["transport"]\n', "", "sector", "missing", "Add a line for 'sector'"),
    (RAILWAY, 'sector = ["transport"]', "sector = []", "sector", "missing", "Add a line"),
    (RAILWAY, '["transport"]', '"transport"', "sector", "number of values", "[ ] only for several"),
    (RAILWAY, '["transport"]', '["teleport"]', "sector", "'teleport' cannot be", "Use one of: 5g,"),
    (RAILWAY, '["transport"]', '[["transport"]]', "sector", "cannot be read", "Use one of: 5g,"),
    (RAILWAY, '["HU", "RS"]', '["Serbia"]', "country", "'Serbia' cannot be read", "ISO 3166"),
    (RAILWAY, '["HU", "RS"]', '["QQ"]', "country", "no country 'QQ'", "ISO 3166"),
    (RAILWAY, '["flintford"]', '["nowhere"]', "place", "no place 'nowhere'", "Add it to places"),
    (RAILWAY, 'kind = "acronym"', 'kind = "nickname"', "names 2", "unknown kind", "Use one of:"),
    (RAILWAY, 'kind = "acronym"', 'kind = ["acronym"]', "names 2", "unknown kind", "Use one of:"),
    (RAILWAY, 'text = "ER"', 'text = ""', "names 2", "incomplete name", "Give text and lang"),
    (RAILWAY, 'text = "ER"', "text = 5", "names 2", "incomplete name", "Give text and lang"),
    (RAILWAY, '"ER"\nlang = "en"', '"primer-železnica"\nlang = "sr-Latn"', "names 2",
     "the same name as names 1", "Drop one of the two, or correct its lang."),
    (RAILWAY, 'lang = "en"', 'lang = "english"', "names 2", "", "BCP 47"),
    (RAILWAY, "[[summary]]\nen", "[[summary]]\nfr", "summary 1", "cannot be read", "English (en)"),
    (RAILWAY, 'cite = ["example-analysis p. 4", "example-newspaper"]', "", "summary 2",
     "nothing is cited", "Add cite"),
    (RAILWAY, '"example-analysis p. 4"', '"example-analysis, p. 4"', "summary 2 cite",
     "cannot be read", "citation as: source p. 9 § Section"),
    (RAILWAY, '"example-analysis p. 4"', '"exampel p. 4"', "cite", "no record source/exampel",
     "Correct the name or add the record"),
    (RAILWAY, 'field = "budget"', 'field = "price"', "claims 5", "field 'price'", "Use one of: s"),
    (RAILWAY, 'field = "budget"', 'field = ["budget"]', "claims 5", "unknown field", "Use one of"),
    (RAILWAY, 'field = "budget"', 'feild = "budget"', "claims 5", "unknown key 'feild'", "Known:"),
    (RAILWAY, "12_500_000", '"a lot"', "claims 5 value", "cannot be read", "Write a number"),
    (RAILWAY, "12_500_000", "nan", "claims 5 value", "cannot be read", "Write a number"),
    (RAILWAY, "12_500_000", "inf", "claims 5 value", "cannot be read", "Write a number"),
    (RAILWAY, '"mid 2018"', '"middle of 2018"', "claims 4 value", "cannot be read", "mid 2018"),
    (RAILWAY, 'qualifier = "about"', 'qualifier = "circa"', "claims 5", "qualifier 'circa'", "abo"),
    (RAILWAY, 'qualifier = "about"', "qualifier = []", "claims 5", "qualifier", "Use one of:"),
    (RAILWAY, '"2016/2018"', '"2018/2016"', "claims 5 date", "cannot be read", "the earlier date"),
    (RAILWAY, 'note.hu = "a kivitelező szerint"', "", "claims 5 note", "cannot be read", "(hu)"),
    (RAILWAY, 'role = "host"', 'role = "guest"', "relations 2", "role 'guest' cannot", "contr"),
    (RAILWAY, 'role = "host"', 'role = "speaker"', "relations 2", "cannot stand here", "contra"),
    (RAILWAY, 'role = "host"', 'role = ["host"]', "relations 2", "cannot stand here", "contractor"),
    (RAILWAY, "actor/flintford", "source/example-newspaper", "relations 2", "wrong target",
     "Point `to` at: actor"),
    (RAILWAY, "actor/flintford", "actor/nobody", "relations 2 to", "no record actor/nobody",
     "Correct the name"),
    (CAMERAS, "[[relations]]", "[relations]", "relations", "no list of tables", "[[relations]]"),
    ("content/actor/jovan-djordjevic.toml", 'label.hu = "Igazgató"', "", "relations 1 label",
     "cannot be read", "in Hungarian (hu)"),
    ("content/actor/jovan-djordjevic.toml", "project/example-railway", "project/none",
     "claims 1 about", "no record project/none", "Correct the name"),
    ("content/event/example-opening-2018.toml", 'field = "date"', 'field = "outcome"', "date",
     "missing", "Add a claim for 'date'"),
    ("content/source/example-newspaper.toml", "https://", "", "url", "cannot be read",
     "the whole address"),
    ("content/dossier.toml", 'edition = "2020-01"', "", "edition", "missing", "Add edition"),
    (PLACES, 'name.hu = "Tűzkő"', "", "flintford", "name cannot be read", "Hungarian (hu)"),
    (PLACES, "latitude = 46.90\n", "", "flintford", "without latitude", "Add it"),
    (PLACES, "latitude = 46.90", 'latitude = "46.90"', "flintford", "", ""),
    (PLACES, "latitude = 46.90", "latitude = 146.90", "flintford", "", ""),
    (PLACES, '["Kremenovo", "Кременово"]', '"Kremenovo"', "flintford", "", ""),
    (PLACES, "[flintford]", "nowhere = 3\n[flintford]", "nowhere", "no table", "in [ ]"),
    (PLACES, 'country = "HU"', 'country = "Hungary"', "flintford", "no country 'Hungary'", "3166"),
    (PLACES, 'country = "HU"', 'country = "001"', "flintford", "no country '001'", "ISO 3166"),
    (PLACES, 'country = "HU"', "country = 1", "flintford", "no country 1", "ISO 3166"),
    (PLACES, 'precision = "city"', "precision = 7", "flintford", "precision 7", "Use one of: city"),
    (PLACES, 'precision = "city"', "precision = []", "flintford", "precision []", "Use one of"),
    ("terms.toml", 'id = "contract"', 'id = "camera"', "camera", "stands twice", "Rename one"),
    ("terms.toml", 'hu = ["infrastruktúra"]', "", "infrastructure", "language is missing",
     "Add en and hu"),
    ("terms.toml", 'hu = ["infrastruktúra"]', 'hu = "infrastruktúra"', "infrastructure", "", ""),
    ("terms.toml", 'definition.hu = "Képeket készítő eszköz."', "", "camera",
     "definition cannot be read", "Hungarian (hu)"),
    ("terms.toml", 'broader = ["infrastructure"]', 'broader = ["nothing"]', "camera",
     "no broader term 'nothing'", "Correct the id"),
    ("terms.toml", 'broader = ["infrastructure"]', 'broader = "infrastructure"', "camera",
     "no list of ids", 'Write broader = ["…"]'),
    ("terms.toml", 'broader = ["infrastructure"]', "broader = 3", "camera", "no list of ids", ""),
    ("terms.toml", 'hu = ["infrastruktúra"]', "hu = 3", "infrastructure", "no list of labels", ""),
    ("terms.toml", 'id = "contract"', "", "?", "this term has no id", "Write id"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "right", "wrong", "key", "message", "remedy"), MISTAKES)
def test_a_mistake_is_named_with_its_remedy(
    workshop: Workshop, name: str, right: str, wrong: str, key: str, message: str, remedy: str
) -> None:
    workshop.change(name, right, wrong)
    found = [
        problem
        for problem in workshop.problems()
        if problem.path == workshop.folder / name
        and problem.key == key
        and message in problem.message
        and remedy in problem.hint
    ]
    assert found, workshop.problems()
    assert all(problem.message and problem.hint for problem in found)


@pytest.mark.parametrize(
    ("name", "content", "message", "remedy"),
    [
        ("content/actor/new.toml", b"title = ", "this is not TOML", "Mend that line"),
        ("content/actor/new.toml", b"a = 1\na = 2", "this is not TOML", "Mend that line"),
        ("content/actor/new.toml", "title.hu = 'Tűzkő'".encode("cp1250"), "not UTF-8", "Save it"),
        ("content/actor/new.toml", "title.hu = 'ő'".encode("utf-16"), "not UTF-8", "Save it"),
        ("content/dossier.toml", b"[", "this is not TOML", "Mend that line"),
        ("content/places.toml", b"\xff", "not UTF-8", "Save it"),
        ("terms.toml", b"[[terms", "this is not TOML", "Mend that line"),
        ("content/new.toml", b"", "no record type has this folder", "Move it to one of: project,"),
        ("content/actors/new.toml", b"", "no record type has this folder", "Move it to one of"),
        ("content/actor/more/new.toml", b"", "no record type has this folder", "Move it to"),
        ("content/old/actor/new.toml", b"", "no record type has this folder", "Move it to"),
        ("content/old/places.toml", b"", "no record type has this folder", "Move it to"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    workshop: Workshop, name: str, content: bytes, message: str, remedy: str
) -> None:
    path = workshop.write(name, content)
    told = [p for p in workshop.problems() if p.path == path and p.key == "file"]
    assert len(told) == 1, workshop.problems()
    assert message in told[0].message
    assert remedy in told[0].hint


@pytest.mark.parametrize("terms", ['[terms]\nid = "camera"', 'terms = ["camera"]', "terms = 3"])
def test_a_thesaurus_that_is_no_list_of_terms_is_named(workshop: Workshop, terms: str) -> None:
    path = workshop.write("terms.toml", terms)
    told = [(p.path, p.key, p.message, p.hint) for p in workshop.problems()]
    assert told == [(path, "terms", "this is no list of tables", "Begin each with [[terms]].")]


def test_what_refers_to_a_record_that_cannot_be_read_is_no_mistake_of_its_own(
    workshop: Workshop,
) -> None:
    path = workshop.write(WORKS, b"title = ")
    assert {problem.path for problem in workshop.problems()} == {path}


def test_a_record_in_a_place_that_cannot_be_read_is_no_mistake_of_its_own(
    workshop: Workshop,
) -> None:
    workshop.change(PLACES, 'precision = "city"', "precision = 7")
    assert {problem.path for problem in workshop.problems()} == {workshop.folder / PLACES}


@pytest.mark.parametrize("name", ["content/dossier.toml", "content/places.toml"])
def test_a_file_that_has_to_be_there_is_missed(workshop: Workshop, name: str) -> None:
    (workshop.folder / name).unlink()
    missed = [p for p in workshop.problems() if p.path == workshop.folder / name]
    assert ("file", "the file is missing") in {(p.key, p.message) for p in missed}


def test_a_record_name_that_no_citation_can_spell_is_named(workshop: Workshop) -> None:
    old = workshop.content / "actor/example-works.toml"
    path = workshop.write("content/actor/Example Works (new).toml", old.read_bytes())
    workshop.change("content/project/example-cameras.toml", "actor/example-works",
                    "actor/Example Works (new)")  # fmt: skip
    assert [p for p in workshop.problems() if p.path == path]


def test_one_name_may_be_written_in_several_languages(workshop: Workshop) -> None:
    workshop.change(RAILWAY, '"ER"\nlang = "en"', '"Primer-železnica"\nlang = "en"')
    assert not workshop.problems()


def test_a_source_that_nothing_rests_on_is_named(workshop: Workshop) -> None:
    text = (workshop.content / "source/example-newspaper.toml").read_text("utf-8")
    text = text.replace("example-analysis", "unread")
    path = workshop.write(
        "content/source/unread.toml", text.replace('["example-newspaper"]', '["unread"]')
    )
    (problem,) = workshop.problems()
    assert (problem.path, problem.key, problem.message) == (path, "file", "nothing rests on it")
    assert problem.hint == "Cite it or drop it."


def test_an_actor_that_nothing_relates_to_is_named(workshop: Workshop) -> None:
    text = (workshop.content / "actor/example-works.toml").read_text("utf-8")
    path = workshop.write("content/actor/hermit.toml", text)
    (problem,) = workshop.problems()
    assert (problem.path, problem.key, problem.message) == (path, "relations", "it has none")
    assert "Relate it" in problem.hint


def test_all_problems_are_told_at_once_in_order_of_file(workshop: Workshop) -> None:
    workshop.change(WORKS, "title.hu", "title.xx")
    workshop.change(RAILWAY, "12_500_000", "false")
    workshop.change(RAILWAY, '"mid 2018"', '"2018-13"')
    workshop.change("terms.toml", 'id = "contract"', 'id = "camera"')
    told = [(problem.path.name, problem.key) for problem in workshop.problems()]
    assert told == [
        ("example-works.toml", "title"),
        ("example-railway.toml", "claims 4 value"),
        ("example-railway.toml", "claims 5 value"),
        ("terms.toml", "camera"),
    ]


def test_a_problem_reads_as_one_line(workshop: Workshop) -> None:
    workshop.change(RAILWAY, "12_500_000", '"a lot"')
    (problem,) = workshop.problems()
    assert str(problem) == (
        f"{workshop.folder / RAILWAY}: claims 5 value: this cannot be read. "
        "Write a number, such as 150_000_000 or 11.7."
    )


def test_no_message_is_without_its_full_sentence(workshop: Workshop) -> None:
    for path in sorted(Path(workshop.content).rglob("*.toml")):
        path.write_text(path.read_text("utf-8").replace('= "', '= "§'), "utf-8")
    problems = workshop.problems()
    assert len(problems) > 50
    assert all(re.search(r"[.!]$", problem.hint) for problem in problems)
