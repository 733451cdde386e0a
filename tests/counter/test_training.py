"""Training at the counter: a course from its plan to the certificate, by keyboard; a contest; who sees what."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt

from counter.navigation_entry import Entry
from shared.device import codes
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.practice.learning import actions, contests, papers, views
from shared.practice.learning.actions import Plan
from shared.practice.learning.facts import Attendance, Category, Choice, ContestPlanned, CourseSet
from shared.practice.learning.papers import Question
from shared.practice.learning.views import SessionState
from tests.counter.conftest import CTRL, Counter
from tests.counter.gestures import confirms
from tests.support.builders import MONDAY, MORNING, PIN, actor, at, done

KEY = Qt.Key
OFFICE, COURSE = actor("9001", Role.OFFICE), "service"
OF = views.course_subject(COURSE)
TRAINER = actor("1002")
QUESTIONS = tuple(
    Question(COURSE, f"q{n}", 0, f"第{n}题？", (Choice("对", right=True), Choice("错"))) for n in range(1, 6)
)


@pytest.fixture
def course(store: Store) -> str:
    """A course of five questions for cashiers, and today's session of it with a colleague as trainer."""
    done(actions.set_questions(store, OFFICE, QUESTIONS, now=MORNING))
    wanted = CourseSet(
        code=COURSE, title="温情服务", category=Category.SKILL, posts=("cashier",), due=MONDAY, months=6, shown=5
    )
    done(actions.set_course(store, OFFICE, wanted, now=MORNING))
    return str(done(actions.plan(store, OFFICE, Plan(COURSE, MONDAY, "10:20", "培训室", "1002"), now=MORNING)))


def test_the_office_sets_questions_a_course_and_a_session(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "training")
    page.tabs.setCurrentIndex(3)
    for number in ("q1", "q2"):
        counter.waits(lambda: page.tabs.parts[3].new.isVisible(), "the bank")
        page.tabs.parts[3].new.click()
        dialog = counter.dialog()
        counter.types("service", "题库")
        counter.types(number, "编号")
        dialog.fields["text"].setPlainText(f"{number}？")
        dialog.fields["choices"].setPlainText("*五分钟\n十分钟")
        confirms(counter)
        counter.until(lambda store, number=number: any(q.code == number for q in papers.bank(store, "service")))
    page.tabs.setCurrentIndex(1)
    part = page.tabs.parts[1]
    counter.waits(part.new.isVisible, "the courses")
    part.new.click()
    dialog = counter.dialog()
    counter.types("service", "代号")
    counter.types("温情服务", "标题")
    dialog.fields["shown"].setValue(3)
    dialog.fields["posts/cashier"].setChecked(True)
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("题库只有 2 道题，不够 3 道。")
    dialog.fields["shown"].setValue(2)
    confirms(counter)
    counter.until(lambda store: views.course(store, "service"))
    counter.waits(lambda: not part.plan.why, "the course")
    part.plan.click()
    dialog = counter.dialog()
    counter.types("培训室", "地点")
    dialog.fields["trainer"].setCurrentText("1002")
    confirms(counter)
    [planned] = counter.until(views.sessions)
    assert (planned.trainer, planned.place, planned.invited) == ("1002", "培训室", ("1001", "1002", "1003", "2001"))
    counter.waits(lambda: part.sessions.current(), "the session")
    page.tabs.setCurrentIndex(0)
    counter.waits(lambda: len(page.tabs.parts[0].table.rows.rows) == 4, "who is missing")


