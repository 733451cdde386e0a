"""What one person may ask about their own pay: the months they have a slip of, and each slip in words.

A hall's device has the closed lines of its people and no pool; the office's device computes a month in notice.
"""

from dataclasses import dataclass
from fractions import Fraction

from shared.domain.explaining import Line
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.performance import slip, views
from shared.practice.performance.facts import PayLine
from shared.practice.performance.rules.months import State
from shared.practice.performance.slip import WordedLine
from shared.practice.performance.tables import LineRow, MonthRow, SlipRow
from shared.practice.performance.views import Appeal, Computed


@dataclass(frozen=True)
class Block:
    """One pool of a slip; amounts in fen."""

    hall: str
    post: str
    lines: tuple[WordedLine, ...]
    pay: int
    correction: int


@dataclass(frozen=True)
class OwnSlip:
    """A month as its person sees it. `agrees`: None until they signed."""

    month: str
    state: State
    blocks: tuple[Block, ...]
    appeals: tuple[Appeal, ...]
    agrees: bool | None

    @property
    def payable(self) -> int:
        """应发, fen."""
        return sum(each.pay + each.correction for each in self.blocks)


def own_months(store: Store, number: str) -> tuple[str, ...]:
    """The closed months with a line of this person and those in notice, the newest first."""
    closed = LineRow.select(LineRow.month).where(LineRow.staff == number)
    notice = MonthRow.select(MonthRow.month).where(MonthRow.state == State.NOTICE.value)
    return tuple(sorted({row.month for query in (closed, notice) for row in query.execute(store.db)}, reverse=True))


def own_slip(store: Store, number: str, month: str) -> OwnSlip | None:
    """The slip of a month; None where the person has no share in it."""
    state = views.standing(store, month).state
    found = views.slip(store, month, number) if state in (State.NOTICE, State.CLOSED) else ()
    if found and not isinstance(found, Refusal):
        blocks = tuple(_computed(each, number) for each in found)
    else:
        blocks = tuple(_kept(line) for line in views.lines(store, month, number))
    state = state if state is State.NOTICE else State.CLOSED
    appeals = tuple(each for each in views.appeals(store, month) if each.staff == number)
    return OwnSlip(month, state, blocks, appeals, _agrees(store, number, month)) if blocks else None


def _computed(block: Computed, number: str) -> Block:
    pool = block.sheet.pool
    pay, correction = slip.paid(block, number).pay, block.settled[number].correction
    return Block(pool.hall, pool.post, tuple(slip.lines(block, number)), pay, correction)


def _kept(line: PayLine) -> Block:
    lines = (slip.worded(Line(each.code, Fraction(each.value), dict(each.inputs))) for each in line.told)
    return Block(line.hall, line.post, tuple(lines), line.figures.pay, 0)


def _agrees(store: Store, number: str, month: str) -> bool | None:
    row = SlipRow.select().where(SlipRow.month == month, SlipRow.staff == number).first(store.db)
    return None if row is None else bool(row.agrees)


def to_sign(store: Store, number: str) -> int:
    """How many closed slips of this person are not signed yet."""
    closed = {row.month for row in LineRow.select(LineRow.month).where(LineRow.staff == number).execute(store.db)}
    signed = SlipRow.select(SlipRow.month).where(SlipRow.staff == number)
    return len(closed - {row.month for row in signed.execute(store.db)})
