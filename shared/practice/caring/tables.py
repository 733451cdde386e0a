"""Projection of the caring award: rounds, entries with their consents, scores, the annals."""

from typing import Any

import msgspec
from peewee import IntegerField, TextField

from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.caring import facts
from shared.practice.caring.rules.rounds import Consent, State


class RoundRow(Projected):
    """A year's round; `opened` and `result` are facts as JSON."""

    year = IntegerField(index=True)
    state = TextField(default=State.NOMINATING.value)
    opened = TextField()
    result = TextField(default="")
    awarded = TextField(default="")  # entries, separated by spaces

    class Meta:
        table_name = "award_round"


class EntryRow(Projected):
    """A deed in a round."""

    round = TextField(index=True)
    hero = TextField()
    author = TextField()
    nominator = TextField()
    day = TextField()
    hall = TextField()
    text = TextField()
    hero_consent = TextField(default=Consent.OPEN.value)
    author_consent = TextField(default=Consent.OPEN.value)
    blind = TextField(default="")
    version = IntegerField(default=0)

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

    class Meta:
        table_name = "award_score"


class AnnalRow(Projected):
    """One award in the annals (经营大事迹)."""

    year = IntegerField(index=True)
    hero = TextField()
    name = TextField()
    title = TextField()
    text = TextField()

    class Meta:
        table_name = "annal"


projection = Projection("caring", version=1, tables=(RoundRow, EntryRow, ScoreRow, AnnalRow))


@projection.on(facts.RoundOpened)
def _opened(rows: Rows, event: Event, fact: facts.RoundOpened) -> None:
    if not rows.one(RoundRow):
        rows.add(RoundRow, year=fact.year, opened=msgspec.json.encode(fact, order="deterministic").decode())


@projection.on(facts.Nominated)
def _nominated(rows: Rows, event: Event, fact: facts.Nominated) -> None:
    if not rows.one(EntryRow):
        rows.add(
            EntryRow,
            round=fact.round,
            hero=fact.hero,
            author=fact.author,
            nominator=event.actor,
            day=fact.day.isoformat(),
            hall=fact.hall,
            text=fact.text,
        )


@projection.on(facts.Consented)
def _consented(rows: Rows, event: Event, fact: facts.Consented) -> None:
    _consent(rows, fact.staff, Consent.GIVEN)


@projection.on(facts.Declined)
def _declined(rows: Rows, event: Event, fact: facts.Declined) -> None:
    _consent(rows, fact.staff, Consent.DECLINED)


def _consent(rows: Rows, staff: str, consent: Consent) -> None:
    entry = rows.one(EntryRow)
    if entry and entry.hero == staff:
        entry.hero_consent = consent.value
    if entry and entry.author == staff:
        entry.author_consent = consent.value


@projection.on(facts.Prepared)
def _prepared(rows: Rows, event: Event, fact: facts.Prepared) -> None:
    if entry := rows.one(EntryRow):
        entry.blind, entry.version = fact.text, fact.version


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


@projection.on(facts.JuryClosed)
def _jury_closed(rows: Rows, event: Event, fact: facts.JuryClosed) -> None:
    if row := rows.one(RoundRow):
        row.state, row.result = State.JUDGING.value, msgspec.json.encode(fact, order="deterministic").decode()


@projection.on(facts.Decided)
def _decided(rows: Rows, event: Event, fact: facts.Decided) -> None:
    if row := rows.one(RoundRow):
        row.state, row.awarded = State.DECIDED.value, " ".join(fact.awarded)


@projection.on(facts.RoundAnnounced)
def _announced(rows: Rows, event: Event, fact: facts.RoundAnnounced) -> None:
    if row := rows.one(RoundRow):
        row.state = State.ANNOUNCED.value


@projection.on(facts.AnnalWritten)
def _annal(rows: Rows, event: Event, fact: facts.AnnalWritten) -> None:
    if row := rows.one(RoundRow):
        row.state = State.FINAL.value
    rows.add(AnnalRow, year=fact.year, hero=fact.hero, name=fact.name, title=fact.title, text=fact.text)
