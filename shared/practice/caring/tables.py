"""Projection of the caring award: rounds, entries with their consents, scores, objections, the annals.

A device of a hall has some of an entry's facts only: its row begins with whichever comes first.
"""

from typing import Any

from peewee import SQL, BooleanField, IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows, as_json
from shared.practice.caring import facts
from shared.practice.caring.rules.rounds import Consent, State


class RoundRow(Projected):
    """A year's round; `opened` and `result` are facts as JSON, `jurors` staff numbers separated by spaces."""

    year = IntegerField(default=0, index=True)
    state = TextField(default=State.NOMINATING.value)
    opened = TextField(default="")
    jurors = TextField(default="")
    scoring = BooleanField(default=True)
    result = TextField(default="")
    awarded = TextField(default="")  # entries, separated by spaces
    chair = TextField(default="")
    minute = TextField(default="")
    until = TextField(default="")  # the last day of notice

    class Meta:
        table_name = "award_round"


class EntryRow(Projected):
    """A deed in a round, as far as this device knows it. `asked`: the text that its hero has to consent to."""

    round = TextField(default="", index=True)
    hero = TextField(default="", index=True)
    author = TextField(default="")
    nominator = TextField(default="", index=True)
    source = TextField(default="")
    entry = TextField(default="", index=True)
    day = TextField(default="")
    hall = TextField(default="")
    text = TextField(default="")
    asked = TextField(default="")
    hero_consent = TextField(default=Consent.OPEN.value)
    author_consent = TextField(default=Consent.OPEN.value)
    title = TextField(default="")
    blind = TextField(default="")
    version = IntegerField(default=0)
    withdrawn = BooleanField(default=False)
    reason = TextField(default="")
    shown = TextField(default="")  # `AwardShown` as JSON while the notice shows it
    copy = TextField(default="")  # `CopyGiven` as JSON

    class Meta:
        table_name = "award_entry"


class ScoreRow(Projected):
    """One juror's marks of one entry; `recused` says why there are none."""

    juror = TextField()
    version = IntegerField(default=0)
    pressure = IntegerField(default=0)
    contribution = IntegerField(default=0)
    lesson = IntegerField(default=0)
    recused = TextField(default="")
    kept = IntegerField(default=0)  # the version that the office has marks of

    class Meta:
        table_name = "award_score"


class ObjectionRow(Projected):
    """An objection, and its answer once there is one."""

    round = TextField(index=True)
    staff = TextField(index=True)
    text = TextField(default="")
    answered = BooleanField(default=False)
    accepted = BooleanField(default=False)
    answer = TextField(default="")

    class Meta:
        table_name = "award_objection"


class AnnalRow(Projected):
    """One award in the annals (经营大事迹); `name` is empty where the person wished so."""

    year = IntegerField(index=True)
    hero = TextField()
    name = TextField()
    hall = TextField(default="")
    title = TextField()
    text = TextField()
    entry = TextField(default="", index=True)

    class Meta:
        table_name = "annal"


EntryRow.add_index(SQL("CREATE INDEX award_entry_shown ON award_entry (round) WHERE shown <> ''"))
projection = Projection("caring", version=3, tables=(RoundRow, EntryRow, ScoreRow, ObjectionRow, AnnalRow))


def _round(rows: Rows) -> Any:
    return rows.one(RoundRow) or rows.add(RoundRow)


@projection.on(facts.RoundOpened)
def _opened(rows: Rows, event: Event, fact: facts.RoundOpened) -> None:
    row = _round(rows)
    if not row.opened:
        row.year, row.opened = fact.year, as_json(fact)
        row.jurors = " ".join(dict.fromkeys((*fact.jury, *row.jurors.split())))


@projection.on(facts.JurorAppointed)
def _appointed(rows: Rows, event: Event, fact: facts.JurorAppointed) -> None:
    row = _round(rows)
    row.jurors = " ".join(dict.fromkeys((*row.jurors.split(), fact.juror)))


@projection.on(facts.ScoringSet)
def _scoring(rows: Rows, event: Event, fact: facts.ScoringSet) -> None:
    _round(rows).scoring = fact.open


@projection.on(facts.JuryClosed)
def _jury_closed(rows: Rows, event: Event, fact: facts.JuryClosed) -> None:
    row = _round(rows)
    row.state, row.result = State.JUDGING.value, as_json(fact)


@projection.on(facts.Decided)
def _decided(rows: Rows, event: Event, fact: facts.Decided) -> None:
    row = _round(rows)
    row.state, row.awarded = State.DECIDED.value, " ".join(fact.awarded)
    row.chair, row.minute = fact.chair, fact.minute


@projection.on(facts.RoundReopened)
def _reopened(rows: Rows, event: Event, fact: facts.RoundReopened) -> None:
    row = _round(rows)
    row.state, row.result, row.awarded, row.until = State.JUDGING.value, "", "", ""


