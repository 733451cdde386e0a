"""Which policies the office may publish: every name known, every value of its kind, a hall that opens and closes."""

from datetime import time

import pytest

from shared.domain.policy import Policy, default
from shared.domain.refusal import Refusal
from shared.domain.sections import Hours
from shared.journal.store import Store
from shared.practice.pauses.policy import PausesPolicy
from shared.reference import actions, views
from tests.support.builders import MORNING, actor, staffed_store


def publish(store: Store, section: str, **values: object) -> int | Refusal:
    """The default policy, changed in one section, published by the office."""
    return actions.publish(store, actor("9001"), "policy", {section: values}, now=MORNING)


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("pauses", {"per_week": 3}),  # no such setting
        ("coffee", {"cups": 2}),  # no such section
        ("pauses", {"per_day": "often"}),
        ("hours", {"open": "16:30:00", "close": "08:30:00"}),
        ("hours", {"open": "08:30:00", "close": "08:30:00"}),  # never open
    ],
)
def test_an_impossible_policy_is_refused_and_the_old_one_stays(tmp_path, section, values):
    store = staffed_store(tmp_path)
    answer = publish(store, section, **values)
    assert isinstance(answer, Refusal)
    assert answer.code in {"policy_unknown", "policy_value", "policy_relation"}
    assert views.policy(store) == default()
    store.close()


def test_a_hall_may_be_open_for_a_minute(tmp_path):
    store = staffed_store(tmp_path)
    assert publish(store, "hours", open="08:30:00", close="08:31:00") == 2
    assert views.policy(store)[Hours].close.minute == 31
    store.close()


def test_other_values_of_a_section_leave_all_that_was_published_beside_them():
    published = Policy(3, {"hours": {"open": "09:00:00", "close": "17:00:00"}, "pauses": {"per_day": 3}})
    later = published.replace(Hours, close=time(18))
    assert (later.version, later[Hours]) == (3, Hours(open=time(9), close=time(18)))
    assert later[PausesPolicy].per_day == 3
    assert published[Hours].close == time(17)
