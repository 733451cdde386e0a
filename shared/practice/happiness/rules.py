"""What may be asked, followed up, greeted and removed at the happy station: pure.

The rules: resources/handbook/practices.en.md §7.
"""

from collections.abc import Collection

from shared.domain.actor import Actor
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.practice.happiness.policy import HappinessPolicy


def listens(actor: str, number: str, role: Role, *, same_hall: bool) -> bool:
    """Whether `actor` may choose this person: a leader of their own hall, or somebody of the office; not oneself.

    主管领导及经营部相关管理人员.
    """
    return number != actor and (role is Role.OFFICE or (role is Role.SUPERVISOR and same_hall))


def may_ask(to: Collection[str], listeners: Collection[str], text: str, policy: Policy) -> Refusal | None:
    """At least one of those who listen, nobody else, in some words."""
    if not to:
        return Refusal("nobody_chosen")
    if strangers := [number for number in to if number not in listeners]:
        return Refusal("not_a_listener", {"number": strangers[0]})
    return words(text, policy[HappinessPolicy].text_limit)


def concerned(actor: Actor, staff: str, to: Collection[str]) -> bool:
    """Who may see a request and follow it up: the person and those they chose. A higher role alone gives no access."""
    return actor.number == staff or actor.number in to


def may_remove(actor: Actor, author: str) -> bool:
    """The author and the office may take a greeting off the board."""
    return actor.number == author or actor.role is Role.OFFICE


def words(text: str, limit: int) -> Refusal | None:
    """Some words, not too many."""
    if not text.strip():
        return Refusal("empty_text")
    return Refusal("text_too_long", {"limit": limit}) if len(text) > limit else None
