"""The pause of five minutes at the counter: asked for, counted down, shown everywhere, taken back, ended."""

from PySide6.QtCore import Qt

from counter.kit.ring import Stage
from counter.second_screen import SecondScreen
from shared.daily_log.views import day as day_log
from shared.device import config
from shared.domain.policy import default
from shared.domain.roles import Role
from shared.domain.sections import CounterTimes
from shared.practice.diary import views as diary
from shared.practice.line import actions as line
from shared.practice.pauses import actions, views
from shared.practice.pauses.facts import Reason, Source
from shared.practice.pauses.policy import PausesPolicy
from tests.counter.conftest import Counter
from tests.support.builders import HALL, MONDAY, actor, attested


def asks(counter: Counter, waiting: int) -> None:
    """The count typed where the cursor is, and Enter."""
    counter.waits(lambda: counter.window.isActiveWindow(), "the window")
    counter.presses(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    counter.types(str(waiting))
    counter.presses(Qt.Key.Key_Return)


def test_seven_waiting_is_refused_in_plain_words_and_recorded(counter: Counter) -> None:
    counter.signs_in_at("1001", "home")
    counter.presses(Qt.Key.Key_F9)
    counter.reads("请先填写现在有几位用户在等候")
    assert views.refused(counter.store, HALL, MONDAY) == ()
    asks(counter, 7)
    assert "7 位用户在等候，须在 5 名以下" in counter.reads("这次不能暂停")
    [refused] = counter.until(lambda store: views.refused(store, HALL, MONDAY))
    assert (refused.code, refused.decision.waiting, refused.decision.source) == ("too_many_waiting", 7, Source.ATTESTED)


def test_a_pause_by_keyboard_counts_down_reminds_and_ends_with_its_true_length(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "home")
    page.pause.ask.reason.setCurrentIndex(page.pause.ask.reason.findData(Reason.LOW))
    page.pause.ask.waiting.setFocus()
    asks(counter, 2)
    counter.reads("好好歇一歇")
    for reader, reason in ((actor("2001", Role.SUPERVISOR), Reason.LOW), (actor("1002"), None)):
        assert [each.reason for each in views.of_day(counter.store, HALL, MONDAY, reader)] == [reason]
    counter.reads("请到 2号窗口、3号窗口")
    assert page.pause.away.countdown.ring.text == "5:00"
    for passed, words in (
        (271_000, "还有不到半分钟"),
        (301_000, "时间到了"),
        (331_000, "已超时，请尽快"),
        (361_000, "站长已收到"),
    ):
        counter.times.passed = passed
        counter.reads(words)
    assert page.pause.away.countdown.ring.text == "+1:01"
    counter.presses(Qt.Key.Key_F9)
    [pause] = counter.until(lambda store: [each for each in views.of_day(store, HALL, MONDAY) if not each.running])
    assert pause.length_ms == 361_000
    assert diary.mine(counter.store, "1001")[0].length_ms == 361_000
    assert counter.reads("今天还可暂停 1 次")


def test_the_reminders_also_come_on_other_pages_and_on_the_bar(counter: Counter) -> None:
    counter.signs_in_at("1001", "home")
    asks(counter, 2)
    counter.reads("好好歇一歇")
    diary_page = counter.opens("diary")
    for passed, words in ((271_000, "还有不到半分钟"), (301_000, "时间到了")):
        counter.times.passed = passed
        counter.waits(lambda words=words: words in diary_page.notice.text, words)
    counter.opens("queue")
    counter.presses(Qt.Key.Key_F12)
    bar = counter.window.workspace.pages["queue"].bar
    counter.times.passed = 331_000
    counter.waits(lambda: "请尽快回到窗口" in bar.notice.text(), "the words on the bar")


def test_the_length_is_measured_on_the_steady_clock_even_if_the_day_clock_is_set_back(counter: Counter) -> None:
    counter.signs_in_at("1001", "home")
    asks(counter, 2)
    counter.reads("好好歇一歇")
    counter.times.passed = 120_000
    counter.times.start -= 3_600_000
    counter.presses(Qt.Key.Key_F9)
    counter.reads("申请暂停")
    [pause] = counter.until(lambda store: views.of_day(store, HALL, MONDAY))
    assert pause.length_ms == 120_000


def test_the_customer_at_the_window_comes_first_and_nobody_is_called_meanwhile(counter: Counter) -> None:
    for _ in range(2):
        line.take(counter.store, "gas_payment", now=counter.times.start)
    page = counter.signs_in_at("1001", "queue")
    counter.presses(Qt.Key.Key_F2)
    counter.waits(lambda: page.control.state.serving, "the number")
    counter.opens("home")
    counter.reads("等候 1 位")
    counter.presses(Qt.Key.Key_F9)
    assert "A001 号还没有办完" in counter.reads("这次不能暂停")
    counter.opens("queue")
    counter.presses(Qt.Key.Key_F4)
    counter.waits(lambda: page.control.state.serving is None, "the end")
    counter.opens("home")
    counter.presses(Qt.Key.Key_F9)
    counter.reads("好好歇一歇")
    counter.opens("queue")
    counter.presses(Qt.Key.Key_F2)
    counter.reads("您正在暂停服务")
    assert page.control.state.serving is None


def test_a_pause_begun_by_mistake_is_taken_back_and_counts_as_none(counter: Counter) -> None:
    page = counter.signs_in_at("1001", "home")
    asks(counter, 2)
    counter.waits(page.pause.away.undo.isVisible, "the way back")
    counter.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert counter.reads("今天还可暂停 2 次")
    assert views.of_day(counter.store, HALL, MONDAY) == ()
    assert diary.mine(counter.store, "1001") == ()
    log = day_log(counter.store, HALL, MONDAY, now=counter.times.start)
    assert [line.details["staff"] for line in log.lines if line.kind == "pause_withdrawn"] == ["王芳(1001)"]
    assert log.totals.pauses.granted == 0
    asks(counter, 2)
    counter.reads("好好歇一歇")
    counter.times.passed = 10_000
    counter.waits(lambda: not page.pause.away.undo.isVisible(), "the end of the ten seconds")


def test_a_colleagues_pause_appears_by_itself_and_the_supervisor_is_told_at_six_minutes(counter: Counter) -> None:
    counter.signs_in_at("2001", "day")
    count = attested(1, counter.times.start)
    actions.request(counter.store, actor("1002"), waiting=count, now=counter.times.start)
    counter.reads("李娜（2号窗口）暂停中 0:00")
    counter.times.passed = 200_000
    counter.reads("李娜（2号窗口）暂停中 3:20")
    counter.times.passed = 361_000
    counter.reads("李娜 的暂停已超时")


def test_the_stages_of_a_pause_are_the_policys() -> None:
    policy = default()[PausesPolicy]
    stages = [
        Stage.of(seconds * 1000, policy.seconds, policy) for seconds in (0, 269, 270, 299, 300, 329, 330, 359, 360)
    ]
    assert stages == [0, 0, 1, 1, 2, 2, 3, 3, 4]


def test_every_stage_of_a_pause_is_large_on_the_locked_screen(counter: Counter) -> None:
    """The pause and the idle lock are both five minutes: the lock falls when the words are needed."""
    policy = counter.window.session.here.policy
    assert policy[CounterTimes].lock_after_seconds == policy[PausesPolicy].seconds
    counter.signs_in_at("1001", "home")
    asks(counter, 1)
    counter.reads("好好歇一歇")
    counter.times.passed = 300_000
    counter.window.idle.timer.timeout.emit()  # nobody touched anything for so long
    away = counter.window.sign_in.away
    counter.waits(away.isVisible, "the pause on the locked screen")
    assert counter.window.sign_in.isVisible()
    assert counter.reads("王芳") == "王芳（1号窗口）"
    assert away.ring.height() > counter.window.height() // 3
    for passed, words, ring in (
        (300_000, "时间到了，请回到窗口", "+0:00"),
        (331_000, "已超时，请尽快", "+0:31"),
        (361_000, "站长已收到", "+1:01"),
    ):
        counter.times.passed = passed
        counter.reads(words)
        assert away.ring.text == ring
    counter.signs_in("1001")
    counter.reads("站长已收到")
    counter.presses(Qt.Key.Key_F9)
    [pause] = counter.until(lambda store: [p for p in views.of_day(store, HALL, MONDAY) if not p.running])
    assert pause.length_ms == 361_000


def test_a_colleague_may_sign_in_on_the_screen_locked_by_a_pause(counter: Counter) -> None:
    counter.signs_in_at("1001", "home")
    asks(counter, 1)
    counter.reads("好好歇一歇")
    counter.presses(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    counter.times.passed = 271_000
    counter.reads("还有不到半分钟")
    [pause] = views.running(counter.store, HALL, counter.times.start)
    actions.end(counter.store, actor("1001"), pause.id, None, now=counter.times.start + 271_000)
    counter.waits(lambda: not counter.window.sign_in.away.isVisible(), "the end of the pause")
    counter.signs_in("1002")
    assert counter.reads("李娜")


def test_the_customers_display_says_where_to_go_while_the_window_is_paused(counter: Counter) -> None:
    counter.signs_in_at("1001", "home")
    display = counter.window.findChild(SecondScreen)
    assert display is not None
    assert not display.isVisible(), "no device.json names a second display"
    display.place(0)
    counter.waits(lambda: display.shown.large == "1号窗口", "the window's own words")
    counter.window.activateWindow()
    counter.opens("home")
    asks(counter, 1)
    counter.waits(lambda: display.shown.large == "暂停服务", "the pause on the display")
    assert display.shown.middle == "请到 2号窗口、3号窗口"
    counter.times.passed = 100_000
    assert display.shown.small == "3:20"
    counter.times.passed = 305_000
    assert display.shown.small == "马上回来"


def test_the_display_that_the_device_names_is_used(counter: Counter) -> None:
    assert config.load(counter.folder).screens.second_screen == -1
    config.save(counter.folder, config.DeviceSettings(screens=config.Screens(second_screen=0)))
    display = counter.window.findChild(SecondScreen)
    assert display is not None
    display.find_display()
    counter.waits(display.isVisible, "the second display")


def test_the_pause_is_shown_on_every_page(counter: Counter) -> None:
    counter.signs_in_at("1001", "home")
    asks(counter, 2)
    counter.reads("好好歇一歇")
    counter.opens("queue")
    counter.times.passed = 108_000
    for words in ("暂停服务中 3:12", "暂停服务 3:12", "还剩 3:12"):
        counter.reads(words)
    counter.times.passed = 307_000
    counter.reads("暂停服务中 +0:07")
    counter.opens("home")
    counter.presses(Qt.Key.Key_F9)
    counter.waits(lambda: not any("+0:07" in text for text in counter.sees()), "the end everywhere")
