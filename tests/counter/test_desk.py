"""What stands on the desk: the voice is set up, its phrases are replaced, and calls are said from this PC."""

import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from build_spec import voice as build
from counter.desk.all_settings import AllSettingsPart
from counter.desk.calls import SpokenCalls
from counter.second_screen import SecondScreen
from shared.device import config
from shared.device.settings import all_settings
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.practice.cards import views as card_views
from shared.practice.cards.facts import Giver, P
from shared.practice.inquiries import views as inquiry_views
from shared.practice.inquiries.facts import Channel, Topic
from shared.practice.line import actions as line
from shared.practice.line import views as line_views
from shared.qt import printers, sound
from shared.voice import system
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import HALL, actor, at
from tests.support.paper import into
from tests.support.tabs import opened
from tests.test_voice import wav


@pytest.fixture(scope="module", autouse=True)
def pack() -> None:
    """Made at set-up; here only where that was not done."""
    build.make()


@pytest.fixture(autouse=True)
def played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were to be heard: the tests' machine need not make a noise."""
    files: list[str] = []
    monkeypatch.setattr(sound, "play", lambda file: files.append(file.name))
    return files


def test_the_voice_is_set_up_heard_and_its_phrases_replaced(
    counter: Counter, tmp_path: Path, played: list[str]
) -> None:
    page = counter.signs_in_at("1001", "desk")
    part = page.part
    counter.reads("共 79 句，自己录的 0 句，缺少 0 句，太响 0 句。")
    assert part.source.isEnabled() is (not system.missing())
    if sys.platform != "win32":
        counter.reads("系统语音只有Windows上有")
    assert part.silent.isVisible() is not sound.can_play(), "without any player the page says so"
    part.speaks.setCurrentIndex(2)
    part.volume.setValue(60)
    part.quiet_from.setText("12:00")
    counter.presses(Qt.Key.Key_S, CTRL)
    counter.reads("安静时段请写成 12:00 这样的时间")
    part.quiet_to.setText("13:30")
    counter.presses(Qt.Key.Key_S, CTRL)
    counter.reads("已保存")
    saved = config.load(counter.folder).voice
    assert saved == config.Voice(speaks="hall", volume=60, quiet_from="12:00", quiet_to="13:30")
    counter.presses(Qt.Key.Key_F5)
    counter.waits(lambda: played == ["call-hall.wav"], "a call on trial")
    part.use_recording(wav(tmp_path / "mine.wav", 0.5, loud=32_760))
    counter.reads("自己录的 1 句，缺少 0 句，太响 1 句")
    counter.presses(Qt.Key.Key_F6)
    assert played[-1] == "please.wav"
    (tmp_path / "words.wav").write_text("no sound")
    part.use_recording(tmp_path / "words.wav")
    counter.reads("这个文件不能用")
    counter.presses(Qt.Key.Key_R, CTRL)
    counter.reads("自己录的 0 句")


def test_calls_are_said_at_the_window_that_made_them(
    counter: Counter, store: Store, taken: list[str], played: list[str]
) -> None:
    config.save(counter.folder, config.DeviceSettings(voice=config.Voice(speaks="window")))
    said: list[str] = []
    counter.waits(lambda: counter.window.session.findChild(SpokenCalls), "the voice")
    counter.window.session.findChild(SpokenCalls).announcer.said.connect(lambda call: said.append(call.label))
    counter.signs_in_at("1001", "queue")
    line.call_next(store, actor("1002"), now=at("10:29"))
    counter.reads("等候 3 位")
    counter.presses(Qt.Key.Key_F2)
    counter.reads("请 A002 到 1号窗口")
    counter.waits(lambda: said == ["A002"], "the own call, not the other window's")
    assert played == ["call-window.wav"]


def display(counter: Counter) -> SecondScreen:
    found = counter.window.findChild(SecondScreen)
    assert found is not None
    return found


