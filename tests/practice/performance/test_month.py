"""A month on a real store: published, appealed against, closed, corrected; and what changes no figure."""

from datetime import date

import pytest

from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.event import Event
from shared.people import actions as people
from shared.practice.assessment import actions as assessment_actions
from shared.practice.assessment import views as assessment
from shared.practice.assessment.rules.import_lines import YearFigure
from shared.practice.cards import importing as cards
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.complaints import actions as complaints
from shared.practice.complaints.actions import Opinion
from shared.practice.complaints.facts import About, ComplaintJudged, Verdict
from shared.practice.complaints.views import upheld
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.happiness import actions as happiness
from shared.practice.happiness.facts import Topic as HelpTopic
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Topic
from shared.practice.pauses import actions as pauses
from shared.practice.performance import actions, corrections, settling, states, views
from shared.practice.performance.rules.import_lines import PoolLine
from shared.practice.performance.rules.months import State
from shared.practice.workload import actions as workload
from shared.practice.workload.rules import WorkLine
from shared.reference.views import policy
from tests.practice.performance.march import APPROVER, MARCH, OFFICE, PAID, on
from tests.support.builders import HALL, actor, attested, elsewhere


def pay(store, place=(HALL, "cashier")):
    (found,) = views.computed(store, MARCH, place)
    return {each.number: each.pay for each in found.sheet.people}


def closed(store):
    assert actions.publish(store, OFFICE, MARCH, now=on(date(2026, 4, 1))) is None
    assert actions.close(store, APPROVER, MARCH, now=on(date(2026, 4, 20))) is None


def test_a_month_from_preview_to_a_signed_slip(store):
    before = pay(store)
    assert actions.publish(store, OFFICE, MARCH, now=on(date(2026, 4, 1))) is None
    assert actions.close(store, APPROVER, MARCH, now=on(date(2026, 4, 2))).code == "notice_running"
    me = actor("1002")
    appeal = ("1002", "service_part", "少了一张卡")
    assert actions.appeal(store, me, MARCH, *appeal, now=on(date(2026, 4, 2))) is None
    assert actions.appeal(store, actor("1001"), MARCH, *appeal, now=on(date(2026, 4, 2))).code == "not_own_slip"
    assert actions.close(store, APPROVER, MARCH, now=on(date(2026, 4, 20))).code == "appeals_open"
    (found,) = views.appeals(store, MARCH)
    assert actions.answer(store, OFFICE, MARCH, found.appeal, False, "已核对", now=on(date(2026, 4, 3))) is None
    assert actions.close(store, OFFICE, MARCH, now=on(date(2026, 4, 20))).code == "preparer_approves"
    assert actions.close(store, APPROVER, MARCH, now=on(date(2026, 4, 20))) is None
    assert states.standing(store, MARCH).state is State.CLOSED
    assert {line.staff: line.figures.pay for line in settling.lines(store, MARCH) if line.post == "cashier"} == before
    assert views.recheck(store, MARCH) is None
    assert actions.sign(store, me, MARCH, True, now=on(date(2026, 4, 21))) is None
    head = states.standing(store, MARCH).closed
    assert sum(each.pay + each.reserve for each in head.pools) == 1_300_000
    assert not head.alone


def test_closed_figures_stay_and_what_came_later_is_listed_and_corrected(store):
    closed(store)
    before = {line.staff: line.figures.pay for line in settling.lines(store, MARCH)}
    late = [PaperCard(date(2026, 3, 30), "1003", P.PATIENT, Giver.CUSTOMER, "") for _ in range(2)]
    cards.import_cards(store, late, now=on(date(2026, 4, 22)))
    sheets = views.sheets(store, MARCH)
    assert {paid.number: paid.pay for each in sheets for paid in each.sheet.people} == before
    differences = corrections.differences(store, MARCH)
    assert {each.key.rpartition("/")[2] for each in differences} == set(PAID)
    assert actions.correct(store, OFFICE, MARCH, "两张卡复核后计入", "2026-04", now=on(date(2026, 4, 23))) == 1
    again = actions.correct(store, OFFICE, MARCH, "再算一次", "2026-04", now=on(date(2026, 4, 24)))
    assert again.code == "nothing_differs"
    pools = [PoolLine("2026-04", HALL, "cashier", 1_000_000)]
    actions.set_pools(store, pools, "", now=on(date(2026, 4, 24)))
    april = [WorkLine(date(2026, 4, 2), number, "gas_payment", 100) for number in PAID]
    workload.import_workload(store, april, "april", now=on(date(2026, 4, 25)))
    (found,) = views.computed(store, "2026-04", (HALL, "cashier"))
    gains = {number: settled.correction for number, settled in found.settled.items()}
    assert gains["1003"] > 0
    assert gains["1001"] < 0 > gains["1002"]
    assert sum(gains.values()) == 0  # no minus is above a fifth of April's figure


@pytest.mark.parametrize(
    ("subject", "fact"),
    [
        ("workload:1001/2026-03-09", {"staff": "1001", "service": "gas_payment", "count": -(10**6), "source": "x"}),
        ("workload:1001/2026-03-09", {"staff": "1001", "service": "gas_payment", "count": 10**12, "source": "x"}),
        (
            "totals:南山大厅/2026-03-09",
            {"hall": "南山大厅", "people": [{"staff": "1002", "post": "cashier", "tickets": -9}]},
        ),
    ],
    ids=["less than nothing", "a million million", "told by another hall"],
)
def test_a_hall_s_negative_count_stopped_everybody_s_pay(store, subject, fact):
    """Nothing is shared by a negative weight: the page of pay opened for nobody."""
    before, kind = pay(store), "day_told" if subject.startswith("totals") else "workload_imported"
    said = {"day": "2026-03-09", "head": 1, "head_hash": "", **fact}
    event = Event(
        id="hostile",
        station="theirs",
        hall="南山大厅",
        n=1,
        kind=kind,
        subject=subject,
        actor="",
        ts=1,
        occurred_at=1,
        body=said,
    )
    assert store.receive([(event, (), 1)]) == 1
    assert pay(store) == before


