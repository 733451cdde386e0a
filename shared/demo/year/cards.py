"""5P卡: the paper's 1,356 of customers by P, at the kiosks; cards of colleagues; a few double touches, excluded."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, time
from functools import partial
from random import Random

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import PREPARER, YEAR, Company, seeded
from shared.domain.workdays import day_of, ms_at
from shared.practice.cards import actions, views
from shared.practice.cards.facts import P, Verdict
from shared.practice.honour import actions as honour
from shared.practice.promotion import actions as promotion
from shared.practice.promotion import views as ladder

TOTALS = {P.POLITE: 271, P.PATIENT: 281, P.POSITIVE: 263, P.PASSIONATE: 311, P.PROFESSIONAL: 230}
"""The paper's."""
PROMOTED = 10
LAST = date(YEAR, 12, 24)  # afterwards the year is closed
_OF_THE_BEST = {P.POLITE: 11, P.PATIENT: 11, P.POSITIVE: 11, P.PASSIONATE: 12, P.PROFESSIONAL: 10}
_OF_THE_NEXT = {P.POLITE: 6, P.PATIENT: 6, P.POSITIVE: 5, P.PASSIONATE: 7, P.PROFESSIONAL: 5}
_OTHERS_MOST = 22  # below the first step of the ladder
_RISING = 0.8  # later days bring more cards
_APART_MINUTES = 11  # further than what counts as a burst at one screen
_TWICE, _FROM_STAFF = 24, 36
_SHOWN = 0.7  # who agrees to be on the honour wall
_AGAIN_MS = 40_000  # a double touch: after the undo, within the time that makes it suspect
_SENTENCES = (
    "讲得很清楚，老人也听得懂，谢谢！",
    "排队时间长，但是态度一直很好。",
    "帮我找到了忘在柜台的卡，感谢。",
    "下雨天还主动帮我撑伞，暖心。",
    "业务特别熟，几分钟就办完了。",
)
Dealt = tuple[str, P]
"""(staff number, P)."""


def plan(company: Company, agenda: Agenda) -> None:
    """The cards of customers and colleagues; after each month the office confirms whom they have promoted."""
    rng, days = seeded("cards"), [day for day in company.days if day <= LAST]
    dealt = _dealt(company, rng)
    twice = set(rng.sample(range(len(dealt)), _TWICE))
    by_day: Counter[date] = Counter()
    for place, (staff, p) in enumerate(dealt):
        day = days[int(len(days) * (place / len(dealt)) ** _RISING)]
        moment = ms_at(day, time(8, 45)) + (by_day[day] * _APART_MINUTES + rng.randrange(5)) * 60_000
        by_day[day] += 1
        sentence = rng.choice(_SENTENCES) if rng.random() < 0.3 else ""
        agenda.moment(moment, partial(_award, company, staff, p, sentence))
        if place in twice:
            agenda.moment(moment + _AGAIN_MS, partial(_award, company, staff, p, ""))
            agenda.at(day, "16:45", partial(_review, company, company.people[staff].hall))
    for day in rng.sample(days, _FROM_STAFF):
        giver, receiver = rng.sample(company.staff_of(rng.choice(company.window_staff).hall), 2)
        agenda.at(day, "14:12", partial(_give, company, giver.number, receiver.number, rng.choice(list(P))))
    for month in range(1, 12):
        agenda.at(company.after(company.of_month(month)[-1], 1), "10:00", partial(_confirm, company, agenda))
    agenda.at(date(YEAR, 12, 31), "09:30", partial(_confirm, company, agenda))


def _dealt(company: Company, rng: Random) -> list[Dealt]:
    """Who gets which: ten reach the ladder, one of them its second step; the others stay below it."""
    best = rng.sample([line.number for line in company.window_staff], PROMOTED)
    cards = [(number, p) for number in best for p in _many(_OF_THE_BEST if number == best[0] else _OF_THE_NEXT, rng)]
    left = Counter(TOTALS) - Counter(p for _, p in cards)
    others = Counter({line.number: 0 for line in company.window_staff if line.number not in best})
    for p in left.elements():
        number = rng.choice([number for number, had in others.items() if had < _OTHERS_MOST])
        others[number] += 1
        cards.append((number, p))
    rng.shuffle(cards)
    return cards


def _many(each: dict[P, int], rng: Random) -> Iterator[P]:
    for p, count in each.items():
        yield from [p] * (count + rng.randrange(3))


def _award(company: Company, staff: str, p: P, sentence: str, now: int) -> None:
    company.who(staff, now)  # the kiosk of their hall
    done(actions.award(company.store, staff, p, sentence=sentence, now=now))


def _review(company: Company, hall: str, now: int) -> None:
    supervisor = company.who(company.supervisor(hall), now)
    for card in views.suspect(company.store, hall):
        done(actions.review(company.store, supervisor, card.card, Verdict.EXCLUDE, "同一用户连点两次", now=now))


def _give(company: Company, giver: str, receiver: str, p: P, now: int) -> None:
    done(actions.give(company.store, company.who(giver, now), receiver, p, now=now))


def _confirm(company: Company, agenda: Agenda, now: int) -> None:
    """The office confirms every step of the ladder that is due."""
    office = company.who(PREPARER, now)
    for each in ladder.standings(company.store):
        if each.due:
            done(promotion.promote(company.store, office, each.number, now=now))
            agenda.at(day_of(now), "12:15", partial(_agree, company, each.number))


def _agree(company: Company, number: str, now: int) -> None:
    """责任与荣耀: who was promoted is shown on the wall of their hall, if they like."""
    if seeded(f"wall {number}").random() < _SHOWN:
        done(honour.set_shown(company.store, company.who(number, now), True, now=now))
