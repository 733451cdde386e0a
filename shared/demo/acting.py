"""Demonstrations act as people do: what is refused to them is a fault, of the demonstration or of the product."""

from typing import TypeVar

from shared.domain.refusal import Refusal

T = TypeVar("T")


class Refused(RuntimeError):
    """An action that the demonstration needs was refused."""


def done(answer: T | Refusal) -> T:
    """What an action answered. Raises `Refused`."""
    if isinstance(answer, Refusal):
        raise Refused(f"{answer.code}: {answer.details}")
    return answer
