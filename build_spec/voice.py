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
from shared.voice import levels
from shared.voice.clips import RATE, Samples, write
from shared.voice.phrases import PHRASES

FOLDER = resources.FOLDER / "voice"
_STAMP = "made-from.txt"
_VOICES = {"zh": b"cmn", "en": b"en-gb"}
_WORDS_A_MINUTE = 145
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
            write(folder / language / f"{key}.wav", levels.shaped(say(_VOICES[language], text)))
    stamp.write_text(wanted, encoding="utf-8")


def _fingerprint() -> str:
    said = repr((PHRASES, version("espeakng-loader"), _VOICES, _WORDS_A_MINUTE))
    code = (Path(file).read_bytes() for file in (__file__, levels.__file__))
    return hashlib.sha256(said.encode() + b"".join(code)).hexdigest()


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


if __name__ == "__main__":
    make()
