"""Which tickets' personal data is due to be erased, and which unexplained gap in the records delays that."""

from contextlib import suppress

import peewee

from shared.domain.clock import DAY_MS
from shared.journal.event import put_together
from shared.journal.store import Store
from shared.practice.inquiries import rules
from shared.practice.inquiries.facts import State, TimeConfirmed
from shared.practice.inquiries.policy import InquiriesPolicy
from shared.practice.inquiries.tables import InquiryRow
from shared.practice.inquiries.tickets import is_open
from shared.reference import views as reference


def erasable(store: Store, now: int) -> tuple[str, ...]:
    """The tickets whose personal data is due to be erased; a duplicate waits for the ticket that answers it.

    Only time that is known to have passed counts: see `rules.retention_cutoff`.
    """
    values = reference.policy(store)[InquiriesPolicy]
    before = now - values.erase_after_days * DAY_MS
    if not _closed_and_personal(store, before):
        return ()
    cutoff = rules.retention_cutoff(
        store.first_of_each_day(now),
        now,
        values.erase_after_days * DAY_MS,
        values.longest_closure_days * DAY_MS,
        _confirmed(store),
    )
    return () if cutoff is None else _closed_and_personal(store, min(before, cutoff))


def unconfirmed(store: Store, now: int) -> rules.Span | None:
    """The gap in the records (ms) over which nothing is erased until somebody confirms that the time did pass, or None.

    The clock may have jumped, or the hall was closed for longer than it ever is: only a person knows.
    """
    values = reference.policy(store)[InquiriesPolicy]
    if not _closed_and_personal(store, now - values.erase_after_days * DAY_MS):
        return None
    found = rules.unconfirmed_gaps(
        store.first_of_each_day(now), now, values.longest_closure_days * DAY_MS, _confirmed(store)
    )
    return found[0] if found else None


def _confirmed(store: Store) -> list[rules.Span]:
    found = []
    for event in store.events(subject=f"clock:{store.hall}"):
        if event.kind == TimeConfirmed.kind():
            with suppress(ValueError):  # of another version: it confirms nothing here, and stops nothing
                said = put_together(event, {}, TimeConfirmed)
                found.append((said.since, said.until))
    return found


def _closed_and_personal(store: Store, before: int) -> tuple[str, ...]:
    main = InquiryRow.alias()
    kept = main.select(peewee.SQL("1")).where(
        main.subject == InquiryRow.into, (main.state == State.OPEN.value) | (main.closed_at > before)
    )
    query = InquiryRow.select(InquiryRow.subject).where(
        InquiryRow.personal, InquiryRow.closed_at <= before, ~is_open(), ~peewee.fn.EXISTS(kept)
    )
    return tuple(subject for (subject,) in query.order_by(InquiryRow.closed_at).tuples().execute(store.db))
