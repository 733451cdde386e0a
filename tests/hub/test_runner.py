"""What the apps run: one courier a folder, a card from the lobby to the counter, a pause asked of the hub."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from shared import device_journal
from shared.device import config
from shared.device.leases import FolderInUse, Lease
from shared.domain.clock import wall_clock
from shared.domain.policy import default
from shared.practice.cards import actions, views
from shared.practice.cards.facts import P
from shared.practice.pauses.facts import HubSays
from shared.practice.pauses.hub import may_begin
from shared.sync import enrolment
from shared.sync.courier import State, Status
from shared.sync.damaged_files import COURIER_LOCK
from shared.sync.question import HubQuestion
from shared.sync.runner import CourierRunner
from tests.hub.site import Site
from tests.support.builders import HALL, MONDAY, MORNING, staffed_store
from tests.support.patience import SECONDS, until


@contextmanager
def runner(folder: Path, news: list[Status]) -> Iterator[CourierRunner]:
    running = CourierRunner(folder, device_journal.open_now, news.append)
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
    with runner(lobby, news) as there, runner(desk, []) as here:
        with device_journal.opened(lobby, now=MORNING) as store:
            actions.award(store, "1001", P.PATIENT, now=MORNING)
        there.nudge()
        until(lambda: news and news[-1].state is State.SENT, "the lobby to know that all is sent")
        here.nudge()  # else it asks in ten seconds
        until(lambda: cards_seen(desk) == 1, "the card at the counter")
    assert news[-1].state is State.SENT  # ending is no broken line


def test_of_two_apps_on_one_folder_one_carries_until_it_ends(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.sync.runner.RETRY_SECONDS", 0.02)
    folder = joined(site, tmp_path / "hall", "counter", "hall")
    first: list[Status] = []
    second: list[Status] = []
    with runner(folder, first):
        until(lambda: first, "the first to carry")
        with runner(folder, second):
            with pytest.raises(FolderInUse):  # fifty looks long
                Lease(folder, "courier.db").take_alone(wait_seconds=1)
            assert second == []
    with runner(folder, second):
        until(lambda: second, "the second to carry once the first has ended")


def test_a_file_of_locks_damaged_while_one_app_waited_ended_its_wait_for_good(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("shared.sync.runner.RETRY_SECONDS", 0.02)
    folder, second = joined(site, tmp_path / "hall", "counter", "hall"), list[Status]()
    first = Lease(folder, COURIER_LOCK)
    first.take_alone()
    with runner(folder, second):
        os.truncate(folder / COURIER_LOCK, 5000)
        until(lambda: "was damaged" in caplog.text, "the second to find it")
        first.close()
        until(lambda: second, "the second to carry")


def test_the_apps_of_a_single_pc_carry_nothing_and_both_say_what_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.sync.runner.RETRY_SECONDS", 0.02)
    staffed_store(tmp_path).close()
    (tmp_path / config.FILE).write_text("no json")
    first: list[Status] = []
    second: list[Status] = []
    with runner(tmp_path, first), runner(tmp_path, second):
        until(lambda: first and second, "the word of both")
        config.save(tmp_path, config.DeviceSettings())
        until(lambda: len(first) > 1 and len(second) > 1, "that all is well")
    assert first == second == [Status(broken=(config.FILE,)), Status()]


def test_a_hub_that_gave_no_answer_is_waited_for_only_briefly(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, there = tmp_path / "hall", site.enroll("hall", "counter", HALL)
    with device_journal.opened(folder, now=MORNING, hall=HALL) as store:
        enrolment.join(store, msgspec.structs.replace(there, port=1))
        ask = CourierRunner(folder, device_journal.open_now).ask
        question = HubQuestion("to_look_at", {}, list[object], patience=SECONDS, brief=0.0)
        assert ask(question) is None
        enrolment.join(store, there)
    assert ask(question) is None
    assert ask(msgspec.structs.replace(question, brief=SECONDS)) == []


def test_the_hub_grants_a_pause_and_refuses_one_beside_it(site: Site, tmp_path: Path) -> None:
    folder = joined(site, tmp_path / "hall", "counter", "hall")
    ask, policy, now = CourierRunner(folder, device_journal.open_now).ask, default(), wall_clock()
    assert may_begin(ask, policy, "pause:1", "1001", now) is HubSays.GRANTED
    assert may_begin(ask, policy, "pause:2", "1002", now) is HubSays.COLLEAGUE_PAUSED


def test_a_pc_of_no_hub_decides_itself(tmp_path: Path) -> None:
    staffed_store(tmp_path).close()
    ask = CourierRunner(tmp_path, device_journal.open_now).ask
    assert may_begin(ask, default(), "pause:1", "1001", MORNING) is None
