"""Facts that reach the office or every hall: a counter records them for its own hall's people, and unchanged since."""

from datetime import date
from typing import Any

import msgspec
import pytest

from shared.domain.actor import Actor
from shared.domain.clock import wall_clock
from shared.domain.fact import Fact
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal import seal
from shared.journal.event import Event
from shared.people import actions as people
from shared.practice.assessment.facts import InspectionDone, InspectionSaved, ItemAppealed, Visit
from shared.practice.caring import actions
from shared.practice.caring.facts import Consented, Declined, Nominated, Objected, Recused, Scored, Source
from shared.practice.column.facts import Adoption, AdoptionAnswered, Naming, NamingAnswered, SentenceReleased, TextRead
from shared.practice.complaints.facts import About, Verdict, VerdictProposed
from shared.practice.performance import actions as pay
from shared.practice.performance.facts import PayAppealed, SlipSigned
from shared.practice.workload.facts import Absence, AbsenceSet, DayTold, WorkloadImported
from shared.sync.hub_schema import logins
from shared.sync.messages import Outgoing
from tests.hub.site import Site, card
from tests.hub.test_trust import company, roster

DAY = date(2026, 3, 2)


def said(number: str, hall: str) -> list[Fact]:
    """What somebody of a hall may say, or may be said of them, that counts beyond it."""
    deed: dict[str, Any] = {"round": "round:2026", "hero": "1001", "author": number, "source": Source.DIARY, "day": DAY}
    visit: dict[str, Any] = {"unit": "A", "visit": Visit.SELF, "day": DAY, "inspector": number, "lines": ()}
    return [
        Nominated(**deed, hall=hall, text="事迹"),
        Consented(staff=number),
        Declined(staff=number),
        Scored(juror=number, version=1, pressure=9, contribution=9, lesson=9),
        Recused(juror=number, reason="recognised"),
        Objected(round="round:2026", staff=number, text="不同意"),
        PayAppealed(month="2026-03", staff=number, line="base", text="算错了"),
        SlipSigned(month="2026-03", staff=number, agrees=True),
        InspectionSaved(**visit, checklist="c", checklist_version=1),
        InspectionDone(),
        ItemAppealed(line="1", text="不对"),
        AbsenceSet(staff=number, absence=Absence.SICK, first=DAY, last=DAY),
        WorkloadImported(day=DAY, staff=number, service="开户", count=900, source="x"),
        DayTold(day=DAY, hall=hall, people=(), head=1, head_hash=""),
        VerdictProposed(verdict=Verdict.UPHELD, about=About.PERSON, grounds="x", person=number),
        NamingAnswered(staff=number, naming=Naming.NAMED),
        TextRead(staff=number, version=1, agreed=True),
        SentenceReleased(card="card:1", hall=hall, sentence="谢谢"),
        AdoptionAnswered(story="story:1", hall=hall, adoption=Adoption.ADOPTED, line="采用"),
    ]


def test_a_counter_scored_and_signed_for_people_of_other_halls(site: Site) -> None:
    office, counter = company(site)
    foreign = [counter.record(fact, actor="2001") for fact in said("2001", "B")]
    own = [counter.record(fact, actor="1001") for fact in said("1001", "A")]
    counter.sync()
    office.sync()
    assert site.faults() == {"authority": len(foreign)}
    assert {event.id for event in own} <= office.ids()
    assert not {event.id for event in foreign} & office.ids()
    [seen] = [device for device in logins.devices(site.admin) if device.name == "c"]
    assert seen.alarm == "exceeded"


def test_the_office_records_them_for_anybody(site: Site) -> None:
    office, _ = company(site)
    for fact in said("2001", "B"):
        office.record(fact, actor="9001")
    office.sync()
    assert site.faults() == {}


def test_a_fact_from_before_a_move_counts_for_the_former_hall(site: Site) -> None:
    office, counter = company(site)
    before = counter.record(Consented(staff="1001"), actor="1001")
    office.clock = lambda: wall_clock() + 1000  # not in the same millisecond
    office.record(roster("1001", "B"), "staff:1001", hall="B")
    office.sync()
    after = msgspec.structs.replace(before, id="f" * 32, n=before.n + 1, ts=before.ts + 60_000)
    after = msgspec.structs.replace(after, link=seal.link(before.link, after))
    with counter.connect() as hub:
        counter.round(hub).greet()
        hub.push([Outgoing(before), Outgoing(after, (), before.link)])
    assert site.sql("SELECT n, fault FROM hub.event WHERE kind = 'consented' ORDER BY n") == [
        (before.n, ""),
        (after.n, "authority"),
    ]


