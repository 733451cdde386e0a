"""Lines of a file of questions (题库,编号,题目,A…F,答案), or what is wrong with them. Pure."""

import re
from collections.abc import Mapping

from shared.domain.refusal import Refusal
from shared.domain.spelling import folded, tidy
from shared.practice.learning.facts import Choice
from shared.practice.learning.rules.quiz import Question, fit

LETTERS = "ABCDEF"
HEADINGS = {"题库": "bank", "编号": "code", "题目": "question", "答案": "right"} | {
    letter: letter for letter in LETTERS
}
REQUIRED = ("bank", "code", "question", "right")
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,39}")
_RIGHT = re.compile(f"[{LETTERS}]+")


def code(text: str) -> str | Refusal:
    """A short code of letters, digits and dashes, in small letters."""
    found = tidy(text).lower()
    return found if _CODE.fullmatch(found) else Refusal("learning_code", {"value": text})


def _plain(text: str | None) -> str:
    """A cell with single blanks; unlike `tidy`, it keeps Chinese punctuation, which the texts of questions need."""
    return " ".join((text or "").split())


def question_line(row: Mapping[str, str]) -> Question | Refusal:
    """One question; `答案` holds the letters of the right choices, several of them make it multiple."""
    values = {name: _plain(row.get(name)) for name in REQUIRED}
    if missing := next((name for name in REQUIRED if not values[name]), ""):
        return Refusal("missing_value", {"column": missing})
    bank, number = code(values["bank"]), code(values["code"])
    if isinstance(bank, Refusal):
        return bank
    if isinstance(number, Refusal):
        return number
    right = re.sub("[,、，; ]", "", folded(values["right"]))
    texts = [_plain(row.get(letter)) for letter in LETTERS]
    texts = texts[: max((place for place, text in enumerate(texts) if text), default=-1) + 1]
    if not _RIGHT.fullmatch(right) or not set(right) <= set(LETTERS[: len(texts)]):
        return Refusal("right_choice", {"question": number})
    choices = tuple(Choice(text, letter in right) for letter, text in zip(LETTERS, texts, strict=False))
    found = Question(bank, number, 0, values["question"], choices, multiple=len(set(right)) > 1)
    return fit(found) or found
