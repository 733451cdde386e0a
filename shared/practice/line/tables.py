"""Projection of the line: one row for each number.

What is served stays served, unless whoever served it takes that back at once; before that the last step wins.

`day` is the day of the device that gave the number out; (`ts`, `station`, `n`) is its place in the line. Two windows
that could not see each other may both call one number: `called_twice_by` keeps all who did, `called_twice_at` when.
"""

import peewee
from peewee import BigIntegerField, IntegerField, TextField

from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection
from shared.practice.line import facts
from shared.practice.line.rules import State


class NumberRow(Projected):
    """One number of the line. `service` is what the customer chose, `given` what was done; moments in epoch ms."""

    subject = TextField(unique=True)
    hall = TextField()
    day = TextField()
    letter = TextField()
    serial = IntegerField()
    service = TextField()
    state = TextField(default=State.WAITING.value)
    staff = TextField(default="")
    window = TextField(default="")
    calls = IntegerField(default=0)
    given = TextField(default="")
    taken_at = BigIntegerField()
    called_at = BigIntegerField(null=True)
    done_at = BigIntegerField(null=True)
    other_staff = TextField(default="")
    other_window = TextField(default="")
    called_twice_by = TextField(default="")
    called_twice_at = BigIntegerField(null=True)
    ts = BigIntegerField()
    station = TextField()
    n = IntegerField()

    class Meta:
        table_name = "number"
        indexes = ((("hall", "day", "state"), False), (("staff", "day"), False))


_NOBODY_ELSE = {"other_staff": "", "other_window": ""}
"""No other window has the customer: it was set aside since, or has got them back."""
_TAKEN = (State.CALLED.value, State.SERVED.value)
projection = Projection("line", version=3, tables=(NumberRow,))


def _change(db: peewee.Database, event: Event, **values: object) -> None:
    unserved = NumberRow.state != State.SERVED.value
    NumberRow.update(**values).where(NumberRow.subject == event.subject, unserved).execute(db)


@projection.on(facts.NumberTaken)
def _taken(db: peewee.Database, event: Event, fact: facts.NumberTaken) -> None:
    NumberRow.insert(
        subject=event.subject,
        hall=event.hall,
        day=day_of(event.occurred_at).isoformat(),
        letter=fact.letter,
        serial=fact.serial,
        service=fact.service,
        taken_at=event.occurred_at,
        ts=event.ts,
        station=event.station,
        n=event.n,
    ).on_conflict_ignore().execute(db)


@projection.on(facts.NumberCalled)
def _called(db: peewee.Database, event: Event, fact: facts.NumberCalled) -> None:
    _note_second_call(db, event, fact.staff)
    _count(db, event)
    called = {"state": State.CALLED.value, "staff": fact.staff, "window": fact.window}
    _change(db, event, called_at=event.occurred_at, **called)


def _count(db: peewee.Database, event: Event) -> None:
    """One call more, whatever became of the number meanwhile: the hub counts them all, too."""
    db.execute_sql(
        "UPDATE number SET calls = calls + 1 WHERE subject = ?", (event.subject,)
    )  # on the way of every call


def _note_second_call(db: peewee.Database, event: Event, staff: str) -> None:
    """Somebody else is at this number already: a held or missed one may be called back by anybody, this one not."""
    found = db.execute_sql("SELECT state, staff FROM number WHERE subject = ?", (event.subject,)).fetchone()
    if found is None or found[0] not in _TAKEN or found[1] == staff:
        return
    row = NumberRow.select().where(NumberRow.subject == event.subject).first(db)
    callers = dict.fromkeys((*row.called_twice_by.split(), row.staff, staff))
    twice = {
        "called_twice_by": " ".join(callers),
        "called_twice_at": row.called_twice_at or event.occurred_at,
        "other_staff": row.staff,
        "other_window": row.window,
    }
    NumberRow.update(**twice).where(NumberRow.subject == event.subject).execute(db)


@projection.on(facts.NumberCalledAgain)
def _called_again(db: peewee.Database, event: Event, fact: facts.NumberCalledAgain) -> None:
    _count(db, event)
    _change(db, event, called_at=event.occurred_at)


@projection.on(facts.NumberMissed)
def _missed(db: peewee.Database, event: Event, fact: facts.NumberMissed) -> None:
    _change(db, event, state=State.MISSED.value, **_NOBODY_ELSE)


@projection.on(facts.NumberHeld)
def _held(db: peewee.Database, event: Event, fact: facts.NumberHeld) -> None:
    _change(db, event, state=State.HELD.value, **_NOBODY_ELSE)


@projection.on(facts.NumberServed)
def _served(db: peewee.Database, event: Event, fact: facts.NumberServed) -> None:
    done = {"state": State.SERVED.value, "staff": fact.staff, "window": fact.window, "given": fact.service}
    _change(db, event, done_at=event.occurred_at, **done)


@projection.on(facts.NumberReturned)
def _returned(db: peewee.Database, event: Event, fact: facts.NumberReturned) -> None:
    """Only their own call: a window that called it too keeps the customer. How often it was called stays."""
    row = NumberRow.select().where(NumberRow.subject == event.subject).first(db)
    if row is None or row.staff != event.actor:
        return
    if row.other_staff:
        _change(db, event, staff=row.other_staff, window=row.other_window, **_NOBODY_ELSE)
    else:
        _change(db, event, state=State.WAITING.value, staff="", window="", called_at=None)


@projection.on(facts.NumberReopened)
def _reopened(db: peewee.Database, event: Event, fact: facts.NumberReopened) -> None:
    """Only their own serving: of two windows that served it apart, the other one's stands."""
    own = (NumberRow.state == State.SERVED.value) & (NumberRow.staff == fact.staff)
    NumberRow.update(state=State.CALLED.value, given="", done_at=None).where(
        NumberRow.subject == event.subject, own
    ).execute(db)
