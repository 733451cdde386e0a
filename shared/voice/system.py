"""The system's own voice: Windows speaks the phrases (SAPI, by pyttsx3) once, into the data folder; others have none.

Its clips are played like those of the pack. Used on the store thread, which it blocks for some seconds.
"""

import logging
import shutil
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from shared.voice import clips, levels
from shared.voice.phrases import PHRASES

T = TypeVar("T")
_TAGS = {"zh": ("zh-CN", "zh-SG", "zh-TW"), "en": ("en-GB", "en-US", "en-AU", "en-CA", "en-IN")}  # zh-HK is Cantonese
log = logging.getLogger("warm_window.voice")
Speak = Callable[[Mapping[str, Mapping[Path, str]]], None]
"""Speaks texts into WAV files: language -> file -> text. A language without a voice is left out."""


@cache
def missing() -> str:
    """Why there is no such voice: "windows" (this is another system), "chinese" (none is installed), "" where it is.

    Asked once in a program's life: a voice that is installed later is found after the next start.
    """
    if sys.platform != "win32":
        return "windows"
    return "" if "zh" in _with_engine(_voices, {}) else "chinese"


def prepare(folder: Path, speak: Speak | None = None) -> None:
    """Speak all phrases, unless that was done; for one that fails the pack's is played. `speak`: instead of Windows."""
    done = clips.system_folder(folder)
    if done.exists() or (speak is None and missing()):
        return
    partial = done.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    texts: dict[str, dict[Path, str]] = {}
    for language, phrases in PHRASES.items():
        (partial / language).mkdir(parents=True)
        texts[language] = {partial / language / f"{key}.wav": text for key, text in phrases.items()}
    (speak or _speak)(texts)
    for file in partial.rglob("*.wav"):
        _shape(file)
    partial.replace(done)


def forget(folder: Path) -> None:
    """Delete what was spoken, so that `prepare` speaks it again: another voice may have been installed."""
    shutil.rmtree(clips.system_folder(folder), ignore_errors=True)


def _shape(file: Path) -> None:
    try:
        if samples := levels.shaped(clips.converted(file)):
            clips.write(file, samples)
            return
        log.warning("%s is silent", file)
    except clips.UnusableRecording as error:
        log.warning("%s cannot be used: %s", file, error)
    file.unlink()


def _speak(texts: Mapping[str, Mapping[Path, str]]) -> None:
    _with_engine(lambda engine: _save(engine, texts), None)


def _save(engine: Any, texts: Mapping[str, Mapping[Path, str]]) -> None:
    voices = _voices(engine)
    engine.connect("error", lambda exception, **_: log.warning("a phrase was not spoken: %s", exception))
    for language in texts.keys() & voices.keys():
        engine.setProperty("voice", voices[language])
        for file, text in texts[language].items():
            engine.save_to_file(text, str(file))
    engine.runAndWait()


def _voices(engine: Any) -> dict[str, str]:
    return chosen({language: voice.id for voice in engine.getProperty("voices") for language in voice.languages})


def chosen(installed: Mapping[str, str]) -> dict[str, str]:
    """Language -> the system's name of the voice that speaks it here, of those installed: zh-CN -> its name."""
    spoken = {language: next(filter(None, map(installed.get, tags)), "") for language, tags in _TAGS.items()}
    return {language: name for language, name in spoken.items() if name}


def _with_engine(work: Callable[[Any], T], without: T) -> T:
    """What `work` gives with a new engine: one that has run never ends a second run. `without` where it fails."""
    assert sys.platform == "win32"
    try:
        import comtypes

        comtypes.CoInitialize()  # once for each thread that speaks
        try:
            from pyttsx3.engine import Engine

            return work(Engine("sapi5"))
        finally:
            comtypes.CoUninitialize()
    except Exception as error:  # whatever a vendor's voice or a Windows without SAPI raises: the pack speaks
        log.warning("the system's voice cannot be used: %s", error)
        return without
