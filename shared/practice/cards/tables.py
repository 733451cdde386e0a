"""Projection of 5P cards: one row a card, as it stands after its reviews.

A number, a printed card or a line of a file names the card's subject, so two devices that could not see each other
award the same subject twice: the first in the journal's order is the card, any later one a `duplicate` that never
counts. After a card was taken back, the next one is the card.
"""

from peewee import SQL, BigIntegerField, BooleanField, IntegerField, TextField

from shared.domain.halls import EVERYWHERE
from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.cards import facts
from shared.practice.cards.facts import Giver, Verdict


class CardRow(Projected):
    """One card. `counted` is False while a flag is unreviewed, after an exclusion, when withdrawn or a duplicate."""

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
        indexes = (
            (("station", "source", "at"), False),
            (("staff", "day", "giver"), False),
            (("hall", "day"), False),
            (("counted", "giver", "staff", "p", "day"), False),  # counting reads the index alone
            (("counted", "day", "giver", "staff"), False),
        )


# SQLite uses these only where a statement has the same words: see `views`.
CardRow.add_index(SQL("""CREATE INDEX card_given ON card ("by", day) WHERE "by" != ''"""))
CardRow.add_index(SQL("CREATE INDEX card_suspect ON card (hall, day, at) WHERE flags != '' AND verdict = ''"))
CardRow.add_index(SQL("CREATE INDEX card_said ON card (hall, day, at) WHERE sentence != ''"))
CardRow.add_index(SQL("CREATE INDEX card_reviewed ON card (hall, day, at) WHERE verdict != ''"))


class UnratedRow(Projected):
    """A served number whose customer was offered the card page and did not touch it."""

    staff = TextField()
    number = TextField(index=True)
    hall = TextField()
    day = TextField()

    class Meta:
        table_name = "unrated"
        indexes = ((("hall", "day"), False),)


class BatchRow(Projected):
    """5P cards printed together. `ps` are names, separated by spaces: the P of the cards in turn."""

    hall = TextField()
    at = BigIntegerField()  # ms
    by = TextField()
    staff = TextField()
    ps = TextField()
    count = IntegerField()
    withdrawn = BooleanField(default=False)

    class Meta:
        table_name = "card_batch"


class PrintedCardRow(Projected):
    """One printed card, by its digest; the subject is its batch's."""

    digest = TextField(index=True)
    place = IntegerField()

    class Meta:
        table_name = "printed_card"


projection = Projection("cards", version=5, tables=(CardRow, UnratedRow, BatchRow, PrintedCardRow))


@projection.on(facts.CardAwarded)
def _awarded(rows: Rows, event: Event, fact: facts.CardAwarded) -> None:
    duplicate = any(not card.withdrawn for card in rows.of(CardRow))
    rows.add(
        CardRow,
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
        flags="" if duplicate else " ".join(fact.flags),  # a duplicate never counts, so it needs no review
        counted=not fact.flags and not duplicate,
    )


@projection.on(facts.SentenceAdded)
def _sentence(rows: Rows, event: Event, fact: facts.SentenceAdded) -> None:
    for card in rows.of(CardRow):
        if card.station == event.station and not card.withdrawn:
            card.sentence = fact.sentence


@projection.on(facts.CardReviewed)
def _reviewed(rows: Rows, event: Event, fact: facts.CardReviewed) -> None:
    for card in rows.of(CardRow):  # none where the award has not arrived yet; it will be folded again, in order
        if not card.duplicate:
            verdicts = card.verdicts.split()
            verdicts = verdicts[:-1] if fact.verdict is Verdict.RESTORE else [*verdicts, fact.verdict.value]
            card.verdict = verdicts[-1] if verdicts else ""
            card.verdicts = " ".join(verdicts)
            card.reason, card.reviewed_by = fact.reason, event.actor
            good = card.verdict == Verdict.COUNT or not (card.verdict or card.flags)
            card.counted = good and not card.withdrawn


@projection.on(facts.CardWithdrawn)
def _withdrawn(rows: Rows, event: Event, fact: facts.CardWithdrawn) -> None:
    for card in rows.of(CardRow):
        card.withdrawn, card.counted = True, False


@projection.on(facts.RatingUnanswered)
def _unanswered(rows: Rows, event: Event, fact: facts.RatingUnanswered) -> None:
    if not rows.of(UnratedRow):  # two kiosks may have asked
        day = day_of(event.occurred_at).isoformat()
        rows.add(UnratedRow, staff=fact.staff, number=fact.number, hall=event.hall, day=day)


@projection.on(facts.CardBatchPrinted)
def _printed(rows: Rows, event: Event, fact: facts.CardBatchPrinted) -> None:
    rows.add(
        BatchRow,
        hall=event.hall,
        at=event.occurred_at,
        by=event.actor,
        staff=fact.staff,
        ps=" ".join(p.value for p in fact.ps),
        count=len(fact.digests),
    )
    for place, digest in enumerate(fact.digests):
        rows.add(PrintedCardRow, digest=digest, place=place)


@projection.on(facts.CardBatchWithdrawn)
def _batch_withdrawn(rows: Rows, event: Event, fact: facts.CardBatchWithdrawn) -> None:
    for batch in rows.of(BatchRow):
        batch.withdrawn = batch.withdrawn or event.hall in (EVERYWHERE, batch.hall)  # of no other hall