def test_a_course_is_attended_answered_and_certified(counter: Counter, course: str, tmp_path: Path) -> None:
    page = counter.signs_in_at("1002", "trainer")
    counter.waits(lambda: len(page.table.rows.rows) == 4, "the list")
    counter.types("1001", "工号")
    counter.presses(KEY.Key_Return)
    counter.types(PIN)
    counter.presses(KEY.Key_Return)
    counter.reads("王芳 出席")
    counter.types("1004", "工号")
    counter.presses(KEY.Key_Return)
    counter.types(PIN)
    counter.presses(KEY.Key_Return)
    counter.reads("工号或密码不对")
    page.table.select("2001")
    counter.waits(lambda: not page.mark.why, "the mark")
    counter.presses(KEY.Key_M, CTRL)
    dialog = counter.dialog()
    dialog.fields["reason"].setPlainText("在门口帮忙")
    confirms(counter)
    counter.waits(lambda: page.table.current().marked, "the mark")
    counter.presses(KEY.Key_P, CTRL)
    counter.dialog().fields["folder"].choose(tmp_path / "sheet")
    confirms(counter)
    [sheet] = (tmp_path / "sheet").glob("*.pdf")
    printed = pypdfium2.PdfDocument(sheet)[0].get_textpage().get_text_range()
    assert "签字" in printed
    assert "培训师补记" in printed
    assert "应到 4 人 · 出席 2" in printed
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("2 人没有签到")
    confirms(counter)
    found = counter.until(lambda s: v if (v := views.session(s, course)).state is SessionState.CLOSED else None)
    said = {each.number: each.state for each in views.attendance(counter.store, found)}
    assert (said["1001"], said["1003"], said["2001"]) == (Attendance.PRESENT, Attendance.ABSENT, Attendance.PRESENT)

    page = counter.signs_in_at("1001", "learning")
    counter.waits(lambda: not page.tabs.parts[0].quiz.why, "the course")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("第 1 题，共 5 题，已答 0 题")
    for place in range(5):
        shown = [button.text() for button in page.quiz.choices if button.isVisible()]
        right = next(n for n, each in enumerate(shown, 1) if each.endswith("对"))
        wrong = next(n for n, each in enumerate(shown, 1) if each.endswith("错"))
        counter.presses(KEY(KEY.Key_0 + (right if place < 4 else wrong)))
        counter.presses(KEY.Key_Return)
    assert not any("合格" in text for text in counter.sees())  # no score before it is handed in
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("已答 5 题，共 5 题")
    confirms(counter)
    counter.reads("答对 4/5，合格")
    counter.reads("答：错  应答：对")

    counter.signs_in_at("2001", "hall_training")
    counter.reads("还要学 3 人次")
    counter.window.workspace.pages["hall_training"].table.select("1001")
    counter.reads("王芳 1001：今年到课 1/1")
    assert not any("交卷" in text for text in counter.sees())
    assert not any("应答" in text for text in counter.sees())  # a supervisor sees passes alone

    page = counter.signs_in_at("9001", "training")
    part = page.tabs.parts[0]
    counter.waits(lambda: not part.certify.why, "who waits for a certificate")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("已发证 1 张")
    [held] = counter.until(lambda store: views.certificates(store, staff="1001"))
    part.search.setText(codes.text(codes.Training(held.id), codes.key(counter.folder)))
    counter.reads("证书有效：王芳，温情服务")
    part.search.setText(codes.text(codes.Training(f"training:{'0' * 32}"), codes.key(counter.folder)))
    counter.reads("不是有效的培训证书")
    page.tabs.setCurrentIndex(2)
    matrix = page.tabs.parts[2]
    counter.waits(lambda: matrix.table.rows.rows, "everybody")
    matrix.table.select("1001")
    counter.waits(lambda: not matrix.certificate.why, "the certificate")
    counter.presses(KEY.Key_P, CTRL)
    counter.dialog().fields["folder"].choose(tmp_path)
    confirms(counter)
    [file] = tmp_path.glob("*.pdf")
    page_of_paper = pypdfium2.PdfDocument(file)[0]
    text = page_of_paper.get_textpage().get_text_range()
    assert "温情服务" in text
    assert "王芳" in text
    [code] = zxingcpp.read_barcodes(page_of_paper.render(scale=3).to_pil())
    key = codes.key(counter.folder)
    assert views.certified(counter.store, code.text, key) == held


def test_an_unfinished_paper_is_continued(counter: Counter, course: str) -> None:
    paper = done(actions.begin(counter.store, actor("1001"), OF, now=at("10:00")))
    done(actions.keep(counter.store, actor("1001"), paper.id, [[0], [1]], now=at("10:01")))  # then the PC stopped
    page = counter.signs_in_at("1001", "learning")
    counter.waits(lambda: not page.tabs.parts[0].quiz.why, "the course")
    counter.presses(KEY.Key_Return, CTRL)
    counter.reads("第 3 题，共 5 题，已答 2 题")
    counter.presses(KEY.Key_1)
    counter.until(lambda s: [len(each) for each in papers.kept(s, paper.id)] == [1, 1, 1, 0, 0])


