"""The content of the page of a day: frozen structs of codes, numbers and names, to be worded and exported."""

from collections.abc import Mapping
from datetime import date

import msgspec

from shared.daily_log.facts import Head
from shared.daily_log.lines import LogLine
from shared.declaration.practice import DayPart


class CardTotals(msgspec.Struct, frozen=True):
    """The day's 5P cards: customers' and staff's counted ones apart, by P; flagged and not yet reviewed; excluded."""

    customers: Mapping[str, int]
    staff: Mapping[str, int]
    suspect: int
    excluded: int


class PauseTotals(msgspec.Struct, frozen=True):
    """The day's pauses."""

    granted: int
    refused: int
    over_quota: int
    overrun: int


class InquiryTotals(msgspec.Struct, frozen=True):
    """The day's tickets opened and closed, and those open, due and overdue when the page was made."""

    opened: int
    closed: int
    open: int
    due: int
    overdue: int


class Totals(msgspec.Struct, frozen=True):
    """The figures at the head of the page; `diary`: entries by kind.

    `served`: numbers of the line, `rated`: those of them whose customer gave a card. The others
    are "not rated": silence is never a good mark.
    """

    cards: CardTotals
    pauses: PauseTotals
    inquiries: InquiryTotals
    served: int
    rated: int
    diary: Mapping[str, int]

    @property
    def not_rated(self) -> int:
        """Served numbers whose customers gave no card."""
        return self.served - self.rated


class Breach(msgspec.Struct, frozen=True):
    """A rule that was not kept, by whom and in what.

    `code`: called_twice, over_quota, overrun, late_answer, overdue, not_informed.
    `at` is a moment in epoch ms, `since` the promised day that passed.
    """

    code: str
    who: str
    what: str = ""
    at: int | None = None
    since: date | None = None


class TicketLine(msgspec.Struct, frozen=True):
    """One open ticket: nothing of the customer but what a list may show."""

    number: str
    topic: str
    owner: str
    handler: str
    target: date
    limit: date
    first_limit: date
    inform_by: date
    light: str


class FlaggedCard(msgspec.Struct, frozen=True):
    """A card kept and not counted until a supervisor has looked at it."""

    staff: str
    p: str
    giver: str
    at: int
    flags: tuple[str, ...]


class DiaryLine(msgspec.Struct, frozen=True):
    """One diary entry; `text` is None for a reader who may not see the words."""

    at: int
    who: str
    entry: str
    text: str | None


class DeviceFreshness(msgspec.Struct, frozen=True):
    """How fresh a device's part is: the last thing heard of it, epoch ms. `here`: the page was made on it."""

    station: str
    last_at: int
    here: bool


class Signature(msgspec.Struct, frozen=True):
    """A sign-off. `heads`: each journal's last number and hash; `intact`: the facts it covers are the same today.

    `aside`: where they are not, how many this device lacks because the hub has set them aside (0: other reasons).
    """

    by: str
    at: int
    note: str
    seal: str
    heads: tuple[Head, ...]
    intact: bool
    aside: int = 0


class DailyLog(msgspec.Struct, frozen=True):
    """The day of one hall on one page. `complete_to`: up to that moment nothing is missing of any device heard of."""

    hall: str
    hall_name: str
    branch: str
    day: date
    made_at: int
    policy_version: int
    complete_to: int
    totals: Totals
    breaches: tuple[Breach, ...]
    inquiries: tuple[TicketLine, ...]
    flagged: tuple[FlaggedCard, ...]
    diary: tuple[DiaryLine, ...]
    lines: tuple[LogLine, ...]
    devices: tuple[DeviceFreshness, ...]
    signatures: tuple[Signature, ...]
    late: tuple[LogLine, ...]
    parts: tuple[DayPart, ...] = ()
    """The parts that practices add (`Practice.day`)."""

    @property
    def signature(self) -> Signature | None:
        """The signature in force: the newest."""
        return self.signatures[-1] if self.signatures else None
