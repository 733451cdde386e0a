"""What can happen to inspections and to a year. Subjects: `plan:<month>`, `inspection:<uuid>`, `year:<year>`.

Plans, inspections and photos stay in the office until their month is published; then each hall gets what was found in
it (`InspectionShown`). Exact numbers are text, as `65/4`; amounts are fen.
"""

from datetime import date
from typing import ClassVar

import msgspec

from shared.domain.document import Published
from shared.domain.explaining import KeptLine
from shared.domain.fact import Fact, WholeFact
from shared.domain.open_enum import OpenEnum


class Item(OpenEnum):
    """What inspections score: 环境, 服务."""

    ENVIRONMENT = "environment"
    SERVICE = "service_quality"


class Visit(OpenEnum):
    """How an inspection is made: 明查, 暗访, 自查 (recorded, never scored), 互查 (another supervisor, in the open)."""

    OPEN = "open"
    COVERT = "covert"
    SELF = "self"
    PEER = "peer"


class Part(OpenEnum):
    """The parts that are computed once a year, suggested and confirmed."""

    COMPLIANCE = "compliance"
    ABILITY = "ability"
    WORKLOAD = "workload"


class Unit(msgspec.Struct, frozen=True):
    """A window unit: the halls that form it, its branch, and how many windows it has."""

    code: str
    name: str
    branch: str
    halls: tuple[str, ...]
    windows: int = 1


class Units(Published, frozen=True):
    """The document `units`."""

    version: int = 0
    units: tuple[Unit, ...] = ()


class CheckLine(msgspec.Struct, frozen=True):
    """One line of a checklist (《窗口单位考核标准》)."""

    code: str
    item: Item
    text: str
    points: str
    critical: bool = False
    may_skip: bool = True
    reasons: tuple[str, ...] = ()  # for less than full marks, offered by digits; empty: the checklist's
    clause: str = ""  # of a rulebook behind it, `standard/12`: 第12条 of 《窗口单位考核标准》


class Checklist(Published, frozen=True):
    """The document `checklist/<code>`."""

    version: int = 0
    lines: tuple[CheckLine, ...] = ()
    reasons: tuple[str, ...] = ()  # why a line has less than full marks
    skips: tuple[str, ...] = ()  # why a line does not apply


class Drawable(msgspec.Struct, frozen=True):
    """A unit in the pool: its opening hours (the hour each begins), and those with the most served numbers."""

    unit: str
    branch: str
    hours: tuple[int, ...]
    busiest: tuple[int, ...]


class Inspector(msgspec.Struct, frozen=True):
    """Somebody appointed to inspect. In a pool that is published `number` is an alias (`1`), never a staff number."""

    number: str
    branch: str


class Pool(msgspec.Struct, frozen=True):
    """What a month is drawn from, published with the seed: units, days and inspectors."""

    month: str
    units: tuple[Drawable, ...]
    days: tuple[date, ...]
    inspectors: tuple[Inspector, ...]


class PlanCommitted(Fact):
    """Before the month: the hash over the seed and the pool that the plan is drawn from."""

    month: str
    commitment: str
    policy: int = 0


class DrawnVisit(msgspec.Struct, frozen=True):
    """One visit of the plan."""

    unit: str
    visit: Visit
    day: date
    hour: int
    inspector: str


class PlanDrawn(Fact):
    """The month's visits, by staff number; stays in the office. `appointed`: the inspectors' staff numbers by alias."""

    month: str
    visits: tuple[DrawnVisit, ...]
    seed: str = ""
    pool: Pool | None = None
    appointed: dict[str, str] = msgspec.field(default_factory=dict)


class LineChecked(msgspec.Struct, frozen=True):
    """One line as inspected; `earned` empty: 不适用."""

    code: str
    earned: str
    reason: str = ""


class InspectionSaved(WholeFact):
    """An inspection as entered so far; the last one before `InspectionDone` counts."""

    unit: str
    visit: Visit
    day: date
    inspector: str
    checklist: str
    checklist_version: int
    lines: tuple[LineChecked, ...]
    seen_at: int = 0  # when the evidence was seen, ms


