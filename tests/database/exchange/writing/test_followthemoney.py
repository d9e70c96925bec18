"""Entities and links that the tools of FollowTheMoney take."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from i18n.locales import HUNGARIAN

MODEL = Path(__file__).parents[5] / "shared/data/followthemoney/followthemoney-defaultModel.json"
RAILWAY = "project/example-railway"
WORKS = "actor/example-works"
ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")  # as FollowTheMoney has it

Entity = dict[str, Any]


@pytest.fixture(scope="module")
def model() -> dict[str, Any]:
    if not MODEL.exists():
        pytest.skip("the model of FollowTheMoney is not here")
    return json.loads(MODEL.read_text("utf-8"))


def entities(text: str) -> dict[str, Entity]:
    read = [json.loads(line) for line in text.splitlines()]
    by_id = {entity["id"]: entity for entity in read}
    assert len(by_id) == len(read), "two entities have the same id"
    return by_id


def faults(entity: Entity, others: dict[str, Entity], model: dict[str, Any]) -> list[str]:
    """Return what the model has against an entity."""
    kinds = model["schemata"][entity["schema"]]["schemata"]
    known = {name: p for kind in kinds for name, p in model["schemata"][kind]["properties"].items()}
    required = {name for kind in kinds for name in model["schemata"][kind].get("required", ())}
    found = [f"{entity['id']} lacks {name}" for name in required - entity["properties"].keys()]
    for name, values in entity["properties"].items():
        if name not in known:
            found.append(f"{entity['schema']} has no {name}")
            continue
        for value in values:
            if not _suits(value, known[name], others, model):
                found.append(f"{entity['id']}: {name} is {value!r}")
    return found


def _suits(value: str, prop: Entity, others: dict[str, Entity], model: dict[str, Any]) -> bool:
    kind = model["types"][prop.get("type", "string")]
    if not value or len(value) > prop.get("maxLength", 10**6):
        return False
    if "values" in kind:
        return value in kind["values"]
    match prop.get("type"):
        case "date":
            return bool(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value))
        case "url":
            return value.startswith(("http://", "https://"))
        case "number":
            return bool(re.fullmatch(r"-?\d+(\.\d+)?", value))
        case "entity":
            return (
                value in others
                and prop["range"] in (model["schemata"][others[value]["schema"]]["schemata"])
            )
    return True


@pytest.mark.parametrize("which", ["sample", "real"])
def test_every_entity_suits_the_model(which, model, written, request):
    selection = request.getfixturevalue(which)()
    found = entities(written(selection, "followthemoney")[0])
    assert [fault for entity in found.values() for fault in faults(entity, found, model)] == []
    assert all(ID.fullmatch(name) for name in found)


def test_a_project_has_its_dates_its_first_amount_and_its_proofs(sample, written):
    found = entities(written(sample(), "followthemoney")[0])
    railway = found["project-example-railway"]
    assert railway["schema"] == "Project"
    properties = railway["properties"]
    assert properties["name"] == ["Example railway", "Mintavasút"]
    assert (properties["date"], properties["startDate"]) == (["2016-10-05"], ["2018"])
    assert (properties["amount"], properties["currency"]) == (["12500000"], ["EUR"])
    assert properties["country"] == ["hu", "rs"]
    assert properties["proof"] == ["source-example-analysis", "source-example-newspaper"]
    assert properties["goal"] == ["To carry passengers and flint.", "Utasok és tűzkő szállítása."]


def test_who_takes_part_in_a_project_is_a_link_with_role_and_date(sample, written):
    found = entities(written(sample(), "followthemoney")[0])
    link = found["project-example-railway.contractor.actor-example-works"]
    assert link["schema"] == "ProjectParticipant"
    assert link["properties"]["project"] == ["project-example-railway"]
    assert link["properties"]["participant"] == ["actor-example-works"]
    assert (link["properties"]["role"], link["properties"]["date"]) == (["Contractor"], ["2016"])


def test_a_source_is_a_document_with_its_day_and_its_language(sample, written):
    found = entities(written(sample(), "followthemoney")[0])
    newspaper = found["source-example-newspaper"]
    assert newspaper["schema"] == "Document"
    properties = newspaper["properties"]
    assert (properties["publishedAt"], properties["language"]) == (["2018-06"], ["srp"])
    assert properties["title"] == ["[The line is open]", "[Megnyílt a vonal]"]


def test_a_link_to_what_is_not_exported_is_lost_and_told(sample, written):
    selection = sample(RAILWAY, WORKS)
    text, account = written(selection, "followthemoney")
    found = entities(text)
    links = [name for name in found if "." in name]
    assert links == ["project-example-railway.contractor.actor-example-works"]
    told = {loss.label: loss.total for loss in account.losses(selection.wording())}
    assert told["Relations"] >= 2


def test_a_concern_has_no_place_in_the_model_which_is_told(sample, written):
    selection = sample()
    text, account = written(selection, "followthemoney")
    assert not [name for name in entities(text) if name.startswith("concern")]
    told = {loss.label: loss.total for loss in account.losses(selection.wording())}
    assert told["Concerns"] == 1
    assert told["Budget"] == 1  # the second one: an entity has one currency
    assert account.written == len(selection.ids) - 1


def test_codes_are_in_the_language_that_was_asked_for(sample, written):
    text, _account = written(sample(RAILWAY, locale=HUNGARIAN), "followthemoney")
    properties = entities(text)["project-example-railway"]["properties"]
    assert properties["status"] == ["Megállapodás megkötve", "Használatban"]
