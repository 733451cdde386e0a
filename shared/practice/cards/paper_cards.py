"""A line of a file of paper cards (date,staff,p[,giver,note]) as people write it, in Chinese or English."""

import re
from collections.abc import Mapping
from datetime import date
from unicodedata import normalize

from shared.domain.refusal import Refusal
from shared.practice.cards.actions import PaperCard
from shared.practice.cards.facts import Giver, P

HEADINGS = {"日期": "date", "工号": "staff", "卡": "p", "赠卡人": "giver", "留言": "note"}
REQUIRED = ("date", "staff", "p")
_PS = {p.value: p for p in P} | {
    "礼貌": P.POLITE,
    "耐心": P.PATIENT,
    "积极": P.POSITIVE,
    "热情": P.PASSIONATE,
    "专业": P.PROFESSIONAL,
}
_GIVERS = {giver.value: giver for giver in Giver} | {
    "": Giver.CUSTOMER,
    "用户": Giver.CUSTOMER,
    "同事": Giver.COLLEAGUE,
    "上级": Giver.SUPERIOR,
    "下级": Giver.SUBORDINATE,
}
_YEARS = range(2000, 2200)
_DAY = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?(?: 0?0:00(?::00)?)?")


def paper_card(row: Mapping[str, str]) -> PaperCard | Refusal:
    """The card of one line, or what is wrong with it. Without a giver it is a customer's."""
    values = {name: normalize("NFKC", row.get(name, "")).strip() for name in ("date", "staff", "p", "giver")}
    if missing := [name for name in REQUIRED if not values[name]]:
        return Refusal("missing_value", {"column": missing[0]})
    found = day(values["date"])
    if found is None:
        return Refusal("bad_date", {"value": values["date"]})
    p = _PS.get(values["p"].lower())
    if p is None:
        return Refusal("unknown_p", {"value": values["p"]})
    giver = _GIVERS.get(values["giver"].lower())
    if giver is None:
        return Refusal("unknown_giver", {"value": values["giver"]})
    return PaperCard(day=found, staff=values["staff"], p=p, giver=giver, note=row.get("note", "").strip())


def day(text: str) -> date | None:
    """2014-03-05, 2014/3/5 or 2014年3月5日."""
    found = _DAY.fullmatch(text)
    try:
        named = date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return named if named and named.year in _YEARS else None
