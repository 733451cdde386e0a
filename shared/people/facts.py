"""What can happen to halls and people: they are set (whole), go on and off duty, get a photo, a PIN."""

from datetime import date
from typing import ClassVar

from shared.domain.fact import Fact, Upcast, WholeFact, renamed
from shared.domain.roles import Role


class HallSet(WholeFact):
    """A hall exists, with its branch (分公司) and its name (购气大厅)."""

    code: str
    name: str
    branch: str


class StaffSet(WholeFact):
    """A member of staff as the roster knows them from now on; `active=False` when they have left.

    `since`: from which day it holds, when that is not the day it was entered on.
    """

    number: str
    name: str
    branch: str
    hall: str
    window: str
    post: str
    role: Role
    active: bool = True
    since: date | None = None


class DutySet(Fact):
    """A member of staff came on duty at a window, or went off."""

    on: bool
    window: str = ""


class PhotoSet(Fact):
    """The photo customers see: a small JPEG or PNG, as an attachment; base64 from older programs and to older hubs."""

    image: str = ""
    sha256: str = ""


class PinSet(Fact):
    """A new PIN, as argon2id hash over an HMAC with the site's pepper. Never sent to kiosks."""

    hash: str


_IN_PROGRAM = renamed("where", "program")  # version 1 said `where`, which read like a hall or a window


class PinFailed(Fact):
    """A wrong PIN was typed; slows the next try down. `program`: kiosk or counter."""

    upcasts: ClassVar[tuple[Upcast, ...]] = (_IN_PROGRAM,)
    program: str = ""


class SignedIn(Fact):
    """A right PIN: the wrong ones before it no longer count. `program`: kiosk or counter."""

    upcasts: ClassVar[tuple[Upcast, ...]] = (_IN_PROGRAM,)
    program: str = ""
