"""The rule of the five-minute pause as tables of cases."""

import msgspec
import pytest

from shared.domain import policy as policies
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.practice.pauses import replay, rules
from shared.practice.pauses.facts import Count, HubSays, Source
from shared.practice.pauses.hub import Answer, may_begin
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.pauses.rules import Granted, Situation
from shared.sync.question import HubQuestion

NOW = 1_760_000_000_000
POLICY = policies.default()


def with_pauses(**values: object) -> Policy:
    """The default policy with other values for pauses."""
    return POLICY.replace(PausesPolicy, **values)


def situation(waiting: int | None = 0, age_ms: int = 0, **changes: object) -> Situation:
    """A quiet hall, but for the changes."""
    count = None if waiting is None else Count(waiting=waiting, source=Source.ATTESTED, counted_at=NOW - age_ms)
    quiet: dict[str, object] = {
        "now": NOW,
        "count": count,
        "own_today": 0,
        "already_paused": False,
        "serving": "",
        "colleagues_paused": 0,
        "other_windows": ("2",),
    }
    return Situation(**quiet | changes)  # type: ignore[arg-type]  # the cases name its fields


def code(answer: Granted | Refusal) -> str:
    """The refusal's code, or `granted`."""
    return answer.code if isinstance(answer, Refusal) else "granted"


@pytest.mark.parametrize(
    ("waiting", "inclusive", "expected"),
    [
        (0, False, "granted"),
        (4, False, "granted"),
        (5, False, "too_many_waiting"),
        (6, False, "too_many_waiting"),
        (4, True, "granted"),
        (5, True, "granted"),
        (6, True, "too_many_waiting"),
    ],
)
def test_waiting_customers_around_the_limit(waiting: int, inclusive: bool, expected: str) -> None:
    assert code(rules.decide(situation(waiting), with_pauses(limit_inclusive=inclusive))) == expected


EACH_RULE = pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"own_today": 1}, "granted"),
        ({"own_today": 2}, "daily_limit"),
        ({"own_today": 3}, "daily_limit"),
        ({"already_paused": True}, "already_paused"),
        ({"serving": "A001"}, "still_serving"),
        ({"serving": "A001", "waiting": None}, "still_serving"),
        ({"colleagues_paused": 1}, "colleague_paused"),
        ({"other_windows": ()}, "last_window"),
        ({"other_windows": ("2", "3")}, "granted"),
        ({"hub": HubSays.GRANTED}, "granted"),
        ({"hub": None}, "granted"),
        ({"hub": HubSays.USED_UP}, "daily_limit_elsewhere"),
        ({"hub": HubSays.COLLEAGUE_PAUSED}, "colleague_paused"),
        ({"own_today": 2, "waiting": 9}, "daily_limit"),
        ({"own_today": 2, "waiting": None}, "daily_limit"),
    ],
)


@EACH_RULE
def test_each_rule_decides_alone(changes: dict[str, object], expected: str) -> None:
    assert code(rules.decide(situation(**changes), POLICY)) == expected  # type: ignore[arg-type]


@EACH_RULE
def test_what_was_recorded_decides_the_same_once_more(changes: dict[str, object], expected: str) -> None:
    """As the preview of another policy asks it."""
    recorded = rules.record(situation(**changes), POLICY)  # type: ignore[arg-type]
    again = replay.situation(recorded, "" if expected == "granted" else expected, NOW)
    assert code(rules.decide(again, POLICY)) == expected


@pytest.mark.parametrize(
    ("waiting", "age_ms", "expected"),
    [
        (None, 0, "count_needed"),
        (0, 30_000, "granted"),
        (0, 30_001, "count_needed"),
        (9, 30_001, "count_needed"),
        (0, -1, "count_needed"),  # counted in the future: the clock was set back
        (-1, 0, "count_needed"),
    ],
)
def test_only_a_fresh_count_decides(waiting: int | None, age_ms: int, expected: str) -> None:
    assert code(rules.decide(situation(waiting, age_ms), POLICY)) == expected


def test_every_limit_comes_from_the_policy() -> None:
    loose = with_pauses(per_day=3, waiting_limit=8, other_windows_open=0, at_once_per_hall=2, count_fresh_seconds=60)
    hall = situation(7, 60_000, own_today=2, colleagues_paused=1, other_windows=())
    assert code(rules.decide(hall, loose)) == "granted"


@pytest.mark.parametrize("own_today", [0, 2])
def test_the_decision_is_recorded_when_granted_and_when_refused(own_today: int) -> None:
    answer = rules.decide(situation(4, 12_000, own_today=own_today, other_windows=("2", "3")), POLICY)
    details = dict(answer.details) if isinstance(answer, Refusal) else msgspec.structs.asdict(answer.decision)
    assert details == {
        "policy_version": POLICY.version,
        "limit": 5,
        "inclusive": False,
        "per_day": 2,
        "own_today": own_today,
        "colleagues_paused": 0,
        "other_windows": 2,
        "waiting": 4,
        "source": Source.ATTESTED,
        "age_ms": 12_000,
        "hub": None,
        "number": "",
        "counts_from_seconds": 10,
    }


@pytest.mark.parametrize(
    ("limits", "expected"),
    [((), ()), ((2, 2), (False, False)), ((2, 2, 2), (False, False, True)), ((3, 3, 3), (False, False, False))],
)
def test_over_quota_marks_the_later_ones(limits: tuple[int, ...], expected: tuple[bool, ...]) -> None:
    assert rules.over_quota(limits) == expected


@pytest.mark.parametrize(("length", "expected"), [(300_000, False), (359_999, False), (360_000, True)])
def test_the_supervisor_is_told_at_six_minutes(length: int, expected: bool) -> None:
    assert rules.overrun(length, POLICY) is expected


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        (Answer.GRANTED, HubSays.GRANTED),
        (Answer.DAY_QUOTA, HubSays.USED_UP),
        (Answer.HALL_BUSY, HubSays.COLLEAGUE_PAUSED),
        (None, None),  # not reached in time: the counter decides
    ],
)
def test_what_the_hub_is_asked_and_how_its_answer_is_meant(answer: Answer | None, meant: HubSays | None) -> None:
    asked: list[HubQuestion[Answer]] = []

    def ask(question: HubQuestion[Answer]) -> Answer | None:
        asked.append(question)
        return answer

    policy = with_pauses(per_day=3, at_once_per_hall=4, seconds=320)
    assert may_begin(ask, policy, "pause:1", "1001", NOW) is meant  # type: ignore[arg-type]
    assert [question.asked for question in asked] == [
        {
            "subject": "pause:1",
            "staff": "1001",
            "day_start": 1_759_939_200_000,  # 9 October 2025, 0:00 in China
            "day_end": 1_760_025_600_000,
            "per_day": 3,
            "at_once": 4,
            "seconds": 320,
        }
    ]
