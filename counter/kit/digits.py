"""A checklist filled in by digits alone: points, 不适用, and a numbered reason. Pure: no Qt.

A number that no digit can follow is taken at once: with 4 points 0–4 are points and 9 is 不适用. With 10 points or
more a number is two digits (or Enter), and 99 is 不适用. Less than full marks, or 不适用, asks for a reason: 1–8 choose
one, 0 means that it is written in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

SKIP, OWN_WORDS = "9", "0"


class SheetLine(msgspec.Struct, frozen=True):
    """One line of the checklist: its full marks in whole points; `may_skip`: 不适用 is allowed."""

    code: str
    points: int
    may_skip: bool = True


@dataclass
class Answer:
    """The answer to a line: `earned` points as text, "" if `skipped`; `reason` where one is needed."""

    earned: str = ""
    skipped: bool = False
    reason: str = ""

    @property
    def given(self) -> bool:
        return self.skipped or bool(self.earned)


@dataclass
class Sheet:
    """The lines and their answers; `place`: index of the current line, `asks`: a digit now chooses its reason."""

    lines: Sequence[SheetLine]
    reasons: Sequence[str]
    skips: Sequence[str]
    answers: dict[str, Answer] = field(default_factory=dict)
    place: int = 0
    asks: bool = False
    _typed: str = ""

    @property
    def line(self) -> SheetLine:
        return self.lines[self.place]

    @property
    def answer(self) -> Answer:
        """The answer to the current line."""
        return self.answers.setdefault(self.line.code, Answer())

    @property
    def choices(self) -> Sequence[str]:
        """The numbered reasons that fit the current answer."""
        return self.skips if self.answer.skipped else self.reasons

    @property
    def skip_code(self) -> str:
        """What is typed for 不适用: 9, or 99 where 9 may be points."""
        return SKIP * (len(str(self.line.points)) + (self.line.points == int(SKIP * len(str(self.line.points)))))

    def move_to(self, place: int) -> None:
        """Make another line current, within bounds; a reason not given yet stays missing."""
        self.place, self.asks, self._typed = min(max(place, 0), len(self.lines) - 1), False, ""

    def press(self, digit: str) -> bool:
        """Take one digit; True if the reason is to be written in words."""
        if self.asks:
            return self._choose_reason(digit)
        self._typed += digit
        if self._typed == self.skip_code and self.line.may_skip:
            self._take(Answer(skipped=True))
        elif int(self._typed) > self.line.points and not self.skip_code.startswith(self._typed):
            self._typed = ""  # more than full marks: start again
        elif self._is_final():
            self.enter()
        return False

    def enter(self) -> None:
        """Take the number typed so far."""
        if self._typed and int(self._typed) <= self.line.points:
            self._take(Answer(earned=str(int(self._typed))))
        self._typed = ""

    def write(self, reason: str) -> None:
        """Set the reason in words."""
        if reason.strip():
            self.answer.reason = reason.strip()
            self._next()

    def _is_final(self) -> bool:
        """Whether no further digit could follow."""
        might_be = [str(points) for points in range(self.line.points + 1)] + [self.skip_code]
        longer = (text for text in might_be if len(text) > len(self._typed))
        return not any(text.startswith(self._typed) for text in longer)

    def _take(self, answer: Answer) -> None:
        kept = self.answer.reason if answer.skipped == self.answer.skipped else ""
        self.answers[self.line.code], self._typed = answer, ""
        if answer.skipped or int(answer.earned) < self.line.points:
            answer.reason, self.asks = kept, True
        else:
            self._next()

    def _choose_reason(self, digit: str) -> bool:
        if digit == OWN_WORDS:
            return True
        if 1 <= int(digit) <= len(self.choices):
            self.answer.reason = self.choices[int(digit) - 1]
            self._next()
        return False

    def _next(self) -> None:
        self.move_to(self.place + 1)

    @property
    def missing(self) -> int:
        """How many lines still lack an answer or its reason."""
        return sum(not self._is_complete(line) for line in self.lines)

    def _is_complete(self, line: SheetLine) -> bool:
        answer = self.answers.get(line.code)
        if answer is None or not answer.given:
            return False
        return bool(answer.reason) or (bool(answer.earned) and float(answer.earned) >= line.points)
