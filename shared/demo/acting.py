"""Demonstrations use the real actions; a refusal is an error of the demonstration or of the product."""

from typing import TypeVar

from shared.domain.refusal import Refusal

T = TypeVar("T")


class Refused(RuntimeError):
    """An action that the demonstration needs was refused."""


def done(answer: T | Refusal) -> T:
    """The action's answer. Raises `Refused` where it was refused."""
    if isinstance(answer, Refusal):
        raise Refused(f"{answer.code}: {answer.details}")
    return answer