def test_a_month_is_published_only_with_every_pool(store):
    actions.set_pools(store, [PoolLine("2026-05", HALL, "cashier", 100)], "", now=on(date(2026, 5, 2)))
    assert actions.publish(store, OFFICE, "2026-05", now=on(date(2026, 6, 1))).code == "pool_missing"
    assert actions.publish(store, actor("1001"), MARCH, now=on(date(2026, 4, 1))).code == "not_allowed"


def complaint(store):
    """A complaint about 1002, closed and proposed on by the supervisor."""
    opened = inquiries.open_inquiry(
        store, actor("1001"), text="态度不好", topic=Topic.COMPLAINT, now=on(date(2026, 3, 9))
    )
    assert inquiries.close(store, actor("1001"), opened.id, "已致歉", now=on(date(2026, 3, 10))) is None
    return opened.id


def test_an_upheld_complaint_costs_the_person_and_nobody_gains(store):
    ticket, before = complaint(store), pay(store)
    told = Opinion(Verdict.UPHELD, About.PERSON, "录音属实", "1002")
    supervisor = actor("2001", Role.SUPERVISOR)
    assert complaints.propose(store, actor("1003"), ticket, told, now=on(date(2026, 3, 11))).code == "not_allowed"
    assert complaints.propose(store, supervisor, ticket, told, now=on(date(2026, 3, 11))) is None
    assert complaints.tell(store, actor("1002"), ticket, now=on(date(2026, 3, 12))) is None
    assert complaints.decide(store, OFFICE, ticket, told, now=on(date(2026, 3, 13))).code == "answer_awaited"
    assert pay(store) == before  # a proposal counts for nobody
    assert complaints.answer(store, actor("1002"), ticket, "当时很忙", now=on(date(2026, 3, 13))) is None
    assert complaints.decide(store, OFFICE, ticket, told, now=on(date(2026, 3, 16))) is None
    (found,) = views.computed(store, MARCH, (HALL, "cashier"))
    (hit,) = (each for each in found.sheet.people if each.number == "1002")
    assert hit.deduction == hit.service_part // 10 == found.sheet.reserve
    after = pay(store)
    assert {number: after[number] for number in ("1001", "1003")} == {
        number: before[number] for number in ("1001", "1003")
    }
    assert complaints.reopen(store, OFFICE, ticket, "新录音", now=on(date(2026, 3, 20))) is None
    assert pay(store) == before  # counts for nobody until it is decided again


def test_pauses_diary_help_and_opened_complaints_change_no_figure(store):
    def figures():
        year = assessment.year_board(store, 2026, {}, now=on(date(2026, 4, 1)))
        return [pay(store), pay(store, (HALL, "consultant")), [row.total for row in year.rows]]

    assessment_actions.import_sales(store, [YearFigure(2026, "和平分公司", "1")], "", now=on(date(2026, 3, 6)))
    before, me = figures(), actor("1001")
    for number in ("1001", "1002"):  # somebody stays while the other pauses
        people.set_duty(store, actor(number), number, True, now=on(date(2026, 3, 9), "08:30"))
    paused = pauses.request(store, me, waiting=attested(0, on(date(2026, 3, 9))), now=on(date(2026, 3, 9)))
    assert not isinstance(paused, Refusal)
    for kind in (Entry.GRIEVANCE, Entry.DEED, Entry.PRAISE, Entry.DIFFICULTY):
        assert isinstance(diary.write(store, me, kind, "今天很难", now=on(date(2026, 3, 9), "11:00")), str)
    happiness.greet(store, me, "辛苦了", now=on(date(2026, 3, 9), "11:10"))
    asked = happiness.ask(store, me, HelpTopic.WORK, ("2001",), "帮帮我", now=on(date(2026, 3, 9), "11:20"))
    assert not isinstance(asked, Refusal)
    opened = inquiries.open_inquiry(
        store, actor("1003"), text="等太久", topic=Topic.COMPLAINT, now=on(date(2026, 3, 9), "12:00")
    )
    assert not isinstance(opened, Refusal)
    assert figures() == before


def test_a_merged_complaint_counted_twice(store):
    """Two tickets about one thing, each judged on a device that did not know of the merging: it counts once."""
    ticket, other = (
        inquiries.open_inquiry(
            store, actor("1001"), text="态度不好", topic=Topic.COMPLAINT, now=on(date(2026, 3, 9), clock)
        ).id
        for clock in ("10:00", "10:30")
    )
    told = Opinion(Verdict.UPHELD, About.UNIT, "录像属实", unit=HALL)
    supervisor = actor("2001", Role.SUPERVISOR)
    for n, each in enumerate((ticket, other)):
        judged = ComplaintJudged(verdict=Verdict.UPHELD, about=About.UNIT, grounds="录像属实", policy=1, unit=HALL)
        elsewhere(store, each, on(date(2026, 3, 12)) + n, judged, 50 + n, actor="9001")
    assert upheld(store, date(2026, 3, 1), date(2026, 3, 31), policy(store))[1] == {HALL: 2}
    assert inquiries.merge(store, actor("1001"), other, ticket, now=on(date(2026, 3, 13))) is None
    assert upheld(store, date(2026, 3, 1), date(2026, 3, 31), policy(store))[1] == {HALL: 1}
    answer = complaints.propose(store, supervisor, other, told, now=on(date(2026, 3, 14)))
    assert answer == Refusal("merged", {"into": ticket})
