"""The voice of the calls: which phrases say one, what is heard, recordings of one's own, one call after the other."""

import cmath
import math
import sys
import wave
from array import array
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from build_spec import voice as build
from shared.device import config
from shared.device.config import Voice
from shared.qt import sound
from shared.voice import clips, recording, system
from shared.voice.announcer import Announcer, NewCalls
from shared.voice.clips import RATE, UnusableRecording
from shared.voice.phrases import PHRASES, of_call
from shared.voice.recording import Call
from tests.support.builders import at


@pytest.fixture(scope="module", autouse=True)
def pack() -> None:
    """Made at set-up; here only where that was not done."""
    build.make()


@pytest.mark.parametrize(
    ("label", "window", "language", "said"),
    [
        ("A005", "4", "zh", "请 A 零 零 五 号 到 四 号窗口"),
        ("B120", "12", "zh", "请 B 一 二 零 号 到 十 二 号窗口"),
        ("A1000", "20", "zh", "请 A 一 零 零 零 号 到 二 十 号窗口"),
        ("A007", "A3", "zh", "请 A 零 零 七 号 到 A 三 号窗口"),
        ("A005", "贵宾", "zh", "请 A 零 零 五 号 到 号窗口"),
        ("A005", "12", "en", "Number A zero zero five please go to window one two"),
    ],
)
def test_the_phrases_of_a_call(label: str, window: str, language: str, said: str) -> None:
    assert " ".join(PHRASES[language][key] for key in of_call(label, window, language)) == said


def test_a_call_is_its_phrases_one_after_the_other_and_is_a_voice(tmp_path: Path) -> None:
    known = {(clip.language, clip.key): clip for clip in clips.all_clips(tmp_path)}
    assert len(known) == len(PHRASES["zh"]) + len(PHRASES["en"])
    assert all(clip.file and not (clip.own or clip.too_loud or clip.too_quiet) for clip in known.values())
    made = recording.spoken(tmp_path, Call("A005", "4", 0), Voice(volume=50))
    assert made is not None
    with wave.open(str(made.file)) as file:
        samples = array("h", file.readframes(file.getnframes()))
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
    spoken = sum(known["zh", key].seconds for key in of_call("A005", "4", "zh"))
    assert made.seconds == pytest.approx(spoken + 0.5, abs=0.02)  # with the rests
    assert max(map(abs, samples)) == pytest.approx(13_000, abs=10)  # half as loud as the pack
    low, high = (sum(power(samples, hz) for hz in hertz) for hertz in ((150, 250, 500, 700), (9_000, 9_500, 10_000)))
    assert low > 20 * high, "a voice is low, noise is not"


