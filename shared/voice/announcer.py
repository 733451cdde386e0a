"""Speaks calls one after the other: each is joined to a WAV file on the store thread and played by the system."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from shared.device import config
from shared.device.config import Voice
from shared.qt import sound

_LANGUAGES = {"zh_CN": ("zh",), "en": ("en",), "both": ("zh", "en")}
_DAY_MS, _MINUTE_MS, _CHINA_MINUTES = 86_400_000, 60_000, 480


@dataclass(frozen=True)
class Call:
    """A number called to a window at a moment (epoch ms): called again, it is another call."""

    label: str
    window: str
    at: int


class HasFolder(Protocol):
    """The part of a store that is used here."""

    @property
    def folder(self) -> Path: ...


@dataclass(frozen=True)
class Made:
    """A call that can be played: its WAV file, and how long it is."""

    file: Path
    seconds: float


Work = Callable[[HasFolder], "Made | None"]
Ask = Callable[[Work, Callable[["Made | None"], None]], None]
"""Does the work on the store thread and hands back what it gave."""


class NewCalls:
    """Finds the calls not spoken yet. Those of the first query are left out: they were made before the start."""

    def __init__(self) -> None:
        self._seen: set[Call] | None = None

    def of(self, calls: Iterable[Call]) -> list[Call]:
        """The new ones, the earliest first."""
        now, seen = set(calls), self._seen
        newest = max((call.at for call in now), default=0)
        self._seen = {call for call in now | (seen or set()) if call.at > newest - _DAY_MS}
        return sorted(now - seen, key=lambda call: call.at) if seen is not None else []


class Announcer(QObject):
    """Speaks calls in turn; emits `said(call)` when one begins. `now` gives the hall's time, epoch ms."""

    said = Signal(object)

    def __init__(self, ask: Ask, now: Callable[[], int], speakers: Iterable[str], parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._now, self._speakers = ask, now, frozenset(speakers)
        self._waiting: deque[Call] = deque()
        self._making = False
        self._lasts = QTimer(self, singleShot=True)
        self._lasts.timeout.connect(self._next)

    def say(self, calls: Iterable[Call]) -> None:
        """Say these calls after those that wait already."""
        self._waiting.extend(calls)
        self._next()

    def _next(self) -> None:
        if self._making or self._lasts.isActive() or not self._waiting:
            return
        call, now, speakers = self._waiting.popleft(), self._now(), self._speakers
        self._making = True
        self._ask(lambda store: make(store.folder, call, speakers, now), lambda made: self._play(call, made))

    def _play(self, call: Call, made: Made | None) -> None:
        self._making = False
        if made is not None:
            sound.play(made.file)
            self._lasts.start(round(made.seconds * 1000))
            self.said.emit(call)
        self._next()


def make(folder: Path, call: Call, speakers: Iterable[str], now: int) -> Made | None:
    """The WAV of a call by this device's settings; None where another program speaks, or in the quiet hours."""
    voice = config.load(folder).voice
    return spoken(folder, call, voice) if voice.speaks in speakers and not is_quiet(voice, now) else None


def spoken(folder: Path, call: Call, voice: Voice) -> Made | None:
    """The WAV of a call in this voice; None without any recording."""
    from shared.voice import clips, system  # late: most devices never speak

    if by_system := voice.source == "system":
        system.prepare(folder)
    languages = _LANGUAGES[voice.language]
    samples = clips.call(folder, call.label, call.window, languages, voice.volume, system=by_system) * voice.times
    if not samples:
        return None
    file = folder / "voice" / f"call-{voice.speaks or 'test'}.wav"
    file.parent.mkdir(parents=True, exist_ok=True)
    return Made(file, clips.write(file, samples))


def is_quiet(voice: Voice, now: int) -> bool:
    """Whether `now` (epoch ms) is in the hours in which nothing is said; they may go over midnight."""
    start, end = minute_of(voice.quiet_from), minute_of(voice.quiet_to)
    if start is None or end is None:
        return False
    minute = (now // _MINUTE_MS + _CHINA_MINUTES) % 1440
    return start <= minute < end if start <= end else minute >= start or minute < end


def minute_of(clock: str) -> int | None:
    """The minute of the day that HH:MM is; None for anything else."""
    hours, _, minutes = clock.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2):
        return None
    return int(hours) * 60 + int(minutes) if int(hours) < 24 and int(minutes) < 60 else None
