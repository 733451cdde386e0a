"""The words of practices follow the language of the screens at once; codes of facts have words; days are written."""

from datetime import date

import pytest
from PySide6.QtGui import QKeySequence

from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.practice.cards import words as cards
from shared.practice.cards.facts import Flag, Giver, P, Verdict
from shared.practice.cards.facts import Source as CardSource
from shared.practice.diary import words as diary
from shared.practice.diary.facts import Entry
from shared.practice.happiness import words as happiness
from shared.practice.happiness.facts import Topic as HelpTopic
from shared.practice.inquiries import words as inquiries
from shared.practice.inquiries.facts import Aspect, Channel, Kind, Satisfaction, State, Topic
from shared.practice.inquiries.rules import LightState
from shared.practice.line import words as line
from shared.practice.line.facts import SERVICES
from shared.practice.pauses import words as pauses
from shared.practice.pauses.facts import Reason, Source
from shared.qt.translation import ENGLISH, Translation


def test_a_second_screen_in_one_process_speaks_its_own_language_alone(qapp):
    Translation(qapp, "kiosk").speak(ENGLISH)
    second = Translation(qapp, "counter")
    assert cards.p("patient") == "耐心"
    assert QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+回车"
    second.speak(ENGLISH)
    assert QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Return"
    second.uninstall()


@pytest.mark.parametrize(
    ("say", "codes"),
    [(cards.p, P), (cards.meaning, P), (cards.giver, Giver), (cards.flag, Flag), (cards.verdict, Verdict),
     (cards.source, CardSource), (inquiries.kind, Kind), (inquiries.channel, Channel), (inquiries.topic, Topic),
     (inquiries.state, State), (inquiries.satisfaction, Satisfaction), (inquiries.aspect, Aspect),
     (inquiries.light, LightState), (diary.entry, Entry), (happiness.topic, HelpTopic), (line.service, SERVICES),
     (pauses.reason, Reason), (pauses.source, Source)],
)  # fmt: skip
def test_every_code_of_a_fact_has_a_word(say, codes):
    assert not [code for code in codes if say(str(code)) in (str(code), say("unheard_of"))]


def test_words_days_and_refusals_follow_the_language(qapp):
    translation = Translation(qapp, "kiosk")
    translation.speak(ENGLISH)
    try:
        assert cards.p("patient") == "Patient"
        assert wording.day(date(2026, 3, 4)) == "Wed 4 Mar"
        assert wording.refusal(Refusal("not_found")) == "This record was not found."
    finally:
        translation.speak("zh_CN")
    assert cards.p("patient") == "耐心"
    assert wording.day(date(2026, 3, 4)) == "3月4日（周三）"
