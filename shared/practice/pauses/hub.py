"""Asks the hub, which knows of all windows' pauses, whether one may begin; the hub's side is `hub.sql`."""

from datetime import time, timedelta
from enum import StrEnum

from shared.domain.policy import Policy
from shared.domain.workdays import day_of, ms_at
from shared.practice.pauses.facts import HubSays
from shared.practice.pauses.policy import PausesPolicy
from shared.sync.question import Ask, HubQuestion


class Answer(StrEnum):
    """What the SQL function `start_pause` answers; the spelling is that of the wire."""

    GRANTED = "granted"
    DAY_QUOTA = "day_quota"
    HALL_BUSY = "hall_busy"


_MEANING = {
    Answer.GRANTED: HubSays.GRANTED,
    Answer.DAY_QUOTA: HubSays.USED_UP,
    Answer.HALL_BUSY: HubSays.COLLEAGUE_PAUSED,
}


def start_pause(policy: Policy, pause: str, staff: str, now: int) -> HubQuestion[Answer]:
    """May `staff` begin this pause? `pause`: the subject of its `pause_started` event; `now`: epoch ms."""
    day = day_of(now)
    asked = {
        "subject": pause,
        "staff": staff,
        "day_start": ms_at(day, time.min),
        "day_end": ms_at(day + timedelta(days=1), time.min),
        "per_day": policy[PausesPolicy].per_day,
        "at_once": policy[PausesPolicy].at_once_per_hall,
        "seconds": policy[PausesPolicy].seconds,
    }
    return HubQuestion("start_pause", asked, Answer)


def may_begin(ask: Ask, policy: Policy, pause: str, staff: str, now: int) -> HubSays | None:
    """The hub's answer to this pause; None where it does not answer and the counter decides."""
    answer = ask(start_pause(policy, pause, staff, now))
    return None if answer is None else _MEANING[answer]
