"""Printed 5P cards: batches are printed and withdrawn; what a scanned card may be given as.

The journal keeps only digests of the cards' random ids, so that nobody who reads a device's disk can print cards that
count. Earlier versions printed signed cards, which whoever has a kiosk's key could print: they are kept, but flagged.
"""

import uuid
from collections.abc import Sequence

import msgspec

from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.halls import EVERYWHERE
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.spelling import folded
from shared.journal.store import Store
from shared.people.acting import allowed
from shared.practice.cards.facts import CardBatchPrinted, CardBatchWithdrawn, Flag, P
from shared.practice.cards.tables import BatchRow

_SUBJECT = "card-batch:"
_MARK_LENGTH = 6
_BY_DIGEST = """SELECT b.ps, c.place, b.staff FROM printed_card c JOIN card_batch b USING (subject)
    WHERE c.digest = ? AND NOT b.withdrawn AND b.hall IN ('*', ?)"""


class Redeemable(msgspec.Struct, frozen=True):
    """What a printed card may be given as: the journal's `code` for it, its P, its receiver ("" anybody), its flags."""

    code: str
    p: P
    staff: str
    flags: tuple[Flag, ...] = ()


class Batch(msgspec.Struct, frozen=True):
    """Cards printed together; `mark` is printed on each of them. `printed_at` is epoch ms."""

    mark: str
    hall: str
    printed_at: int
    count: int
    staff: str
    by: str
    withdrawn: bool


def new_batch() -> str:
    """The id of a batch that is about to be printed, for `record` and `mark`."""
    return uuid.uuid4().hex


def mark(batch: str) -> str:
    """The start of the batch's id that is printed on each card, for whoever has to withdraw it."""
    return batch[:_MARK_LENGTH].upper()


def record(
    store: Store,
    batch: str,
    made: Sequence[codes.PrintedCard],
    ps: Sequence[P],
    *,
    staff: str = "",
    actor: Actor | None = None,
    now: int,
) -> Refusal | None:
    """The cards `made` were printed, the P of them in turn: from now on they count. `actor=None`: on a single PC."""
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.PRINT_CARDS)
        if isinstance(by, Refusal):
            return by
        fact = CardBatchPrinted(digests=tuple(card.digest for card in made), ps=tuple(ps), staff=staff)
        tx.record(fact, subject=_SUBJECT + batch, actor=by)
    return None


def withdraw(store: Store, mark: str, reason: str, *, actor: Actor | None = None, now: int) -> Refusal | None:
    """No card of the batches with this `mark` counts from now on. Refused where none of this hall has it."""
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.PRINT_CARDS)
        if isinstance(by, Refusal):
            return by
        here = (BatchRow.hall == store.hall) | (store.hall == EVERYWHERE)
        named = BatchRow.subject.startswith(_SUBJECT + folded(mark).lower())
        rows = list(BatchRow.select().where(named, here, ~BatchRow.withdrawn).execute(store.db)) if mark else []
        if not rows:
            return Refusal("unknown_batch", {"mark": mark})
        for row in rows:
            tx.record(CardBatchWithdrawn(reason=reason), subject=row.subject, actor=by, hall=row.hall)
    return None


def batches(store: Store) -> tuple[Batch, ...]:
    """All batches known here, newest first."""
    rows = BatchRow.select().order_by(BatchRow.at.desc()).execute(store.db)
    return tuple(
        Batch(mark(row.subject.removeprefix(_SUBJECT)), row.hall, row.at, row.count, row.staff, row.by, row.withdrawn)
        for row in rows
    )


def redeemable(store: Store, card: codes.Card) -> Redeemable | Refusal:
    """What a scanned card may be given as; `code_unknown` where no batch that counts in this hall holds it."""
    if isinstance(card, codes.SignedCard):
        return Redeemable(card.id, P(card.p), card.staff, (Flag.SIGNED,))
    found = store.db.execute_sql(_BY_DIGEST, (card.digest, store.hall)).fetchone()
    if found is None:
        return Refusal("code_unknown")
    ps, place, staff = found
    by_turn = ps.split()
    return Redeemable(card.digest, P(by_turn[place % len(by_turn)]), staff)
