"""声音、用户屏和叫号屏: the parts of every day, and the sign tried as the program that it is."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent

from counter.desk.display import DisplayPart
from counter.desk.voice import VoicePart
from counter.first_day.step import Step, place
from counter.kit.parts import PageOfParts, PagePart
from counter.kit.words import Button, say
from counter.session import CounterSession
from shared.domain.actor import Actor

_SIGN = QT_TRANSLATE_NOOP("Counter", "试叫号屏")
_SHOWN = QT_TRANSLATE_NOOP("Counter", "请看第 {n} 块屏幕：叫号屏显示约半分钟。以后用 warm-window-kiosk --sign 启动它。")
_GONE = QT_TRANSLATE_NOOP("Counter", "叫号屏没有开起来：可能它已经在别处开着。原因写在数据文件夹的 log 里。")
_KIOSK = "warm-window-kiosk"
_TRIAL_MS = 30_000
_LOOKS_MS = 500
_ENDS_SECONDS = 5


class ScreensStep(Step, PageOfParts):
    """Each is saved or tried by its own button; without them a hall works too."""

    place = place("first_screens", QT_TRANSLATE_NOOP("Counter", "声音、用户屏和叫号屏"), "sound")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.sign = Button(_SIGN, shortcut="F7")
        self.sign.clicked.connect(self._try_sign)
        self.head.addWidget(self.sign)
        self.running: subprocess.Popen[bytes] | None = None
        self._ends = QTimer(self, singleShot=True, interval=_TRIAL_MS)
        self._ends.timeout.connect(self.end_sign)
        self._looks = QTimer(self, interval=_LOOKS_MS)
        self._looks.timeout.connect(self._look)

    def made(self) -> Sequence[PagePart]:
        return VoicePart(self), DisplayPart(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.end_sign()

    def end_sign(self) -> None:
        """Take the sign away."""
        self._ends.stop()
        self._looks.stop()
        if self.running is not None:
            self.running.terminate()
            self.running.wait(_ENDS_SECONDS)
            self.running = None

    def _try_sign(self) -> None:
        self.end_sign()
        screen = _other_screen()
        self.running = subprocess.Popen(
            [*_program(), "--sign", "--screen", str(screen), "--data", str(self.plan.folder)]
        )
        self._ends.start()
        self._looks.start()
        self.notice.say(say(_SHOWN).format(n=screen + 1))

    def _look(self) -> None:
        """Nobody ends it so soon: it has no screen, or there is one already."""
        if self.running is not None and self.running.poll() is not None:
            self.end_sign()
            self.notice.say(say(_GONE), "warn", 0)


def _other_screen() -> int:
    """The last screen: with two or more that is not where this is read."""
    return len(QGuiApplication.screens()) - 1


def _program() -> list[str]:
    """The kiosk: the program beside this one where it is frozen or installed, else the module."""
    beside = Path(sys.executable).with_name(_KIOSK + (".exe" if sys.platform == "win32" else ""))
    return [str(beside)] if beside.exists() else [sys.executable, "-m", "kiosk"]
