"""A consent taken back: before the end the entry vanishes everywhere; in the annals the deed stays without its name."""

from shared.journal.store import Store, Transaction
from shared.people.company import speaks_for_all
from shared.practice.caring import facts, views
from shared.practice.caring.rules.rounds import Consent, State, withdrawn
from shared.practice.caring.tables import AnnalRow, EntryRow, RoundRow


def withdraw_declined(store: Store, *, now: int) -> int:
    """Take out the entries whose hero or author does not agree (any more); how many.

    The office's device does it by itself, day by day: a hall's device may say nothing for other halls.
    """
    if not speaks_for_all(store):
        return 0
    due = [row for row in _standing(store) if _declined(store, row)]
    for row in due:
        with store.transaction(now) as tx:
            _take_out(tx, row)
    return len(due)


def withdraw(tx: Transaction, entry: str, reason: str = "", *, actor: str = "") -> None:
    """Take an entry out, its words from every device."""
    tx.record(facts.EntryWithdrawn(reason=reason), subject=entry, actor=actor)
    tx.erase(entry, reason="declined", actor=actor)


def _take_out(tx: Transaction, row: EntryRow) -> None:
    withdraw(tx, row.subject)
    if withdrawn(_state(tx.store, row.round)) == "name_removed":
        for annal in AnnalRow.select().where(AnnalRow.entry == row.subject).execute(tx.store.db):
            tx.erase(annal.subject, reason="declined")


def _standing(store: Store) -> list[EntryRow]:
    rows = EntryRow.select().where(~EntryRow.withdrawn, EntryRow.nominator != "").execute(store.db)
    return list(rows)


def _declined(store: Store, row: EntryRow) -> bool:
    return Consent.DECLINED in (Consent(row.hero_consent), views.author_consent(store, row))


def _state(store: Store, round_: str) -> State:
    row = RoundRow.select().where(RoundRow.subject == round_).first(store.db)
    return State(row.state) if row is not None else State.NOMINATING
