"""Joins the WAV of a call by this device's settings. Called on the store thread; loads no Qt."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from shared.device import config
from shared.device.config import Voice
from shared.domain.clock import in_hours

_LANGUAGES = {"zh_CN": ("zh",), "en": ("en",), "both": ("zh", "en")}


class Call(msgspec.Struct, frozen=True):
    """A number called to a window at a moment (epoch ms): called again, it is another call."""

    label: str
    window: str
    at: int


class Made(msgspec.Struct, frozen=True):
    """A call that can be played: its WAV file, and how long it is."""

    file: Path
    seconds: float


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
    return start is not None and end is not None and in_hours(now, start, end)


def minute_of(clock: str) -> int | None:
    """The minute of the day that HH:MM is; None for anything else."""
    hours, _, minutes = clock.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2):
        return None
    return int(hours) * 60 + int(minutes) if int(hours) < 24 and int(minutes) < 60 else None
