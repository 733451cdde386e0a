"""What an app may do with the line: take numbers, call and serve them, choose what a window calls."""

from shared.practice.line.actions.calling import (
    Arbiter,
    call,
    call_again,
    call_next,
    done,
    hold,
    no_show,
    put_back,
    reopen,
    take_back,
)
from shared.practice.line.actions.taking import Taken, give_back, prioritize, take, take_for
from shared.practice.line.actions.windows import choose_services, choose_services_of

__all__ = [
    "Arbiter",
    "Taken",
    "call",
    "call_again",
    "call_next",
    "choose_services",
    "choose_services_of",
    "done",
    "give_back",
    "hold",
    "no_show",
    "prioritize",
    "put_back",
    "reopen",
    "take",
    "take_back",
    "take_for",
]
