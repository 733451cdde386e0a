"""Bring in the sums of a survey that was made on paper: one line for each question of each group of halls.

The sheets themselves are counted by hand; nobody types in what one person answered.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from shared.domain.refusal import Refusal
from shared.domain.spelling import folded
from shared.domain.written_day import day
from shared.domain.written_row import cells
from shared.practice.survey import words
from shared.practice.survey.facts import Group, Question
from shared.practice.survey.rules import VALUES

HEADINGS = {"开始": "from", "截止": "to", "大厅": "hall", "问题": "question", **{str(n): str(n) for n in VALUES}}
COLUMNS = tuple(str(value) for value in VALUES)
REQUIRED = ("from", "to", "hall", "question", *COLUMNS)
_MOST_ANSWERS = 10_000
_SEPARATORS = str.maketrans("/；;，", "、、、、")
_CODES = {
    folded(name): question
    for question in Question
    for text in (words.SHORT[question.value], words.QUESTIONS[question.value])
    for name in (question.value, text.in_("zh"), text.in_("en"))
}


class PaperLine(msgspec.Struct, frozen=True):
    """How often 1 to 5 was given to one question in the halls counted together."""

    first: date
    last: date
    halls: tuple[str, ...]
    question: Question
    given: tuple[int, ...]


def paper_line(row: Mapping[str, str], halls: Mapping[str, str]) -> PaperLine | Refusal:
    """A line, or what is wrong with it. `halls`: names by code; several are written as 和平大厅、北陵大厅."""
    values = cells(row, REQUIRED)
    if isinstance(values, Refusal):
        return values
    days = [day(values[name]) for name in ("from", "to")]
    if None in days:
        return Refusal("survey_day", {"value": f"{values['from']} – {values['to']}"})
    known = {folded(name): code for code, title in halls.items() for name in (code, title)}
    named = [folded(each) for each in values["hall"].translate(_SEPARATORS).split("、") if each.strip()]
    if unknown := [each for each in named if each not in known]:
        return Refusal("survey_hall", {"hall": unknown[0]})
    question = _CODES.get(folded(values["question"]))
    if question is None:
        return Refusal("survey_question", {"value": values["question"]})
    given = [int(text) if (text := values[name]).isascii() and text.isdigit() else -1 for name in COLUMNS]
    if not all(0 <= number <= _MOST_ANSWERS for number in given):
        return Refusal("survey_counts", {"value": "、".join(values[name] for name in COLUMNS)})
    first, last = (each for each in days if each)
    return PaperLine(first, last, tuple(sorted({known[each] for each in named})), question, tuple(given))


def rounds_of(lines: Iterable[PaperLine]) -> dict[tuple[date, date], list[Group]]:
    """The groups by the days of their survey; a question that no line is about is missing in its group."""
    found: dict[tuple[date, date], dict[tuple[str, ...], dict[str, tuple[int, ...]]]] = {}
    for line in lines:
        answers = found.setdefault((line.first, line.last), {}).setdefault(line.halls, {})
        answers[line.question.value] = line.given
    return {
        days: [Group(halls=halls, count=sum(next(iter(given.values()))), answers=given) for halls, given in by.items()]
        for days, by in found.items()
    }
