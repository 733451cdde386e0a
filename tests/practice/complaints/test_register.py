"""Verdicts of a paper register: read line by line, entered once, refused where tickets already say it."""

from datetime import date, time

import pytest

from shared.domain.workdays import ms_at
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.complaints import views
from shared.practice.complaints.facts import About, ComplaintJudged, Verdict
from shared.practice.complaints.importing import VerdictLine, import_verdicts, verdict_line
from shared.practice.inquiries import actions as inquiries
from tests.support.builders import code
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, ZHANG, at

TODAY = date(2026, 3, 4)
STAFF, HALLS = {"1002": "1002"}, {"H1": "一号厅", "H2": "二号厅"}
ROW = {"number": "7", "date": "2026-03-04", "hall": "一号厅", "staff": "", "verdict": "属实", "grounds": "录像"}
LINE = VerdictLine("7", TODAY, "H1", Verdict.UPHELD, "录像")


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, LINE),
        ({"hall": " h1 "}, LINE),  # the hall by its code
        ({"verdict": "UPHELD"}, LINE),
        ({"verdict": "partly upheld"}, VerdictLine("7", TODAY, "H1", Verdict.PARTLY, "录像")),
        ({"staff": "'1002"}, VerdictLine("7", TODAY, "H1", Verdict.UPHELD, "录像", "1002")),
        ({"staff": "4711"}, "unknown_person"),
        ({"date": "2026-03-05"}, "verdict_day"),  # tomorrow
        ({"date": "昨天"}, "verdict_day"),
        ({"hall": "三号厅"}, "verdict_hall"),
        ({"verdict": "待查"}, "verdict_not_known"),
        *(({column: " "}, "missing_value") for column in ("number", "date", "hall", "verdict", "grounds")),
    ],
)
def test_a_line_of_the_register(changed, found):
    read = verdict_line(ROW | changed, STAFF, HALLS, TODAY)
    assert (code(read) or read) == found


EARLIER = date(2026, 3, 2)
ABOUT_LI = VerdictLine("7", EARLIER, HALL, Verdict.UPHELD, "录像", "1002")
ABOUT_HALL = VerdictLine("8", EARLIER, HALL, Verdict.PARTLY, "标识")


def test_a_verdict_is_entered_once_for_the_hall_the_person_belonged_to_that_day(store):
    was = RosterLine("1002", "李娜", "一分公司", "二号厅", "1", "cashier", LI.role)
    import_staff(store, [was], now=at("08:00", date(2026, 3, 1)))
    assert import_verdicts(store, [ABOUT_LI, ABOUT_HALL], actor=OFFICE, now=at("10:00")) == 2
    assert import_verdicts(store, [ABOUT_LI, ABOUT_HALL], actor=OFFICE, now=at("10:01")) == 0
    entered = [each for each in store.events() if each.kind == "complaint_judged"]
    assert {(each.actor, each.hall, each.occurred_at) for each in entered} == {
        ("9001", HALL, ms_at(EARLIER, time(12))),
    }
    [of_li, of_hall] = [store.fact(each) for each in entered]
    assert of_li == ComplaintJudged(
        verdict=Verdict.UPHELD, about=About.PERSON, grounds="录像", policy=1, person="1002", unit="二号厅"
    )
    assert (of_hall.about, of_hall.person, of_hall.unit) == (About.UNIT, "", HALL)


@pytest.mark.parametrize(
    "corrected",
    [
        VerdictLine("7", EARLIER, HALL, Verdict.UNFOUNDED, "录像", "1002"),
        VerdictLine("7", date(2026, 3, 3), HALL, Verdict.UPHELD, "录像", "1002"),
        VerdictLine("7", EARLIER, HALL, Verdict.UPHELD, "录像", "1003"),
    ],
    ids=["another verdict", "another day", "another person"],
)
def test_a_corrected_line_is_the_same_complaint_decided_again(store, corrected):
    import_verdicts(store, [ABOUT_LI], now=at("10:00"))
    assert import_verdicts(store, [corrected], now=at("10:01")) == 1
    assert import_verdicts(store, [corrected], now=at("10:02")) == 0
    [case] = [each.case for each in views.complaints(store)]
    assert (case.person, case.decisions[-1].verdict) == (corrected.staff, corrected.verdict)


@pytest.mark.parametrize(
    ("day", "answer"),
    [(date(2026, 3, 3), 1), (DAY, "verdict_by_ticket")],
    ids=["before the first ticket", "of its day"],
)
def test_from_the_first_ticket_on_verdicts_are_given_on_tickets(store, day, answer):
    inquiries.open_inquiry(store, ZHANG, text="更名要带什么？", now=at("09:00"))
    other = VerdictLine("9", EARLIER, HALL, Verdict.UPHELD, "录像")
    found = import_verdicts(store, [VerdictLine("8", day, HALL, Verdict.UPHELD, "录像")], actor=OFFICE, now=at("10:00"))
    assert (code(found) or found) == answer
    both = import_verdicts(store, [other, VerdictLine("8", day, HALL, Verdict.UPHELD, "录像")], now=at("10:01"))
    assert (code(both) or both) == answer  # the whole file or nothing
