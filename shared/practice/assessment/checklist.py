"""The checklist shipped (《窗口单位考核标准》): the paper's words first. The office publishes others as documents."""

from shared.practice.assessment import words
from shared.practice.assessment.facts import CheckLine, Checklist, Item

NAME = "standard"
_POINTS = "4"


def shipped() -> Checklist:
    """Each line is worth 4 points. Version 0: the office's own begin with 1."""
    lines = [CheckLine(code, Item.ENVIRONMENT, text.zh, _POINTS) for code, text in words.ENVIRONMENT.items()]
    lines += [CheckLine(code, Item.SERVICE, text.zh, _POINTS) for code, text in words.SERVICE.items()]
    return Checklist(
        0, tuple(lines), tuple(text.zh for text in words.DEDUCTIONS), tuple(text.zh for text in words.SKIPS)
    )
