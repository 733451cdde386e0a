"""Projection of promotions: one row each, also of those taken back."""

from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.promotion import facts


class PromotionRow(Projected):
    """One promotion; `total` counts the customers' cards it was confirmed with."""

    subject = TextField(unique=True)
    staff = TextField(index=True)
    level = TextField()
    total = IntegerField()
    at = BigIntegerField()  # ms
    by = TextField()
    taken_back = BooleanField(default=False)

    class Meta:
        table_name = "promotion"


projection = Projection("promotion", version=2, tables=(PromotionRow,))


@projection.on(facts.Promoted)
def _promoted(rows: Rows, event: Event, fact: facts.Promoted) -> None:
    if not rows.of(PromotionRow):
        total = sum(fact.cards.values())
        rows.add(PromotionRow, staff=fact.staff, level=fact.level, total=total, at=event.occurred_at, by=event.actor)


@projection.on(facts.PromotionTakenBack)
def _taken_back(rows: Rows, event: Event, fact: facts.PromotionTakenBack) -> None:
    for row in rows.of(PromotionRow):
        row.taken_back = True
