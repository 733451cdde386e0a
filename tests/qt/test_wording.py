"""Every code that a rule can answer with has words; details are filled in; days are written in both languages."""

import ast
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from shared.domain.refusal import Refusal
from shared.practice.cards.facts import Flag, Giver, P, Verdict
from shared.practice.inquiries.facts import Channel, Kind, Satisfaction, State, Topic
from shared.qt import wording
from shared.qt.translation import ENGLISH, Translation
from shared.qt.wording import cards, inquiries

SHARED = Path(wording.__file__).parents[2]


def codes() -> set[str]:
    """Every literal first argument of a `Refusal(...)` in the rules and actions."""
    found: set[str] = set()
    for file in set(SHARED.rglob("*.py")) - set((SHARED / "cli").rglob("*.py")):  # the command line has its own words
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def test_a_second_screen_in_one_process_speaks_its_own_language_alone(qapp):
    Translation(qapp, "kiosk").speak(ENGLISH)
    second = Translation(qapp, "counter")
    assert cards.p("patient") == "耐心"
    assert QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+回车"
    second.speak(ENGLISH)
    assert QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Return"
    second.fall_silent()


def test_there_are_codes_to_be_worded():
    assert {"not_allowed", "number_used", "past_limit"} <= codes()


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_refusal_has_words(qtbot, code):
    said = wording.refusal(Refusal(code))
    assert code not in said


def test_details_are_filled_in(qtbot):
    said = wording.refusal(Refusal("past_limit", {"limit": date(2026, 3, 4)}))
    assert "3月4日（周三）" in said


@pytest.mark.parametrize(
    ("say", "codes"),
    [(cards.p, P), (cards.meaning, P), (cards.giver, Giver), (cards.flag, Flag), (cards.verdict, Verdict),
     (inquiries.kind, Kind), (inquiries.channel, Channel), (inquiries.topic, Topic), (inquiries.state, State),
     (inquiries.satisfaction, Satisfaction)],
)  # fmt: skip
def test_every_code_of_a_fact_has_a_word(qtbot, say, codes):
    assert not [code for code in codes if say(code.value) == code.value]


def test_english_speaks_english(qapp):
    translation = Translation(qapp, "kiosk")
    translation.speak(ENGLISH)
    try:
        assert cards.p("patient") == "Patient"
        assert wording.day(date(2026, 3, 4)) == "Wed 4 Mar"
    finally:
        translation.speak("zh_CN")
    assert cards.p("patient") == "耐心"
