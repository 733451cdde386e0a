"""Projection of the line: one row for each number.

What is served stays served, unless whoever served it takes that back at once; before that the last step wins.

`day` is the day of the device that gave the number out; (`ts`, `station`, `n`) is its place in the line. Two windows
that could not see each other may both call one number: `called_twice_by` keeps all who did, `called_twice_at` when.
"""

from typing import Any

from peewee import SQL, BigIntegerField, IntegerField, TextField

from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
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
    priority = TextField(default="")
    priority_at = BigIntegerField(null=True)
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


class WindowRow(Projected):
    """The services called to a window, separated by blanks; none: all."""

    subject = TextField(unique=True)
    hall = TextField()
    window = TextField()
    services = TextField(default="")

    class Meta:
        table_name = "line_window"
        indexes = ((("hall", "window"), False),)


# Covers the counting of served numbers; SQLite uses it where a statement has the same condition on the state.
NumberRow.add_index(
    SQL("CREATE INDEX number_work ON number (day, hall, staff, given, taken_at, called_at) WHERE state = 'served'")
)


_TAKEN = (State.CALLED.value, State.SERVED.value)
projection = Projection("line", version=6, tables=(NumberRow, WindowRow))


def _unserved(rows: Rows) -> Any:
    """The number, or None where it is unknown or served: then nothing changes it any more."""
    number = rows.one(NumberRow)
    return number if number and number.state != State.SERVED else None


@projection.on(facts.NumberTaken)
def _taken(rows: Rows, event: Event, fact: facts.NumberTaken) -> None:
    if not rows.one(NumberRow):
        rows.add(
            NumberRow,
            hall=event.hall,
            day=day_of(event.occurred_at).isoformat(),
            letter=fact.letter,
            serial=fact.serial,
            service=fact.service,
            taken_at=event.occurred_at,
            ts=event.ts,
            station=event.station,
            n=event.n,
        )


@projection.on(facts.NumberPrioritized)
def _prioritized(rows: Rows, event: Event, fact: facts.NumberPrioritized) -> None:
    """Accepted from staff of the hall, or from the kiosk that gave the number out."""
    number = rows.one(NumberRow)
    if number and (event.actor or event.station == number.station):
        number.priority, number.priority_at = fact.priority, event.occurred_at


@projection.on(facts.WindowServicesChosen)
def _services_chosen(rows: Rows, event: Event, fact: facts.WindowServicesChosen) -> None:
    window = rows.one(WindowRow) or rows.add(WindowRow, hall=event.hall, window=fact.window)
    window.services = " ".join(fact.services)


@projection.on(facts.NumberCalled)
def _called(rows: Rows, event: Event, fact: facts.NumberCalled) -> None:
    if number := rows.one(NumberRow):
        number.calls += 1  # whatever became of the number meanwhile: the hub counts them all, too
        if number.state in _TAKEN and number.staff != fact.staff:
            _note_second_call(number, event, fact.staff)
    if number := _unserved(rows):
        number.state, number.staff, number.window = State.CALLED.value, fact.staff, fact.window
        number.called_at = event.occurred_at


def _note_second_call(number: Any, event: Event, staff: str) -> None:
    """Note that two windows called this number while they could not see each other."""
    number.called_twice_by = " ".join(dict.fromkeys((*number.called_twice_by.split(), number.staff, staff)))
    number.called_twice_at = number.called_twice_at or event.occurred_at
    number.other_staff, number.other_window = number.staff, number.window


@projection.on(facts.NumberCalledAgain)
def _called_again(rows: Rows, event: Event, fact: facts.NumberCalledAgain) -> None:
    if number := rows.one(NumberRow):
        number.calls += 1
    if number := _unserved(rows):
        number.called_at = event.occurred_at


@projection.on(facts.NumberMissed)
def _missed(rows: Rows, event: Event, fact: facts.NumberMissed) -> None:
    _set_aside(rows, State.MISSED)


@projection.on(facts.NumberHeld)
def _held(rows: Rows, event: Event, fact: facts.NumberHeld) -> None:
    _set_aside(rows, State.HELD)


def _set_aside(rows: Rows, state: State) -> None:
    if number := _unserved(rows):
        number.state = state.value
        _forget_second_call(number)


def _forget_second_call(number: Any) -> None:
    """No second window has called this customer any more."""
    number.other_staff = number.other_window = ""


@projection.on(facts.NumberServed)
def _served(rows: Rows, event: Event, fact: facts.NumberServed) -> None:
    if number := _unserved(rows):
        number.state, number.staff, number.window = State.SERVED.value, fact.staff, fact.window
        number.given, number.done_at = fact.service, event.occurred_at


@projection.on(facts.NumberReturned)
def _returned(rows: Rows, event: Event, fact: facts.NumberReturned) -> None:
    """Undoes only the actor's own call: another window that called the number, too, keeps it. `calls` stays."""
    number = _unserved(rows)
    if number is None or number.staff != event.actor:
        return
    if number.other_staff:
        number.staff, number.window = number.other_staff, number.other_window
        _forget_second_call(number)
    else:
        number.state, number.staff, number.window, number.called_at = State.WAITING.value, "", "", None


@projection.on(facts.NumberGivenBack)
def _given_back(rows: Rows, event: Event, fact: facts.NumberGivenBack) -> None:
    """Only from the kiosk that gave the number out, and only while nobody has called it."""
    number = rows.one(NumberRow)
    if number and number.state == State.WAITING and number.station == event.station:
        number.state = State.GIVEN_BACK.value


@projection.on(facts.NumberReopened)
def _reopened(rows: Rows, event: Event, fact: facts.NumberReopened) -> None:
    """Only by whoever is stored as having served it: of two windows that both did, the other one's record is kept."""
    number = rows.one(NumberRow)
    if number and number.state == State.SERVED and number.staff == fact.staff:
        number.state, number.given, number.done_at = State.CALLED.value, "", None
