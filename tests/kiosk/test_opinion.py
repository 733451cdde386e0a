"""我有意见 / 需要帮助: an inquiry with its number and promised day, phone only if wanted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kiosk.pages.attract import AttractPage
from kiosk.pages.phone import PhonePage
from kiosk.pages.promise import PromisePage
from kiosk.pages.topic import TopicPage
from kiosk.widgets.service_tiles import ServiceTiles
from shared.device import codes
from shared.practice.inquiries.tables import InquiryRow

PLAIN, CTRL, SHIFT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("No", "Control", "Shift"))


def stored(lobby):
    return lobby.ask(lambda store: list(InquiryRow.select().execute(store.db)))


def test_feedback_ends_with_number_and_promised_day(lobby):
    lobby.open()
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["complaint"])
    lobby.touch(lobby.page.choices[0])
    lobby.touch(lobby.page.choices[2])
    lobby.touch(lobby.page.next_button)
    lobby.touch(lobby.page.without)
    lobby.hand_in()
    lobby.sees(PromisePage)
    (ticket,) = stored(lobby)
    assert (ticket.topic, ticket.text, ticket.phone) == ("complaint", "等得太久；事情没有办成", "")
    assert lobby.page.number.text() == ticket.number
    assert "3月4日" in lobby.page.promised.text()  # received on Monday the 2nd: T+2
    lobby.touch(lobby.page.close_button)
    assert isinstance(lobby.page, AttractPage)


def test_the_person_chosen_before_is_the_first_asked_and_the_phone_is_kept(lobby):
    lobby.open()
    lobby.touch(lobby.page.card)
    lobby.touch(lobby.page.tiles[2])
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["help"])
    lobby.touch(lobby.page.next_button)
    lobby.keys(lobby.page.pad, "13812345678")
    assert "138 1234 5678" in {part.text() for part in lobby.page.pad.findChildren(QLabel)}  # easily read over again
    lobby.touch(lobby.page.send)
    lobby.hand_in()
    lobby.sees(PromisePage)
    (ticket,) = stored(lobby)
    assert (ticket.owner, ticket.phone, ticket.topic) == ("1003", "13812345678", "help")


def test_an_incomplete_phone_is_asked_again_and_nothing_is_stored(lobby):
    window = lobby.open()
    for digits in ("138", "1381234567", "12812345678", "138123456789", "02488"):
        window.home()
        window.frame.banner.hide()
        lobby.touch(lobby.page.opinion)
        lobby.touch(lobby.page.topics["question"])
        lobby.touch(lobby.page.next_button)
        lobby.keys(lobby.page.pad, digits)
        lobby.touch(lobby.page.send)
        lobby.qtbot.waitUntil(lambda: window.frame.banner.isVisible())
        assert isinstance(lobby.page, PhonePage)  # where it can be put right, and not after everything else
        assert lobby.page.pad.text == digits
    assert stored(lobby) == []


def test_the_sentences_of_the_service_come_first_and_the_ticket_names_it(lobby):
    lobby.open()
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["complaint"])
    general = [each.accessibleName() for each in lobby.page.choices]
    lobby.touch(lobby.page.service)
    lobby.touch(lobby.page.findChild(ServiceTiles).tiles["title_transfer"])
    offered = [each.accessibleName() for each in lobby.page.choices]
    assert offered == ["过户跑了几趟没有办成", "材料没有一次讲清", *general[:3], general[-1]]
    lobby.touch(lobby.page.choices[1])
    lobby.touch(lobby.page.next_button)
    lobby.touch(lobby.page.without)
    lobby.window.speak("en")
    lobby.qtbot.waitUntil(lambda: lobby.page.words.text() == "Change of holder\nI was not told all the papers at once")
    lobby.hand_in()
    lobby.sees(PromisePage)
    assert [row.text for row in stored(lobby)] == ["过户更名；材料没有一次讲清"]


def test_the_first_step_leads_back_home(lobby):
    lobby.open()
    lobby.touch(lobby.page.opinion)
    assert isinstance(lobby.page, TopicPage)
    lobby.touch(lobby.page.heading.back)
    assert isinstance(lobby.page, AttractPage)


def to_write(lobby, topic="complaint"):
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics[topic])
    lobby.touch(lobby.page.choices[0])
    lobby.touch(lobby.page.write)


def key(lobby, text):
    """Touch the key that writes `text`, on whichever layer it is."""
    board = lobby.page.keyboard
    for layer in board.layers:
        lobby.touch(layer)
        for found in (*board.keys, *board.marks):
            if found.isVisible() and found.text() == text:
                lobby.touch(found)
                return
    raise AssertionError(f"no key writes {text}")


def press(lobby, letter, modifier=PLAIN):
    """On a real keyboard: no other key follows soon, so the scanner's filter lets it through."""
    QTest.keyClick(lobby.window.windowHandle(), letter, modifier)
    lobby.window.scanner.device.end_run()


