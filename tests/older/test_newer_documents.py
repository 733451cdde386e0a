"""A document of a newer version is read as far as it is understood; publishing accepts no unknown names."""

from pathlib import Path
from typing import Any

import pytest

from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.cards import actions as award
from shared.practice.cards.facts import P
from shared.practice.cards.policy import CardsPolicy
from shared.practice.happiness import views as happiness
from shared.practice.rulebook import views as rulebook
from shared.reference import actions, views
from shared.reference.facts import DocumentPublished
from tests.older import arrivals, read
from tests.older.tomorrow import NEWER, NIGHT, opened, wider
from tests.support.builders import actor


def published(store: Store, name: str, body: dict[str, Any], version: int = 9) -> None:
    """As an office of tomorrow publishes it."""
    fact = DocumentPublished(name=name, version=version, body=body)
    with store.transaction(NIGHT) as tx:
        tx.record(fact, subject=f"document:{name}", actor="9001", hall="*")


DOCUMENTS = {
    row["body"]["name"]: row["body"]["body"] for row in read("journal.json") if row["kind"] == "document_published"
}


@pytest.mark.parametrize("name", ["policy", "calendar", "happy_station", "rulebook/smile"])
def test_a_document_with_a_field_more_is_read_and_stops_no_card(name: str, tmp_path: Path) -> None:
    store = opened(tmp_path, arrivals())
    body = wider(DOCUMENTS[name]) | ({"version": 9} if name != "rulebook/smile" else {})
    if name == "calendar":  # years are numbers
        body["years"].pop(NEWER)
    published(store, name, body)
    assert views.version(store, name) == 9
    read_back = {
        "policy": lambda: views.policy(store).version == 9,
        "calendar": lambda: views.calendar(store).version == 9,
        "happy_station": lambda: happiness.station(store).hotlines[0].name == "主管领导",
        "rulebook/smile": lambda: [c.version for c in rulebook.chapters(store)] == [9],
    }
    assert read_back[name]()
    assert isinstance(award.award(store, "1001", P.POLITE, now=NIGHT), award.Awarded)
    store.close()


def test_a_calendar_that_cannot_be_read_leaves_the_one_before_in_force(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = opened(tmp_path, arrivals())
    published(store, "calendar", {"version": 9, "years": "see elsewhere"})
    assert views.calendar(store).version == 2
    assert isinstance(award.award(store, "1001", P.POLITE, now=NIGHT), award.Awarded)
    assert ["calendar" in message for message in caplog.messages] == [True]
    store.close()


def test_a_section_of_the_policy_that_cannot_be_read_takes_the_values_shipped(tmp_path: Path) -> None:
    store = opened(tmp_path, arrivals())
    published(store, "policy", {"version": 9, "cards": "see elsewhere"})
    assert views.policy(store).version == 9
    assert views.policy(store)[CardsPolicy] == CardsPolicy()
    assert isinstance(award.award(store, "1001", P.POLITE, now=NIGHT), award.Awarded)
    store.close()


def test_unknown_names_are_not_published(tmp_path: Path) -> None:
    store = opened(tmp_path, arrivals())
    year = {"holidays": [], "makeup": [], "makeups": ["2027-01-02"]}
    answer = actions.publish(store, actor("9001"), "calendar", {"years": {"2027": year}}, now=NIGHT)
    assert isinstance(answer, Refusal)
    assert answer.code == "calendar_form"
    assert "makeups" in str(answer.details["value"])
    answer = actions.publish(store, actor("9001"), "calendar", {"years": {}, "yaers": {}}, now=NIGHT)
    assert isinstance(answer, Refusal)
    assert "yaers" in str(answer.details["value"])
    assert views.calendar(store).version == 2
    store.close()


def test_unknown_names_of_the_document_in_force_may_stay(tmp_path: Path) -> None:
    store = opened(tmp_path, arrivals())
    published(store, "calendar", {**DOCUMENTS["calendar"], "version": 9, NEWER: 1})
    body = views.document(store, "calendar")
    assert body is not None
    body["years"]["2031"] = {"holidays": ["2031-01-01"], "makeup": []}
    assert actions.publish(store, actor("9001"), "calendar", body, now=NIGHT) == 10
    assert isinstance(actions.publish(store, actor("9001"), "calendar", {**body, "mine": 1}, now=NIGHT), Refusal)
    found = views.document(store, "calendar")
    assert found is not None
    assert found[NEWER] == 1
    store.close()
