"""What folding and counting cost, against the same by hand in the same run: rebuild, import, recording, reports."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

from shared.daily_log import views as daily_log
from shared.domain.fact import Fact
from shared.domain.workdays import day_of
from shared.journal import receiving
from shared.journal.event import Event, take_apart
from shared.journal.receiving import Arrival
from shared.journal.rows import shape
from shared.journal.store import Store
from shared.journal.tables import ADD_EVENT, COLUMNS, as_event, as_row
from shared.practice.cards import views as cards
from shared.practice.cards.facts import CardAwarded, Giver, P, Source
from shared.practice.cards.tables import CardRow
from shared.practice.line import facts as line
from shared.practice.line import statistics as numbers
from tests.bench.row import Row, row
from tests.support.builders import HALL, MONDAY, MORNING, ROSTER, empty_store, staffed_store

_STAFF = [person.number for person in ROSTER if person.window]
_IN_ORDER = f"SELECT pos, {COLUMNS} FROM event ORDER BY ts, station, n"
_DAY = 86_400_000
_CARDS, _NUMBERS = 6, 3  # in each round, a number is taken, called and served


@contextmanager
def _hall() -> Iterator[tuple[Path, Store]]:
    with tempfile.TemporaryDirectory() as name:
        store = staffed_store(Path(name) / "own")
        yield Path(name), store
        store.close()


def _year(events: int, days: int) -> list[Arrival]:
    """Cards and numbers of another device of the hall, evenly over some days, as the hub brings them."""
    found: list[Arrival] = []
    rounds = events // (_CARDS + 3 * _NUMBERS)
    for turn in range(rounds):
        moment = MORNING + (turn * days // rounds) * _DAY + turn % 1000 * 10_000
        staff = _STAFF[turn % len(_STAFF)]
        for card in range(_CARDS):
            sentence = "谢谢" if card == 0 else ""
            fact = CardAwarded(
                staff=staff,
                p=list(P)[card % 5],
                giver=Giver.CUSTOMER,
                source=Source.KIOSK,
                policy=1,
                sentence=sentence,
            )
            _append(found, f"card:{turn}-{card}", fact, moment)
        for serial in range(_NUMBERS):
            subject = f"number:{turn}-{serial}"
            _append(found, subject, line.NumberTaken(letter="A", serial=turn * _NUMBERS + serial), moment)
            _append(found, subject, line.NumberCalled(staff=staff, window="1"), moment)
            _append(found, subject, line.NumberServed(staff=staff, window="1", service="gas_fee"), moment)
    return found


def _append(found: list[Arrival], subject: str, fact: Fact, moment: int) -> None:
    n = len(found) + 1
    body, companions = take_apart(f"{n:032x}", fact)
    event = Event(
        id=f"{n:032x}",
        station="other",
        hall=HALL,
        n=n,
        kind=fact.kind(),
        subject=subject,
        actor="",
        ts=moment + n,
        occurred_at=moment,
        body=body,
        link=f"{n:064x}",
    )
    found.append((event, tuple(companions), n))


def _take_in(store: Store, coming: list[Arrival], size: int = 500) -> None:
    for start in range(0, len(coming), size):
        store.receive(coming[start : start + size])


def _only_store(store: Store, coming: list[Arrival], size: int = 500) -> None:
    """The part of receiving that is no folding."""
    for start in range(0, len(coming), size):
        with store.db.atomic():
            receiving.add(store.db, coming[start : start + size])


class _ByHand:
    """The same rows from the same events, written as plainly as can be."""

    def __init__(self, store: Store) -> None:
        self.store, self.cards, self.numbers = store, [], {}

    def fold(self, events: Iterator[Event]) -> None:
        for event in events:
            if event.kind == "card_awarded":
                self._card(event, msgspec.convert({"kind": event.kind, **event.body}, CardAwarded))
            elif event.kind == "number_taken":
                taken = msgspec.convert({"kind": event.kind, **event.body}, line.NumberTaken)
                self.numbers[event.subject] = self._number(event, taken)
            elif event.kind == "number_called":
                called = msgspec.convert({"kind": event.kind, **event.body}, line.NumberCalled)
                self._set(event, state="called", staff=called.staff, window=called.window, called_at=event.occurred_at)
                self.numbers[event.subject]["calls"] += 1
            elif event.kind == "number_served":
                served = msgspec.convert({"kind": event.kind, **event.body}, line.NumberServed)
                done = {"staff": served.staff, "window": served.window, "given": served.service}
                self._set(event, state="served", done_at=event.occurred_at, **done)

    def write(self) -> None:
        for table, found in (("card", self.cards), ("number", list(self.numbers.values()))):
            columns = ", ".join(f'"{name}"' for name in found[0])
            marks = ", ".join("?" * len(found[0]))
            rows = [tuple(each.values()) for each in found]
            self.store.db.connection().executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)

    def _set(self, event: Event, **values: object) -> None:
        self.numbers[event.subject].update(values)

    def _card(self, event: Event, fact: CardAwarded) -> None:
        at = {"station": event.station, "hall": event.hall, "at": event.occurred_at}
        who = {"subject": event.subject, "staff": fact.staff, "p": fact.p.value, "giver": fact.giver.value, "by": ""}
        what = {"source": fact.source.value, "number": fact.number, "code": fact.code, "sentence": fact.sentence}
        flags = {"flags": " ".join(fact.flags), "verdict": "", "verdicts": "", "reason": "", "reviewed_by": ""}
        truth = {"duplicate": 0, "withdrawn": 0, "counted": int(not fact.flags)}
        self.cards.append({**who, **what, **at, "day": day_of(event.occurred_at).isoformat(), **flags, **truth})

    def _number(self, event: Event, fact: line.NumberTaken) -> dict[str, Any]:
        place = {"ts": event.ts, "station": event.station, "n": event.n, "taken_at": event.occurred_at}
        day = {"hall": event.hall, "day": day_of(event.occurred_at).isoformat()}
        label = {"subject": event.subject, "letter": fact.letter, "serial": fact.serial, "service": fact.service}
        still = {"state": "waiting", "staff": "", "window": "", "calls": 0, "given": "", "other_staff": ""}
        rest = {"other_window": "", "called_twice_by": "", "called_at": None, "done_at": None}
        first = {"priority": "", "priority_at": None, "called_twice_at": None}
        return {**label, **day, **place, **still, **rest, **first}


def _cpu(act: Callable[[], object]) -> float:
    started = time.process_time()
    act()
    return time.process_time() - started


def folding(events: int = 30_000) -> list[Row]:
    """Rebuild and bulk import, against a loop that decodes the same events and writes the same rows."""
    with _hall() as (folder, store):
        coming = _year(events, 30)
        bulk = _cpu(lambda: _take_in(store, coming))
        rebuild = _cpu(store.rebuild)
        other = empty_store(folder / "hand")
        store_only = _cpu(lambda: _only_store(other, coming))

        def by_hand() -> None:
            hand = _ByHand(other)
            with other.db.atomic():
                hand.fold(as_event(each) for each in other.db.connection().execute(_IN_ORDER))
                hand.write()

        reference = _cpu(by_hand)
        other.close()
    return [
        row(f"rebuild of {events:,} events, CPU", rebuild, reference, aim=3, unit="s"),
        row(
            f"receiving {events:,} events in bulk less storing them, CPU", bulk - store_only, reference, aim=3, unit="s"
        ),
    ]


def recording(times: int = 2000) -> list[Row]:
    """CPU of one transaction that records one card: against the aim, and against the two bare inserts.

    These go into the same tables with the same indexes, just as durable, taking turns: what SQLite and the disk cost.
    """
    with _hall() as (folder, store):
        other = empty_store(folder / "hand")
        bare = other.db.connection()
        fact = CardAwarded(staff="1001", p=P.POLITE, giver=Giver.CUSTOMER, source=Source.KIOSK, policy=1)

        def record(turn: int) -> None:
            with store.transaction(MORNING + turn * 1000) as tx:
                tx.record(fact, subject=f"card:{turn}")

        def by_hand(event: tuple[Any, ...], card: tuple[Any, ...]) -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(ADD_EVENT, event)
            bare.execute(cards_insert, card)
            bare.execute("COMMIT")

        cards_insert = shape(CardRow).insert
        newest = f"SELECT {', '.join(shape(CardRow).names)} FROM card ORDER BY id DESC LIMIT 1"
        spent, least = [], []
        for turn in range(times):
            spent.append(_cpu(lambda turn=turn: record(turn)) * 1000)
            event = as_row(store.events(subject=f"card:{turn}")[0], acked=False, seq=None)
            card = store.db.connection().execute(newest).fetchone()
            least.append(_cpu(lambda event=event, card=card: by_hand(event, card)) * 1000)
        other.close()
    ours, floor = statistics.median(spent[100:]), statistics.median(least[100:])
    return [
        row("recording one event, CPU, p50", ours, 0.25, aim=1, unit="ms"),
        row("recording one event, against two bare inserts, CPU, p50", ours, floor, aim=2, unit="ms"),
    ]


_YEAR = """SELECT staff, p, count(*) FROM card WHERE giver = 'customer' AND counted = 1
    AND day BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY staff, p"""
_SO_FAR = """SELECT staff, p, count(*) FROM card WHERE giver = 'customer' AND counted = 1
    AND day <= '2026-12-31' GROUP BY staff, p"""  # levels are cumulative
_WORK = """SELECT staff, given, count(*) FROM number WHERE state = 'served'
    AND day BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY staff, given"""


def counting(events: int = 100_000) -> list[Row]:
    """The year's report and workload against the bare GROUP BY; a day's page with ten times the history."""
    with _hall() as (_, store):
        few, many = _year(events // 10, 10), _year(events, 100)
        _take_in(store, few)
        early = _page(store)
        _take_in(store, many[len(few) :])
        late = _page(store)
        rows = []
        for name, ours, theirs in (
            ("the year's cards", lambda: cards.report(store, 2026), (_YEAR, _SO_FAR)),
            ("the year's workload", lambda: numbers.workload(store, MONDAY, MONDAY + timedelta(days=300)), (_WORK,)),
        ):
            reference = best_of(
                lambda theirs=theirs: [store.db.connection().execute(each).fetchall() for each in theirs]
            )
            rows.append(row(f"{name}, against GROUP BY", best_of(ours), reference, aim=1.3, unit="s"))
    return [*rows, row("a day's page with ten times the history", late, early, aim=1.3, unit="s")]


def _page(store: Store) -> float:
    return best_of(lambda: daily_log.day(store, HALL, MONDAY, now=MORNING + 3_600_000), 5)


def best_of(act: Callable[[], object], times: int = 9) -> float:
    """Seconds of CPU that it takes at best."""
    return min(_cpu(act) for _ in range(times))


ROWS = (folding, recording, counting)
