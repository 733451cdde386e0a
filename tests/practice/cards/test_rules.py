"""The rules of 5P cards as tables of cases (resources/handbook/practices.en.md §1)."""

import pytest

from shared.domain.policy import default
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.practice.cards import rules
from shared.practice.cards.facts import Flag, Giver, P
from shared.practice.cards.policy import CardsPolicy, Step

POLICY = default()[CardsPolicy]


def history(**changes) -> rules.CustomerHistory:
    quiet = {"since_same_ms": None, "in_short": 0, "in_long": 0, "today": 0, "before": 0}
    return rules.CustomerHistory(**{**quiet, **changes})


@pytest.mark.parametrize(
    ("seen", "flags"),
    [
        (history(), ()),
        (history(since_same_ms=179_999), (Flag.REPEAT,)),
        (history(since_same_ms=180_000), ()),
        (history(in_short=2), ()),
        (history(in_short=3), (Flag.BURST,)),
        (history(in_long=9), ()),
        (history(in_long=10), (Flag.BURST,)),
        (history(today=2), ()),
        (history(today=3), (Flag.UNUSUAL,)),
        (history(today=3, before=90), ()),  # one a day explains up to five
        (history(today=4, before=90), ()),
        (history(today=5, before=90), (Flag.UNUSUAL,)),
        (history(since_same_ms=0, in_short=3, today=3), (Flag.REPEAT, Flag.BURST, Flag.UNUSUAL)),
    ],
)
def test_customer_flags(seen, flags):
    assert rules.customer_flags(seen, POLICY) == flags


@pytest.mark.parametrize(("mean", "point"), [(0, 0), (0.1, 2), (1, 5), (5, 13), (20, 35)])
def test_poisson_point_matches_the_printed_table(mean, point):
    assert rules.poisson_quantile(mean, 0.999) == point


def given(**changes) -> rules.GiverHistory:
    none = {
        "this_month": 0,
        "this_year": 0,
        "to_receiver_this_year": 0,
        "to_receiver_lately": 0,
        "from_receiver_lately": 0,
    }
    return rules.GiverHistory(**{**none, **changes})


@pytest.mark.parametrize(
    ("seen", "flags"),
    [
        (given(this_year=4, to_receiver_this_year=4), ()),  # the fifth card: too few to judge
        (given(this_year=5, to_receiver_this_year=1), (Flag.FAVOURITE,)),  # 2 of 6
        (given(this_year=7, to_receiver_this_year=1), ()),  # 2 of 8 is a quarter, not more
        (given(to_receiver_lately=1, from_receiver_lately=2), (Flag.MUTUAL,)),
        (given(to_receiver_lately=1, from_receiver_lately=1), ()),
        (given(to_receiver_lately=0, from_receiver_lately=5), ()),
    ],
)
def test_staff_flags(seen, flags):
    assert rules.staff_flags(seen, POLICY) == flags


@pytest.mark.parametrize(
    ("giver", "receiver", "relation", "limit"),
    [
        (Role.STAFF, Role.STAFF, Giver.COLLEAGUE, 4),
        (Role.SUPERVISOR, Role.STAFF, Giver.SUPERIOR, 9),
        (Role.STAFF, Role.SUPERVISOR, Giver.SUBORDINATE, 4),
        (Role.OFFICE, Role.SUPERVISOR, Giver.SUPERIOR, 9),
    ],
)
def test_relation_and_allowance(giver, receiver, relation, limit):
    policy = CardsPolicy(peer_allowance=4, superior_allowance=9)  # by default other numbers are 5 and 10 too
    assert rules.relation(giver, receiver) is relation
    assert rules.may_give(relation, given(this_month=limit - 1), policy) is None
    assert rules.may_give(relation, given(this_month=limit), policy) == Refusal("allowance_used", {"limit": limit})


@pytest.mark.parametrize(
    ("counts", "level", "following"),
    [
        ((0, 0, 0, 0, 0), "", "bronze"),
        ((13, 3, 3, 3, 3), "bronze", "silver"),
        ((14, 3, 3, 3, 2), "", "bronze"),
        ((12, 3, 3, 3, 3), "", "bronze"),
        ((10, 10, 10, 10, 10), "silver", "gold"),
        ((20, 20, 20, 20, 20), "gold", "diamond"),
        ((104, 24, 24, 24, 24), "diamond", None),
    ],
)
def test_ladder(counts, level, following):
    by_p = dict(zip(P, counts, strict=True))
    step = rules.next_step(by_p, POLICY)
    assert rules.level(by_p, POLICY) == level
    assert (step.level if step else None) == following


@pytest.mark.parametrize(
    ("ladder", "possible"),
    [
        ((Step("bronze", 25, 5),), True),
        ((Step("bronze", 24, 5),), False),  # five of each P are 25
        ((Step("bronze", 25, 3), Step("silver", 26, 3)), True),
        ((Step("bronze", 25, 3), Step("silver", 25, 4)), False),
        ((Step("bronze", 25, 3), Step("silver", 50, 2)), False),
        ((Step("silver", 25, 3), Step("bronze", 50, 6)), False),
        ((Step("bronze", 25, 3), Step("bronze", 50, 6)), False),
        ((Step("wood", 25, 3),), False),
        ((), False),
    ],
)
def test_a_ladder_rises_and_every_step_can_be_reached(ladder, possible):
    assert (CardsPolicy(ladder=ladder).broken() == ()) is possible
