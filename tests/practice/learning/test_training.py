"""Courses, sessions, quizzes and certificates on one device: who is expected, what counts, who may see what."""

from datetime import date, timedelta

import pytest

from shared.device import codes
from shared.domain import wording
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.learning import actions, mistakes, papers, views
from shared.practice.learning.actions import Plan
from shared.practice.learning.facts import Attendance, Choice
from shared.practice.learning.rules.quiz import Question
from shared.practice.learning.rules.standing import State
from shared.practice.workload import actions as workload
from shared.practice.workload.facts import Absence
from shared.practice.workload.rules import AbsenceLine
from tests.practice.learning.training import COURSE, FIVE, OF, PIN, answered, course, planned
from tests.support.builders import done
from tests.support.practice_hall import DAY, LI, LIU, OFFICE, WANG, ZHANG, ZHAO, at


def states(store: Store, session: str) -> dict[str, Attendance]:
    found = views.session(store, session)
    assert found is not None
    return {each.number: each.state for each in views.attendance(store, found)}


def where(store: Store, number: str, today: date = DAY) -> State:
    [own] = views.matrix(store, today, number=number)
    return own.standings[COURSE].state


def test_everybody_of_the_posts_and_the_related_posts_is_expected(store: Store) -> None:
    session = planned(store)
    assert set(states(store, session)) == {"1001", "1002", "1003", "1009", "2001", "2009"}  # not the office
    assert set(states(store, session).values()) == {Attendance.EXPECTED}
    assert {each.number for each in views.missing(store, DAY, ZHANG.hall)} == {"1001", "1002", "1003", "1009"}


def test_one_signs_in_by_pin_on_the_trainers_pc_on_time_or_late(store: Store) -> None:
    session = planned(store)
    assert actions.check_in(store, ZHAO, session, "1001", PIN, now=at("09:00")) == Refusal("not_the_trainer")
    assert actions.check_in(store, WANG, session, "1001", "000000", now=at("09:00")) == Refusal("wrong_pin")
    assert actions.check_in(store, WANG, session, "1001", PIN, now=at("09:05")) is Attendance.PRESENT
    badge = codes.text(codes.Badge("1002"), codes.key(store.folder))
    assert actions.check_in(store, WANG, session, badge, PIN, now=at("09:20")) is Attendance.LATE
    assert actions.check_in(store, WANG, session, "1001", PIN, now=at("09:30")) == Refusal("signed_already")
    found = states(store, session)
    assert (found["1001"], found["1002"], found["1003"]) == (Attendance.PRESENT, Attendance.LATE, Attendance.EXPECTED)


def test_who_is_not_on_the_list_is_told_so(store: Store) -> None:
    session = planned(store, posts=("consultant",), related=())
    assert actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")) == Refusal("not_on_list")
    assert actions.begin(store, ZHANG, OF, now=at("09:00")) == Refusal("not_on_list")
    stranger = Plan(COURSE, DAY, "09:00", "", "1003", ("1001",))
    assert actions.plan(store, OFFICE, stranger, now=at("09:00")) == Refusal("not_concerned", {"number": "1001"})


