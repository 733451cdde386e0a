"""Lines of workload and of absences, as people write them."""

from datetime import date

import pytest

from shared.domain.spelling import folded
from shared.practice.workload.facts import Absence
from shared.practice.workload.rules import AbsenceLine, WorkLine, absence_line, work_line
from tests.support.builders import code

TODAY = date(2026, 3, 4)
KNOWN = {folded(number): number for number in ("1001", "A07")}
WORK = {"date": "2026-03-03", "staff": "1001", "service": "结算", "count": "12"}
AWAY = {"staff": "1001", "kind": "培训", "from": "2026-03-02", "to": "2026-03-04"}


def work(staff: str = "1001", service: str = "settlement", count: int = 12, day: int = 3) -> WorkLine:
    return WorkLine(date(2026, 3, day), staff, service, count)


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, work()),
        ({"date": "2026-03-04"}, work(day=4)),  # today
        ({"date": "2026-03-05"}, "day_in_future"),
        ({"date": "三月"}, "bad_day"),
        ({"staff": "'ａ07"}, work("A07")),
        ({"staff": "4711"}, "unknown_person"),
        ({"service": "SETTLEMENT"}, work()),
        ({"service": "用户结算"}, work()),
        ({"service": "补卡"}, work(service="ic_card_replace")),
        ({"service": "燃气费"}, work(service="gas_payment")),
        ({"service": "收费"}, "service_not_known"),
        ({"count": "0"}, work(count=0)),
        ({"count": "12.0"}, work()),
        ({"count": "100000"}, work(count=100_000)),
        ({"count": "100001"}, "bad_count"),
        ({"count": "12.5"}, "bad_count"),
        ({"count": "-1"}, "bad_count"),
        ({"count": "12笔"}, "bad_count"),
        *(({column: ""}, "missing_value") for column in WORK),
    ],
)
def test_a_line_of_workload(changed, found):
    read = work_line(WORK | changed, KNOWN, TODAY)
    assert (code(read) or read) == found


def away(staff: str = "1001", kind: Absence = Absence.TRAINING, first: int = 2, last: int = 4) -> AbsenceLine:
    return AbsenceLine(staff, kind, date(2026, 3, first), date(2026, 3, last))


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, away()),
        ({"to": "2026-03-02"}, away(last=2)),  # one day
        ({"to": "2026-03-01"}, "days_reversed"),
        ({"kind": "Sick"}, away(kind=Absence.SICK)),
        ({"kind": "leave"}, away(kind=Absence.LEAVE)),
        ({"kind": "旅游"}, "absence_not_known"),
        ({"staff": "'A07"}, away("A07")),
        ({"staff": "4711"}, "unknown_person"),
        ({"from": "周一"}, ("bad_day", "周一")),
        ({"to": "周五"}, ("bad_day", "周五")),
        *(({column: " "}, "missing_value") for column in AWAY),
    ],
)
def test_a_line_of_absences(changed, found):
    read = absence_line(AWAY | changed, KNOWN)
    named = (read.code, read.details["value"]) if code(read) == "bad_day" else code(read)
    assert (named or read) == found
