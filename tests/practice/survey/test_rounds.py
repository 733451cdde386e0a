"""A round of the survey: its days, who signs what, what is sound, and what comes of two rounds."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from shared.domain.halls import EVERYWHERE
from shared.practice.survey import actions, facts, rules, sealing, views
from shared.practice.survey.box import Box
from shared.practice.survey.facts import Group, Question
from tests.practice.survey.halls import AFTER, BIG, FIRST, LAST, OFFICE, SMALL, answer, carry, company, given, noon, who
from tests.support.builders import code

ROUND = "survey:2026-1"
OPEN, COUNTED = rules.Round(FIRST, LAST, counted=False), rules.Round(FIRST, LAST, counted=True)
NEXT = LAST + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "half"),
    [(date(2026, 1, 1), (2026, 1)), (date(2026, 6, 30), (2026, 1)), (date(2026, 7, 1), (2026, 2))],
)
def test_a_round_belongs_to_the_half_year_in_which_it_begins(day, half):
    assert rules.half_of(day) == half
    assert actions.id_of(day) == f"survey:{half[0]}-{half[1]}"


@pytest.mark.parametrize(
    ("last", "refused"),
    [
        (FIRST, None),
        (FIRST + timedelta(days=92), None),
        (FIRST + timedelta(days=93), "bad_survey_days"),
        (FIRST - timedelta(days=1), "bad_survey_days"),
    ],
)
def test_a_round_lasts_from_a_day_to_a_quarter(last, refused):
    assert code(rules.may_open(FIRST, last, FIRST, known=False)) == refused
    assert code(rules.may_move(OPEN, last, FIRST - timedelta(days=9))) == refused


@pytest.mark.parametrize(
    ("found", "last", "today", "refused"),
    [
        (OPEN, LAST, LAST, None),
        (OPEN, LAST, NEXT, "bad_survey_days"),  # never into the past
        (OPEN, NEXT, NEXT, None),  # a round that was over goes on
        (COUNTED, NEXT, LAST, "no_survey_open"),
        (None, NEXT, LAST, "no_survey_open"),
    ],
)
def test_the_last_day_is_moved_while_nobody_has_counted(found, last, today, refused):
    assert code(rules.may_move(found, last, today)) == refused


@pytest.mark.parametrize(
    ("found", "today", "refused"),
    [
        (OPEN, LAST, "survey_still_open"),
        (OPEN, NEXT, None),
        (COUNTED, NEXT, "no_survey_open"),
        (None, NEXT, "no_survey_open"),
    ],
)
def test_it_is_counted_once_after_its_last_day(found, today, refused):
    assert code(rules.may_count(found, today)) == refused


FIVE = (1, 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("changed", "sound"),
    [
        ({}, True),
        ({"fair": (5, 0, 0, 0, 0)}, True),
        ({"fair": (1, 1, 1, 1, 0)}, False),
        ({"fair": (1, 1, 1, 1, 1, 0)}, False),
        ({"fair": (6, -1, 0, 0, 0)}, False),
        ({"wages": FIVE}, False),
    ],
)
def test_a_sum_is_sound_where_each_question_was_answered_by_all(changed, sound):
    assert rules.is_sound({question.value: FIVE for question in Question} | changed, 5) is sound


def paper(halls: tuple[str, ...], count: int = 5) -> Group:
    return Group(halls=halls, count=count, answers={question.value: (count, 0, 0, 0, 0) for question in Question})


@pytest.mark.parametrize(
    ("groups", "today", "refused"),
    [
        ([paper((BIG,)), paper((SMALL,))], LAST, None),
        ([paper((BIG,))], LAST - timedelta(days=1), "survey_still_open"),
        ([paper((BIG,)), paper((BIG, SMALL))], LAST, "survey_hall_twice"),
        ([paper((BIG,)), paper((SMALL,), 4)], LAST, "too_few_answers"),
        ([], LAST, "too_few_answers"),
    ],
)
def test_what_may_be_entered_from_paper(groups, today, refused):
    assert code(rules.may_enter(groups, 5, LAST, today)) == refused


def test_every_step_is_signed_and_only_what_is_public_goes_everywhere(tmp_path: Path) -> None:
    with company(tmp_path) as (big, small, office):
        assert actions.move_round(office, OFFICE, ROUND, LAST, now=noon()) is None
        carry(office, big, small)
        for number in ("1001", "1002", "1003", "1004", "1005"):
            assert answer(big, number, 1, 2, 3) is None
        assert actions.send_boxes(big, now=noon(LAST)) == 0  # not over yet
        assert actions.send_boxes(big, now=noon(NEXT)) == 1
        carry(office, big, small)
        assert views.key_file(office.folder, ROUND).exists()
        assert actions.count(office, OFFICE, ROUND, now=noon(NEXT)) == 5
        assert not views.key_file(office.folder, ROUND).exists()
        of_survey = [each for each in office.events() if each.subject.startswith("survey")]
        assert {(each.kind, each.actor, each.hall) for each in of_survey} == {
            *((kind, "9001", EVERYWHERE) for kind in ("survey_opened", "survey_moved", "survey_counted")),
            *(("survey_taken", f"100{n}", BIG) for n in range(1, 6)),
            ("survey_box_sent", "", BIG),  # nobody's
        }
        with office.transaction(noon(AFTER)) as tx:  # moved by a PC that did not know of the count
            tx.record(facts.SurveyMoved(last=AFTER), subject=ROUND, actor="9001", hall=EVERYWHERE)
        found = views.round_of(office, ROUND)
        assert found is not None
        assert (found.last, found.year, found.half, found.on_paper) == (LAST, 2026, 1, False)
        assert (found.count, found.missing, found.unreadable) == (5, 0, ())


def test_whoever_says_that_another_has_answered_says_nothing(tmp_path: Path) -> None:
    with company(tmp_path) as (big, _, _):
        with big.transaction(noon()) as tx:
            tx.record(facts.SurveyTaken(round=ROUND), subject=views.taken_subject(ROUND, "1002"), actor="1001")
        assert not views.has_taken(big, ROUND, "1002")
        assert not views.has_taken(big, ROUND, "1001")
        assert views.unanswered_round(big, "1002", FIRST - timedelta(days=1)) is None
        assert views.unanswered_round(big, "1002", FIRST) is not None
        assert answer(big, "1002", 1, 1, 1) is None
        assert views.unanswered_round(big, "1002", FIRST) is None


def test_a_key_that_outlived_the_count_is_destroyed(tmp_path: Path) -> None:
    """The power was cut between the two."""
    with company(tmp_path) as (_, _, office):
        key = views.key_file(office.folder, ROUND)
        kept = key.read_text()
        assert actions.count(office, OFFICE, ROUND, now=noon(NEXT)) == 0
        key.write_text(kept)
        assert actions.send_boxes(office, now=noon(NEXT)) == 0
        assert not key.exists()


def test_by_how_much_an_answer_rose_between_two_rounds(tmp_path: Path) -> None:
    with company(tmp_path) as (_, _, office):
        for year, given in ((2013, (0, 0, 5, 0, 0)), (2014, (0, 0, 2, 1, 2))):
            answers: dict[str, tuple[int, ...]] = {question.value: given for question in Question}
            group = Group(halls=(BIG,), count=5, answers=answers)
            actions.enter(office, OFFICE, date(year, 1, 6), date(year, 1, 10), [group], now=noon())
        open_, after, before = views.rounds(office)
        assert (before.id, after.id, open_.id) == ("survey:2013-1", "survey:2014-1", ROUND)
        assert views.difference(before, after, Question.FAIR) == Fraction(4, 1) - 3
        assert views.difference(before, open_, Question.FAIR) is None
        assert (after.count, after.on_paper, open_.count) == (5, True, 0)


def test_rounds_stand_with_the_newest_first_and_a_paper_one_is_not_answered(tmp_path: Path) -> None:
    with company(tmp_path) as (big, _, office):
        for month in (1, 7):
            first, last = date(2014, month, 6), date(2014, month, 10)
            assert isinstance(actions.enter(office, OFFICE, first, last, [paper((BIG,))], now=noon()), str)
        assert [each.id for each in views.rounds(office)] == [ROUND, "survey:2014-2", "survey:2014-1"]
        carry(office, big)
        on_paper = actions.answer(big, who("1001"), "survey:2014-1", given(1, 2, 3), now=noon(date(2014, 1, 7)))
        assert code(on_paper) == "no_survey_open"
        short = {Question.FAIR: 5}
        assert code(actions.answer(big, who("1001"), ROUND, short, now=noon())) == "answer_all_questions"


def test_a_key_is_made_of_two_primes() -> None:
    """Small ones, so that dividing tells."""
    for _ in range(20):
        key = sealing.new_key(32)
        assert key.p != key.q
        assert all(prime % divisor for prime in (key.p, key.q) for divisor in range(2, 256))
        assert {key.p.bit_length(), key.q.bit_length()} == {16}


def test_a_box_that_cannot_be_read_is_begun_anew_and_one_that_is_full_says_so(tmp_path: Path) -> None:
    key = sealing.new_key(256).public
    box = Box(tmp_path, ROUND)
    first = box.put("1001", sealing.encrypt([1], key), key)
    (file,) = tmp_path.glob("*.box")
    file.write_bytes(b"x" * file.stat().st_size)
    assert box.read().id != first.id
    assert (box.read().count, box.read().people, box.read().batch) == (0, (), 1)
    with pytest.raises(OSError, match="full"):
        box.put("1" * 70_000, sealing.encrypt([1], key), key)
