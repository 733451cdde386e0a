"""A verdict on a real store: proposed, told, answered, decided, taken up again; who is told of it."""

from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from shared.domain.actor import Actor
from shared.journal.store import Store
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.complaints import actions, views
from shared.practice.complaints.actions import Opinion
from shared.practice.complaints.facts import About, ComplaintJudged, Verdict, VerdictProposed, VerdictTold
from shared.practice.complaints.rules import Case, Decision, State
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Topic
from shared.reference.views import policy
from tests.support.builders import code, done
from tests.support.practice_hall import DAY, HALL, LI, LIU, OFFICE, SUN, WANG, ZHANG, ZHAO, at

OTHER_HALL = "二号厅"
AGAINST_LI = Opinion(Verdict.UPHELD, About.PERSON, "录像属实", "1002")


def after(days: int, clock: str = "10:00") -> int:
    """A time some days after the tests' day, a Wednesday."""
    return at(clock, DAY + timedelta(days))


def complaint(store: Store, by: Actor = ZHANG, text: str = "态度不好", clock: str = "09:00") -> str:
    """A complaint that is closed."""
    opened = done(inquiries.open_inquiry(store, by, text=text, topic=Topic.COMPLAINT, now=at(clock)))
    assert inquiries.close(store, by, opened.id, "已致歉", now=at(clock) + 60_000) is None
    return opened.id


def decided(store: Store, ticket: str, opinion: Opinion = AGAINST_LI) -> None:
    assert actions.propose(store, ZHAO, ticket, opinion, now=after(0)) is None
    assert actions.tell(store, LI, ticket, now=after(1)) is None
    assert actions.answer(store, LI, ticket, "排队太长", now=after(2)) is None
    assert actions.decide(store, OFFICE, ticket, opinion, now=after(3)) is None


def test_each_step_is_signed_dated_and_kept_in_the_hall_of_the_ticket(store):
    ticket = complaint(store)
    decided(store, ticket)
    assert views.case(store, ticket) == Case(
        ticket=ticket,
        closed=True,
        about=About.PERSON,
        person="1002",
        unit=HALL,
        proposer="1009",
        told=DAY + timedelta(1),
        answered=True,
        decisions=(Decision(DAY + timedelta(3), Verdict.UPHELD),),
    )
    [seen] = views.concerning(store, OFFICE, now=after(4))
    assert (seen.verdict, seen.grounds, seen.answer) == ("upheld", "录像属实", "排队太长")
    assert (seen.text, seen.hall) == ("态度不好", HALL)
    assert views.head(seen) == f"{seen.number} · 态度不好"
    steps = [each for each in store.events(subject=ticket) if "verdict" in each.kind or "judged" in each.kind]
    assert [each.actor for each in steps] == ["1009", "1002", "1002", "9001"]
    assert {each.hall for each in steps} == {HALL}
    assert store.fact(steps[-1]) == ComplaintJudged(
        verdict=Verdict.UPHELD, about=About.PERSON, grounds="录像属实", policy=1, person="1002", unit=HALL
    )


def test_the_days_to_answer_count_from_when_they_first_saw_it(store):
    ticket = complaint(store)
    actions.propose(store, ZHAO, ticket, AGAINST_LI, now=after(0))
    assert views.case(store, ticket).told is None
    actions.tell(store, LI, ticket, now=after(1))
    actions.tell(store, LI, ticket, now=after(2))
    assert views.case(store, ticket).told == DAY + timedelta(1)
    actions.answer(store, LI, ticket, "排队太长", now=after(2))
    actions.propose(store, ZHAO, ticket, AGAINST_LI, now=after(3))  # a new proposal is told, and answered, anew
    assert (views.case(store, ticket).told, views.case(store, ticket).answered) == (None, False)


def test_a_step_counts_on_the_day_it_happened_not_when_it_was_written_down(store):
    ticket = complaint(store)
    opinion: dict[str, Any] = {"verdict": Verdict.UPHELD, "about": About.UNIT, "grounds": "登记簿", "unit": HALL}
    with store.transaction(after(9)) as tx:
        tx.record(VerdictProposed(**opinion), subject=ticket, actor="1009", occurred_at=after(1))
        tx.record(VerdictTold(), subject=ticket, actor="1002", occurred_at=after(2))
        tx.record(ComplaintJudged(**opinion, policy=1), subject=ticket, actor="9001", occurred_at=after(3))
    found = views.case(store, ticket)
    assert (found.told, found.decisions[0].day) == (DAY + timedelta(2), DAY + timedelta(3))


@pytest.mark.parametrize(
    ("opinion", "unit"),
    [
        (AGAINST_LI, HALL),  # where she was when it came in
        (Opinion(Verdict.UPHELD, About.PERSON, "录像", "1002", OTHER_HALL), OTHER_HALL),
        (Opinion(Verdict.UPHELD, About.UNIT, "录像", "", OTHER_HALL), OTHER_HALL),
        (Opinion(Verdict.UPHELD, About.COMPANY, "价格"), ""),
        (Opinion(Verdict.UPHELD, About.PERSON, "录像", "4711"), ""),  # nobody's number
    ],
)
def test_the_unit_of_a_person_is_that_of_the_day_the_complaint_came_in(store, opinion, unit):
    ticket = complaint(store)
    moved = RosterLine("1002", "李娜", "一分公司", OTHER_HALL, "1", "cashier", LI.role)
    import_staff(store, [moved], now=after(1))
    assert actions.propose(store, ZHAO, ticket, opinion, now=after(2)) is None
    assert views.case(store, ticket).unit == unit


