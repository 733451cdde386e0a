"""What exists once gives one card: printed cards and served numbers, also on devices that cannot see each other."""

import itertools

import pytest

from shared.device import codes
from shared.domain.refusal import Refusal
from shared.journal import verify
from shared.practice.cards import actions, printed, views
from shared.practice.cards.facts import CardBatchPrinted, CardBatchWithdrawn, Flag, P, Verdict
from shared.practice.cards.tables import CardRow
from tests.support.builders import HALL, MONDAY, MORNING, actor, at, elsewhere, printed_card, staffed_store

CARD = codes.new_card()
BATCH = "0123456789abcdef0123456789abcdef"
NUMBER = "number:0123456789abcdef0123456789abcdef"


@pytest.fixture
def store(tmp_path):
    opened = staffed_store(tmp_path)
    yield with_cards(opened)
    opened.close()


def with_cards(store):
    """A store that knows CARD, as every device of the hall does."""
    elsewhere(store, f"card-batch:{BATCH}", MORNING - 1000, CardBatchPrinted(digests=(CARD.digest,), ps=(P.PATIENT,)))
    return store


@pytest.fixture
def devices(tmp_path):
    """Two kiosks of the hall that cannot see each other, and the counter that hears both."""
    opened = tuple(with_cards(staffed_store(tmp_path / name)) for name in ("one", "two", "counter"))
    yield opened
    for each in opened:
        each.close()


def deliver(listener, *events):
    """What the hub hands to a device, in this order."""
    listener.receive([(event, (), seq) for seq, event in enumerate(events, 1)])


def awards(store):
    return [event for event in store.events(hall=HALL) if event.kind == "card_awarded"]


def test_a_printed_card_counts_once_and_a_replay_is_refused(store):
    awarded = actions.award_by_code(store, CARD, "1001", now=MORNING)
    assert awarded.flags == ()
    assert actions.award_by_code(store, CARD, "1001", now=MORNING + 600_000) == Refusal("code_used")
    assert actions.award_by_code(store, CARD, "1002", now=at("16:00")) == Refusal("code_used")
    mine = views.mine(store, "1001", now=MORNING)
    assert (mine.total, mine.by_p[P.PATIENT]) == (1, 1)
    assert not mine.cards[0].verified  # only a served number verifies
    assert len(awards(store)) == 1


def test_a_card_printed_for_one_person_goes_to_them(store):
    own = printed_card(store, "polite", "1002")
    actions.award_by_code(store, own, "1001", now=MORNING)
    assert [card.staff for card in views.of_day(store, HALL, MONDAY)] == ["1002"]


def test_a_card_for_nobody_known_is_not_used_up(store):
    assert actions.award_by_code(store, CARD, "", now=MORNING) == Refusal("unknown_person", {"number": ""})
    assert actions.award_by_code(store, CARD, "7777", now=MORNING).code == "unknown_person"
    assert isinstance(actions.award_by_code(store, CARD, "1001", now=MORNING), actions.Awarded)


def test_a_stack_of_printed_cards_at_the_kiosk_is_flagged_like_a_burst(store):
    answers = [
        actions.award_by_code(store, printed_card(store, p), "1001", now=MORNING + 1000 * place)
        for place, p in enumerate(("polite", "patient", "positive", "passionate"))
    ]
    assert [bool(answer.flags) for answer in answers] == [False, False, False, True]


def test_the_supervisor_scans_the_box_without_flags_but_never_for_themselves(store):
    supervisor = actor("2001")
    for place in range(12):
        card = printed_card(store, "polite")
        answer = actions.award_by_code(store, card, "1001", actor=supervisor, now=MORNING + place)
        assert answer.flags == ()
    assert views.mine(store, "1001", now=MORNING).total == 12
    assert views.given(store, "2001", now=MORNING) == ()  # the customers gave them
    own = printed_card(store, "polite", "2001")
    assert actions.award_by_code(store, own, actor=supervisor, now=MORNING) == Refusal("own_card")
    assert actions.award_by_code(store, CARD, "1002", actor=actor("1001"), now=MORNING) == Refusal("not_allowed")


