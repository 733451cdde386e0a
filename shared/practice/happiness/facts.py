"""What can happen at the happy station. Subjects: `help:<uuid>`, `greeting:<uuid>`.

The rules: resources/handbook/practices.en.md §7.

The hotlines and the group are no facts of their own: they are the published document `happy_station`.
"""

import msgspec

from shared.domain.document import Published
from shared.domain.fact import Fact, Personal
from shared.domain.open_enum import OpenEnum


class Topic(OpenEnum):
    """What the help is wanted with."""

    WORK = "work"
    LIFE = "life"


class Hotline(msgspec.Struct, frozen=True):
    """One direct line, and who answers it."""

    name: str
    phone: str


class Station(Published, frozen=True):
    """The document `happy_station`: the hotlines and the group's name and QR code (the text it encodes)."""

    version: int = 0
    hotlines: tuple[Hotline, ...] = ()
    group: str = ""
    group_code: str = ""


class HelpRequested(Fact):
    """Somebody asks for help, of the persons in `to` (staff numbers) and of nobody else."""

    staff: str
    topic: Topic
    to: tuple[str, ...]
    text: Personal


class HelpFollowed(Fact):
    """A step of the follow-up, by one of the chosen or by the person; `done` closes it, a later step reopens it."""

    text: Personal
    done: bool = False


class GreetingSent(Fact):
    """A greeting on the board of all halls; `to` is a staff number, or empty for everybody."""

    staff: str
    text: str
    to: str = ""


class GreetingRemoved(Fact):
    """A greeting was taken off the board by its author or the office."""

    reason: str = ""
