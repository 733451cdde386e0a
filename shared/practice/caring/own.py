"""What one person may ask about the award: what they are asked, nominated or judge, and what is in notice.

A hall's device can answer all of it: nothing here needs to know who nominated whom.
"""

from datetime import date
from typing import Any

import msgspec

from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.practice.caring.facts import AwardShown, CopyGiven, RoundOpened
from shared.practice.caring.policy import Caring
from shared.practice.caring.rules import jury, rounds
from shared.practice.caring.rules.jury import Score
from shared.practice.caring.rules.rounds import Consent, State
from shared.practice.caring.tables import EntryRow, ObjectionRow, RoundRow, ScoreRow
from shared.practice.caring.views import Objection
from shared.reference.views import policy_version


class ConsentRequest(msgspec.Struct, frozen=True):
    """A deed whose hero is asked to consent, or (`by_me`) that the reader nominated."""

    entry: str
    hero: str
    text: str
    consent: Consent
    by_me: bool


class Copy(msgspec.Struct, frozen=True):
    """What a nominee was given in the end."""

    entry: str
    year: int
    title: str
    text: str
    awarded: bool


class JuryText(msgspec.Struct, frozen=True):
    """A text that a juror judges: `score` is theirs of this version; `again`: they scored an earlier version only.

    `elsewhere`: the office has their marks of this version from another PC, which this one does not know.
    """

    entry: str
    title: str
    text: str
    version: int
    score: Score | None
    again: bool
    recused: str
    elsewhere: bool

    @property
    def waits(self) -> bool:
        """Whether the juror still has to score it."""
        return self.score is None and not self.recused and not self.elsewhere


class Assignment(msgspec.Struct, frozen=True):
    """What one juror judges in a round; the order of the texts differs from juror to juror."""

    year: int
    judge_until: date
    open: bool
    settings: Caring
    texts: tuple[JuryText, ...]


class Shown(msgspec.Struct, frozen=True):
    """An award in the notice."""

    entry: str
    staff: str
    name: str
    hall: str
    title: str
    text: str


class InNotice(msgspec.Struct, frozen=True):
    """A round in notice: who is awarded, until when one may object, and what this person objected."""

    year: int
    until: date
    shown: tuple[Shown, ...]
    mine: tuple[Objection, ...]


def nominating(store: Store, today: date) -> int:
    """The year whose round takes nominations today; 0 for none."""
    return next((row.year for row, opened in _open_rounds(store) if _stage(row, opened, today) is State.NOMINATING), 0)


def asked(store: Store, number: str) -> tuple[ConsentRequest, ...]:
    """The deeds whose hero is asked to consent, those first, and those they nominated at this device."""
    found = tuple(_asked(row, number) for row in _ASKED.all(store.db, number) if row.asked or row.text)
    return tuple(sorted(found, key=lambda each: each.consent is not Consent.OPEN or each.by_me))


def _concerns(number: Any) -> Any:
    return ((EntryRow.hero == number) & (EntryRow.asked != "")) | (EntryRow.nominator == number)


_ASKED = PreparedQuery(
    lambda number: (
        EntryRow.select()
        .where(_concerns(number), ~EntryRow.withdrawn, EntryRow.hero_consent != Consent.DECLINED.value)
        .order_by(EntryRow.day, EntryRow.subject)
    )
)


def _asked(row: EntryRow, number: str) -> ConsentRequest:
    by_me = not (row.hero == number and row.asked)
    return ConsentRequest(row.subject, row.hero, row.asked or row.text, Consent(row.hero_consent), by_me)


def copies(store: Store, number: str) -> tuple[Copy, ...]:
    """The texts that a nominee was given, the newest year first."""
    rows = EntryRow.select().where(EntryRow.hero == number, EntryRow.copy != "").execute(store.db)
    kept = ((row.subject, msgspec.json.decode(row.copy, type=CopyGiven)) for row in rows)
    found = (Copy(entry, each.year, each.title, each.text, each.awarded) for entry, each in kept if each.text)
    return tuple(sorted(found, key=lambda each: -each.year))


