"""Two halls, two kiosks, three counters, one office, each a process: once, everywhere it should, nowhere else."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec

from shared.registry import PRACTICES
from shared.sync.hub_schema.kinds import rules
from shared.sync.hub_schema.verify import verify
from tests.hub.site import Site
from tests.support import patience

DEVICES = (
    ("k-a", "kiosk", "A"),
    ("k-b", "kiosk", "B"),
    ("c-a1", "counter", "A"),
    ("c-a2", "counter", "A"),
    ("c-b", "counter", "B"),
    ("office", "office", "*"),
)
RECORDED = {
    "kiosk": ["card_awarded"],
    "counter": ["pause_started", "pause_ended", "entry_written", "card_awarded"],
    "office": ["hall_set"],
}
EACH = 60
ROOT = Path(__file__).parents[2]
EVERYWHERE = {rule.kind for rule in rules(PRACTICES) if rule.everywhere}
KIOSK_READS = {rule.kind for rule in rules(PRACTICES) if rule.kiosk_reads}
OF_A_HALL = {"pause", "diary_entry"}  # tables that only hold the hall's own


def start(site: Site, name: str, kind: str, hall: str) -> "subprocess.Popen[str]":
    site.device(name, kind, hall).store.close()
    command = [sys.executable, "-m", "tests.hub.one_device", str(site.folder / name), kind, str(EACH)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def run_all(site: Site) -> dict[str, dict[str, Any]]:
    """Start all, wait until all has been recorded and has gone round, and collect what each one has."""
    running = {name: start(site, name, kind, hall) for name, kind, hall in DEVICES}
    for process in running.values():
        assert process.stdout
        assert process.stdout.readline() == "done\n"
    for name, kind, hall in DEVICES:
        stdin = running[name].stdin
        assert stdin
        stdin.write(f"{expected(name, kind, hall)}\n")
        stdin.flush()
    states = {}
    for name, process in running.items():
        said, _ = process.communicate(timeout=2 * patience.SECONDS)
        assert process.returncode == 0
        states[name] = msgspec.json.decode(said)
    return states


def expected(name: str, kind: str, hall: str) -> int:
    """How many events a device should come to have: its own, and those it may have of others."""
    return EACH * sum(
        name == other or may_have(kind, hall, ["", recorded, other_hall, ""])
        for other, other_kind, other_hall in DEVICES
        for recorded in RECORDED[other_kind]
    )


def may_have(kind: str, hall: str, event: list[str]) -> bool:
    """The rule of who gets what, said once more."""
    _, event_kind, event_hall, _ = event
    if kind == "office":
        return True
    near = event_hall in (hall, "*") or event_kind in EVERYWHERE
    return near and (kind == "counter" or event_kind in KIOSK_READS)


def test_everything_arrives_once_everywhere_it_should_and_nowhere_else(site: Site) -> None:
    states = run_all(site)
    stations = {state["station"] for state in states.values()}
    everything = states["office"]["events"]
    assert len(everything) == len({event[0] for event in everything}) == EACH * (2 + 3 * 4 + 1)
    for name, kind, hall in DEVICES:
        state = states[name]
        assert {event[3] for event in state["events"]} <= stations
        should = {event[0] for event in everything if event[3] == state["station"] or may_have(kind, hall, event)}
        has = [event[0] for event in state["events"]]
        assert sorted(has) == sorted(should), name
    assert verify(site.admin).faults == ()
    check_personal(states)
    check_folds(states)


def check_personal(states: dict[str, dict[str, Any]]) -> None:
    """Personal values go to the hall's counters and the office, never to a kiosk or another hall."""
    office = {event[0]: event for event in states["office"]["events"]}
    assert set(states["office"]["personal"]) == {
        one for name in ("k-a", "k-b", "c-a1", "c-a2", "c-b") for one in states[name]["personal"]
    }
    for name, kind, hall in DEVICES[:5]:
        station = states[name]["station"]
        for event_id in states[name]["personal"]:
            event = office[event_id]
            assert event[3] == station or (kind == "counter" and event[2] == hall)


def check_folds(states: dict[str, dict[str, Any]]) -> None:
    """Two counters of a hall agree in everything, the office with every hall, all halls on what goes everywhere."""
    assert states["c-a1"]["fold"] == states["c-a2"]["fold"]
    assert any(states["c-a1"]["fold"].values())
    both = {table: sorted(rows + states["c-b"]["fold"][table]) for table, rows in states["c-a1"]["fold"].items()}
    for table in OF_A_HALL:
        assert states["office"]["fold"][table] == both[table] != []
