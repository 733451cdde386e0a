"""A line of a file of pools (月份,大厅,岗位,金额), or what is wrong with it. Pure."""

from collections.abc import Mapping

import msgspec

from shared.domain.money import fen
from shared.domain.months import parsed
from shared.domain.refusal import Refusal
from shared.domain.spelling import folded, tidy
from shared.practice.performance.words import POSTS

HEADINGS = {"月份": "month", "大厅": "hall", "岗位": "post", "金额": "amount"}
POOL = ("month", "hall", "post", "amount")


class PoolLine(msgspec.Struct, frozen=True):
    """The pool of one hall and post, fen."""

    month: str
    hall: str
    post: str
    amount: int


def pool_line(row: Mapping[str, str], halls: Mapping[str, str]) -> PoolLine | Refusal:
    """`halls`: names by code; a file may write either."""
    values = {name: tidy(row.get(name) or "") for name in POOL}
    if missing := next((name for name in POOL if not values[name]), ""):
        return Refusal("missing_value", {"column": missing})
    month, hall, post = parsed(values["month"]), hall_of(values["hall"], halls), post_of(values["post"])
    if not month:
        return Refusal("bad_month", {"value": values["month"]})
    if not hall:
        return Refusal("hall_not_known", {"value": values["hall"], "known": "、".join(halls.values())})
    if not post:
        return Refusal("post_not_known", {"value": values["post"]})
    amount = _amount(values["amount"])
    return Refusal("bad_amount", {"value": values["amount"]}) if amount is None else PoolLine(month, hall, post, amount)


def post_of(text: str) -> str:
    """The code of a post written as code or in either language; "" of anything else."""
    names = {folded(name.in_(language)): code for code, name in POSTS.items() for language in ("zh", "en")}
    return (names | {folded(code): code for code in POSTS}).get(folded(text), "")


def hall_of(text: str, halls: Mapping[str, str]) -> str:
    """The code of a hall written as its code or name; "" of anything else. A code goes before a name."""
    wanted = folded(text)
    named = {folded(name): code for code, name in halls.items()}
    return (named | {folded(code): code for code in halls}).get(wanted, "")


def _amount(text: str) -> int | None:
    try:
        found = fen(text)
    except ValueError:  # not an amount
        return None
    return found if found >= 0 else None
