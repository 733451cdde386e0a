"""Staff history by day: hall, post and role of everybody on any day.

The first span holds for all days before the next: a roster is often entered after the work it covers.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

import msgspec

from shared.domain.roles import Role
from shared.journal.store import Store

_SPANS = "SELECT number, since, name, branch, hall, post, role, active FROM staff_span ORDER BY number, since, id"


class Span(msgspec.Struct, frozen=True):
    """From `since` on, until the next span of the same person."""

    number: str
    since: date
    name: str
    branch: str
    hall: str
    post: str
    role: Role
    active: bool


class History:
    """Everybody's spans, read once."""

    def __init__(self, store: Store) -> None:
        self._spans: dict[str, list[Span]] = {}
        for span in map(
            _span, store.db.execute_sql(_SPANS).fetchall()
        ):  # plain SQL: most actions of the office read it
            self._spans.setdefault(span.number, []).append(span)

    @property
    def numbers(self) -> tuple[str, ...]:
        """All staff numbers that ever were on the roster."""
        return tuple(self._spans)

    def all_of(self, number: str) -> tuple[Span, ...]:
        """All spans of one person, the first first."""
        return tuple(self._spans.get(number, ()))

    def on(self, number: str, day: date) -> Span | None:
        """Where this person belonged on a day; None for a number that nobody ever had."""
        spans = self._spans.get(number)
        if not spans or len(spans) == 1:
            return spans[0] if spans else None
        return spans[max(bisect_right(spans, day, key=lambda span: span.since) - 1, 0)]

    def between(self, first: date, last: date) -> Iterator[Span]:
        """The spans that hold on some day from `first` to `last`."""
        for number, spans in self._spans.items():
            begun = self.on(number, first)
            yield from (span for span in spans if span is begun or first < span.since <= last)


def _span(row: tuple[str, str, str, str, str, str, str, int]) -> Span:
    number, since, name, branch, hall, post, role, active = row
    return Span(number, date.fromisoformat(since), name, branch, hall, post, Role(role), bool(active))
