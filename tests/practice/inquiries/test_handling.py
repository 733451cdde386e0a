"""A ticket moves on: transfer, stand-in, answer, reopening, merging, correcting."""

from collections.abc import Callable
from datetime import date

import pytest

from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.people.actions import set_duty
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.actions import Customer
from shared.practice.inquiries.facts import Aspect, Satisfaction, State
from shared.practice.inquiries.views import LightState
from tests.practice.inquiries.asking import ask, ticket
from tests.support.builders import code
from tests.support.practice_hall import LI, SUN, ZHANG, ZHAO, at

Step = Callable[[Store, str], Refusal | None]


def test_transfer_changes_the_handler_never_the_owner(store: Store) -> None:
    opened = ask(store)
    assert code(actions.transfer(store, ZHANG, opened.id, "1002", "结算业务", now=at("10:10"))) is None
    moved = ticket(store, opened, at("10:11"))
    assert (moved.owner, moved.handler) == ("1001", "1002")
    concerned = [number for number in ("1001", "1002", "1003") if views.of_person(store, number, at("10:11"))]
    assert concerned == ["1001", "1002"]
    assert code(actions.transfer(store, ZHANG, opened.id, "1002", now=at("10:12"))) == "same_handler"
    assert code(actions.transfer(store, ZHANG, opened.id, "7777", now=at("10:12"))) == "unknown_person"
    assert code(actions.transfer(store, SUN, opened.id, "2001", now=at("10:12"))) == "not_allowed"
    assert code(actions.transfer(store, ZHANG, "inquiry:none", "1002", now=at("10:12"))) == "not_found"
    assert moved.clashes == ()


def test_a_stand_in_only_for_someone_absent(store: Store) -> None:
    opened = ask(store)
    assert code(actions.stand_in(store, ZHAO, opened.id, "1002", now=at("11:00"))) == "handler_on_duty"
    set_duty(store, ZHANG, "1001", False, now=at("11:00"))
    assert code(actions.stand_in(store, ZHAO, opened.id, "1001", now=at("11:01"))) == "same_handler"
    assert code(actions.stand_in(store, ZHAO, opened.id, "1002", now=at("11:01"))) is None
    assert ticket(store, opened, at("11:02")).acting == "1002"
    assert [each.id for each in views.of_person(store, "1002", at("11:02"))] == [opened.id]
    assert code(actions.stand_in(store, ZHANG, opened.id, "", now=at("12:00"))) is None
    assert ticket(store, opened, at("12:01")).acting == "1001"


@pytest.mark.parametrize(
    ("step", "refused"),
    [
        (lambda store, one: actions.correct(store, ZHANG, one, Aspect.PHONE, "1234", now=at("10:05")), "phone_invalid"),
        (lambda store, one: actions.correct(store, ZHANG, one, Aspect.NAME, " ", now=at("10:05")), "text_missing"),
        (lambda store, one: actions.stand_in(store, ZHAO, one, "7777", now=at("10:05")), "unknown_person"),
        (lambda store, one: actions.consent(store, ZHAO, one, now=at("10:05")), "not_asked"),
        (lambda store, one: actions.decline(store, ZHAO, one, "不必", now=at("10:05")), "not_asked"),
        (lambda store, one: actions.merge(store, LI, one, "", now=at("10:05")), "none_to_merge_into"),
        (lambda store, one: actions.merge(store, LI, one, "inquiry:none", now=at("10:05")), "not_found"),
        (lambda store, one: actions.merge(store, SUN, one, one, now=at("10:05")), "not_allowed"),  # of another hall
    ],
)
def test_what_cannot_be_done_changes_nothing(store: Store, step: Step, refused: str) -> None:
    opened = ask(store, "10:00", special_grounds=" ")  # no grounds: nothing is asked for
    before = len(store.events())
    assert code(step(store, opened.id)) == refused
    assert len(store.events()) == before


def test_close_call_back_reopen(store: Store) -> None:
    opened = ask(store)
    assert code(actions.reopen(store, ZHANG, opened.id, "没好", now=at("11:00"))) == "not_closed"
    assert code(actions.close(store, LI, opened.id, "", now=at("11:00"))) == "text_missing"
    assert code(actions.close(store, LI, opened.id, "已更换", now=at("11:00"))) is None
    assert code(actions.close(store, LI, opened.id, "再答", now=at("11:01"))) == "not_open"
    assert code(actions.call_back(store, LI, opened.id, Satisfaction.FAIR, "尚可", now=at("11:02"))) is None
    assert ticket(store, opened, at("11:03")).satisfaction is Satisfaction.FAIR
    thursday = date(2026, 3, 12)
    assert code(actions.reopen(store, ZHANG, opened.id, "又漏了", now=at("09:00", thursday))) is None
    again = ticket(store, opened, at("09:01", thursday))
    assert (again.state, again.limit, again.first_limit) == (State.OPEN, date(2026, 3, 16), date(2026, 3, 6))
    assert (again.light.state, again.closed_at, again.clashes) == (LightState.ON_TIME, None, ())


def test_duplicates_merge_into_the_older_one_only(store: Store) -> None:
    older, newer = ask(store, "10:00"), ask(store, "11:00")
    assert code(actions.merge(store, LI, older.id, newer.id, now=at("11:30"))) == "not_the_older"
    assert code(actions.merge(store, LI, older.id, older.id, now=at("11:30"))) == "not_the_older"
    assert code(actions.merge(store, LI, newer.id, older.id, now=at("11:30"))) is None
    assert code(actions.merge(store, LI, newer.id, older.id, now=at("11:31"))) == "not_open"
    main, duplicate = (views.page(store, each.id, at("11:32")) for each in (older, newer))
    assert main is not None
    assert duplicate is not None
    assert [t.number for t in main.duplicates] == [newer.number]
    assert duplicate.merged_into is not None
    assert duplicate.merged_into.number == older.number


def test_a_correction_on_a_stale_page_is_refused(store: Store) -> None:
    opened = ask(store)
    page = views.page(store, opened.id, at("10:01"))
    assert page is not None
    seen = page.seen[Aspect.PHONE]
    first = actions.correct(store, ZHANG, opened.id, Aspect.PHONE, "13900000001", seen=seen, now=at("10:02"))
    second = actions.correct(store, LI, opened.id, Aspect.PHONE, "13900000002", seen=seen, now=at("10:03"))
    assert (code(first), code(second)) == (None, "changed_meanwhile")
    assert actions.open_personal(store, LI, opened.id, now=at("10:04")) == Customer("王小明", "13900000001")
    assert code(actions.correct(store, LI, opened.id, Aspect.STATE, "closed", now=at("10:05"))) == "not_allowed"
