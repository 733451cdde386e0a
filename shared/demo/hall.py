"""A demo hall: 和平大厅 with its staff on duty and a few days of records, all made through the real actions.

The office's months before are made, too, so that its pages are not empty. Everything is chosen by a seeded generator,
so the demo looks the same on every machine that day; only PINs differ.
"""

import random
from datetime import date, time, timedelta
from functools import partial

from shared.demo import scene
from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.day import Day
from shared.demo.office import award, book, column, complaints, leading, learning, months, survey, visits
from shared.demo.scene import ACTORS, ELSEWHERE, ROSTER, WINDOWS, Scene
from shared.domain.progress import Progress, no_progress
from shared.domain.workdays import day_of, ms_at
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.hall_setup import hand_out_pins
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry, Outcome
from shared.practice.inquiries import actions as inquiries
from shared.practice.line import actions as line
from shared.reference.views import calendar

HALL = scene.HALL
DAYS = 5
_SEED = 2014
_MINUTE = 60_000
_OFFICE = (award, months, visits, complaints, learning, book, column, survey, leading)
_WAITING = ("gas_payment", "", "title_transfer", "consultation")
_SIGNING_IN = (*(line.number for line in ROSTER), scene.APPROVER)


def fill(store: Store, *, now: int, progress: Progress = no_progress) -> dict[str, str]:
    """Set the hall up and record its last days up to `now` (ms). Returns the new PINs by staff number."""
    seen, agenda = Scene(store, tuple(_days(store, day_of(now)))), Agenda()
    begin = ms_at(date(seen.first.year - 1, 1, 2), time(7))  # before all planned steps
    people.set_hall(store, scene.HALL, scene.HALL, scene.BRANCH, now=begin)
    people.import_staff(store, (*ROSTER, *ELSEWHERE), now=begin)
    pins = done(hand_out_pins(store, _SIGNING_IN, now=begin))
    for each in _OFFICE:
        each.plan(seen, agenda)
    for place, day in enumerate(seen.days, start=1):
        Day(store, agenda, day, random.Random(f"{_SEED} {place}")).plan()
    agenda.at(seen.days[-2], "15:20", partial(_leave_open, store))
    _plan_waiting(store, agenda, now)
    agenda.until(now, progress)
    for number in WINDOWS:  # at any hour the demo shows people at their windows
        people.set_duty(store, ACTORS[number], number, True, now=now)
    return pins


def _days(store: Store, today: date) -> list[date]:
    """The last working days and today, even if it is a day off."""
    table = calendar(store)
    days = [today]
    while len(days) < DAYS:
        before = days[-1] - timedelta(days=1)
        while not table.is_workday(before):
            before -= timedelta(days=1)
        days.append(before)
    return days[::-1]


def _leave_open(store: Store, now: int) -> None:
    """What is left open from yesterday: two tickets, one of them special, a nominated deed, ideas to answer."""
    text, grounds = "三十年的老表要更换，需现场勘查。", "需与抢修队约定现场勘查时间。"
    for number, asked, special in (("1001", "燃气具保修期内换件，需要带发票吗？", ""), ("1003", text, grounds)):
        opened = inquiries.open_inquiry(
            store, ACTORS[number], text=asked, name="钱女士", phone="13900000002", special_grounds=special, now=now
        )
        done(opened)
    deed = "李婷替身体不舒服的同事顶了一下午窗口，没有一句怨言。"
    done(diary.write(store, ACTORS["1001"], Entry.DEED, deed, candidate=True, now=now))
    seen = "好几位老人看不清叫号屏，建议把字调大。"
    done(diary.write(store, ACTORS["1002"], Entry.DISCOVERY, seen, now=now))
    wanted = "建议各厅统一过户材料清单。"
    idea = done(diary.write(store, ACTORS["1003"], Entry.SUGGESTION, wanted, now=now))
    done(diary.answer(store, ACTORS[scene.SUPERVISOR], idea, Outcome.PASSED_ON, "已转经营管理部。", now=now + _MINUTE))


def _plan_waiting(store: Store, agenda: Agenda, now: int) -> None:
    """Customers who wait at any hour, but none since yesterday."""
    for place, service in enumerate(_WAITING):
        at = now - (len(_WAITING) - place) * 3 * _MINUTE
        if day_of(at) == day_of(now):
            agenda.moment(at, partial(_take_number, store, service))


def _take_number(store: Store, service: str, now: int) -> None:
    done(line.take(store, service, now=now))
