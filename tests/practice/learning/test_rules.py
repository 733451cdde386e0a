"""The worked examples of resources/handbook/practices.en.md §10, with their arithmetic."""

from datetime import date, datetime
from fractions import Fraction

import pytest

from shared.domain.money import decimal
from shared.domain.refusal import Refusal
from shared.practice.learning.facts import Attendance, Choice
from shared.practice.learning.policy import Learning
from shared.practice.learning.rules import attending, contests, import_lines, quiz
from shared.practice.learning.rules.attending import Rate, SessionState, attended
from shared.practice.learning.rules.contests import Entrant, Rounds, Score
from shared.practice.learning.rules.quiz import Grade, Question
from shared.practice.learning.rules.standing import State, done_day, due_day, months_later, standing

OURS = Learning()
DAY = date(2026, 3, 4)
ALL = Rounds(theory=True, practice=True, speed=True)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),  # example 1: February has no 31st
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_example_1_the_same_day_months_later_or_the_last_of_a_short_month(day, months, later):
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("today", "state", "soon"),
    [
        (date(2027, 1, 29), State.DONE, False),
        (date(2027, 1, 30), State.DONE, True),
        (date(2027, 2, 28), State.DONE, True),  # its last day still counts
        (date(2027, 3, 1), State.EXPIRED, False),
    ],
)
def test_a_certificate_ends_after_its_last_day(today, state, soon):
    found = standing(date(2026, 8, 31), date(2026, 9, 1), 6, today, 30)
    assert (found.state, found.soon, found.until) == (state, soon, date(2027, 2, 28))


def test_an_undone_course_is_due_until_the_last_day_and_a_newcomer_has_a_month():
    assert standing(None, DAY, 0, DAY, 30).state is State.DUE
    assert standing(None, DAY, 0, date(2026, 3, 5), 30).state is State.OVERDUE
    assert due_day(DAY, date.min, 30) == DAY  # there from the beginning
    assert due_day(DAY, date(2026, 3, 1), 30) == date(2026, 3, 31)
    assert due_day(date(2026, 12, 31), date(2026, 3, 1), 30) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("came", "passed", "needs", "done"),
    [
        ([], [2], (True, True), None),  # passed, never there
        ([1], [], (True, True), None),
        ([3], [2], (True, True), 3),  # the day on which both were there
        ([1], [2, 9], (True, True), 9),  # passed again: renewed
        ([1, 9], [2], (True, True), 2),  # there once more: the pass is no newer
        ([], [2], (False, True), 2),
        ([1, 5], [], (True, False), 5),
    ],
)
def test_a_course_is_done_when_session_and_quiz_are_done_as_required(came, passed, needs, done):
    days = [[date(2026, 3, n) for n in some] for some in (came, passed)]
    found = done_day(*days, session=needs[0], quiz=needs[1])
    assert found == (date(2026, 3, done) if done else None)


def bank(count: int, voided: int = 0) -> list[Question]:
    two = (Choice("对", right=True), Choice("错"))
    return [Question("b", f"q{n}", 1, f"第{n}题", two, voided=n <= voided) for n in range(1, count + 1)]


def graded(questions: list[Question], right: set[int], *, passed: bool = False) -> Grade:
    """A paper of all questions of which these were answered right."""
    known = {each.key: each for each in questions}
    whole = [
        Question(*[*(getattr(each, name) for name in ("bank", "code", "version", "text", "choices"))])
        for each in questions
    ]
    paper = quiz.draw(whole, len(whole), "seed")
    answers = [[0] if int(asked.code[1:]) in right else [1] for asked in paper]
    return quiz.grade(paper, answers, known, OURS.pass_share, passed=passed)


def test_example_2_voiding_a_question_never_takes_a_pass_away():
    # 20 of 25 = 80.00 %
    whole = graded(bank(25), set(range(1, 21)))
    assert (decimal(100 * whole.share), whole.passed) == ("80.00", True)
    assert not graded(bank(25), set(range(1, 20))).passed  # 19 of 25 = 76 %
    # the voided one was wrong: 20 of 24
    wrong = graded(bank(25, voided=1), set(range(2, 22)))
    assert (wrong.right, wrong.shown, decimal(100 * wrong.share)) == (20, 24, "83.33")
    # it was right: 19 of 24 would fail, but the pass stays
    right = graded(bank(25, voided=1), set(range(1, 21)), passed=True)
    assert (right.right, right.shown, decimal(100 * right.share), right.passed) == (19, 24, "79.17", True)
    assert not graded(bank(25, voided=1), set(range(1, 21))).passed


def test_several_choices_count_whole_or_not_at_all_and_nothing_is_taken_off():
    three = (Choice("甲", right=True), Choice("乙", right=True), Choice("丙"))
    many = Question("b", "m", 1, "哪些？", three, multiple=True)
    paper = quiz.draw([many], 1, "x")
    for chosen, right in (({0, 1}, 1), ({0}, 0), ({0, 1, 2}, 0), (set(), 0)):
        assert quiz.grade(paper, [chosen], {many.key: many}, 0.8) == Grade(right, 1, right == 1)
    assert quiz.grade(paper, [{0, 1}], {}, 0.8) == Grade(0, 1, passed=False)  # not known here: shown, not right


def test_each_paper_is_shuffled_and_has_no_voided_question():
    questions = bank(10, voided=2)
    one, other = quiz.draw(questions, 8, "attempt:1"), quiz.draw(questions, 8, "attempt:2")
    assert {each.code for each in one} == {each.code for each in other} == {f"q{n}" for n in range(3, 11)}
    assert one != other
    assert one == quiz.draw(questions, 8, "attempt:1")