def sets_up_the_display(counter: Counter, rating: int) -> Any:
    """On the page, as a person does: the only display of this machine, this way of rating."""
    page = counter.opens("desk")
    counter.presses(Qt.Key.Key_PageDown, CTRL)
    part = page.tabs.parts[1]
    counter.waits(part.isVisible, "the tab of the display")
    counter.waits(lambda: part.which.count() == 1 + len(QApplication.screens()), "the displays there are")
    part.which.setCurrentIndex(1)
    part.how.setCurrentIndex(rating)
    counter.presses(Qt.Key.Key_S, CTRL)
    counter.reads("已保存，用户屏已按新的设置显示")
    counter.waits(display(counter).isVisible, "the display")
    counter.window.activateWindow()
    return part


def serves(counter: Counter) -> None:
    counter.opens("queue")
    counter.presses(Qt.Key.Key_F2)
    counter.waits(lambda: line_views.serving(counter.store, "1001", at("10:30")), "a customer")
    counter.waits(lambda: counter.window.workspace.pages["queue"].control.state.serving, "them on the page")
    counter.presses(Qt.Key.Key_1)
    counter.presses(Qt.Key.Key_F4)


def test_a_customer_gives_a_card_at_the_window_takes_it_back_and_the_next_one_is_silent(
    counter: Counter, store: Store, taken: list[str]
) -> None:
    counter.signs_in("1001")
    sets_up_the_display(counter, 1)
    assert display(counter).shown.middle == "王芳"
    serves(counter)
    panel = counter.waits(lambda: display(counter).question.panel, "the question")
    counter.waits(panel.isVisible, "the question")
    assert panel.heading.accessibleName() == "谢谢您的光临，A001 愿意送王芳一张卡吗？"
    assert [card.accessibleName().partition("，")[0] for card in panel.cards.values()] == [
        "礼貌",
        "耐心",
        "积极",
        "热情",
        "专业",
    ]
    apart = panel.help.size() - panel.cards["polite"].size()
    assert max(abs(apart.width()), abs(apart.height())) <= 2, "an opinion is as large as a card"
    QTest.mouseClick(panel.cards["passionate"], Qt.MouseButton.LeftButton)
    [card] = counter.until(lambda store: card_views.of_day(store, HALL, day_of(at("10:30"))))
    assert (card.staff, card.p, card.giver, card.verified) == ("1001", P.PASSIONATE, Giver.CUSTOMER, True)
    [event] = [event for event in store.events() if event.kind == "card_awarded"]
    assert (event.actor, event.body["source"], event.body["number"]) == ("", "window", taken[0])
    counter.waits(panel.undo.isVisible, "the thanks")
    QTest.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    counter.until(lambda store: any(event.kind == "card_withdrawn" for event in store.events()))
    counter.times.passed = 5_000
    serves(counter)
    counter.waits(lambda: "A002" in panel.heading.accessibleName(), "the next question")
    counter.opens("queue")
    counter.presses(Qt.Key.Key_F2)  # the customer has gone without a touch
    counter.until(
        lambda store: [e.body["number"] for e in store.events() if e.kind == "rating_unanswered"] == [taken[1]]
    )
    counter.waits(lambda: not panel.isVisible(), "the end of the question")


def test_an_opinion_at_the_window_is_a_ticket_of_the_supervisor_and_can_be_taken_back(
    counter: Counter, store: Store, taken: list[str]
) -> None:
    counter.signs_in("1001")
    sets_up_the_display(counter, 1)
    serves(counter)
    panel = counter.waits(lambda: display(counter).question.panel, "the question")
    counter.waits(panel.isVisible, "the question")
    QTest.mouseClick(panel.help, Qt.MouseButton.LeftButton)
    [ticket] = counter.until(lambda store: inquiry_views.open_tickets(store, HALL, at("10:30")))
    assert (ticket.owner, ticket.topic, ticket.channel) == ("2001", Topic.COMPLAINT, Channel.KIOSK)
    assert "1号窗口办完 A001（燃气费收取）" in ticket.text
    counter.waits(lambda: ticket.number in panel.heading.accessibleName(), "its number")
    assert panel.code.isVisible()
    counter.english()
    counter.waits(lambda: "Wed 4 Mar" in panel.heading.accessibleName(), "the day in the other language, too")
    counter.presses(Qt.Key.Key_E, CTRL)
    counter.waits(lambda: "3月4日" in panel.heading.accessibleName(), "Chinese")
    assert not panel.code.geometry().intersects(panel.undo.geometry())
    QTest.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    counter.until(lambda store: not inquiry_views.open_tickets(store, HALL, at("10:30")))
    counter.waits(lambda: "已撤回" in panel.heading.accessibleName(), "that it was taken back")


