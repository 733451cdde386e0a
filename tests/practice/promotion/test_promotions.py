"""累计进阶: due, confirmed by the office, kept when cards fall away, taken back by a second person."""

from collections.abc import Iterator

import pytest

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import Giver, P, Verdict
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from shared.practice.cards.policy import CardsPolicy
from shared.practice.cards.views import mine
from shared.practice.promotion import actions, rules, views
from shared.reference.views import policy
from tests.support.builders import HALL, MONDAY, MORNING, actor, code, line, staffed_store

LADDER = ("bronze", "silver", "gold", "diamond")
OFFICE, SECOND = actor("9001", Role.OFFICE), Actor("9002", "孙立", Role.OFFICE, "", HALL)


@pytest.fixture
def store(tmp_path) -> Iterator[Store]:
    opened = staffed_store(tmp_path)
    people.import_staff(opened, [line("9002", "孙立", "", role=Role.OFFICE)], now=MORNING)
    yield opened
    opened.close()


def earn(store: Store, number: str) -> None:
    """Exactly the cards of the lowest step."""
    step = policy(store)[CardsPolicy].ladder[0]
    each = [p for p in P for _ in range(step.each)]
    paper = [*each, *[P.POLITE] * (step.total - len(each))]
    import_cards(store, [PaperCard(MONDAY, number, p, Giver.CUSTOMER, "") for p in paper], now=MORNING)


@pytest.mark.parametrize(
    ("reached", "confirmed", "due"),
    [
        ("", "", False),
        ("bronze", "", True),
        ("bronze", "bronze", False),
        ("silver", "bronze", True),
        ("bronze", "silver", False),  # cards were excluded since
        ("platinum", "bronze", False),  # a step that the policy has no more
        ("bronze", "platinum", True),
    ],
)
def test_who_is_due(reached, confirmed, due):
    assert rules.due(reached, confirmed, LADDER) is due


def test_a_step_is_confirmed_once_and_stays_when_cards_fall_away(store):
    assert code(actions.promote(store, OFFICE, "1001", now=MORNING)) == "nothing_due"
    earn(store, "1001")
    assert [(each.number, each.due) for each in views.standings(store)] == [("1001", True)]
    assert isinstance(actions.promote(store, OFFICE, "1001", now=MORNING), str)
    assert code(actions.promote(store, OFFICE, "1001", now=MORNING)) == "nothing_due"
    card = mine(store, "1001", now=MORNING).cards[0].card
    assert cards.review(store, actor("2001", Role.SUPERVISOR), card, Verdict.EXCLUDE, "写错了人", now=MORNING) is None
    assert views.standings(store)[0].reached == ""
    found = views.promotion(store, "1001")
    assert found
    assert (found.level, found.by, found.day) == ("bronze", "9001", MONDAY)


def test_only_the_office_promotes(store):
    earn(store, "1001")
    for other in (actor("1002"), actor("2001", Role.SUPERVISOR), Actor("4711", "", Role.OFFICE, "", HALL)):
        assert code(actions.promote(store, other, "1001", now=MORNING)) == "not_allowed"


def test_another_person_takes_it_back_with_a_reason(store):
    earn(store, "1001")
    promotion = actions.promote(store, OFFICE, "1001", now=MORNING)
    assert not isinstance(promotion, Refusal)
    assert code(actions.take_back(store, OFFICE, promotion, "wrong", now=MORNING)) == "same_person_promoted"
    assert code(actions.take_back(store, SECOND, promotion, "  ", now=MORNING)) == "reason_needed"
    assert actions.take_back(store, SECOND, promotion, "cards were not counted", now=MORNING) is None
    assert code(actions.take_back(store, SECOND, promotion, "again", now=MORNING)) == "unknown_promotion"
    assert views.promotion(store, "1001") is None
    assert views.standings(store)[0].due
