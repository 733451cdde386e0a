"""Projection of 5P cards: one row a card, as it stands after its reviews.

A number or a printed card names the card's subject, so two devices that could not see each other award the same
subject twice: the first in the journal's order is the card, any later one a `duplicate` that never counts.
"""

import peewee
from peewee import BigIntegerField, BooleanField, TextField

from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection
from shared.practice.cards import facts
from shared.practice.cards.facts import Giver, Verdict


class CardRow(Projected):
    """One card. `counted` is False while a flag is unreviewed, after an exclusion, or when withdrawn."""

    staff = TextField()
    p = TextField()
    giver = TextField()
    by = TextField()  # number of the staff giver, "" for a customer
    source = TextField()
    station = TextField()
    hall = TextField()
    at = BigIntegerField()  # ms
    day = TextField()
    number = TextField()
    code = TextField()
    duplicate = BooleanField(default=False)
    sentence = TextField()
    flags = TextField()  # names, separated by spaces
    verdict = TextField(default="")
    verdicts = TextField(default="")  # all, oldest first, separated by spaces; what restore goes back to
    reason = TextField(default="")
    reviewed_by = TextField(default="")
    withdrawn = BooleanField(default=False)
    counted = BooleanField()

    class Meta:
        table_name = "card"
        indexes = ((("station", "source", "at"), False), (("staff", "giver", "day"), False), (("hall", "day"), False))


CardRow.add_index(CardRow.by, CardRow.day, where=CardRow.by != "")


class UnratedRow(Projected):
    """A served number whose customer was offered the card page and did not touch it."""

    staff = TextField()
    number = TextField(index=True)
    hall = TextField()
    day = TextField()

    class Meta:
        table_name = "unrated"
        indexes = ((("hall", "day"), False),)


projection = Projection("cards", version=3, tables=(CardRow, UnratedRow))


@projection.on(facts.CardAwarded)
def _awarded(db: peewee.Database, event: Event, fact: facts.CardAwarded) -> None:
    once = fact.number or fact.code
    duplicate = bool(once) and CardRow.select().where(CardRow.subject == event.subject).exists(db)
    CardRow.put(
        db,
        subject=event.subject,
        staff=fact.staff,
        p=fact.p.value,
        giver=fact.giver.value,
        by="" if fact.giver is Giver.CUSTOMER else event.actor,  # a supervisor may have scanned a customer's card
        source=fact.source.value,
        station=event.station,
        hall=event.hall,
        at=event.occurred_at,
        day=day_of(event.occurred_at).isoformat(),
        number=fact.number,
        code=fact.code,
        duplicate=duplicate,
        sentence=fact.sentence,
        flags="" if duplicate else " ".join(fact.flags),  # there is nothing to review
        counted=not fact.flags and not duplicate,
    )


@projection.on(facts.SentenceAdded)
def _sentence(db: peewee.Database, event: Event, fact: facts.SentenceAdded) -> None:
    here = (CardRow.subject == event.subject) & (CardRow.station == event.station)
    CardRow.update(sentence=fact.sentence).where(here).execute(db)


@projection.on(facts.CardReviewed)
def _reviewed(db: peewee.Database, event: Event, fact: facts.CardReviewed) -> None:
    mine = (CardRow.subject == event.subject) & ~CardRow.duplicate
    card = CardRow.select().where(mine).first(db)
    if card is None:  # the award has not arrived yet; it will be folded again, in order
        return
    verdicts = card.verdicts.split()
    if fact.verdict is Verdict.RESTORE:
        verdicts = verdicts[:-1]
    else:
        verdicts.append(fact.verdict.value)
    verdict = verdicts[-1] if verdicts else ""
    CardRow.update(
        verdict=verdict,
        verdicts=" ".join(verdicts),
        reason=fact.reason,
        reviewed_by=event.actor,
        counted=not card.withdrawn and (verdict == Verdict.COUNT or (not verdict and not card.flags)),
    ).where(mine).execute(db)


@projection.on(facts.CardWithdrawn)
def _withdrawn(db: peewee.Database, event: Event, fact: facts.CardWithdrawn) -> None:
    CardRow.update(withdrawn=True, counted=False).where(CardRow.subject == event.subject).execute(db)


@projection.on(facts.RatingUnanswered)
def _unanswered(db: peewee.Database, event: Event, fact: facts.RatingUnanswered) -> None:
    if not UnratedRow.select().where(UnratedRow.subject == event.subject).exists(db):  # two kiosks may have asked
        UnratedRow.put(
            db,
            subject=event.subject,
            staff=fact.staff,
            number=fact.number,
            hall=event.hall,
            day=day_of(event.occurred_at).isoformat(),
        )
