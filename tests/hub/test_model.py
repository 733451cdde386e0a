"""Any order of recording, syncing, lost replies, crashes, clock jumps, snapshots put back, hub restores: all converge.

Short in the ordinary run; `dev.py test --long` walks thousands of steps.
"""

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from shared.domain.clock import wall_clock
from shared.journal.event import PersonalErased
from shared.sync import outbox
from shared.sync.hub import Hub, HubOffline
from shared.sync.hub_schema.local_server import LocalServer
from shared.sync.hub_schema.verify import verify
from tests.hub.site import Site, card

NAMES = ("a", "b", "c")
SUBJECTS = tuple(f"card:{number}" for number in range(4))
which = st.sampled_from(NAMES)


class LossyHub:
    """A real session whose line breaks at the n-th call, before it is sent or after it was answered."""

    def __init__(self, hub: Hub, calls: int, answered: bool) -> None:
        self._hub, self._left, self._answered = hub, calls, answered

    def __getattr__(self, name: str) -> object:
        method = getattr(self._hub, name)
        if not callable(method):
            return method

        def call(*args: object, **more: object) -> object:
            self._left -= 1
            if self._left < 0 and not self._answered:
                raise HubOffline("the line broke before the call")
            answer = method(*args, **more)
            if self._left < 0:
                raise HubOffline("the line broke before the answer")
            return answer

        return call


class Company(RuleBasedStateMachine):
    """Three counters of one hall and their hub; what was ever recorded and not lost with a disk must be everywhere."""

    server: LocalServer

    @initialize()
    def start(self) -> None:
        self.folder = Path(mkdtemp(prefix="warm-window-model-"))
        self.site = Site(self.server, self.folder)
        self.clocks = dict.fromkeys(NAMES, 0)
        self.devices = {
            name: self.site.device(name, clock=lambda name=name: wall_clock() + self.clocks[name]) for name in NAMES
        }
        self.recorded: dict[str, str] = {}
        self.snapshots: dict[str, Path] = {}
        self.backups: list[str] = []
        self.a_disk_went_back = False

    @rule(name=which, subject=st.sampled_from(SUBJECTS), sentence=st.sampled_from(["", "谢谢"]))
    def record(self, name: str, subject: str, sentence: str) -> None:
        event = self.devices[name].record(card(sentence=sentence), subject=subject)
        self.recorded[event.id] = name

    @rule(name=which, subject=st.sampled_from(SUBJECTS))
    def erase(self, name: str, subject: str) -> None:
        event = self.devices[name].record(PersonalErased(reason="test"), subject=subject)
        self.recorded[event.id] = name

    @rule(name=which)
    def sync(self, name: str) -> None:
        self.devices[name].sync(thorough=False)

    @rule(name=which, calls=st.integers(0, 5), answered=st.booleans())
    def sync_over_a_bad_line(self, name: str, calls: int, answered: bool) -> None:
        device = self.devices[name]
        with device.connect() as hub, suppress(HubOffline):
            device.round(LossyHub(hub, calls, answered)).run()  # type: ignore[arg-type]

    @rule(name=which)
    def crash(self, name: str) -> None:
        device = self.devices[name]
        device.store.close()
        device.store = device.open()

    @rule(name=which, hours=st.integers(-5, 5))
    def set_the_clock(self, name: str, hours: int) -> None:
        self.clocks[name] = hours * 3_600_000

    @rule(name=which)
    def take_a_snapshot(self, name: str) -> None:
        device = self.devices[name]
        device.store.db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        place = self.folder / f"snapshot-{name}"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(device.folder, place)
        self.snapshots[name] = place

    @rule(name=which)
    def put_the_snapshot_back(self, name: str) -> None:
        """The disk as it was: what was nowhere else is lost; nothing else may be."""
        if place := self.snapshots.pop(name, None):
            device = self.devices[name]
            device.store.close()
            shutil.rmtree(device.folder)
            shutil.copytree(place, device.folder)
            device.store = device.open()
            self.a_disk_went_back = True
            self._forget_what_is_nowhere()

    def _forget_what_is_nowhere(self) -> None:
        somewhere = self._on_the_hub().union(*(device.ids() for device in self.devices.values()))
        self.recorded = {event_id: name for event_id, name in self.recorded.items() if event_id in somewhere}

    def _on_the_hub(self) -> set[str]:
        return {str(row[0]).replace("-", "") for row in self.site.sql("SELECT id FROM hub.event")}

    @rule()
    def back_the_hub_up(self) -> None:
        if len(self.backups) < 2:
            self.backups.append(self.site.back_up())

    @rule()
    def restore_the_hub(self) -> None:
        """Not after a disk went back too: what only that disk and that hub had is lost, and no fault to find."""
        if self.backups and not self.a_disk_went_back:
            self.site.restore(self.backups.pop())

    @invariant()
    def nobody_has_an_event_twice(self) -> None:
        for device in getattr(self, "devices", {}).values():
            ids = [event.id for event in device.store.events()]
            assert len(ids) == len(set(ids))

    def teardown(self) -> None:
        if not hasattr(self, "devices"):
            return
        try:
            self._converge()
        finally:
            for device in self.devices.values():
                device.store.close()
            self.site.close()
            shutil.rmtree(self.folder)

    def _converge(self) -> None:
        for _ in range(3):
            for name in NAMES:
                self.devices[name].sync()
        everything = self._on_the_hub()
        assert set(self.recorded) <= everything
        for device in self.devices.values():
            assert device.ids() == everything
            assert outbox.waiting(device.store).count == 0
        assert verify(self.site.admin).faults == ()
        self._check_erased()

    def _check_erased(self) -> None:
        kept = self.site.sql("SELECT replace(event_id::text, '-', ''), value FROM hub.companion")
        for device in self.devices.values():
            assert set(device.store.db.execute_sql("SELECT event_id, value FROM companion").fetchall()) == set(kept)


@pytest.fixture
def company(server: LocalServer) -> type[Company]:
    Company.server = server
    return Company


def walk(company: type[Company], examples: int, steps: int) -> None:
    run_state_machine_as_test(
        company,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking takes minutes; the steps are printed
        ),
    )


def test_all_converge(company: type[Company]) -> None:
    walk(company, 12, 20)


@pytest.mark.long
def test_all_converge_on_long_walks(company: type[Company]) -> None:
    walk(company, 400, 60)
