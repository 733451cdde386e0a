"""A joined device's command line does no more than its screens: what it may not is refused, the rest asks a person."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shared.cli.group import commands
from shared.domain.clock import wall_clock
from shared.domain.roles import Role
from shared.people import actions
from shared.people.facts import HallSet, PinSet
from tests.hub.site import Device, Site
from tests.hub.test_trust import roster

PIN = "480591"
HEADINGS = "工号,姓名,分公司,大厅,窗口,岗位,角色\n"


def run(device: Device, *words: object, typed: str = PIN) -> Result:
    said = ["--lang", "en", "--data", str(device.folder), *map(str, words)]
    return CliRunner().invoke(commands, said, input=f"{typed}\n")


def staffed(site: Site, kind: str = "counter", name: str = "pc") -> Device:
    """A device of hall A on a hub, where a supervisor and somebody of the office have PINs."""
    device = site.device(name, kind)
    people = (("1001", "A", Role.STAFF), ("1000", "A", Role.SUPERVISOR), ("9001", "*", Role.OFFICE))
    for number, hall, role in people:
        device.record(roster(number, hall, role), f"staff:{number}")
        assert actions.set_pin(device.store, number, PIN, now=wall_clock()) is None
    return device


def pins(device: Device) -> int:
    return sum(event.kind == PinSet.kind() for event in device.store.events())


@pytest.mark.parametrize(
    ("by", "whose", "typed", "done"),
    [
        ("", "1001", PIN, False),
        ("1000", "1001", "111222", False),
        ("1001", "1000", PIN, False),
        ("1000", "9001", PIN, False),
        ("1000", "1001", PIN, True),
    ],
)
def test_a_pin_is_set_by_a_person_who_may(site: Site, by: str, whose: str, typed: str, done: bool) -> None:
    device = staffed(site)
    before = pins(device)
    result = run(device, "set-pin", whose, "--pin", "739164", *(("--as", by) if by else ()), typed=typed)
    assert (result.exit_code == 0, pins(device) - before) == (done, int(done)), result.output


def test_a_counter_publishes_nothing_though_the_office_stands_before_it(site: Site, tmp_path: Path) -> None:
    device = staffed(site)
    (tmp_path / "p.toml").write_text("[pauses]\nper_day = 9\n")
    result = run(device, "publish", "policy", tmp_path / "p.toml", "--as", "9001")
    assert result.exit_code == 1
    assert "cannot be done on a device of its kind" in result.output


def test_the_office_publishes_by_a_person(site: Site, tmp_path: Path) -> None:
    device = staffed(site, "office")
    (tmp_path / "p.toml").write_text("[pauses]\nper_day = 3\n")
    assert "--as NUMBER" in run(device, "publish", "policy", tmp_path / "p.toml").output
    assert run(device, "publish", "policy", tmp_path / "p.toml", "--as", "9001").exit_code == 0


@pytest.mark.parametrize(
    ("line", "done"),
    [
        ("1001,张敏,和平,A,1,购气员,经营管理部", False),
        ("2001,王红,和平,B,1,购气员,窗口人员", False),
        ("9001,李办,和平,A,1,购气员,窗口人员", False),
        ("1001,张敏,和平,A,2,购气员,站长", True),
    ],
)
def test_a_roster_at_a_counter_stays_in_its_hall(site: Site, tmp_path: Path, line: str, done: bool) -> None:
    device = staffed(site)
    (tmp_path / "s.csv").write_text(HEADINGS + line + "\n", encoding="utf-8")
    before = len(device.store.events())
    result = run(device, "import", "staff", tmp_path / "s.csv", "--as", "1000")
    assert (result.exit_code == 0) == done, result.output
    assert any(event.kind == "staff_set" for event in device.store.events()[before:]) == done


def test_a_single_pc_sets_pins_without_asking_a_hub(site: Site) -> None:
    alone = Device(site.enroll("x"), site.folder / "x")
    alone.record(roster("1001"), "staff:1001")
    assert run(alone, "set-pin", "1001", "--pin", "739164").exit_code == 0
    alone.close()


OFFICE = (
    ("import", "workload", "{file}"),
    ("import", "absences", "{file}"),
    ("import", "pools", "{file}"),
    ("import", "inspections", "{file}"),
    ("import", "sales", "{file}"),
    ("import", "contests", "{file}"),
    ("pay", "publish", "--month", "2026-03"),
    ("pay", "close", "--month", "2026-03"),
    ("pay", "correct", "--month", "2026-03", "--paid-with", "2026-04", "--reason", "x"),
    ("pay", "answer", "--month", "2026-03", "--appeal", "x", "--accept", "--reason", "x"),
)
READING = (
    ("pay", "preview", "--month", "2026-03"),
    ("pay", "appeals", "--month", "2026-03"),
    ("pay", "slip", "--month", "2026-03", "--staff", "1001"),
    ("assess", "--year", "2026"),
    ("assess", "month", "--month", "2026-03"),
    ("assess", "appeals", "--month", "2026-03"),
    ("assess", "differences", "--year", "2026"),
    ("award", "--round", "2026"),
)


def test_the_office_s_commands_ask_for_its_pin(site: Site, tmp_path: Path) -> None:
    """Without a number, with a cashier's, with a wrong PIN: refused before anything is read; on a counter as well."""
    office, counter = staffed(site, "office"), staffed(site, "counter", "hall")
    (tmp_path / "f.csv").write_text("日期\n", encoding="utf-8")
    for command in (*OFFICE, *READING):
        words = [word.format(file=tmp_path / "f.csv") for word in command]
        assert "--as" in run(office, *words).output, command
        if command in OFFICE:
            assert run(counter, *words, "--as", "9001").exit_code == 1, command
    assert run(office, *OFFICE[6], "--as", "1001").exit_code == 1
    assert "PIN is wrong" in run(office, *READING[0], "--as", "9001", typed="111222").output


def test_an_import_is_of_whoever_gave_the_pin(site: Site, tmp_path: Path) -> None:
    office = staffed(site, "office")
    (tmp_path / "f.csv").write_text("月份,大厅,岗位,金额\n2026-03,A,购气员,1000\n", encoding="utf-8")
    office.record(HallSet(code="A", name="A", branch="b"), "hall:A", hall="A")
    result = run(office, "import", "pools", tmp_path / "f.csv", "--as", "9001")
    assert result.exit_code == 0, result.output
    assert [event.actor for event in office.store.events() if event.kind == "pool_set"] == ["9001"]


def test_everybody_reads_their_own_slip(site: Site) -> None:
    office = staffed(site, "office")
    said = run(office, "pay", "slip", "--month", "2026-03", "--staff", "1001", "--as", "1001").output
    assert "PIN" not in said.replace("PIN of 1001", "")
    assert "not allowed" not in said.lower()
