"""What may be asked about the caring award: a round with its entries and outcome."""

from dataclasses import dataclass

import msgspec

from shared.domain.policy import Policy
from shared.journal.store import Store
from shared.practice.caring.facts import RoundOpened
from shared.practice.caring.policy import Caring
from shared.practice.caring.rules import jury
from shared.practice.caring.rules.jury import Result, Score
from shared.practice.caring.rules.rounds import Consent, State
from shared.practice.caring.tables import EntryRow, RoundRow, ScoreRow
from shared.reference.views import policy_version


@dataclass(frozen=True)
class Entry:
    """A deed in a round. `ready`: consented to and prepared, so it goes to the jury."""

    entry: str
    hero: str
    version: int
    ready: bool


@dataclass(frozen=True)
class Round:
    """A year's round, with what the scores of today give."""

    year: int
    state: State
    entries: tuple[Entry, ...]
    result: Result


def award(store: Store, year: int) -> Round | None:
    """A year's round; None when there is none."""
    row = RoundRow.select().where(RoundRow.year == year).first(store.db)
    if row is None:
        return None
    opened = msgspec.json.decode(row.opened, type=RoundOpened)
    found = tuple(_entry(each) for each in EntryRow.select().where(EntryRow.round == row.subject).execute(store.db))
    settings = _settings(policy_version(store, opened.policy), opened)
    return Round(year, State(row.state), found, _result(store, found, settings))


def _settings(policy: Policy, opened: RoundOpened) -> Caring:
    return msgspec.structs.replace(policy[Caring], places=opened.places, minimum=opened.minimum)


def _entry(row: EntryRow) -> Entry:
    given = Consent.GIVEN.value
    author = row.author_consent == given or row.author in ("", row.hero)
    return Entry(row.subject, row.hero, row.version, row.hero_consent == given and author and bool(row.version))


def _result(store: Store, entries: tuple[Entry, ...], settings: Caring) -> Result:
    ready = {each.entry: each for each in entries if each.ready}
    rows = list(ScoreRow.select().where(ScoreRow.subject.in_(list(ready))).execute(store.db)) if ready else []
    scores = [
        Score(row.subject, row.juror, row.pressure, row.contribution, row.lesson, row.version)
        for row in rows
        if row.version
    ]
    recused = {(row.subject, row.juror) for row in rows if row.recused}
    counted = jury.valid(scores, {key: each.version for key, each in ready.items()}, recused)
    return jury.result({key: each.hero for key, each in ready.items()}, counted, settings)
