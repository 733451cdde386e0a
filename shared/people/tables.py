"""Projection of the roster: halls, people, sign-in state."""

import base64
from datetime import date
from typing import Any

from peewee import BigIntegerField, BlobField, BooleanField, IntegerField, TextField

from shared.domain.workdays import day_of
from shared.journal.attachments import AttachmentField
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.people import facts


class HallRow(Projected):
    """One hall."""

    code = TextField(unique=True)
    name = TextField()
    branch = TextField()

    class Meta:
        table_name = "hall"


class PersonRow(Projected):
    """One member of staff: `home` is the roster's window; the rest of where they sit holds for `duty_day` alone.

    `duty_hall` is the hall they signed on in. Somebody who has moved since is not on duty in either.
    """

    number = TextField(unique=True)
    name = TextField(default="")
    branch = TextField(default="")
    hall = TextField(default="", index=True)
    home = TextField(default="")
    post = TextField(default="")
    role = TextField(default="staff")
    active = BooleanField(default=False)
    on_duty = BooleanField(default=False)
    duty_day = TextField(default="")
    duty_hall = TextField(default="")
    duty_window = TextField(default="")
    photo = BlobField(null=True)  # as older programs set it
    photo_sha256 = AttachmentField(default="")
    pin_hash = TextField(default="")

    class Meta:
        table_name = "person"


class WrongPinRow(Projected):
    """Wrong PINs for somebody at the PCs of one hall since a right one there; other halls' do not count here."""

    number = TextField(index=True)
    hall = TextField()
    failures = IntegerField(default=0)
    failed_at = BigIntegerField(default=0)

    class Meta:
        table_name = "wrong_pin"


class SpanRow(Projected):
    """Where somebody belonged, and as what, from a day on until their next span."""

    number = TextField(index=True)
    since = TextField()
    name = TextField()
    branch = TextField()
    hall = TextField()
    post = TextField()
    role = TextField()
    active = BooleanField()

    class Meta:
        table_name = "staff_span"


projection = Projection("people", version=3, tables=(HallRow, PersonRow, WrongPinRow, SpanRow))


def subject(number: str) -> str:
    """The journal's subject of a member of staff."""
    return f"staff:{number}"


def _person(rows: Rows) -> Any:
    """The person's row; new where another fact, such as duty, arrives before the roster's."""
    return rows.one(PersonRow) or rows.add(PersonRow, number=rows.subject.removeprefix("staff:"))


@projection.on(facts.HallSet)
def _hall(rows: Rows, event: Event, fact: facts.HallSet) -> None:
    if hall := rows.one(HallRow):
        hall.code, hall.name, hall.branch = fact.code, fact.name, fact.branch
    else:
        rows.add(HallRow, code=fact.code, name=fact.name, branch=fact.branch)


@projection.on(facts.StaffSet)
def _staff(rows: Rows, event: Event, fact: facts.StaffSet) -> None:
    """The roster sets the home window, never where somebody on duty sits; who moves hall or leaves is off duty."""
    person = _person(rows)
    if not fact.active or (person.hall and person.hall != fact.hall):
        person.on_duty, person.duty_day, person.duty_window = False, "", ""
    person.name, person.branch, person.hall, person.home = fact.name, fact.branch, fact.hall, fact.window
    person.post, person.role, person.active = fact.post, fact.role.value, fact.active
    _span(rows, event, fact)


def _span(rows: Rows, event: Event, fact: facts.StaffSet) -> None:
    """Add a span from its day on, replacing later ones; the first one holds for all days before, too."""
    spans = list(rows.of(SpanRow))
    since = (fact.since or (day_of(event.occurred_at) if spans else date.min)).isoformat()
    for span in spans:
        if span.since >= since:
            rows.remove(SpanRow, span)
    rows.add(
        SpanRow,
        number=event.subject.removeprefix("staff:"),
        since=since,
        name=fact.name,
        branch=fact.branch,
        hall=fact.hall,
        post=fact.post,
        role=fact.role.value,
        active=fact.active,
    )


@projection.on(facts.DutySet)
def _duty(rows: Rows, event: Event, fact: facts.DutySet) -> None:
    """Whoever signs on without naming a window sits where they last sat that day; see `views.PersonToday.window`."""
    person, day = _person(rows), day_of(event.occurred_at).isoformat()
    goes_on = not person.home or (person.duty_day, person.duty_hall) == (day, event.hall)
    person.duty_window = fact.window or (person.duty_window if goes_on else "")
    person.on_duty, person.duty_day, person.duty_hall = fact.on, day, event.hall


@projection.on(facts.PhotoSet)
def _photo(rows: Rows, event: Event, fact: facts.PhotoSet) -> None:
    person = _person(rows)
    person.photo, person.photo_sha256 = base64.b64decode(fact.image) or None, fact.sha256


@projection.on(facts.PinSet)
def _pin(rows: Rows, event: Event, fact: facts.PinSet) -> None:
    _person(rows).pin_hash = fact.hash
    for tried in list(rows.of(WrongPinRow)):
        rows.remove(WrongPinRow, tried)


@projection.on(facts.PinFailed)
def _failed(rows: Rows, event: Event, fact: facts.PinFailed) -> None:
    _person(rows)
    tried = _tried(rows, event.hall) or rows.add(
        WrongPinRow, number=event.subject.removeprefix("staff:"), hall=event.hall
    )
    tried.failures, tried.failed_at = tried.failures + 1, event.occurred_at


@projection.on(facts.SignedIn)
def _signed_in(rows: Rows, event: Event, fact: facts.SignedIn) -> None:
    _person(rows)
    if tried := _tried(rows, event.hall):
        rows.remove(WrongPinRow, tried)


def _tried(rows: Rows, hall: str) -> Any:
    return next((row for row in rows.of(WrongPinRow) if row.hall == hall), None)