def test_a_sentence_of_one_s_own_is_put_together_of_words_figures_and_letters(lobby):
    lobby.open()
    to_write(lobby)
    assert not lobby.page.next_button.isEnabled()
    for text in ("我家", "气表", "坏", "了", "，", "昨天", "1", "1", "点", "B", "2"):
        key(lobby, text)
    lobby.touch(lobby.page.next_button)
    lobby.touch(lobby.page.without)
    lobby.hand_in()
    lobby.sees(PromisePage)
    (ticket,) = stored(lobby)
    assert ticket.text == "等得太久；我家气表坏了，昨天11点b2"


def test_a_scan_while_somebody_writes_takes_nothing_away(lobby):
    window = lobby.open()
    to_write(lobby)
    key(lobby, "我家")
    window.scanner.handle(codes.Badge("1001"))
    assert "请先写完" in window.frame.banner.accessibleName()
    assert lobby.page.field.text == "我家"
    lobby.touch(lobby.page.next_button)
    lobby.keys(lobby.page.pad, "138")
    window.scanner.handle(codes.new_card())
    assert isinstance(lobby.page, PhonePage)
    assert lobby.page.pad.text == "138"


def test_words_go_where_the_cursor_is_and_mistakes_can_be_taken_back(lobby):
    lobby.open()
    to_write(lobby)
    for text in ("我家", "停气", "了"):
        key(lobby, text)
    cursor = lobby.page.field.textCursor()
    cursor.setPosition(2)
    lobby.page.field.setTextCursor(cursor)
    key(lobby, "今天")
    assert lobby.page.field.text == "我家今天停气了"
    lobby.touch(lobby.page.keyboard.erase)  # a word whole
    lobby.touch(lobby.page.keyboard.space)
    assert lobby.page.field.text == "我家 停气了"


def test_in_english_words_keep_a_space_and_a_sentence_begins_with_a_capital(lobby):
    window = lobby.open()
    window.speak("en")
    to_write(lobby)
    lobby.touch(lobby.page.keyboard.layers[3])
    for letter in "THE":
        key(lobby, letter)
    key(lobby, "gas meter")
    key(lobby, "today")
    key(lobby, "?")
    assert lobby.page.field.text == "The gas meter today?"


def test_what_does_not_fit_is_not_written_and_the_counter_says_so(lobby):
    lobby.open()
    to_write(lobby)
    page = lobby.page
    page.field.limit = 5
    for text in ("工作人员", "热水器", "很", "很"):
        key(lobby, text)
    assert page.field.text == "工作人员很"
    assert page.characters_left.text() == "还可以写 0 字"
    lobby.touch(page.keyboard.erase)
    assert page.characters_left.text() == "还可以写 1 字"


def test_a_real_keyboard_writes_too_one_paragraph_and_pastes_nothing(lobby):
    lobby.open()
    to_write(lobby)
    QApplication.clipboard().setText("pasted")
    for letter in (Qt.Key.Key_H, Qt.Key.Key_I, Qt.Key.Key_Space, Qt.Key.Key_7):
        press(lobby, letter)
    for letter, modifier in ((Qt.Key.Key_Return, PLAIN), (Qt.Key.Key_V, CTRL), (Qt.Key.Key_Insert, SHIFT)):
        press(lobby, letter, modifier)
    assert lobby.page.field.toPlainText() == "hi 7"
    for _ in range(3):
        press(lobby, Qt.Key.Key_Tab)
    assert not lobby.page.field.hasFocus()
    assert lobby.page.field.toPlainText() == "hi 7"


def test_the_field_starts_empty_for_the_next_customer(lobby):
    window = lobby.open()
    to_write(lobby)
    key(lobby, "我家")
    window.idle.timed_out.emit()
    for _ in range(20):
        window.frame.countdown.tick()
    to_write(lobby)
    assert lobby.page.field.text == ""
    assert lobby.page.keyboard.layers[0].isChecked()
