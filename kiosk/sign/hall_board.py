"""What the hall sign shows, read in one go on the store thread; nothing is written. Times in epoch ms."""

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from shared.journal.store import Store
    from shared.practice.honour.views import Honoured

CALLS = 6
NEXT = 3
MISSED = 6
GO_TO = 4


class Call(msgspec.Struct, frozen=True):
    """A number, the window that called it and when it was called last."""

    number: str
    window: str
    at: int


class PausedWindow(msgspec.Struct, frozen=True):
    """A paused window: until when, and the windows its customers may go to."""

    window: str
    until: int
    go_to: tuple[str, ...]


class ServiceWait(msgspec.Struct, frozen=True):
    """A service that people wait for: how many, estimated minutes (None: too few data), its windows if not all."""

    service: str
    waiting: int
    minutes: int | None
    windows: tuple[str, ...]


class Board(msgspec.Struct, frozen=True):
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

    now = clock + store.clock_correction
    with store.snapshot():  # otherwise a number called meanwhile would be both called and waiting
        hall, waiting = people.hall(store), line.waiting(store, store.hall, now)
        return Board(
            hall=hall.name if hall else "",
            calls=tuple(
                Call(number.label, number.window, number.called_at or now)
                for number in line.sign(store, store.hall, now, CALLS)
            ),
            following=tuple(number.label for number in line.in_line(store, store.hall, now)[:NEXT]),
            waiting=waiting.count if waiting else None,
            lines=_waits(store, now),
            missed=_missed(store, now),
            away=_away(store, now),
            honoured=honour.wall(store, store.hall, day_of(now)),
            clock_correction=store.clock_correction,
        )


def _waits(store: "Store", now: int) -> tuple[ServiceWait, ...]:
    """The services that people wait for; the windows are named only where not all serve it."""
    from shared.practice.line import waits

    lines = waits.lines(store, store.hall, now)
    everywhere = lines[-1].windows
    return tuple(
        ServiceWait(each.service, each.waiting, each.minutes, () if each.windows == everywhere else each.windows)
        for each in lines
        if each.service and each.waiting
    )


def _missed(store: "Store", now: int) -> tuple[str, ...]:
    """The numbers whose customers did not come, the last ones."""
    from shared.practice.line import views as line

    aside = line.set_aside(store, store.hall, now)
    return tuple(number.label for number in aside if number.state is line.State.MISSED)[-MISSED:]


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
