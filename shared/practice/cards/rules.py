"""Flags, allowances and the ladder of 5P cards: pure functions of history and policy."""

import math
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from shared.domain.refusal import Refusal
from shared.domain.roles import Role, rank
from shared.practice.cards.facts import Flag, Giver, P
from shared.practice.cards.policy import CardsPolicy, Step


class CustomerHistory(msgspec.Struct, frozen=True):
    """What the kiosk and the receiver saw before this card; counts do not include it."""

    since_same_ms: int | None  # since the same P to the same person at this kiosk
    in_short: int  # cards at this kiosk within the short burst time
    in_long: int
    today: int  # cards to this person today
    before: int  # cards to this person in the last days, without today


class GiverHistory(msgspec.Struct, frozen=True):
    """What a staff giver did before this card; counts do not include it."""

    this_month: int
    this_year: int
    to_receiver_this_year: int
    to_receiver_lately: int
    from_receiver_lately: int


def customer_flags(history: CustomerHistory, policy: CardsPolicy) -> tuple[Flag, ...]:
    """Why a customer's card would be suspect; empty when it is not."""
    flags = []
    if history.since_same_ms is not None and history.since_same_ms < policy.repeat_seconds * 1000:
        flags.append(Flag.REPEAT)
    if history.in_short + 1 > policy.burst_short_cards or history.in_long + 1 > policy.burst_long_cards:
        flags.append(Flag.BURST)
    if history.today + 1 > daily_most(history.before, policy):
        flags.append(Flag.UNUSUAL)
    return tuple(flags)


def daily_most(cards_before: int, policy: CardsPolicy) -> int:
    """The most cards a day that are not unusual for a person: a Poisson quantile of their last days, or the minimum."""
    mean = cards_before / policy.daily_history_days
    return max(policy.daily_minimum, poisson_quantile(mean, policy.daily_confidence))


@lru_cache(maxsize=1024)
def poisson_quantile(mean: float, confidence: float) -> int:
    """The smallest k with P(X <= k) >= `confidence` for X ~ Poisson(`mean`)."""
    k, term = 0, math.exp(-mean)
    total = term
    while total < confidence and term > 0:
        k += 1
        term *= mean / k
        total += term
    return k


def staff_flags(history: GiverHistory, policy: CardsPolicy) -> tuple[Flag, ...]:
    """Why a colleague's card would be suspect."""
    flags = []
    given, to_one = history.this_year + 1, history.to_receiver_this_year + 1
    if given > policy.favourite_after and to_one / given > policy.favourite_share:
        flags.append(Flag.FAVOURITE)
    if min(history.to_receiver_lately + 1, history.from_receiver_lately) >= policy.mutual_cards:
        flags.append(Flag.MUTUAL)
    return tuple(flags)


def relation(giver: Role, receiver: Role) -> Giver:
    """The relation of a staff giver to the receiver, from their two roles."""
    difference = rank(giver) - rank(receiver)
    if difference == 0:
        return Giver.COLLEAGUE
    return Giver.SUPERIOR if difference > 0 else Giver.SUBORDINATE


def allowance(giver: Giver, policy: CardsPolicy) -> int:
    """How many cards a staff giver may give in a month; nothing rolls over."""
    return policy.superior_allowance if giver is Giver.SUPERIOR else policy.peer_allowance


def may_give(giver: Giver, history: GiverHistory, policy: CardsPolicy) -> Refusal | None:
    """Whether the month's allowance has room for one more card."""
    limit = allowance(giver, policy)
    return Refusal("allowance_used", {"limit": limit}) if history.this_month >= limit else None


def level(by_p: Mapping[P, int], policy: CardsPolicy) -> str:
    """The highest step of the ladder that these counted cards reach, or ""."""
    reached = [step.level for step in policy.ladder if _reaches(by_p, step)]
    return reached[-1] if reached else ""


def next_step(by_p: Mapping[P, int], policy: CardsPolicy) -> Step | None:
    """The first step not reached yet, or None at the top."""
    return next((step for step in policy.ladder if not _reaches(by_p, step)), None)


def missing(by_p: Mapping[P, int], step: Step) -> tuple[int, dict[P, int]]:
    """What is missing to a step: cards in total, and of each P that lacks some."""
    each = {p: step.each - by_p.get(p, 0) for p in P if by_p.get(p, 0) < step.each}
    return max(0, step.total - sum(by_p.values())), each


def _reaches(by_p: Mapping[P, int], step: Step) -> bool:
    total, each = missing(by_p, step)
    return total == 0 and not each
