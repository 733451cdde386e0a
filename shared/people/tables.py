"""Projection of the roster: halls, people, sign-in state."""

import base64

import peewee
from peewee import BigIntegerField, BlobField, BooleanField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection
from shared.people import facts


class HallRow(Projected):
    """One hall."""

    code = TextField(unique=True)
    name = TextField()
    branch = TextField()

    class Meta:
        table_name = "hall"


class PersonRow(Projected):
    """One member of staff as of now."""

    number = TextField(unique=True)
    name = TextField(default="")
    branch = TextField(default="")
    hall = TextField(default="", index=True)
    window = TextField(default="")
    post = TextField(default="")
    role = TextField(default="staff")
    active = BooleanField(default=False)
    on_duty = BooleanField(default=False)
    photo = BlobField(null=True)
    pin_hash = TextField(default="")
    failures = IntegerField(default=0)
    failed_at = BigIntegerField(default=0)

    class Meta:
        table_name = "person"


projection = Projection("people", version=1, tables=(HallRow, PersonRow))


def subject(number: str) -> str:
    """The journal's subject of a member of staff."""
    return f"staff:{number}"


def _change(db: peewee.Database, event: Event, **values: object) -> None:
    """Change a person, who may not be known yet when a device hears of their duty first."""
    number = event.subject.removeprefix("staff:")
    PersonRow.insert(subject=event.subject, number=number).on_conflict_ignore().execute(db)
    PersonRow.update(**values).where(PersonRow.subject == event.subject).execute(db)


@projection.on(facts.HallSet)
def _hall(db: peewee.Database, event: Event, fact: facts.HallSet) -> None:
    row = HallRow.insert(subject=event.subject, code=fact.code, name=fact.name, branch=fact.branch)
    row.on_conflict_replace().execute(db)


@projection.on(facts.StaffSet)
def _staff(db: peewee.Database, event: Event, fact: facts.StaffSet) -> None:
    _change(
        db,
        event,
        name=fact.name,
        branch=fact.branch,
        hall=fact.hall,
        window=fact.window,
        post=fact.post,
        role=fact.role.value,
        active=fact.active,
    )


@projection.on(facts.DutySet)
def _duty(db: peewee.Database, event: Event, fact: facts.DutySet) -> None:
    _change(db, event, on_duty=fact.on, **({"window": fact.window} if fact.window else {}))


@projection.on(facts.PhotoSet)
def _photo(db: peewee.Database, event: Event, fact: facts.PhotoSet) -> None:
    _change(db, event, photo=base64.b64decode(fact.image) or None)


@projection.on(facts.PinSet)
def _pin(db: peewee.Database, event: Event, fact: facts.PinSet) -> None:
    _change(db, event, pin_hash=fact.hash, failures=0)


@projection.on(facts.PinFailed)
def _failed(db: peewee.Database, event: Event, fact: facts.PinFailed) -> None:
    _change(db, event, failures=PersonRow.failures + 1, failed_at=event.occurred_at)


@projection.on(facts.SignedIn)
def _signed_in(db: peewee.Database, event: Event, fact: facts.SignedIn) -> None:
    _change(db, event, failures=0)
