"""What one person sees of their pay: points so far, the slip in notice and closed, what is to sign, the appeals."""

from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from shared.people.actions import import_staff
from shared.practice.cards.facts import Giver, P
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.inquiries import actions as inquiries
from shared.practice.performance import actions, own, settling, slip, so_far, views
from shared.practice.performance.facts import PayAppealed, SlipSigned
from shared.practice.performance.rules.import_lines import PoolLine
from shared.practice.performance.rules.months import State
from shared.practice.workload import actions as workload
from shared.practice.workload.facts import Absence
from shared.practice.workload.rules import AbsenceLine, WorkLine
from tests.practice.performance.march import APPROVER, MARCH, OFFICE, PAID, on
from tests.support.builders import HALL, actor, code, line

ME, APRIL = actor("1001"), "2026-04"
WEDNESDAY = date(2026, 4, 1)  # three working days of notice end on Tuesday the 7th: the 6th is 清明节
LAST_DAY, AFTER = date(2026, 4, 7), date(2026, 4, 8)


def published(store) -> None:
    assert actions.publish(store, OFFICE, MARCH, now=on(WEDNESDAY)) is None


def closed(store) -> None:
    published(store)
    assert actions.close(store, APPROVER, MARCH, now=on(AFTER)) is None


def test_points_so_far_until_there_is_a_slip(store):
    assert so_far.open_months(store, "1001", date(2026, 3, 31)) == (MARCH,)
    assert so_far.open_months(store, "1001", date(2026, 4, 2)) == (APRIL, MARCH)  # March's cards count in April too
    [found] = so_far.so_far(store, "1001", MARCH)
    assert (found.hall, found.post, found.points) == (HALL, "cashier", Fraction(1000))
    assert [(each.code, each.value) for each in found.lines] == [("served", "1000.00"), ("exposure", "3")]
    assert so_far.so_far(store, "9001", MARCH) == ()
    published(store)
    assert so_far.open_months(store, "1001", date(2026, 4, 2)) == (APRIL,)
    [found] = so_far.so_far(store, "1001", MARCH)
    assert [each.code for each in found.lines] == ["served", "exposure", "factor"]  # its reference rate is known now


def test_an_appeal_is_taken_until_the_last_day_of_the_notice(store):
    published(store)
    appeal = ("1001", "service_part", "少了一张卡")
    assert own.own_slip(store, "1001", MARCH).until == LAST_DAY
    assert [each.until for each in own.shown(store, MARCH, "1001")] == [LAST_DAY]  # what a hall's device knows
    assert code(actions.appeal(store, ME, MARCH, "1001", "service_part", " ", now=on(LAST_DAY))) == "empty_text"
    assert actions.appeal(store, ME, MARCH, *appeal, now=on(LAST_DAY)) is None
    assert code(actions.appeal(store, ME, MARCH, *appeal, now=on(AFTER))) == "notice_over"
    [open_] = own.own_slip(store, "1001", MARCH).appeals
    assert (open_.staff, open_.line, open_.text, open_.answered) == (*appeal, False)
    assert own.own_slip(store, "1002", MARCH).appeals == ()
    assert code(actions.answer(store, OFFICE, MARCH, "x", True, "已补", now=on(AFTER))) == "appeal_unknown"
    assert actions.answer(store, OFFICE, MARCH, open_.appeal, True, "已补", now=on(AFTER)) is None
    assert code(actions.answer(store, OFFICE, MARCH, open_.appeal, True, "已补", now=on(AFTER))) == "already_answered"
    [answered] = own.own_slip(store, "1001", MARCH).appeals
    assert answered == replace(open_, answered=True, accepted=True, reason="已补")


def test_a_slip_from_notice_to_signature(store):
    assert own.own_slip(store, "1001", MARCH) is None
    published(store)
    assert (own.own_months(store, "1001"), own.to_sign(store, "1001")) == ((MARCH,), 0)
    in_notice = own.own_slip(store, "1001", MARCH)
    assert code(actions.sign(store, ME, MARCH, True, now=on(LAST_DAY))) == "no_slip"
    assert actions.close(store, APPROVER, MARCH, now=on(AFTER)) is None
    mine = own.own_slip(store, "1001", MARCH)
    assert (in_notice.state, mine.state) == (State.NOTICE, State.CLOSED)
    assert (mine.until, mine.agrees) == (None, None)
    assert (mine.blocks, mine.payable) == (in_notice.blocks, in_notice.payable)
    [kept] = settling.lines(store, MARCH, "1001")
    assert mine.payable == kept.figures.pay
    [paid] = [each for sheet in views.sheets(store, MARCH) for each in sheet.sheet.people if each.number == "1001"]
    assert (kept.figures.workload_part, kept.figures.service_part) == (paid.workload_part, paid.service_part)
    assert paid.workload_part == 250_000  # 0.6 of 10,000.00 × 1000 of 2400 points
    assert own.to_sign(store, "1001") == 1
    assert actions.sign(store, ME, MARCH, False, "少了一天", now=on(AFTER)) is None
    assert (own.own_slip(store, "1001", MARCH).agrees, own.to_sign(store, "1001")) == (False, 0)
    assert own.own_slip(store, "1002", MARCH).agrees is None
    assert own.own_slip(store, "9001", MARCH) is None


