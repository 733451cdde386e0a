"""What halls read of team assessment: a published month with its lines and its lot, a year in notice and closed."""

from datetime import date

import pytest
from msgspec.structs import replace

from shared.domain.roles import Role
from shared.people.actions import import_staff
from shared.practice.assessment import actions, hall_results, plans, published, views
from shared.practice.assessment.facts import Part, Visit
from shared.practice.assessment.rules.import_lines import InspectedLine, YearFigure
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from tests.practice.assessment import month
from tests.practice.assessment.month import AFTER, MARCH, OFFICE, STATION, drawn, locked, on
from tests.support.builders import HALL, code, line

EAST = "东风大厅"
SECOND = replace(OFFICE, number="9002", name="孙立")


@pytest.fixture
def shown(store):
    """March: an open visit with a line of less than full marks, and a covert one without any."""
    first, covert = drawn(store, HALL, Visit.OPEN), drawn(store, HALL, Visit.COVERT)
    locked(store, first, hygiene="2")
    locked(store, covert)
    month.published(store)
    return store


def test_a_hall_reads_its_own_lines_and_lot(shown):
    found = hall_results.of_hall(shown, HALL, MARCH)
    assert (found.month, found.until) == (MARCH, date(2026, 4, 9))  # five working days: the 6th is a holiday
    assert set(found.scores) == {"environment", "service_quality"}
    assert found.scores == {each.item.value: each.score for each in plans.published(shown, MARCH).scores} | {
        "environment": "19.00",  # the mean of 18 and 20
        "service_quality": "20.00",
    }
    [lost] = [each for each in found.lines if each.lost]
    assert (lost.visit, lost.code, lost.text, lost.earned, lost.points, lost.reason, lost.appeal) == (
        *(Visit.OPEN, "hygiene", "卫生", "2", "4", "地面有水", None),
    )
    inspectors = {each.visit: each.inspector for each in found.lines}
    assert inspectors[Visit.OPEN] == "赵敏"
    assert inspectors[Visit.COVERT].startswith("暗访员")
    assert {slot.unit for slot in found.slots} == {HALL}
    assert len(found.slots) == 2
    assert hall_results.of_hall(shown, EAST, MARCH).lines == ()
    assert hall_results.of_hall(shown, "没有的大厅", MARCH) is None
    assert hall_results.of_hall(shown, HALL, "2026-02") is None


def test_each_visit_is_told_to_its_own_hall(shown):
    told = [each for each in shown.events() if each.kind == "inspection_shown"]
    assert [(each.actor, each.hall) for each in told] == [("9001", HALL)] * 2


def test_a_month_is_published_from_its_last_day_on(store):
    locked(store, drawn(store))
    assert code(actions.publish_month(store, OFFICE, MARCH, now=on(date(2026, 3, 30)))) == "month_not_over"
    assert actions.publish_month(store, OFFICE, MARCH, now=on(date(2026, 3, 31))) is None


def test_an_appeal_stands_beside_its_line_and_goes_back_to_who_made_it(shown):
    [lost] = [each for each in hall_results.of_hall(shown, HALL, MARCH).lines if each.lost]
    appeal = (lost.inspection, "hygiene")
    assert code(actions.appeal(shown, STATION, *appeal, " ", now=on(AFTER))) == "empty_text"
    assert actions.appeal(shown, STATION, *appeal, "当天停水", now=on(AFTER)) is None
    assert code(actions.appeal(shown, STATION, *appeal, "当天停水", now=on(AFTER))) == "item_appealed"
    [stands] = [each.appeal for each in hall_results.of_hall(shown, HALL, MARCH).lines if each.lost]
    assert (stands.line, stands.text, stands.decided) == ("hygiene", "当天停水", False)
    moved = replace(line("2001", "陈静", "", role=Role.SUPERVISOR), hall=EAST)
    import_staff(shown, [moved], now=on(AFTER, "08:00"))
    assert code(actions.decide(shown, OFFICE, *appeal, "4", " ", now=on(AFTER))) == "reason_needed"
    assert actions.decide(shown, OFFICE, *appeal, "4", "停水属实", now=on(AFTER)) is None
    assert code(actions.decide(shown, OFFICE, *appeal, "4", "停水属实", now=on(AFTER))) == "item_appeal_unknown"
    said = [each for each in shown.events() if each.kind in ("item_appealed", "item_decided")]
    assert [(each.actor, each.hall) for each in said] == [("2001", HALL), ("9001", EAST)]
    assert hall_results.of_hall(shown, HALL, MARCH).scores["environment"] == "19.00"  # as it was published