class InspectionDone(Fact):
    """Locked: from now on only an appeal changes it."""


class PhotoAdded(Fact):
    """A photo of evidence (JPEG, base64) with its SHA-256; taken and added are two times, ms.

    `taken_at` 0: the file does not say. `no_face`: the inspector looked, nobody can be recognised: it may be printed.
    """

    line: str
    image: str
    sha256: str
    taken_at: int
    added_at: int
    no_face: bool = False


class ItemScore(msgspec.Struct, frozen=True):
    """A month's score of one unit and item."""

    unit: str
    item: Item
    score: str


class InspectionsPublished(Fact):
    """The month's scores go to the halls, and the seed and the pool are revealed. Without a plan both are empty."""

    month: str
    seed: str
    scores: tuple[ItemScore, ...]
    policy: int
    pool: Pool | None = None
    until: date | None = None  # appeals are taken to this day


class InspectionShown(Fact):
    """One inspection of a published month, for the hall that was inspected.

    `inspector` is a name, of a covert visit an alias (`暗访员 1` is `1`). `photos`: their SHA-256, by line.
    """

    month: str
    unit: str
    visit: Visit
    day: date
    inspector: str
    checklist: str
    lines: tuple[LineChecked, ...]
    until: date
    checklist_version: int = 0
    hour: int = 0
    seen_at: int = 0
    photos: tuple[tuple[str, str], ...] = ()


class ItemAppealed(Fact):
    """A supervisor appeals against one line of an inspection."""

    line: str
    text: str


class ItemDecided(Fact):
    """The office decides an appeal; `earned`: the line's points from now on. The published score stays on record."""

    line: str
    accepted: bool
    reason: str
    earned: str = ""


class SalesSet(WholeFact):
    """A branch's sales completion of a year (1 is 100 %), and where the figure comes from."""

    told_apart_by: ClassVar[tuple[str, ...]] = ("branch",)
    year: int
    branch: str
    completion: str
    source: str


class ContestSet(WholeFact):
    """A unit's contest result of a year, 0–1, and where the figure comes from."""

    told_apart_by: ClassVar[tuple[str, ...]] = ("unit",)
    year: int
    unit: str
    result: str
    source: str


class PartSet(WholeFact):
    """A part of a unit's year confirmed, or set otherwise with a reason."""

    told_apart_by: ClassVar[tuple[str, ...]] = ("unit", "part")
    year: int
    unit: str
    part: Part
    suggested: str
    value: str
    reason: str = ""


class UnitPlace(msgspec.Struct, frozen=True):
    """A unit on the board in notice: scores by item and part with two decimals, `rank` 0 for not ranked, fen."""

    unit: str
    branch: str
    scores: dict[str, str]
    total: str
    upheld: str
    disqualified: str = ""  # the reason, empty when it is not
    rank: int = 0
    rewarded: bool = False
    reward: int = 0


class YearPublished(Fact):
    """A year's board in notice, as of feed number `cut`; `inputs` is the digest of all units' inputs.

    `units`: what the halls read of it, best first; about 200 bytes each, so an event holds some 300 units.
    """

    year: int
    policy: int
    cut: int
    cut_hash: str
    inputs: str
    until: date
    units: tuple[UnitPlace, ...] = ()


class UnitClosed(Fact):
    """One unit's closed year: exact parts with their inputs, complaints, place and reward."""

    year: int
    unit: str
    branch: str
    lines: tuple[KeptLine, ...]
    total: str
    complete: bool  # enough inspected months, so it is ranked
    upheld: str
    disqualified: str = ""  # the reason, empty when it is not
    rank: int = 0  # 0: not ranked
    rewarded: bool = False
    reward: int = 0
    team: dict[str, int] = msgspec.field(default_factory=dict)  # days on duty by staff number, where it is rewarded


class YearClosed(Fact):
    """The year is approved and closed; the units' lines are events of their own in the same transaction."""

    year: int
    policy: int
    basis: int
    basis_hash: str
    inputs: str
    sales: dict[str, str]  # completion by branch
    units: int
    rewards: int
    preparer: str
    alone: bool = False