def test_a_display_that_nobody_can_touch_shows_the_code_and_a_trial_stores_nothing(
    counter: Counter, store: Store, taken: list[str]
) -> None:
    counter.signs_in("1001")
    part = sets_up_the_display(counter, 2)
    part.how.setCurrentIndex(1)
    counter.presses(Qt.Key.Key_F5)
    panel = display(counter).question.panel
    counter.waits(lambda: "A005" in panel.heading.accessibleName(), "the trial")
    QTest.mouseClick(panel.cards["polite"], Qt.MouseButton.LeftButton)
    counter.waits(panel.undo.isVisible, "thanks on trial")
    panel.timed_out.emit()
    serves(counter)
    counter.waits(lambda: panel.isVisible() and panel.code.isVisible(), "the code")
    assert panel.heading.accessibleName() == "请到自助屏扫小票或此码 A001：给王芳送一张卡"
    assert not [event for event in store.events() if event.kind in ("card_awarded", "rating_unanswered")]
    counter.english()
    counter.waits(lambda: "Scan" in panel.heading.accessibleName(), "English")


def test_every_setting_of_this_pc_is_on_a_page_with_its_default_and_can_be_changed_and_put_back(
    counter: Counter,
) -> None:
    page = counter.signs_in_at("9001", "desk")
    part = opened(page, AllSettingsPart)
    counter.waits(lambda: part.table.rows.rows, "the settings")
    assert [line.declared for line in part.table.rows.rows] == list(all_settings())
    part.table.select("backups_kept")
    counter.waits(lambda: "每天一份" in part.meaning.text() and "出厂值：7" in part.meaning.text(), "what it means")
    counter.presses(Qt.Key.Key_M, CTRL)
    counter.dialog()
    counter.presses(Qt.Key.Key_A, CTRL)
    counter.types("30")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("“保留几份备份”已保存")
    assert config.load(counter.folder).backups_kept == 30
    counter.closes()
    counter.waits(lambda: not part.restore.why, "something to put back")
    counter.presses(Qt.Key.Key_R, CTRL)
    counter.waits(lambda: config.load(counter.folder).backups_kept == 7, "the default")


def test_a_printer_is_chosen_once_tried_and_kept_and_none_is_said(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: tuple[str, ...] = ()
    monkeypatch.setattr(printers, "names", lambda: there)
    monkeypatch.setattr(printers, "printer", lambda name: into(tmp_path / f"{name}.pdf") if name in there else None)
    page = counter.signs_in_at("9001", "desk")
    part = page.tabs.parts[0]
    counter.waits(part.none.isVisible, "that there is no printer")
    QTest.mouseClick(part.tests["pages"], Qt.MouseButton.LeftButton)
    counter.reads("没有可用的打印机")
    there = ("Laser", "Roll")
    counter.presses(Qt.Key.Key_F5)
    counter.waits(lambda: part.choices["slips"].count() == 3, "the printers")
    part.choices["slips"].setCurrentIndex(2)
    QTest.mouseClick(part.tests["slips"], Qt.MouseButton.LeftButton)
    counter.reads("试印页已送往“Roll”")
    page = pypdfium2.PdfDocument(tmp_path / "Roll.pdf")[0]
    assert [round(side / 72 * 25.4) for side in page.get_size()] == [80, 120]
    counter.presses(Qt.Key.Key_S, CTRL)
    counter.reads("已保存")
    assert config.load(counter.folder).printers == config.Printers(slips="Roll")
    there = ("Laser",)
    counter.presses(Qt.Key.Key_F5)
    counter.waits(lambda: part.choices["slips"].currentText() == "Roll（现在找不到）", "that it is gone")
