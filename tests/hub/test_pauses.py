"""Pause arbitration: racing counters get exactly the quota, the line's silence is answered within a second."""

import threading
from concurrent.futures import ThreadPoolExecutor

from shared.practice.pauses.facts import Decision, PauseEnded, PauseStarted, PauseWithdrawn
from shared.sync.courier import Answer, Courier, PauseClaim
from tests.hub.site import Device, Site, wall_clock
from tests.support import patience

STAFF, CALLERS = 20, 8
DAY = 86_400_000


def claim(subject: str, staff: str, **changes: object) -> PauseClaim:
    start = wall_clock() // DAY * DAY
    fields = {"day_start": start, "day_end": start + DAY, "per_day": 2, "at_once": 1000, "seconds": 300}
    return PauseClaim(subject=subject, staff=staff, **{**fields, **changes})  # type: ignore[arg-type]


def courier_of(device: Device) -> Courier:
    return Courier(device.folder, device.open)


def test_twenty_people_and_eight_racing_counters_get_two_pauses_each(site: Site) -> None:
    counters = [courier_of(site.device(f"c{number}", hall=f"H{number}")) for number in range(CALLERS)]
    ready = threading.Barrier(CALLERS)

    def ask(number: int) -> list[Answer]:
        ready.wait(patience.SECONDS)
        return [
            counters[number].start_pause(claim(f"pause:{number}-{person}", f"s{person}"), timeout=patience.SECONDS)
            for person in range(STAFF)
        ]

    with ThreadPoolExecutor(CALLERS) as pool:
        answers = list(pool.map(ask, range(CALLERS)))
    for person in range(STAFF):
        granted = [answer[person] for answer in answers].count(Answer.GRANTED)
        assert granted == 2
        assert [answer[person] for answer in answers].count(Answer.DAY_QUOTA) == CALLERS - 2


def test_asking_twice_for_the_same_pause_is_one_pause(site: Site) -> None:
    courier = courier_of(site.device("c"))
    assert [courier.start_pause(claim("pause:1", "s")) for _ in range(3)] == [Answer.GRANTED] * 3
    assert courier.start_pause(claim("pause:2", "s")) is Answer.GRANTED
    assert courier.start_pause(claim("pause:3", "s")) is Answer.DAY_QUOTA


def test_one_at_a_time_in_a_hall_until_it_ends(site: Site) -> None:
    device = site.device("c", hall="A")
    courier, elsewhere = courier_of(device), courier_of(site.device("d", hall="B"))
    assert courier.start_pause(claim("pause:1", "a", at_once=1)) is Answer.GRANTED
    assert courier.start_pause(claim("pause:2", "b", at_once=1)) is Answer.HALL_BUSY
    assert elsewhere.start_pause(claim("pause:3", "b", at_once=1)) is Answer.GRANTED
    record_pause(device, "pause:1", "a")
    device.record(PauseEnded(length_ms=200_000), subject="pause:1")
    device.sync()
    assert courier.start_pause(claim("pause:4", "c", at_once=1)) is Answer.GRANTED


def record_pause(device: Device, subject: str, staff: str) -> None:
    decision = Decision(
        policy_version=1, limit=5, inclusive=False, per_day=2, own_today=0, colleagues_paused=0, other_windows=1
    )
    pause = PauseStarted(staff=staff, window="1", post="cashier", seconds=300, decision=decision)
    device.record(pause, subject=subject, actor=staff)


def test_a_pause_granted_while_offline_counts_once_it_is_known(site: Site) -> None:
    device = site.device("c")
    courier = courier_of(device)
    for number in range(2):
        record_pause(device, f"pause:{number}", "a")
    assert courier.start_pause(claim("pause:early", "a")) is Answer.GRANTED  # the hub cannot know yet
    device.sync()
    assert courier.start_pause(claim("pause:2", "a")) is Answer.DAY_QUOTA


def test_a_pause_taken_back_is_none_for_the_person_and_the_hall(site: Site) -> None:
    device = site.device("c")
    courier = courier_of(device)
    for number in range(3):
        assert courier.start_pause(claim(f"pause:{number}", "a", at_once=1)) is Answer.GRANTED
        record_pause(device, f"pause:{number}", "a")
        device.record(PauseWithdrawn(), subject=f"pause:{number}", actor="a")
        device.sync()
    assert courier.start_pause(claim("pause:other", "b", at_once=1)) is Answer.GRANTED


def test_without_a_hub_there_is_no_answer_and_no_waiting(site: Site) -> None:
    alone = Device(site.enroll("never-joined"), site.folder / "alone")

    def ask() -> None:
        assert courier_of(alone).start_pause(claim("pause:1", "a")) is Answer.NO_ANSWER

    assert patience.quickest(ask) < 0.5
