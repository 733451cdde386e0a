"""Two walks over a real hub, two halls and the office: a month from a served number to a signed slip; a year."""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace

from shared.domain import months
from shared.domain.actor import Actor
from shared.domain.clock import wall_clock
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.domain.workdays import day_of, ms_at
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.assessment import actions as assessment
from shared.practice.assessment import hall_results, inspections, plans, published
from shared.practice.assessment import views as board
from shared.practice.assessment.facts import Item, LineChecked, Visit
from shared.practice.assessment.policy import Assessment
from shared.practice.line import actions as line
from shared.practice.line.actions import Taken
from shared.practice.line.views import Number
from shared.practice.performance import actions as pay
from shared.practice.performance import own, views
from shared.practice.performance.rules.import_lines import PoolLine
from shared.practice.performance.rules.months import State
from shared.reference import actions as reference
from shared.reference.views import policy_on
from tests.hub.site import Device, Site
from tests.support.builders import done

MONTH = months.moved(f"{day_of(wall_clock()):%Y-%m}", -2)
"""Long enough ago for notices and appeals to end before today."""
FIRST, LAST = months.first(MONTH), months.last(MONTH)
WANG = Actor("1001", "王芳", Role.STAFF, "cashier", "A")
ANOTHER = Actor("1002", "李娜", Role.STAFF, "cashier", "A")
ELSEWHERE = Actor("1101", "张伟", Role.STAFF, "cashier", "B")
STATION = Actor("2001", "陈静", Role.SUPERVISOR, "cashier", "A")
PREPARER = Actor("9001", "赵敏", Role.OFFICE, "", "总部")
APPROVER = Actor("9002", "孙立", Role.OFFICE, "", "总部")
PEOPLE = (WANG, ANOTHER, ELSEWHERE, STATION, PREPARER, APPROVER)
BRANCH = {"A": "一分公司", "B": "二分公司", "总部": "总部"}


def on(day: date, clock: time = time(10)) -> int:
    return ms_at(day, clock)


@dataclass
class Company:
    """The counters of two halls, and the office."""

    a: Device
    b: Device
    office: Device

    def carry(self, *way: Device) -> None:
        """A round of each, in this order: what the first recorded comes to those after it."""
        for device in way:
            device.sync(thorough=False)


def company_of_two_halls(site: Site) -> Company:
    made = Company(site.device("a"), site.device("b", hall="B"), site.device("office", "office"))
    lines = [
        RosterLine(each.number, each.name, BRANCH[each.hall], each.hall, "", each.post, each.role) for each in PEOPLE
    ]
    people.import_staff(made.office.store, lines, now=on(FIRST - timedelta(days=40)))
    made.carry(made.office, made.a, made.b)
    return made


@pytest.fixture
def company(site: Site) -> Company:
    return company_of_two_halls(site)


def kinds(device: Device) -> set[str]:
    return {event.kind for event in device.store.events()}


def served(device: Device, actor: Actor, count: int, day: date = FIRST + timedelta(days=2)) -> None:
    """So many customers at a window, from taking a number to done."""
    at = on(day, time(9))
    done(people.set_duty(device.store, actor, actor.number, True, "1", now=at))
    for place in range(count):
        at += 60_000
        taken = line.take(device.store, "gas_payment", now=at)
        assert isinstance(taken, Taken), place
        called = line.call_next(device.store, actor, now=at + 1000)
        assert isinstance(called, Number)
        done(line.done(device.store, actor, called.id, "gas_payment", now=at + 2000))


