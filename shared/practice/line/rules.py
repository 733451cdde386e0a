"""How numbers are named, and which step may follow which (resources/handbook/practices.en.md §4). Pure.

waiting ──call──► called ──done──► served
        ◄─return─   │ ▲  ◄─reopen─
         hold, miss ▼ │ take back
                held, missed
waiting ──give back──► given back, until a window that has not heard of it calls
"""

import re
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from typing import TypeVar

from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.sections import CounterTimes
from shared.domain.workdays import day_of
from shared.practice.line.facts import SERVICES
from shared.practice.line.policy import LinePolicy

N = TypeVar("N")
_MINUTE_MS = 60_000


class State(StrEnum):
    """等候 / 已叫号 / 挂起 / 过号 / 已办理 / 已退号."""

    WAITING = "waiting"
    CALLED = "called"
    HELD = "held"
    MISSED = "missed"
    SERVED = "served"
    GIVEN_BACK = "given_back"


class Step(StrEnum):
    """What a window may do with a number; its customer may give it back."""

    CALL = "call"
    PRIORITIZE = "prioritize"
    CALL_AGAIN = "call_again"
    MISS = "miss"
    HOLD = "hold"
    TAKE_BACK = "take_back"
    DONE = "done"
    RETURN = "return"
    REOPEN = "reopen"
    GIVE_BACK = "give_back"


_FROM: dict[Step, frozenset[State]] = {
    Step.CALL: frozenset({State.WAITING}),
    Step.PRIORITIZE: frozenset({State.WAITING}),
    Step.CALL_AGAIN: frozenset({State.CALLED}),
    Step.MISS: frozenset({State.CALLED}),
    Step.HOLD: frozenset({State.CALLED}),
    Step.TAKE_BACK: frozenset({State.HELD, State.MISSED}),
    Step.DONE: frozenset({State.CALLED}),
    Step.RETURN: frozenset({State.CALLED}),
    Step.REOPEN: frozenset({State.SERVED}),
    Step.GIVE_BACK: frozenset({State.WAITING}),
}


def follows(step: Step, state: State) -> Refusal | None:
    """Whether `step` may follow on `state`."""
    return None if state in _FROM[step] else Refusal("wrong_state", {"state": state.value})


def of_today(day: str, now: int) -> Refusal | None:
    """A number is valid only on the day it was taken (ISO date)."""
    return None if day == day_of(now).isoformat() else Refusal("of_another_day")


def undone_in_time(since: int, now: int, policy: Policy) -> Refusal | None:
    """Whether a step taken by mistake may still be undone: within a short time only."""
    return None if 0 <= now - since <= policy[CounterTimes].undo_seconds * 1000 else Refusal("too_late")


def known_service(service: str, before: Collection[str] = ()) -> Refusal | None:
    """Whether a hall offers this service; one of a newer version only where it was chosen there, `before`."""
    known = service in SERVICES or service in before
    return None if known else Refusal("unknown_service", {"service": service})


def known_priority(priority: str, policy: LinePolicy) -> Refusal | None:
    """Whether the policy takes these customers first."""
    return None if priority in policy.priorities else Refusal("unknown_priority", {"priority": priority})


def chosen_at_kiosk(priority: str, policy: LinePolicy) -> Refusal | None:
    """Whether customers may say themselves that they go first for this reason."""
    own = priority in policy.at_kiosk and priority in policy.priorities
    return None if own else Refusal("unknown_priority", {"priority": priority})


def in_turn(waiting: Sequence[N], goes_first: Callable[[N], bool], run: int, policy: LinePolicy) -> list[N]:
    """Who waits, in the order they will be called: priority numbers, one of the others after every `in_a_row` of them.

    `run`: how many priority numbers in succession were called last.
    """
    first = [each for each in waiting if goes_first(each)] if policy.in_a_row else []
    others = [each for each in waiting if each not in first]
    turn: list[N] = []
    while first and others:
        run = run + 1 if run < policy.in_a_row else 0
        turn.append(first.pop(0) if run else others.pop(0))
    return turn + first + others


def wait_minutes(ahead: int, lasted: Sequence[int], windows: int, policy: LinePolicy) -> int | None:
    """About how long one waits behind `ahead` others at so many windows, rounded up to minutes.

    `lasted`: how long each of those took who were served there just now, ms. None where no window is open, or fewer
    were served than the policy estimates from.
    """
    if not windows or len(lasted) < policy.estimate_least:
        return None
    return -(-ahead * sum(lasted) // (len(lasted) * windows * _MINUTE_MS))


def label(letter: str, serial: int) -> str:
    """What the slip and the sign show: A001; after A999 comes A1000."""
    return f"{letter}{serial:03}"


def parsed(text: str) -> tuple[str, int] | None:
    """Letter and serial of a number as somebody typed it: `a1` is A001."""
    found = re.fullmatch(r"([A-Z])([0-9]{1,5})", text.strip().upper())
    return (found[1], int(found[2])) if found else None


def free_letter(taken: frozenset[str]) -> str:
    """The first letter that no other device of the hall uses; Z is shared when all are."""
    return next((each for each in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if each not in taken), "Z")
