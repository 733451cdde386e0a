"""The checklist that is shipped (《窗口单位考核标准》), from the paper; the office may publish others as documents."""

from shared.practice.assessment import words
from shared.practice.assessment.facts import CheckLine, Checklist, Item

NAME = "standard"
_POINTS = "4"


def shipped() -> Checklist:
    """The shipped checklist, each line 4 points. Its version is 0; published ones begin with 1."""
    lines = [CheckLine(code, Item.ENVIRONMENT, text.zh, _POINTS) for code, text in words.ENVIRONMENT.items()]
    lines += [CheckLine(code, Item.SERVICE, text.zh, _POINTS) for code, text in words.SERVICE.items()]
    return Checklist(
        0, tuple(lines), tuple(text.zh for text in words.DEDUCTIONS), tuple(text.zh for text in words.SKIPS)
    )