@pytest.mark.parametrize("by", ["code", "number"])
def test_two_kiosks_offline_make_one_counted_card_in_whatever_order_it_arrives(devices, tmp_path, by):
    one, two, _ = devices
    for place, kiosk in enumerate((one, two)):
        now = MORNING + 1000 * place
        if by == "code":
            actions.award_by_code(kiosk, CARD, f"100{place + 1}", now=now)
        else:
            actions.award(kiosk, f"100{place + 1}", P.PATIENT, number=NUMBER, now=now)
    first, second = (awards(kiosk)[0] for kiosk in (one, two))
    assert first.subject == second.subject
    for place, order in enumerate(itertools.permutations((first, second))):
        listener = with_cards(staffed_store(tmp_path / f"listener{place}"))
        deliver(listener, *order)
        shown = {card.staff: (card.counted, card.duplicate) for card in views.of_day(listener, HALL, MONDAY)}
        assert shown == {"1001": (True, False), "1002": (False, True)}
        assert views.report(listener, MONDAY.year).total == 1
        assert views.mine(listener, "1002", now=MORNING).cards == ()
    deliver(two, first)  # the later kiosk hears of it too, and its own card steps back
    assert [(card.staff, card.counted) for card in views.of_day(two, HALL, MONDAY)] == [("1002", False), ("1001", True)]


def test_one_unanswered_rating_at_two_kiosks_is_stored_once(devices):
    one, two, counter = devices
    for place, kiosk in enumerate((one, two)):
        actions.record_unanswered(kiosk, "1001", NUMBER, now=MORNING + 1000 * place)
    silences = [event for kiosk in (one, two) for event in kiosk.events() if event.kind == "rating_unanswered"]
    assert len(silences) == 2
    deliver(counter, *silences)
    assert actions.answered(counter, NUMBER)
    assert len(verify.contents(counter)["unrated"]) == 1
    actions.record_unanswered(counter, "1001", NUMBER, now=at("12:00"))
    assert len([event for event in counter.events() if event.kind == "rating_unanswered"]) == 2  # known already


def test_a_review_of_the_card_leaves_its_duplicate_uncounted(devices):
    one, two, counter = devices
    for place, kiosk in enumerate((one, two)):
        actions.award_by_code(kiosk, CARD, f"100{place + 1}", now=MORNING + 1000 * place)
    deliver(counter, awards(one)[0], awards(two)[0])
    subject = awards(one)[0].subject
    for verdict in (Verdict.EXCLUDE, Verdict.COUNT):
        assert actions.review(counter, actor("2001"), subject, verdict, "看过", now=at("11:00")) is None
        total = int(verdict is Verdict.COUNT)
        assert views.report(counter, MONDAY.year).total == total
    assert views.suspect(counter, HALL) == ()


def test_each_kiosk_keeps_the_sentence_of_its_own_customer(devices):
    one, two, _ = devices
    for place, (kiosk, words) in enumerate(((one, "谢谢"), (two, "很好"))):
        card = actions.award_by_code(kiosk, CARD, f"100{place + 1}", now=MORNING + 1000 * place).card
        assert actions.add_sentence(kiosk, card, words, now=MORNING + 20_000) is None
    rows: dict[str, str] = {}
    for kiosk in (one, two):
        rows |= dict(CardRow.select(CardRow.staff, CardRow.sentence).tuples().execute(kiosk.db))
    assert rows == {"1001": "谢谢", "1002": "很好"}
    deliver(one, awards(two)[0])
    assert {card.staff: card.sentence for card in views.of_day(one, HALL, MONDAY)} == {"1001": "谢谢", "1002": ""}


