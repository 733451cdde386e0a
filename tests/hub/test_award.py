"""A round of the award over a real hub: author, hero and jury in three halls, the office; who learns what, and when."""

from dataclasses import dataclass
from datetime import time, timedelta

import pytest

from shared.domain.actor import Actor
from shared.domain.clock import wall_clock
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.domain.workdays import day_of, ms_at
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.caring import actions, annals, own, views
from shared.practice.caring.actions import Opening
from shared.practice.caring.actions.jury import Marks
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from tests.hub.site import Device, Site
from tests.support.builders import done

FIRST = day_of(wall_clock()) - timedelta(days=40)
YEAR = FIRST.year
AUTHOR = Actor("1001", "张敏", Role.STAFF, "cashier", "A")
HERO = Actor("2001", "李慧娜", Role.STAFF, "cashier", "B")
JURY = tuple(Actor(f"300{n}", f"评委{n}", Role.STAFF, "cashier", "C") for n in range(1, 6))
OFFICE = Actor("9001", "周宁", Role.OFFICE, "", "总部")
TOLD, BLIND, TITLE = "李慧娜雪天送票上门", "〔本人〕雪天送票上门", "雪天送票"


def at(days: int) -> int:
    """Ten o'clock, so many days after the first."""
    return ms_at(FIRST + timedelta(days=days), time(10))


@dataclass
class Company:
    """Three halls' counters, the author's neighbour, and the office."""

    author: Device
    hero: Device
    jury: Device
    office: Device
    neighbour: Device

    @property
    def halls(self) -> tuple[Device, ...]:
        return self.author, self.hero, self.jury

    def carry(self, *way: Device) -> None:
        """A round of each, in this order: what the first recorded comes to those after it."""
        for device in way:
            device.sync(thorough=False)


@pytest.fixture
def company(site: Site) -> Company:
    author, hero, jury = (site.device(hall.lower(), hall=hall) for hall in "ABC")
    made = Company(author, hero, jury, site.device("office", "office"), site.device("a2", hall="A"))
    lines = [
        RosterLine(each.number, each.name, "一分公司", each.hall, "", each.post or "cashier", each.role)
        for each in (AUTHOR, HERO, OFFICE, *JURY)
    ]
    people.import_staff(made.office.store, lines, now=at(0))
    opening = Opening(tuple(each.number for each in JURY), FIRST, FIRST + timedelta(days=5), places=2, minimum=18)
    done(actions.open_round(made.office.store, OFFICE, YEAR, opening, now=at(0)))
    made.carry(made.office, *made.halls)
    return made


def kept(device: Device) -> str:
    """All that a device's disk holds of the award: events, personal values, tables."""
    db = device.store.db
    of_award = "subject LIKE 'nomination:%' OR subject LIKE 'round:%' OR subject LIKE 'annal:%'"
    asked = [f"SELECT kind, actor, body, subject FROM event WHERE {of_award}"]
    asked += [f"SELECT value FROM companion WHERE event_id IN (SELECT id FROM event WHERE {of_award})"]
    asked += [f"SELECT * FROM {table}" for table in ("award_entry", "award_score", "award_round", "annal")]
    return "\n".join(str(row) for each in asked for row in db.execute_sql(each).fetchall())


def names(device: Device) -> list[str]:
    """Who of author and hero is named there."""
    text = kept(device)
    return [each.name for each in (AUTHOR, HERO) if any(f"{q}{said}{q}" in text for q in "'\"" for said in _said(each))]


def _said(person: Actor) -> tuple[str, str]:
    return person.name, person.number


def nominated(company: Company) -> str:
    """From the diary line to the jury's desks."""
    office, author, hero = company.office, company.author, company.hero
    entry = done(diary.write(author.store, AUTHOR, Entry.DEED, TOLD, candidate=True, now=at(0)))
    nomination = str(done(actions.nominate(author.store, AUTHOR, str(entry), HERO.number, now=at(0) + 1)))
    company.carry(author, office)
    done(actions.ask(office.store, OFFICE, YEAR, nomination, now=at(0) + 2))
    company.carry(office, hero)
    assert names(hero) == [HERO.name]  # and not of the author
    done(actions.consent(hero.store, HERO, nomination, True, now=at(0) + 3))
    company.carry(hero, office)
    done(actions.prepare(office.store, OFFICE, YEAR, nomination, TITLE, BLIND, read=True, now=at(0) + 4))
    company.carry(office, company.jury)
    return nomination


