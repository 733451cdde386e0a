"""模板文件 at the office: out of one company, looked through and taken by another, and there on the pages it is for."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from shared.domain.roles import Role
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.practice.assessment import actions as assessment
from shared.practice.assessment.facts import CheckLine, Item
from shared.practice.learning import actions as learning
from shared.practice.learning.facts import Category, Choice, CourseSet
from shared.practice.learning.rules.quiz import Question
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.rulebook import actions as rulebook
from shared.practice.rulebook.facts import Book, ChapterText
from shared.reference import actions as reference
from shared.reference.views import policy
from shared.registry import PROJECTIONS
from tests.counter.conftest import CTRL, Counter, standing
from tests.support.builders import MONDAY, MORNING, actor

KEY = Qt.Key
OFFICE = actor("9001", Role.OFFICE)
CHECKS = [
    CheckLine("signs", Item.ENVIRONMENT, "标识清楚醒目", "4"),
    CheckLine("smile", Item.SERVICE, "来有迎声，去有送声", "4", clause="standard/1"),
]
QUIZ = [Question("warm", "q1", 1, "先说什么？", (Choice("您好", right=True), Choice("下一个")))]
COURSE = CourseSet(
    code="warm", title="温情服务", category=Category.AWARENESS, posts=("cashier",), due=MONDAY, months=6, shown=1
)


@contextmanager
def company(qtbot: QtBot, prepared: Path, folder: Path) -> Iterator[Counter]:
    """A company of its own with the counter of its office, who has signed in."""
    shutil.copytree(prepared, folder)
    store = open_store(folder, PROJECTIONS)
    try:
        with standing(qtbot, folder, store) as counter:
            counter.signs_in("9001")
            yield counter
    finally:
        store.close()


def works_its_way(store: Store) -> None:
    """A rule, a chapter in each book, one of them corrected since, a checklist that names a clause, a course."""
    assert reference.publish(store, OFFICE, "policy", {"pauses": {"waiting_limit": 4}}, now=MORNING) == 2
    for chapter, text in (
        ("greeting", ChapterText(1, "迎送", "第1条 来有迎声，去有送生。")),
        ("greeting", ChapterText(1, "迎送", "第1条 来有迎声，去有送声。", material=False)),
        ("checks", ChapterText(1, "检查与评分", "第1条 每月明查暗访。", Book.STANDARD)),
    ):
        assert isinstance(rulebook.publish(store, OFFICE, chapter, text, now=MORNING), int)
    assert isinstance(assessment.publish_checklist(store, OFFICE, CHECKS, now=MORNING), int)
    assert learning.set_questions(store, OFFICE, QUIZ, now=MORNING) == 1
    assert learning.set_course(store, OFFICE, COURSE, now=MORNING) is None


@pytest.fixture
def file(qtbot: QtBot, prepared: Path, tmp_path: Path) -> Path:
    """What the first company's office exports; while a chapter names a colleague, the page says so instead."""
    with company(qtbot, prepared, tmp_path / "one") as counter:
        works_its_way(counter.store)
        named = ChapterText(2, "榜样", "第2条 向王芳学习。")
        assert isinstance(rulebook.publish(counter.store, OFFICE, "model", named, now=MORNING), int)
        page = counter.opens("template")
        assert not page.apply.isEnabled()
        exports(counter, tmp_path)
        counter.reads("不能导出：管理制度 model 里有员工姓名、工号或手机号（王芳）。")
        counter.presses(KEY.Key_Escape)
        counter.closes()
        assert isinstance(rulebook.withdraw(counter.store, OFFICE, "model", now=MORNING), int)
        exports(counter, tmp_path)
        counter.closes()
        counter.reads("已导出")
    [file] = tmp_path.glob("*.json")
    return file


def exports(counter: Counter, folder: Path) -> None:
    counter.presses(KEY.Key_S, CTRL)
    counter.dialog().fields["folder"].choose(folder)
    counter.presses(KEY.Key_Return, CTRL)


def test_how_one_company_works_is_another_s_first_day(qtbot: QtBot, prepared: Path, tmp_path: Path, file: Path) -> None:
    with company(qtbot, prepared, tmp_path / "two") as counter:
        page = counter.opens("template")
        page.open_file(file)
        counter.reads("新增 4，改动 1，")
        rows = page.table.rows
        shown = {tuple(rows.cell(at, column).text for column in range(4)) for at in range(5)}
        assert shown == {
            ("改动", "管理参数", "暂停服务5分钟 · 等候人数须在以下", "5 → 4"),
            ("新增", "检查表", "窗口单位考核标准", ""),
            ("新增", "管理制度", "迎送", ""),
            ("新增", "管理制度", "检查与评分", ""),
            ("新增", "课程", "温情服务", ""),
        }
        counter.presses(KEY.Key_Return, CTRL)
        counter.reads("已采用 5 项")
        counter.waits(lambda: not page.apply.isEnabled(), "nothing left to take")
        assert policy(counter.store)[PausesPolicy].waiting_limit == 4
        rules = counter.opens("rulebook")
        due = [(each.chapter.title, each.due) for each in rules.data.readings]
        assert due == [("迎送", True), ("检查与评分", True)]
        counter.reads("去有送声")
        assert [line.text for line in counter.opens("standards").lines.rows.rows] == [line.text for line in CHECKS]
        missing = counter.opens("training").tabs.parts[0].table.rows
        counter.waits(lambda: {each.title for each in missing.rows} == {"温情服务"}, "who is to take the course")
        file.write_text("[]", "utf-8")
        page = counter.opens("template")
        page.open_file(file)
        counter.reads("这不是暖窗的模板文件")
