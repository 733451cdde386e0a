"""问卷: who may answer, what is counted together, that no acknowledged answer is lost, and that it is counted once."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from shared.imports import reading
from shared.imports.kind import ImportRun, Taken
from shared.imports.survey import SURVEYS
from shared.practice.survey import actions, facts, rules, sealing, views
from shared.practice.survey.box import Box
from shared.practice.survey.facts import Group, Question
from shared.practice.survey.rules import HallAnswers
from tests.practice.survey.halls import AFTER, BIG, FIRST, LAST, OFFICE, SMALL, answer, carry, company, given, noon, who
from tests.support.builders import code

ROUND = "survey:2026-1"
OPEN = rules.Round(FIRST, LAST, counted=False)


@pytest.mark.parametrize(
    ("parts", "groups"),
    [
        ([], ()),
        ([("甲", "A", 4)], ()),
        ([("甲", "A", 5)], (("甲",),)),
        ([("甲", "A", 5), ("乙", "A", 0)], (("甲",),)),
        ([("甲", "A", 4), ("乙", "A", 1)], (("甲", "乙"),)),
        ([("甲", "A", 4), ("乙", "B", 1)], (("甲", "乙"),)),  # two branches together
        ([("甲", "A", 9), ("乙", "B", 6), ("丙", "C", 2)], (("甲",), ("乙", "丙"))),  # the smallest takes what is left
        ([("甲", "A", 3), ("乙", "A", 2), ("丙", "B", 3), ("丁", "C", 2)], (("甲", "乙"), ("丙", "丁"))),
    ],
)
def test_no_group_has_fewer_than_five_and_no_rest_can_be_subtracted(parts, groups):
    assert rules.groups([HallAnswers(*part) for part in parts], 5) == groups


@pytest.mark.parametrize(
    ("changed", "day", "refused"),
    [
        ({}, FIRST, None),
        ({}, LAST, None),
        ({}, FIRST - timedelta(days=1), "no_survey_open"),
        ({}, LAST + timedelta(days=1), "no_survey_open"),
        ({"counted": True}, FIRST, "no_survey_open"),
    ],
)
def test_a_survey_may_be_answered_between_its_first_and_last_day(changed, day, refused):
    assert code(rules.may_answer(replace(OPEN, **changed), given(1, 2, 3), False, day)) == refused


@pytest.mark.parametrize(
    ("answers", "refused"),
    [({}, "answer_all_questions"), (given(0, 1, 1), "answer_all_questions"), (given(5, 1, 6), "answer_all_questions")],
)
def test_all_three_questions_are_answered_from_one_to_five(answers, refused):
    assert code(rules.may_answer(OPEN, answers, False, FIRST)) == refused


@pytest.mark.parametrize(
    ("first", "last", "known", "refused"),
    [
        (FIRST, LAST, False, None),
        (FIRST, LAST, True, "survey_exists"),
        (FIRST - timedelta(days=1), LAST, False, "bad_survey_days"),
        (LAST, FIRST, False, "bad_survey_days"),
        (FIRST, FIRST + timedelta(days=93), False, "bad_survey_days"),
    ],
)
def test_one_round_a_half_year_not_before_today(first, last, known, refused):
    assert code(rules.may_open(first, last, FIRST, known)) == refused


def test_sealed_numbers_add_up_and_no_two_look_alike():
    key = sealing.new_key(256)
    one, same = (sealing.encrypt((1, 0, 2), key.public) for _ in range(2))
    assert one != same
    assert sealing.decrypt(sealing.add([one, same, one], key.public), key, 3) == (3, 0, 6)
    with pytest.raises(ValueError, match="counters"):
        sealing.decrypt(one, key, 2)
    with pytest.raises(ValueError, match="encrypted"):
        sealing.decrypt("0", key, 3)


def test_a_key_has_the_length_asked_for():
    assert int(sealing.new_key(512).public, 16).bit_length() == 512


def test_a_hall_with_few_answers_is_counted_together_with_another(tmp_path: Path) -> None:
    with company(tmp_path) as (big, small, office):
        for place, number in enumerate(("1001", "1002", "1003", "1004", "1005", "1006")):
            assert answer(big, number, 1 + place % 5, 4, 5) is None
        for number in ("2001", "2002"):
            assert answer(small, number, 5, 4, 1) is None
        assert code(answer(big, "1001", 5, 5, 5)) == "survey_taken"
        carry(big, small, office)
        assert code(answer(small, "1001", 5, 5, 5)) == "survey_taken"  # nor at the other hall
        by_hall = {each.hall: (each.staff, each.taken, each.sent) for each in views.progress(office, ROUND)}
        assert by_hall == {BIG: (7, 6, 5), SMALL: (3, 2, 0)}  # five are sent as soon as they are five
        assert code(actions.count(office, OFFICE, ROUND, now=noon(LAST))) == "survey_still_open"
        assert [actions.send_boxes(store, now=noon(AFTER)) for store in (big, small, office)] == [1, 1, 0]
        carry(big, small, office)
        assert code(actions.count(big, OFFICE, ROUND, now=noon(AFTER))) == "survey_key_elsewhere"
        assert actions.count(office, OFFICE, ROUND, now=noon(AFTER)) == 8
        assert code(actions.count(office, OFFICE, ROUND, now=noon(AFTER))) == "no_survey_open"
        carry(big, small, office)
        found = views.round_of(small, ROUND)
        assert found is not None
        assert found.groups == (
            Group(
                halls=(BIG, SMALL),
                count=8,
                answers={"valued": (2, 1, 1, 1, 3), "fair": (0, 0, 0, 8, 0), "able": (2, 0, 0, 0, 6)},
            ),
        )
        assert found.mean(Question.FAIR) == 4
        before = views.round_of(small, ROUND)
        small.rebuild()
        assert views.round_of(small, ROUND) == before


def test_four_answers_are_never_opened(tmp_path: Path) -> None:
    with company(tmp_path) as (big, small, office):
        for number in ("1001", "1002", "1003", "1004"):
            answer(big, number, 1, 1, 1)
        actions.send_boxes(big, now=noon(AFTER))
        carry(big, small, office)
        assert actions.count(office, OFFICE, ROUND, now=noon(AFTER)) == 0
        found = views.round_of(office, ROUND)
        assert found is not None
        assert (found.groups, found.answers, found.mean(Question.FAIR)) == ((), {}, None)


@pytest.mark.parametrize("rubbish", [None, "no number", "", "0"], ids=["of another key", "words", "nothing", "zero"])
def test_an_unreadable_box_and_missing_answers_do_not_stop_the_count(tmp_path: Path, rubbish: str | None) -> None:
    with company(tmp_path) as (big, small, office):
        for number in ("1001", "1002", "1003", "1004", "1005", "1006"):
            answer(big, number, 2, 2, 2)
        answer(small, "2002", 5, 5, 5)
        answer(small, "2001", 5, 5, 5)
        total = sealing.encrypt([900] * 15, sealing.new_key(256).public) if rubbish is None else rubbish
        sent = facts.SurveyBoxSent(round=ROUND, batch=1, count=2, sum=total)  # by a program of their own
        with small.transaction(noon(AFTER)) as tx:
            tx.record(sent, subject="survey_box:theirs")
        carry(big, small, office)
        assert actions.count(office, OFFICE, ROUND, now=noon(AFTER)) == 5
        found = views.round_of(office, ROUND)
        assert found is not None
        assert (found.missing, found.unreadable) == (1, (SMALL,))


def test_an_answer_put_in_before_a_power_cut_counts_once(tmp_path: Path) -> None:
    with company(tmp_path) as (big, *_):
        key = views.round_of(big, ROUND).key
        Box(big.folder, ROUND).put("1001", sealing.encrypt(rules.counters(given(1, 1, 1)), key), key)  # and no more
        assert code(answer(big, "1002", 5, 5, 5)) is None
        assert code(answer(big, "1001", 2, 2, 2)) == "survey_taken"  # its box remembered
        assert Box(big.folder, ROUND).read().count == 2


@pytest.mark.parametrize("spoilt", [0, 65_536])
def test_an_interrupted_write_leaves_one_whole_copy(tmp_path: Path, spoilt: int) -> None:
    key = sealing.new_key(256).public
    box = Box(tmp_path, ROUND)
    for number in ("1001", "1002"):
        content = box.put(number, sealing.encrypt([1], key), key)
    assert box.put("1001", sealing.encrypt([1], key), key) == content  # once
    (file,) = tmp_path.glob("*.box")
    with file.open("r+b") as torn:
        torn.seek(spoilt)
        torn.write(b"x" * 100)
    assert box.read() == content
    box.begin_anew()
    assert (box.read().batch, box.read().count, box.read().people) == (2, 0, ("1001", "1002"))
    box.destroy()
    assert not box.exists


@pytest.mark.parametrize(
    ("group", "refused"),
    [
        ((5, 5, 5), None),
        ((4, 4, 4), "too_few_answers"),
        ((5, 5, 4), "answers_do_not_add_up"),
    ],
)
def test_a_paper_survey_is_entered_as_sums_of_at_least_five(tmp_path: Path, group, refused) -> None:
    count, *_ = group
    answers: dict[str, tuple[int, ...]] = {
        question.value: (number, 0, 0, 0, 0) for question, number in zip(Question, group, strict=True)
    }
    with company(tmp_path) as (_, _, office):
        groups = [Group(halls=(BIG,), count=count, answers=answers)]
        done = actions.enter(office, OFFICE, date(2014, 1, 6), date(2014, 1, 10), groups, now=noon())
        assert code(done) == refused
        if refused is None:
            assert done == "survey:2014-1"
            assert [each.id for each in views.rounds(office)] == [ROUND, "survey:2014-1"]


def test_only_the_office_opens_a_round_and_may_end_it_earlier(tmp_path: Path) -> None:
    with company(tmp_path) as (big, small, office):
        clerk = who("1001")
        assert code(actions.open_round(big, clerk, FIRST, LAST, now=noon(), bits=64)) == "not_allowed"
        assert code(actions.move_round(big, clerk, ROUND, FIRST, now=noon())) == "not_allowed"
        assert actions.move_round(office, OFFICE, ROUND, FIRST, now=noon()) is None
        carry(big, small, office)
        assert views.unanswered_round(big, "1001", FIRST) is not None
        assert views.unanswered_round(big, "1001", FIRST + timedelta(days=1)) is None


def test_five_answers_of_four_people_are_not_opened(tmp_path: Path) -> None:
    """One answered in both halls before these had heard of each other."""
    with company(tmp_path) as (big, small, office):
        for number in ("1001", "1002", "1003", "1004"):
            answer(big, number, 2, 2, 2)
        answer(small, "1004", 4, 4, 4)
        for store in (big, small):
            actions.send_boxes(store, now=noon(AFTER))
        carry(big, small, office)
        assert [each.sent for each in views.progress(office, ROUND)] == [4, 1]
        assert actions.count(office, OFFICE, ROUND, now=noon(AFTER)) == 0


def test_a_key_of_another_round_opens_and_ends_nothing(tmp_path: Path) -> None:
    """Two PCs of the office opened the half-year without having heard of each other: the first one's key counts."""
    with company(tmp_path) as (big, _, office):
        for number in ("1001", "1002", "1003", "1004", "1005"):
            answer(big, number, 2, 2, 2)
        carry(big, office)
        own = views.key_file(office.folder, ROUND).read_text()
        other = sealing.new_key(256)
        views.key_file(office.folder, ROUND).write_text(f"{other.p:x}\n{other.q:x}\n")
        assert not views.can_count(office, ROUND)
        assert code(actions.count(office, OFFICE, ROUND, now=noon(AFTER))) == "survey_key_elsewhere"
        views.key_file(office.folder, ROUND).write_text(own)
        assert actions.count(office, OFFICE, ROUND, now=noon(AFTER)) == 5