def test_at_the_closing_who_is_not_recorded_was_absent_or_excused(store: Store) -> None:
    """Who is away counts in neither side; who had left by then is not counted at all."""
    session = planned(store)
    away = [AbsenceLine("1002", Absence.LEAVE, DAY, DAY)]
    assert workload.import_absences(store, away, now=at("08:20")) == 1
    gone = RosterLine("2001", "刘洋", "一分公司", "二号厅", "1", "cashier", Role.STAFF, active=False)
    assert people.import_staff(store, [gone], now=at("08:30")) == 1
    done(actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")))
    assert actions.mark(store, WANG, session, "1009", Attendance.PRESENT, "", now=at("09:01")) == Refusal(
        "reason_needed"
    )
    done(actions.mark(store, WANG, session, "1009", Attendance.PRESENT, "忘带工牌", now=at("09:02")))
    done(actions.close_session(store, WANG, session, now=at("11:00")))
    assert states(store, session) == {
        "1001": Attendance.PRESENT,
        "1002": Attendance.EXCUSED,
        "1003": Attendance.ABSENT,
        "1009": Attendance.PRESENT,
        "2009": Attendance.ABSENT,
    }
    found = views.session(store, session)
    assert found is not None
    marked = {each.number: each.reason for each in views.attendance(store, found) if each.marked}
    assert marked == {"1009": "忘带工牌"}
    over = actions.check_in(store, WANG, session, "1002", PIN, now=at("11:01"))
    assert over == Refusal("session_closed")
    assert views.attended_by_hall(store, DAY, DAY) == {"一号厅": (2, 3), "二号厅": (0, 1)}


def test_a_course_is_due_then_overdue_done_and_expired(store: Store) -> None:
    session = planned(store)
    assert where(store, "1001") is State.DUE
    assert where(store, "1001", date(2026, 4, 1)) is State.OVERDUE
    answered(store, ZHANG, 4)
    assert where(store, "1001") is State.DUE  # passed, but never there
    done(actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")))
    assert where(store, "1001") is State.DONE
    assert where(store, "1001", date(2026, 9, 4)) is State.DONE
    assert where(store, "1001", date(2026, 9, 5)) is State.EXPIRED
    assert where(store, "1001", DAY - timedelta(days=1)) is State.DUE  # a past day as it was known then


def test_a_newcomer_has_a_month_of_their_own(store: Store) -> None:
    planned(store)
    new = RosterLine("1011", "何平", "一分公司", "一号厅", "", "cashier", Role.STAFF, since=date(2026, 3, 20))
    people.import_staff(store, [new], now=at("08:03"))
    assert where(store, "1011", date(2026, 4, 19)) is State.DUE
    assert where(store, "1011", date(2026, 4, 20)) is State.OVERDUE


def test_the_paper_is_kept_as_it_was_given_and_its_score_is_told_at_the_end_alone(store: Store) -> None:
    planned(store)
    found = done(actions.begin(store, ZHANG, OF, now=at("10:00")))
    assert actions.begin(store, ZHANG, OF, now=at("10:01")) == found  # gone on with, not a second one
    assert papers.grade(store, found) is None
    changed = Question(COURSE, "q1", 0, "第1题，改过？", (Choice("是"), Choice("否", right=True)))
    assert actions.set_questions(store, OFFICE, [*FIVE[1:], changed], now=at("10:02")) == 1
    items = papers.items(store, found)
    assert {(each.question.code, each.question.version) for each in items} == {(f"q{n}", 1) for n in range(1, 6)}
    assert all(sorted(each.order) == [0, 1, 2] for each in items)
    grade = done(actions.hand_in(store, ZHANG, found.id, [[0]] * 4 + [[1]], now=at("10:05")))
    assert (grade.right, grade.shown, grade.passed) == (4, 5, True)
    assert actions.hand_in(store, ZHANG, found.id, [[0]] * 5, now=at("10:06")) == Refusal("attempt_over")
    assert actions.hand_in(store, LI, found.id, [[0]] * 5, now=at("10:06")) == Refusal("not_found")


def test_the_best_of_several_papers_counts_and_wrong_answers_are_for_the_person_and_the_trainer(store: Store) -> None:
    planned(store)
    answered(store, ZHANG, 2)
    good = answered(store, ZHANG, 4, now=at("11:00"))
    answered(store, ZHANG, 3, now=at("12:00"))
    assert papers.best(store, OF, "1001").right == 4
    assert where(store, "1001") is State.DUE
    for viewer, sees in ((ZHANG, 1), (WANG, 1), (OFFICE, 1), (ZHAO, 0), (LI, 0), (LIU, 0)):
        assert len(mistakes.wrong(store, viewer.number, good.id)) == sees, viewer
    [wrong] = mistakes.wrong(store, "1001", good.id)
    assert (wrong.chosen, wrong.right) == (("错",), ("对",))


def test_voiding_a_question_is_previewed_and_takes_no_pass_away(store: Store) -> None:
    planned(store)
    passed = answered(store, ZHANG, 4)
    code = passed.paper[0].code  # one that was right: 3 of 4 = 75 % would fail
    [change] = papers.voiding(store, COURSE, code)
    assert (change.before.right, change.after.right, change.after.shown, change.after.passed) == (4, 3, 4, True)
    assert actions.void(store, OFFICE, COURSE, code, " ", now=at("11:00")) == Refusal("reason_needed")
    assert actions.void(store, OFFICE, COURSE, code, "两个答案都对", now=at("11:00")) == 0
    grade = papers.grade(store, passed)
    assert (grade.right, grade.shown, grade.passed) == (3, 4, True)
    assert actions.void(store, OFFICE, COURSE, code, "再", now=at("11:01")) == Refusal("question_voided")
    assert actions.void(store, OFFICE, COURSE, "q99", "无", now=at("11:01")) == Refusal("question_unknown")
    small = actions.begin(store, LIU, OF, now=at("11:03"))
    assert small == Refusal("bank_too_small", {"there": 4, "shown": 5})


def test_who_fails_by_a_faulty_question_passes_once_it_is_voided(store: Store) -> None:
    planned(store)
    failed = answered(store, ZHANG, 3)
    codes_ = [asked.code for asked in failed.paper]
    for code, newly in ((codes_[4], 0), (codes_[3], 1)):  # 3 of 4 = 75 %, 3 of 3 = 100 %
        assert sum(each.newly_passed for each in papers.voiding(store, COURSE, code)) == newly
        assert actions.void(store, OFFICE, COURSE, code, "题干有误", now=at("11:00")) == newly
    found = papers.attempt(store, failed.id)
    assert (found.passed, found.regraded) == (True, True)


def test_one_certificate_a_person_and_course_only_with_the_quiz_passed(store: Store) -> None:
    session = planned(store)
    for number in ("1001", "1002"):
        done(actions.check_in(store, WANG, session, number, PIN, now=at("09:00")))
    answered(store, ZHANG, 4)
    answered(store, LI, 3)
    assert actions.certify(store, ZHAO, now=at("12:00")) == Refusal("not_allowed")
    assert actions.certify(store, OFFICE, now=at("12:00")) == 1
    assert actions.certify(store, OFFICE, now=at("12:01")) == 0
    [held] = views.certificates(store, staff="1001")
    assert (held.done, held.until, held.title) == (DAY, date(2026, 9, 4), "温情服务")
    key = codes.key(store.folder)
    assert views.certified(store, codes.text(codes.Training(held.id), key), key) == held
    assert views.certified(store, codes.text(codes.Training(held.id), b"x" * 32), key) is None
    assert views.certificates(store, staff="1002") == ()
    # passed once more, months later: the same certificate, renewed
    later = date(2026, 8, 31)
    answered(store, ZHANG, 5, now=at("10:00", later))
    assert actions.certify(store, OFFICE, now=at("12:00", later)) == 1
    [again] = views.certificates(store, staff="1001")
    assert (again.id, again.done, again.until) == (held.id, later, date(2027, 2, 28))


def test_the_skills_card_says_all_of_one_person(store: Store) -> None:
    session = planned(store)
    done(actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")))
    done(actions.close_session(store, WANG, session, now=at("11:00")))
    answered(store, ZHANG, 4)
    done(actions.certify(store, OFFICE, now=at("12:00")))
    card = views.skills(store, "1001", DAY)
    assert card is not None
    [skill] = card.skills
    assert (skill.standing.state, skill.tries, skill.certificate is not None) == (State.DONE, 1, True)
    assert (card.rate.attended, card.rate.held, card.rate.planned) == (1, 1, 1)
    assert views.skills(store, "9001", DAY).skills == ()
    assert views.exams_by_hall(store, date(2026, 4, 1)) == {"一号厅": (1, 4), "二号厅": (0, 2)}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "温情"}, "learning_code"),
        ({"title": " "}, "title_needed"),
        ({"posts": (), "related": ()}, "course_audience"),
        ({"session": False, "shown": 0}, "course_empty"),
        ({"shown": 6}, "bank_too_small"),
    ],
)
def test_what_a_course_needs(store: Store, changes: dict[str, object], code: str) -> None:
    done(actions.set_questions(store, OFFICE, FIVE, now=at("08:00")))
    answer = actions.set_course(store, OFFICE, course(**changes), now=at("08:00"))
    assert isinstance(answer, Refusal)
    assert answer.code == code


