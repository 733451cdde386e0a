"""The promised days: the customer kept informed, special time, extensions, escalation."""

from collections import Counter
from datetime import date
from fractions import Fraction

from shared.journal.store import Store
from shared.practice.assessment import parts
from shared.practice.assessment.facts import Part
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.facts import Kind
from shared.practice.inquiries.moved_promises import moved
from shared.practice.inquiries.views import Level, LightState
from shared.reference.actions import publish
from shared.reference.views import calendar, policy_on
from tests.practice.inquiries.asking import ask, ticket
from tests.support.builders import code, done
from tests.support.practice_hall import HALL, OFFICE, SUN, ZHANG, ZHAO, at


def test_keeping_the_customer_informed_moves_the_next_message(store: Store) -> None:
    opened = ask(store)
    friday, monday = date(2026, 3, 6), date(2026, 3, 9)
    assert [t.id for t in views.digest(store, HALL, at("09:00", friday)).to_inform] == [opened.id]
    assert code(actions.inform(store, ZHANG, opened.id, " ", now=at("10:00", friday))) == "text_missing"
    assert code(actions.inform(store, ZHANG, opened.id, "表已送检", now=at("10:00", friday))) is None
    now = ticket(store, opened, at("10:01", friday))
    assert (now.inform_by, now.informed) == (date(2026, 3, 10), 1)
    assert views.digest(store, HALL, at("10:00", monday)).to_inform == ()


def test_a_late_message_was_forgotten_and_an_answer_in_time_counted_as_one(store: Store) -> None:
    """By Friday the 6th the customer must hear; what is answered by then needs none (practices §9, example 7)."""
    in_time, kept, late, silent, again = (ask(store, f"10:0{n}").id for n in range(5))
    friday, monday, tuesday = (date(2026, 3, day) for day in (6, 9, 10))
    for each, day in ((kept, friday), (late, monday)):
        assert actions.inform(store, ZHANG, each, "表已送检", now=at("10:10", day)) is None
    assert actions.close(store, ZHANG, again, "已答复", now=at("11:00")) is None
    assert actions.reopen(store, ZHANG, again, "又来问", now=at("09:00", tuesday)) is None
    answers = ((in_time, friday), (kept, tuesday), (late, tuesday), (silent, monday), (again, tuesday))
    for each, day in answers:
        assert actions.close(store, ZHANG, each, "已答复", now=at("11:00", day)) is None
    closed = views.closed_between(store, date(2026, 3, 1), tuesday)
    assert Counter(each.informed for each in closed) == {None: 2, True: 1, False: 2}
    known = parts.suggestions(store, 2026, policy_on(store, date(2026, 1, 1)), {}, now=at("18:00", tuesday))
    found = known[Part.COMPLIANCE][HALL]
    # 2 of 5 within limit, 1 of 3 kept informed, nothing signed or read: 20 × (0.4 × 2/5 + 0.2 × 1/3) / 0.6
    assert found is not None
    assert found.value == Fraction(68, 9)


def test_special_time_needs_grounds_and_the_supervisor(store: Store) -> None:
    opened = ask(store, special_grounds="需送检计量所")
    asked = ticket(store, opened, at("10:01"))
    assert (asked.kind, asked.special_asked, asked.limit) == (Kind.GENERAL, True, date(2026, 3, 6))
    assert [t.id for t in views.digest(store, HALL, at("10:01")).special_asked] == [opened.id]
    assert code(actions.consent(store, ZHANG, opened.id, now=at("10:02"))) == "not_allowed"
    assert code(actions.consent(store, SUN, opened.id, now=at("10:02"))) == "not_allowed"
    assert code(actions.decline(store, ZHAO, opened.id, "材料不全", now=at("10:03"))) is None
    assert code(actions.consent(store, ZHAO, opened.id, now=at("10:04"))) == "not_asked"
    assert code(actions.ask_special(store, ZHANG, opened.id, " ", now=at("10:05"))) == "grounds_missing"
    assert code(actions.ask_special(store, ZHANG, opened.id, "已补材料", now=at("10:05"))) is None
    assert code(actions.consent(store, ZHAO, opened.id, now=at("10:06"))) is None
    granted = ticket(store, opened, at("10:07"))
    assert (granted.kind, granted.target, granted.limit) == (Kind.SPECIAL, date(2026, 3, 9), date(2026, 3, 11))
    assert granted.first_limit == date(2026, 3, 6)
    assert code(actions.ask_special(store, ZHANG, opened.id, "再", now=at("10:08"))) == "already_special"


