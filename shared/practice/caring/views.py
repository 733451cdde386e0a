"""What the office may ask about the caring award: a round with its entries, recusals and outcome.

Names and single scores are here, so only the office's device can answer in full.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain import closing
from shared.domain.blinding import Known
from shared.domain.blinding import Person as Named
from shared.domain.policy import Policy
from shared.journal.store import Store
from shared.people.history import History
from shared.people.views import halls
from shared.practice.caring import recusals
from shared.practice.caring.facts import EntryResult, JuryClosed, RoundOpened
from shared.practice.caring.policy import Caring
from shared.practice.caring.rules import jury, rounds
from shared.practice.caring.rules.jury import Result, Score, Tally
from shared.practice.caring.rules.rounds import Consent, State, Step
from shared.practice.caring.tables import EntryRow, ObjectionRow, RoundRow, ScoreRow
from shared.practice.diary.views import put_up
from shared.reference.views import policy_version

__all__ = ["Consent", "State", "Step"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A deed in a round. `ready`: consented to and prepared, so it goes to the jury."""

    entry: str
    hero: str
    author: str
    nominator: str
    source: str
    diary: str  # the diary entry that it tells
    day: date | None
    hall: str
    text: str
    title: str
    blind: str
    version: int
    hero_consent: Consent
    author_consent: Consent
    step: Step
    reason: str

    @property
    def ready(self) -> bool:
        """Whether the jury judges it."""
        return self.step is Step.JUDGED


class Objection(msgspec.Struct, frozen=True):
    """An objection to an award, and the office's answer."""

    id: str
    staff: str
    text: str
    answered: bool
    accepted: bool
    answer: str


class Round(msgspec.Struct, frozen=True):
    """A year's round with its outcome: by the scores so far until the jury is closed, from then on as it was closed.

    `scores` are those that count; `recused`: (entry, juror) → why they may not score it.
    """

    year: int
    subject: str
    state: State
    opened: RoundOpened
    settings: Caring
    jurors: tuple[str, ...]
    entries: tuple[Entry, ...]
    scores: tuple[Score, ...]
    recused: Mapping[tuple[str, str], str]
    closed: bool
    late: bool  # scores came or changed after the closing; the outcome stays
    result: Result
    chair: str
    minute: str
    until: date | None

    @property
    def ready(self) -> tuple[Entry, ...]:
        """The entries that the jury reads."""
        return tuple(each for each in self.entries if each.ready)

    @property
    def heroes(self) -> dict[str, str]:
        """The heroes of the entries that the jury reads, by entry."""
        return {each.entry: each.hero for each in self.ready}

    @property
    def counts(self) -> dict[str, int]:
        """How many entries are at each step."""
        return {step.value: sum(each.step is step for each in self.entries) for step in Step}

    def entry(self, entry: str) -> Entry | None:
        """One of its entries."""
        return next((each for each in self.entries if each.entry == entry), None)


def subject(year: int) -> str:
    """The subject of a year's round."""
    return f"round:{year}"


def rounds_held(store: Store) -> tuple[int, ...]:
    """The years with a round, the newest first."""
    rows = RoundRow.select(RoundRow.year).where(RoundRow.opened != "").order_by(RoundRow.year.desc())
    return tuple(row.year for row in rows.execute(store.db))


def award_round(store: Store, year: int, today: date) -> Round | None:
    """A year's round as it stands on a day; None when there is none."""
    row = RoundRow.select().where(RoundRow.subject == subject(year), RoundRow.opened != "").first(store.db)
    if row is None:
        return None
    opened = msgspec.json.decode(row.opened, type=RoundOpened)
    found = _entries(store, _rows(store, row.subject))
    settings = _settings(policy_version(store, opened.policy), opened)
    jurors = tuple(row.jurors.split())
    recused, scores = _scores(store, found, jurors, today, settings)
    closed = msgspec.json.decode(row.result, type=JuryClosed) if row.result else None
    heroes = {each.entry: each.hero for each in found if each.ready}
    return Round(
        year=year,
        subject=row.subject,
        state=rounds.stage(State(row.state), today, opened.nominate_until),
        opened=opened,
        settings=settings,
        jurors=jurors,
        entries=found,
        scores=tuple(scores),
        recused=recused,
        closed=closed is not None,
        late=closed is not None and digest(scores) != closed.inputs,
        result=_closed(closed, settings, row.awarded.split(), found)
        if closed
        else jury.result(heroes, scores, settings),
        chair=row.chair,
        minute=row.minute,
        until=date.fromisoformat(row.until) if row.until else None,
    )


def entry(store: Store, subject: str) -> Entry | None:
    """One entry, where this device knows who nominated it."""
    known = (EntryRow.subject == subject) & (EntryRow.nominator != "")
    row = EntryRow.select().where(known).first(store.db)
    return None if row is None else _entries(store, [row])[0]