def test_voiding_a_question_tells_before_what_it_changes(counter: Counter, course: str) -> None:
    store = counter.store
    attempt = done(actions.begin(store, actor("1001"), OF, now=at("10:00")))
    done(actions.hand_in(store, actor("1001"), attempt.id, [[0]] * 3 + [[1]] * 2, now=at("10:05")))
    done(actions.void(store, OFFICE, COURSE, attempt.paper[3].code, "题干有误", now=at("10:10")))
    page = counter.signs_in_at("9001", "training")
    page.tabs.setCurrentIndex(4)
    rows = page.tabs.parts[4].table.rows
    counter.waits(lambda: rows.rows and not rows.rows[0].grade.passed, "the paper")
    counter.reads("答：错  应答：对")
    page.tabs.setCurrentIndex(3)
    part = page.tabs.parts[3]
    counter.waits(lambda: len(part.table.rows.rows) == 5, "the bank")
    part.table.select((COURSE, attempt.paper[3].code))
    counter.waits(lambda: part.void.why == "该题已停用。", "one that is voided")
    part.table.select((COURSE, attempt.paper[4].code))
    counter.waits(lambda: not part.void.why, "one that is used")
    counter.presses(KEY.Key_Delete, CTRL)
    dialog = counter.dialog()
    counter.reads("1 份试卷改变，新合格 1 人")
    dialog.fields["reason"].setPlainText("两个都对")
    confirms(counter)
    counter.until(lambda store: papers.attempt(store, attempt.id).passed)


def test_a_contest_is_judged_timed_and_closed(counter: Counter, store: Store) -> None:
    wanted = ContestPlanned(
        title="技能竞赛", year=2026, day=MONDAY, posts=("consultant",), judges=("1001", "9001", "2001")
    )
    subject = str(done(actions.plan_contest(store, OFFICE, wanted, now=MORNING)))
    for judge in (actor("9001", Role.OFFICE), actor("2001", Role.SUPERVISOR)):
        done(actions.mark_practice(store, judge, subject, "1004", 80, now=at("10:00")))
    page = counter.signs_in_at("1001", "learning")
    page.tabs.setCurrentIndex(1)
    part = page.tabs.parts[1]
    counter.waits(lambda: part.table.rows.rows and not part.judge.why, "whom to judge")
    assert part.theory.why == "这里没有考试。"
    counter.presses(KEY.Key_J, CTRL)
    dialog = counter.dialog()
    dialog.fields["who"].setCurrentText("1004")
    dialog.fields["points"].setValue(95)
    confirms(counter)
    found = contests.contest(store, subject)
    assert found is not None
    counter.until(lambda s: len(contests.contestants(s, found)[0].entrant.points) == 3)
    page = counter.signs_in_at("9001", "contests")
    counter.waits(lambda: page.lines.rows.rows and page.lines.rows.rows[0].total, "the points")
    assert page.time.why == "这次竞赛没有速度一轮。"
    counter.presses(KEY.Key_Return, CTRL)
    confirms(counter)
    counter.until(lambda s: contests.contest(s, subject).closed)
    counter.reads("单位成绩")
    quick = ContestPlanned(title="速度赛", year=2026, day=MONDAY, posts=("cashier",), judges=(), speed=True)
    done(actions.plan_contest(store, OFFICE, quick, now=at("11:00")))
    counter.waits(lambda: page.table.rows.rowCount() == 2, "both")
    for key in (KEY.Key_Home, KEY.Key_End):
        counter.presses(key)
        chosen = page.table.current()
        counter.reads(f"{chosen.plan.title} · ")
        numbers = [line.who.number for line in page.lines.rows.rows]
        assert ("1004" in numbers, "1001" in numbers) == ((True, False) if chosen.id == subject else (False, True))


def test_a_person_who_trains_nobody_has_no_sessions_page(counter: Counter, course: str) -> None:
    for number, seen in (("1002", True), ("1001", False), ("9001", True)):
        counter.signs_in(number)
        assert counter.window.workspace is not None
        places = counter.window.workspace.places
        entries = zip(places, counter.window.workspace.findChildren(Entry), strict=True)
        [entry] = [entry for place, entry in entries if place.key == "trainer"]
        counter.waits(lambda entry=entry, seen=seen: entry.isHidden() is not seen, f"whether {number} trains")


def test_empty_pages_of_training_say_so(counter: Counter) -> None:
    page = counter.signs_in_at("9001", "training")
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        counter.reads("暂无")
    counter.opens("contests")
    counter.reads("暂无")
