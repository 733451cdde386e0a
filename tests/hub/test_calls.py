"""Calls arbitrated by the hub: racing windows never get one number twice, and nobody waits where it does not answer."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared import device_journal
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.practice.line import actions, hub, views
from shared.practice.line.actions import Taken
from shared.practice.line.views import Number
from shared.sync.runner import CourierRunner
from tests.hub.site import Device, Site
from tests.support import patience
from tests.support.builders import HALL, ROSTER, at, staffed_store

WINDOWS = ("1001", "1002", "1003")


def clerk(number: str) -> Actor:
    person = next(line for line in ROSTER if line.number == number)
    return Actor(number=number, name=person.name, role=Role.STAFF, post=person.post, hall=HALL)


class Window:
    """One window's PC. It hears of others only when told to."""

    def __init__(self, device: Device, staff: str) -> None:
        self.device, self.actor = device, clerk(staff)

    def calls(self) -> Number | Refusal:
        return actions.call_next(self.device.store, self.actor, arbiter=self.may_call, now=at("10:00"))

    def may_call(self, numbers: Sequence[Number]) -> str | None:
        return hub.may_call(CourierRunner(self.device.folder, device_journal.open_now).ask, numbers)


def windows(site: Site, customers: int) -> list[Window]:
    """Three PCs that all know the same waiting customers."""
    staffed_store(site.folder / "pc0").close()
    made = [Window(site.device(f"pc{n}", hall=HALL), staff) for n, staff in enumerate(WINDOWS)]
    for _ in range(customers):
        assert isinstance(actions.take(made[0].device.store, now=at("09:00")), Taken)
    for window in (made[0], *made):
        window.device.sync()
    return made


def test_racing_windows_that_have_not_heard_of_each_other_call_different_numbers(site: Site) -> None:
    three = windows(site, customers=3)
    ready = threading.Barrier(len(three))
    stores = {window: window.device.open() for window in three}

    def race(window: Window) -> str:
        window.device.store = stores[window]
        ready.wait(patience.SECONDS)
        called = window.calls()
        assert isinstance(called, Number)
        return called.label

    with ThreadPoolExecutor(len(three)) as pool:
        labels = list(pool.map(race, three))
    assert sorted(labels) == ["A001", "A002", "A003"]


def test_a_window_gets_nobody_where_all_it_knows_are_called_elsewhere(site: Site) -> None:
    first, second, _ = windows(site, customers=1)
    assert isinstance(first.calls(), Number)
    assert second.calls() == Refusal("nobody_waiting")


def test_a_number_set_aside_is_taken_back_by_one_window(site: Site) -> None:
    first, second, third = windows(site, customers=1)
    called = first.calls()
    assert isinstance(called, Number)
    assert actions.no_show(first.device.store, first.actor, called.id, now=at("10:01")) is None
    for window in (first, second, third):
        window.device.sync()
    answers = [
        actions.take_back(w.device.store, w.actor, called.id, arbiter=w.may_call, now=at("10:02"))
        for w in (second, third)
    ]
    assert answers == [None, Refusal("called_elsewhere", {"number": called.label})]


def test_a_number_given_to_a_window_that_never_called_it_is_free_again(site: Site) -> None:
    first, second, _ = windows(site, customers=1)
    waiting = views.in_line(first.device.store, HALL, at("10:00"))
    assert first.may_call(waiting) == first.may_call(waiting) == waiting[0].id  # its own, however often it asks
    assert second.may_call(waiting) == ""
    site.sql("UPDATE hub.number_claim SET claimed_at = claimed_at - 61000 RETURNING 1")
    assert second.may_call(waiting) == waiting[0].id


def test_without_the_hub_a_window_calls_from_what_it_knows_at_once(site: Site) -> None:
    first, second, _ = windows(site, customers=1)
    site.admin.execute("ALTER FUNCTION hub.call_number(json) RENAME TO of_a_newer_hub")  # as an older hub is
    started = time.monotonic()
    for window in (first, second):
        called = window.calls()
        assert isinstance(called, Number)
        window.device.sync()
    assert time.monotonic() - started < 2 + patience.SLACK
    first.device.sync()
    seen = [views.number(window.device.store, called.id) for window in (first, second)]
    assert seen[0] == seen[1]  # the same window has it on both screens
    assert seen[0]
    assert seen[0].calls == 2  # shown, not lost


@pytest.mark.parametrize("undone", [0, 1])
def test_a_call_undone_leaves_the_customer_to_the_window_that_called_them_too(site: Site, undone: int) -> None:
    pair = windows(site, customers=1)[:2]
    site.admin.execute("ALTER FUNCTION hub.call_number(json) RENAME TO out_of_reach")
    called = [window.calls() for window in pair]
    assert isinstance(called[0], Number)
    number = called[0].id
    for window in (*pair, *pair):
        window.device.sync()
    gone, stays = pair[undone], pair[1 - undone]
    actions.put_back(gone.device.store, gone.actor, number, now=at("10:00") + 5000)
    for window in (*pair, *pair):
        window.device.sync()
    for window in pair:
        seen = views.number(window.device.store, number)
        assert seen
        assert (seen.state, seen.staff) == (views.State.CALLED, stays.actor.number)
    assert actions.done(stays.device.store, stays.actor, number, "gas_payment", now=at("10:05")) is None
