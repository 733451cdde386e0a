"""Asks the hub, which knows of all windows' calls, which number this one may call; the hub's side is `hub.sql`."""

from collections.abc import Sequence

from shared.practice.line.views import Number
from shared.sync.question import Ask, HubQuestion

_BRIEF_SECONDS = 0.25  # a window calls every few minutes: a hub that is silent must not slow each call by a second


def call_number(numbers: Sequence[tuple[str, int]]) -> HubQuestion[str]:
    """Which of these (number, how often called as far as known here) may this counter call? "" for none."""
    asked = {"numbers": [{"subject": subject, "calls": calls} for subject, calls in numbers]}
    return HubQuestion("call_number", asked, str, brief=_BRIEF_SECONDS)


def may_call(ask: Ask, numbers: Sequence[Number]) -> str | None:
    """The id of the number that the hub gives to this counter, "" for none; None where it does not answer in time."""
    return ask(call_number([(number.id, number.calls) for number in numbers]))
