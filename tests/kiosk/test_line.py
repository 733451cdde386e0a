"""Take a number, be called, give a verified card by the slip; scanned codes; what cannot be read does nothing."""

import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from kiosk.pages.attract import AttractPage
from kiosk.pages.cards import CardsPage
from kiosk.pages.number import NumberPage
from kiosk.pages.progress import ProgressPage
from kiosk.pages.promise import PromisePage
from kiosk.pages.slip import SlipPage
from kiosk.pages.take import TakePage
from kiosk.pages.thanks import ThanksPage
from kiosk.pages.which import WhichPage
from kiosk.pages.who import WhoPage
from shared.device import codes
from shared.practice.cards import views as cards
from shared.practice.inquiries.tables import InquiryRow
from shared.practice.line import actions as line
from shared.practice.line import views
from shared.practice.line.facts import NumberTaken
from shared.practice.line.tables import NumberRow
from tests.support.builders import HALL, MONDAY, actor, at, elsewhere, printed_card, staffed_store


def given(lobby):
    return lobby.ask(lambda store: cards.of_day(store, HALL, MONDAY))


def signed(lobby, code):
    return codes.text(code, codes.key(lobby.folder))


def scan(lobby, text):
    lobby.window.scanner.handle(codes.parse(text, codes.key(lobby.folder)))


def served(folder):
    """A hall in which 李娜 has just served number A001."""
    store = staffed_store(folder)
    taken = line.take(store, "gas_payment", now=at("09:30"))
    line.call_next(store, actor("1002"), now=at("09:31"))
    assert line.done(store, actor("1002"), taken.id, "gas_payment", now=at("09:40")) is None
    return store


def number_of(lobby):

    return lobby.ask(lambda store: views.served(store, "A001", HALL, lobby.now)).id


def test_taking_a_number_shows_it_with_who_is_ahead_and_a_code_that_a_phone_reads(lobby):
    window = lobby.open()
    for expected in ("A001", "A002"):
        lobby.touch(lobby.page.take)
        lobby.sees(TakePage)
        lobby.touch(lobby.page.services["consultation"])
        lobby.sees(SlipPage)
        assert lobby.page.number.text() == expected
        if expected == "A001":
            lobby.touch(lobby.page.close_button)
    assert "1" in lobby.page.ahead.text()
    picture = lobby.page.code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    shape = (picture.height(), picture.bytesPerLine())
    (found,) = zxingcpp.read_barcodes(memoryview(bytes(picture.constBits())).cast("B", shape))
    window.scanner.handle(codes.parse(found.text, codes.key(lobby.folder)))
    lobby.qtbot.waitUntil(lambda: window.frame.banner.isVisible())  # not served yet: said kindly
    assert given(lobby) == ()


def test_called_numbers_stand_at_the_top(lobby):
    def called(folder):

        store = staffed_store(folder)
        line.take(store, "", now=at("09:30"))
        line.call_next(store, actor("1003"), now=at("09:31"))
        return store

    window = lobby.open(called)
    assert window.frame.head.called == "请 A001 到3号窗口"


def test_a_typed_number_has_its_person_chosen_and_gives_one_verified_card(lobby):
    lobby.open(served)
    lobby.touch(lobby.page.slip)
    lobby.sees(NumberPage)
    lobby.keys(lobby.page.pad, "1")
    lobby.touch(lobby.page.send)
    lobby.sees(CardsPage)
    lobby.touch(lobby.page.cards["professional"])
    lobby.sees(ThanksPage)
    (card,) = given(lobby)
    assert (card.staff, card.verified) == ("1002", True)


def served_elsewhere(folder):
    """The same hall, where 张伟 has served B001, a number of the kiosk at the other door."""
    store = served(folder)
    elsewhere(store, "number:b1", at("09:50"), NumberTaken(letter="B", serial=1))
    line.call_next(store, actor("1003"), now=at("09:51"))
    assert line.done(store, actor("1003"), "number:b1", "consultation", now=at("09:55")) is None
    return store


def test_figures_that_two_kiosks_gave_out_are_asked_about_and_the_card_goes_to_the_right_person(lobby):
    lobby.open(served_elsewhere)
    lobby.touch(lobby.page.slip)
    lobby.keys(lobby.page.pad, "1")
    lobby.touch(lobby.page.send)
    lobby.sees(WhichPage)
    assert [tile.accessibleName() for tile in lobby.page.tiles] == ["A001，李娜", "B001，张伟"]
    assert "A001" in lobby.page.heading.title.text()
    lobby.touch(lobby.page.tiles[1])
    lobby.touch(lobby.page.cards["patient"])
    lobby.sees(ThanksPage)
    assert [(card.staff, card.verified) for card in given(lobby)] == [("1003", True)]


