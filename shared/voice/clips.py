"""The clips on the disk: a hall's own recordings, else what the system's voice spoke, else the pack made at build time.

All clips are WAV files of one channel, 16 bits and `RATE` samples a second. Used on the store thread.
"""

import wave
from array import array
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

import resources
from shared.voice.phrases import PHRASES, of_call

RATE = 22_050
if TYPE_CHECKING:
    Samples = array[int]
else:
    Samples = array  # not generic before Python 3.12
_FULL = 32_767
_LONGEST_SECONDS = 5
_CLIPPED, _QUIET = 0.99, 0.01  # share of the full scale: a peak above it, a mean below it
_REST = array("h", bytes(RATE // 5))  # 0.1 s between the number and the window
_PACK, _OWN = resources.FOLDER / "voice", "voice"
Source = Literal["own", "system", "pack"]


class UnusableRecording(Exception):
    """Why a file cannot be a clip: "format" (no WAV of 8 to 48 kHz and 16 bits), "long" or "silent"."""


class Clip(msgspec.Struct, frozen=True):
    """One phrase: what it says, its file (None: missing), whose it is, how long and how loud (0 to 1)."""

    language: str
    key: str
    text: str
    file: Path | None
    source: Source = "pack"
    seconds: float = 0.0
    peak: float = 0.0
    mean: float = 0.0

    @property
    def own(self) -> bool:
        """Whether it is the hall's own recording."""
        return self.source == "own"

    @property
    def too_loud(self) -> bool:
        """Whether its peaks are clipped."""
        return self.peak > _CLIPPED

    @property
    def too_quiet(self) -> bool:
        """Whether it can hardly be heard."""
        return self.file is not None and self.mean < _QUIET


def all_clips(folder: Path, *, system: bool = False) -> tuple[Clip, ...]:
    """Every phrase as it would be heard on the device with this data folder; `system`: with the system's voice."""
    sources = _sources(folder, system=system)
    return tuple(_clip(sources, lang, key, text) for lang, phrases in PHRASES.items() for key, text in phrases.items())


def own_file(folder: Path, language: str, key: str) -> Path:
    """The file of a hall's own recording of a phrase."""
    return _file(folder / _OWN, language, key)


def system_folder(folder: Path) -> Path:
    """Where the phrases lie that the system's voice spoke; see `shared.voice.system`."""
    return folder / _OWN / "system"


def import_own(folder: Path, language: str, key: str, recording: Path) -> None:
    """Make a recording the hall's own clip of a phrase. Raises `UnusableRecording` or `OSError`."""
    samples = converted(recording)
    if len(samples) > _LONGEST_SECONDS * RATE:
        raise UnusableRecording("long")
    if not any(samples):
        raise UnusableRecording("silent")
    place = own_file(folder, language, key)
    place.parent.mkdir(parents=True, exist_ok=True)
    write(place, samples)


def delete_own(folder: Path, language: str, key: str) -> None:
    """Delete the hall's own recording, so that the pack's clip is used again."""
    own_file(folder, language, key).unlink(missing_ok=True)


def call(
    folder: Path, label: str, window: str, languages: Iterable[str], volume: int, *, system: bool = False
) -> Samples:
    """The samples of one call, in each language after the other; `volume` in percent. A missing clip is left out."""
    samples: Samples = array("h")
    sources = _sources(folder, system=system)
    for language in languages:
        for key in of_call(label, window, language):
            samples.extend(_REST if key == "to" else ())
            samples.extend(_heard(sources, language, key))
        samples.extend(_REST * 4)
    return array("h", (sample * volume // 100 for sample in samples))


def write(file: Path, samples: Samples) -> float:
    """Write a WAV file; its length in seconds."""
    with wave.open(str(file), "wb") as made:
        made.setparams((1, 2, RATE, 0, "NONE", ""))
        made.writeframes(samples.tobytes())
    return len(samples) / RATE


def _clip(sources: Mapping[Source, Path], language: str, key: str, text: str) -> Clip:
    for source, place in sources.items():
        if (file := _file(place, language, key)).exists():
            with suppress(UnusableRecording):
                return Clip(language, key, text, file, source, *_measured(file, file.stat().st_mtime_ns))
    return Clip(language, key, text, None)


@lru_cache(maxsize=256)
def _measured(file: Path, _changed_at: int) -> tuple[float, float, float]:
    """Seconds, peak and mean; measuring all phrases takes a fifth of a second."""
    samples, _ = _read(file)
    mean = sqrt(sum(sample * sample for sample in samples) / max(1, len(samples))) / _FULL
    return len(samples) / RATE, max(map(abs, samples), default=0) / _FULL, mean


def _heard(sources: Mapping[Source, Path], language: str, key: str) -> Samples:
    """The samples of a phrase; none where it is missing or damaged."""
    for place in sources.values():
        if (file := _file(place, language, key)).exists():
            with suppress(UnusableRecording):
                return _read(file)[0]
    return array("h")


def _sources(folder: Path, *, system: bool) -> Mapping[Source, Path]:
    """Where a phrase is looked for, the first that has it goes before the others."""
    spoken: dict[Source, Path] = {"system": system_folder(folder)} if system else {}
    return {"own": folder / _OWN, **spoken, "pack": _PACK}


def _file(place: Path, language: str, key: str) -> Path:
    return place / language / f"{key}.wav"


def _read(file: Path) -> tuple[Samples, int]:
    """Samples of one channel, and how many a second."""
    try:
        with wave.open(str(file), "rb") as sound:
            if sound.getsampwidth() != 2 or not 8_000 <= sound.getframerate() <= 48_000:
                raise UnusableRecording("format")
            samples = array("h", sound.readframes(sound.getframerate() * 2 * _LONGEST_SECONDS))
            return samples[:: sound.getnchannels()], sound.getframerate()
    except (wave.Error, EOFError, ValueError) as error:
        raise UnusableRecording("format") from error


def converted(file: Path) -> Samples:
    """The samples at `RATE`, by linear interpolation. Raises `UnusableRecording` or `OSError`."""
    samples, rate = _read(file)
    if rate == RATE or not samples:
        return samples
    count = len(samples) * RATE // rate

    def at(place: int) -> int:
        left, rest = divmod(place * rate, RATE)
        right = samples[min(left + 1, len(samples) - 1)]
        return (samples[left] * (RATE - rest) + right * rest) // RATE

    return array("h", map(at, range(count)))