def test_example_3_places():
    # 92.5, 90, 90, 88 → 1, 2, 2, 4: shared only where practice and theory are equal too
    totals = {"a": "92.5", "b": "90", "c": "90", "d": "88"}
    found = [Score(staff, Fraction(80), Fraction(70), Fraction(0), Fraction(total)) for staff, total in totals.items()]
    assert contests.places(found) == {"a": 1, "b": 2, "c": 2, "d": 4}
    better = [found[0], Score("b", Fraction(80), Fraction(75), Fraction(0), Fraction(90)), *found[2:]]
    assert contests.places(better) == {"a": 1, "b": 2, "c": 3, "d": 4}
    theory = [found[0], Score("b", Fraction(60), Fraction(70), Fraction(0), Fraction(90)), *found[2:]]
    assert contests.places(theory) == {"a": 1, "c": 2, "b": 3, "d": 4}


def test_example_4_a_unit_gains_nothing_by_sending_its_stars_alone():
    # mean 90 of 3 of 5: 90 × 3/5; two excused: 90 × 3/3
    assert contests.unit_result([85, 90, 95], 5) == 54
    assert contests.unit_result([85, 90, 95], 3) == 90
    assert contests.unit_result([], 5) == 0
    assert contests.unit_result([], 0) is None
    # a unit of two halls is one
    assert contests.of_unit(("A", "B"), {"A": [85, 90], "B": [95]}, {"A": 3, "B": 2, "C": 9}) == 54


def test_example_5_attendance_so_far_and_of_the_year():
    # 10 planned, 5 held, 5 attended: 100 % so far, 50 % of the year
    held = [(SessionState.CLOSED, Attendance.PRESENT)] * 4 + [(SessionState.CLOSED, Attendance.LATE)]
    ahead = [(SessionState.PLANNED, Attendance.EXPECTED)] * 5
    found = attended([*held, *ahead])
    assert (found, found.so_far) == (Rate(5, 5, 10), Fraction(1))
    # an absence counts; who is excused, or a session that was cancelled, is in neither side
    more = [
        *held,
        (SessionState.CLOSED, Attendance.ABSENT),
        (SessionState.CLOSED, Attendance.EXCUSED),
        (SessionState.CANCELLED, Attendance.EXPECTED),
    ]
    assert attended(more) == Rate(5, 6, 6)
    assert attended([]).so_far is None


def test_a_score_is_weighed_over_the_rounds_that_were_held():
    # theory 80, practice (21+24+27 of 100)/3 = 24, speed 100 × 60/75 = 80
    entrants = [Entrant("a", Fraction(4, 5), (18, 21, 24, 27, 30), 750), Entrant("b", Fraction(1), (90, 90, 90), 600)]
    first, second = contests.scores(entrants, ALL, OURS)
    assert (first.theory, first.practice, first.speed) == (80, 24, 80)
    assert first.total == Fraction("0.4") * 80 + Fraction("0.4") * 24 + Fraction("0.2") * 80
    assert second.total == Fraction("0.4") * 100 + Fraction("0.4") * 90 + Fraction("0.2") * 100
    # without a speed round the other two share its weight
    [only] = contests.scores([entrants[1]], Rounds(theory=True, practice=True, speed=False), OURS)
    assert only.total == 95
    few = [Entrant("a", None, (90, 80))]
    assert contests.scores(few, ALL, OURS) == Refusal("too_few_judges", {"least": 3, "staff": ("a",)})
    assert contests.scores([Entrant("a")], ALL, OURS) == ()


@pytest.mark.parametrize(
    ("clock", "found"),
    [
        ("08:59", Attendance.PRESENT),
        ("09:10", Attendance.PRESENT),
        ("09:11", Attendance.LATE),
        ("23:59", Attendance.LATE),
    ],
)
def test_ten_minutes_after_the_start_is_late(clock, found):
    now = datetime.fromisoformat(f"2026-03-04T{clock}")
    assert attending.arrival(now, DAY, "09:00", OURS.late_minutes) is found
    assert attending.arrival(now, date(2026, 3, 5), "09:00", 10) == Refusal(
        "session_not_today", {"day": date(2026, 3, 5)}
    )


def test_who_is_not_recorded_was_absent_unless_away():
    for state, away, found in (
        (SessionState.PLANNED, True, Attendance.EXPECTED),
        (SessionState.CLOSED, False, Attendance.ABSENT),
        (SessionState.CLOSED, True, Attendance.EXCUSED),
    ):
        assert attending.final(None, state, away) is found
    assert attending.final(Attendance.LATE, SessionState.CLOSED, away=True) is Attendance.LATE


ROW = {"bank": "Basics", "code": "01", "question": "几分钟？", "A": "五分钟", "B": "十分钟", "right": "A"}


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ({}, Question("basics", "01", 0, "几分钟？", (Choice("五分钟", right=True), Choice("十分钟")))),
        (
            {"right": "a、B"},
            Question(
                "basics",
                "01",
                0,
                "几分钟？",
                (Choice("五分钟", right=True), Choice("十分钟", right=True)),
                multiple=True,
            ),
        ),
        ({"right": "C"}, "right_choice"),
        ({"right": "AX"}, "right_choice"),
        ({"right": "无"}, "right_choice"),
        ({"right": ""}, "missing_value"),
        ({"B": ""}, "question_incomplete"),
        ({"B": "五分钟"}, "choices_alike"),
        ({"bank": "制度 一"}, "learning_code"),
    ],
)
def test_lines_of_a_question_file(change, answer):
    found = import_lines.question_line(ROW | change)
    assert (found.code if isinstance(found, Refusal) else found) == answer
