"""A joined device's command line does no more than its screens: what it may not is refused, the rest asks a person."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shared.cli.group import commands
from shared.domain.clock import wall_clock
from shared.domain.roles import Role
from shared.people import actions
from shared.people.facts import PinSet
from tests.hub.site import Device, Site
from tests.hub.test_trust import roster

PIN = "480591"
HEADINGS = "工号,姓名,分公司,大厅,窗口,岗位,角色\n"


def run(device: Device, *words: object, typed: str = PIN) -> Result:
    said = ["--lang", "en", "--data", str(device.folder), *map(str, words)]
    return CliRunner().invoke(commands, said, input=f"{typed}\n")


def staffed(site: Site, kind: str = "counter") -> Device:
    """A device of hall A on a hub, where a supervisor and somebody of the office have PINs."""
    device = site.device("pc", kind)
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
    assert "may not do this" in result.output


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


def test_a_single_pc_asks_nobody(site: Site) -> None:
    alone = Device(site.enroll("x"), site.folder / "x")
    alone.record(roster("1001"), "staff:1001")
    assert run(alone, "set-pin", "1001", "--pin", "739164").exit_code == 0
    alone.close()
