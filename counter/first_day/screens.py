"""声音、用户屏和叫号屏: the step with the tabs of 本机设置, and a trial of the sign program."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent

from counter.desk.display import DisplayPart
from counter.desk.voice import VoicePart
from counter.first_day.step import Step, place
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import Button, say
from counter.session import CounterSession
from shared.domain.actor import Actor

_SIGN = QT_TRANSLATE_NOOP("Counter", "试叫号屏")
_SHOWN = QT_TRANSLATE_NOOP("Counter", "请看第 {n} 块屏幕：叫号屏显示约半分钟。以后用 warm-window-kiosk --sign 启动它。")
_GONE = QT_TRANSLATE_NOOP("Counter", "叫号屏没有开起来：可能它已经在别处开着。原因写在数据文件夹的 log 里。")
_KIOSK = "warm-window-kiosk"
_TRIAL_MS = 30_000
_POLL_MS = 500
_EXIT_SECONDS = 5


class ScreensStep(Step, PageOfTabs):
    """Optional: each tab saves by its own button."""

    place = place("first_screens", QT_TRANSLATE_NOOP("Counter", "声音、用户屏和叫号屏"), "sound")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.sign = Button(_SIGN, shortcut="F7")
        self.sign.clicked.connect(self._try_sign)
        self.head.addWidget(self.sign)
        self.running: subprocess.Popen[bytes] | None = None
        self._trial_timer = QTimer(self, singleShot=True, interval=_TRIAL_MS)
        self._trial_timer.timeout.connect(self.stop_sign)
        self._poll_timer = QTimer(self, interval=_POLL_MS)
        self._poll_timer.timeout.connect(self._check_sign)

    def tab_types(self) -> Sequence[type[PageTab]]:
        return VoicePart, DisplayPart

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop_sign()

    def stop_sign(self) -> None:
        """Stop the sign's process, if it runs."""
        self._trial_timer.stop()
        self._poll_timer.stop()
        if self.running is not None:
            self.running.terminate()
            self.running.wait(_EXIT_SECONDS)
            self.running = None

    def _try_sign(self) -> None:
        self.stop_sign()
        screen = _last_screen()
        self.running = subprocess.Popen(
            [*_program(), "--sign", "--screen", str(screen), "--data", str(self.plan.folder)]
        )
        self._trial_timer.start()
        self._poll_timer.start()
        self.notice.say(say(_SHOWN).format(n=screen + 1))

    def _check_sign(self) -> None:
        """A sign that exits by itself within the trial has no screen, or another one runs already."""
        if self.running is not None and self.running.poll() is not None:
            self.stop_sign()
            self.notice.say(say(_GONE), "warn", 0)


def _last_screen() -> int:
    """The number of the last screen: with two or more not the one this window is on."""
    return len(QGuiApplication.screens()) - 1


def _program() -> list[str]:
    """The command of the kiosk: the program beside this one if frozen or installed, else the module."""
    beside = Path(sys.executable).with_name(_KIOSK + (".exe" if sys.platform == "win32" else ""))
    return [str(beside)] if beside.exists() else [sys.executable, "-m", "kiosk"]
