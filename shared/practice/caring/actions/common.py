"""What the actions of the award share: the round they are in, and recusals that follow from the roster."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.journal.store import Store, Transaction
from shared.people.acting import action, named_after
from shared.people.history import History
from shared.practice.caring import facts, recusals, views
from shared.practice.caring.rules import rounds
from shared.practice.caring.views import Entry, Round, State

P = ParamSpec("P")
T = TypeVar("T")


def round_of(store: Store, year: int, now: int) -> Round | Refusal:
    """The round of a year, or that there is none."""
    return views.award_round(store, year, day_of(now)) or Refusal("no_round", {"year": year})


def with_jury(store: Store, year: int, now: int) -> Round | Refusal:
    """The round of a year while its entries and scores may change; `jury_is_closed` after that."""
    found = round_of(store, year, now)
    if isinstance(found, Refusal):
        return found
    if found.closed or found.state not in (State.NOMINATING, State.JUDGING):
        return Refusal("jury_is_closed")
    return found


def in_round(
    find: Callable[[Store, int, int], Round | Refusal],
) -> Callable[
    [Callable[Concatenate[Transaction, Actor, Round, P], T]], Callable[Concatenate[Store, Actor, int, P], T | Refusal]
]:
    """Make `body(tx, who, round, …, *, now)` an action of the office that is called with the year of the round.

    `find` is `round_of`, or `with_jury` for what may be done only while the jury judges.
    """

    def made(
        body: Callable[Concatenate[Transaction, Actor, Round, P], T],
    ) -> Callable[Concatenate[Store, Actor, int, P], T | Refusal]:
        def acted(tx: Transaction, who: Actor, year: int, /, *args: P.args, **kwargs: P.kwargs) -> T | Refusal:
            found = find(tx.store, year, tx.now)
            return found if isinstance(found, Refusal) else body(tx, who, found, *args, **kwargs)

        return action(Act.AWARD)(named_after(body, acted, tx=Transaction, who=Actor, year=int))

    return made


def entry_of(found: Round, entry: str) -> Entry | Refusal:
    """An entry that is still in the round."""
    each = found.entry(entry)
    return each if each is not None and each.step is not views.Step.OUT else Refusal("not_found")


def tell_recusals(tx: Transaction, found: Round, entries: tuple[Entry, ...], jurors: tuple[str, ...]) -> None:
    """Record the recusals that follow from the roster in the jurors' halls, with a reason that names nobody."""
    today, history = day_of(tx.now), History(tx.store)
    for (entry, juror), why in recusals.by_roster(tx.store, entries, jurors, today).items():
        if (entry, juror) not in found.recused:
            fact = facts.Recused(juror=juror, reason=rounds.shown_to_juror(why))
            tx.record(fact, subject=entry, hall=recusals.hall_on(history, juror, today))