def test_a_closed_month_explains_itself_as_it_did_in_notice(store):
    """With every kind of line: numbers, tickets, tickets on the spot, credit."""
    for answer in ("", "八点半"):
        opened = inquiries.open_inquiry(store, ME, text="几点开门？", answer=answer, now=on(date(2026, 3, 5)))
        if not answer:
            assert inquiries.close(store, ME, opened.id, "八点半", now=on(date(2026, 3, 6))) is None
    away = AbsenceLine("1001", Absence.TRAINING, date(2026, 3, 30), date(2026, 3, 31))
    workload.import_absences(store, [away], now=on(date(2026, 3, 31)))
    [before] = views.computed(store, MARCH, (HALL, "cashier"))
    codes = [each.code for each in before.points["1001"].lines]
    assert codes == ["served", "tickets", "tickets_on_the_spot", "credit"]
    closed(store)
    [after] = [each for each in views.sheets(store, MARCH) if each.sheet.pool.post == "cashier"]
    assert (after.members, after.sheet.people) == (before.members, before.sheet.people)
    assert slip.block(after, "1001") == slip.block(before, "1001")


def test_the_factors_of_a_closed_pool_are_ones_own_and_the_others_without_names(store):
    assert own.factors(store, "1001", MARCH) is None
    closed(store)
    of = {each.staff: float(Fraction(each.figures.factor)) for each in settling.lines(store, MARCH)}
    found = own.factors(store, "1001", MARCH)
    assert found == own.Factors(of["1001"], (of["1002"], of["1003"]))
    assert own.factors(store, "1004", MARCH) == own.Factors(of["1004"], ())  # alone in the post


def test_a_correction_is_paid_with_a_later_slip(store):
    closed(store)
    late = [PaperCard(date(2026, 3, 30), "1003", P.PATIENT, Giver.CUSTOMER, "") for _ in range(2)]
    import_cards(store, late, now=on(date(2026, 4, 22)))
    actions.correct(store, OFFICE, MARCH, "两张卡复核后计入", APRIL, now=on(date(2026, 4, 23)))
    pools = [PoolLine(APRIL, HALL, "cashier", 1_000_000), PoolLine(APRIL, HALL, "consultant", 0)]
    actions.set_pools(store, pools, "", now=on(date(2026, 4, 24)))
    april = [WorkLine(date(2026, 4, 2), number, "gas_payment", 100) for number in PAID]
    workload.import_workload(store, april, "april", now=on(date(2026, 4, 25)))
    assert actions.publish(store, OFFICE, APRIL, now=on(date(2026, 5, 6))) is None
    [block] = own.own_slip(store, "1003", APRIL).blocks
    assert block.correction > 0
    assert own.own_slip(store, "1003", APRIL).payable == block.pay + block.correction
    assert actions.close(store, APPROVER, APRIL, now=on(date(2026, 5, 20))) is None
    assert own.own_slip(store, "1003", APRIL).blocks == (block,)
    assert own.own_months(store, "1003") == (APRIL, MARCH)
    assert [each.correction for each in settling.lines(store, APRIL, "1003")] == [block.correction]


def test_a_slip_goes_to_the_hall_where_its_person_is_now(store):
    published(store)
    import_staff(store, [replace(line("1003", "张伟", "3"), hall="二号厅")], now=on(AFTER, "08:00"))
    assert actions.close(store, APPROVER, MARCH, now=on(AFTER)) is None
    sent = [(each.subject, each.actor, each.hall) for each in store.events() if each.kind == "pay_line"]
    assert sent == [
        (f"pay:{MARCH}/{number}", "9002", "二号厅" if number == "1003" else HALL)
        for number in ("1001", "1002", "1003", "1004")
    ]


@pytest.mark.parametrize("fact", [SlipSigned, PayAppealed])
def test_nobody_signs_or_appeals_for_another(store, fact):
    """A fact of one person under another's subject is not folded."""
    closed(store)
    said = {"agrees": False} if fact is SlipSigned else {"line": "service_part"}
    with store.transaction(on(AFTER)) as tx:
        tx.record(fact(month=MARCH, staff="1001", text="假的", **said), subject=f"pay:{MARCH}/1002", actor="1002")
    for number in ("1001", "1002"):
        found = own.own_slip(store, number, MARCH)
        assert (found.agrees, found.appeals) == (None, ())
