"""Asks a source once, and checks its answer or refusal and that it came in time."""

import time

from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.queue_sources.readers import read
from tests.support import patience
from tests.support.builders import MORNING

SECONDS = 0.3
"""What a source gets that is not expected to answer; all others get the patience of the tests."""


def ask(source, seconds=patience.SECONDS):
    """The answer of the first and only source."""
    return read(source, 0, MORNING, seconds)


def refused(answer, code, setting):
    """The answer is this refusal, worded with the setting that it is about; its reason."""
    assert isinstance(answer, Refusal), answer
    assert (answer.code, answer.details["setting"]) == (code, f"source[0].{setting}")
    sentence = wording.refusal(answer)
    assert setting in sentence
    assert "—" not in sentence
    return str(answer.details["reason"])


def refused_in_time(source, code="queue_too_slow", within=SECONDS):
    """A source that does not answer is left once its time is over."""
    began = time.monotonic()
    answer = ask(source, SECONDS)
    assert time.monotonic() - began < within + patience.SLACK
    return refused(answer, code, "address")