HEAD = "开始,截止,大厅,问题,1,2,3,4,5"
RIGHT = ("2014/1/6,2014/1/10,大厅、 小厅,重视,1,2,3,0,0", "2014/1/6,2014/1/10,大厅、小厅,公平,0,0,6,0,0")
LAST_ONE = "2014-01-06,2014-01-10,小厅/大厅,able,0,0,0,0,6"


def three(days: str, hall: str) -> tuple[str, ...]:
    return tuple(f"{days},{hall},{each},0,0,9,0,0" for each in ("重视", "公平", "会干"))


@pytest.mark.parametrize(
    ("lines", "refused"),
    [
        ((*RIGHT, LAST_ONE), None),
        (RIGHT, "answers_do_not_add_up"),
        ((*RIGHT, LAST_ONE[:-1] + "5"), "answers_do_not_add_up"),
        ((*three("2014/1/6,2014/1/10", "大厅"), *three("2014/1/6,2014/1/10", "大厅、小厅")), "survey_hall_twice"),
        (three("2026/3/2,2026/3/2", "大厅"), "survey_exists"),
        (three("2026/7/1,2026/7/8", "大厅"), "survey_still_open"),
        (("2014/1/6,2014/1/10,没有的厅,重视,1,2,3,0,0",), "survey_hall"),
        (("2014/1/6,2014/1/10,大厅,工资,1,2,3,0,0",), "survey_question"),
        (("2014/13/6,2014/1/10,大厅,重视,1,2,3,0,0",), "survey_day"),
        (("2014/1/6,2014/1/10,大厅,重视,1,-2,3,0,0",), "survey_counts"),
        (("2014/1/6,2014/1/10,大厅,重视,1,٣,3,0,0",), "survey_counts"),
        (("2014/1/6,2014/1/10,大厅,重视,1,10001,3,0,0",), "survey_counts"),
    ],
)
def test_the_sums_of_a_paper_survey_come_as_a_file(tmp_path: Path, lines, refused) -> None:
    content = "\n".join((HEAD, *lines)).encode()
    with company(tmp_path) as (_, _, office):
        doing = ImportRun(noon(), "sheet.csv", OFFICE)
        seen = reading.preview(office, SURVEYS, content, doing)
        reason = seen.refused or (seen.table.bad[0].refusal if seen.table.bad else None)
        assert code(reason) == refused
        if refused is None:
            assert [reading.take(office, SURVEYS, content, doing) for _ in range(2)] == [Taken(3, 0), Taken(0, 3)]
            found = views.round_of(office, "survey:2014-1")
            assert (found.count, found.on_paper, found.mean(Question.ABLE)) == (6, True, 5)