def test_where_the_ticket_is_not_known_the_unit_is_todays(store):
    """The office knows a verdict and not its ticket, which stays in the hall."""
    fact = VerdictProposed(verdict=Verdict.UPHELD, about=About.PERSON, grounds="录像", person="2001", unit="")
    with store.transaction(after(0)) as tx:
        tx.record(fact, subject="inquiry:elsewhere", actor="2009", hall=OTHER_HALL)
        tx.record(VerdictTold(), subject="inquiry:elsewhere", actor="2001", hall=OTHER_HALL)
    import_staff(store, [RosterLine("2001", "刘洋", "一分公司", HALL, "4", "cashier", LIU.role)], now=after(5))
    opinion = Opinion(Verdict.UPHELD, About.PERSON, "录像", "2001")
    assert actions.decide(store, OFFICE, "inquiry:elsewhere", opinion, now=after(9)) is None
    assert views.case(store, "inquiry:elsewhere").unit == HALL


def test_what_is_refused_writes_nothing(store):
    ticket = complaint(store)
    question = done(inquiries.open_inquiry(store, ZHANG, text="更名要带什么？", now=at("09:30"))).id
    blank, against_proposer = (
        Opinion(Verdict.UPHELD, About.UNIT, " "),
        Opinion(Verdict.UPHELD, About.PERSON, "x", "1009"),
    )
    before, now = len(store.events()), after(0)
    answers = [
        actions.propose(store, ZHAO, ticket, blank, now=now),
        actions.propose(store, ZHAO, ticket, against_proposer, now=now),
        actions.propose(store, ZHANG, ticket, AGAINST_LI, now=now),
        actions.propose(store, ZHAO, question, AGAINST_LI, now=now),
        actions.tell(store, ZHANG, ticket, now=now),
        actions.answer(store, LI, ticket, " ", now=now),
        actions.answer(store, LI, ticket, "排队太长", now=now),
        actions.decide(store, OFFICE, ticket, blank, now=now),
        actions.decide(store, OFFICE, ticket, AGAINST_LI, now=now),
        actions.decide(store, ZHAO, ticket, AGAINST_LI, now=now),
        actions.reopen(store, OFFICE, ticket, "新录像", now=now),
    ]
    assert [code(each) for each in answers] == [
        *("reason_needed", "about_yourself", "not_allowed", "not_a_complaint", "not_about_you", "empty_text"),
        *("not_about_you", "reason_needed", "nothing_proposed", "not_allowed", "not_final"),
    ]
    assert len(store.events()) == before


def test_taken_up_again_it_counts_for_nobody_until_it_is_decided_again(store):
    ticket = complaint(store)
    decided(store, ticket)
    month = (DAY.replace(day=1), DAY.replace(day=31), policy(store))
    assert views.upheld(store, *month) == ({"1002": Fraction(1)}, {HALL: Fraction(1)})
    assert actions.reopen(store, OFFICE, ticket, "新录像", now=after(4)) is None
    assert views.upheld(store, *month) == ({}, {})
    unfounded = Opinion(Verdict.UNFOUNDED, About.PERSON, "新录像", "1002")
    assert actions.decide(store, OFFICE, ticket, unfounded, now=after(5)) is None
    assert [each.verdict for each in views.case(store, ticket).decisions] == [Verdict.UPHELD, Verdict.UNFOUNDED]
    assert views.case(store, ticket).state is State.FINAL
    assert views.upheld(store, *month) == ({}, {})


def test_who_sees_which_complaints(store):
    """Those that wait first; the office sees all verdicts, a supervisor also what the hall has yet to propose on."""
    final, new, about_unit = (complaint(store, clock=clock) for clock in ("09:00", "09:10", "09:20"))
    inquiries.open_inquiry(store, ZHANG, text="丁", topic=Topic.COMPLAINT, now=at("10:00"))  # not closed yet
    decided(store, final)
    actions.propose(store, ZHAO, about_unit, Opinion(Verdict.PARTLY, About.UNIT, "标识", "", OTHER_HALL), now=after(0))

    def seen(actor: Actor) -> list[str]:
        return [each.case.ticket for each in views.concerning(store, actor, now=after(4))]

    assert seen(ZHAO)[-1] == final
    assert set(seen(ZHAO)) == {final, new, about_unit}
    assert seen(OFFICE) == [about_unit, final]
    assert seen(LI) == [final]
    assert seen(SUN) == [about_unit]  # concerns her unit; the ticket is another hall's
    assert seen(WANG) == seen(LIU) == seen(ZHANG) == []
    [unproposed] = [each for each in views.concerning(store, ZHAO, now=after(4)) if each.case.ticket == new]
    assert unproposed.case == views.case(store, new) == Case(ticket=new, closed=True, about=About.COMPANY)
    assert views.case(store, "inquiry:unknown") is None