def _rows(store: Store, round_: str) -> list[EntryRow]:
    query = EntryRow.select().where(EntryRow.round == round_, EntryRow.nominator != "")
    return list(query.order_by(EntryRow.day, EntryRow.subject).execute(store.db))


def _settings(policy: Policy, opened: RoundOpened) -> Caring:
    return msgspec.structs.replace(policy[Caring], places=opened.places, minimum=opened.minimum)


def _entries(store: Store, rows: list[EntryRow]) -> tuple[Entry, ...]:
    authors = author_consents(store, rows)
    return tuple(_entry(row, authors[row.subject]) for row in rows)


def _entry(row: EntryRow, author: Consent) -> Entry:
    hero = Consent(row.hero_consent)
    return Entry(
        entry=row.subject,
        hero=row.hero,
        author=row.author,
        nominator=row.nominator,
        source=row.source,
        diary=row.entry,
        day=date.fromisoformat(row.day) if row.day else None,
        hall=row.hall,
        text=row.text,
        title=row.title,
        blind=row.blind,
        version=row.version,
        hero_consent=hero,
        author_consent=author,
        step=rounds.step(hero, author, bool(row.asked), bool(row.version), row.withdrawn),
        reason=row.reason,
    )


def author_consents(store: Store, rows: list[EntryRow]) -> dict[str, Consent]:
    """By entry, its author's consent: as they set it in their diary, else as they answered the office."""
    candidates = put_up(store, [row.entry for row in rows if row.entry])
    return {row.subject: _author_consent(row, candidates.get(row.entry)) for row in rows}


def _author_consent(row: EntryRow, candidate: bool | None) -> Consent:
    if candidate is None:
        return Consent(row.author_consent) if row.author not in ("", row.hero) else Consent.GIVEN
    return Consent.GIVEN if candidate else Consent.DECLINED


def _scores(
    store: Store, entries: tuple[Entry, ...], jurors: tuple[str, ...], today: date, settings: Caring
) -> tuple[dict[tuple[str, str], str], list[Score]]:
    ready = {each.entry: each for each in entries if each.ready}
    rows = list(ScoreRow.select().where(ScoreRow.subject.in_(list(ready))).execute(store.db)) if ready else []
    recused = recusals.by_roster(store, tuple(ready.values()), jurors, today)
    recused |= {(row.subject, row.juror): row.recused for row in rows if row.recused}
    scores = [
        Score(row.subject, row.juror, row.pressure, row.contribution, row.lesson, row.version)
        for row in rows
        if row.version and row.juror in jurors
    ]
    versions = {key: each.version for key, each in ready.items()}
    return recused, jury.valid(scores, versions, recused.keys(), settings)


def _closed(closed: JuryClosed, settings: Caring, decided: list[str], entries: tuple[Entry, ...]) -> Result:
    """The outcome as it was closed, without entries withdrawn since; once it is decided, with those awarded then."""
    out = {each.entry for each in entries if each.step is Step.OUT}
    found = [_tally(each) for each in closed.results if each.entry not in out]
    awarded = tuple(each for each in found if each.entry in decided) if decided else jury.award(found, settings)
    return Result(awarded, tuple(each for each in found if each not in awarded), closed.unranked)


def _tally(kept: EntryResult) -> Tally:
    score, lesson, contribution = map(Fraction, (kept.score, kept.lesson, kept.contribution))
    return Tally(kept.entry, kept.hero, kept.jurors, score, lesson, contribution)


def digest(scores: Iterable[Score]) -> str:
    """The digest of the scores that an outcome was computed from."""
    marks = ((s.entry, s.juror, s.version, s.pressure, s.contribution, s.lesson) for s in scores)
    return closing.digest(sorted(marks))


def objections(store: Store, year: int) -> tuple[Objection, ...]:
    """The objections to the awards of a year."""
    rows = ObjectionRow.select().where(ObjectionRow.round == subject(year)).execute(store.db)
    return tuple(Objection(r.subject, r.staff, r.text, r.answered, r.accepted, r.answer) for r in rows)


def known_strings(store: Store, entry: Entry, today: date) -> Known:
    """The names that are blinded in an entry's text: everybody ever on the roster, all halls and branches."""
    history = History(store)
    people = {
        (span.number, span.name): Named(span.number, span.name)
        for number in history.numbers
        for span in history.all_of(number)
    }
    days = (today, entry.day or today)
    own = {entry.hall, *(recusals.hall_on(history, entry.hero, day) for day in days)} - {""}
    places = halls(store)
    return Known(
        hero=entry.hero,
        people=tuple(people.values()),
        own_halls=tuple(own | {hall.name for hall in places if hall.code in own}),
        other_halls=tuple({name for hall in places if hall.code not in own for name in (hall.code, hall.name)}),
        branches=tuple({hall.branch for hall in places}),
    )
