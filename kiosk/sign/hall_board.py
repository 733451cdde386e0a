"""What the hall sign shows, read in one go on the store thread; nothing is written. Times in epoch ms."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.practice.honour.views import Honoured

CALLS = 6
NEXT = 3
MISSED = 6
GO_TO = 4


@dataclass(frozen=True)
class Call:
    """A number, the window that called it and when it was called last."""

    number: str
    window: str
    at: int


@dataclass(frozen=True)
class PausedWindow:
    """A paused window: until when, and the windows its customers may go to."""

    window: str
    until: int
    go_to: tuple[str, ...]


@dataclass(frozen=True)
class ServiceWait:
    """A service that people wait for: how many, estimated minutes (None: too few data), its windows if not all."""

    service: str
    waiting: int
    minutes: int | None
    windows: tuple[str, ...]


@dataclass(frozen=True)
class Board:
    """The whole sign. `hall` is None before the first reading, "" before set-up; `waiting` None without a queue."""

    hall: str | None = None
    calls: tuple[Call, ...] = ()
    following: tuple[str, ...] = ()
    waiting: int | None = None
    away: tuple[PausedWindow, ...] = ()
    honoured: "tuple[Honoured, ...]" = ()
    clock_correction: int = 0
    lines: tuple[ServiceWait, ...] = ()
    missed: tuple[str, ...] = ()


def read(store: "Store", clock: int) -> Board:
    """The board of this device's hall; the practices are imported here, after the first frame."""
    from shared.domain.workdays import day_of
    from shared.people import views as people
    from shared.practice.honour import views as honour
    from shared.practice.line import views as line
    from shared.practice.line import waits

    now = clock + store.clock_correction
    with store.snapshot():  # else a number called meanwhile would be called and waiting
        hall, waiting = people.hall(store), line.waiting(store, store.hall, now)
        lines = waits.lines(store, store.hall, now)
        return Board(
            hall=hall.name if hall else "",
            calls=tuple(
                Call(number.label, number.window, number.called_at or now)
                for number in line.sign(store, store.hall, now, CALLS)
            ),
            following=tuple(number.label for number in line.in_line(store, store.hall, now)[:NEXT]),
            waiting=waiting.count if waiting else None,
            lines=tuple(
                ServiceWait(
                    each.service, each.waiting, each.minutes, each.windows if each.windows != lines[-1].windows else ()
                )
                for each in lines
                if each.service and each.waiting
            ),
            missed=tuple(n.label for n in line.set_aside(store, store.hall, now) if n.state is line.State.MISSED)[
                -MISSED:
            ],
            away=_away(store, now),
            honoured=honour.wall(store, store.hall, day_of(now)),
            clock_correction=store.clock_correction,
        )


def _away(store: "Store", now: int) -> tuple[PausedWindow, ...]:
    """Paused windows, the first to return first; a paused window is not offered as an alternative."""
    from shared.practice.pauses import views as pauses

    running = [pause for pause in pauses.running(store, store.hall, now) if pause.window]
    paused = {pause.window for pause in running}
    away = (
        PausedWindow(
            pause.window, pause.at + pause.seconds * 1000, tuple(w for w in pause.go_to if w not in paused)[:GO_TO]
        )
        for pause in running
    )
    return tuple(sorted(away, key=lambda each: each.until))
