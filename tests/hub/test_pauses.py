"""Pause arbitration: racing counters get exactly the quota; without the hub the answer comes within a second."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec.structs import replace

from shared.domain.clock import wall_clock
from shared.domain.policy import default
from shared.practice.pauses.facts import Decision, PauseEnded, PauseStarted, PauseWithdrawn
from shared.practice.pauses.hub import Answer, start_pause
from shared.sync.courier import Courier
from shared.sync.question import HubQuestion
from tests.hub.site import Device, Site
from tests.support import patience

STAFF, CALLERS = 20, 8


def claim(subject: str, staff: str, **changes: object) -> HubQuestion[Answer]:
    """A pause is asked for today, by default in a hall where any number may pause at once."""
    question = start_pause(default(), subject, staff, wall_clock())
    return replace(question, asked={**question.asked, "at_once": 1000, **changes}, patience=patience.SECONDS)


def courier_of(device: Device) -> Courier:
    return Courier(device.folder, device.open)


def test_twenty_people_and_eight_racing_counters_get_two_pauses_each(site: Site) -> None:
    counters = [courier_of(site.device(f"c{number}", hall=f"H{number}")) for number in range(CALLERS)]
    ready = threading.Barrier(CALLERS)

    def ask(number: int) -> list[Answer | None]:
        ready.wait(patience.SECONDS)
        return [counters[number].ask(claim(f"pause:{number}-{person}", f"s{person}")) for person in range(STAFF)]

    with ThreadPoolExecutor(CALLERS) as pool:
        answers = list(pool.map(ask, range(CALLERS)))
    for person in range(STAFF):
        granted = [answer[person] for answer in answers].count(Answer.GRANTED)
        assert granted == 2
        assert [answer[person] for answer in answers].count(Answer.DAY_QUOTA) == CALLERS - 2


def test_asking_twice_for_the_same_pause_is_one_pause(site: Site) -> None:
    courier = courier_of(site.device("c"))
    assert [courier.ask(claim("pause:1", "s")) for _ in range(3)] == [Answer.GRANTED] * 3
    assert courier.ask(claim("pause:2", "s")) is Answer.GRANTED
    assert courier.ask(claim("pause:3", "s")) is Answer.DAY_QUOTA


def test_one_at_a_time_in_a_hall_until_it_ends(site: Site) -> None:
    device = site.device("c", hall="A")
    courier, elsewhere = courier_of(device), courier_of(site.device("d", hall="B"))
    assert courier.ask(claim("pause:1", "a", at_once=1)) is Answer.GRANTED
    assert courier.ask(claim("pause:2", "b", at_once=1)) is Answer.HALL_BUSY
    assert elsewhere.ask(claim("pause:3", "b", at_once=1)) is Answer.GRANTED
    record_pause(device, "pause:1", "a")
    device.record(PauseEnded(length_ms=200_000), subject="pause:1")
    device.sync()
    assert courier.ask(claim("pause:4", "c", at_once=1)) is Answer.GRANTED


def record_pause(device: Device, subject: str, staff: str, counts_from: int = 0) -> None:
    decision = Decision(
        policy_version=1,
        limit=5,
        inclusive=False,
        per_day=2,
        own_today=0,
        colleagues_paused=0,
        other_windows=1,
        counts_from_seconds=counts_from,
    )
    pause = PauseStarted(staff=staff, window="1", post="cashier", seconds=300, decision=decision)
    device.record(pause, subject=subject, actor=staff)


def test_a_pause_granted_while_offline_counts_once_it_is_known(site: Site) -> None:
    device = site.device("c")
    courier = courier_of(device)
    for number in range(2):
        record_pause(device, f"pause:{number}", "a")
    assert courier.ask(claim("pause:early", "a")) is Answer.GRANTED  # the hub cannot know yet
    device.sync()
    assert courier.ask(claim("pause:2", "a")) is Answer.DAY_QUOTA


def test_a_pause_taken_back_is_none_for_the_person_and_the_hall(site: Site) -> None:
    device = site.device("c")
    courier = courier_of(device)
    for number in range(3):
        assert courier.ask(claim(f"pause:{number}", "a", at_once=1)) is Answer.GRANTED
        record_pause(device, f"pause:{number}", "a")
        device.record(PauseWithdrawn(), subject=f"pause:{number}", actor="a")
        device.sync()
    assert courier.ask(claim("pause:other", "b", at_once=1)) is Answer.GRANTED


@pytest.mark.parametrize(
    ("counts_from", "length_ms", "third"),
    [
        (10, 9_999, Answer.GRANTED),
        (10, 10_000, Answer.DAY_QUOTA),
        (10, 0, Answer.GRANTED),
        (10, None, Answer.GRANTED),  # ended at once by the device's clock
        (0, 0, Answer.DAY_QUOTA),  # as before there was a rule
        (1_000_000, 60_000, Answer.DAY_QUOTA),  # a counter that claims too much is believed for a minute
        (10, -5, Answer.GRANTED),  # nonsense is not believed; the clock says at once
    ],
)
def test_two_pauses_begun_by_mistake_used_up_the_day_s_two(
    site: Site, counts_from: int, length_ms: int | None, third: Answer
) -> None:
    device = site.device("c")
    courier = courier_of(device)
    for number in range(2):
        assert courier.ask(claim(f"pause:{number}", "a")) is Answer.GRANTED
        record_pause(device, f"pause:{number}", "a", counts_from)
        device.record(PauseEnded(length_ms=length_ms), subject=f"pause:{number}", actor="a")
    device.sync()
    assert courier.ask(claim("pause:third", "a")) is third


def test_without_a_hub_there_is_no_answer_and_no_waiting(site: Site) -> None:
    alone = Device(site.enroll("never-joined"), site.folder / "alone")

    def ask() -> None:
        assert courier_of(alone).ask(claim("pause:1", "a")) is None

    assert patience.once_within(0.5, ask)


def test_an_answer_that_only_a_newer_version_knows_is_none(site: Site) -> None:
    courier = courier_of(site.device("c"))
    site.admin.execute(
        "CREATE OR REPLACE FUNCTION hub.start_pause(asked json) RETURNS text LANGUAGE sql AS $$ SELECT 'ask_later' $$"
    )
    assert courier.ask(claim("pause:1", "a")) is None
