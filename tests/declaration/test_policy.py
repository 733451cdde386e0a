"""The policy: every value declared whole, read so that no document stops a hall, checked before it is published."""

from datetime import time
from enum import StrEnum
from pathlib import Path

import msgspec
import pytest

from shared.declaration.declared import declared
from shared.domain import policy_check
from shared.domain.policy import Policy, Section, default, read, settings
from shared.domain.refusal import Refusal
from shared.domain.sections import CounterTimes, Hours
from shared.domain.text import speaking
from shared.domain.wording import refusal
from shared.people.policy import PinsPolicy
from shared.practice.cards.policy import CardsPolicy
from shared.practice.column.policy import ColumnPolicy
from shared.practice.inquiries.policy import InquiriesPolicy
from shared.practice.pauses.policy import PausesPolicy
from shared.registry import PRACTICES

SECTIONS = tuple(section for practice in PRACTICES for section in practice.policy)
VALUES = [(section, setting) for section in SECTIONS for setting in settings(section)]
NUMBERS = [(section, setting) for section, setting in VALUES if setting.type in (int, float)]


def issubclass_of(kind: object, base: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, base)


def revised(**changes: object) -> dict[str, object] | Refusal:
    return policy_check.revised({}, changes, declared().sections.values())


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_the_shipped_values_of_a_section_are_valid(section):
    assert section().broken() == ()
    assert revised(**{section.key: policy_check.plain(section())}) == policy_check.whole({}, SECTIONS)


@pytest.mark.parametrize(("section", "setting"), VALUES, ids=lambda each: getattr(each, "key", None) or each.name)
def test_every_value_says_what_it_is_in_both_languages(section, setting):
    value = setting.value
    for text in (section.title, value.name, value.meaning, value.source, policy_check.may(setting)):
        assert text.zh
        assert text.en
        assert setting.name not in (text.zh, text.en)
    said_by_range = value.range is not None or setting.name in (
        "ladder",
        "credited_absences",
        "titles",
        "priorities",
        "at_kiosk",
    )
    assert setting.type in (bool, time) or issubclass_of(setting.type, StrEnum) or said_by_range
    if value.range is not None:
        assert value.range.unit.en
        assert value.holds(setting.default)


@pytest.mark.parametrize(("section", "setting"), NUMBERS, ids=lambda each: getattr(each, "key", None) or each.name)
def test_just_outside_its_range_a_value_is_refused_by_name_and_read_as_shipped(section, setting):
    span = setting.value.range
    assert span is not None
    step = 1 if setting.type is int else 0.001
    for value in (span.ge - step, span.le + step):
        answer = revised(**{section.key: {setting.name: value}})
        assert isinstance(answer, Refusal)
        for language in ("zh", "en"):
            with speaking(language):
                said = refusal(answer)
            assert setting.value.name.in_(language) in said
            assert f"{span.ge:g}" in said
            assert f"{span.le:g}" in said
        assert read(section, {setting.name: value}) == section()


@pytest.mark.parametrize(
    ("section", "values", "named"),
    [
        ("inquiries", {"general_target": -1, "general_limit": 0}, "一般事项目标"),
        ("cards", {"sentence_limit": -5}, "留言最多"),
        ("cards", {"daily_history_days": 0}, "参考本人最近"),
        ("cards", {"daily_confidence": 1.0}, "泊松分位"),
        ("cards", {"daily_confidence": float("nan")}, "泊松分位"),
        ("counter", {"lock_after_seconds": 0}, "无人操作锁屏"),
        ("pins", {"digits": 0}, "密码位数"),
        ("pauses", {"per_day": "many"}, "每人每天"),
        ("pauses", {"per_day": True}, "每人每天"),
        ("pauses", {"limit_inclusive": 1}, "等于该人数时也可以"),
        ("hours", {"open": "half past eight"}, "开门"),
        ("cards", {"ladder": [{"level": "bronze", "total": 25, "each": 3, "colour": "red"}]}, "累计进阶"),
        ("cards", {"ladder": [{"level": "bronze", "total": 0, "each": 0}]}, "累计进阶"),
        ("cards", {"ladder": "high"}, "累计进阶"),
        ("inquiries", {"warn_at": [0.5, 2]}, "按工作时间的提醒比例"),
        ("inquiries", {"general_target": 3}, "目标不能晚于最迟"),
        ("inquiries", {"special_limit": 1, "special_target": 1}, "特殊事项的最迟"),
        ("inquiries", {"warn_at": [0.75, 0.5]}, "从小到大"),
        ("pauses", {"remind_at": 301}, "提醒时刻"),
        ("pauses", {"seconds": 400}, "提示站长"),
        ("hours", {"open": time(17)}, "开门要早于关门"),
        ("pins", {"first_wait_seconds": 600, "longest_wait_seconds": 60}, "首次等待"),
        ("cards", {"ladder": []}, "一级比一级高"),
        ("cards", {"ladder": [{"level": "tin", "total": 25, "each": 3}]}, "“累计进阶”（cards.ladder）不能是"),
        (
            "cards",
            {"ladder": [{"level": "bronze", "total": 25, "each": 3}, {"level": "silver", "total": 25, "each": 3}]},
            "一级比一级高",
        ),
        ("cards", {"burst_long_seconds": 60}, "短时段要比长时段短"),
        ("cards", {"sentence_limits": 5}, "cards.sentence_limits"),
        ("card", {"sentence_limit": 5}, "card"),
        ("cards", 5, "cards"),
    ],
)
def test_a_wrong_value_is_not_published(section, values, named):
    answer = revised(**{section: values})
    assert isinstance(answer, Refusal)
    assert named in refusal(answer)


