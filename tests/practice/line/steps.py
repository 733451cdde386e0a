"""The first steps of most tests: a customer takes a number, a window calls it."""

from shared.domain.actor import Actor
from shared.journal.store import Store
from shared.practice.line import actions
from shared.practice.line.actions import Taken
from shared.practice.line.views import Number
from tests.support.practice_hall import at


def take(store: Store, clock: str, service: str = "") -> Taken:
    taken = actions.take(store, service, now=at(clock))
    assert isinstance(taken, Taken)
    return taken


def call(store: Store, actor: Actor, clock: str, *services: str) -> Number:
    called = actions.call_next(store, actor, services, now=at(clock))
    assert isinstance(called, Number)
    return called
