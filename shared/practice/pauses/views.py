"""What may be asked about pauses: own, running (the window's sign), of a hall's day, overruns, who is offered help.

A pause taken back at once, or too short to count, is in no view.
The reason goes only to the person and the supervisor of their hall; every other reader gets None.
"""

from datetime import date

import msgspec
import peewee

from shared.domain.actor import Actor
from shared.domain.clock import DAY_MS
from shared.domain.roles import Role
from shared.domain.workdays import day_of
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.people import views as people
from shared.practice.line import views as line
from shared.practice.pauses import rules
from shared.practice.pauses.facts import Count, Decision, Reason
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.pauses.rules import Situation
from shared.practice.pauses.tables import PauseRow, RefusedRow
from shared.reference import views as reference


class Pause(msgspec.Struct, frozen=True, kw_only=True):
    """One pause as its reader may see it. Moments in epoch ms; `length_ms` None: running, or not measured."""

    id: str
    hall: str
    staff: str
    window: str
    at: int
    seconds: int
    ended_at: int | None
    length_ms: int | None
    over_quota: bool
    go_to: tuple[str, ...]
    reason: Reason | None
    decision: Decision

    @property
    def running(self) -> bool:
        """Whether the person is still away."""
        return self.ended_at is None

    def lasted(self, now: int) -> int:
        """Its length in ms until it ended or `now`: as measured, else by the device's clock."""
        if self.length_ms is not None:
            return self.length_ms
        return max(0, (self.ended_at or now) - self.at)


class Mine(msgspec.Struct, frozen=True):
    """A person's own pauses of today: the running one first of all, and how many are left."""

    running: Pause | None
    today: tuple[Pause, ...]
    left: int


class Refused(msgspec.Struct, frozen=True):
    """One refused request of a day."""

    staff: str
    window: str
    at: int
    code: str
    decision: Decision


def mine(store: Store, number: str, now: int) -> Mine:
    """What a person's own page shows of today."""
    today = _own(store, number, now, see_reasons=True)
    running = next((pause for pause in today if pause.running), None)
    return Mine(running, today, max(0, reference.policy(store)[PausesPolicy].per_day - len(today)))


def running(store: Store, hall: str, now: int) -> tuple[Pause, ...]:
    """Whose windows show 暂停服务 now, since when, and where they send customers."""
    return tuple(pause for pause in of_day(store, hall, day_of(now)) if pause.running)


def of_day(store: Store, hall: str, day: date, reader: Actor | None = None) -> tuple[Pause, ...]:
    """All pauses of a hall's day in fold order; with their reasons only for that hall's supervisor."""
    return _pauses(store, _OF_HALL.all(store.db, hall, day.isoformat()), see_reasons=_supervises(reader, hall))


def refused(store: Store, hall: str, day: date) -> tuple[Refused, ...]:
    """All refused requests of a hall's day, in the order they were made."""
    rows = RefusedRow.select().where(RefusedRow.hall == hall, RefusedRow.day == day.isoformat())
    return tuple(
        Refused(row.staff, row.window, row.at, row.code, _decision(row.decision))
        for row in rows.order_by(RefusedRow.at, RefusedRow.subject).execute(store.db)
    )


def overruns(store: Store, hall: str, now: int, day: date | None = None) -> tuple[Pause, ...]:
    """A day's (default: today's) pauses of the length at which the supervisor is told, running or ended."""
    policy = reference.policy(store)
    return tuple(p for p in of_day(store, hall, day or day_of(now)) if rules.overrun(p.lasted(now), policy))


def help_offered(store: Store, number: str, now: int) -> bool:
    """Whether 快乐驿站 is quietly offered: so many pauses within so many days up to now (policy)."""
    rule = reference.policy(store)[PausesPolicy]
    recent = PauseRow.at.between(now - rule.offer_help_days * DAY_MS, now)
    days = PauseRow.day >= day_of(now - rule.offer_help_days * DAY_MS).isoformat()
    count = PauseRow.select().where(PauseRow.staff == number, days, recent, ~PauseRow.void).count(store.db)
    return bool(count >= rule.offer_help_after)


def situation(store: Store, number: str, hall: str, count: Count | None, now: int) -> Situation:
    """The input of `rules.decide`, read inside the transaction that decides."""
    here, serving = running(store, hall, now), line.serving(store, number, now)
    own = _own(store, number, now, see_reasons=False)
    return Situation(
        now=now,
        count=count,
        own_today=len(own),
        already_paused=any(pause.running for pause in own),
        serving=serving.label if serving else "",
        colleagues_paused=sum(pause.staff != number for pause in here),
        other_windows=_other_windows(store, number, hall, {pause.staff for pause in here}, now),
    )


def _other_windows(store: Store, number: str, hall: str, paused: set[str], now: int) -> tuple[str, ...]:
    """Windows open for the same business: somebody else of the same post is on duty there and not paused."""
    own = people.person_today(store, number, now)
    if own is None:
        return ()
    return tuple(
        dict.fromkeys(
            person.window
            for person in people.on_duty(store, hall, now=now)
            if person.post == own.post and person.window not in ("", own.window) and person.number not in paused
        )
    )


def _own(store: Store, number: str, now: int, *, see_reasons: bool) -> tuple[Pause, ...]:
    return _pauses(store, _OF_STAFF.all(store.db, number, day_of(now).isoformat()), see_reasons=see_reasons)


def _in_order(*where: peewee.Expression) -> "peewee.ModelSelect[PauseRow]":
    return PauseRow.select().where(*where, ~PauseRow.void).order_by(PauseRow.ts, PauseRow.station, PauseRow.n)


_OF_STAFF = PreparedQuery(lambda staff, day: _in_order(PauseRow.staff == staff, PauseRow.day == day))
_OF_HALL = PreparedQuery(lambda hall, day: _in_order(PauseRow.hall == hall, PauseRow.day == day))


def _pauses(store: Store, rows: list[PauseRow], *, see_reasons: bool) -> tuple[Pause, ...]:
    over_quota = _over_quota(store, {(row.staff, row.day) for row in rows})
    return tuple(_pause(row, over_quota=row.subject in over_quota, see_reason=see_reasons) for row in rows)


def _over_quota(store: Store, person_days: set[tuple[str, str]]) -> set[str]:
    """The pauses beyond the daily limit of each (staff, day), in fold order, in whichever halls they were."""
    found: set[str] = set()
    for staff, day in person_days:
        ordered = _OF_STAFF.all(store.db, staff, day)
        marks = rules.over_quota([row.per_day for row in ordered])
        found |= {row.subject for row, mark in zip(ordered, marks, strict=True) if mark}
    return found


def _pause(row: PauseRow, *, over_quota: bool, see_reason: bool) -> Pause:
    return Pause(
        id=row.subject,
        hall=row.hall,
        staff=row.staff,
        window=row.window,
        at=row.at,
        seconds=row.seconds,
        ended_at=row.ended_at,
        length_ms=row.length_ms,
        over_quota=over_quota,
        go_to=msgspec.json.decode(row.go_to, type=tuple[str, ...]),
        reason=Reason(row.reason) if see_reason and row.reason else None,
        decision=_decision(row.decision),
    )


def _decision(text: str) -> Decision:
    return msgspec.json.decode(text, type=Decision)


def _supervises(reader: Actor | None, hall: str) -> bool:
    return reader is not None and reader.role is Role.SUPERVISOR and reader.hall == hall
