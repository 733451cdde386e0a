"""Who does an act."""

import msgspec

from shared.domain.roles import Role


class Actor(msgspec.Struct, frozen=True):
    """A signed-in member of staff."""

    number: str
    name: str
    role: Role
    post: str
    hall: str
