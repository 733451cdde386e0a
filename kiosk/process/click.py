"""The short click by which a touch is heard: made here, kept as a file beside the journal, for the player."""

import math
import wave
from array import array
from pathlib import Path

RATE = 22_050
SECONDS = 0.012
_PITCH = 1800  # Hz
_LOUD = 6000  # of 32767: it answers a touch and calls nobody
_FADE = 400  # per second, how fast it dies away


def samples() -> "array[int]":
    """A tone that dies away within its few milliseconds; 16 bit, one channel."""
    moments = (place / RATE for place in range(round(RATE * SECONDS)))
    return array("h", (round(_LOUD * math.exp(-_FADE * t) * math.sin(2 * math.pi * _PITCH * t)) for t in moments))


def file(folder: Path) -> Path:
    """The WAV file in `folder`, written unless it is there. Called on the store thread."""
    made = folder / "click.wav"
    if not made.exists():
        partial = made.with_suffix(".partial")
        with partial.open("wb") as raw, wave.open(raw) as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(samples().tobytes())
        partial.replace(made)
    return made
