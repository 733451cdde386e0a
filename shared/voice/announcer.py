"""Speaks calls one after the other: each is joined to a WAV file on the store thread and played by the system."""

from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from shared.qt import sound
from shared.voice import recording
from shared.voice.recording import Call, Made

_DAY_MS = 86_400_000


class HasFolder(Protocol):
    """The part of a store that is used here."""

    @property
    def folder(self) -> Path: ...


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
        self._ask(lambda store: recording.make(store.folder, call, speakers, now), lambda made: self._play(call, made))

    def _play(self, call: Call, made: Made | None) -> None:
        self._making = False
        if made is not None:
            sound.play(made.file)
            self._lasts.start(round(made.seconds * 1000))
            self.said.emit(call)
        self._next()
