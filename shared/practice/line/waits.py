"""The line by service: how many wait, at which open windows, and about how long, judged by what was just served."""

import msgspec

from shared.domain.workdays import day_of
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people import views as people
from shared.people.presence import is_away
from shared.practice.line import rules, views
from shared.practice.line.facts import SERVICES
from shared.practice.line.policy import LinePolicy
from shared.practice.line.rules import State
from shared.practice.line.tables import NumberRow
from shared.reference.views import policy


class ServiceLine(msgspec.Struct, frozen=True):
    """How many wait for one service, and at which open windows. `service` "": those who named none.

    `minutes`: about how long somebody waits who takes a number for it now; None where there is too little to say.
    """

    service: str
    waiting: int
    windows: tuple[str, ...]
    minutes: int | None


def lines(store: Store, hall: str, now: int) -> tuple[ServiceLine, ...]:
    """Every service of the hall and of those who wait, and "" for those who named none: who waits, where, how long."""
    waiting = [number.service for number in views.in_line(store, hall, now)]
    windows, paces = _open_windows(store, hall, now), _served_just_now(store, hall, now)
    rule = policy(store)[LinePolicy]

    def line(service: str) -> ServiceLine:
        serving = {window: codes for window, codes in windows.items() if not (service and codes) or service in codes}
        called = set().union(*serving.values()) if all(serving.values()) else set(waiting)
        ahead = sum(each in called or not each for each in waiting)
        lasted = [pace for window in serving for pace in paces.get(window, ())]
        about = rules.wait_minutes(ahead, lasted, len(serving), rule)
        return ServiceLine(service, waiting.count(service), tuple(serving), about)

    named = dict.fromkeys((*SERVICES, *filter(None, waiting)))
    return tuple(map(line, (*named, "")))


def _open_windows(store: Store, hall: str, now: int) -> dict[str, set[str]]:
    """The windows with somebody at them, and the services called there; none: all."""
    here = (
        each for each in people.on_duty(store, hall, now=now) if each.window and not is_away(store, each.number, now)
    )
    return {each.window: set(views.services(store, hall, each.window)) for each in here}


def _served_just_now(store: Store, hall: str, now: int) -> dict[str, list[int]]:
    """How long each number took that was served within the time that waits are estimated from, by window, ms."""
    since = now - policy(store)[LinePolicy].estimate_minutes * 60_000
    found: dict[str, list[int]] = {}
    for row in _SERVED_BETWEEN.all(store.db, hall, day_of(now).isoformat(), since, now):
        found.setdefault(row.window, []).append(max(0, row.done_at - (row.called_at or row.done_at)))
    return found


_SERVED_BETWEEN = PreparedQuery(
    lambda hall, day, since, now: NumberRow.select(NumberRow.window, NumberRow.called_at, NumberRow.done_at).where(
        NumberRow.hall == hall,
        NumberRow.day == day,
        NumberRow.state == State.SERVED.value,
        NumberRow.done_at.between(since, now),
    )
)
