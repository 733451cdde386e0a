"""Who may answer, what counts, and which halls are counted together. Pure.

The rules: resources/handbook/practices.en.md §11.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain.refusal import Refusal
from shared.practice.survey.facts import Group, Question

VALUES = (1, 2, 3, 4, 5)
QUESTIONS = tuple(Question)
COUNTERS = len(QUESTIONS) * len(VALUES)
LONGEST_DAYS = 92
Answers = Mapping[Question, int]


class Round(msgspec.Struct, frozen=True):
    """The days of a round, and whether its answers were counted."""

    first: date
    last: date
    counted: bool


class HallAnswers(msgspec.Struct, frozen=True):
    """How many answers came in from a hall."""

    hall: str
    branch: str
    count: int


def half_of(day: date) -> tuple[int, int]:
    """The year and the half of it: 1 or 2."""
    return day.year, 1 if day.month <= 6 else 2


def may_open(first: date, last: date, today: date, known: bool) -> Refusal | None:
    """One round a half-year, of at most a quarter, not in the past."""
    if known:
        return Refusal("survey_exists")
    if first < today or not 0 <= (last - first).days <= LONGEST_DAYS:
        return Refusal("bad_survey_days", {"days": LONGEST_DAYS})
    return None


def may_move(found: Round | None, last: date, today: date) -> Refusal | None:
    """The last day may be moved while nobody has counted, never into the past."""
    if found is None or found.counted:
        return Refusal("no_survey_open")
    if last < today or not 0 <= (last - found.first).days <= LONGEST_DAYS:
        return Refusal("bad_survey_days", {"days": LONGEST_DAYS})
    return None


def may_answer(found: Round | None, answers: Answers, taken: bool, today: date) -> Refusal | None:
    """Within its days, all three questions, once."""
    if found is None or found.counted or not found.first <= today <= found.last:
        return Refusal("no_survey_open")
    if taken:
        return Refusal("survey_taken")
    if set(answers) != set(QUESTIONS) or not set(answers.values()) <= set(VALUES):
        return Refusal("answer_all_questions")
    return None


def may_count(found: Round | None, today: date) -> Refusal | None:
    """After its last day, once."""
    if found is None or found.counted:
        return Refusal("no_survey_open")
    return Refusal("survey_still_open") if today <= found.last else None


def may_enter(groups: Sequence[Group], least: int, last: date, today: date) -> Refusal | None:
    """Sums of a paper survey that is over: of `least` answers at least, each question answered by all, no hall twice.

    With a hall in two groups, the difference of their sums could show what a few people answered.
    """
    if last > today:
        return Refusal("survey_still_open")
    halls = [hall for group in groups for hall in group.halls]
    if len(halls) != len(set(halls)):
        return Refusal("survey_hall_twice")
    for group in groups:
        if group.count < least:
            return Refusal("too_few_answers", {"least": least})
        if not is_sound(group.answers, group.count):
            return Refusal("answers_do_not_add_up")
    return None if groups else Refusal("too_few_answers", {"least": least})


def is_sound(answers: Mapping[str, Sequence[int]], count: int) -> bool:
    """Whether each of the three questions was answered `count` times."""
    return set(answers) == set(QUESTIONS) and all(
        len(given) == len(VALUES) and min(given) >= 0 and sum(given) == count for given in answers.values()
    )


def counters(answers: Answers) -> tuple[int, ...]:
    """One person's answers as 15 counters: five for each question."""
    return tuple(int(answers[question] == value) for question in QUESTIONS for value in VALUES)


def by_question(sums: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """15 counters as the answers to each question."""
    step = len(VALUES)
    return {q.value: tuple(sums[place * step : (place + 1) * step]) for place, q in enumerate(QUESTIONS)}


def groups(parts: Sequence[HallAnswers], least: int) -> tuple[tuple[str, ...], ...]:
    """The halls to be counted together: each group has at least `least` answers, and no hall is in two.

    A hall with enough is its own group; the others of its branch together; what is left of all branches together; and
    what is still too few joins the smallest group, or nothing is counted.
    """
    alone = [(part,) for part in parts if part.count >= least]
    few = [part for part in parts if 0 < part.count < least]
    branches = [tuple(part for part in few if part.branch == name) for name in sorted({part.branch for part in few})]
    found = [*alone, *(branch for branch in branches if _size(branch) >= least)]
    left = tuple(part for branch in branches if _size(branch) < least for part in branch)
    if left and _size(left) >= least:
        found.append(left)
    elif left and found:
        smallest = min(found, key=_size)
        found[found.index(smallest)] = (*smallest, *left)
    return tuple(tuple(part.hall for part in group) for group in found)


def _size(parts: Sequence[HallAnswers]) -> int:
    return sum(part.count for part in parts)


def mean(given: Sequence[int]) -> Fraction | None:
    """The mean of `given`, how often each of 1 to 5 was answered; None without answers."""
    total = sum(given)
    return Fraction(sum(value * count for value, count in zip(VALUES, given, strict=True)), total) if total else None


def together(groups: Sequence[Group]) -> dict[str, tuple[int, ...]]:
    """The answers of several groups added, by question."""
    return {
        question.value: tuple(map(sum, zip(*(group.answers[question.value] for group in groups), strict=True)))
        for question in QUESTIONS
        if groups
    }