def test_a_months_units_stand_with_the_best_first(store):
    locked(store, drawn(store), hygiene="2")
    locked(store, drawn(store, EAST))
    assert published.periods(store) == ()
    assert published.standings(store, MARCH, "1001", HALL) is None
    month.published(store)
    found = published.standings(store, MARCH, "1001", HALL)
    assert [(each.unit, each.branch, each.total) for each in found.units] == [
        (EAST, "东风分公司", "40.00"),
        (HALL, "和平分公司", "38.00"),
    ]
    assert found.units[1].scores == {"environment": "18.00", "service_quality": "20.00"}
    assert (found.own, found.names[EAST], found.until, found.of_year) == (HALL, EAST, date(2026, 4, 9), False)


@pytest.fixture
def year(store):
    """2025: six months, 东风大厅 the best; 王芳 and 李娜 worked there three days and one, sales of both branches."""
    import_staff(store, [line("9002", "孙立", "", post="", role=Role.OFFICE)], now=on(date(2026, 2, 2)))
    for number, name in (("1001", "王芳"), ("1002", "李娜")):
        import_staff(store, [replace(line(number, name, "1"), hall=EAST)], now=on(date(2025, 1, 2)))
    lines = [
        InspectedLine(date(2025, n, 10), unit, Visit.OPEN, item, points)
        for n in range(1, 7)
        for unit, points in ((HALL, "17"), (EAST, "19"))
        for item in ("environment", "service_quality")
    ]
    assert actions.import_inspections(store, lines, now=on(AFTER)) == 12
    for n, number in ((3, "1001"), (4, "1001"), (5, "1001"), (5, "1002")):
        counted = [WorkLine(date(2025, 3, n), number, "gas_payment", 10)]
        workload.import_workload(store, counted, f"{n}.csv", now=on(AFTER))
    sales = [YearFigure(2025, "和平分公司", "1"), YearFigure(2025, "东风分公司", "9637/10000")]
    assert actions.import_sales(store, sales, "sales.csv", actor=OFFICE, now=on(AFTER)) == 2
    return store


NOTICE_ENDS, CLOSING = date(2026, 4, 9), date(2026, 4, 10)


def test_a_part_is_set_by_hand_with_a_reason_and_both_values_stay(year):
    def ability():
        return views.suggestions_of(year, 2025, {}, now=on(AFTER))[Part.ABILITY][EAST]

    assert ability() is None
    part = (2025, EAST, Part.ABILITY)
    assert code(actions.set_part(year, OFFICE, *part, "很好", "竞赛在外地", {}, now=on(AFTER))) == "bad_score"
    assert actions.set_part(year, OFFICE, *part, "18.5", "竞赛在外地", {}, now=on(AFTER)) is None
    found = ability()
    assert (found.suggested, found.value, found.reason) == (None, 18.5, "竞赛在外地")
    event = year.events()[-1]
    fact = year.fact(event)
    assert (event.actor, event.subject) == ("9001", "year:2025")
    assert (fact.unit, fact.part, fact.suggested, fact.value, fact.reason) == (*part[1:], "", "37/2", "竞赛在外地")


