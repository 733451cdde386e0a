"""The promised days: the customer kept informed, special time, extensions, escalation."""

from datetime import date

from shared.journal.store import Store
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.facts import Kind
from shared.practice.inquiries.views import Level, LightState
from tests.practice.inquiries.asking import ask, ticket
from tests.support.builders import code
from tests.support.practice_hall import HALL, SUN, ZHANG, ZHAO, at


def test_keeping_the_customer_informed_moves_the_next_message(store: Store) -> None:
    opened = ask(store)
    friday, monday = date(2026, 3, 6), date(2026, 3, 9)
    assert [t.id for t in views.digest(store, HALL, at("09:00", friday)).to_inform] == [opened.id]
    assert code(actions.inform(store, ZHANG, opened.id, " ", now=at("10:00", friday))) == "text_missing"
    assert code(actions.inform(store, ZHANG, opened.id, "表已送检", now=at("10:00", friday))) is None
    now = ticket(store, opened, at("10:01", friday))
    assert (now.inform_by, now.informed) == (date(2026, 3, 10), 1)
    assert views.digest(store, HALL, at("10:00", monday)).to_inform == ()


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
