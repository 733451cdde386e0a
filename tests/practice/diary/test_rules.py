"""The diary's rules as tables of cases."""

import pytest

from shared.domain import policy as policies
from shared.practice.diary import rules
from shared.practice.diary.facts import Entry
from shared.practice.diary.rules import Written
from tests.support.practice_hall import ACTORS, HALL, at

POLICY = policies.default()
HOUR = 3_600_000


def written(entry: Entry = Entry.GRIEVANCE, *, candidate: bool = False) -> Written:
    return Written("1001", HALL, entry, at("10:00"), candidate)


@pytest.mark.parametrize(
    ("number", "entry", "text", "expected"),
    [
        ("1001", Entry.GRIEVANCE, "用户误会了我", None),
        ("1009", Entry.HANDOVER, "明日盘点", None),
        ("9001", Entry.DEED, "不在窗口", "not_allowed"),
        ("1001", Entry.PAUSE, "补记", "automatic_entry"),
        ("1001", Entry.PRAISE, " \n", "empty_text"),
        ("1001", Entry.PRAISE, "好" * 2000, None),
        ("1001", Entry.PRAISE, "好" * 2001, "text_too_long"),
    ],
)
def test_what_may_be_written(number: str, entry: Entry, text: str, expected: str | None) -> None:
    refusal = rules.may_write(ACTORS[number], entry, text, POLICY)
    assert (refusal.code if refusal else None) == expected


@pytest.mark.parametrize(
    ("number", "entry", "after_ms", "expected"),
    [
        ("1001", Entry.GRIEVANCE, 24 * HOUR, None),
        ("1001", Entry.GRIEVANCE, 24 * HOUR + 1, "too_late_to_change"),
        ("1001", Entry.GRIEVANCE, -HOUR, None),  # the clock was set back
        ("1002", Entry.GRIEVANCE, 0, "not_allowed"),
        ("1009", Entry.GRIEVANCE, 0, "not_allowed"),  # a supervisor reads, and never rewrites
        ("1001", Entry.PAUSE, 0, "automatic_entry"),
    ],
)
def test_who_may_change_and_until_when(number: str, entry: Entry, after_ms: int, expected: str | None) -> None:
    refusal = rules.may_change(ACTORS[number], written(entry), at("10:00") + after_ms, POLICY)
    assert (refusal.code if refusal else None) == expected


@pytest.mark.parametrize(
    ("number", "candidate", "expected"),
    [
        ("1001", False, True),
        ("1002", False, False),
        ("1002", True, False),
        ("1009", False, True),
        ("2009", False, False),
        ("9001", False, False),
        ("9001", True, True),
    ],
)
def test_who_may_read(number: str, candidate: bool, expected: bool) -> None:
    assert rules.may_read(ACTORS[number], written(candidate=candidate)) is expected
    assert not rules.may_read(None, written(candidate=candidate))
