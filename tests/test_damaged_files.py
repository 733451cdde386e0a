"""Each small file beside the journal, empty, half, garbage or missing: said in the badge, by `doctor`, in the log."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from shared import device_journal
from shared.cli.group import commands
from shared.device import config, leases, pepper
from shared.device.leases import Lease
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.people import actions, kiosk_exit, pins
from shared.qt import sync_badge
from shared.registry import PROJECTIONS
from shared.sync import damaged_files, enrolment
from shared.sync.courier import Courier, State, Status
from shared.sync.enrolment import Enrolment, EnrolmentError
from shared.sync.runner import CourierRunner
from tests.support import patience
from tests.support.builders import HALL, MORNING, PIN, staffed_store

MEMBER = Enrolment(
    host="127.0.0.1",
    port=9,
    database="d",
    login="l",
    name="n",
    kind="counter",
    hall=HALL,
    secret="s" * 32,
    site_key="5a" * 32,
)
DAMAGES = ("empty", "half", "garbage", "missing")


def damage(file: Path, how: str) -> None:
    content = file.read_bytes()
    if how in ("missing", "folder"):
        file.unlink()
    if how == "folder":
        file.mkdir()
    elif how != "missing":
        file.write_bytes({"empty": b"", "half": content[: len(content) // 2], "garbage": os.urandom(90)}[how])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = staffed_store(tmp_path)
    actions.set_pin(store, "1001", PIN, now=MORNING)
    yield store
    store.close()


def doctor(folder: Path) -> tuple[int, list[str]]:
    result = CliRunner().invoke(commands, ["--data", str(folder), "doctor", "--json"])
    found = json.loads(result.stdout)["checks"]
    return result.exit_code, [check["value"] for check in found if check["state"] == "bad"]


@pytest.mark.parametrize("how", DAMAGES)
def test_a_joined_device_never_becomes_alone_in_silence(
    store: Store, tmp_path: Path, how: str, caplog: pytest.LogCaptureFixture, qapp: object
) -> None:
    enrolment.join(store, MEMBER)
    damage(tmp_path / enrolment.FILE, how)
    courier = Courier(tmp_path, lambda: store)
    assert courier.step(store) > 0
    assert (courier.status.state, courier.status.reason) == (State.STOPPED, "enrolment_lost")
    assert "重新加入" in sync_badge.words(courier.status)
    assert "enrolment is lost" in caplog.text
    code, bad = doctor(tmp_path)
    assert code == 1
    assert any(enrolment.FILE in value for value in bad)
    with pytest.raises(EnrolmentError):
        enrolment.joined(tmp_path)


@pytest.mark.parametrize("left", ["hub.member", "hub.secret", "hub-ca.pem", "hub-certificate.pem", "hub-key.pem"])
def test_any_file_of_its_enrolment_tells_a_member_from_a_single_pc(tmp_path: Path, left: str) -> None:
    """Devices that joined with an early version have no `hub.member`."""
    assert enrolment.joined(tmp_path) is None
    (tmp_path / left).write_text("")
    with pytest.raises(EnrolmentError):
        enrolment.joined(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="the credential store keeps it")
@pytest.mark.parametrize("how", [*DAMAGES, "folder"])
def test_a_damaged_secret_was_reported_as_no_connection(store: Store, tmp_path: Path, how: str, qapp: object) -> None:
    enrolment.join(store, MEMBER)
    assert doctor(tmp_path)[1] == []
    damage(tmp_path / "hub.secret", how)
    courier = Courier(tmp_path, lambda: store, seconds=1)
    courier.step(store)
    assert (courier.status.reason, courier.status.broken) == ("offline", (enrolment.FILE,))
    assert enrolment.FILE in sync_badge.words(courier.status)
    code, bad = doctor(tmp_path)
    assert code == 1
    assert any("secret" in value for value in bad)


@pytest.mark.parametrize("name", [enrolment.FILE, pepper.FILE])
def test_a_file_that_cannot_be_read_at_all_ended_the_program(store: Store, tmp_path: Path, name: str) -> None:
    """A folder in its place stands for a disk that gives an error."""
    enrolment.join(store, MEMBER)
    pepper.pepper(tmp_path)
    damage(tmp_path / name, "folder")
    with device_journal.opened(tmp_path, now=MORNING) as again:
        assert Courier(tmp_path, lambda: again).step(again) > 0
    code, bad = doctor(tmp_path)
    assert code == 1
    assert any(name in value for value in bad)


def test_the_runner_reports_a_lost_enrolment(store: Store, tmp_path: Path) -> None:
    enrolment.join(store, MEMBER)
    damage(tmp_path / enrolment.FILE, "missing")
    said: list[Status] = []
    runner = CourierRunner(tmp_path, reopened, said.append)
    runner.start()
    patience.until(lambda: any(status.reason == "enrolment_lost" for status in said), "the courier's word")
    runner.stop()


def reopened(folder: Path) -> Store:

    return open_store(folder, PROJECTIONS)


def test_joining_again_mends_a_lost_enrolment(store: Store, tmp_path: Path) -> None:

    enrolment.join(store, MEMBER)
    damage(tmp_path / enrolment.FILE, "half")
    file = tmp_path / "enrolment.json"
    file.write_bytes(msgspec.json.encode(MEMBER))
    result = CliRunner().invoke(commands, ["--data", str(tmp_path), "join", str(file)])
    assert result.exit_code == 0, result.output
    assert enrolment.joined(tmp_path) is not None


@pytest.mark.parametrize("how", DAMAGES)
def test_a_missing_pepper_never_becomes_a_new_one(
    store: Store, tmp_path: Path, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    kept = (tmp_path / pepper.FILE).read_bytes()
    damage(tmp_path / pepper.FILE, how)
    assert actions.sign_in(store, "1001", PIN, now=MORNING) == Refusal("pepper_lost")
    assert actions.sign_in(store, "7777", PIN, now=MORNING) == Refusal("pepper_lost")
    assert actions.set_pin(store, "1001", "350617", now=MORNING) == Refusal("pepper_lost")
    assert "no PIN can be checked" in caplog.text
    code, bad = doctor(tmp_path)
    assert code == 1
    assert any(pepper.FILE in value for value in bad)
    (tmp_path / pepper.FILE).write_bytes(kept)
    assert isinstance(actions.sign_in(store, "1001", PIN, now=MORNING), Actor)


@pytest.mark.parametrize("how", [*DAMAGES, "folder"])
def test_a_damaged_fingerprint_of_the_pepper_keeps_nobody_out(store: Store, tmp_path: Path, how: str) -> None:
    damage(tmp_path / "pepper.mark", how)
    assert isinstance(actions.sign_in(store, "1001", PIN, now=MORNING), Actor)


def test_another_folder_s_pepper_is_not_taken_for_ours(store: Store, tmp_path: Path) -> None:
    (tmp_path / pepper.FILE).write_text("ab" * 32)
    assert actions.sign_in(store, "1001", PIN, now=MORNING) == Refusal("pepper_lost")


@pytest.mark.parametrize("how", ["empty", "half", "garbage"])
def test_settings_that_cannot_be_read_leave_the_defaults_and_are_said(
    store: Store, tmp_path: Path, how: str, caplog: pytest.LogCaptureFixture, qapp: object
) -> None:
    config.save(tmp_path, config.DeviceSettings(backups_kept=3))
    damage(tmp_path / config.FILE, how)
    assert config.load(tmp_path) == config.DeviceSettings()
    assert "cannot be read" in caplog.text
    courier = Courier(tmp_path, lambda: store)
    courier.step(store)
    assert courier.status.broken == (config.FILE,)
    assert config.FILE in sync_badge.words(courier.status)
    assert doctor(tmp_path)[0] == 1
    config.save(tmp_path, config.DeviceSettings(backups_kept=3))
    assert config.load(tmp_path).backups_kept == 3
    assert damaged_files.damaged(tmp_path) == {}


@pytest.mark.parametrize("file", [leases.FILE, damaged_files.COURIER_LOCK])
@pytest.mark.parametrize("how", DAMAGES)
def test_a_damaged_file_of_locks_is_said_and_stops_nobody(
    tmp_path: Path, file: str, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / file).write_bytes(b"SQLite forma and then nothing that anybody knows" * 9)
    damage(tmp_path / file, how)
    damaged = how in ("half", "garbage")
    assert (file in damaged_files.damaged(tmp_path)) is damaged
    one, other = Lease(tmp_path, file), Lease(tmp_path, file)
    one.take_alone(wait_seconds=0)
    with pytest.raises(leases.FolderInUse):
        other.take_alone(wait_seconds=0)
    for lease in (one, other):
        lease.close()
    assert ("was damaged" in caplog.text) is damaged
    assert damaged_files.damaged(tmp_path) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"site_key": "5a"},
        {"codes_key": "zz" * 32},
        {"ca": "no certificate"},
        {"key": "-----BEGIN PRIVATE KEY-----\nMII"},
        {"port": 0},
        {"port": 65_536},
        {"kind": "toaster"},
        *({name: " "} for name in ("host", "database", "login", "name", "hall")),
    ],
)
def test_joining_with_a_file_that_is_not_whole_writes_nothing(
    store: Store, tmp_path: Path, wrong: dict[str, object]
) -> None:

    file = tmp_path.parent / f"{tmp_path.name}.json"
    file.write_bytes(msgspec.json.encode({**msgspec.to_builtins(MEMBER), **wrong}))
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir() if each.suffix not in (".db", "")}
    peppers = pepper.peppers(tmp_path)
    assert CliRunner().invoke(commands, ["--data", str(tmp_path), "join", str(file)]).exit_code == 1
    after = {each.name: each.read_bytes() for each in tmp_path.iterdir() if each.suffix not in (".db", "")}
    assert {name: after[name] for name in before} == before
    assert pepper.peppers(tmp_path) == peppers
    assert enrolment.joined(tmp_path) is None


def test_the_wait_after_wrong_exit_pins_survives_a_restart(tmp_path: Path) -> None:

    pins.keep_exit_pin(tmp_path, "402913")
    for _ in range(4):
        kiosk_exit.ExitCheck(tmp_path).check("", "000000", now=MORNING)
    answer = kiosk_exit.ExitCheck(tmp_path).check("", "402913", now=MORNING + 1000)
    assert answer is not None
    assert answer.code == "pin_wait"


def test_a_wait_that_begins_during_a_check_refuses_the_right_pin(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program's wrong PINs start the wait while this one still hashes."""
    real = pins.matches

    def slow(pin: str, hashed: str, key: bytes) -> bool:
        if pin == PIN:
            for _ in range(4):
                actions.sign_in(store, "1001", "000001", now=MORNING)
        return real(pin, hashed, key)

    monkeypatch.setattr(pins, "matches", slow)
    answer = actions.sign_in(store, "1001", PIN, now=MORNING)
    assert isinstance(answer, Refusal)
    assert answer.code == "pin_wait"
