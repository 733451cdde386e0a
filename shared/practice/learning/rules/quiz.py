"""Papers: drawn at random, graded without negative marks, regraded when a question is voided. Pure."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256

import msgspec

from shared.domain.money import rate
from shared.domain.refusal import Refusal
from shared.practice.learning.facts import Asked, Choice

MOST_CHOICES = 6
"""A paper has so many buttons, and a file of questions so many columns."""
Version = tuple[str, int]
"""A question's code and version."""


class Question(msgspec.Struct, frozen=True):
    """One version of a question."""

    bank: str
    code: str
    version: int
    text: str
    choices: tuple[Choice, ...]
    multiple: bool = False
    voided: bool = False

    @property
    def key(self) -> Version:
        return self.code, self.version

    @property
    def right(self) -> frozenset[int]:
        """The places of the right choices."""
        return frozenset(place for place, choice in enumerate(self.choices) if choice.right)


class Grade(msgspec.Struct, frozen=True):
    """How many questions are right, of how many shown; voided ones count in neither."""

    right: int
    shown: int
    passed: bool

    @property
    def share(self) -> Fraction:
        return Fraction(self.right, self.shown) if self.shown else Fraction(0)


def fit(question: Question) -> Refusal | None:
    """A question needs a text and two to six different choices; one is right, several only if it is `multiple`."""
    texts = [choice.text.strip() for choice in question.choices]
    if not question.text.strip() or not all(texts) or len(texts) < 2:
        return Refusal("question_incomplete", {"question": question.code})
    if len(texts) > MOST_CHOICES:
        return Refusal("choices_too_many", {"question": question.code, "most": MOST_CHOICES})
    if len(set(texts)) < len(texts):
        return Refusal("choices_alike", {"question": question.code})
    right = len(question.right)
    if not right or (right > 1 and not question.multiple):
        return Refusal("right_choice", {"question": question.code})
    return None


def draw(questions: Sequence[Question], shown: int, seed: str) -> tuple[Asked, ...]:
    """A paper of `shown` questions; which, and the order of them and their choices, follows from `seed`."""
    usable = [each for each in questions if not each.voided]
    mixed = sorted(usable, key=lambda each: _lot(seed, each.code))[:shown]
    return tuple(Asked(each.code, each.version, _order(len(each.choices), f"{seed}/{each.code}")) for each in mixed)


def _order(count: int, seed: str) -> tuple[int, ...]:
    return tuple(sorted(range(count), key=lambda place: _lot(seed, str(place))))


def _lot(seed: str, key: str) -> bytes:
    return sha256(f"{seed}:{key}".encode()).digest()


def grade(
    paper: Sequence[Asked],
    answers: Sequence[Collection[int]],
    questions: Mapping[Version, Question],
    pass_share: float,
    *,
    passed: bool = False,
) -> Grade:
    """The grade of a paper by `questions` as they are now. `passed`: a pass once given stays.

    A question counts 1 when exactly its right choices were chosen, else 0. The maximum is what was shown and is not
    voided; a version that this device does not know counts as shown and not right.
    """
    counted = [
        (questions.get((asked.code, asked.version)), frozenset(chosen))
        for asked, chosen in zip(paper, answers, strict=False)
    ]
    left = [(question, chosen) for question, chosen in counted if question is None or not question.voided]
    right = sum(question is not None and question.right == chosen for question, chosen in left)
    enough = bool(left) and Fraction(right, len(left)) >= rate(pass_share)
    return Grade(right, len(left), passed or enough)
