"""What the office's device sends to the jurors' devices automatically: new recusals, and which of their scores it has.

Recusals arise when a hero or juror changes hall after the text went out. Single scores are known to the office only, so
that a juror's other PC could not know what they have scored.
"""

from collections.abc import Iterator
from datetime import date

from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.company import speaks_for_all
from shared.people.history import History
from shared.practice.caring import facts, recusals, views
from shared.practice.caring.rules import rounds
from shared.practice.caring.tables import RoundRow, ScoreRow
from shared.practice.caring.views import Entry, Round, State

_JUDGED = (State.NOMINATING.value, State.JUDGING.value)


def tell_jurors(store: Store, *, now: int) -> int:
    """Record for the jurors' halls what they were not told yet; how many facts. Only on the office's device."""
    if not speaks_for_all(store):
        return 0
    years = [row.year for row in RoundRow.select().where(RoundRow.state.in_(list(_JUDGED))).execute(store.db)]
    count = 0
    for year in years:
        with store.transaction(now) as tx:
            found = views.award_round(store, year, day_of(now))
            if found is not None and not found.closed:
                count += sum(_tell(tx, found, entry) for entry in found.ready)
    return count


def _tell(tx: Transaction, found: Round, entry: Entry) -> int:
    """Record what the jurors were not told of one entry; how many facts."""
    history, kinds, count = History(tx.store), (facts.Recused.kind(), facts.ScoreKept.kind()), 0
    known = {(e.hall, tx.store.readable(e)) for e in tx.store.events(subject=entry.entry) if e.kind in kinds}
    for fact in _to_tell(tx.store, found, entry, day_of(tx.now)):
        hall = recusals.hall_on(history, fact.juror, day_of(tx.now))
        if (hall, fact) not in known:
            tx.record(fact, subject=entry.entry, hall=hall)
            count += 1
    return count


def _to_tell(store: Store, found: Round, entry: Entry, today: date) -> Iterator[facts.Recused | facts.ScoreKept]:
    """What the jurors' devices have to know of an entry: who is recused, whose score the office has."""
    rows = list(ScoreRow.select().where(ScoreRow.subject == entry.entry).execute(store.db))
    by_roster = recusals.by_roster(store, (entry,), found.jurors, today)
    recused = {row.juror: row.recused for row in rows if row.recused}
    recused |= {juror: rounds.shown_to_juror(why) for (_, juror), why in by_roster.items()}
    yield from (facts.Recused(juror=juror, reason=why) for juror, why in recused.items())
    for row in rows:
        if row.version == entry.version:
            yield facts.ScoreKept(juror=row.juror, version=row.version)
