"""The short click of a touch: computed here, stored as a WAV file beside the journal for the player."""

import math
import wave
from array import array
from pathlib import Path

RATE = 22_050
SECONDS = 0.012
_PITCH = 1800  # Hz
_AMPLITUDE = 6000  # of 32767: quiet enough not to draw attention
_DECAY = 400  # of the exponential, per second


def samples() -> "array[int]":
    """A decaying tone of a few milliseconds; 16 bit, mono."""
    moments = (place / RATE for place in range(round(RATE * SECONDS)))
    return array("h", (round(_AMPLITUDE * math.exp(-_DECAY * t) * math.sin(2 * math.pi * _PITCH * t)) for t in moments))


def file(folder: Path) -> Path:
    """The WAV file in `folder`, written if missing. Called on the store thread. Raises `OSError`."""
    target = folder / "click.wav"
    if not target.exists():
        partial = target.with_suffix(".partial")
        with partial.open("wb") as raw, wave.open(raw) as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(samples().tobytes())
        partial.replace(target)
    return target
