"""What another hall or the office began, a counter or kiosk can't change, whatever it names and however it dates it.

The thief knows the names of things: some follow from a number and a day, some of those that every hall reads.
"""

from datetime import date
from typing import Any

import msgspec
import pytest

from shared.domain.clock import DAY_MS, wall_clock
from shared.domain.fact import Fact
from shared.journal import seal
from shared.journal.event import PersonalErased
from shared.journal.stations import StationReplaced
from shared.people import pin_waits
from shared.people.facts import PinFailed
from shared.practice.cards.facts import CardAwarded, Giver, P, SentenceAdded, Source
from shared.practice.caring import facts as caring
from shared.practice.column.facts import Adoption, AdoptionAnswered, SentenceReleased, SentenceWithheld
from shared.practice.complaints.facts import VerdictAnswered, VerdictTold
from shared.practice.happiness.facts import GreetingSent
from shared.practice.honour.facts import HonourSet
from shared.practice.inquiries.facts import Channel, Deadlines, InquiryClosed, InquiryOpened, Kind, Promise, Topic
from shared.practice.learning import facts as learning
from shared.practice.learning.rules.attending import SessionState
from shared.practice.learning.views import sessions
from shared.practice.pauses.hub import Answer
from shared.practice.performance.facts import SlipShown, SlipSigned
from shared.practice.rulebook.facts import ChapterDrafted, RulebookRead
from shared.practice.survey.facts import SurveyOpened, SurveyTaken
from shared.practice.workload.facts import Absence, AbsenceSet, DayTold
from shared.reference import views as reference
from shared.reference.facts import DocumentGivenUp, DocumentPublished
from shared.registry import PRACTICES
from shared.sync.courier import Courier
from shared.sync.hub_schema.kinds import rules
from shared.sync.messages import Outgoing
from tests.hub.fold import fold
from tests.hub.site import Device, Site, card
from tests.hub.test_pauses import claim
from tests.hub.test_trust import company, roster
from tests.support.examples import arrivals

DAY = date(2026, 3, 2)
Said = tuple[Fact, str, str, str]  # fact, subject, actor, hall


def ticket(owner: str, text: str) -> InquiryOpened:
    promise = Promise(
        kind=Kind.GENERAL,
        deadlines=Deadlines(day=DAY, target=DAY, limit=DAY, inform_by=DAY, unconfirmed=False),
        policy=1,
        calendar=1,
    )
    said: dict[str, Any] = {"number": f"SX-{owner}", "owner": owner, "channel": Channel.VISIT, "topic": Topic.COMPLAINT}
    return InquiryOpened(**said, received_at=wall_clock(), promise=promise, text=text)


def of_the_office() -> list[Said]:
    """What the office says to and of hall B."""
    shown = SlipShown(month="2026-03", post="cashier", hall="B", staff="2001", told=(), pay=1, until=DAY)
    drafted = ChapterDrafted(chapter="smile", place=1, title="微笑服务", text="微笑")
    survey = SurveyOpened(year=2026, half=1, first=DAY, last=DAY, key="f1")
    session = learning.SessionPlanned(course="c", day=DAY, start="09:00", place="厅", trainer="2001", invited=("2001",))
    return [
        (shown, "pay:2026-03/2001", "9001", "B"),
        (drafted, "draft:smile", "9001", "*"),
        (survey, "survey:2026-1", "9001", "*"),
        (session, "session:1", "9001", "*"),
        (caring.Prepared(version=1, text="盲稿", title="题", round="round:2026"), "nomination:1", "9001", "*"),
        (DocumentPublished(name="policy", version=2, body={"version": 2}), "document:policy", "9001", "*"),
    ]