def test_sales_are_typed_with_their_source_or_imported_once(year):
    answers = [
        actions.set_sales(year, OFFICE, 2025, branch, completion, source, now=on(AFTER))
        for branch, completion, source in (
            *(("东风分公司", "50%", " "), ("西风分公司", "50%", "财务部"), ("东风分公司", "很多", "财务部")),
            ("东风分公司", "50%", " 财务部 "),
        )
    ]
    assert [code(each) for each in answers] == ["source_needed", "branch_not_known", "bad_share", None]
    assert views.figures(year, 2025, "sales") == {"和平分公司": "1", "东风分公司": "1/2"}
    assert (year.events()[-1].actor, year.fact(year.events()[-1]).source) == ("9001", "财务部")
    same = [YearFigure(2025, "和平分公司", "1"), YearFigure(2025, "东风分公司", "1/4")]
    assert actions.import_sales(year, same, "again.csv", actor=OFFICE, now=on(AFTER)) == 1
    assert views.figures(year, 2025, "sales") == {"和平分公司": "1", "东风分公司": "1/4"}
    assert year.events()[-1].actor == "9001"


def test_a_year_from_notice_to_everybodys_share(year):
    assert code(actions.close_year(year, SECOND, 2025, {}, now=on(AFTER))) == "year_not_published"
    assert actions.publish_year(year, OFFICE, 2025, {}, now=on(AFTER)) is None
    found = published.standings(year, "2025", "1001", EAST)
    assert (found.of_year, found.closed, found.until, found.own, found.share) == (True, False, NOTICE_ENDS, EAST, None)
    assert [(each.unit, each.total, each.rank, each.rewarded) for each in found.units[:2]] == [
        (EAST, "58.00", 1, True),  # 19 + 19 and 20 for its workload
        (HALL, "34.00", 2, False),
    ]
    assert code(actions.close_year(year, SECOND, 2025, {}, now=on(NOTICE_ENDS))) == "year_notice_running"
    assert code(actions.close_year(year, OFFICE, 2025, {}, now=on(CLOSING))) == "preparer_approves"
    assert actions.close_year(year, SECOND, 2025, {}, now=on(CLOSING)) is None
    reward = found.units[0].reward
    assert reward == 578_220  # 6,000.00 × 96.37 %
    shares = {number: published.standings(year, "2025", number, EAST).share for number in ("1001", "1002", "1003")}
    assert shares == {"1001": reward * 3 // 4, "1002": reward // 4, "1003": None}
    after = published.standings(year, "2025", "1001", HALL)
    assert (after.closed, after.until, after.own, after.units) == (True, None, HALL, found.units)
    closed = [each for each in year.events() if each.kind in ("year_published", "year_closed", "unit_closed")]
    assert [(each.kind, each.actor) for each in closed] == [
        *(("year_published", "9001"), ("year_closed", "9002")),
        *(("unit_closed", "9002"),) * 3,
    ]
    head, _ = views.closed_year(year, 2025)
    assert (head.preparer, head.alone, head.units, head.rewards) == ("9001", False, 3, reward)
    refused = [
        actions.publish_year(year, OFFICE, 2025, {}, now=on(CLOSING)),
        actions.close_year(year, SECOND, 2025, {}, now=on(CLOSING)),
        actions.set_part(year, OFFICE, 2025, EAST, Part.ABILITY, "18", "x", {}, now=on(CLOSING)),
        actions.set_sales(year, OFFICE, 2025, "东风分公司", "50%", "x", now=on(CLOSING)),
        actions.import_sales(year, [YearFigure(2025, "东风分公司", "1/2")], "x", now=on(CLOSING)),
    ]
    assert {code(each) for each in refused} == {"year_closed"}


def test_whoever_is_alone_in_the_office_closes_what_they_prepared_and_the_head_says_so(year):
    gone = replace(line("9002", "孙立", "", post="", role=Role.OFFICE), active=False)
    import_staff(year, [gone], now=on(AFTER, "08:00"))
    assert actions.publish_year(year, OFFICE, 2025, {}, now=on(AFTER)) is None
    assert actions.close_year(year, OFFICE, 2025, {}, now=on(CLOSING)) is None
    head, _ = views.closed_year(year, 2025)
    assert head.alone


def test_a_year_stands_before_its_months_the_newest_first(year):
    assert actions.publish_year(year, OFFICE, 2025, {}, now=on(AFTER)) is None
    for published_month in ("2025-05", "2025-06"):
        assert actions.publish_month(year, OFFICE, published_month, now=on(AFTER)) is None
    locked(year, drawn(year))
    month.published(year)
    assert published.periods(year) == (MARCH, "2025", "2025-06", "2025-05")