@pytest.mark.parametrize("who", [ZHANG, ZHAO])
def test_only_the_office_sets_courses_questions_and_sessions(store: Store, who: Actor) -> None:
    planned(store)
    plan = Plan(COURSE, DAY, "09:00", "", "1003")
    for answer in (
        actions.set_course(store, who, course(), now=at("08:00")),
        actions.set_questions(store, who, FIVE, now=at("08:00")),
        actions.void(store, who, COURSE, "q1", "x", now=at("08:00")),
        actions.plan(store, who, plan, now=at("08:00")),
        actions.cancel(store, who, "session:1", "x", now=at("08:00")),
    ):
        assert answer == Refusal("not_allowed")


def test_rebuilt_is_lived(store: Store) -> None:
    session = planned(store)
    done(actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")))
    done(actions.mark(store, WANG, session, "1003", Attendance.EXCUSED, "陪护", now=at("09:02")))
    answered(store, ZHANG, 3)
    answered(store, LI, 4)
    done(actions.void(store, OFFICE, COURSE, "q2", "题干有误", now=at("11:00")))
    done(actions.close_session(store, WANG, session, now=at("11:00")))
    done(actions.certify(store, OFFICE, now=at("12:00")))

    def all_rows() -> list[object]:
        tables = (
            "course",
            "training_session",
            "training_attendance",
            "question",
            "quiz_attempt",
            "training_certificate",
        )
        return [sorted(map(str, _rows(store, table))) for table in tables]

    lived = all_rows()
    store.rebuild()
    assert all_rows() == lived


def _rows(store: Store, table: str) -> list[object]:
    names = [each[1] for each in store.db.execute_sql(f"PRAGMA table_info({table})").fetchall() if each[1] != "id"]
    return list(store.db.execute_sql(f"SELECT {', '.join(names)} FROM {table}").fetchall())


def test_an_unfinished_paper_is_gone_on_with_after_the_pc_stopped(store: Store) -> None:
    planned(store)
    paper = done(actions.begin(store, ZHANG, OF, now=at("10:00")))
    assert papers.kept(store, paper.id) == ()
    assert actions.keep(store, ZHANG, paper.id, [[0], [], [2, 1]], now=at("10:01")) is None
    assert papers.kept(store, done(actions.begin(store, ZHANG, OF, now=at("10:02"))).id) == ((0,), (), (2, 1))
    assert actions.keep(store, LI, paper.id, [[1]], now=at("10:03")) == Refusal("not_found")
    done(actions.hand_in(store, ZHANG, paper.id, [[0]] * 5, now=at("10:04")))
    assert papers.kept(store, paper.id) == ()
    assert actions.keep(store, ZHANG, paper.id, [[1]], now=at("10:05")) == Refusal("attempt_over")


@pytest.mark.parametrize(
    ("bank", "number", "choices", "said"),
    [
        (COURSE, "q 1", 2, "“q 1”不能作编号：用小写字母、数字和短横，最多 40 个。"),
        ("", "q1", 2, "“”不能作编号：用小写字母、数字和短横，最多 40 个。"),
        (COURSE, "q7", 7, "第“q7”题最多 6 个选项。"),  # a paper has six buttons
    ],
)
def test_a_question_that_no_paper_could_show_is_refused(
    store: Store, bank: str, number: str, choices: int, said: str
) -> None:
    found = Question(bank, number, 0, "？", tuple(Choice(f"{n}", right=n == 0) for n in range(choices)))
    answer = actions.set_questions(store, OFFICE, [found], now=at("08:00"))
    assert isinstance(answer, Refusal)
    assert wording.refusal(answer) == said
    assert papers.banks(store) == ()


def test_the_sentences_of_the_specification(store: Store) -> None:
    session = planned(store, posts=("consultant",), related=())
    done(actions.void(store, OFFICE, COURSE, "q1", "题干有误", now=at("09:00")))
    refused = (
        actions.check_in(store, WANG, session, "1001", PIN, now=at("09:00")),
        actions.void(store, OFFICE, COURSE, "q1", "题干有误", now=at("09:01")),
        actions.close_session(store, WANG, session, now=at("10:00"))
        or actions.close_session(store, WANG, session, now=at("10:01")),
    )
    said = [wording.refusal(each) for each in refused if isinstance(each, Refusal)]
    assert said == ["您不在此课程名单。", "该题已停用。", "本场已结束。"]
