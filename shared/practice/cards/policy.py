"""The policy of 5P cards: allowances, what makes a card suspect, the ladder."""

from itertools import pairwise
from typing import Annotated, ClassVar

import msgspec

from shared.domain.policy import Range, Relation, Section, Value
from shared.domain.text import Text
from shared.domain.units import CARDS, CHARACTERS, DAYS, SECONDS, SHARE
from shared.practice.cards.words import LEVELS

_LADDER = Text(
    "论文：“此卡采用现场激励、累计进阶的方式”；张数由本公司决定",
    "The paper: the card rewards on the spot and accumulates to levels; the numbers are this company's",
)


class Step(msgspec.Struct, frozen=True):
    """One step of the ladder (累计进阶): so many counted cards, and so many of each P."""

    level: Annotated[
        str,
        Value(
            Text("等级", "Level"),
            Text("进阶的名称", "Name of the level"),
            options=LEVELS,
        ),
    ]
    total: Annotated[int, Value(Text("共", "In total"), Text("计入的卡", "Counted cards"), Range(1, 100_000, CARDS))]
    each: Annotated[int, Value(Text("每种", "Of each"), Text("各至少", "Of each P"), Range(0, 20_000, CARDS))]


class CardsPolicy(Section):
    """5P cards: allowances, flags, ladder."""

    key: ClassVar = "cards"
    title: ClassVar = Text("5P卡", "5P cards")
    relations: ClassVar = (
        Relation(
            ("burst_short_seconds", "burst_long_seconds"),
            lambda cards: cards.burst_short_seconds < cards.burst_long_seconds,
            Text("短时段要比长时段短。", "The short period must be shorter than the long one."),
        ),
        Relation(
            ("burst_short_cards", "burst_long_cards"),
            lambda cards: cards.burst_short_cards <= cards.burst_long_cards,
            Text("长时段的张数不能少于短时段的。", "The long period must not allow fewer cards than the short one."),
        ),
        Relation(
            ("ladder",),
            lambda cards: _rises(cards.ladder),
            Text(
                "累计进阶要一级比一级高，每级不重复，五种之和不超过总数。",
                "Each level must be higher than the one before, occur once, and the minimum of the five P must not "
                "exceed its total.",
            ),
        ),
    )

    peer_allowance: Annotated[
        int,
        Value(
            Text("同事、下级每月可送", "Peer allowance"),
            Text(
                "同事和下级每人每月可送的卡，不结转",
                "Cards a colleague or subordinate may give in a month; unused ones do not roll over",
            ),
            Range(0, 1000, CARDS),
        ),
    ] = 5
    superior_allowance: Annotated[
        int,
        Value(
            Text("上级每月可送", "Superior's allowance"),
            Text("上级每人每月可送的卡，不结转", "Cards a superior may give in a month; unused ones do not roll over"),
            Range(0, 1000, CARDS),
        ),
    ] = 10
    repeat_seconds: Annotated[
        int,
        Value(
            Text("同屏同人同P间隔", "Same kiosk, person and P"),
            Text("同一屏、同一人、同一种卡，间隔更短则待核", "A repeat sooner than this is flagged"),
            Range(0, 86_400, SECONDS),
        ),
    ] = 180
    burst_short_seconds: Annotated[
        int,
        Value(
            Text("短时段长度", "Short period"),
            Text("检查一台屏上送卡过多的短时段", "The short period for detecting too many cards at one kiosk"),
            Range(1, 3600, SECONDS),
        ),
    ] = 60
    burst_short_cards: Annotated[
        int,
        Value(
            Text("短时段内超过待核", "Limit in the short period"),
            Text("短时段内超过这么多张则待核", "More cards than this at one kiosk in the short period are flagged"),
            Range(1, 1000, CARDS),
        ),
    ] = 3
    burst_long_seconds: Annotated[
        int,
        Value(
            Text("长时段长度", "Long period"),
            Text("检查一台屏上送卡过多的长时段", "The long period for detecting too many cards at one kiosk"),
            Range(1, 86_400, SECONDS),
        ),
    ] = 600
    burst_long_cards: Annotated[
        int,
        Value(
            Text("长时段内超过待核", "Limit in the long period"),
            Text("长时段内超过这么多张则待核", "More cards than this at one kiosk in the long period are flagged"),
            Range(1, 10_000, CARDS),
        ),
    ] = 10
    daily_minimum: Annotated[
        int,
        Value(
            Text("一人一天至少容许", "Always normal in a day"),
            Text("一人一天收到这么多张，总不算异常", "Up to this many cards to one person in a day are never unusual"),
            Range(1, 1000, CARDS),
        ),
    ] = 3
    daily_history_days: Annotated[
        int,
        Value(
            Text("参考本人最近", "History considered"),
            Text(
                "按本人最近这么多天判断当日数量是否异常", "A day's number is compared with the person's own last days"
            ),
            Range(1, 730, DAYS),
        ),
    ] = 90
    daily_confidence: Annotated[
        float,
        Value(
            Text("当日数量的泊松分位", "Poisson quantile of a day"),
            Text("当日数量超过这个分位则待核", "A day's number above this quantile is flagged"),
            Range(0.5, 0.999_999, SHARE),
        ),
    ] = 0.999
    favourite_after: Annotated[
        int,
        Value(
            Text("员工送出多少张后检查集中", "Check for favourites after"),
            Text(
                "员工送出这么多张后，才检查是否集中给一人",
                "Only after giving this many cards is a giver checked for favouring one person",
            ),
            Range(1, 1000, CARDS),
        ),
    ] = 5
    favourite_share: Annotated[
        float,
        Value(
            Text("集中赠予一人的比例上限", "Largest share to one person"),
            Text("一人所得超过这个比例则待核", "If one person received more than this share, the card is flagged"),
            Range(0, 1, SHARE),
        ),
    ] = 0.25
    mutual_cards: Annotated[
        int,
        Value(
            Text("互赠各达", "Mutual cards"),
            Text("两人互赠各达这么多张则待核", "If two people gave each other this many each, the card is flagged"),
            Range(1, 1000, CARDS),
        ),
    ] = 2
    mutual_days: Annotated[
        int,
        Value(
            Text("互赠检查", "Mutual cards: days"),
            Text("在最近这么多天内检查互赠", "Mutual cards are checked within this many days"),
            Range(1, 366, DAYS),
        ),
    ] = 30
    sentence_limit: Annotated[
        int,
        Value(
            Text("留言最多", "Longest message"),
            Text("卡上的留言最多这么多字", "A message on a card may have this many characters"),
            Range(1, 2000, CHARACTERS),
        ),
    ] = 200
    ladder: Annotated[
        tuple[Step, ...],
        Value(
            Text("累计进阶", "Ladder"),
            Text("每一级要累计多少张，五种各至少多少张", "Cards needed for each level, in total and of each P"),
            source=_LADDER,
        ),
    ] = (Step("bronze", 25, 3), Step("silver", 50, 6), Step("gold", 100, 12), Step("diamond", 200, 24))


def _rises(ladder: tuple[Step, ...]) -> bool:
    """Whether each step is above the one before, in the order of `LEVELS`, with known levels only, each once."""
    levels, order = [step.level for step in ladder], tuple(LEVELS)
    ranks = [order.index(level) for level in levels if level in order]
    rising = all(low.total < high.total and low.each <= high.each for low, high in pairwise(ladder))
    return bool(ladder) and rising and ranks == sorted(set(ranks)) and len(ranks) == len(levels) and _possible(ladder)


def _possible(ladder: tuple[Step, ...]) -> bool:
    return all(5 * step.each <= step.total for step in ladder)
