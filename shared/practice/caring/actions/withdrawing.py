"""Withdrawn consents: the entry is removed everywhere; from the annals only the name is."""

from shared.journal.store import Store, Transaction
from shared.people.company import speaks_for_all
from shared.practice.caring import facts, views
from shared.practice.caring.rules.rounds import Consent, State
from shared.practice.caring.tables import AnnalRow, EntryRow, RoundRow


def withdraw_declined(store: Store, *, now: int) -> int:
    """Withdraw the entries whose hero or author declines, also later; how many.

    Only the office's device does it, daily: a hall's device may record nothing for other halls.
    """
    if not speaks_for_all(store):
        return 0
    rows = _in_round(store)
    authors = views.author_consents(store, rows)
    due = [row for row in rows if Consent.DECLINED in (Consent(row.hero_consent), authors[row.subject])]
    for row in due:
        with store.transaction(now) as tx:
            _take_out(tx, row)
    return len(due)


def withdraw(tx: Transaction, entry: str, reason: str = "", *, actor: str = "") -> None:
    """Take an entry out of its round, and erase its texts on every device."""
    tx.record(facts.EntryWithdrawn(reason=reason), subject=entry, actor=actor)
    tx.erase(entry, reason="declined", actor=actor)


def _take_out(tx: Transaction, row: EntryRow) -> None:
    withdraw(tx, row.subject)
    if _state(tx.store, row.round) is State.FINAL:
        for annal in AnnalRow.select().where(AnnalRow.entry == row.subject).execute(tx.store.db):
            tx.erase(annal.subject, reason="declined")


def _in_round(store: Store) -> list[EntryRow]:
    rows = EntryRow.select().where(~EntryRow.withdrawn, EntryRow.nominator != "").execute(store.db)
    return list(rows)


def _state(store: Store, round_: str) -> State:
    row = RoundRow.select().where(RoundRow.subject == round_).first(store.db)
    return State(row.state) if row is not None else State.NOMINATING
