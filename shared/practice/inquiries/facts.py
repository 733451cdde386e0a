"""What can happen to a first-inquiry ticket (首问工单, resources/handbook/practices.en.md §3).

A fact that changes something carries `seen`: the id of the event that had last set it when its author decided
(`""` = as opened). Facts fold in the journal's order, the last one wins; one that had not seen its predecessor
is a clash of two counters: both values are shown until the supervisor has settled it.
"""

from datetime import date
from enum import StrEnum

import msgspec

from shared.domain.fact import Fact, Personal
from shared.domain.open_enum import OpenEnum


class Kind(OpenEnum):
    """一般 / 特殊: how long an answer may take."""

    GENERAL = "general"
    SPECIAL = "special"


class Channel(OpenEnum):
    """来访 / 来电 / 自助屏: how the customer and we reached each other."""

    VISIT = "visit"
    PHONE = "phone"
    KIOSK = "kiosk"
    MESSAGE = "message"


class Topic(OpenEnum):
    """咨询 / 意见 / 求助: what the customer came with."""

    QUESTION = "question"
    COMPLAINT = "complaint"
    HELP = "help"


class Satisfaction(OpenEnum):
    """满意 / 基本满意 / 不满意: asked at closing or by call-back, never mandatory."""

    SATISFIED = "satisfied"
    FAIR = "fair"
    UNSATISFIED = "unsatisfied"


class State(StrEnum):
    """办理中 / 办结 / 已合并 / 已撤回."""

    OPEN = "open"
    CLOSED = "closed"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class Aspect(OpenEnum):
    """What of a ticket is set anew on its own; edits of different aspects never clash."""

    NAME = "name"
    PHONE = "phone"
    TEXT = "text"
    HANDLER = "handler"
    LIMIT = "limit"
    STATE = "state"


class Deadlines(msgspec.Struct, frozen=True):
    """What was promised: T and the working days counted from it. `unconfirmed`: a year had no official schedule."""

    day: date
    target: date
    limit: date
    inform_by: date
    unconfirmed: bool

    @property
    def promised(self) -> date:
        """The day a customer is told and lateness is judged by; `target` is internal."""
        return self.limit


class Promise(msgspec.Struct, frozen=True):
    """Deadlines with the versions of the rules they were counted by."""

    kind: Kind
    deadlines: Deadlines
    policy: int
    calendar: int


class InquiryOpened(Fact):
    """Somebody was asked first, and owns it from now on. `number` is what people call it by."""

    number: str
    owner: str
    channel: Channel
    topic: Topic
    received_at: int
    promise: Promise
    text: Personal = ""
    name: Personal = ""
    phone: Personal = ""


class InquiryWithdrawn(Fact):
    """Opened by mistake: whoever opened it, a customer or somebody at a counter, took it back at once."""


class InquiryCorrected(Fact):
    """What we know of the customer was put right: `aspect` is name, phone or text."""

    aspect: Aspect
    value: Personal
    seen: str = ""


class InquiryTransferred(Fact):
    """Another handler (承办人). The owner stays."""

    to: str
    reason: str = ""
    seen: str = ""


class InquiryStoodIn(Fact):
    """`person` stands in for an absent handler; `""` ends it."""

    person: str
    reason: str = ""
    seen: str = ""


class InquiryInformed(Fact):
    """The customer was told how things stand; the next message is due by `next_due`."""

    message: Personal
    channel: Channel
    next_due: date


class InquirySpecialAsked(Fact):
    """The handler asks for the longer, special time."""

    grounds: str


class InquirySpecialGranted(Fact):
    """The supervisor consents: the special deadlines hold."""

    promise: Promise
    seen: str = ""


class InquirySpecialDeclined(Fact):
    """The supervisor does not consent: the general deadlines stay."""

    reason: str


class InquiryRecounted(Fact):
    """The official schedule of a year came: an unconfirmed promise, `instead_of` which day, is counted anew by it."""

    promise: Promise
    instead_of: date
    seen: str = ""


class InquiryExtended(Fact):
    """A later limit, named before the old one had passed. The old one stays visible."""

    grounds: str
    limit: date
    instead_of: date
    policy: int
    unconfirmed: bool = False
    seen: str = ""


class InquiryClosed(Fact):
    """The customer has the answer."""

    answer: Personal
    on_the_spot: bool = False
    satisfaction: Satisfaction | None = None
    called_back: bool = False
    seen: str = ""


class InquiryCalledBack(Fact):
    """The customer was asked again after closing (回访)."""

    satisfaction: Satisfaction | None = None
    note: Personal = ""


class InquiryReopened(Fact):
    """The customer asked again. The deadlines start anew; the first limit stays visible."""

    reason: str
    promise: Promise
    seen: str = ""


class InquiryMerged(Fact):
    """A duplicate: it is answered in the ticket `into` (a subject)."""

    into: str
    seen: str = ""


class InquiryJoined(Fact):
    """The ticket `duplicate` (a subject) was merged into this one."""

    duplicate: str


class InquiryClashSettled(Fact):
    """The supervisor looked at what two counters had set apart; `others`: the overridden events that were shown."""

    others: tuple[str, ...]


class InquiryPersonalOpened(Fact):
    """Somebody looked at the customer's name and phone on purpose."""


class TimeConfirmed(Fact):
    """Somebody says that the time between these moments (epoch ms), of which there is no record, did pass.

    Without it a gap in the records is taken for a clock that jumped, and nothing is erased over it; with it a hall
    that was closed for long erases on time. Its subject is `clock:<hall>`.
    """

    since: int
    until: int
