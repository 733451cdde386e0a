"""A customer gives a card: three touches, stored before thanked, once."""

from kiosk.pages.attract import AttractPage
from kiosk.pages.cards import CardsPage
from kiosk.pages.slip import SlipPage
from kiosk.pages.summary import Draft
from kiosk.pages.take import TakePage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.topic import TopicPage
from kiosk.pages.who import WhoPage
from kiosk.pages.words import WordsPage
from kiosk.pages.write import WritePage
from kiosk.store.lobby import State
from shared.device import codes
from shared.people import actions as people
from shared.practice.cards import views
from shared.practice.cards.facts import Giver, P
from shared.qt import buttons
from shared.qt.buttons import set_debounce
from shared.reference import actions as reference
from tests.support.builders import HALL, MONDAY, MORNING, actor, line, staffed_store


def cards(lobby):
    return lobby.ask(lambda store: views.of_day(store, HALL, MONDAY))


def give(lobby, p="patient", person=1):
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[person])
    lobby.touch(lobby.page.cards[p])


def with_policy(**kiosk):
    """Opens the ordinary hall after its office changed the policy of kiosks."""

    def opener(folder):
        store = staffed_store(folder)
        assert reference.publish(store, actor("9001"), "policy", {"kiosk": kiosk}, now=MORNING) == 2
        return store

    return opener


def test_three_touches_give_a_stored_card(lobby):
    lobby.open()
    give(lobby)
    lobby.sees(ThanksPage)
    (card,) = cards(lobby)
    assert (card.staff, card.p, card.giver, card.counted) == ("1002", P.PATIENT, Giver.CUSTOMER, True)


def test_nobody_is_thanked_before_the_card_is_stored(lobby):
    lobby.open()
    give(lobby)
    assert isinstance(lobby.page, CardsPage)  # the store thread has not answered yet
    assert not lobby.page.isEnabled()
    lobby.sees(ThanksPage)


def test_two_touches_of_a_trembling_hand_are_one_card(lobby, monkeypatch):
    monkeypatch.setattr(buttons, "set_debounce", set_debounce)  # as the policy says, which nobody read once
    lobby.open()
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[0])
    chosen = lobby.page.cards["polite"]
    lobby.touch(chosen)
    lobby.touch(chosen)
    lobby.sees(ThanksPage)
    lobby.window.session.refresh()
    lobby.qtbot.waitUntil(lambda: lobby.window.session.lobby.thanks_total > 0)
    assert len(cards(lobby)) == 1


def test_the_policy_says_which_second_touch_does_not_count(lobby, monkeypatch):
    monkeypatch.setattr(buttons, "set_debounce", set_debounce)
    for opener, ticked in ((staffed_store, True), (with_policy(debounce_seconds=0), False)):
        window = lobby.open(opener)
        window.go(WordsPage, Draft("help"))
        for _ in range(2):
            lobby.touch(lobby.page.choices[0])
        assert lobby.page.choices[0].isChecked() is ticked
        lobby.close()
        lobby.folder = lobby.folder.with_name("forgiving")


def test_a_ready_made_sentence_is_kept_in_chinese(lobby):
    window = lobby.open()
    window.speak("en")
    give(lobby)
    lobby.sees(ThanksPage)
    first = lobby.page.choices[0]
    lobby.touch(first)
    lobby.qtbot.waitUntil(lambda: not first.isVisible())
    assert cards(lobby)[0].sentence == "讲得很清楚，我听懂了"


def test_a_sentence_of_one_s_own_is_added_without_hurry(lobby):
    window = lobby.open()
    give(lobby)
    lobby.sees(ThanksPage)
    lobby.touch(lobby.page.write)
    assert isinstance(lobby.page, WritePage)
    lobby.now += 300_000  # somebody writes slowly
    for place in (0, 4):
        lobby.touch(lobby.page.keyboard.keys[place])
    lobby.touch(lobby.page.next_button)
    lobby.qtbot.waitUntil(lambda: window.frame.banner.isVisible())
    assert isinstance(lobby.page, AttractPage)
    assert cards(lobby)[0].sentence == "我工作人员"


def test_thanks_close_by_themselves_and_the_window_sill_counts_them(lobby):
    lobby.open(with_policy(thanks_seconds=2), refresh_ms=200)
    give(lobby)
    lobby.sees(ThanksPage)
    lobby.qtbot.waitUntil(lambda: isinstance(lobby.page, AttractPage))
    lobby.qtbot.waitUntil(lambda: lobby.window.session.lobby.thanks == {"patient": 1})


def test_a_burst_is_thanked_flagged_and_followed_by_a_rest(lobby):
    lobby.open()
    for person in range(4):
        give(lobby, person=person)
        lobby.sees(ThanksPage)
        lobby.touch(lobby.page.close_button)
    lobby.qtbot.waitUntil(lambda: lobby.window.session.state is State.RESTING)
    assert isinstance(lobby.page, AttractPage)
    assert lobby.page.card.accessibleName().startswith("谢谢大家的热情")
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.slip)
    assert isinstance(lobby.page, AttractPage)
    assert len(cards(lobby)) == 4
    lobby.now += 61_000
    lobby.window.session.refresh()
    lobby.qtbot.waitUntil(lobby.page.card.isEnabled)
    give(lobby)
    lobby.sees(ThanksPage)


def test_while_cards_rest_a_number_and_help_are_to_be_had(lobby):
    window = lobby.open()
    window.session.rest()
    lobby.touch(lobby.page.take)
    lobby.sees(TakePage)
    lobby.touch(lobby.page.services["gas_payment"])
    lobby.sees(SlipPage)
    lobby.touch(lobby.page.close_button)
    window.scanner.handle(codes.new_card())
    assert "休息" in window.frame.banner.accessibleName()
    lobby.touch(lobby.page.opinion)
    assert isinstance(lobby.page, TopicPage)
    assert cards(lobby) == ()


def test_opinion_stands_beside_the_cards_at_equal_size(lobby):
    for size in ((1080, 1920), (1920, 1080)):
        lobby.open(size=size)
        lobby.touch(lobby.page.card)
        sizes = {(tile.width() // 4, tile.height() // 4) for tile in lobby.page.tiles}  # a pixel of rounding is none
        assert len(sizes) == 1, sizes
        lobby.touch(lobby.page.tiles[0])
        tiles = (*lobby.page.cards.values(), lobby.page.opinion)
        assert len({(tile.width() // 4, tile.height() // 4) for tile in tiles}) == 1
        lobby.touch(lobby.page.opinion)
        assert isinstance(lobby.page, TopicPage)
        lobby.close()


def test_more_people_than_fit_are_leafed_through(lobby):
    def many(folder):

        store = staffed_store(folder)
        lines = [line(f"11{n:02}", f"同事{n:02}", str(n)) for n in range(5, 15)]
        people.import_staff(store, lines, now=MORNING - 1_700_000)
        for person in lines:
            people.set_duty(store, actor("2001"), person.number, True, person.window, now=MORNING - 1_600_000)
        return store

    lobby.open(many)
    lobby.touch(lobby.page.card)
    assert isinstance(lobby.page, WhoPage)
    seen = {tile.accessibleName() for tile in lobby.page.tiles[:-1]}
    while lobby.page.next_page.isEnabled():
        lobby.touch(lobby.page.next_page)
        seen |= {tile.accessibleName() for tile in lobby.page.tiles[:-1]}
    assert len(seen) == 14
