"""The three causes (重视, 公平, 会干) asked for: on paper before the year, and twice during it, without names."""

from datetime import date, timedelta
from functools import partial
from random import Random

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import HALLS, PREPARER, WINDOWS, YEAR, Company, seeded
from shared.demo.year.set_up import DAY as SET_UP
from shared.practice.survey import actions
from shared.practice.survey.facts import Group, Question
from shared.practice.survey.rules import VALUES

BEFORE = date(YEAR - 1, 12, 9)
ROUNDS = (date(YEAR, 6, 3), date(YEAR, 12, 1))
_DAYS = 11
_MOOD = {BEFORE: 2.7, ROUNDS[0]: 3.3, ROUNDS[1]: 3.9}  # how people answer on the whole, 1 to 5
_SILENT = {ROUNDS[0]: "塔湾大厅", ROUNDS[1]: ""}  # a hall that does not take part
_KEY_BITS = 256  # nothing real is protected by it, and a full key takes seconds


def plan(company: Company, agenda: Agenda) -> None:
    """The office enters the paper survey at set-up, opens two rounds, and counts them."""
    agenda.at(SET_UP, "10:00", partial(_enter, company))
    for first in ROUNDS:
        agenda.at(first, "08:05", partial(_open, company, agenda, first))
        agenda.at(company.after(first + timedelta(_DAYS), 1), "09:00", partial(_count, company, first))


def _enter(company: Company, now: int) -> None:
    rng, office = seeded("survey on paper"), company.who(PREPARER, now)
    groups = [_on_paper(branch, rng) for branch in dict.fromkeys(HALLS.values())]
    done(actions.enter(company.store, office, BEFORE, BEFORE + timedelta(_DAYS), groups, now=now))


def _on_paper(branch: str, rng: Random) -> Group:
    """What a branch's window staff answered, added up."""
    halls = tuple(hall for hall, of in HALLS.items() if of == branch)
    given = [_answers(BEFORE, rng) for _ in range(len(halls) * WINDOWS)]
    answers = {q.value: tuple(sum(one[q] == value for one in given) for value in VALUES) for q in Question}
    return Group(halls=halls, count=len(given), answers=answers)


def _answers(first: date, rng: Random) -> dict[Question, int]:
    return {q: min(max(round(rng.gauss(_MOOD[first], 0.9)), VALUES[0]), VALUES[-1]) for q in Question}


def _open(company: Company, agenda: Agenda, first: date, now: int) -> None:
    """Hall by hall: what a hall's five put into its box is added up before it leaves the hall."""
    rng, store, last = seeded(f"survey {first}"), company.store, first + timedelta(_DAYS)
    subject = done(actions.open_round(store, company.who(PREPARER, now), first, last, now=now, bits=_KEY_BITS))
    for place, hall in enumerate(hall for hall in HALLS if hall != _SILENT[first]):
        for line in company.staff_of(hall):
            day = company.after(first, place % 5 + 1)
            agenda.at(day, f"12:{10 + place}", partial(_answer, company, line.number, subject, _answers(first, rng)))


def _answer(company: Company, number: str, subject: str, answers: dict[Question, int], now: int) -> None:
    done(actions.answer(company.store, company.who(number, now), subject, answers, now=now))


def _count(company: Company, first: date, now: int) -> None:
    done(actions.count(company.store, company.who(PREPARER, now), actions.id_of(first), now=now))
