"""问卷 at the counter: answered by digits alone, known as answered, opened by the office when it is over."""

from datetime import timedelta

from PySide6.QtCore import Qt

from counter.office.surveys import trend
from shared.domain.roles import Role
from shared.practice.survey import actions, views
from shared.practice.survey.facts import Question
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import MONDAY, actor, at

ROUND = "survey:2026-1"
OTHERS = ("1002", "1003", "1004", "2001")


def test_five_people_answer_and_the_office_opens_the_box(counter: Counter) -> None:
    office = actor("9001", Role.OFFICE)
    opened = actions.open_round(counter.store, office, MONDAY, MONDAY, now=at("08:00"), bits=256)
    assert opened == ROUND
    page = counter.signs_in_at("1001", "survey")
    assert not page.send.isEnabled()
    counter.types("154")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.until(lambda store: views.has_taken(store, ROUND, "1001"))
    counter.reads("您已填过，谢谢")
    assert all(each.value is None for each in page.rows.values())  # the next person sees nothing of it
    answers = dict.fromkeys(Question, 3)
    for number in OTHERS:
        assert actions.answer(counter.store, actor(number), ROUND, answers, now=at("10:00")) is None
    page = counter.signs_in_at("9001", "surveys")
    counter.waits(page.table.current, "the round")
    assert page.count.why  # it still runs
    counter.times.start += timedelta(days=1) // timedelta(milliseconds=1)
    actions.send_boxes(counter.store, now=counter.times.start)
    page.refresh()
    counter.waits(lambda: not page.count.why, "the end of the round")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.reads("已填 5 份，到箱 5 份")
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()
    counter.reads("已公布 5 份的结果")
    found = views.round_of(counter.store, ROUND)
    assert found is not None
    assert found.answers["valued"] == (1, 0, 4, 0, 0)
    assert trend((found,)).scale[-1] == 5  # the answers' own scale, not the next round figure
