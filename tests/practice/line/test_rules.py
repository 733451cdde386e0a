"""The rules of the line: numbers as typed, which step may follow which, a word for each."""

import pytest

from shared.practice.line import facts, rules
from shared.practice.line import words as wording
from shared.practice.line.rules import State, Step


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("A001", ("A", 1)),
        (" a1 ", ("A", 1)),
        ("A1000", ("A", 1000)),
        ("A99999", ("A", 99_999)),
        ("A100000", None),
        ("A001xyz", None),  # a number is the whole of what was typed
        ("A001 A002", None),
        ("AA001", None),
        ("A", None),
        ("001", None),
        ("number:ab", None),
        ("", None),
    ],
)
def test_numbers_as_typed(text: str, parsed: tuple[str, int] | None) -> None:
    assert rules.parsed(text) == parsed
    if parsed:
        assert rules.parsed(rules.label(*parsed)) == parsed


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("state", State)
def test_which_step_may_follow_which(step: Step, state: State) -> None:
    allowed = {
        (Step.CALL, State.WAITING),
        (Step.CALL_AGAIN, State.CALLED),
        (Step.MISS, State.CALLED),
        (Step.HOLD, State.CALLED),
        (Step.DONE, State.CALLED),
        (Step.TAKE_BACK, State.HELD),
        (Step.TAKE_BACK, State.MISSED),
        (Step.RETURN, State.CALLED),
        (Step.REOPEN, State.SERVED),
        (Step.GIVE_BACK, State.WAITING),
        (Step.PRIORITIZE, State.WAITING),
    }
    assert (rules.follows(step, state) is None) is ((step, state) in allowed)


def test_every_service_and_state_has_its_word_on_screen() -> None:
    assert all(wording.service(code) == text.zh for code, text in facts.SERVICES.items())
    assert set(wording.STATES) == {state.value for state in State}