def test_a_month_from_the_first_served_number_to_a_signed_slip(company: Company) -> None:
    office, a, b = company.office, company.a, company.b
    served(a, WANG, 3)
    served(a, ANOTHER, 1)
    served(b, ELSEWHERE, 2)
    company.carry(a, b, office)
    pools = [PoolLine(MONTH, hall, "cashier", amount) for hall, amount in (("A", 40_000), ("B", 10_000))]
    assert pay.set_pools(office.store, pools, "test", now=on(LAST)) == 2
    day = LAST + timedelta(days=1)
    done(pay.publish(office.store, PREPARER, MONTH, now=on(day)))
    company.carry(office, a, b)

    # in notice: each hall has the slips of its people and the reference rate, and nothing of the heads
    mine = own.own_slip(a.store, WANG.number, MONTH)
    assert mine is not None
    assert (mine.state, mine.payable) == (State.NOTICE, 30_000)  # 3 of 4 points of 400.00
    assert any("3" in said.text for block in mine.blocks for said in block.lines)
    assert own.own_slip(b.store, WANG.number, MONTH) is None
    for hall in (a, b):
        assert not kinds(hall) & {"pool_set", "month_published", "month_closed"}
        assert "month_opened" in kinds(hall)
    late = pay.appeal(a.store, WANG, MONTH, WANG.number, "served", "四笔", now=on(day + timedelta(days=30)))
    assert late == Refusal("notice_over")
    done(pay.appeal(a.store, WANG, MONTH, WANG.number, "served", "是四笔", now=on(day, time(15))))
    company.carry(a, office)
    [appeal] = views.appeals(office.store, MONTH)
    assert (appeal.staff, appeal.text) == (WANG.number, "是四笔")
    done(pay.answer(office.store, PREPARER, MONTH, appeal.appeal, False, "记录是三笔", now=on(day, time(16))))
    company.carry(office, a, b)
    assert [each.reason for each in own.own_slip(a.store, WANG.number, MONTH).appeals] == ["记录是三笔"]
    assert views.appeals(b.store, MONTH) == ()

    # approved by another, closed, signed in the hall
    after = on(day + timedelta(days=20))
    assert pay.close(office.store, PREPARER, MONTH, now=after) == Refusal("preparer_approves", {"preparer": "9001"})
    done(pay.close(office.store, APPROVER, MONTH, now=after))
    company.carry(office, a)
    slip = own.own_slip(a.store, WANG.number, MONTH)
    assert (slip.state, slip.payable) == (State.CLOSED, 30_000)
    done(pay.sign(a.store, WANG, MONTH, True, now=after + 60_000))
    company.carry(a, office)
    assert own.own_slip(office.store, WANG.number, MONTH).agrees is True
    assert views.recheck(office.store, MONTH) is None


def test_a_slip_follows_whoever_moved_to_another_hall(company: Company) -> None:
    """Both blocks of a transfer lie where the person is now: on one slip, and not on the disk of the old hall."""
    office, a, b = company.office, company.a, company.b
    served(a, WANG, 2)
    served(a, ANOTHER, 2)
    moved = RosterLine("1001", "王芳", "二分公司", "B", "", "cashier", Role.STAFF, since=FIRST + timedelta(days=10))
    people.import_staff(office.store, [moved], now=on(FIRST + timedelta(days=9)))
    company.carry(a, office, b)
    served(b, ELSEWHERE, 1)
    served(b, replace(WANG, hall="B"), 1, FIRST + timedelta(days=12))
    company.carry(b, office)
    pay.set_pools(office.store, [PoolLine(MONTH, hall, "cashier", 10_000) for hall in "AB"], "test", now=on(LAST))
    done(pay.publish(office.store, PREPARER, MONTH, now=on(LAST + timedelta(days=1))))
    company.carry(office, a, b)
    slip = own.own_slip(b.store, WANG.number, MONTH)
    assert slip is not None
    assert sorted((block.hall, block.pay) for block in slip.blocks) == [("A", 5_000), ("B", 5_000)]
    assert own.own_slip(a.store, WANG.number, MONTH) is None
    assert own.own_slip(a.store, ANOTHER.number, MONTH) is not None


def checklist(device: Device, lost: dict[str, str]) -> tuple[LineChecked, ...]:
    """All lines of the checklist with full marks, but for those named."""
    lines = inspections.checklist(device.store).lines
    return tuple(
        LineChecked(each.code, lost.get(each.code, "4"), "地面有水" if each.code in lost else "") for each in lines
    )


def inspected(office: Device, month: str, lost: dict[str, dict[str, str]]) -> None:
    for visit in plans.visits(office.store, month):
        at = on(visit.day, time(16))
        draft = assessment.Draft(visit.unit, visit.visit, visit.day, checklist(office, lost.get(visit.unit, {})))
        done(assessment.save(office.store, PREPARER, visit.id, draft, now=at))
        done(assessment.lock(office.store, PREPARER, visit.id, now=at + 1000))
    done(assessment.publish_month(office.store, PREPARER, month, now=on(months.last(month) + timedelta(days=1))))


