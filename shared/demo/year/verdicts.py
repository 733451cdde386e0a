"""投诉认定: complaints from the customer's words to the office's verdict; nine are upheld, in six units."""

from datetime import date
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import PREPARER, YEAR, Company, seeded
from shared.demo.year.tickets import ANSWER, sign
from shared.domain.workdays import day_of
from shared.practice.complaints import actions
from shared.practice.complaints.actions import Opinion
from shared.practice.complaints.facts import About, Verdict
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Topic

UPHELD = {"南塔大厅": 2, "兴工大厅": 2, "塔湾大厅": 2, "五爱大厅": 1, "重工大厅": 1, "长白大厅": 1}
_OTHERS = {"和平大厅": Verdict.UNFOUNDED, "北陵大厅": Verdict.PARTLY, "沈河大厅": Verdict.UNFOUNDED}
_LAST = date(YEAR, 12, 5)  # judged before the year is closed
_COMPLAINTS = (
    "等了半小时，窗口没有说明原因。",
    "问过户材料，两次说法不一样，白跑一趟。",
    "解释时语气急躁，让人不舒服。",
)
_GROUNDS = {
    Verdict.UPHELD: "调阅录像并回访用户，情况属实。",
    Verdict.PARTLY: "等候时间属实，已当场说明过原因。",
    Verdict.UNFOUNDED: "调阅录像，已按规定一次告知。",
}


def plan(company: Company, agenda: Agenda) -> None:
    """Every complaint is about a person, who is heard before the office decides."""
    rng = seeded("verdicts")
    wanted = [(hall, Verdict.UPHELD) for hall, count in UPHELD.items() for _ in range(count)] + list(_OTHERS.items())
    days = rng.sample([day for day in company.days if day <= _LAST], len(wanted))
    for (hall, verdict), day in zip(wanted, days, strict=True):
        about, owner = (line.number for line in rng.sample(company.staff_of(hall), 2))
        opinion = Opinion(verdict, About.PERSON, _GROUNDS[verdict], about)
        agenda.at(day, "11:25", partial(_complain, company, agenda, owner, rng.choice(_COMPLAINTS), opinion))
        agenda.at(day, "16:50", partial(sign, company, hall))


def _complain(company: Company, agenda: Agenda, owner: str, text: str, opinion: Opinion, now: int) -> None:
    who, topic, today = company.who(owner, now), Topic.COMPLAINT, day_of(now)
    ticket = done(inquiries.open_inquiry(company.store, who, text=text, topic=topic, now=now)).id
    for working_days, clock, do in (
        (1, "14:30", partial(_close, company, owner, ticket)),
        (2, "09:20", partial(_propose, company, ticket, opinion)),
        (3, "12:10", partial(_answer, company, ticket, opinion.person)),
        (5, "15:30", partial(_decide, company, ticket, opinion)),
    ):
        agenda.at(company.after(today, working_days), clock, do)


def _close(company: Company, owner: str, ticket: str, now: int) -> None:
    done(inquiries.close(company.store, company.who(owner, now), ticket, ANSWER, now=now))


def _propose(company: Company, ticket: str, opinion: Opinion, now: int) -> None:
    supervisor = company.supervisor(company.people[opinion.person].hall)
    done(actions.propose(company.store, company.who(supervisor, now), ticket, opinion, now=now))


def _answer(company: Company, ticket: str, person: str, now: int) -> None:
    who = company.who(person, now)
    done(actions.tell(company.store, who, ticket, now=now))
    done(actions.answer(company.store, who, ticket, "当时人多，我解释得不够，愿意改进。", now=now))


def _decide(company: Company, ticket: str, opinion: Opinion, now: int) -> None:
    done(actions.decide(company.store, company.who(PREPARER, now), ticket, opinion, now=now))
