"""Projection of verdicts: one row for each complaint ticket that somebody proposed or decided on."""

from typing import Any

from peewee import BooleanField, TextField

from shared.domain.workdays import day_of
from shared.journal.event import Event
from shared.journal.projection import Projected, Projection, Rows
from shared.practice.complaints import facts


class ComplaintRow(Projected):
    """A complaint as it stands. `decisions`: `2026-03-05:upheld`, oldest first, separated by spaces."""

    subject = TextField(unique=True)
    verdict = TextField(default="")
    about = TextField(default="")
    person = TextField(default="", index=True)
    unit = TextField(default="")
    grounds = TextField(default="")
    proposer = TextField(default="")
    told = TextField(default="")
    answer = TextField(default="")
    open_again = BooleanField(default=False)
    decisions = TextField(default="")

    class Meta:
        table_name = "complaint"


projection = Projection("complaints", version=1, tables=(ComplaintRow,))


def _case(rows: Rows) -> Any:
    return rows.one(ComplaintRow) or rows.add(ComplaintRow)


def _set_verdict(case: Any, fact: facts.VerdictProposed | facts.ComplaintJudged) -> None:
    case.verdict, case.about, case.grounds = fact.verdict.value, fact.about.value, fact.grounds
    case.person, case.unit = fact.person, fact.unit


@projection.on(facts.VerdictProposed)
def _proposed(rows: Rows, event: Event, fact: facts.VerdictProposed) -> None:
    case = _case(rows)
    _set_verdict(case, fact)
    case.proposer, case.told, case.answer = event.actor, "", ""


@projection.on(facts.VerdictTold)
def _told(rows: Rows, event: Event, fact: facts.VerdictTold) -> None:
    case = _case(rows)
    case.told = case.told or day_of(event.occurred_at).isoformat()


@projection.on(facts.VerdictAnswered)
def _answered(rows: Rows, event: Event, fact: facts.VerdictAnswered) -> None:
    _case(rows).answer = fact.text


@projection.on(facts.ComplaintJudged)
def _judged(rows: Rows, event: Event, fact: facts.ComplaintJudged) -> None:
    case = _case(rows)
    _set_verdict(case, fact)
    decision = f"{day_of(event.occurred_at).isoformat()}:{fact.verdict.value}"
    case.decisions, case.open_again = f"{case.decisions} {decision}".strip(), False


@projection.on(facts.VerdictReopened)
def _reopened(rows: Rows, event: Event, fact: facts.VerdictReopened) -> None:
    _case(rows).open_again = True
