"""5P cards on a real store: awarding, flags and reviews, staff givers, what the receiver sees."""

from datetime import date

import pytest

from shared.domain.refusal import Refusal
from shared.practice.cards import actions, views
from shared.practice.cards.facts import Flag, Giver, P, Verdict
from shared.practice.cards.flag_evidence import evidence
from shared.practice.cards.importing import import_cards
from shared.practice.cards.paper_cards import PaperCard
from tests.support.builders import HALL, MONDAY, MORNING, actor, at, code, staffed_store


@pytest.fixture
def store(tmp_path):
    opened = staffed_store(tmp_path)
    yield opened
    opened.close()


def test_a_card_is_stored_and_counted(store):
    awarded = actions.award(store, "1001", P.PATIENT, now=MORNING)
    assert awarded.flags == ()
    mine = views.mine(store, "1001", now=MORNING)
    assert (mine.total, mine.by_p[P.PATIENT], mine.missing) == (1, 1, 24)


def test_the_receiver_sees_hour_and_sentence_only_after_the_shift(store):
    awarded = actions.award(store, "1001", P.POLITE, now=at("10:00"))
    assert actions.add_sentence(store, awarded.card, "谢谢您耐心讲解", now=at("10:01")) is None
    before, after = (views.mine(store, "1001", now=at(hour)).cards[0] for hour in ("16:29", "16:30"))
    assert (before.p, before.at, before.sentence) == (P.POLITE, 0, "")
    assert (after.at, after.sentence) == (at("10:00"), "谢谢您耐心讲解")


def test_a_sentence_comes_once_and_soon(store):
    awarded = actions.award(store, "1001", P.POLITE, now=at("10:00"))
    assert actions.add_sentence(store, awarded.card, "好", now=at("10:11")) == Refusal("too_late")
    assert actions.add_sentence(store, awarded.card, "好", now=at("10:09")) is None
    assert actions.add_sentence(store, awarded.card, "坏", now=at("10:09")) == Refusal("too_late")


def test_a_suspect_card_counts_only_after_its_review(store):
    actions.award(store, "1001", P.POLITE, now=MORNING)
    second = actions.award(store, "1001", P.POLITE, now=MORNING + 1000)
    assert second.flags == (Flag.REPEAT,)
    assert views.mine(store, "1001", now=MORNING).total == 1
    assert [card.card for card in views.suspect(store, HALL)] == [second.card]

    supervisor = actor("2001")
    assert actions.review(store, actor("1002"), second.card, Verdict.COUNT, "看过", now=MORNING) == Refusal(
        "not_allowed"
    )
    assert actions.review(store, supervisor, second.card, Verdict.COUNT, " ", now=MORNING) == Refusal("reason_needed")
    assert actions.review(store, supervisor, second.card, Verdict.COUNT, "两位用户", now=MORNING) is None
    recorded = store.events()[-1]
    assert (recorded.actor, recorded.hall) == (supervisor.number, HALL)
    assert views.mine(store, "1001", now=MORNING).total == 2
    assert views.suspect(store, HALL) == ()


@pytest.mark.parametrize(
    ("verdicts", "total"),
    [
        ([Verdict.EXCLUDE], 0),
        ([Verdict.EXCLUDE, Verdict.RESTORE], 1),
        ([Verdict.EXCLUDE, Verdict.COUNT], 1),
        ([Verdict.COUNT, Verdict.EXCLUDE, Verdict.RESTORE], 1),
        ([Verdict.RESTORE], 1),
    ],
)
def test_reviews_add_up(store, verdicts, total):
    awarded = actions.award(store, "1001", P.POLITE, now=MORNING)
    for verdict in verdicts:
        actions.review(store, actor("2001"), awarded.card, verdict, "理由", now=MORNING)
    assert views.mine(store, "1001", now=MORNING).total == total


def test_one_number_is_one_card(store):
    actions.award(store, "1001", P.POLITE, number="A001", now=MORNING)
    again = actions.award(store, "1002", P.POLITE, number="A001", now=MORNING)
    assert again == Refusal("number_used", {"number": "A001"})
    assert views.of_day(store, HALL, MONDAY)[0].verified


def test_a_day_with_many_cards_is_counted_to_the_last_one(store):
    paper = [PaperCard(MONDAY, "1001", P.POLITE, Giver.CUSTOMER, str(n)) for n in range(501)]
    assert import_cards(store, paper, now=MORNING).added == 501
    assert len(views.of_day(store, HALL, MONDAY)) == 501


def test_staff_give_within_their_allowance_and_never_to_themselves(store):
    giver = actor("1001")
    assert actions.give(store, giver, "1001", P.POLITE, now=MORNING) == Refusal("own_card")
    for receiver in ("1002", "1003", "1004", "2001", "1002"):
        assert isinstance(actions.give(store, giver, receiver, P.POLITE, now=MORNING), actions.Awarded)
    refused = actions.give(store, giver, "1003", P.POLITE, now=MORNING)
    assert refused == Refusal("allowance_used", {"limit": 5})
    mine = views.mine(store, "1002", now=MORNING)
    assert (mine.total, mine.from_staff) == (0, 2)  # counted apart