def test_a_device_rebuilt_from_its_journal_shows_the_same(devices, tmp_path):
    one, two, _ = devices
    for place, kiosk in enumerate((one, two)):
        actions.award_by_code(kiosk, CARD, f"100{place + 1}", now=MORNING + 1000 * place)
    deliver(one, awards(two)[0])
    before = views.of_day(one, HALL, MONDAY)
    one.rebuild()
    assert views.of_day(one, HALL, MONDAY) == before
    assert [card.duplicate for card in before] == [True, False]


def test_cards_printed_with_a_key_read_from_a_kiosk_s_disk_do_not_count(store, tmp_path):
    """All that lies there: the digests of the cards in its journal, and the key of the codes."""
    assert CARD.id not in "".join(str(event) for event in store.events())
    key = codes.key(tmp_path)
    for forged in (codes.new_card(), codes.PrintedCard(CARD.digest[:20])):
        read = codes.parse(codes.text(forged, key), key)
        assert isinstance(read, codes.PrintedCard)
        assert actions.award_by_code(store, read, "1001", now=MORNING) == Refusal("code_unknown")
    old = codes.parse(codes.text(codes.SignedCard("00" * 8, "polite"), key), key)
    assert isinstance(old, codes.SignedCard)
    for by in (None, actor("2001")):
        actions.award_by_code(store, old, "1001", actor=by, now=MORNING)
    assert views.mine(store, "1001", now=MORNING).total == 0


def test_a_card_printed_by_an_earlier_version_waits_for_the_supervisor_to_look_at_it(store):
    old = codes.SignedCard("00ff00ff00ff00ff", "polite", "1001")
    awarded = actions.award_by_code(store, old, now=MORNING)
    assert awarded.flags == (Flag.SIGNED,)
    assert [card.card for card in views.suspect(store, HALL)] == [awarded.card]
    assert actions.review(store, actor("2001"), awarded.card, Verdict.COUNT, "看过原卡", now=at("11:00")) is None
    assert views.mine(store, "1001", now=MORNING).total == 1
    assert actions.award_by_code(store, old, now=at("12:00")) == Refusal("code_used")


@pytest.mark.parametrize(("hall", "counts"), [(HALL, True), ("*", True), ("铁西大厅", False)])
def test_a_batch_counts_in_the_hall_that_printed_it_and_the_office_s_everywhere(store, hall, counts):
    card = codes.new_card()
    with store.transaction(MORNING) as tx:
        tx.record(CardBatchPrinted(digests=(card.digest,), ps=(P.POLITE,)), subject="card-batch:" + "1" * 32, hall=hall)
    assert isinstance(actions.award_by_code(store, card, "1001", now=MORNING), actions.Awarded) is counts


@pytest.mark.parametrize(
    ("halls", "counts"), [((HALL,), False), (("*",), False), (("铁西大厅",), True), ((HALL, "铁西大厅"), False)]
)
def test_a_batch_is_withdrawn_by_its_hall_or_the_office(store, halls, counts):
    with store.transaction(MORNING) as tx:
        for hall in halls:
            tx.record(CardBatchWithdrawn(reason="丢失"), subject=f"card-batch:{BATCH}", hall=hall)
    store.rebuild()
    assert isinstance(actions.award_by_code(store, CARD, "1001", now=MORNING), actions.Awarded) is counts


def test_cards_given_before_their_batch_was_withdrawn_stay(store):
    actions.award_by_code(store, CARD, "1001", now=MORNING)
    assert printed.withdraw(store, printed.mark(BATCH), "丢失", actor=actor("2001"), now=at("10:00")) is None
    assert views.mine(store, "1001", now=MORNING).total == 1
    assert printed.withdraw(store, printed.mark(BATCH), "丢失", now=at("10:00")).code == "unknown_batch"
    assert printed.withdraw(store, "", "丢失", now=at("10:00")).code == "unknown_batch"


def test_only_who_may_print_cards_prints_some_that_count(store):
    made = [codes.new_card()]
    for number, code in (("1001", "not_allowed"), ("2001", None), ("9001", None)):
        answer = printed.record(store, printed.new_batch(), made, [P.POLITE], actor=actor(number), now=MORNING)
        assert (answer.code if answer else None) == code
