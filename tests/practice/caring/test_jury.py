"""From scores to awards: the worked examples of resources/handbook/practices.en.md §6."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.money import decimal
from shared.domain.ranking import trimmed_mean
from shared.domain.refusal import Refusal
from shared.practice.caring.policy import Caring
from shared.practice.caring.rules import fairness, jury
from shared.practice.caring.rules.jury import Score, Tally

OURS = Caring()
TRIM = Fraction("0.2")


def scores(entry: str, *points: int) -> list[Score]:
    """One score from each juror in turn: the points spread over the three criteria, so that they add up."""
    return [Score(entry, f"J{n}", p // 3, (p + 1) // 3, (p + 2) // 3) for n, p in enumerate(points, 1)]


@pytest.mark.parametrize(
    ("points", "mean"),
    [
        ((18, 21, 24, 27, 30), "24.0000"),  # (21 + 24 + 27) / 3
        ((21, 24, 27, 30), "25.5000"),  # (0.2·21 + 24 + 27 + 0.2·30) / 2.4 = 61.2 / 2.4
        ((21, 24, 27), "24.0000"),  # (0.4·21 + 24 + 0.4·27) / 1.8
        ((24, 24, 23, 24), "23.9167"),  # (0.2·23 + 24 + 24 + 0.2·24) / 2.4
        ((25, 25, 24, 25, 16), "24.6667"),  # (24 + 25 + 25) / 3
        ((30, 10), "20.0000"),
        ((7,), "7.0000"),
    ],
)
def test_the_trimmed_mean_counts_its_ends_by_their_overlap(points, mean):
    assert decimal(trimmed_mean(points, TRIM), 4) == mean


def test_without_trim_it_is_the_mean():
    assert trimmed_mean([1, 2, 6], Fraction(0)) == 3


@pytest.mark.parametrize(("count", "ranked"), [(2, False), (3, True)])
def test_fewer_than_three_jurors_are_not_enough(count, ranked):
    answer = jury.tally("a", "1001", scores("a", 21, 24, 27)[:count], OURS)
    assert isinstance(answer, Tally) is ranked
    assert ranked or answer == Refusal("too_few_jurors", {"entry": "a", "least": 3})


EXAMPLE_2 = [*scores("one", 24, 24, 23, 24), *scores("two", 25, 25, 24, 25, 16)]
HEROES_2 = {"one": "1001", "two": "1002"}


def test_example_2_a_harsh_juror_recused_from_one_entry_does_not_lift_it():
    assert sum((24, 24, 23, 24)) / 4 > sum((25, 25, 24, 25, 16)) / 5  # why: plain means put the first in front
    result = jury.result(HEROES_2, EXAMPLE_2, Caring(places=1))
    assert [each.entry for each in result.awarded] == ["two"]
    assert [each.entry for each in result.nominated] == ["one"]


def test_example_2_severity():
    assert fairness.severity(EXAMPLE_2)["J5"] == Fraction(-35, 4)  # 16 − (25 + 25 + 24 + 25) / 4
    adjusted = fairness.adjusted(EXAMPLE_2, OURS)
    assert {entry: decimal(value, 4) for entry, value in adjusted.items()} == {"one": "22.6076", "two": "23.6806"}
    assert not fairness.severity_check(HEROES_2, EXAMPLE_2, Caring(places=1))


def test_a_severity_that_would_change_the_winner_is_told():
    # J4 and J5 are three points harsher everywhere, and judged only "b"
    found = [*scores("a", 24, 24, 24), *scores("b", 25, 25, 25, 19, 19), *scores("c", 22, 22, 22, 19, 19)]
    heroes = {"a": "1", "b": "2", "c": "3"}
    one = Caring(places=1)
    assert [each.entry for each in jury.result(heroes, found, one).awarded] == ["a"]
    assert fairness.severity_check(heroes, found, one) == fairness.WinnersChanged(gained=("b",), lost=("a",))
    assert fairness.without_each(heroes, found, one)["J5"] == fairness.WinnersChanged(gained=("b",), lost=("a",))
    assert fairness.without_each(heroes, found, one)["J1"]  # then "a" has too few scores
    assert not any(fairness.without_each(HEROES_2, EXAMPLE_2, one).values())


def tallies(*rows: tuple[str, float, float, float]) -> list[Tally]:
    return [
        Tally(f"e{n}", hero, 5, Fraction(str(score)), Fraction(str(lesson)), Fraction(str(contribution)))
        for n, (hero, score, lesson, contribution) in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("rows", "places", "awarded"),
    [
        # Example 3: full equals share the last place
        ([("1", 27, 8, 9), ("2", 25.5, 7, 8.5), ("3", 25.5, 7, 8.5), ("4", 24, 9, 9)], 2, ["e0", "e1", "e2"]),
        ([("1", 27, 8, 9), ("2", 25.5, 7, 8.5), ("3", 25.5, 7.5, 8.5), ("4", 24, 9, 9)], 2, ["e0", "e2"]),
        ([("1", 27, 8, 9), ("2", 25.5, 7, 8), ("3", 25.5, 7, 8.5), ("4", 24, 9, 9)], 2, ["e0", "e2"]),
        # of equals the lesson goes before the contribution
        ([("1", 27, 7, 9), ("2", 27, 8, 8)], 1, ["e1"]),
        # Example 4: one award a hero, the next moves up
        ([("1", 27, 8, 9), ("1", 26, 8, 9), ("2", 24, 7, 7)], 2, ["e0", "e2"]),
        ([("1", 24, 8, 8), ("1", 24, 8, 8), ("2", 23, 7, 7)], 2, ["e0", "e2"]),
        # Places may stay empty; 18 is enough
        ([("1", 18, 6, 6), ("2", 17.99, 9, 9)], 5, ["e0"]),
        ([], 5, []),
    ],
)
def test_who_is_awarded(rows, places, awarded):
    assert [each.entry for each in jury.award(tallies(*rows), Caring(places=places))] == awarded


def test_an_entry_that_too_few_scored_is_named():
    result = jury.result({"a": "1", "b": "2", "c": "3"}, [*scores("a", 20, 20, 20), *scores("b", 30, 30)], OURS)
    assert ([each.entry for each in result.awarded], result.unranked) == (["a"], ("b", "c"))


@pytest.mark.parametrize(
    ("score", "code"),
    [
        (Score("a", "J1", 0, 10, 10, 2), None),
        (Score("a", "J1", 11, 0, 0, 2), "mark_out_of_range"),
        (Score("a", "J1", -1, 0, 0, 2), "mark_out_of_range"),
        (Score("a", "J1", 5, 5, 5, 1), "text_changed"),
    ],
)
def test_a_score_is_whole_marks_for_the_text_as_it_is(score, code):
    answer = jury.check(score, 2, OURS)
    assert (answer.code if answer else None) == code


def test_scores_of_an_older_text_out_of_range_and_of_the_recused_do_not_count():
    """A counter's terminal sent a juror's marks of a million each: one entry won by them."""
    given_ = [Score("a", "J1", 5, 5, 5, 1), Score("a", "J2", 5, 5, 5, 2), Score("a", "J3", 5, 5, 5, 2)]
    beyond = [Score("a", "J4", 10**6, 5, 5, 2), Score("a", "J5", 5, 5, -1, 2)]
    assert [each.juror for each in jury.valid([*given_, *beyond], {"a": 2}, {("a", "J3")}, OURS)] == ["J2"]


def test_jurors_disagree_by_so_much_on_average():
    assert fairness.disagreement([*scores("a", 20, 24, 27), *scores("b", 10)]) == Fraction(14, 3)  # 4, 7, 3
    assert fairness.disagreement(scores("a", 20)) is None
    assert fairness.spread(scores("a", 24, 20, 27), "a") == (20, 27)


def test_each_juror_reads_in_an_order_of_their_own():
    entries = [f"e{n}" for n in range(24)]
    one, two = jury.shuffled(entries, "J1", "2026"), jury.shuffled(entries, "J2", "2026")
    assert sorted(one) == sorted(two) == sorted(entries)
    assert one != two
    assert one == jury.shuffled(reversed(entries), "J1", "2026")


@given(st.lists(st.integers(0, 30), min_size=4, max_size=9), st.data())
def test_a_recusal_changes_the_result_only_a_little(points, data):
    """One score fewer moves the result by less than the spread, and by nothing where all agree."""
    left = list(points)
    left.pop(data.draw(st.integers(0, len(points) - 1)))
    before, after = trimmed_mean(points, TRIM), trimmed_mean(left, TRIM)
    assert abs(before - after) <= Fraction(max(points) - min(points), 2)
    assert min(points) <= after <= max(points)


@given(st.lists(st.integers(0, 30), min_size=3, max_size=9), st.data())
def test_a_higher_mark_never_lowers_the_result(points, data):
    place = data.draw(st.integers(0, len(points) - 1))
    higher = [*points[:place], points[place] + 1, *points[place + 1 :]]
    assert trimmed_mean(higher, TRIM) >= trimmed_mean(points, TRIM)
