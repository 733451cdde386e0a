"""Makes the pack of spoken phrases for calling numbers: `python -m build_spec.voice`. Its output is never committed.

The phrases are spoken by espeak-ng (its library comes in the package espeakng-loader) into resources/voice: one WAV a
phrase, silence cut off at both ends, all equally loud. The pack is made anew when the phrases or the voice change.
"""

import ctypes
import hashlib
import shutil
from array import array
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import resources
from shared.voice.clips import RATE, Samples, write
from shared.voice.phrases import PHRASES

FOLDER = resources.FOLDER / "voice"
_STAMP = "made-from.txt"
_VOICES = {"zh": b"cmn", "en": b"en-gb"}
_WORDS_A_MINUTE = 145
_SILENT, _EDGE = 200, RATE // 50  # below this it is silence; so much of it stays at both ends (20 ms)
_LOUDEST = 26_000  # of 32767
_SYNCHRONOUS, _RATE_SETTING, _UTF8 = 2, 1, 1  # constants of speak_lib.h
_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


def make(folder: Path = FOLDER) -> None:
    """Speak all phrases into `folder`; nothing where it is up to date."""
    stamp, wanted = folder / _STAMP, _fingerprint()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    say = _speaker()
    for language, phrases in PHRASES.items():
        (folder / language).mkdir(parents=True)
        for key, text in phrases.items():
            write(folder / language / f"{key}.wav", _levelled(_trimmed(say(_VOICES[language], text))))
    stamp.write_text(wanted, encoding="utf-8")


def _fingerprint() -> str:
    said = repr((PHRASES, version("espeakng-loader"), _VOICES, _WORDS_A_MINUTE, _LOUDEST))
    return hashlib.sha256(said.encode() + Path(__file__).read_bytes()).hexdigest()


def _speaker() -> Callable[[bytes, str], Samples]:
    """A function of voice and text that gives samples of 16 bits, `RATE` a second."""
    import espeakng_loader  # type: ignore[import-untyped]  # the wheel has no types

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    data = str(espeakng_loader.get_data_path()).encode()
    if library.espeak_Initialize(_SYNCHRONOUS, 0, data, 0) != RATE:
        raise OSError("espeak-ng does not start, or speaks at another rate")
    library.espeak_SetParameter(_RATE_SETTING, _WORDS_A_MINUTE, 0)
    heard: Samples = array("h")

    def hear(samples: object, count: int, _events: object) -> int:
        if samples and count:
            heard.extend(samples[:count])  # type: ignore[index]  # a pointer of ctypes
        return 0

    callback = _Callback(hear)
    library.espeak_SetSynthCallback(callback)

    def say(voice: bytes, text: str) -> Samples:
        del heard[:]
        library.espeak_SetVoiceByName(voice)
        spoken = text.encode()
        library.espeak_Synth(spoken, len(spoken) + 1, 0, 0, 0, _UTF8, None, None)
        library.espeak_Synchronize()
        return heard[:]

    say.keeps = callback  # type: ignore[attr-defined]  # keeps it alive: the library calls it while it speaks
    return say


def _trimmed(samples: Samples) -> Samples:
    loud = [place for place, sample in enumerate(samples) if abs(sample) > _SILENT]
    return samples[max(0, loud[0] - _EDGE) : loud[-1] + _EDGE] if loud else samples


def _levelled(samples: Samples) -> Samples:
    peak = max(map(abs, samples), default=1)
    return array("h", (sample * _LOUDEST // peak for sample in samples))


if __name__ == "__main__":
    make()