def assignment(store: Store, number: str, today: date) -> Assignment | None:
    """What this juror judges now; None for whoever is in no jury, or once the awards are decided."""
    for row, opened in _open_rounds(store):
        if number in row.jurors.split() and State(row.state) in (State.NOMINATING, State.JUDGING):
            settings = policy_version(store, opened.policy)[Caring]
            return Assignment(row.year, opened.judge_until, row.scoring, settings, _texts(store, row, number))
    return None


def _texts(store: Store, round_: RoundRow, number: str) -> tuple[JuryText, ...]:
    query = EntryRow.select().where(EntryRow.round == round_.subject, EntryRow.version > 0, ~EntryRow.withdrawn)
    rows = {row.subject: row for row in query.execute(store.db) if row.blind}
    marks = ScoreRow.select().where(ScoreRow.subject.in_(list(rows)), ScoreRow.juror == number)
    scores = {row.subject: row for row in marks.execute(store.db)}
    order = jury.shuffled(rows, number, round_.subject)
    return tuple(_paper(rows[entry], scores.get(entry)) for entry in order)


def _paper(row: EntryRow, marks: ScoreRow | None) -> JuryText:
    scored = marks is not None and marks.version > 0
    score = (
        Score(row.subject, marks.juror, marks.pressure, marks.contribution, marks.lesson, marks.version)
        if marks is not None and marks.version == row.version
        else None
    )
    recused = marks.recused if marks is not None else ""
    elsewhere = score is None and marks is not None and marks.kept == row.version
    again = scored and score is None and not elsewhere
    return JuryText(row.subject, row.title, row.blind, row.version, score, again, recused, elsewhere)


def in_notice(store: Store, number: str) -> InNotice | None:
    """The round whose awards are in notice."""
    row = (
        RoundRow.select().where(RoundRow.state == State.ANNOUNCED.value).order_by(RoundRow.year.desc()).first(store.db)
    )
    if row is None or not row.opened:
        return None
    rows = EntryRow.select().where(EntryRow.round == row.subject, EntryRow.shown != "").execute(store.db)
    shown = tuple(sorted((_shown(each) for each in rows), key=lambda each: (each.hall, each.name)))
    said = ObjectionRow.select().where(ObjectionRow.round == row.subject, ObjectionRow.staff == number)
    mine = tuple(
        Objection(r.subject, r.staff, r.text, r.answered, r.accepted, r.answer) for r in said.execute(store.db)
    )
    return InNotice(row.year, date.fromisoformat(row.until), shown, mine)


def _shown(row: EntryRow) -> Shown:
    fact = msgspec.json.decode(row.shown, type=AwardShown)
    return Shown(row.subject, fact.staff, fact.name, fact.hall, fact.title, fact.text)


def waiting(store: Store, number: str, today: date) -> int:
    """How much this person has to do for the award: consents to give, texts to score."""
    open_ = sum(each.consent is Consent.OPEN and not each.by_me for each in asked(store, number))
    found = assignment(store, number, today)
    return open_ + (sum(paper.waits for paper in found.texts) if found and found.open else 0)


def _open_rounds(store: Store) -> list[tuple[RoundRow, RoundOpened]]:
    return [(row, msgspec.json.decode(row.opened, type=RoundOpened)) for row in _NOT_FINAL.all(store.db)]


_NOT_FINAL = PreparedQuery(
    lambda: (
        RoundRow.select()
        .where(RoundRow.opened != "", RoundRow.state != State.FINAL.value)
        .order_by(RoundRow.year.desc())
    )
)


def _stage(row: RoundRow, opened: RoundOpened, today: date) -> State:
    return rounds.stage(State(row.state), today, opened.nominate_until)