def test_a_card_sent_by_mistake_is_taken_back_within_ten_seconds(store):
    giver = actor("1001")
    card = actions.give(store, giver, "1002", P.POLITE, now=MORNING).card
    assert actions.withdraw(store, actor("1003"), card, now=MORNING) == Refusal("unknown_card")
    assert actions.withdraw(store, giver, card, now=MORNING + 10_000) is None
    assert views.given(store, "1001", now=MORNING) == ()
    other = actions.give(store, giver, "1002", P.POLITE, now=MORNING).card
    assert actions.withdraw(store, giver, other, now=MORNING + 10_001) == Refusal("too_late")


@pytest.mark.parametrize(("after_ms", "answer"), [(0, None), (10_000, None), (10_001, "too_late"), (-1, "too_late")])
def test_a_customer_takes_back_their_own_card_within_ten_seconds(store, after_ms, answer):
    actions.award(store, "1002", P.PATIENT, now=MORNING)
    card = actions.award(store, "1001", P.POLITE, now=MORNING).card
    assert code(actions.take_back(store, card, now=MORNING + after_ms)) == answer
    left = {each.staff for each in views.of_day(store, HALL, MONDAY)}
    assert left == ({"1002"} if answer is None else {"1001", "1002"})


def test_nobody_takes_back_at_the_kiosk_what_a_colleague_or_a_file_gave(store):
    card = actions.give(store, actor("1001"), "1002", P.POLITE, now=MORNING).card
    import_cards(store, [PaperCard(MONDAY, "1001", P.POLITE, Giver.CUSTOMER, "")], now=MORNING)
    for each in (card, *(one.card for one in views.of_day(store, HALL, MONDAY)), "card:none"):
        assert code(actions.take_back(store, each, now=at("12:00"))) == "unknown_card"


def test_a_suspect_card_is_shown_with_the_cards_that_made_it_so(store):
    """The same again after a minute, and once more, but that one was taken back."""
    first, again, other = (
        actions.award(store, staff, P.POLITE, now=MORNING + seconds * 1000).card
        for staff, seconds in (("1001", 0), ("1001", 60), ("1001", 110))
    )
    actions.take_back(store, other, now=MORNING + 111_000)
    shown = evidence(store, again)
    assert [(each.card.card, each.gap_ms) for each in shown.siblings] == [(first, -60_000)]
    assert shown.station == store.station
    assert evidence(store, "card:none") is None


def test_cards_of_colleagues_are_shown_with_what_these_gave_each_other(store):
    """1001 gave five in February, then two to 1002; 1002 gave two back, which the second one makes suspect."""
    for receiver in ("1003", "1003", "1003", "1004", "1002"):
        actions.give(store, actor("1001"), receiver, P.POLITE, now=at("10:00", date(2026, 2, 2)))
    mine, theirs, *_ = given = [
        actions.give(store, actor(giver), receiver, P.POLITE, now=at("10:00")).card
        for giver, receiver in (("1001", "1002"), ("1002", "1001"), ("1002", "1001"), ("1001", "1002"))
    ]
    flags = {card.card: card.flags for card in views.of_day(store, HALL, MONDAY)}
    assert [flags[card] for card in given] == [(Flag.FAVOURITE,), (), (Flag.MUTUAL,), (Flag.FAVOURITE, Flag.MUTUAL)]
    assert len(evidence(store, mine).siblings) == 6  # all that they gave this year
    assert evidence(store, theirs).siblings == ()
    assert {mine, theirs} < {each.card.card for each in evidence(store, given[2]).siblings}


def test_a_card_taken_back_never_counts_whatever_a_review_says(store):
    card = actions.give(store, actor("1001"), "1002", P.POLITE, now=MORNING).card
    actions.withdraw(store, actor("1001"), card, now=MORNING)
    assert actions.review(store, actor("2001"), card, Verdict.COUNT, "理由", now=MORNING) is None
    assert views.mine(store, "1002", now=MORNING).from_staff == 0


def test_a_giver_is_called_by_what_they_are_to_the_receiver(store):
    for giver, receiver in (("2001", "1001"), ("1001", "2001"), ("1001", "1002")):
        actions.give(store, actor(giver), receiver, P.POLITE, now=MORNING)
    given = {(card.by, card.staff): card.giver for card in views.of_day(store, HALL, MONDAY)}
    assert given == {
        ("2001", "1001"): Giver.SUPERIOR,
        ("1001", "2001"): Giver.SUBORDINATE,
        ("1001", "1002"): Giver.COLLEAGUE,
    }


def test_only_what_customers_said_on_counted_cards_is_quoted(store):
    for minute, sentence in ((0, "谢谢"), (1, "又谢谢")):  # the second is suspect
        actions.award(store, "1001", P.POLITE, sentence=sentence, now=MORNING + minute * 60_000)
    actions.give(store, actor("1002"), "1001", P.POLITE, sentence="同事的话", now=MORNING)
    assert [card.sentence for card in views.with_sentence(store, HALL)] == ["谢谢"]
    assert views.sentences(store) == ["谢谢"]
    assert views.totals(store) == {"1001": {**dict.fromkeys(P, 0), P.POLITE: 1}}


def test_a_card_to_nobody_is_refused(store):
    assert actions.award(store, "7777", P.POLITE, now=MORNING) == Refusal("unknown_person", {"number": "7777"})
    assert actions.award(store, "1001", P.POLITE, sentence="好" * 201, now=MORNING).code == "sentence_too_long"
