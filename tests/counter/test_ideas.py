"""A discovery at the counter: told, passed on by the supervisor, answered by the office, read by its author."""

from PySide6.QtCore import Qt

from shared.practice.diary import actions, views
from shared.practice.diary.facts import Entry
from tests.counter.conftest import CTRL, Counter
from tests.support.builders import MORNING, actor


def answers(counter: Counter, key: Qt.Key, line: str) -> None:
    page = counter.opens("ideas")
    counter.waits(page.table.current, "the entry")
    counter.presses(key, CTRL)
    counter.dialog()
    counter.types(line)
    counter.presses(Qt.Key.Key_Return, CTRL)
    counter.closes()


def test_a_discovery_finds_its_way_to_the_office_and_back(counter: Counter) -> None:
    subject = actions.write(counter.store, actor(), Entry.DISCOVERY, "台阶该画黄线", now=MORNING)
    assert isinstance(subject, str)
    counter.signs_in("2001")
    answers(counter, Qt.Key.Key_T, "look")
    counter.until(lambda store: views.mine(store, "1001")[0].passed_on)
    page = counter.signs_in_at("9001", "diary_yield")
    assert page.table.rows.cell(0, 5).text == "1"
    answers(counter, Qt.Key.Key_Return, "all halls")
    counter.until(lambda store: views.mine(store, "1001")[0].outcome == "adopted")
    counter.signs_in_at("1001", "diary")
    counter.reads("→ 采纳 · all halls")
