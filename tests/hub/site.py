"""A hub in a database of its own, and devices enrolled in it: the states the sync tests start from."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import psycopg

from shared import registry
from shared.domain.clock import wall_clock
from shared.domain.fact import Fact
from shared.domain.progress import Progress, no_progress
from shared.journal import seal
from shared.journal.event import Companion, Event
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.practice.cards.facts import CardAwarded, Giver, P, Source
from shared.registry import PRACTICES, PROJECTIONS
from shared.sync import enrolment
from shared.sync.enrolment import Enrolment
from shared.sync.hub import Hub
from shared.sync.hub_schema import install, kinds, logins
from shared.sync.hub_schema.local_server import LocalServer
from shared.sync.messages import HubGreeting, Outgoing
from shared.sync.round import Round
from tests.support.blank import copy_blank_journal

TEMPLATE = "hub_template"
_numbers = itertools.count(1)


def make_template(server: LocalServer) -> None:
    """One installed hub, to be copied for each test; once for all folders of tests that ask for it."""
    with psycopg.connect(server.database_url("postgres"), autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (TEMPLATE,)).fetchone():
            return
        connection.execute(f"CREATE DATABASE {TEMPLATE}")
    with psycopg.connect(server.database_url(TEMPLATE), autocommit=True) as connection:
        install.init(connection, kinds.rules(PRACTICES), registry.HUB_SQL, contact="024-88990000")


@dataclass
class Site:
    """One hub. `enroll` and `device` make what a test needs; `sql` asks as its administrator."""

    server: LocalServer
    folder: Path
    database: str = field(default_factory=lambda: f"hub_{next(_numbers)}")
    devices: list["Device"] = field(default_factory=list)
    backups: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        with psycopg.connect(self.server.database_url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {self.database} TEMPLATE {TEMPLATE} STRATEGY file_copy")
            connection.execute(f"REVOKE CONNECT, TEMPORARY ON DATABASE {self.database} FROM PUBLIC")
        self.admin = psycopg.connect(self.url, autocommit=True)

    @property
    def url(self) -> str:
        return self.server.database_url(self.database)

    def sql(self, query: str, *values: object) -> list[tuple[object, ...]]:
        return self.admin.execute(query, values).fetchall()

    def faults(self) -> dict[object, object]:
        """How many events the hub set aside, by why."""
        query = "SELECT fault, count(*) FROM hub.event WHERE status = 'quarantined' GROUP BY fault"
        return dict(self.sql(query))  # type: ignore[arg-type]

    def enroll(self, name: str, kind: str = "counter", hall: str = "A", *, totals: bool = False) -> Enrolment:
        return logins.enroll(self.admin, name, kind=kind, hall="*" if kind == "office" else hall, totals=totals)

    def device(
        self,
        name: str,
        kind: str = "counter",
        hall: str = "A",
        *,
        clock: Callable[[], int] = wall_clock,
        totals: bool = False,
    ) -> "Device":
        enrolled = self.enroll(name, kind, hall, totals=totals)
        # On a busy machine a closed session ends at the server later than the next one begins; two are allowed.
        self.admin.execute(f'ALTER ROLE "{enrolled.login}" CONNECTION LIMIT 20')
        device = Device(enrolled, self.folder / name, clock)
        self.devices.append(device)
        enrolment.join(device.store, enrolled)
        return device

    def close(self) -> None:
        for device in self.devices:
            device.close()
        self.admin.close()
        with psycopg.connect(self.server.database_url("postgres"), autocommit=True) as connection:
            for name in (self.database, *self.backups):  # of long walks hundreds, 9 MB each
                connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    # ---- a backup of the hub -----------------------------------------------------------------------------------------

    def back_up(self) -> str:
        """A copy of the hub as it is now; its name."""
        self.backups.append(self._copy(self.database, f"backup_{next(_numbers)}"))
        return self.backups[-1]

    def restore(self, backup: str) -> None:
        """The hub is again what it was."""
        with psycopg.connect(self.server.database_url("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {self.database} WITH (FORCE)")
        self._copy(backup, self.database)
        for (login,) in self.sql("SELECT login FROM hub.device"):
            self.admin.execute(f'GRANT CONNECT ON DATABASE {self.database} TO "{login}"')

    def _copy(self, source: str, target: str) -> str:
        self.admin.close()
        with psycopg.connect(self.server.database_url("postgres"), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (source,)
            ).fetchall()
            connection.execute(f"CREATE DATABASE {target} TEMPLATE {source}")
            connection.execute(f"REVOKE CONNECT, TEMPORARY ON DATABASE {target} FROM PUBLIC")
        self.admin = psycopg.connect(self.url, autocommit=True)
        return target


@dataclass
class Device:
    """One device with its own journal, driven step by step."""

    enrolled: Enrolment
    folder: Path
    clock: Callable[[], int] = wall_clock
    opened: list[Store] = field(default_factory=list)

    def __post_init__(self) -> None:
        copy_blank_journal(self.folder, PROJECTIONS)
        self.store = self.open()

    def open(self) -> Store:
        self.opened.append(open_store(self.folder, PROJECTIONS, hall=self.enrolled.hall))
        return self.opened[-1]

    def close(self) -> None:
        """Close what this thread has opened."""
        for store in self.opened:
            store.close()

    def connect(self) -> Hub:
        return Hub.connect(self.enrolled, self.enrolled.secret, {})

    def sync(self, *, thorough: bool = True) -> HubGreeting:
        """One round."""
        with self.connect() as hub:
            return self.round(hub, thorough=thorough).run()

    def round(
        self,
        hub: Hub,
        *,
        thorough: bool = True,
        store: Store | None = None,
        pause: Callable[[float], bool] = lambda seconds: True,
        progress: Progress = no_progress,
    ) -> Round:
        here = store or self.store
        return Round(here, hub, clock=self.clock, pause=pause, progress=progress, thorough=thorough)

    def record(self, fact: Fact | None = None, subject: str = "", *, actor: str = "", hall: str = "") -> Event:
        number = next(_numbers)
        with self.store.transaction(self.clock() + self.store.clock_correction) as tx:
            return tx.record(fact or card(), subject=subject or f"card:{number}", actor=actor, hall=hall)

    def ids(self) -> set[str]:
        return {event.id for event in self.store.events()}

    def cards(self) -> set[str]:
        return {event.id for event in self.store.events() if event.kind == CardAwarded.kind()}


def card(staff: str = "1001", p: P = P.POLITE, sentence: str = "") -> CardAwarded:
    return CardAwarded(staff=staff, p=p, giver=Giver.CUSTOMER, source=Source.KIOSK, policy=1, sentence=sentence)


def sent(event: Event, *companions: Companion, before: Any = "", **changes: object) -> Outgoing:
    """What a device pushes, altered to the test's wish and sealed anew, as a thief can: behind the link `before`."""
    altered = msgspec.structs.replace(event, **changes)
    if changes:
        altered = msgspec.structs.replace(altered, link=seal.link(before or seal.START, altered))
    return Outgoing(altered, companions, before)
