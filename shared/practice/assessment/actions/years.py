"""A year: its parts set, its board published for notice, approved by a second person and closed."""

from datetime import date
from fractions import Fraction

from shared.domain import closing as periods
from shared.domain.actor import Actor
from shared.domain.money import rate
from shared.domain.policy_check import understood
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import action
from shared.people.views import everyone
from shared.practice.assessment import facts, inspections, parts, plans, views
from shared.practice.assessment.facts import Part, UnitClosed, Units
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import board
from shared.practice.assessment.rules.import_lines import sales_line
from shared.practice.assessment.rules.year import Confirmed, override
from shared.practice.assessment.views import Board, SignedDays
from shared.reference import views as reference
from shared.reference.views import calendar, policy_on


@action(Act.ASSESS)
def set_part(
    tx: Transaction,
    who: Actor,
    year: int,
    unit: str,
    part: Part,
    value: str,
    reason: str,
    signed: SignedDays,
    *,
    now: int,
) -> Refusal | None:
    """Set another value of a part than the suggested one, with a reason; both are kept."""
    if views.closed_year(tx.store, year):
        return Refusal("year_closed", {"year": year})
    policy = policy_on(tx.store, date(year, 1, 1))
    found = parts.suggestions(tx.store, year, policy, signed, now=now)[part].get(unit)
    suggested = found.suggested if found else None
    made = _set(suggested, value, reason, policy[Assessment])
    if isinstance(made, Refusal):
        return made
    fact = facts.PartSet(
        year=year,
        unit=unit,
        part=part,
        suggested="" if suggested is None else str(suggested),
        value=str(made.value),
        reason=reason,
    )
    tx.record(fact, subject=f"year:{year}", actor=who.number)
    return None


def _set(suggested: Fraction | None, value: str, reason: str, settings: Assessment) -> Confirmed | Refusal:
    try:
        exact = rate(value)
    except ValueError:  # not a number
        return Refusal("bad_score", {"value": value})
    return override(suggested, exact, reason, settings)


@action(Act.ASSESS)
def set_sales(
    tx: Transaction, who: Actor, year: int, branch: str, completion: str, source: str, *, now: int
) -> Refusal | None:
    """Set a branch's sales completion as typed (`96.37%`), with its source."""
    if views.closed_year(tx.store, year):
        return Refusal("year_closed", {"year": year})
    branches = tuple(sorted({unit.branch for unit in views.units(tx.store)}))
    line = sales_line({"year": str(year), "branch": branch, "completion": completion}, branches)
    if isinstance(line, Refusal):
        return line
    if not source.strip():
        return Refusal("source_needed")
    fact = facts.SalesSet(year=year, branch=line.key, completion=line.value, source=source.strip())
    tx.record(fact, subject=f"year:{year}", actor=who.number)
    return None


@action(Act.ASSESS)
def publish_year(tx: Transaction, who: Actor, year: int, signed: SignedDays, *, now: int) -> Refusal | None:
    """Publish the year's board; the notice begins, anew after corrections. The actor is its preparer."""
    found = _open_board(tx.store, year, signed, now)
    if isinstance(found, Refusal):
        return found
    settings, head = policy_on(tx.store, date(year, 1, 1))[Assessment], tx.store.head()
    kept = board.lines(year, found.rows, found.teams)
    fact = facts.YearPublished(
        year=year,
        policy=found.policy,
        cut=head.n,
        cut_hash=head.link,
        inputs=board.inputs_digest(kept, views.figures(tx.store, year, "sales")),
        until=periods.notice_until(day_of(now), settings.notice_days, calendar(tx.store)),
        units=tuple(map(board.in_notice, found.rows)),
    )
    tx.record(fact, subject=f"year:{year}", actor=who.number)
    return None


def _open_board(store: Store, year: int, signed: SignedDays, now: int) -> Board | Refusal:
    """The current board of a year that is not closed and has no open appeals."""
    if views.closed_year(store, year):
        return Refusal("year_closed", {"year": year})
    if refusal := understood(policy_on(store, date(year, 1, 1)), Assessment):
        return refusal
    if refusal := reference.understood(store, inspections.UNITS, Units):
        return refusal
    if waiting := plans.appeals(store, open_only=True):
        return Refusal("item_appeals_open", {"count": len(waiting)})
    found = views.board_today(store, year, signed, now=now)
    return found if isinstance(found, Refusal) else board.sales_missing(found.rows) or found


@action(Act.ASSESS)
def close_year(tx: Transaction, who: Actor, year: int, signed: SignedDays, *, now: int) -> Refusal | None:
    """Approve and close a year after its notice: one fact for the year and one a unit, in one transaction."""
    found = _open_board(tx.store, year, signed, now)
    if isinstance(found, Refusal):
        return found
    notice = views.notice(tx.store, year)
    if notice is None:
        return Refusal("year_not_published", {"year": year})
    if views.in_notice(tx.store, year, now):
        return Refusal("year_notice_running", {"year": year, "until": notice.published.until})
    office = frozenset(each.number for each in everyone(tx.store) if each.role is Role.OFFICE)
    if refusal := periods.may_approve(notice.preparer, who.number, office):
        return refusal
    kept = board.lines(year, found.rows, found.teams)
    tx.record(_head(tx.store, year, found, kept, notice.preparer, who.number), subject=f"year:{year}", actor=who.number)
    for line in kept:
        tx.record(line, subject=f"year:{year}", actor=who.number)
    return None


def _head(
    store: Store, year: int, found: Board, kept: tuple[UnitClosed, ...], preparer: str, approver: str
) -> facts.YearClosed:
    head, sales = store.head(), views.figures(store, year, "sales")
    return facts.YearClosed(
        year=year,
        policy=found.policy,
        basis=head.n,
        basis_hash=head.link,
        inputs=board.inputs_digest(kept, sales),
        sales=sales,
        units=len(kept),
        rewards=sum(line.reward for line in kept),
        preparer=preparer,
        alone=preparer == approver,
    )
