"""FollowTheMoney: entities become records, links become relations."""

import json
from pathlib import Path

import pytest

from database.model.values import Code, Money
from tests.database.exchange.reading.conftest import TakeIn

SAMPLES = Path(__file__).parents[5] / "shared/data/followthemoney"


def entity(key: str, schema: str, **properties: str | list[str]) -> dict[str, object]:
    listed = {k: [v] if isinstance(v, str) else v for k, v in properties.items()}
    return {"id": key, "schema": schema, "properties": listed}


def lines(*entities: dict[str, object]) -> str:
    return "\n".join(map(json.dumps, entities))


def test_a_link_may_stand_before_what_it_links(take: TakeIn) -> None:
    taken = take(
        lines(
            entity("link", "ProjectParticipant", project="p", participant="c", role="Contractor",
                   startDate="2018", endDate="2020"),
            entity("p", "Project", name="A bridge", amount="1500000", currency="EUR", country="rs",
                   startDate="2018-05"),
            entity("c", "Company", name="Bridge Works"),
        ),
        "table.ftm.json",
    )  # fmt: skip
    bridge, works = taken.record("A bridge"), taken.record("Bridge Works")
    (relation,) = bridge.relations
    assert (relation.role, relation.target, str(relation.date)) == (
        "contractor",
        works.id,
        "2018/2020",
    )
    assert [citation.line for citation in relation.citations] == ["1"]
    (budget,) = bridge.claimed("budget")
    assert budget.value == Money(1_500_000, "EUR")
    assert [str(claim.value) for claim in bridge.claimed("started")] == ["2018-05"]
    assert works.attributes["actor-kind"] == (Code("actor-kind", "company"),)
    assert taken.account.lost == 0


def test_a_role_we_do_not_know_is_kept_in_its_own_words(take: TakeIn) -> None:
    taken = take(
        lines(
            entity("p", "Person", name="Example, Jane"),
            entity("o", "Organization", name="Example Office"),
            entity("d", "Directorship", director="p", organization="o", role="Vice chair"),
        ),
        "table.ftm.json",
    )
    (relation,) = taken.record("Example, Jane").relations
    assert relation.role == "office"
    assert relation.label
    assert relation.label.within("en") == "Vice chair"


def test_an_event_has_its_date_and_those_who_were_there(take: TakeIn) -> None:
    taken = take(
        lines(
            entity("e", "Event", name="Opening", startDate="2018-05-01", endDate="2018-05-03",
                   organizer="o", involved=["o", "nobody"]),
            entity("o", "PublicBody", name="Example Office"),
        ),
        "table.ftm.json",
    )  # fmt: skip
    event = taken.record("Opening")
    assert [str(claim.value) for claim in event.claimed("date")] == ["2018-05-01/2018-05-03"]
    assert [relation.role for relation in event.relations] == ["host", "participant"]
    assert taken.left_out() == {("participant", "There is no such record in the file."): [1]}


def test_what_a_record_rests_on_is_cited_if_it_is_in_the_file(take: TakeIn) -> None:
    taken = take(
        lines(
            entity("p", "Project", name="A bridge", proof="d"),
            entity("d", "Document", title="Report on a bridge"),
        ),
        "table.ftm.json",
    )
    cited = [citation.source for citation in taken.record("A bridge").origin]
    assert cited == ["source/table", taken.record("Report on a bridge").id]


@pytest.mark.parametrize(
    "line", ["{", "[]", '"text"', "{}", '{"schema": 3}', '{"schema": "Project", "properties": 1}']
)
def test_a_bad_line_is_told_and_left_out(take: TakeIn, line: str) -> None:
    taken = take(f"{lines(entity('p', 'Project', name='A bridge'))}\n{line}\n", "table.ftm.json")
    assert len(taken.records()) == 1
    assert taken.left_out() == {("", "The line cannot be read."): [2]}


@pytest.mark.skipif(not SAMPLES.exists(), reason="the files of others are not here")
def test_donations_are_taken_in_but_for_what_has_no_place(take_file: TakeIn) -> None:
    taken = take_file(SAMPLES / "nomenklatura-donations.ijson")
    assert dict(taken.account.taken) == {"actor": 95}
    no_place = {key for key, _message in taken.left_out()}
    assert no_place == {"Payment", "Address", "addressEntity"}
    assert "DE" in {v.text for r in taken.records() for v in r.attributes.get("country", ())}


@pytest.mark.skipif(not SAMPLES.exists(), reason="the files of others are not here")
def test_documents_of_an_investigation_are_sources(take_file: TakeIn) -> None:
    taken = take_file(SAMPLES / "aleph-samples.ijson")
    assert taken.account.taken["source"] > 10
    assert taken.account.records == len(taken.records())


def test_an_entity_may_come_in_fragments_and_without_an_id(take: TakeIn) -> None:
    taken = take(
        lines(
            entity("p", "Project", name="A bridge"),
            entity("p", "Project", name="A bridge", country="rs"),
            {"schema": "Person", "properties": {"name": ["Example, Jane"]}},
            {"schema": "Person", "properties": {"name": ["Example, John"]}},
        ),
        "table.ftm.json",
    )
    assert dict(taken.account.taken) == {"project": 1, "actor": 2}
    assert taken.record("A bridge").attributes["country"]


def test_halves_of_letters_do_no_harm(take: TakeIn) -> None:
    line = '{"id": "p", "schema": "Project", "properties": {"name": ["A \\ud800 bridge"]}}'
    assert take(line, "table.ftm.json").record("A ? bridge")
