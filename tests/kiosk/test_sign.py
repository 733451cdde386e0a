"""The hall sign: what it says of a real hall whose counters work in the same journal, and that it writes nothing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QFrame, QLabel
from pytestqt.qtbot import QtBot

from build_spec import voice as build_voice
from kiosk.__main__ import build_sign
from kiosk.process.recovery import CRASHED
from kiosk.sign.fitted_label import FittedLabel
from kiosk.sign.hall_board import Board, Call, PausedWindow
from kiosk.sign.panes import CallRow, PausedRow
from kiosk.sign.sign import SignWindow
from shared.device import config
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.practice.line import actions as line
from shared.practice.pauses import actions as pauses
from shared.qt import sound
from shared.qt.translation import CHINESE, ENGLISH, Translation
from shared.registry import PROJECTIONS
from shared.sync.courier import State, Status
from tests.kiosk.honours import honoured, strip
from tests.older.test_two_versions import newer
from tests.support import patience
from tests.support.builders import actor, at, attested, staffed_store
from tests.support.person import Person

ROOT = Path(__file__).resolve().parents[2]
SIZES = ((1920, 1080), (1080, 1920))


class Sign(Person):
    """The wall screen at half past ten, by a clock that only the test moves."""

    def __init__(self, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.time = at("10:30")
        self.window: SignWindow = build_sign(app, folder, "zh_CN", lambda: self.time, poll_ms=50)
        super().__init__(self.window)

    def calls(self) -> list[str]:
        """The called numbers with their windows, top to bottom."""
        return [line.accessibleName() for line in self.window.findChildren(CallRow) if line.isVisible()]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = staffed_store(tmp_path / "data")
    yield store
    store.close()


BOTH_WAYS = pytest.mark.parametrize("sign", SIZES, indirect=True, ids=["lying", "standing"])


@pytest.fixture
def sign(request: pytest.FixtureRequest, qtbot: QtBot, store: Store) -> Iterator[Sign]:
    made = Sign(store.folder)
    made.window.resize(*getattr(request, "param", SIZES[0]))
    made.window.show()
    yield made
    made.window.close()
    made.window.deleteLater()
    qtbot.wait(1)


def take(store: Store, count: int) -> None:
    for each in range(count):
        line.take(store, "gas_payment", now=at("10:00") + each * 1000)


@BOTH_WAYS
def test_the_honour_wall_stands_there_while_no_number_is_called(sign: Sign, store: Store) -> None:
    honoured(store)
    sign.waits(lambda: "王芳" in strip(sign.window), "the honour wall")
    assert "张伟" not in strip(sign.window)
    take(store, 1)
    line.call_next(store, actor(), now=at("10:29"))
    sign.waits(lambda: strip(sign.window) == "", "the calls alone")


@BOTH_WAYS
def test_the_latest_call_comes_first_and_stands_out(sign: Sign, store: Store) -> None:
    sign.reads("和平大厅")
    sign.reads("欢迎光临")
    take(store, 6)
    line.call_next(store, actor("1002"), now=at("10:29"))
    line.call_next(store, actor("1001"), now=at("10:30"))
    sign.waits(lambda: sign.calls() == ["A002 1号窗口", "A001 2号窗口"], "both calls")
    sign.reads("等候 4 位")
    sign.reads("接下来：A003 A004 A005")
    newest, before = sign.window.findChildren(CallRow)
    assert (newest.property("fresh"), before.property("fresh")) == ("true", "false")
    assert newest.height() > before.height()
    sign.time += 11_000
    sign.waits(lambda: newest.property("fresh") == "false", "the call to be no news any more")


def test_a_call_is_said_by_the_sign_that_is_set_to_speak(
    sign: Sign, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_voice.make()
    monkeypatch.setattr(sound, "play", lambda file: None)  # this machine need not make a noise
    config.save(store.folder, config.DeviceSettings(voice=config.Voice(speaks="sign")))
    sign.reads("欢迎光临")
    announcer, said = sign.waits(lambda: sign.window.announcer, "the voice"), list[str]()
    announcer.said.connect(lambda call: said.append(call.label))
    take(store, 1)
    line.call_next(store, actor("1001"), now=at("10:29"))
    sign.waits(lambda: said == ["A001"], "the new call")
    assert (store.folder / "voice" / "call-sign.wav").stat().st_size > 100_000


def test_served_and_held_numbers_leave_the_sign(sign: Sign, store: Store) -> None:
    take(store, 2)
    first = line.call_next(store, actor("1001"), now=at("10:20"))
    second = line.call_next(store, actor("1002"), now=at("10:21"))
    sign.waits(lambda: len(sign.calls()) == 2, "both calls")
    line.done(store, actor("1001"), first.id, "gas_payment", now=at("10:22"))
    sign.waits(lambda: sign.calls() == ["A002 2号窗口"], "the other one")
    line.hold(store, actor("1002"), second.id, now=at("10:23"))
    sign.waits(lambda: not sign.calls(), "an empty list")
    sign.reads("欢迎光临")


def test_the_queue_by_service_and_missed_numbers(sign: Sign, store: Store) -> None:
    sign.reads("3月2日（周一）")
    assert line.choose_services(store, actor("1003"), ("consultation",), now=at("09:00")) is None
    for minute in range(3):
        line.take(store, "gas_payment", now=at("10:00"))
        number = line.call_next(store, actor("1001"), now=at(f"10:{10 + minute}"))
        line.done(store, actor("1001"), number.id, "gas_payment", now=at(f"10:{10 + minute}") + 50_000)
    take(store, 5)
    missed = line.call_next(store, actor("1001"), now=at("10:20"))
    line.no_show(store, actor("1001"), missed.id, now=at("10:21"))
    sign.reads("过号：A004")
    sign.reads("燃气费收取")
    sign.reads("1、2、4号窗口")
    sign.reads("4 位 · 约 2 分钟")  # four customers of fifty seconds each at three windows, rather a minute too much


def test_a_paused_window_says_how_long_and_where_to_go(sign: Sign, store: Store) -> None:
    sign.reads("和平大厅")
    count = attested(2, sign.time)
    started = pauses.request(store, actor("1002"), waiting=count, now=sign.time)
    sign.reads("暂停服务的窗口")
    sign.reads("请到 1、3 号窗口")
    sign.reads("5:00")
    sign.time += 61_000
    sign.reads("3:59")
    sign.time += 240_000
    sign.reads("马上回来")
    pauses.end(store, actor("1002"), started.pause, 301_000, now=sign.time)
    sign.waits(lambda: not [each for each in sign.window.findChildren(PausedRow) if each.isVisible()], "its end")


@BOTH_WAYS
def test_nothing_on_the_sign_is_cut_off(sign: Sign, store: Store) -> None:
    take(store, 12)
    for number in ("1001", "1003", "1004"):
        line.call_next(store, actor(number), now=at("10:29"))
    count = attested(2, sign.time)
    pauses.request(store, actor("1002"), waiting=count, now=sign.time)
    sign.waits(lambda: len(sign.calls()) == 3, "three calls")
    sign.reads("暂停服务的窗口")
    sign.waits(lambda: all(label.height() for label in sign.window.findChildren(QLabel)), "the layout")
    for label in sign.window.findChildren(QLabel):
        if label.isVisible():
            needed = label.fontMetrics().boundingRect(label.text())
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
            assert label.height() >= needed.height() * 0.8, label.text()  # the letters; the font's own gap may go
            assert sign.window.rect().contains(label.mapTo(sign.window, label.rect().bottomRight())), label.text()


@BOTH_WAYS
def test_a_full_hall_of_many_windows_is_read_whole_in_both_languages(sign: Sign) -> None:
    """Half of A100 is A10, another customer's number: a line without room is left out, a long one written smaller."""
    sign.reads("和平大厅")
    calls = tuple(Call(f"A{1000 + each}", str(10 + each), sign.time - each * 60_000) for each in range(6))
    away = tuple(PausedWindow(str(each), sign.time + 60_000 * each, ("1", "2", "13", "14")) for each in (7, 8, 9))
    for language in (ENGLISH, CHINESE):
        assert Translation.in_force
        Translation.in_force.speak(language)
        for size in (sign.window.size().toTuple(), (1280, 1024)):
            sign.window.resize(*size)
            sign.window.show_board(Board("和平大厅", calls, ("A1200", "A1201", "A1202"), 200, away))
            sign.waits(lambda: sign.calls() and not _squeezed(sign), "every line to be whole")
            assert "A1000" in sign.calls()[0]
            assert len(sign.calls()) > 1
            _nothing_is_cut(sign)
            shown = sum(line.isVisible() for line in sign.window.findChildren(PausedRow))
            assert len(sign.calls()) >= shown
            assert any("3" in text for text in sign.sees() if text.startswith(("暂停", "Paused"))) is (shown < 3)


