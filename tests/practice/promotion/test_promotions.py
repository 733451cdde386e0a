"""累计进阶: due, confirmed by the office, kept when cards fall away, taken back by a second person."""

from collections.abc import Iterator
from datetime import date

import pytest

from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.halls import EVERYWHERE
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
from shared.practice.promotion.facts import Promoted, PromotionTakenBack
from shared.reference.views import policy
from tests.support.builders import HALL, MONDAY, MORNING, actor, at, code, done, line, staffed_store

LADDER = ("bronze", "silver", "gold", "diamond")
OFFICE, SECOND = actor("9001", Role.OFFICE), Actor("9002", "孙立", Role.OFFICE, "", HALL)


@pytest.fixture
def store(tmp_path) -> Iterator[Store]:
    opened = staffed_store(tmp_path)
    people.import_staff(opened, [line("9002", "孙立", "", role=Role.OFFICE)], now=MORNING)
    yield opened
    opened.close()


def earn(store: Store, number: str, more: int = 0) -> None:
    """Exactly the cards of the lowest step, or some more."""
    step = policy(store)[CardsPolicy].ladder[0]
    each = [p for p in P for _ in range(step.each)]
    paper = [*each, *[P.POLITE] * (step.total + more - len(each))]
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


def test_the_list_begins_with_whom_something_is_due_then_with_most_cards(store):
    for number, more in (("1001", 0), ("1002", 1), ("1003", 0), ("1004", 2)):
        earn(store, number, more)
    for number in ("1004", "1001"):
        assert isinstance(actions.promote(store, OFFICE, number, now=MORNING), str)
    listed = [(each.number, each.name, each.hall, each.due) for each in views.standings(store)]
    assert listed == [
        ("1002", "李娜", HALL, True),
        ("1003", "张伟", HALL, True),
        ("1004", "刘洋", HALL, False),
        ("1001", "王芳", HALL, False),
    ]


def test_a_step_is_signed_and_told_to_every_hall(store):
    for number in ("1001", "1002"):
        earn(store, number)
    assert code(actions.promote(store, OFFICE, "1003", now=MORNING)) == "nothing_due"  # others are due
    first, other = (done(actions.promote(store, OFFICE, number, now=MORNING)) for number in ("1002", "1001"))
    assert code(actions.take_back(store, SECOND, "promotion:x", "误录", now=MORNING)) == "unknown_promotion"
    assert actions.take_back(store, SECOND, first, " 误录 ", now=MORNING) is None
    signed = [(each.subject, each.actor, each.hall, store.fact(each)) for each in store.events(subject=first)]
    cards = {"polite": 13, "patient": 3, "positive": 3, "passionate": 3, "professional": 3}
    assert signed == [
        (first, "9001", EVERYWHERE, Promoted(staff="1002", level="bronze", cards=cards, policy=1)),
        (first, "9002", EVERYWHERE, PromotionTakenBack(reason="误录")),
    ]
    assert list(views.promotions(store)) == ["1001"]
    assert views.promotions(store)["1001"].id == other


def test_the_highest_step_holds_of_equal_ones_the_latest(store):
    """Two PCs of the office that did not know of each other confirmed; `ts` is when it was written down."""
    for place, (level, day) in enumerate((("silver", 2), ("silver", 4), ("silver", 3), ("bronze", 5))):
        fact = Promoted(staff="1001", level=level, cards={"polite": 60}, policy=1)
        with store.transaction(MORNING) as tx:
            when = at("09:00", date(2026, 2, day))
            tx.record(fact, subject=f"promotion:{place}", actor="9001", occurred_at=when)
    found = views.promotion(store, "1001")
    assert found == views.Promotion("promotion:1", "1001", "silver", 60, date(2026, 2, 4), "9001")


def test_a_code_proves_a_promotion_in_force_and_no_other_code_does(store):
    key = b"k" * 32
    earn(store, "1001")
    promotion = done(actions.promote(store, OFFICE, "1001", now=MORNING))
    mine, badge = codes.text(codes.Promotion(promotion), key), codes.text(codes.Badge("1001"), key)
    assert views.certified(store, mine, key) == views.promotion(store, "1001")
    assert views.certified(store, badge, key) is None
    assert views.certified(store, mine, b"other" * 8) is None
    actions.take_back(store, SECOND, promotion, "误录", now=MORNING)
    assert views.certified(store, mine, key) is None


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
