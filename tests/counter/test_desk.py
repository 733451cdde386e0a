"""What stands on the desk: the voice is set up, its phrases are replaced, and calls are said from this PC."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from build_spec import voice as build
from counter.desk.calls import SpokenCalls
from shared.device import config
from shared.journal.store import Store
from shared.practice.line import actions as line
from shared.qt import sound
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import actor, at
from tests.test_voice import recording


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
    counter.signs_in("1001")
    page = counter.opens("desk")
    [part] = [part for part in page.parts if type(part).__name__ == "VoicePart"]
    counter.reads("共 79 句，自己录的 0 句，缺少 0 句，太响 0 句。")
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
    part.take_in(recording(tmp_path / "mine.wav", 0.5, loud=32_760))
    counter.reads("自己录的 1 句，缺少 0 句，太响 1 句")
    counter.presses(Qt.Key.Key_F6)
    assert played[-1] == "please.wav"
    (tmp_path / "words.wav").write_text("no sound")
    part.take_in(tmp_path / "words.wav")
    counter.reads("这个文件不能用")
    counter.presses(Qt.Key.Key_R, CTRL)
    counter.reads("自己录的 0 句")


def test_calls_are_said_at_the_window_that_made_them(
    counter: Counter, store: Store, taken: list[str], played: list[str]
) -> None:
    config.save(counter.folder, config.Device(voice=config.Voice(speaks="window")))
    said: list[str] = []
    counter.waits(lambda: counter.window.session.findChild(SpokenCalls), "the voice")
    counter.window.session.findChild(SpokenCalls).announcer.said.connect(lambda call: said.append(call.label))
    counter.signs_in("1001")
    counter.opens("queue")
    line.call_next(store, actor("1002"), now=at("10:29"))
    counter.reads("等候 3 位")
    counter.presses(Qt.Key.Key_F2)
    counter.reads("请 A002 到 1号窗口")
    counter.waits(lambda: said == ["A002"], "the own call, not the other window's")
    assert played == ["call-window.wav"]
