"""Who does an act."""

from dataclasses import dataclass

from shared.domain.roles import Role


@dataclass(frozen=True)
class Actor:
    """A signed-in member of staff."""

    number: str
    name: str
    role: Role
    post: str
    hall: str
