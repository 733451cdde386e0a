"""The steps that the README's table says are what a person at the counter really does: each is played and counted."""

import pytest

from shared.journal.store import Store
from tests.counter.conftest import Counter
from tests.counter.steps.counted import Steps, played
from tests.counter.steps.office import OFFICE
from tests.counter.steps.staff import STAFF
from tests.counter.steps.supervisor import SUPERVISOR, given
from tests.practice.promotion.test_promotions import earn
from tests.support.steps import in_readme


@pytest.fixture
def person(counter: Counter) -> Steps:
    return Steps(counter.window, counter.folder, counter.times, counter.store)


def test_window_staff(person: Steps, taken: list[str]) -> None:
    assert played(person, STAFF) == in_readme("window staff")


def test_supervisor(person: Steps, store: Store) -> None:
    given(store)
    person.signs_in("2001")
    assert played(person, SUPERVISOR) == in_readme("supervisor")


def test_office(person: Steps, store: Store) -> None:
    earn(store, "1001")
    person.signs_in("9001")
    assert played(person, OFFICE) == in_readme("office")
