"""Projection of the happy station: requests for help, their follow-up, the greetings."""

import msgspec
import peewee
from peewee import BigIntegerField, BooleanField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.happiness.facts import GreetingRemoved, GreetingSent, HelpFollowed, HelpRequested


class HelpRow(Projected):
    """One request; `to` is a JSON list of staff numbers."""

    hall = TextField()
    staff = TextField()
    topic = TextField()
    to = TextField()
    text = TextField()
    at = BigIntegerField(index=True)
    done = BooleanField(default=False)

    class Meta:
        table_name = "help"


class HelpStepRow(Projected):
    """One step of a request's follow-up."""

    pos = peewee.AutoField()
    by = TextField()
    at = BigIntegerField()
    text = TextField()
    done = BooleanField()

    class Meta:
        table_name = "help_step"


class GreetingRow(Projected):
    """One greeting on the board."""

    hall = TextField()
    staff = TextField()
    to = TextField()
    text = TextField()
    at = BigIntegerField(index=True)
    removed = BooleanField(default=False)

    class Meta:
        table_name = "greeting"


projection = Projection("happiness", version=1, tables=(HelpRow, HelpStepRow, GreetingRow))


@projection.on(HelpRequested)
def _requested(rows: Rows, event: Event, fact: HelpRequested) -> None:
    rows.add(
        HelpRow,
        hall=event.hall,
        staff=fact.staff,
        topic=fact.topic.value,
        to=msgspec.json.encode(fact.to).decode(),
        text=fact.text,
        at=event.occurred_at,
    )


@projection.on(HelpFollowed)
def _followed(rows: Rows, event: Event, fact: HelpFollowed) -> None:
    rows.add(HelpStepRow, by=event.actor, at=event.occurred_at, text=fact.text, done=fact.done)
    for request in rows.of(HelpRow):
        request.done = fact.done


@projection.on(GreetingSent)
def _sent(rows: Rows, event: Event, fact: GreetingSent) -> None:
    rows.add(GreetingRow, hall=event.hall, staff=fact.staff, to=fact.to, text=fact.text, at=event.occurred_at)


@projection.on(GreetingRemoved)
def _removed(rows: Rows, event: Event, fact: GreetingRemoved) -> None:
    for greeting in rows.of(GreetingRow):
        greeting.removed = True