def test_consent_after_the_limit_does_not_undo_the_breach(store: Store) -> None:
    opened = ask(store, special_grounds="需送检计量所")
    late = at("16:31", date(2026, 3, 6))
    assert code(actions.consent(store, ZHAO, opened.id, now=late)) == "past_limit"
    assert ticket(store, opened, late).light.state is LightState.OVERDUE


def test_extension_keeps_the_first_limit_in_sight(store: Store) -> None:
    opened = ask(store)
    assert code(actions.extend(store, ZHANG, opened.id, date(2026, 3, 10), "等配件", now=at("11:00"))) is None
    assert code(actions.extend(store, ZHANG, opened.id, date(2026, 3, 12), "再等", now=at("12:00"))) is None
    now = ticket(store, opened, at("12:01"))
    assert (now.first_limit, now.limit, now.extensions) == (date(2026, 3, 6), date(2026, 3, 12), 2)
    assert code(actions.extend(store, ZHANG, opened.id, date(2026, 3, 14), "周末", now=at("12:02"))) == "not_a_workday"
    # special time ends on the 11th: the extension that goes further stays
    actions.ask_special(store, ZHANG, opened.id, "特殊", now=at("12:03"))
    actions.consent(store, ZHAO, opened.id, now=at("12:04"))
    assert ticket(store, opened, at("12:05")).limit == date(2026, 3, 12)


def test_an_extension_into_a_year_without_a_schedule_is_unconfirmed(store: Store) -> None:
    opened = ask(store)
    assert not ticket(store, opened, at("10:01")).unconfirmed
    assert code(actions.extend(store, ZHANG, opened.id, date(2027, 1, 4), "等配件", now=at("11:00"))) is None
    assert ticket(store, opened, at("11:01")).unconfirmed


def test_escalation_reaches_supervisor_branch_and_office(store: Store) -> None:
    opened = ask(store)
    steps = [(6, Level.SUPERVISOR), (9, Level.BRANCH), (13, Level.OFFICE)]
    for day, level in steps:
        now = at("16:31", date(2026, 3, day))
        assert ticket(store, opened, now).level is level
        assert [t.id for t in views.escalated(store, level, now)] == [opened.id]
        assert [t.id for t in views.digest(store, HALL, now).overdue] == [opened.id]
    assert views.escalated(store, Level.OFFICE, at("16:30", date(2026, 3, 13))) == ()
    actions.close(store, ZHANG, opened.id, "已答复", now=at("09:00", date(2026, 3, 16)))
    closed = ticket(store, opened, at("09:01", date(2026, 3, 16)))
    assert (closed.level, closed.late) == (Level.NONE, True)


def test_promises_over_a_new_year_are_recounted_once_its_holidays_are_published(store: Store) -> None:
    """By weekdays alone 1 January was the target; who was told or promised a later day keeps that."""
    eve = date(2026, 12, 31)
    plain, told, extended = (
        done(actions.open_inquiry(store, ZHANG, text="问", now=at(f"10:0{n}", eve))) for n in range(3)
    )
    actions.inform(store, ZHANG, told.id, "在办", now=at("11:00", eve))
    actions.extend(store, ZHANG, extended.id, date(2027, 1, 8), "等配件", now=at("11:00", eve))

    def days() -> list[tuple[int, int, int]]:
        found = [ticket(store, each, at("12:00", eve)) for each in (plain, told, extended)]
        return [(each.target.day, each.limit.day, each.inform_by.day) for each in found]

    assert days() == [(1, 4, 4), (1, 4, 4), (1, 8, 4)]
    holiday = {"2027": {"holidays": ["2027-01-01"], "makeup": []}}
    assert publish(store, OFFICE, "calendar", {"years": holiday}, now=at("12:00", eve)) == 2
    assert [each.number for each in moved(store, calendar(store))] == [plain.number, told.number]
    assert code(actions.recount(store, ZHAO, now=at("12:00", eve))) == "not_allowed"
    assert actions.recount(store, OFFICE, now=at("12:00", eve)) == 3
    assert days() == [(4, 5, 5), (4, 5, 4), (4, 8, 5)]
    assert actions.recount(store, OFFICE, now=at("12:01", eve)) == 0
    assert moved(store, calendar(store)) == ()
