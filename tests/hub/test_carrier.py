"""What the apps run: one carrier a folder, a card from the lobby to the counter, a pause asked of the hub."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from shared import device_journal
from shared.domain.policy import default
from shared.practice.cards import actions, views
from shared.practice.cards.facts import P
from shared.practice.pauses.facts import HubSays
from shared.sync import enrolment
from shared.sync.courier import State, Status
from shared.sync.runner import CourierRunner
from tests.hub.site import Site
from tests.support.builders import HALL, MONDAY, MORNING, staffed_store

_PATIENCE_SECONDS = 30


def until(look: Callable[[], object], what: str) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while not look():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


@contextmanager
def carrier(folder: Path, news: list[Status]) -> Iterator[CourierRunner]:
    running = CourierRunner(folder, news.append)
    running.start()
    try:
        yield running
    finally:
        running.stop()


def joined(site: Site, folder: Path, kind: str, name: str) -> Path:
    with device_journal.opened(folder, now=MORNING, hall=HALL) as store:
        enrolment.join(store, site.enroll(name, kind, HALL))
    return folder


def cards_seen(folder: Path) -> int:
    with device_journal.opened(folder, now=MORNING) as store:
        return len(views.of_day(store, HALL, MONDAY))


def test_a_card_given_in_the_lobby_reaches_the_counter(site: Site, tmp_path: Path) -> None:
    lobby, desk = tmp_path / "lobby", tmp_path / "desk"
    staffed_store(lobby).close()
    joined(site, lobby, "counter", "lobby")  # one PC with both apps was there first, so it may send the roster
    joined(site, desk, "counter", "desk")
    news: list[Status] = []
    with carrier(lobby, news) as there, carrier(desk, []):
        with device_journal.opened(lobby, now=MORNING) as store:
            actions.award(store, "1001", P.PATIENT, now=MORNING)
        there.nudge()
        until(lambda: cards_seen(desk) == 1, "the card at the counter")
        until(lambda: news[-1].state is State.SENT, "the lobby to know that all is sent")
    assert news[-1].state is State.SENT  # ending is no broken line


def test_of_two_apps_on_one_folder_one_carries(site: Site, tmp_path: Path) -> None:
    folder = joined(site, tmp_path / "hall", "counter", "hall")
    first: list[Status] = []
    second: list[Status] = []
    with carrier(folder, first):
        until(lambda: first, "the first to carry")
        with carrier(folder, second):
            time.sleep(0.5)
    assert second == []


def test_the_hub_grants_a_pause_and_refuses_one_beside_it(site: Site, tmp_path: Path) -> None:
    folder = joined(site, tmp_path / "hall", "counter", "hall")
    asking, policy = CourierRunner(folder, lambda status: None), default()
    now = time.time_ns() // 1_000_000
    assert asking.ask_hub(policy, "pause:1", "1001", now) is HubSays.GRANTED
    assert asking.ask_hub(policy, "pause:2", "1002", now) is HubSays.COLLEAGUE_PAUSED


def test_a_pc_of_no_hub_decides_itself(tmp_path: Path) -> None:
    staffed_store(tmp_path).close()
    assert CourierRunner(tmp_path, lambda status: None).ask_hub(default(), "pause:1", "1001", MORNING) is None
