"""Projection of pay: pools, months, closed lines, appeals, signatures, corrections."""

from typing import Any

from peewee import BooleanField, IntegerField, TextField

from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows, as_json
from shared.practice.performance import facts
from shared.practice.performance.rules.months import State


class PoolRow(Projected):
    """The pool of one hall and post, fen."""

    month = TextField(index=True)
    post = TextField()
    hall = TextField()
    amount = IntegerField()

    class Meta:
        table_name = "pay_pool"


class MonthRow(Projected):
    """A month's state. `opened` and `closed` are the facts as JSON."""

    month = TextField(unique=True)
    state = TextField(default=State.OPEN.value)
    opened = TextField(default="")
    closed = TextField(default="")
    preparer = TextField(default="")
    published = TextField(default="")

    class Meta:
        table_name = "pay_month"


class LineRow(Projected):
    """One person's closed line in one pool, as JSON; `inputs` as they were written, by whatever version."""

    month = TextField(index=True)
    staff = TextField(index=True)
    body = TextField()
    inputs = TextField()

    class Meta:
        table_name = "pay_line"


class ShownRow(Projected):
    """One person's line in notice, as JSON: what a hall's device has before the month is closed."""

    month = TextField(index=True)
    staff = TextField(index=True)
    body = TextField()

    class Meta:
        table_name = "pay_shown"


class AppealRow(Projected):
    """An appeal, named by its event."""

    appeal = TextField(index=True)
    month = TextField(index=True)
    staff = TextField()
    line = TextField()
    text = TextField()
    answered = BooleanField(default=False)
    accepted = BooleanField(default=False)
    reason = TextField(default="")

    class Meta:
        table_name = "pay_appeal"


class SlipRow(Projected):
    """A slip seen and signed; the last signature holds."""

    month = TextField()
    staff = TextField(index=True)
    agrees = BooleanField()
    text = TextField(default="")

    class Meta:
        table_name = "pay_slip"


class CorrectionRow(Projected):
    """What a correction changes for one person (`staff` empty: the reserve), fen."""

    month = TextField()
    post = TextField()
    hall = TextField()
    staff = TextField(index=True)
    fen = IntegerField()
    paid_with = TextField()

    class Meta:
        table_name = "pay_correction"


projection = Projection(
    "performance", version=4, tables=(PoolRow, MonthRow, LineRow, ShownRow, AppealRow, SlipRow, CorrectionRow)
)


def _month(rows: Rows, month: str) -> Any:
    return rows.one(MonthRow) or rows.add(MonthRow, month=month)


def _is_of(event: Event, staff: str) -> bool:
    """Whether the subject of an event is the slip of the person whom its fact names."""
    return event.subject.endswith(f"/{staff}")


@projection.on(facts.PoolSet)
def _pool(rows: Rows, event: Event, fact: facts.PoolSet) -> None:
    _month(rows, fact.month)
    for row in rows.of(PoolRow):
        if (row.post, row.hall) == (fact.post, fact.hall):
            row.amount = fact.amount
            return
    rows.add(PoolRow, month=fact.month, post=fact.post, hall=fact.hall, amount=fact.amount)


@projection.on(facts.MonthOpened)
def _opened(rows: Rows, event: Event, fact: facts.MonthOpened) -> None:
    _month(rows, fact.month).opened = as_json(fact)


@projection.on(facts.MonthPublished)
def _published(rows: Rows, event: Event, fact: facts.MonthPublished) -> None:
    month = _month(rows, fact.month)
    month.state, month.preparer = State.NOTICE.value, event.actor
    month.published = day_of(event.occurred_at).isoformat()


@projection.on(facts.MonthClosed)
def _closed(rows: Rows, event: Event, fact: facts.MonthClosed) -> None:
    month = _month(rows, fact.month)
    month.state, month.closed = State.CLOSED.value, as_json(fact)


@projection.on(facts.PayLine)
def _line(rows: Rows, event: Event, fact: facts.PayLine) -> None:
    inputs = as_json(event.body["inputs"])
    rows.add(LineRow, month=fact.month, staff=fact.staff, body=as_json(fact), inputs=inputs)


@projection.on(facts.SlipShown)
def _shown(rows: Rows, event: Event, fact: facts.SlipShown) -> None:
    rows.add(ShownRow, month=fact.month, staff=fact.staff, body=as_json(fact))


@projection.on(facts.PayAppealed)
def _appealed(rows: Rows, event: Event, fact: facts.PayAppealed) -> None:
    if _is_of(event, fact.staff):
        rows.add(AppealRow, appeal=event.id, month=fact.month, staff=fact.staff, line=fact.line, text=fact.text)


@projection.on(facts.PayAnswered)
def _answered(rows: Rows, event: Event, fact: facts.PayAnswered) -> None:
    for row in rows.of(AppealRow):
        if row.appeal == fact.appeal:
            row.answered, row.accepted, row.reason = True, fact.accepted, fact.reason


@projection.on(facts.SlipSigned)
def _signed(rows: Rows, event: Event, fact: facts.SlipSigned) -> None:
    row = rows.one(SlipRow)
    if row and row.staff == fact.staff:  # the first signature decides whose slip it is
        row.agrees, row.text = fact.agrees, fact.text
    elif not row and _is_of(event, fact.staff):
        rows.add(SlipRow, month=fact.month, staff=fact.staff, agrees=fact.agrees, text=fact.text)


@projection.on(facts.PayCorrected)
def _corrected(rows: Rows, event: Event, fact: facts.PayCorrected) -> None:
    for delta in fact.deltas:
        rows.add(
            CorrectionRow,
            month=fact.month,
            post=fact.post,
            hall=fact.hall,
            staff=delta.staff,
            fen=delta.fen,
            paid_with=fact.paid_with,
        )
