"""What one person may ask about their own pay: the months they have a slip of, and each slip in words.

A hall's device has the lines of its people, in notice and closed, and no pool; the office's device computes a month.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain.explaining import KeptLine, Line
from shared.domain.refusal import Refusal
from shared.journal.prepared_query import PreparedQuery
from shared.journal.store import Store
from shared.practice.performance import settling, slip, states, views
from shared.practice.performance.facts import PayLine, SlipShown
from shared.practice.performance.rules.months import State
from shared.practice.performance.slip import Block, WordedLine
from shared.practice.performance.tables import LineRow, MonthRow, ShownRow, SlipRow
from shared.practice.performance.views import Appeal


class OwnSlip(msgspec.Struct, frozen=True):
    """A month as its person sees it. `until`: the last day for appeals; `agrees`: None until they signed."""

    month: str
    state: State
    blocks: tuple[Block, ...]
    appeals: tuple[Appeal, ...]
    until: date | None
    agrees: bool | None

    @property
    def payable(self) -> int:
        """应发, fen."""
        return sum(each.pay + each.correction for each in self.blocks)


def own_months(store: Store, number: str) -> tuple[str, ...]:
    """The months with a line of this person, closed or in notice, the newest first."""
    closed = LineRow.select(LineRow.month).where(LineRow.staff == number)
    shown = ShownRow.select(ShownRow.month).where(ShownRow.staff == number)
    notice = MonthRow.select(MonthRow.month).where(MonthRow.state == State.NOTICE.value)
    found = {row.month for query in (closed, shown, notice) for row in query.execute(store.db)}
    return tuple(sorted(found, reverse=True))


def own_slip(store: Store, number: str, month: str) -> OwnSlip | None:
    """The slip of a month; None where the person has no share in it."""
    state = states.standing(store, month).state
    found = views.slip(store, month, number) if state in (State.NOTICE, State.CLOSED) else ()
    closed = settling.lines(store, month, number)
    if found and not isinstance(found, Refusal):
        blocks = tuple(slip.block(each, number) for each in found)
    elif closed:
        state, blocks = State.CLOSED, tuple(map(_kept, closed))
    else:
        state, blocks = State.NOTICE, tuple(map(_in_notice, shown(store, month, number)))
    appeals = tuple(each for each in views.appeals(store, month) if each.staff == number)
    until = notice_until(store, month, number)
    return OwnSlip(month, state, blocks, appeals, until, _agrees(store, number, month)) if blocks else None


class Factors(msgspec.Struct, frozen=True):
    """The service factors of a closed pool: the person's own, and the others' without names."""

    own: float
    others: tuple[float, ...]


def factors(store: Store, number: str, month: str) -> Factors | None:
    """Of the first pool that a person has a closed line in; the others as far as their lines are here."""
    known = settling.lines(store, month)
    mine = next((line for line in known if line.staff == number), None)
    if mine is None:
        return None
    team = [line for line in known if (line.hall, line.post) == (mine.hall, mine.post) and line.staff != number]
    return Factors(_factor(mine), tuple(_factor(line) for line in team))


def _factor(line: PayLine) -> float:
    return float(Fraction(line.figures.factor))


def shown(store: Store, month: str, number: str) -> tuple[SlipShown, ...]:
    """A person's lines as they were put into notice."""
    query = ShownRow.select(ShownRow.body).where(ShownRow.month == month, ShownRow.staff == number)
    return tuple(msgspec.json.decode(body, type=SlipShown) for (body,) in query.tuples().execute(store.db))


def notice_until(store: Store, month: str, number: str) -> date | None:
    """The last day of a month's notice for this person; None while there is no notice, and once it is closed."""
    now = states.standing(store, month)
    if now.state is State.NOTICE and now.published:
        return states.notice_until(store, month)
    if now.state is State.CLOSED or settling.lines(store, month, number):
        return None
    return max((each.until for each in shown(store, month, number)), default=None)


def _kept(line: PayLine) -> Block:
    return Block(line.hall, line.post, _worded(line.told), line.figures.pay, line.correction)


def _in_notice(line: SlipShown) -> Block:
    return Block(line.hall, line.post, _worded(line.told), line.pay, line.correction)


def _worded(told: Iterable[KeptLine]) -> tuple[WordedLine, ...]:
    return tuple(slip.worded(Line(each.code, Fraction(each.value), dict(each.inputs))) for each in told)


def _agrees(store: Store, number: str, month: str) -> bool | None:
    row = SlipRow.select().where(SlipRow.month == month, SlipRow.staff == number).first(store.db)
    return None if row is None else bool(row.agrees)


def to_sign(store: Store, number: str) -> int:
    """How many closed slips of this person are not signed yet."""
    closed, signed = ({row.month for row in kept.all(store.db, number)} for kept in (_CLOSED, _SIGNED))
    return len(closed - signed)


_CLOSED = PreparedQuery(lambda number: LineRow.select(LineRow.month).where(LineRow.staff == number))
_SIGNED = PreparedQuery(lambda number: SlipRow.select(SlipRow.month).where(SlipRow.staff == number))