def of_hall_b() -> list[Said]:
    """What hall B says of its own."""
    deed: dict[str, Any] = {"round": "round:2026", "hero": "2001", "author": "2001", "day": DAY, "hall": "B"}
    said: list[tuple[Fact, str]] = [
        (card("2001", sentence="谢谢"), "card:b"),
        (GreetingSent(staff="2001", text="节日好"), "greeting:b"),
        (ticket("2001", "阀门漏气"), "inquiry:b"),
        (caring.Nominated(**deed, source=caring.Source.DIARY, text="事迹"), "nomination:1"),
        (SlipSigned(month="2026-03", staff="2001", agrees=True, text="同意"), "pay:2026-03/2001"),
        (AbsenceSet(staff="2001", absence=Absence.SICK, first=DAY, last=DAY), "absence:b"),
        (DayTold(day=DAY, hall="B", people=(), head=1, head_hash=""), "totals:B/2026-03-02"),
        (SentenceReleased(card="card:b", hall="B", sentence="谢谢"), "sentence:card:b"),
        (AdoptionAnswered(story="story:1", hall="B", adoption=Adoption.ADOPTED, line="好"), "adoption:story:1:B"),
        (RulebookRead(staff="2001", chapter="smile", version=1), "reading:2001:smile"),
        (HonourSet(staff="2001", shown=True, honours=("gold",)), "honour:2001"),
        (learning.AttemptBegun(of="course:c", bank="c", staff="2001", paper=()), "attempt:b"),
        (learning.AttemptHandedIn(answers=(), right=9, shown=9, passed=True), "attempt:b"),
        (learning.QuizPassed(of="course:c", staff="2001", day=DAY), "attempt:b"),
    ]
    return [(fact, subject, "2001", "B") for fact, subject in said]


def by_a_thief_in_a() -> list[Said]:
    """The same things, and those to come, as somebody says them who has a counter of hall A: of 1001, who is theirs."""
    deed: dict[str, Any] = {"round": "round:2026", "hero": "1001", "author": "1001", "day": DAY, "hall": "A"}
    superior = CardAwarded(staff="1001", p=P.POLITE, giver=Giver.SUPERIOR, source=Source.COUNTER, policy=1)
    said: list[tuple[Fact, str]] = [
        (superior, "card:b"),
        (SentenceAdded(sentence="骂人"), "card:b"),
        (GreetingSent(staff="1001", text="骂人"), "greeting:b"),
        (GreetingSent(staff="2001", text="骂人"), "greeting:forged"),
        (ticket("1001", "?"), "inquiry:b"),
        (InquiryClosed(answer="办完了"), "inquiry:b"),
        (VerdictTold(), "inquiry:b"),
        (VerdictAnswered(text="我认"), "inquiry:b"),
        (caring.Nominated(**deed, source=caring.Source.DIARY, text="占位"), "nomination:1"),
        (SlipSigned(month="2026-03", staff="1001", agrees=False, text="不同意"), "pay:2026-03/2001"),
        (AbsenceSet(staff="1001", absence=Absence.SICK, first=DAY, last=DAY, withdrawn=True), "absence:b"),
        (DayTold(day=DAY, hall="A", people=(), head=9, head_hash="x"), "totals:B/2026-03-02"),
        (SentenceReleased(card="card:b", hall="A", sentence=""), "sentence:card:b"),
        (SentenceWithheld(), "sentence:card:b"),
        (
            AdoptionAnswered(story="story:1", hall="A", adoption=Adoption.NOT_APPLICABLE, line="不"),
            "adoption:story:1:B",
        ),
        (RulebookRead(staff="1001", chapter="smile", version=9), "reading:2001:smile"),
        (RulebookRead(staff="2001", chapter="safe", version=1), "reading:2001:safe"),
        (HonourSet(staff="1001", shown=False), "honour:2001"),
        (HonourSet(staff="2001", shown=False), "honour:2001"),
        (learning.AttemptBegun(of="course:c", bank="c", staff="1001", paper=()), "attempt:b"),
        (learning.AttemptHandedIn(answers=(), right=0, shown=9, passed=False), "attempt:b"),
        (learning.QuizPassed(of="course:c", staff="1001", day=DAY), "attempt:b"),
        (learning.QuizPassed(of="course:c", staff="2001", day=DAY), "attempt:forged"),
        (learning.SessionClosed(), "session:1"),
        (SurveyTaken(round="survey:2026-1"), "survey_taken:2026-1:2001"),
        (roster("1001"), "staff:2001"),
        *[(PinFailed(program="counter"), "staff:9001")] * 20,
        (PinFailed(program="counter"), "staff:2001"),
        *((PersonalErased(reason="x"), subject) for subject in ERASABLE),
    ]
    return [(fact, subject, "1001", "A") for fact, subject in said]