def test_a_number_still_waiting_is_not_taken_for_the_served_one_of_the_other_kiosk(lobby):
    def one_waits(folder):

        store = served_elsewhere(folder)
        elsewhere(store, "number:c1", lobby.now, NumberTaken(letter="C", serial=1), 2)
        return store

    lobby.open(one_waits)
    lobby.touch(lobby.page.slip)
    lobby.keys(lobby.page.pad, "1")
    lobby.touch(lobby.page.send)
    lobby.sees(WhichPage)
    assert len(lobby.page.tiles) == 2


def test_one_number_is_one_card(lobby):
    window = lobby.open(served)
    slip = signed(lobby, codes.NumberSlip(number_of(lobby)))
    for _ in range(2):
        scan(lobby, slip)
        lobby.sees(CardsPage)
        lobby.touch(lobby.page.cards["polite"])
        lobby.qtbot.waitUntil(lambda: not isinstance(lobby.page, CardsPage))
        window.home()
    assert len(given(lobby)) == 1
    assert window.frame.banner.isVisible()
    assert "一个号送一张" in window.frame.banner.accessibleName()


def test_a_number_that_nobody_served_is_answered_with_a_message(lobby):
    window = lobby.open(served)
    lobby.touch(lobby.page.slip)
    lobby.keys(lobby.page.pad, "77")
    lobby.touch(lobby.page.send)
    lobby.qtbot.waitUntil(lambda: window.frame.banner.isVisible())
    assert isinstance(lobby.page, NumberPage)


def test_a_paper_card_works_once(lobby):
    window = lobby.open()
    text = signed(lobby, lobby.ask(lambda store: printed_card(store, "passionate", "1003")))
    scan(lobby, text)
    lobby.sees(ThanksPage)
    scan(lobby, text)
    lobby.qtbot.waitUntil(lambda: window.frame.banner.isVisible())
    assert [(card.staff, card.p.value) for card in given(lobby)] == [("1003", "passionate")]


def test_a_paper_card_without_a_name_asks_for_whom(lobby):
    lobby.open()
    scan(lobby, signed(lobby, lobby.ask(printed_card)))
    lobby.sees(WhoPage)
    lobby.touch(lobby.page.tiles[0])
    lobby.sees(ThanksPage)
    assert given(lobby)[0].staff == "1001"


def test_a_paper_card_of_no_batch_is_answered_before_anybody_is_chosen(lobby):
    window = lobby.open()
    scan(lobby, signed(lobby, codes.new_card()))
    lobby.qtbot.waitUntil(lambda: window.frame.banner.isVisible())
    assert "不能使用" in window.frame.banner.accessibleName()
    assert isinstance(lobby.page, AttractPage)


def test_a_badge_chooses_its_person_and_signs_nobody_in(lobby):
    lobby.open()
    scan(lobby, signed(lobby, codes.Badge("1004")))
    assert isinstance(lobby.page, CardsPage)
    assert given(lobby) == ()


def test_an_inquiry_slip_shows_state_and_promised_day(lobby):
    window = lobby.open()
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["help"])
    lobby.touch(lobby.page.next_button)
    lobby.touch(lobby.page.without)
    lobby.hand_in()
    lobby.sees(PromisePage)
    lobby.qtbot.waitUntil(lambda: lobby.page.code.isVisible())

    subject = lobby.ask(lambda store: InquiryRow.select().get(store.db).subject)
    window.home()
    scan(lobby, signed(lobby, codes.InquirySlip(subject)))
    lobby.sees(ProgressPage)
    assert "3月4日" in lobby.page.promised.text()


def test_unreadable_codes_change_nothing_and_are_said(lobby):
    window = lobby.open()
    for text in ("", "https://example.com", "\x11\x01Q", "WW1N" + "0" * 40, "x" * 5000):
        window.frame.banner.hide()
        scan(lobby, text)
        assert window.frame.banner.isVisible(), text
        assert isinstance(lobby.page, AttractPage)
    assert given(lobby) == ()


def test_an_elderly_customer_takes_a_number_that_goes_first_and_the_slip_says_why(lobby):
    lobby.open()
    for reason in ("", "elderly"):
        lobby.touch(lobby.page.take)
        if reason:
            lobby.touch(lobby.page.priority)
            lobby.touch(lobby.page.reasons[reason])
        lobby.touch(lobby.page.services["gas_payment"])
        lobby.sees(SlipPage)
        lobby.touch(lobby.page.close_button) if not reason else None
    assert any("优先（老年人）" in label.text() for label in lobby.page.findChildren(QLabel))
    assert "马上" in lobby.page.ahead.text()  # before the one who came first
    stored = lobby.ask(lambda store: [row.priority for row in NumberRow.select().execute(store.db)])
    assert sorted(stored) == ["", "elderly"]