def test_a_visitor_is_refused_what_only_the_own_hall_records(site: Site) -> None:
    """Before the hub would set it aside."""
    _, counter = company(site)
    visitor = Actor("2001", "名", Role.SUPERVISOR, "cashier", "B")
    now = wall_clock()
    refused = [
        actions.consent(counter.store, visitor, "nomination:1", True, now=now),
        actions.score(counter.store, visitor, "nomination:1", 1, actions.jury.Marks(1, 1, 1), now=now),
        pay.sign(counter.store, visitor, "2026-03", True, now=now),
        people.set_pin(counter.store, visitor.number, "482915", now=now, actor=visitor),
        people.set_photo(counter.store, visitor.number, b"photo", now=now, actor=visitor),
        people.set_duty(counter.store, visitor, visitor.number, True, "1", now=now),
    ]
    assert [answer.code for answer in refused if isinstance(answer, Refusal)] == ["only_at_home"] * 6


# ---- as it was sealed -----------------------------------------------------------------------------------------------


def changed(event: Event, **changes: Any) -> Event:
    """As somebody changes it on the disk who does not compute the chain anew."""
    return msgspec.structs.replace(event, **changes)


CHANGES: dict[str, dict[str, Any]] = {
    "body": {"body": {"staff": "1001", "p": "patient"}},
    "subject": {"subject": "card:another"},
    "actor": {"actor": "2001"},
    "moment": {"occurred_at": wall_clock() - 1000},
    "version": {"v": 2},
    "link": {"link": "f" * 64},
}


@pytest.mark.parametrize("knows_before", [True, False])
def test_a_row_changed_on_the_disk_was_taken_as_it_came(site: Site, knows_before: bool) -> None:
    """First and later events, in one message or one after the other, with the link before them and without."""
    counter, other = site.device("c"), site.device("other")
    events = [counter.record() for _ in range(2 * len(CHANGES) + 1)]
    altered = {
        place: changed(events[place], **change)
        for place, change in zip((0, 2, 4, 6, 8, 10), CHANGES.values(), strict=True)
    }
    whole = [altered.get(place, event) for place, event in enumerate(events)]
    links = ["", *(event.link for event in whole)] if knows_before else [""] * len(whole)
    parcels = [Outgoing(event, (), before) for event, before in zip(whole, links, strict=False)]
    with counter.connect() as hub:
        counter.round(hub).greet()
        assert set(hub.push(parcels)) == {"stored"}
        assert set(hub.push(parcels)) == {"duplicate"}  # a line that broke: sent once more, no other event
        hub.stamp()
    other.sync()
    # the one behind a forged link does not follow it either
    assert site.faults() == {"link": len(CHANGES) + 1}
    assert len(other.cards()) == len(events) - len(CHANGES) - 1
    [seen] = [device for device in logins.devices(site.admin) if device.name == "c"]
    assert (seen.alarm, seen.quarantined) == ("exceeded", len(CHANGES) + 1)


ODD = ['"\\/', "\b\f\n\r\t", "\x01\x1f\x7f\x80", "\u2028\u2029", "暖窗😀", "</script>", "é\u0301", " "]


def test_every_text_is_sealed_alike_on_device_and_hub(site: Site) -> None:
    """The hub computes the link in SQL, the device by msgspec."""
    counter = site.device("c")
    for text in ODD:
        counter.record(card(sentence=text), f"card:{text}", actor=text)
        counter.record(card(text), f"card:2{text}")
    counter.sync()
    assert site.faults() == {}
    assert site.sql("SELECT count(*) FROM hub.event") == [(2 * len(ODD),)]


def test_replaying_a_device_s_whole_journal_changes_nothing(site: Site) -> None:
    counter = site.device("c")
    for _ in range(5):
        counter.record()
    counter.sync()
    counter.store.db.execute_sql("UPDATE event SET acked = 0")
    counter.sync()
    assert site.sql("SELECT status, count(*) FROM hub.event GROUP BY status") == [("ok", 5)]
    assert site.sql("SELECT alarm FROM hub.device") == [("",)]
