"""核对: remarks to read before a month of pay is published or closed. They change no figure.

First what stops the month, then what may still change it, then how fair the pools are.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import IntEnum
from fractions import Fraction

import msgspec

from shared.domain import months, text, wording
from shared.domain.actor import Actor
from shared.domain.money import decimal, half_up, yuan
from shared.domain.refusal import Refusal
from shared.domain.workdays import day_of, ms_at
from shared.journal.store import Store
from shared.people.history import History
from shared.people.views import halls
from shared.practice.cards.views import counted_by_day, suspect, verified
from shared.practice.complaints.views import concerning, head
from shared.practice.line.statistics import lengths
from shared.practice.line.words import service
from shared.practice.performance import corrections, reference_rates, states, views
from shared.practice.performance import words as pay_words
from shared.practice.performance.corrections import Unpaid
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules import fairness, points
from shared.practice.performance.rules import months as months_rules
from shared.practice.performance.rules.months import State, may_publish
from shared.practice.performance.views import Computed
from shared.report import words
from shared.sync.known_devices import seen

_PLACES = {"no_workload": "imports", "no_service_points": "policy"}


class Weight(IntEnum):
    """How much a remark weighs."""

    STOPS = 0
    WARNS = 1
    TELLS = 2


class Check(msgspec.Struct, frozen=True):
    """One remark, in words; `place` is the key of the page where it can be corrected, "" for none."""

    weight: Weight
    text: str
    place: str = ""


def pay_checks(
    store: Store, actor: Actor, month: str, sheets: tuple[Computed, ...], refused: tuple[Refusal, ...], *, now: int
) -> tuple[Check, ...]:
    """All remarks on a month as it was previewed, what stops it first."""
    found = [*_stops(store, month, refused), *_differs(store, month)]
    found += _reference(store, month, now)
    found += [Check(Weight.WARNS, said) for said in owed(corrections.unpaid(store, month, sheets))]
    if states.standing(store, month).state is not State.CLOSED:
        found += [*_silent(store, month, now), *_cards(store, month), *_complaints(store, actor, now)]
    found += [*_fair(store, month, sheets), *_coefficients(store, month, now)]
    return tuple(sorted(found, key=lambda each: each.weight))


def _stops(store: Store, month: str, refused: tuple[Refusal, ...]) -> Iterator[Check]:
    before = may_publish(month, State.OPEN, states.standing(store, months.moved(month, -1)).state)
    for each in (*refused, *([before] if before else [])):
        yield Check(Weight.STOPS, wording.refusal(each), _PLACES.get(each.code, "pay"))


def _differs(store: Store, month: str) -> Iterator[Check]:
    """Where today's journal gives other pay than was closed and corrected since."""
    if states.standing(store, month).state is not State.CLOSED:
        return
    found = corrections.corrections(store, month)
    if isinstance(found, Refusal):
        yield Check(Weight.WARNS, wording.refusal(found))
        return
    history, last = History(store), months.last(month)
    for place, changes in found.items():
        for number, fen in changes.items():
            who = _person(history, number, last) if number else pay_words.label("reserve")
            at = views.named(store, [place])
            yield Check(Weight.WARNS, words.check("differs", place=at, who=who, amount=f"{'+' * (fen > 0)}{yuan(fen)}"))


def _reference(store: Store, month: str, now: int) -> Iterator[Check]:
    """The rates that were published beforehand; and whether those of the month that began are."""
    if rates := reference_rates.published(store, month):
        yield Check(Weight.TELLS, words.check("reference", month=month, rates=rates))
    this = f"{day_of(now):%Y-%m}"
    may = months_rules.may_open(
        this, states.standing(store, this).state, True, bool(reference_rates.published(store, this))
    )
    if may is None and reference_rates.references_before(store, this):
        yield Check(Weight.WARNS, words.check("to_open", month=this), "pay")


def owed(unpaid: tuple[Unpaid, ...]) -> Iterator[str]:
    """Who shares in no pool any more and has a correction open, in words."""
    for each in unpaid:
        amount = f"{'+' * (each.fen > 0)}{yuan(each.fen)}"
        yield words.check("owed", who=f"{each.name} {each.staff}".strip(), months="、".join(each.months), amount=amount)


def _person(history: History, number: str, day: date) -> str:
    span = history.on(number, day)
    return f"{span.name} {number}" if span else number


def _silent(store: Store, month: str, now: int) -> Iterator[Check]:
    """Devices that were not heard of since the month ended, or that still hold events of theirs."""
    end = min(now, ms_at(months.last(month) + timedelta(days=1), time()))
    for device in seen(store).devices:
        if device.enabled and ((device.last_seen or 0) < end or 0 < device.oldest < end):
            since = text.day(day_of(device.last_seen)) if device.last_seen else "—"
            yield Check(Weight.WARNS, words.check("silent", device=device.name, hall=device.hall, day=since), "devices")


def _cards(store: Store, month: str) -> Iterator[Check]:
    waiting = [card for hall in halls(store) for card in suspect(store, hall.code) if f"{card.day:%Y-%m}" == month]
    history = History(store)
    for number, count in sorted(Counter(card.staff for card in waiting).items()):
        who = _person(history, number, months.last(month))
        yield Check(Weight.WARNS, words.check("unreviewed", who=who, count=count), "flagged")
    counted, with_number = verified(store, months.first(month), months.last(month))
    yield Check(Weight.TELLS, words.check("verified", counted=counted, verified=with_number))


def _complaints(store: Store, actor: Actor, now: int) -> Iterator[Check]:
    for each in concerning(store, actor, now=now):
        if each.case.unsettled:
            name = head(each) or each.case.person or each.case.unit or each.case.ticket
            yield Check(Weight.WARNS, words.check("unsettled", ticket=name), "verdicts")


def _fair(store: Store, month: str, sheets: tuple[Computed, ...]) -> Iterator[Check]:
    window = states.rules_of(store, month)[Performance].window_months
    first, last = months.first(months.moved(month, 1 - window)), months.last(month)
    history, cards = History(store), Counter[str]()
    for number, day, count in counted_by_day(store, first, last):
        if span := history.on(number, date.fromisoformat(day)):
            cards[span.hall] += count
    found = fairness.panel([each.sheet for each in sheets], cards)
    names = {hall.code: hall.name for hall in halls(store)}
    for hall in found.without_cards:
        yield Check(Weight.TELLS, words.check("without_cards", hall=names.get(hall, hall)))
    for post, by_hall in sorted(found.per_head.items()):
        said = "、".join(f"{names.get(hall, hall)} {yuan(half_up(fen))}" for hall, fen in sorted(by_hall.items()))
        yield Check(Weight.TELLS, words.check("per_head", post=pay_words.post(post), halls=said))
    if found.factors:
        least, middle, most = (decimal(each) for each in msgspec.structs.astuple(found.factors))
        yield Check(Weight.TELLS, words.check("factors", least=least, middle=middle, most=most))


def _coefficients(store: Store, month: str, now: int) -> Iterator[Check]:
    """Where the measured times suggest another coefficient than is set."""
    settings, last = states.rules_of(store, month)[Performance], day_of(now)
    measured = lengths(store, last - timedelta(days=settings.suggest_days), last)
    for code, value in points.suggest(measured, settings).items():
        if Fraction(value) != settings.points_of(code):
            said = words.check(
                "coefficient",
                service=service(code),
                now=decimal(settings.points_of(code), 1),
                suggested=value,
                days=settings.suggest_days,
                count=sum(measured[code].values()),
            )
            yield Check(Weight.TELLS, said, "policy")
