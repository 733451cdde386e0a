"""Declares performance pay.

Pools, heads and corrections stay in the office; a slip goes to the hall of its person, in notice and closed; the
reference rates go everywhere, so that each person can compute their own factor.
"""

from shared.declaration.practice import OFFICE_ONLY, Kind, Practice
from shared.declaration.replay import Replay
from shared.domain import closing
from shared.domain.text import Text
from shared.practice.performance import words
from shared.practice.performance.facts import (
    MonthClosed,
    MonthOpened,
    MonthPublished,
    PayAnswered,
    PayAppealed,
    PayCorrected,
    PayLine,
    PoolSet,
    SlipShown,
    SlipSigned,
)
from shared.practice.performance.policy import Performance
from shared.practice.performance.tables import projection


def _replays() -> tuple[Replay, ...]:
    """Imported when a preview asks for them; a kiosk never does."""
    from shared.practice.performance.replay import REPLAYS

    return REPLAYS


PRACTICE = Practice(
    name="performance",
    title=Text("个人绩效", "Performance pay"),
    projection=projection,
    kinds=(
        Kind(PoolSet, Text("设奖金池", "pool set"), private=True, sent_by=OFFICE_ONLY, office_only=True),
        Kind(
            MonthOpened, Text("绩效月开始", "month of pay opened"), private=True, sent_by=OFFICE_ONLY, everywhere=True
        ),
        Kind(
            MonthPublished,
            Text("绩效公示", "pay in notice"),
            private=True,
            news=True,
            sent_by=OFFICE_ONLY,
            office_only=True,
        ),
        Kind(SlipShown, Text("公示绩效明细", "slip in notice"), private=True, sent_by=OFFICE_ONLY),
        Kind(PayAppealed, Text("绩效申诉", "pay appealed against"), private=True, own_hall=("staff",)),
        Kind(PayAnswered, Text("答复绩效申诉", "appeal answered"), private=True, sent_by=OFFICE_ONLY),
        Kind(PayLine, Text("绩效明细", "line of pay"), private=True, sent_by=OFFICE_ONLY),
        Kind(
            MonthClosed, Text("绩效关账", "pay closed"), private=True, news=True, sent_by=OFFICE_ONLY, office_only=True
        ),
        Kind(SlipSigned, Text("绩效签字", "slip signed"), private=True, own_hall=("staff",)),
        Kind(
            PayCorrected,
            Text("绩效更正", "pay corrected"),
            private=True,
            news=True,
            sent_by=OFFICE_ONLY,
            office_only=True,
        ),
    ),
    refusals={**words.REFUSALS, **closing.REFUSALS},
    policy=(Performance,),
    replays=_replays,
)
