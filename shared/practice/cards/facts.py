"""What can happen to a 5P card: awarded, given a sentence, reviewed, withdrawn at once by the colleague who gave it."""

from shared.domain.fact import Fact, Personal
from shared.domain.open_enum import OpenEnum


class P(OpenEnum):
    """礼貌, 耐心 (行为要求), 积极, 热情 (精神内涵), 专业 (服务根基)."""

    POLITE = "polite"
    PATIENT = "patient"
    POSITIVE = "positive"
    PASSIONATE = "passionate"
    PROFESSIONAL = "professional"


class Giver(OpenEnum):
    """Who gives a card: the paper lets all four."""

    CUSTOMER = "customer"
    COLLEAGUE = "colleague"
    SUPERIOR = "superior"
    SUBORDINATE = "subordinate"


class Source(OpenEnum):
    """Where a card was given: touched at the kiosk or at a window's display, signed in at the counter, on paper."""

    KIOSK = "kiosk"
    WINDOW = "window"
    COUNTER = "counter"
    PAPER = "paper"


class Flag(OpenEnum):
    """Why a card is kept but not counted until a supervisor has looked at it."""

    REPEAT = "repeat"  # same kiosk, person and P within minutes
    BURST = "burst"  # too many cards at one kiosk
    UNUSUAL = "unusual"  # more to one person in a day than their history explains
    FAVOURITE = "favourite"  # a staff giver with one receiver too often
    MUTUAL = "mutual"  # two people giving each other
    SIGNED = "signed"  # a card printed by an earlier version, which whoever has a kiosk's disk could have printed


class Verdict(OpenEnum):
    """A supervisor's decision on a card. `restore` takes the decision before it back."""

    COUNT = "count"
    EXCLUDE = "exclude"
    RESTORE = "restore"


class CardAwarded(Fact):
    """One card of one P to one member of staff. `flags` and the `policy` version are the record of the decision."""

    staff: str
    p: P
    giver: Giver
    source: Source
    policy: int
    flags: tuple[Flag, ...] = ()
    number: str = ""  # the served number that makes the card verified
    code: str = ""  # the digest of the printed card it was scanned from; the id of one printed by an earlier version
    sentence: Personal = ""


class SentenceAdded(Fact):
    """The customer added a sentence on the thank-you page."""

    sentence: Personal


class RatingUnanswered(Fact):
    """The kiosk offered the card page after a service and nobody touched it: not rated, which is no mark at all.

    The subject is `rating:<uuid>` of the served number.
    """

    staff: str
    number: str


class CardReviewed(Fact):
    """A supervisor counted, excluded or restored a card, with a reason."""

    verdict: Verdict
    reason: str


class CardWithdrawn(Fact):
    """A card given by mistake was taken back within the time to undo, by a colleague or the customer at the kiosk."""


class CardBatchPrinted(Fact):
    """5P cards were printed: the digests of their random ids, the only cards that count. Subject `card-batch:<uuid>`.

    The P of the digest at `place` is `ps[place % len(ps)]`. A batch of a hall counts there, the office's everywhere.
    """

    digests: tuple[str, ...]
    ps: tuple[P, ...]
    staff: str = ""  # all are for this person


class CardBatchWithdrawn(Fact):
    """From now on no card of the batch can be given; those given stay."""

    reason: str
