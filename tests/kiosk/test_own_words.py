"""Writing Pinyin on the screen, touch by touch; what is taken back, and how much."""

import pytest

from kiosk.pages.promise import PromisePage
from kiosk.pages.write import WritePage
from shared.practice.inquiries.tables import InquiryRow
from tests.kiosk.conftest import LYING, STANDING
from tests.kiosk.looks import faults
from tests.kiosk.walk import answered


def to_pinyin(lobby):
    lobby.touch(lobby.page.opinion)
    lobby.touch(lobby.page.topics["complaint"])
    lobby.touch(lobby.page.write)
    lobby.touch(lobby.page.keyboard.layers[-1])
    answered(lobby.window)


def type_letters(lobby, letters):
    board = lobby.page.keyboard
    for letter in letters:
        lobby.touch(next(key for key in board.keys if key.isVisible() and key.text() == letter.upper()))


def candidate(lobby, text):
    """The key that offers it, on whichever page of the strip."""
    strip = lobby.page.keyboard.candidates
    while text not in strip.shown:
        assert strip.next_page.isEnabled(), f"{text} is not offered"
        lobby.touch(strip.next_page)
    return next(key for key in strip.keys if key.isVisible() and key.text() == text)


def handed_in(lobby):
    """Go on to the end without a telephone number; the words that were stored."""
    lobby.touch(lobby.page.next_button)
    lobby.touch(lobby.page.without)
    lobby.hand_in()
    lobby.sees(PromisePage)
    (ticket,) = lobby.ask(lambda store: list(InquiryRow.select().execute(store.db)))
    return ticket.text


@pytest.mark.parametrize("size", [STANDING, LYING], ids=["standing", "lying"])
@pytest.mark.parametrize("senior", [False, True], ids=["normal", "large"])
def test_a_sentence_is_written_in_pinyin_and_handed_in(lobby, size, senior):
    window = lobby.open(size=size)
    if senior:
        lobby.touch(window.frame.foot.senior)
    to_pinyin(lobby)
    type_letters(lobby, "fuwutaidu")
    assert list(faults(window)) == []
    lobby.touch(candidate(lobby, "服务"))
    assert lobby.page.keyboard.candidates.typed.text() == "tai du"
    lobby.touch(candidate(lobby, "态度"))
    type_letters(lobby, "henhao")
    lobby.touch(lobby.page.keyboard.space)  # takes the first
    lobby.touch(lobby.page.keyboard.marks[0])
    type_letters(lobby, "xiexie")  # taken as it stands by whoever is done
    assert handed_in(lobby) == "服务态度很好，谢谢"


def test_letters_alone_can_be_handed_in_where_a_word_is_offered_for_them(lobby):
    lobby.open()
    to_pinyin(lobby)
    type_letters(lobby, "v")
    assert not lobby.page.next_button.isEnabled()
    lobby.touch(lobby.page.keyboard.erase)
    type_letters(lobby, "xiexie")
    assert handed_in(lobby) == "谢谢"


def test_letters_are_taken_back_one_by_one_then_words_whole_then_all_at_once(lobby):
    lobby.open()
    to_pinyin(lobby)
    page, board = lobby.page, lobby.page.keyboard
    type_letters(lobby, "fuwu")
    lobby.touch(candidate(lobby, "服务"))
    type_letters(lobby, "xie")
    for left in ("xi", "x", ""):
        lobby.touch(board.erase)
        assert board.composition.typed == left
        assert page.field.text == "服务"
    type_letters(lobby, "haoping")
    lobby.touch(candidate(lobby, "好评"))
    lobby.touch(board.erase)
    assert page.field.text == "服务"
    type_letters(lobby, "hao")
    lobby.touch(board.clear_key)
    assert (page.field.text, board.composition.typed, board.clear_key.text()) == ("", "", "恢复")
    lobby.touch(board.clear_key)
    assert (page.field.text, board.clear_key.text()) == ("服务", "清空")
    lobby.touch(board.clear_key)
    lobby.touch(board.layers[0])
    lobby.touch(board.keys[0])
    assert (page.field.text, board.clear_key.text()) == ("我", "清空")  # once something else is written, it stays gone


def test_a_word_is_not_taken_back_whole_where_the_cursor_was_moved_into_it(lobby):
    lobby.open()
    to_pinyin(lobby)
    type_letters(lobby, "fuwutaidu")
    lobby.touch(candidate(lobby, "服务态度"))
    cursor = lobby.page.field.textCursor()
    cursor.setPosition(2)
    lobby.page.field.setTextCursor(cursor)
    lobby.touch(lobby.page.keyboard.erase)
    assert lobby.page.field.text == "服态度"


def test_the_words_of_pinyin_are_in_memory_only_while_somebody_writes(lobby):
    lobby.open()
    to_pinyin(lobby)
    page = lobby.page
    assert page.keyboard.composition.table is not None
    lobby.touch(page.heading.back)
    assert page.keyboard.composition.table is None
    lobby.touch(lobby.page.write)
    answered(lobby.window)
    assert page.keyboard.composition.table is not None


def test_the_next_customer_is_offered_nothing_the_one_before_composed(lobby):
    window = lobby.open()
    to_pinyin(lobby)
    type_letters(lobby, "liyuanfang")
    for text in ("李", "元", "芳"):
        lobby.touch(candidate(lobby, text))
    type_letters(lobby, "liyuanfang")
    assert lobby.page.keyboard.candidates.shown[0] == "李元芳"
    window.reset()
    to_pinyin(lobby)
    type_letters(lobby, "liyuanfang")
    assert "李元芳" not in lobby.page.keyboard.candidates.shown


def test_large_print_in_the_middle_of_a_word_keeps_what_was_written(lobby):
    window = lobby.open()
    to_pinyin(lobby)
    type_letters(lobby, "fuwu")
    lobby.touch(candidate(lobby, "服务"))
    type_letters(lobby, "ha")
    lobby.touch(window.frame.foot.senior)
    assert isinstance(lobby.page, WritePage)
    assert lobby.page.field.text == "服务"
    lobby.touch(lobby.page.keyboard.layers[-1])
    answered(window)
    type_letters(lobby, "hao")
    lobby.touch(candidate(lobby, "好"))
    assert lobby.page.field.text == "服务好"
