"""What an app may do with pay: set pools, open, publish, appeal, answer, close, sign, correct."""

from collections.abc import Iterable
from datetime import date

from shared.domain import closing as periods
from shared.domain import months as calendar
from shared.domain.actor import Actor
from shared.domain.policy_check import understood
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role
from shared.domain.workdays import Calendar, day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import action, allowed
from shared.people.history import History
from shared.people.views import everyone, halls
from shared.practice.performance import corrections, facts, own, reference_rates, settling, states, views, words
from shared.practice.performance.facts import Delta, PayLine
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules import closing, months
from shared.practice.performance.rules.import_lines import PoolLine, pool_line
from shared.practice.performance.rules.months import State
from shared.practice.performance.rules.pay import company_pools
from shared.practice.performance.views import Computed
from shared.reference.views import calendar as workdays


def set_pools(
    store: Store, lines: Iterable[PoolLine], source: str, *, actor: Actor | None = None, now: int
) -> int | Refusal:
    """Set pools; an amount that is set already adds nothing. How many changed. Refused once a month is in notice."""
    with store.transaction(now) as tx:
        by = allowed(tx, actor, Act.PAY)
        if isinstance(by, Refusal):
            return by
        changed = [line for line in lines if views.pool_amount(store, line.month, line.hall, line.post) != line.amount]
        for month in sorted({line.month for line in changed}):
            if states.standing(store, month).state in (State.NOTICE, State.CLOSED):
                return Refusal("month_closed", {"month": month})
        for line in changed:
            fact = facts.PoolSet(month=line.month, post=line.post, hall=line.hall, amount=line.amount, source=source)
            tx.record(fact, subject=_subject(line.month), actor=by)
    return len(changed)


def set_pool(store: Store, actor: Actor, *, month: str, hall: str, post: str, amount: str, now: int) -> int | Refusal:
    """Set one pool as it is typed; without a hall the amount is the company's, split first by staff-days (一次分配)."""
    known = {each.code: each.name for each in halls(store)}
    line = pool_line({"month": month, "hall": hall or next(iter(known), ""), "post": post, "amount": amount}, known)
    if isinstance(line, Refusal):
        return line
    if hall:
        return set_pools(store, [line], "", actor=actor, now=now)
    days = views.staff_days(store, line.month, line.post)
    split = company_pools(line.amount, days, line.month, line.post)
    if isinstance(split, Refusal):
        return Refusal("no_workload", {"month": line.month, "post": line.post, "place": words.post(line.post)})
    lines = [PoolLine(line.month, each, line.post, fen) for each, fen in split.items()]
    return set_pools(store, lines, "", actor=actor, now=now)


@action(Act.PAY)
def open_month(tx: Transaction, who: Actor, month: str, *, now: int) -> Refusal | None:
    """Publish the reference rates when a month begins: they are then frozen, and everybody can compute their factor."""
    standing = states.standing(tx.store, month)
    begun = calendar.first(month) <= day_of(now)
    if refusal := months.may_open(month, standing.state, begun, standing.opened is not None):
        return refusal
    references = reference_rates.references_before(tx.store, month)
    if not references:
        return Refusal("no_month_before", {"month": month})
    _record_opened(tx, who, month, references, early=True)
    return None


@action(Act.PAY)
def publish(tx: Transaction, who: Actor, month: str, *, now: int) -> Refusal | None:
    """Show a month for notice; reference rates that were not published when it began are frozen first."""
    before = states.standing(tx.store, calendar.moved(month, -1)).state
    if refusal := months.may_publish(month, _openable(tx.store, month), before):
        return refusal
    if refusal := understood(states.rules_of(tx.store, month), Performance):
        return refusal
    if refusal := _open(tx, who, month):
        return refusal
    found = views.computed(tx.store, month)
    if isinstance(found, Refusal):
        return found
    head = tx.store.head()
    lines = _lines(found)
    digest = periods.digest(closing.by_key(lines))
    fact = facts.MonthPublished(month=month, cut=head.n, cut_hash=head.link, inputs=digest)
    tx.record(fact, subject=_subject(month), actor=who.number)
    until, history = periods.notice_until(day_of(now), *_notice(tx.store, month)), History(tx.store)
    for line in lines:
        _to_hall(tx, _shown(line, until), line, history, who)
    return None


def _shown(line: PayLine, until: date) -> facts.SlipShown:
    return facts.SlipShown(
        month=line.month,
        post=line.post,
        hall=line.hall,
        staff=line.staff,
        told=line.told,
        pay=line.figures.pay,
        until=until,
        correction=line.correction,
    )


def _to_hall(tx: Transaction, fact: PayLine | facts.SlipShown, line: PayLine, history: History, by: Actor) -> None:
    """Send a line to the person's present hall, so that after a transfer the slip there has the lines of both halls."""
    span = history.on(line.staff, day_of(tx.now))
    hall = span.hall if span else line.hall
    tx.record(fact, subject=_subject(line.month, line.staff), actor=by.number, hall=hall)


def _openable(store: Store, month: str) -> State:
    """The state for `may_publish`; a month without any pool passes here, and `_open` then names the missing ones."""
    state = states.standing(store, month).state
    return State.OPEN if state is State.ABSENT else state


def _open(tx: Transaction, actor: Actor, month: str) -> Refusal | None:
    store, opened = tx.store, states.standing(tx.store, month).opened
    missing = [place for place in views.places(store, month) if place not in views.pools(store, month)]
    if missing:
        return Refusal("pool_missing", {"month": month, "missing": views.named(store, missing)})
    if opened is None or opened.early:
        _record_opened(tx, actor, month, reference_rates.references(store, month), early=False)
    return None


