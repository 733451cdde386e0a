"""Papers of a quiz: drawn, answered, graded, kept over a restart; questions that are voided."""

import pytest

from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.learning import actions, mistakes, papers
from shared.practice.learning.facts import Choice
from shared.practice.learning.rules.quiz import Question
from shared.practice.learning.rules.standing import State
from shared.reference import actions as reference
from tests.practice.learning.training import COURSE, FIVE, OF, answered, planned, state_of
from tests.support.builders import done
from tests.support.practice_hall import LI, LIU, OFFICE, WANG, ZHANG, ZHAO, at


def test_a_paper_is_kept_as_drawn_and_graded_only_when_handed_in(store: Store) -> None:
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
    assert state_of(store, "1001") is State.DUE
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


def test_a_paper_is_graded_by_the_share_that_the_policy_asks_for_now(store: Store) -> None:
    planned(store)
    failed = answered(store, ZHANG, 3)
    for share, passed in ((0.8, False), (0.6, True)):
        done(reference.publish(store, OFFICE, "policy", {"learning": {"pass_share": share}}, now=at("11:00")))
        assert papers.grade(store, failed).passed is passed


def test_an_unfinished_paper_is_continued_after_the_pc_stopped(store: Store) -> None:
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