def test_a_year_from_the_lot_to_the_reward_list(company: Company) -> None:
    office, a, b = company.office, company.a, company.b
    before = FIRST - timedelta(days=1)
    done(assessment.draw_plan(office.store, PREPARER, MONTH, ["9001", "9002"], now=on(before)))
    company.carry(office, a, b)
    for hall in (a, b):  # the commitment is public, what was drawn is not
        plan = plans.plan(hall.store, MONTH)
        assert plan is not None
        assert plan.commitment
        assert plan.drawn is None
    inspected(office, MONTH, {"A": {"hygiene": "2"}})
    disk = "".join(str(event.body) for event in a.store.events())
    assert "地面有水" not in disk
    company.carry(office, a, b)

    # published: each hall sees its own, the covert inspector is a number; the lot is checked on the spot
    here = hall_results.of_hall(a.store, "A", MONTH)
    assert here is not None
    assert here.scores == {"environment": "18.00", "service_quality": "20.00"}  # 18 / 20 × 20 on both visits
    assert here.lot is not None
    assert here.lot.refusal is None
    drawn = {(slot.visit, slot.day) for slot in here.slots}
    assert drawn == {(each.visit, each.day) for each in here.lines}
    covert = [each for each in here.lines if each.visit is Visit.COVERT]
    assert {each.inspector for each in covert} <= {"暗访员 1", "暗访员 2"}
    names = ("赵敏", "孙立", "9001", "9002")
    shown = [str(e.body) for e in a.store.events() if e.kind == "inspection_shown" and '"covert"' in str(e.body)]
    assert not any(name in body for name in names for body in shown)
    assert hall_results.of_hall(a.store, "B", MONTH).lines == ()
    assert not kinds(a) & {"inspection_saved", "inspection_done", "photo_added", "plan_drawn"}

    # an appeal against one line; both figures stay
    doubted = next(each for each in here.lines if each.code == "hygiene" and each.visit is Visit.OPEN)
    soon = on(months.last(MONTH) + timedelta(days=2))
    stranger = assessment.appeal(b.store, ELSEWHERE, doubted.inspection, "hygiene", "?", now=soon)
    assert stranger == Refusal("not_allowed")
    done(assessment.appeal(a.store, STATION, doubted.inspection, "hygiene", "当时刚拖过地", now=soon))
    company.carry(a, office)
    done(assessment.decide(office.store, PREPARER, doubted.inspection, "hygiene", "4", "照片是干的", now=soon + 1))
    company.carry(office, a)
    changed = next(
        e
        for e in hall_results.of_hall(a.store, "A", MONTH).lines
        if (e.inspection, e.code) == (doubted.inspection, "hygiene")
    )
    assert (changed.earned, changed.appeal.earned) == ("2", "4")
    settings = policy_on(office.store, FIRST)[Assessment]
    assert inspections.month_scores(office.store, MONTH, settings)["A"][Item.ENVIRONMENT] == 19  # (20 + 18) / 2

    # the year: figures, notice, another person closes; later facts change no closed figure
    year, signed = FIRST.year, {}
    policy = {"assessment": {"months_least": 1, "reward_base": 600_000}}
    done(reference.publish(office.store, PREPARER, "policy", policy, now=on(LAST)))
    for branch in BRANCH.values():
        if branch != "总部":
            done(assessment.set_sales(office.store, PREPARER, year, branch, "96.37%", "财务部", now=soon))
    end = on(months.last(MONTH) + timedelta(days=3))
    done(assessment.publish_year(office.store, PREPARER, year, signed, now=end))
    company.carry(office, b)
    assert published.periods(b.store) == (str(year), MONTH)
    notice = published.standings(b.store, str(year), "2001", "B")
    assert notice is not None
    assert [(unit.unit, unit.rank, unit.reward) for unit in notice.units] == [("B", 1, 578_220), ("A", 2, 0)]
    assert assessment.close_year(office.store, APPROVER, year, signed, now=end).code == "year_notice_running"
    later = end + 15 * 86_400_000
    assert assessment.close_year(office.store, PREPARER, year, signed, now=later).code == "preparer_approves"
    done(assessment.close_year(office.store, APPROVER, year, signed, now=later))
    company.carry(office, b)
    for device in (office, b):  # both boards are public
        rows = board.year_board(device.store, year, signed, now=later).rows
        assert [(row.total.unit, row.rank, row.rewarded, row.reward) for row in rows] == [
            ("B", 1, True, 578_220),  # 6,000.00 × 96.37 %
            ("A", 2, False, 0),
        ]
    assert board.recheck(b.store, year) is None
    assert board.differences(office.store, year, signed, now=later) == ()
