"""Cards from colleagues, one's own cards and the diary at the counter; flagged cards decided by the supervisor."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter.kit.dialog import Dialog
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.opening import open_store
from shared.people import actions as people
from shared.practice.cards import actions as cards
from shared.practice.cards import views
from shared.practice.cards.facts import P
from shared.practice.diary import views as diary
from shared.practice.diary.facts import Entry
from shared.registry import PROJECTIONS
from tests.counter.conftest import CTRL, Counter
from tests.older.test_two_versions import newer
from tests.support.builders import HALL, MORNING, actor, at, line

ALT = Qt.KeyboardModifier.AltModifier


def flagged(counter: Counter) -> list[str]:
    """Four cards within a minute: the later ones are suspect."""
    for second in range(4):
        cards.award(counter.store, "1002", P.POLITE, now=at("10:00") + second * 5000)
    return [card.card for card in views.suspect(counter.store, HALL)]


def test_a_card_for_a_colleague_is_sent_undone_and_counted_against_the_allowance(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "give_card")
    counter.types("1002")
    counter.reads("以同事身份送卡：本月还可送 5 张，每月 5 张")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("请选一个P")
    counter.presses(Qt.Key.Key_4, ALT)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已把“热情”卡送给 李娜")
    [card] = counter.until(lambda store: views.given(store, "1001", now=counter.times.start))
    assert (card.staff, card.p, card.by) == ("1002", P.PASSIONATE, "1001")
    counter.reads("本月还可送 4 张")
    assert page.given.rows.rowCount() == 1
    counter.reads("撤回送给 李娜 的热情卡")
    counter.presses(Qt.Key.Key_Z, CTRL)
    counter.reads("已撤回")
    counter.reads("本月还可送 5 张")
    assert views.given(counter.store, "1001", now=counter.times.start) == ()
    for other in ("1002", "1003", "1004", "1002", "1003"):
        assert not isinstance(cards.give(counter.store, actor("1001"), other, P.POLITE, now=at("10:00")), Refusal)
    counter.reads("本月还可送 0 张")
    counter.presses(Qt.Key.Key_1, ALT)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("本月的 5 张卡已经送完")


def test_my_cards_show_the_p_at_once_what_is_missing_and_nameless_others(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "my_cards")
    cards.award(counter.store, "1001", P.PATIENT, sentence="谢谢", now=counter.times.start)
    counter.reads("距离铜级还差 24 张，其中至少 礼貌 3 张、耐心 2 张")
    counter.waits(lambda: page.table.rows.rows, "the card")
    shown = [page.table.rows.index(0, place).data() for place in range(6)]
    assert shown[2:5] == ["耐心", "用户", "已计入"]
    assert (shown[1], shown[5]) == ("", ""), "the hour and the sentence come after the shift"
    assert not page.comparison.isVisible(), "so few colleagues could be told apart"
    people.import_staff(counter.store, [line(f"110{n}", f"甲{n}", str(n)) for n in range(6)], now=MORNING)
    counter.waits(page.comparison.isVisible, "the others")
    chart = page.comparison.view.chart
    assert (chart.own, set(chart.others)) == (1.0, {0})
    assert "甲" not in chart.spoken()
    assert chart.table()[1] == ("我", "1")


def test_the_supervisor_decides_on_flagged_cards_each_time_with_a_reason(counter: Counter) -> None:
    suspects = flagged(counter)
    page = counter.signs_in_at("2001", "flagged")
    counter.waits(lambda: page.waiting.rows.rowCount() == len(suspects), "the suspect cards")
    chosen = page.waiting.current().card
    counter.presses(Qt.Key.Key_Delete, CTRL)
    dialog = counter.dialog()
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("请写明理由")
    assert isinstance(dialog, Dialog)
    counter.types("one customer, four taps")
    counter.presses(Qt.Key.Key_Return)
    [decided] = counter.until(lambda store: views.reviewed(store, HALL))
    assert (decided.card, decided.verdict, decided.counted) == (chosen, "exclude", False)
    counter.closes()
    counter.presses(Qt.Key.Key_PageDown, CTRL)
    counter.waits(page.decided.current, "the decided card")
    counter.presses(Qt.Key.Key_Z, CTRL)
    counter.dialog()
    counter.types("two children of the family")
    counter.presses(Qt.Key.Key_Return)
    counter.waits(lambda: not views.reviewed(counter.store, HALL), "the decision to be taken back")


def test_an_entry_written_changed_and_put_up_for_the_award_by_keyboard(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "diary")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("请写几句话")
    counter.presses(Qt.Key.Key_5, ALT)
    counter.types("found a leak at the corner")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已记下")
    [entry] = counter.until(lambda store: diary.mine(store, "1001"))
    assert (entry.entry, entry.text, entry.candidate) == (Entry.DISCOVERY, "found a leak at the corner", False)
    counter.waits(page.table.current, "the entry in the list")
    counter.presses(Qt.Key.Key_M, CTRL)
    counter.dialog()
    counter.presses(Qt.Key.Key_A, CTRL)
    counter.types("在街角发现漏气")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: diary.mine(store, "1001")[0].text == "在街角发现漏气")
    counter.closes()
    counter.presses(Qt.Key.Key_T, CTRL)
    counter.reads("已同意推荐")
    assert [v.text for v in diary.versions(counter.store, actor("2001", Role.SUPERVISOR), entry.id)] == [
        "found a leak at the corner",
        "在街角发现漏气",
    ]


def test_an_unexpected_error_is_reported_and_the_act_can_be_tried_again(counter: Counter, qtbot: QtBot) -> None:
    page = counter.signs_in_at("1001", "diary")
    counter.types("help")
    with qtbot.capture_exceptions() as exceptions:  # of the act, and of pages that read meanwhile
        counter.store.db.execute_sql("ALTER TABLE diary_entry RENAME TO away")
        counter.presses(Qt.Key.Key_Return, CTRL)
        counter.reads("出了意外，这一步没有完成")
        counter.store.db.execute_sql("ALTER TABLE away RENAME TO diary_entry")
        settled: list[bool] = []
        counter.window.session.read(counter.window, lambda _store: True, settled.append)
        counter.waits(lambda: settled, "what was asked for before")
    assert exceptions
    assert page.words.text() == "help"
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已记下")
    counter.waits(page.table.current, "the entry in the list")


def test_a_counter_whose_tables_another_version_has_rebuilt_says_what_to_do(counter: Counter, qtbot: QtBot) -> None:
    """It said only that something unexpected had happened, where the person was looking."""
    page = counter.signs_in_at("1001", "diary")
    counter.types("help")
    with qtbot.capture_exceptions():
        open_store(counter.folder, map(newer, PROJECTIONS)).close()
        counter.presses(Qt.Key.Key_Return, CTRL)
        counter.waits(lambda: "请关闭本程序，再打开" in page.notice.text, "what to do")
    assert page.words.text() == "help"
    assert diary.mine(counter.store, "1001") == ()
