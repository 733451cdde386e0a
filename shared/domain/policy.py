"""The rule values of DOMAIN.md, typed and versioned. Rules take a `Policy` as an argument and hold no numbers."""

from datetime import time
from functools import cache

import msgspec

import resources


class _Section(msgspec.Struct, frozen=True):
    """A part of the policy. An unknown name is ignored when read, and refused when published (`domain.document`)."""


class Step(_Section):
    """One step of the ladder (累计进阶): so many counted cards, and so many of each P."""

    level: str
    total: int
    each: int


class Cards(_Section):
    """5P cards: allowances, flags, ladder (DOMAIN.md §1)."""

    peer_allowance: int
    superior_allowance: int
    repeat_seconds: int
    burst_short_seconds: int
    burst_short_cards: int
    burst_long_seconds: int
    burst_long_cards: int
    daily_minimum: int
    daily_history_days: int
    daily_confidence: float
    favourite_after: int
    favourite_share: float
    mutual_cards: int
    mutual_days: int
    sentence_limit: int
    ladder: tuple[Step, ...]


class Pauses(_Section):
    """Five-minute pause (DOMAIN.md §2); times in seconds from its start."""

    seconds: int
    per_day: int
    waiting_limit: int
    limit_inclusive: bool
    other_windows_open: int
    at_once_per_hall: int
    count_fresh_seconds: int
    remind_at: int
    grace_seconds: int
    tell_supervisor_at: int
    offer_help_after: int
    offer_help_days: int


class Inquiries(_Section):
    """First inquiry (DOMAIN.md §3); targets, limits and escalations in working days."""

    general_target: int
    general_limit: int
    special_target: int
    special_limit: int
    inform_first: int
    inform_every: int
    warn_at: tuple[float, ...]
    escalate_branch: int
    escalate_office: int
    erase_after_days: int
    text_limit: int


class Diary(_Section):
    """Diary entries (DOMAIN.md §5): how long a text, and for how long its author may change it."""

    text_limit: int
    edit_hours: int


class Happiness(_Section):
    """Happy station (DOMAIN.md §7): how long a request and a greeting may be, and how long a greeting stays up."""

    text_limit: int
    greeting_limit: int
    board_days: int


class Hours(_Section):
    """Opening hours of a hall, local time."""

    open: time
    close: time

    def __post_init__(self) -> None:
        if self.open >= self.close:
            raise ValueError("the hall must open before it closes")


class Kiosk(_Section):
    """The lobby screen's own times, in seconds."""

    idle_seconds: int
    countdown_seconds: int
    thanks_seconds: int
    senior_factor: int
    burst_rest_seconds: int
    debounce_seconds: float
    margin_minutes: int


class Counter(_Section):
    """The staff screen's own times, in seconds."""

    lock_after_seconds: int
    undo_seconds: int
    lock_after_seconds_in_bar: int = 1800  # documents published before there was one lack it


class Pins(_Section):
    """Sign-in: how wrong PINs slow down."""

    digits: int
    free_tries: int
    first_wait_seconds: int
    longest_wait_seconds: int


class Policy(_Section):
    """The whole policy document of one version."""

    version: int
    cards: Cards
    pauses: Pauses
    inquiries: Inquiries
    diary: Diary
    happiness: Happiness
    hours: Hours
    kiosk: Kiosk
    counter: Counter
    pins: Pins


@cache
def default() -> Policy:
    """The policy shipped in `resources/policy.toml`, in force until the office publishes another."""
    return msgspec.toml.decode((resources.FOLDER / "policy.toml").read_bytes(), type=Policy)


def parse(document: bytes) -> Policy:
    """A policy from its TOML text. Raises `msgspec.ValidationError` naming the wrong setting."""
    return msgspec.toml.decode(document, type=Policy)