def scored(company: Company, nomination: str, *points: int) -> None:
    for juror, p in zip(JURY, points, strict=False):
        marks = Marks(p // 3, (p + 1) // 3, (p + 2) // 3)
        done(actions.score(company.jury.store, juror, nomination, 1, marks, now=at(1)))
    company.carry(company.jury, company.office)


def test_a_round_from_a_diary_line_to_the_annals(company: Company) -> None:
    nomination, office, jury = nominated(company), company.office, company.jury
    assignment = own.assignment(jury.store, JURY[0].number, FIRST)
    assert assignment is not None
    assert [(each.title, each.text) for each in assignment.texts] == [(TITLE, BLIND)]
    scored(company, nomination, 18, 21, 24, 27, 30)
    done(actions.close_jury(office.store, OFFICE, YEAR, now=at(2)))
    done(actions.decide(office.store, OFFICE, YEAR, JURY[0].number, now=at(2) + 1))
    company.carry(office, *company.halls, company.neighbour)
    late = actions.score(jury.store, JURY[0], nomination, 1, Marks(0, 0, 0), now=at(2))
    assert late == Refusal("jury_is_closed")
    assert names(jury) == names(company.neighbour) == []
    assert "scored" not in kept(company.author) + kept(company.hero)
    assert "jury_closed" not in kept(jury)
    done(actions.announce(office.store, OFFICE, YEAR, now=at(2) + 2))
    company.carry(office, jury)
    shown = own.in_notice(jury.store, JURY[1].number)
    assert shown is not None
    assert [(each.name, each.text) for each in shown.shown] == [(HERO.name, BLIND)]
    done(actions.object_to(jury.store, JURY[1], "听说是别人", now=at(3)))
    company.carry(jury, office)
    [said] = views.objections(office.store, YEAR)
    done(actions.answer(office.store, OFFICE, YEAR, said.id, False, "查过了", now=at(4)))
    done(actions.finish(office.store, OFFICE, YEAR, now=at(20)))
    company.carry(office, *company.halls)
    assert [annal(device).name for device in company.halls] == [HERO.name] * 3
    assert [each.text for each in own.copies(company.hero.store, HERO.number)] == [TOLD]
    assert TOLD not in kept(jury)
    done(actions.consent(company.hero.store, HERO, nomination, False, now=at(21)))
    company.carry(company.hero, office)
    assert actions.withdraw_declined(office.store, now=at(22)) == 1
    company.carry(office, *company.halls)
    assert [(annal(device).name, annal(device).title) for device in company.halls] == [("本人不愿具名", TITLE)] * 3
    assert names(jury) == []


def annal(device: Device) -> annals.Annal:
    [found] = annals.annals(device.store)
    return found


def test_a_declined_nomination_is_erased_from_every_disk(company: Company) -> None:
    nomination = nominated(company)
    done(actions.consent(company.hero.store, HERO, nomination, False, now=at(2)))
    assert actions.withdraw_declined(company.hero.store, now=at(2)) == 0  # a hall does not speak for others
    company.carry(company.hero, company.office)
    assert actions.withdraw_declined(company.office.store, now=at(3)) == 1
    company.carry(company.office, *company.halls)
    for device in (*company.halls, company.office):
        assert TOLD not in kept(device)
        assert BLIND not in kept(device)
    assignment = own.assignment(company.jury.store, JURY[0].number, FIRST)
    assert assignment is not None
    assert assignment.texts == ()


def test_a_counter_of_another_hall_cannot_erase_a_nomination(company: Company) -> None:
    nomination = nominated(company)
    with company.jury.store.transaction(at(1)) as tx:
        tx.erase(nomination, reason="declined")
    company.carry(company.jury, company.office)
    found = views.award_round(company.office.store, YEAR, FIRST)
    assert found is not None
    assert [each.text for each in found.entries] == [TOLD]