def _squeezed(sign: Sign) -> list[QFrame]:
    """The lines that got less height than they need."""
    lines = [*sign.window.findChildren(CallRow), *sign.window.findChildren(PausedRow)]
    return [line for line in lines if line.isVisible() and line.height() < line.sizeHint().height()]


def _nothing_is_cut(sign: Sign) -> None:
    window = sign.window
    for text in (each for each in window.findChildren(FittedLabel) if each.isVisible() and each.text()):
        assert QFontMetricsF(text.fitted_font()).horizontalAdvance(text.text()) <= text.width() + 1, text.text()
        assert window.rect().contains(text.mapTo(window, text.rect().bottomRight())), text.text()


def test_the_sign_records_nothing(sign: Sign, store: Store) -> None:
    take(store, 1)
    before = len(store.events())
    sign.reads("等候 1 位")
    sign.time += 120_000
    sign.reads("10:32")
    assert len(store.events()) == before


def test_a_new_day_begins_empty(sign: Sign, store: Store) -> None:
    take(store, 2)
    line.call_next(store, actor("1001"), now=at("10:29"))
    sign.waits(sign.calls, "the call")
    sign.time += 24 * 3_600_000
    sign.waits(lambda: not sign.calls(), "an empty list")


def test_without_a_connection_the_sign_says_since_when(sign: Sign) -> None:
    sign.reads("和平大厅")
    sign.window.courier_reported.emit(Status(state=State.WAITING, reason="offline", heard_at=at("10:28")))
    sign.reads("已断线，内容截至 10:28")
    sign.window.courier_reported.emit(Status(state=State.SENT, heard_at=at("10:31")))
    sign.waits(lambda: not any("已断线" in text for text in sign.sees()), "the end of the small print")


def test_a_folder_that_cannot_be_used_is_said_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    sign = Sign(tmp_path / "data")
    sign.window.resize(1920, 1080)
    sign.window.show()
    sign.reads("叫号屏正在恢复，请听窗口叫号")
    sign.window.close()
    sign.window.deleteLater()
    qtbot.wait(1)


def test_the_program_with_its_option_runs_beside_others(store: Store, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk", "--sign", "--windowed", "--size", "640x360", "--data", str(store.folder)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    running = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        patience.until((store.folder / "sign.lock").exists, "the first sign")
        second = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=patience.SECONDS
        )
        assert "already running" in second.stderr
        assert running.poll() is None
    finally:
        running.terminate()
        running.wait(patience.SECONDS)


@BOTH_WAYS
def test_a_sign_whose_tables_another_version_has_rebuilt_ends_to_be_started_again(
    sign: Sign, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It opened the file again each minute, and built the tables back under the newer program."""
    sign.reads("和平大厅")
    ended: list[int] = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    open_store(store.folder, map(newer, PROJECTIONS)).close()
    store.db.execute_sql("ALTER TABLE number RENAME TO number_of_tomorrow")
    sign.waits(lambda: ended, "the end")
    assert set(ended) == {CRASHED}
