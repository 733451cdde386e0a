"""首问负责: what customers of every hall ask, half of it answered on the spot; the supervisors sign those days."""

from datetime import date
from functools import partial

from shared.daily_log import actions as daily_log
from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import HALLS, YEAR, Company, seeded
from shared.domain.workdays import day_of
from shared.practice.inquiries import actions
from shared.practice.inquiries.facts import Channel, Satisfaction

LAST = date(YEAR, 12, 19)  # answered before the year is closed
_OF_A_HALL = 8  # in the year
_ON_THE_SPOT, _LATE, _UNSIGNED = 0.5, 0.06, 0.06
_QUESTIONS = (
    "新房过户后燃气卡怎么更名，需要带哪些材料？",
    "IC卡丢了，补卡期间家里怎么用气？",
    "免费胶管什么时候可以发放到我们小区？",
    "老人不会用自助机，能不能在窗口购气？",
    "搬家后燃气余额怎么结算？",
)
MESSAGE, ANSWER = "已经联系相关部门，尽快给您答复。", "已电话告知办理结果，用户表示清楚。"
_AT_ONCE = "可以在窗口办理，材料清单已交给您。"


def plan(company: Company, agenda: Agenda) -> None:
    """Eight inquiries of every hall."""
    rng, days = seeded("tickets"), [day for day in company.days if day <= LAST]
    for hall in HALLS:
        for day in rng.sample(days, _OF_A_HALL):
            owner, text = rng.choice(company.staff_of(hall)).number, rng.choice(_QUESTIONS)
            clock = f"{rng.randrange(9, 16):02}:{rng.randrange(60):02}"
            if rng.random() < _ON_THE_SPOT:
                agenda.at(day, clock, partial(_answer_at_once, company, owner, text))
            else:
                working_days = 3 if rng.random() < _LATE else rng.randrange(1, 3)
                agenda.at(day, clock, partial(_ask, company, agenda, owner, text, working_days))
            if rng.random() >= _UNSIGNED:
                agenda.at(day, "16:50", partial(sign, company, hall))


def _answer_at_once(company: Company, owner: str, text: str, now: int) -> None:
    who, channel = company.who(owner, now), Channel.PHONE
    done(actions.open_inquiry(company.store, who, text=text, channel=channel, answer=_AT_ONCE, now=now))


def _ask(company: Company, agenda: Agenda, owner: str, text: str, working_days: int, now: int) -> None:
    """One that takes some working days: its customer is told on the way, and asked at the end."""
    who = company.who(owner, now)
    opened = done(actions.open_inquiry(company.store, who, text=text, name="孙先生", phone="13900000000", now=now))
    asked = day_of(now)
    agenda.at(company.after(asked, 1), "10:40", partial(_inform, company, owner, opened.id))
    agenda.at(company.after(asked, working_days), "15:10", partial(_close, company, owner, opened.id))


def _inform(company: Company, owner: str, ticket: str, now: int) -> None:
    done(actions.inform(company.store, company.who(owner, now), ticket, MESSAGE, now=now))


def _close(company: Company, owner: str, ticket: str, now: int) -> None:
    who, satisfied = company.who(owner, now), Satisfaction.SATISFIED
    done(actions.close(company.store, who, ticket, ANSWER, satisfaction=satisfied, now=now))


def sign(company: Company, hall: str, now: int) -> None:
    """The supervisor signs the day."""
    done(daily_log.sign(company.store, company.who(company.supervisor(hall), now), hall, day_of(now), now=now))