def power(samples: "array[int]", hertz: int) -> float:
    """How much of a frequency there is in half a second of it."""
    part = samples[RATE // 4 : RATE * 3 // 4]
    return abs(sum(s * cmath.exp(-2j * math.pi * hertz * n / RATE) for n, s in enumerate(part)))


def test_a_call_in_both_languages_and_said_twice(tmp_path: Path) -> None:
    call = Call("A005", "4", 0)
    once, twice = (recording.spoken(tmp_path, call, Voice(language="both", times=n)) for n in (1, 2))
    chinese = recording.spoken(tmp_path, call, Voice())
    assert once
    assert twice
    assert chinese
    assert twice.seconds == pytest.approx(2 * once.seconds)
    assert once.seconds > 1.5 * chinese.seconds


def wav(file: Path, seconds: float, *, loud: int = 20_000, rate: int = 44_100, channels: int = 2) -> Path:
    with wave.open(str(file), "wb") as made:
        made.setparams((channels, 2, rate, 0, "NONE", ""))
        tone = (round(loud * math.sin(2 * math.pi * 440 * n / rate)) for n in range(round(seconds * rate)))
        made.writeframes(array("h", (sample for each in tone for sample in [each] * channels)).tobytes())
    return file


def test_a_recording_of_ones_own_takes_the_place_of_a_phrase(tmp_path: Path) -> None:
    clips.import_own(tmp_path, "zh", "please", wav(tmp_path / "mine.wav", 0.5))
    [mine] = [clip for clip in clips.all_clips(tmp_path) if clip.own]
    assert (mine.key, mine.text) == ("please", "请")
    assert mine.seconds == pytest.approx(0.5, abs=0.01)
    made = recording.spoken(tmp_path, Call("A005", "4", 0), Voice())
    assert made is not None
    with wave.open(str(made.file)) as file:
        samples = array("h", file.readframes(file.getnframes()))
    assert power(samples, 440) > 20 * power(samples, 620), "the tone is heard first"
    clips.import_own(tmp_path, "zh", "please", wav(tmp_path / "loud.wav", 0.5, loud=32_760, rate=RATE, channels=1))
    assert [clip.key for clip in clips.all_clips(tmp_path) if clip.too_loud] == ["please"]
    clips.delete_own(tmp_path, "zh", "please")
    assert not any(clip.own for clip in clips.all_clips(tmp_path))


def test_the_systems_voice_speaks_each_phrase_once_and_comes_after_ones_own_recordings(
    tmp_path: Path,
) -> None:
    spoken: list[str] = []

    def speak(texts: Mapping[str, Mapping[Path, str]]) -> None:
        """A Windows with a Chinese voice and no English one, which leaves rests around a phrase and fails at 请."""
        spoken.extend(texts["zh"].values())
        for file in texts["zh"]:
            wav(file, 0.3, loud=5_000)
        next(iter(texts["zh"])).write_bytes(b"RIFF")

    for _ in range(2):
        system.prepare(tmp_path, speak)
    assert spoken == list(PHRASES["zh"].values())
    clips.import_own(tmp_path, "zh", "A", wav(tmp_path / "mine.wav", 0.5))
    sources = {(clip.language, clip.key): clip.source for clip in clips.all_clips(tmp_path, system=True)}
    assert [sources["zh", key] for key in ("please", "A", "0", "window")] == ["pack", "own", "system", "system"]
    assert {source for (language, _), source in sources.items() if language == "en"} == {"pack"}
    assert {clip.source for clip in clips.all_clips(tmp_path)} == {"pack", "own"}
    [zero] = [clip for clip in clips.all_clips(tmp_path, system=True) if (clip.language, clip.key) == ("zh", "0")]
    assert zero.peak == pytest.approx(26_000 / 32_767, abs=0.01), "as loud as the pack"
    call = Call("A005", "4", 0)
    own, packed = (recording.spoken(tmp_path, call, Voice(source=source)) for source in ("system", "pack"))
    assert own
    assert packed
    assert own.seconds != packed.seconds
    system.forget(tmp_path)
    assert "system" not in {clip.source for clip in clips.all_clips(tmp_path, system=True)}


def test_of_the_voices_installed_one_of_mandarin_is_taken_never_one_of_cantonese() -> None:
    assert system.chosen({"zh-HK": "Tracy", "en-US": "Zira"}) == {"en": "Zira"}
    assert system.chosen({"zh-TW": "Hanhan", "zh-CN": "Huihui", "fr-FR": "Hortense"}) == {"zh": "Huihui"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows may have the voice")
def test_where_the_system_has_no_voice_the_pack_speaks(tmp_path: Path) -> None:
    assert system.missing() == "windows"
    assert recording.spoken(tmp_path, Call("A005", "4", 0), Voice(source="system"))
    assert not clips.system_folder(tmp_path).exists()


def test_unusable_recordings_are_refused_and_damaged_ones_skipped(tmp_path: Path) -> None:
    (tmp_path / "words.wav").write_bytes(b"no sound at all")
    for file, why in (
        (tmp_path / "words.wav", "format"),
        (wav(tmp_path / "low.wav", 0.1, rate=4_000), "format"),
        (wav(tmp_path / "long.wav", 5.1), "long"),
        (wav(tmp_path / "silent.wav", 0.3, loud=0), "silent"),
    ):
        with pytest.raises(UnusableRecording, match=why):
            clips.import_own(tmp_path, "zh", "please", file)
    own = clips.own_file(tmp_path, "zh", "please")
    own.parent.mkdir(parents=True)
    own.write_bytes(b"RIFF")
    clip = clips.all_clips(tmp_path)[0]
    assert (clip.key, clip.own, clip.file is not None) == ("please", False, True)


@pytest.mark.parametrize(
    ("quiet", "clock", "silent"),
    [
        (("12:00", "13:30"), "11:59:59", False),
        (("12:00", "13:30"), "12:00", True),
        (("12:00", "13:30"), "13:29:59", True),
        (("12:00", "13:30"), "13:30", False),
        (("22:00", "06:00"), "23:00", True),
        (("22:00", "06:00"), "05:59", True),
        (("22:00", "06:00"), "12:00", False),
        (("", ""), "12:00", False),
        (("25:00", "noon"), "12:00", False),
    ],
)
def test_quiet_hours(quiet: tuple[str, str], clock: str, silent: bool) -> None:
    assert recording.is_quiet(Voice(quiet_from=quiet[0], quiet_to=quiet[1]), at(clock)) is silent


def test_new_calls_are_told_from_those_before_anybody_listened() -> None:
    seen, first, again, other = NewCalls(), Call("A001", "1", 10), Call("A001", "1", 20), Call("A002", "2", 15)
    assert seen.of([first]) == []
    assert seen.of([other, again]) == [other, again]  # 再叫 is another call
    assert seen.of([first, other, again]) == []  # taken back and finished anew: it was said


def test_one_call_after_the_other_and_none_where_nobody_is_to_speak(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[tuple[Path, float]] = []
    heard: list[Call] = []
    monkeypatch.setattr(sound, "play", lambda file: played.append((file, clips.RATE)))
    monkeypatch.setattr(recording, "spoken", lambda folder, call, voice: recording.Made(folder / call.label, 0.05))

    class Here:
        folder = tmp_path

    owner = QObject()
    made = Announcer(lambda work, done: done(work(Here())), lambda: at("10:00"), ("sign",), owner)
    made.said.connect(heard.append)
    made.say([Call("A001", "1", 1)])
    assert not played, "this device is not set to speak"
    config.save(tmp_path, config.DeviceSettings(voice=Voice(speaks="sign")))
    made.say([Call("A002", "1", 2), Call("A003", "2", 3)])
    assert [call.label for call in heard] == ["A002"], "the other waits until it is over"
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert [file.name for file, _ in played] == ["A002", "A003"]
    owner.deleteLater()
