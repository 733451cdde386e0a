"""What an app may do with the diary: write, change, give or withdraw the consent for the award."""

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.journal.event import new_id
from shared.journal.store import Store, Transaction
from shared.people.acting import acting, action
from shared.practice.diary import rules
from shared.practice.diary.facts import CandidateSet, Entry, EntryAnswered, EntryChanged, EntryWritten, Outcome
from shared.practice.diary.tables import EntryRow
from shared.practice.diary.views import written
from shared.reference.views import policy


@action()
def write(tx: Transaction, who: Actor, entry: Entry, text: str, *, candidate: bool = False, now: int) -> str | Refusal:
    """Write an entry into one's own diary; its id."""
    subject = f"entry:{new_id(now)}"
    if refusal := rules.may_write(who, entry, text, policy(tx.store)):
        return refusal
    fact = EntryWritten(staff=who.number, entry=entry, text=text.strip(), candidate=candidate)
    tx.record(fact, subject=subject, actor=who.number)
    return subject


def change(store: Store, actor: Actor, subject: str, entry: Entry, text: str, *, now: int) -> Refusal | None:
    """Change one's own entry while it may be changed."""
    with store.transaction(now) as tx:
        who, row = acting(tx, actor), _row(store, subject)
        if isinstance(who, Refusal):
            return who
        if refusal := rules.may_write(who, entry, text, policy(store)):
            return refusal
        if row is None:
            return Refusal("not_found")
        if refusal := rules.may_change(who, written(row), now, policy(store)):
            return refusal
        tx.record(EntryChanged(entry=entry, text=text.strip()), subject=subject, actor=who.number, hall=row.hall)
    return None


def set_candidate(store: Store, actor: Actor, subject: str, candidate: bool, *, now: int) -> Refusal | None:
    """Give or withdraw the consent to put one's own entry up for the caring service award."""
    with store.transaction(now) as tx:
        who, row = acting(tx, actor), _row(store, subject)
        if isinstance(who, Refusal):
            return who
        if row is None:
            return Refusal("not_found")
        if refusal := rules.may_consent(who, written(row)):
            return refusal
        if row.candidate != candidate:
            tx.record(CandidateSet(candidate=candidate), subject=subject, actor=who.number, hall=row.hall)
    return None


@action()
def answer(tx: Transaction, who: Actor, subject: str, outcome: Outcome, line: str, *, now: int) -> Refusal | None:
    """Answer somebody's discovery, suggestion or difficulty: its outcome, and a line that its author reads."""
    row = _row(tx.store, subject)
    if row is None:
        return Refusal("not_found")
    if refusal := rules.may_answer(who, written(row), outcome, line, policy(tx.store)):
        return refusal
    tx.record(EntryAnswered(outcome=outcome, line=line.strip()), subject=subject, actor=who.number, hall=row.hall)
    return None


def _row(store: Store, subject: str) -> EntryRow | None:
    return EntryRow.select().where(EntryRow.subject == subject).first(store.db)  # type: ignore[no-any-return] # peewee
