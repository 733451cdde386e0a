"""Judges the tickets of some days again: which would be past their limit under another policy."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from shared.declaration.replay import Case, Days, Replay
from shared.domain.policy import Policy
from shared.domain.sections import Hours
from shared.domain.text import Text
from shared.domain.workdays import Calendar, ms_at
from shared.journal.store import Store
from shared.practice.inquiries import rules
from shared.practice.inquiries.facts import Kind, State
from shared.practice.inquiries.policy import InquiriesPolicy
from shared.practice.inquiries.tables import InquiryRow
from shared.reference.views import calendar

_NOT_JUDGED = (State.MERGED.value, State.WITHDRAWN.value)
_IN_TIME, _LATE = Text("按期", "in time"), Text("超期", "past the limit")


def limits(store: Store, days: Days, values: Policy) -> Iterator[Case]:
    """Every ticket received in these days, against the limit that `values` would have promised."""
    book = calendar(store)
    first, after = ms_at(days.first, time.min), ms_at(days.last + timedelta(days=1), time.min)
    inside = InquiryRow.since.between(first, after - 1)
    for row in InquiryRow.select().where(inside, InquiryRow.state.not_in(_NOT_JUDGED)).execute(store.db):
        limit = _limit(row, book, values)
        late = rules.overdue(limit, row.closed_at or days.now, values)
        outcome = _LATE if late else _IN_TIME
        yield Case(
            key=row.subject,
            who=row.handler,
            at=row.since,
            about=Text(row.number, row.number),
            outcome=Text(f"{outcome.zh}（{limit:%m-%d}）", f"{outcome.en} ({limit:%m-%d})"),
            counts=late,
        )


def _limit(row: InquiryRow, book: Calendar, values: Policy) -> date:
    """What the customer would have been promised; an extension that was agreed on with them stays."""
    promised = rules.deadlines(row.since, Kind(row.kind), book, values).limit
    return max(promised, date.fromisoformat(row.limit)) if row.extensions else promised


REPLAYS = (Replay(Text("首问工单时限", "Limits of first inquiries"), _LATE, (InquiriesPolicy, Hours), limits),)
