"""A document of a newer version is read as far as it is understood; publishing accepts no unknown names."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from shared.domain import policy_check, wording
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.assessment import actions as assessment
from shared.practice.assessment import checklist as standard
from shared.practice.assessment import inspections
from shared.practice.assessment.facts import Unit
from shared.practice.assessment.policy import Assessment
from shared.practice.cards import actions as award
from shared.practice.cards.facts import P
from shared.practice.cards.policy import CardsPolicy
from shared.practice.happiness import actions as hotlines
from shared.practice.happiness import views as happiness
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.performance.policy import Performance
from shared.practice.rulebook import actions as chapters
from shared.practice.rulebook import views as rulebook
from shared.practice.rulebook.facts import ChapterText
from shared.reference import actions, views
from shared.reference.facts import DocumentPublished
from shared.report import effect
from tests.older import arrivals, read
from tests.older.tomorrow import NEWER, NIGHT, opened, wider
from tests.support.builders import HALL, MONDAY, actor, code, done

T = TypeVar("T")


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


def test_what_a_newer_office_wrote_stays_when_an_older_one_changes_the_document(tmp_path: Path) -> None:
    """Units, checklist, hotlines, chapters and holidays were published without it, in silence."""
    store = opened(tmp_path, arrivals())
    office = actor("9001")
    units = (Unit("heping", "和平", "和平分公司", (HALL,)),)
    lines = standard.shipped().lines
    assert done(assessment.publish_units(store, office, units, now=NIGHT))
    assert done(assessment.publish_checklist(store, office, lines, now=NIGHT))
    holidays = {"years": {"2031": {"holidays": ["2031-01-01"], "makeup": []}}}
    assert done(actions.publish(store, office, "calendar", holidays, now=NIGHT))
    names = ("units", "checklist/standard", "happy_station", "rulebook/smile", "calendar")
    for name in names:
        body = wider(views.document(store, name))
        body.get("years", {}).pop(NEWER, None)  # years are numbers
        published(store, name, body)
    text = ChapterText(place=1, title="微笑服务", text="1. 微笑。")
    assert done(assessment.publish_units(store, office, replaced(units, windows=9), now=NIGHT))
    assert done(assessment.publish_checklist(store, office, replaced(lines, points="3"), now=NIGHT))
    assert done(hotlines.publish(store, office, happiness.station(store), now=NIGHT))
    assert done(chapters.publish(store, office, "smile", text, now=NIGHT))
    holidays["years"]["2031"]["holidays"].append("2031-01-02")
    assert done(actions.publish(store, office, "calendar", holidays, now=NIGHT))
    for name in names:
        body = views.document(store, name)
        assert body is not None
        entries = [*body.get("units", ()), *body.get("lines", ()), *body.get("hotlines", ())]
        entries += [body.get("years", {}).get("2031", body)]
        assert [each.get(NEWER) for each in (body, *entries)] == [1] * (1 + len(entries)), name
    assert chapters.withdraw(store, office, "smile", now=NIGHT) == 11
    store.close()


def replaced(entries: Iterable[T], **values: object) -> tuple[T, ...]:
    return tuple(msgspec.structs.replace(each, **values) for each in entries)  # type: ignore[type-var]


def test_the_parts_of_a_list_of_the_policy_keep_what_is_newer_in_them(tmp_path: Path) -> None:
    store = opened(tmp_path, arrivals())
    office = actor("9001")
    newer = [{"service": "smart_meter", "points": 3, NEWER: 1}, {"service": "gas_payment", "points": 1, NEWER: 2}]
    published(store, "policy", {"performance": {"coefficients": newer, "credited_absences": [NEWER]}})
    again = [{"service": "smart_meter", "points": 3}, {"service": "gas_payment", "points": 2}]
    changes = {"coefficients": again, "credited_absences": [NEWER, "leave"]}
    assert done(actions.publish(store, office, "policy", {"performance": changes}, now=NIGHT))
    body = views.policy(store).body["performance"]
    assert [(each["points"], each[NEWER]) for each in body["coefficients"]] == [(3, 1), (2, 2)]
    assert body["credited_absences"] == [NEWER, "leave"]
    store.close()


@pytest.mark.parametrize(
    "wrong",
    [
        {"line": {"priorities": ["elderli"]}},
        {"performance": {"coefficients": [{"service": "gas_paymnt", "points": 1}]}},
        {"performance": {"credited_absences": ["leeve"]}},
    ],
)
def test_a_mistyped_code_in_a_list_is_not_published(wrong: dict[str, Any], tmp_path: Path) -> None:
    """The elderly waited in the line from then on, and nobody was told."""
    store = opened(tmp_path, arrivals())
    before = views.policy(store).version
    assert code(actions.publish(store, actor("9001"), "policy", wrong, now=NIGHT)) == "policy_value"
    assert views.policy(store).version == before
    store.close()


def test_nothing_is_paid_by_a_value_that_cannot_be_read(tmp_path: Path) -> None:
    """A hall goes on by the value shipped; what is paid must not be computed by another than the published one."""
    store = opened(tmp_path, arrivals())
    published(store, "policy", {"performance": {"service_by": NEWER, "publish": "points"}})
    policy = views.policy(store)
    assert policy[Performance].service_by == Performance().service_by
    assert [each.name for each in policy.unread(Performance)] == ["service_by"]
    refusal = policy_check.understood(policy, Performance)
    assert refusal is not None
    assert "“服务部分依据”本版本还不认识" in wording.refusal(refusal)
    assert policy_check.understood(policy, Assessment) is None
    store.close()


@pytest.mark.parametrize("day", ["2027-13-45", "20270401", {"month": "2027-04"}, 20270401, "0", "now"])
def test_a_policy_whose_day_cannot_be_read_waits_and_is_lost_by_nobody(day: object, tmp_path: Path) -> None:
    """The pages of policy and effect raised an error, and some such documents were in force at once."""
    store = opened(tmp_path, arrivals())
    before, office = views.policy(store).version, actor("9001")
    published(store, "policy", {"cards": {"repeat_seconds": 77}, "effective": day})
    assert views.policy(store).version == views.version(store, "policy") == before
    assert effect.changes(store, MONDAY, date(2100, 12, 31)) == effect.changes(store, MONDAY, day_of(NIGHT))
    waiting = [each for each in views.schedule(store, "policy", MONDAY) if each.undated]
    assert [(each.version, each.undated) for each in waiting] == [(9, str(day))]
    refusal = policy_check.understood(views.policy_on(store, MONDAY), Performance)
    assert refusal is not None
    assert f"生效日“{day}”本版本还不认识" in wording.refusal(refusal)
    assert actions.publish(store, office, "policy", {"pauses": {"per_day": 5}}, now=NIGHT) == 10
    assert views.policy(store)[PausesPolicy].per_day == 5
    again = views.document(store, "policy", 11)  # with the change, and with its day as it was
    assert again is not None
    assert (again["effective"], again["cards"]["repeat_seconds"], again["pauses"]["per_day"]) == (day, 77, 5)
    answer = actions.publish(store, office, "policy", {"effective": day, "pauses": {"per_day": 6}}, now=NIGHT)
    assert code(answer) == "policy_effective"
    store.close()


def test_documents_that_cannot_be_read_leave_those_before_in_force_and_are_not_overwritten(tmp_path: Path) -> None:
    """Their pages opened nowhere. No year is closed by the units of before."""
    store = opened(tmp_path, arrivals())
    office, unit = actor("9001"), Unit("heping", "和平", "和平分公司", (HALL,))
    assert done(assessment.publish_units(store, office, [unit], now=NIGHT))
    published(store, "units", {"version": 9, "units": [{"code": "heping", "halls": {"all": True}}]})
    published(store, "happy_station", {"version": 9, "hotlines": {"主管领导": "024-22223333"}})
    published(store, "rulebook/smile", {"title": "微笑", "clauses": ["微笑"]})
    published(store, "calendar", {"version": 9, "years": "see elsewhere"})
    assert inspections.units(store) == (unit,)
    assert [line.name for line in happiness.station(store).hotlines] == ["主管领导"]
    assert [chapter.title for chapter in rulebook.chapters(store)] == ["微笑服务"]
    text = ChapterText(place=1, title="微笑服务", text="1. 微笑。")
    answers: list[object] = [
        assessment.publish_units(store, office, [unit], now=NIGHT),
        assessment.publish_year(store, office, 2025, {}, now=NIGHT),
        hotlines.publish(store, office, happiness.station(store), now=NIGHT),
        chapters.publish(store, office, "smile", text, now=NIGHT),
        actions.publish(store, office, "calendar", {"years": {"2031": {"holidays": [], "makeup": []}}}, now=NIGHT),
    ]
    assert list(map(code, answers)) == ["document_newer"] * 5
    store.close()
