"""Samples of a spoken phrase as a clip needs them: without silence at both ends, and all phrases equally loud."""

from array import array

from shared.voice.clips import RATE, Samples

_SILENT, _EDGE = 200, RATE // 50  # below this it is silence; so much of it stays at both ends (20 ms)
_LOUDEST = 26_000  # of 32767


def shaped(samples: Samples) -> Samples:
    """Cut and levelled; empty where nothing is heard."""
    loud = [place for place, sample in enumerate(samples) if abs(sample) > _SILENT]
    return _levelled(samples[max(0, loud[0] - _EDGE) : loud[-1] + _EDGE]) if loud else array("h")


def _levelled(samples: Samples) -> Samples:
    peak = max(map(abs, samples), default=1)
    return array("h", (sample * _LOUDEST // peak for sample in samples))