def _record_opened(
    tx: Transaction, actor: Actor, month: str, references: tuple[facts.Reference, ...], *, early: bool
) -> None:
    policy = states.rules_of(tx.store, month).version
    fact = facts.MonthOpened(month=month, policy=policy, references=references, early=early)
    tx.record(fact, subject=_subject(month), actor=actor.number)


def _lines(found: Iterable[Computed]) -> list[PayLine]:
    return [
        line
        for each in found
        for line in closing.lines(
            each.sheet, each.members, each.points, {number: own.correction for number, own in each.settled.items()}
        )
    ]


@action(Act.PAY)
def close(tx: Transaction, who: Actor, month: str, *, now: int) -> Refusal | None:
    """Approve and close: the head and one line a person, in one transaction."""
    standing, policy = states.standing(tx.store, month), states.rules_of(tx.store, month)
    open_appeals = sum(not each.answered for each in views.appeals(tx.store, month))
    if refusal := months.may_close(month, standing.state, open_appeals, states.in_notice(tx.store, month, day_of(now))):
        return refusal
    office = frozenset(each.number for each in everyone(tx.store) if each.role is Role.OFFICE)
    if refusal := periods.may_approve(standing.preparer, who.number, office):
        return refusal
    found = understood(policy, Performance) or views.computed(tx.store, month)
    if isinstance(found, Refusal):
        return found
    lines, head = _lines(found), tx.store.head()
    fact = facts.MonthClosed(
        month=month,
        policy=policy.version,
        basis=head.n,
        basis_hash=head.link,
        inputs=periods.digest(closing.by_key(lines)),
        pools=tuple(closing.pool_closed(each.sheet) for each in found),
        references=reference_rates.references(tx.store, month),
        preparer=standing.preparer,
        alone=standing.preparer == who.number,
    )
    tx.record(fact, subject=_subject(month), actor=who.number)
    history = History(tx.store)
    for line in lines:
        _to_hall(tx, line, line, history, who)
    return None


def _notice(store: Store, month: str) -> tuple[int, Calendar]:
    return states.rules_of(store, month)[Performance].notice_days, workdays(store)


@action(at_home=True)
def appeal(tx: Transaction, who: Actor, month: str, staff: str, line: str, text: str, *, now: int) -> Refusal | None:
    """A person appeals against one line of their own slip, while the month is in notice."""
    if not text.strip():
        return Refusal("empty_text")
    until = own.notice_until(tx.store, month, who.number)
    if refusal := months.may_appeal(until is not None and day_of(now) <= until, who.number == staff):
        return refusal
    fact = facts.PayAppealed(month=month, staff=staff, line=line, text=text)
    tx.record(fact, subject=_subject(month, staff), actor=who.number, hall=who.hall)
    return None


@action(Act.PAY)
def answer(
    tx: Transaction, who: Actor, month: str, appealed: str, accepted: bool, reason: str, *, now: int
) -> Refusal | None:
    """The office's answer. What was wrong is repaired where it happened (a card, a verdict, an import)."""
    if not reason.strip():
        return Refusal("reason_needed")
    found = next((each for each in views.appeals(tx.store, month) if each.appeal == appealed), None)
    if found is None or found.answered:
        return Refusal("appeal_unknown" if found is None else "already_answered")
    fact = facts.PayAnswered(appeal=appealed, accepted=accepted, reason=reason)
    hall = views.hall_of(tx.store, found.staff, day_of(now))
    tx.record(fact, subject=_subject(month, found.staff), actor=who.number, hall=hall)
    return None


@action(at_home=True)
def sign(tx: Transaction, who: Actor, month: str, agrees: bool, text: str = "", *, now: int) -> Refusal | None:
    """A person signs their slip of a closed month, with an objection or without (有异议, 无异议)."""
    if not settling.lines(tx.store, month, who.number):
        return Refusal("no_slip", {"month": month, "number": who.number})
    fact = facts.SlipSigned(month=month, staff=who.number, agrees=agrees, text=text)
    tx.record(fact, subject=_subject(month, who.number), actor=who.number, hall=who.hall)
    return None


@action(Act.PAY)
def correct(tx: Transaction, who: Actor, month: str, reason: str, paid_with: str, *, now: int) -> int | Refusal:
    """Compute a closed month again by its own policy over today's journal; how many pools changed."""
    if not reason.strip():
        return Refusal("reason_needed")
    if states.standing(tx.store, month).state is not State.CLOSED:
        return Refusal("not_closed_yet", {"month": month})
    if states.standing(tx.store, paid_with).state is State.CLOSED:
        return Refusal("month_closed", {"month": paid_with})
    found = corrections.corrections(tx.store, month)
    if isinstance(found, Refusal):
        return found
    for (hall, post), deltas in found.items():
        fact = facts.PayCorrected(
            month=month,
            post=post,
            hall=hall,
            reason=reason,
            deltas=tuple(Delta(staff, fen) for staff, fen in deltas.items()),
            paid_with=paid_with,
        )
        tx.record(fact, subject=_subject(month), actor=who.number)
    return len(found) or Refusal("nothing_differs", {"month": month})


def _subject(month: str, staff: str = "") -> str:
    return f"pay:{month}/{staff}" if staff else f"pay:{month}"
