"""When a five-minute pause is granted: pure; the numbers come from the policy.

The rules: resources/handbook/practices.en.md §2.
"""

from collections.abc import Sequence

import msgspec

from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.sections import CounterTimes
from shared.practice.pauses.facts import Count, Decision, HubSays
from shared.practice.pauses.policy import PausesPolicy


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """The hall at the moment of the request; `other_windows` are those open for the same business.

    `serving` is the number that the person has called and not finished, "" for none.
    """

    now: int
    count: Count | None
    own_today: int
    already_paused: bool
    serving: str
    colleagues_paused: int
    other_windows: tuple[str, ...]
    hub: HubSays | None = None


class Granted(msgspec.Struct, frozen=True):
    """The pause may begin; `decision` is what that rested on."""

    decision: Decision


def decide(situation: Situation, policy: Policy) -> Granted | Refusal:
    """Granted, or a refusal by the first rule violated, with the whole decision in its details.

    `count_needed` is a question rather than an answer: the person types what they see and asks again.
    """
    decision = record(situation, policy)
    code = next((code for code, holds in _objections(situation, policy) if holds), None)
    return Refusal(code, msgspec.structs.asdict(decision)) if code else Granted(decision)


def record(situation: Situation, policy: Policy) -> Decision:
    """What the decision rests on, as the journal keeps it."""
    count = situation.count
    return Decision(
        policy_version=policy.version,
        limit=policy[PausesPolicy].waiting_limit,
        inclusive=policy[PausesPolicy].limit_inclusive,
        per_day=policy[PausesPolicy].per_day,
        counts_from_seconds=policy[PausesPolicy].counts_from_seconds,
        own_today=situation.own_today,
        colleagues_paused=situation.colleagues_paused,
        other_windows=len(situation.other_windows),
        waiting=count.waiting if count else None,
        source=count.source if count else None,
        age_ms=situation.now - count.counted_at if count else None,
        hub=None if situation.hub is None else situation.hub is HubSays.GRANTED,
        number=situation.serving,
    )


def _objections(situation: Situation, policy: Policy) -> tuple[tuple[str, bool], ...]:
    """Each rule with whether it forbids the pause; those that no count can change come first."""
    rule, hub = policy[PausesPolicy], situation.hub
    colleague = situation.colleagues_paused >= rule.at_once_per_hall or hub is HubSays.COLLEAGUE_PAUSED
    return (
        ("already_paused", situation.already_paused),
        ("still_serving", bool(situation.serving)),
        ("daily_limit", situation.own_today >= rule.per_day),
        ("daily_limit_elsewhere", hub is HubSays.USED_UP),
        ("colleague_paused", colleague),
        ("last_window", len(situation.other_windows) < rule.other_windows_open),
        ("count_needed", not usable(situation.count, situation.now, policy)),
        ("too_many_waiting", _crowded(situation.count, policy)),
    )


def usable(count: Count | None, now: int, policy: Policy) -> bool:
    """Whether a count is fresh. One from the future (the clock was set back) is not."""
    return count is not None and count.waiting >= 0 and 0 <= now - count.counted_at <= _fresh_ms(policy)


def _fresh_ms(policy: Policy) -> int:
    return policy[PausesPolicy].count_fresh_seconds * 1000


def _crowded(count: Count | None, policy: Policy) -> bool:
    """5名以下: fewer than the limit, or up to it when the policy says inclusive."""
    if count is None:
        return False
    rule = policy[PausesPolicy]
    return count.waiting > rule.waiting_limit - (0 if rule.limit_inclusive else 1)


def withdrawn_in_time(began: int, now: int, policy: Policy) -> Refusal | None:
    """Whether a pause begun by mistake may still be taken back: within the time to undo only."""
    return None if 0 <= now - began <= policy[CounterTimes].undo_seconds * 1000 else Refusal("too_late")


def too_short(length_ms: int, counts_from_seconds: int) -> bool:
    """Whether an ended pause is too short to count. A negative length (clock set back) is unknown, not short."""
    return 0 <= length_ms < counts_from_seconds * 1000


def over_quota(per_day: Sequence[int]) -> tuple[bool, ...]:
    """For one person's pauses of one day in fold order, each with the limit it was granted under: which are beyond it.

    It happens only where two devices could not see each other; both pauses stay, the later one is shown as beyond.
    """
    return tuple(place >= limit for place, limit in enumerate(per_day))


def overrun(length_ms: int, policy: Policy) -> bool:
    """Whether a pause has come to the length at which the supervisor is told."""
    return length_ms >= policy[PausesPolicy].tell_supervisor_at * 1000