def test_an_empty_document_is_not_published():
    assert revised() == revised(version=3) == Refusal("document_empty")


def test_a_document_of_a_newer_version_is_read_and_nothing_of_it_is_lost():
    newer = {
        "version": 7,
        "cards": {**msgspec.to_builtins(CardsPolicy()), "colour": "red", "sentence_limit": 100},
        "wishes": {"per_month": 3},
    }
    policy = Policy(7, newer)
    assert policy[CardsPolicy].sentence_limit == 100
    edited = policy_check.revised(newer, {"pauses": {"per_day": 1}}, SECTIONS)
    assert isinstance(edited, dict)
    assert (edited["wishes"], edited["cards"]["colour"]) == ({"per_month": 3}, "red")
    assert Policy(8, edited)[PausesPolicy].per_day == 1


@pytest.mark.parametrize(
    ("section", "raw", "expected"),
    [
        (CardsPolicy, None, CardsPolicy()),
        (CardsPolicy, "spoilt", CardsPolicy()),
        (CardsPolicy, {"sentence_limit": None, "mutual_days": 7}, CardsPolicy(mutual_days=7)),
        (CounterTimes, {"lock_after_seconds": 60, "undo_seconds": 10}, CounterTimes(lock_after_seconds=60)),
        (Hours, {"open": "18:00:00"}, Hours()),
        (Hours, {"open": "18:00:00", "close": "20:00:00"}, Hours(time(18), time(20))),
        (PinsPolicy, {"digits": 0, "free_tries": 5}, PinsPolicy(free_tries=5)),
        (InquiriesPolicy, {"general_target": -1, "general_limit": 0}, InquiriesPolicy()),
        (InquiriesPolicy, {"general_limit": 4}, InquiriesPolicy(general_limit=4)),
        # putting one relation right breaks the next: both are put right
        (InquiriesPolicy, {"general_target": 9, "general_limit": 8, "special_limit": 1}, InquiriesPolicy()),
    ],
)
def test_unreadable_values_are_read_as_shipped(section, raw, expected):
    assert read(section, raw) == expected


OTHER_SINCE: dict[str, dict[str, object]] = {"kiosk": {"thanks_seconds": 5}}
"""What the first version shipped where another value is shipped now."""


def test_the_policy_of_the_first_version_reads_as_it_did_then():
    document = (Path(__file__).parent / "first_policy.toml").read_bytes()
    body = msgspec.toml.decode(document)
    for section in SECTIONS:
        shipped = msgspec.structs.replace(section(), **OTHER_SINCE.get(section.key, {}))
        assert read(section, body.get(section.key)) == shipped, section.key
    assert body["version"] == default().version


def test_a_value_without_its_meaning_cannot_be_declared():
    class Bare(Section):
        """A section whose value says nothing of itself."""

        many: int = 3

    with pytest.raises(TypeError, match="many"):
        settings(Bare)


@pytest.mark.parametrize(
    ("section", "edge", "beyond"),
    [
        (Hours, {"open": time(8, 30), "close": time(8, 31)}, {"open": time(8, 30), "close": time(8, 30)}),
        (PinsPolicy, {"first_wait_seconds": 900}, {"first_wait_seconds": 901}),
        (CardsPolicy, {"burst_short_seconds": 599}, {"burst_short_seconds": 600}),
        (CardsPolicy, {"burst_short_cards": 10}, {"burst_short_cards": 11}),
        (InquiriesPolicy, {"general_target": 2}, {"general_target": 3}),
        (InquiriesPolicy, {"special_target": 5}, {"special_target": 6}),
        (InquiriesPolicy, {"general_limit": 5}, {"general_limit": 6}),
        (InquiriesPolicy, {"escalate_branch": 5}, {"escalate_branch": 6}),
        (InquiriesPolicy, {"warn_at": (0.5, 0.75)}, {"warn_at": (0.75, 0.5)}),
        (InquiriesPolicy, {"warn_at": (0.5,)}, {"warn_at": (0.5, 0.5)}),
        (PausesPolicy, {"remind_at": 300}, {"remind_at": 301}),
        (PausesPolicy, {"grace_seconds": 60}, {"grace_seconds": 61}),
        (ColumnPolicy, {"items_least": 3, "items_most": 3}, {"items_least": 4, "items_most": 3}),
    ],
)
def test_each_relation_holds_up_to_its_edge(
    section: type[Section], edge: dict[str, object], beyond: dict[str, object]
) -> None:
    assert section(**edge).broken() == ()
    assert len(section(**beyond).broken()) == 1
