"""Courses, questions and contests through the command line."""

import json
from datetime import timedelta

from shared.domain.actor import Actor
from shared.domain.clock import wall_clock
from shared.domain.roles import Role
from shared.domain.workdays import day_of
from shared.practice.learning import actions, papers, views
from tests.cli.files import STAFF_HEAD

TODAY = day_of(wall_clock())
STAFF = (
    STAFF_HEAD,
    "1001,王芳,东区,和平大厅,1,cashier,staff",
    "1002,李娜,东区,和平大厅,2,cashier,staff",
    "1003,张伟,东区,南山大厅,1,consultant,staff",
    "9001,赵敏,东区,总部,,,office",
)
HEAD = "题库,编号,题目,A,B,C,答案"
ME = Actor("1001", "王芳", Role.STAFF, "cashier", "和平大厅")


def brought(run, write):
    run("import", "staff", write("s.csv", *STAFF))
    questions = (f"service,q{n},第{n}题，对吗？,对,错,,A" for n in range(1, 6))
    assert "5" in run("import", "questions", write("q.csv", HEAD, *questions)).stdout


def course(run, **more):
    words = ["--code", "service", "--title", "温情服务", "--category", "skill", "--post", "cashier"]
    words += ["--due", str(TODAY - timedelta(days=1)), "--questions", "5", "--months", "6"]
    run("course", "set", *words, *(word for pair in more.items() for word in pair))


def test_a_course_from_its_questions_to_the_certificate(run, write, journal):
    brought(run, write)
    again = run(
        "import", "questions", write("q2.csv", HEAD, "service,q1,第1题，对吗？,对,错,,A", "service,q2,改了？,是,否,,B")
    )
    assert "1" in again.stdout
    course(run)
    late = json.loads(run("training", "missing", "--json").stdout)
    assert [(each["number"], each["standing"]["state"]) for each in late] == [("1001", "overdue"), ("1002", "overdue")]
    words = ("--code", "service", "--day", TODAY, "--place", "培训室", "--trainer", "1003", "--json")
    session = json.loads(run("course", "plan", *words).stdout)["session"]
    with journal() as store:
        trainer = Actor("1003", "张伟", Role.STAFF, "consultant", "南山大厅")
        assert actions.mark(store, trainer, session, "1001", views.Attendance.PRESENT, "到", now=wall_clock()) is None
        attempt = actions.begin(store, ME, "course:service", now=wall_clock())
        assert isinstance(attempt, papers.Attempt)
        wrong = attempt.paper[4]
        answers = [[next(iter(item.question.right))] for item in papers.items(store, attempt)]
        answers[4] = [1 - answers[4][0]]
        assert actions.hand_in(store, ME, attempt.id, answers, now=wall_clock()).right == 4
    assert "王芳（1001）答对 4/5，变为 4/4" in run("training", "void", "--bank", "service", "--code", wrong.code).stdout
    run("training", "void", "--bank", "service", "--code", wrong.code, "--reason", "题干有误")
    assert "1" in run("training", "certify").stdout
    run("course", "close", "--session", session)
    held = json.loads(run("course", "list", "--json").stdout)
    assert [each["state"] for each in held["sessions"]] == ["closed"]
    [skill] = json.loads(run("training", "skills", "1001", "--json").stdout)
    assert (skill["standing"]["state"], skill["certified"]) == ("done", True)
    everybody = json.loads(run("training", "matrix", "--json").stdout)
    assert {one["number"]: one["standings"]["service"]["state"] for one in everybody} == {
        "1001": "done",
        "1002": "overdue",
    }


def test_a_bad_question_takes_none_of_the_file(run, write):
    run("import", "staff", write("s.csv", *STAFF))
    refused = run("import", "questions", write("q.csv", HEAD, "b,q1,好？,对,错,,A", "b,q2,坏？,对,错,,C"), code=1)
    assert "q2" in refused.output
    refused = run("course", "set", "--code", "b", "--title", "x", "--category", "aim", "--due", TODAY, code=1)
    assert "岗位" in refused.output


def test_a_contest_and_what_it_gives_its_units(run, write):
    run("import", "staff", write("s.csv", *STAFF, "3001,评委,东区,总部,,,office", "3002,评委乙,东区,总部,,,office"))
    judges = [word for number in ("9001", "3001", "3002") for word in ("--judge", number)]
    words = ("--title", "技能竞赛", "--day", TODAY, "--post", "cashier", "--speed", *judges, "--by", "9001")
    run("contest", "plan", *words)
    [planned] = json.loads(run("contest", "list", "--json").stdout)
    subject = planned["contest"]
    for judge in ("9001", "3001", "3002"):
        run("contest", "mark", "--contest", subject, "--staff", "1001", "--points", 90, "--as", judge)
    run("contest", "time", "--contest", subject, "--staff", "1001", "--tenths", 600, "--by", "9001")
    run("contest", "excuse", "--contest", subject, "--staff", "1002", "--reason", "值班", "--by", "9001")
    run("contest", "close", "--contest", subject, "--by", "9001")
    [found] = json.loads(run("contest", "list", "--json").stdout)
    # practice 90 and speed 100, weighed 0.4 : 0.2
    assert found["places"] == [
        {"place": 1, "number": "1001", "name": "王芳", "hall": "和平大厅", "total": "93.33"},
    ]
    assert found["units"] == {"和平大厅": "93.33"}


def test_a_hall_or_question_that_nobody_knows_is_said(run, write):
    brought(run, write)
    for words in (
        ("training", "missing", "--hall", "没有的厅"),
        ("training", "void", "--bank", "service", "--code", "q9"),
    ):
        done = run(*words, code=1)
        assert words[-1] in done.stderr