ERASABLE = ("card:b", "inquiry:b", "nomination:1", "pay:2026-03/2001", "sentence:card:b", "adoption:story:1:B")


def say(device: Device, said: list[Said], *, ago: int = 0) -> None:
    now = device.clock
    device.clock = lambda: now() - ago
    for fact, subject, actor, hall in said:
        device.record(fact, subject, actor=actor, hall=hall)
    device.clock = now
    device.sync()


@pytest.mark.parametrize("ago", [0, DAY_MS], ids=["later", "before"])
def test_a_counter_changed_what_another_hall_had_said(site: Site, ago: int) -> None:
    """Also by a date before it: whoever is first in the order of the fold wins there."""
    office, thief = company(site)
    other = site.device("b", hall="B")
    say(office, of_the_office())
    say(other, of_hall_b())
    office.sync()
    before, values = fold(office.store), companions(office)
    say(thief, by_a_thief_in_a(), ago=ago)
    office.sync()
    after = fold(office.store)
    del before["training_session"]  # goes by who closed it, see below
    changed = {table: [row for row in rows if row not in after[table]] for table, rows in before.items()}
    assert {table: rows for table, rows in changed.items() if rows} == {}
    assert set(values) <= set(companions(office))
    [held] = sessions(office.store)
    assert held.state is SessionState.PLANNED
    assert pin_waits.must_wait(office.store, "9001", has_pin=True, now=wall_clock(), steady=None) is None
    other.record(learning.SessionClosed(), "session:1", actor="2001", hall="*")
    for device in (other, office):
        device.sync()
    assert [each.state for each in sessions(office.store)] == [SessionState.CLOSED]


def test_a_kiosk_gave_up_the_office_s_policy(site: Site) -> None:
    """By saying that it once was the office's device."""
    office, counter = company(site)
    say(office, of_the_office())
    kiosk = site.device("k", "kiosk")
    kiosk.sync()
    [published] = [event for event in kiosk.store.events() if event.kind == "document_published"]
    was = StationReplaced(former=office.store.station, upto=2**50, reason="restored")
    kiosk.record(was, f"station:{kiosk.store.station}")
    kiosk.record(DocumentGivenUp(events=(published.id,)), "document:policy")
    for device in (kiosk, office, counter):
        device.sync()
    assert site.faults() == {"authority": 1}
    assert [reference.version(device.store, "policy") for device in (office, counter)] == [2, 2]


def test_a_counter_used_up_the_pauses_of_another_hall_s_people(site: Site) -> None:
    _, thief = company(site)
    other = Courier(site.device("b", hall="B").folder, lambda: site.devices[-1].open())
    for place in range(3):
        with thief.connect() as hub:
            hub.ask(claim(f"pause:{place}", "2001"))
    assert other.ask(claim("pause:b", "2001")) is Answer.GRANTED


def companions(device: Device) -> list[Any]:
    rows = device.store.db.execute_sql("SELECT event_id, field, value FROM companion ORDER BY 1, 2")
    return list(rows.fetchall())


@pytest.mark.parametrize("kind", ["kiosk", "counter"])
def test_a_login_sends_only_the_kinds_of_its_kind_of_device(site: Site, kind: str) -> None:
    """An example of every kind there is, sealed as a device seals it."""
    device, parcels, before = site.device("thief", kind), [], seal.START
    for place, (example, _, _) in enumerate(arrivals(device.store.projections.fact_types.values()), start=1):
        event = msgspec.structs.replace(
            example, station=device.store.station, hall="A", n=place, ts=wall_clock(), occurred_at=wall_clock()
        )
        event = msgspec.structs.replace(event, actor="" if kind == "kiosk" else "x", link="")
        event = msgspec.structs.replace(event, link=seal.link(before, event))
        parcels.append(Outgoing(event, (), "" if place == 1 else before))
        before = event.link
    with device.connect() as hub:
        device.round(hub).greet()
        for start in range(0, len(parcels), 200):
            hub.push(parcels[start : start + 200])
    taken = {str(name) for (name,) in site.sql("SELECT DISTINCT kind FROM hub.event WHERE status = 'ok'")}
    may = {rule.kind for rule in rules(PRACTICES) if getattr(rule, kind)}
    assert taken
    assert taken - may == set()
