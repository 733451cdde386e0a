"""What may be asked, followed up, greeted and removed at the happy station: pure.

The rules: resources/handbook/practices.en.md §7.
"""

from collections.abc import Collection

from shared.domain.actor import Actor
from shared.domain.lengths import required
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.practice.happiness.policy import HappinessPolicy


def may_be_asked(actor: str, number: str, role: Role, *, same_hall: bool) -> bool:
    """Whether `actor` may ask this person for help: a leader of their own hall, or somebody of the office; not oneself.

    主管领导及经营部相关管理人员.
    """
    return number != actor and (role is Role.OFFICE or (role is Role.SUPERVISOR and same_hall))


def may_ask(to: Collection[str], listeners: Collection[str], text: str, policy: Policy) -> Refusal | None:
    """Asks at least one of `listeners` and nobody else, with a text of the length allowed."""
    if not to:
        return Refusal("nobody_chosen")
    if strangers := [number for number in to if number not in listeners]:
        return Refusal("not_a_listener", {"number": strangers[0]})
    return required(text, policy[HappinessPolicy].text_limit)


def concerned(actor: Actor, staff: str, to: Collection[str]) -> bool:
    """Who may see a request and follow it up: the person and those they chose. A higher role alone gives no access."""
    return actor.number == staff or actor.number in to


def may_remove(actor: Actor, author: str) -> bool:
    """The author and the office may take a greeting off the board."""
    return actor.number == author or actor.role is Role.OFFICE