@projection.on(facts.RoundAnnounced)
def _announced(rows: Rows, event: Event, fact: facts.RoundAnnounced) -> None:
    row = _round(rows)
    row.state, row.until = State.ANNOUNCED.value, fact.until.isoformat()


@projection.on(facts.RoundFinished)
def _finished(rows: Rows, event: Event, fact: facts.RoundFinished) -> None:
    _round(rows).state = State.FINAL.value


def _entry(rows: Rows) -> Any:
    return rows.one(EntryRow) or rows.add(EntryRow)


@projection.on(facts.Nominated)
def _nominated(rows: Rows, event: Event, fact: facts.Nominated) -> None:
    row = _entry(rows)
    if row.nominator:
        return
    row.round, row.hero, row.author, row.nominator = fact.round, fact.hero, fact.author, event.actor
    row.source, row.entry, row.day = fact.source.value, fact.entry, fact.day.isoformat()
    row.hall, row.text = fact.hall, fact.text
    if event.actor:  # who nominates, consents
        _consent(row, event.actor, Consent.GIVEN)


@projection.on(facts.ConsentAsked)
def _asked(rows: Rows, event: Event, fact: facts.ConsentAsked) -> None:
    row = _entry(rows)
    row.hero, row.asked = fact.staff, fact.text


@projection.on(facts.Consented)
def _consented(rows: Rows, event: Event, fact: facts.Consented) -> None:
    _consent(_entry(rows), fact.staff, Consent.GIVEN)


@projection.on(facts.Declined)
def _declined(rows: Rows, event: Event, fact: facts.Declined) -> None:
    _consent(_entry(rows), fact.staff, Consent.DECLINED)


def _consent(row: Any, staff: str, consent: Consent) -> None:
    if row.hero == staff:
        row.hero_consent = consent.value
    if row.author == staff:
        row.author_consent = consent.value


@projection.on(facts.EntryWithdrawn)
def _withdrawn(rows: Rows, event: Event, fact: facts.EntryWithdrawn) -> None:
    row = _entry(rows)
    row.withdrawn, row.reason, row.shown = True, fact.reason, ""


@projection.on(facts.Prepared)
def _prepared(rows: Rows, event: Event, fact: facts.Prepared) -> None:
    row = _entry(rows)
    row.round, row.title, row.blind, row.version = row.round or fact.round, fact.title, fact.text, fact.version


@projection.on(facts.AwardShown)
def _shown(rows: Rows, event: Event, fact: facts.AwardShown) -> None:
    row = _entry(rows)
    row.round, row.shown = row.round or fact.round, as_json(fact) if fact.awarded and fact.name else ""


@projection.on(facts.CopyGiven)
def _copied(rows: Rows, event: Event, fact: facts.CopyGiven) -> None:
    row = _entry(rows)
    row.hero, row.copy = fact.staff, as_json(fact)


def _score(rows: Rows, juror: str) -> Any:
    known = (row for row in rows.of(ScoreRow) if row.juror == juror)
    return next(known, None) or rows.add(ScoreRow, juror=juror)


@projection.on(facts.Scored)
def _scored(rows: Rows, event: Event, fact: facts.Scored) -> None:
    row = _score(rows, fact.juror)
    row.version, row.pressure, row.contribution, row.lesson = (
        fact.version,
        fact.pressure,
        fact.contribution,
        fact.lesson,
    )


@projection.on(facts.Recused)
def _recused(rows: Rows, event: Event, fact: facts.Recused) -> None:
    _score(rows, fact.juror).recused = fact.reason


@projection.on(facts.ScoreKept)
def _kept(rows: Rows, event: Event, fact: facts.ScoreKept) -> None:
    _score(rows, fact.juror).kept = fact.version


@projection.on(facts.Objected)
def _objected(rows: Rows, event: Event, fact: facts.Objected) -> None:
    row = _objection(rows, fact.round, fact.staff)
    row.text = fact.text


@projection.on(facts.ObjectionAnswered)
def _answered(rows: Rows, event: Event, fact: facts.ObjectionAnswered) -> None:
    row = _objection(rows, fact.round, fact.staff)
    row.answered, row.accepted, row.answer = True, fact.accepted, fact.answer


def _objection(rows: Rows, round_: str, staff: str) -> Any:
    return rows.one(ObjectionRow) or rows.add(ObjectionRow, round=round_, staff=staff)


@projection.on(facts.AnnalWritten)
def _annal(rows: Rows, event: Event, fact: facts.AnnalWritten) -> None:
    rows.add(
        AnnalRow,
        year=fact.year,
        hero=fact.hero,
        name=fact.name,
        hall=fact.hall,
        title=fact.title,
        text=fact.text,
        entry=fact.entry,
    )
