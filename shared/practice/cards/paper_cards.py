"""A line of a file of paper cards (date,staff,p[,giver,note]) as people write it, in Chinese or English."""

from collections.abc import Mapping
from datetime import date

import msgspec

from shared.domain.refusal import Refusal
from shared.domain.spelling import folded
from shared.domain.written_day import day
from shared.domain.written_row import cells
from shared.practice.cards.facts import Giver, P

HEADINGS = {
    "日期": "date",
    "工号": "staff",
    "员工号": "staff",
    "员工编号": "staff",
    "卡": "p",
    "5P卡": "p",
    "赠卡人": "giver",
    "留言": "note",
    "备注": "note",
}
REQUIRED = ("date", "staff", "p")
_PS = {folded(p.value): p for p in P} | {
    "礼貌": P.POLITE,
    "耐心": P.PATIENT,
    "积极": P.POSITIVE,
    "热情": P.PASSIONATE,
    "专业": P.PROFESSIONAL,
}
_GIVERS = {folded(giver.value): giver for giver in Giver} | {
    "": Giver.CUSTOMER,
    "用户": Giver.CUSTOMER,
    "同事": Giver.COLLEAGUE,
    "上级": Giver.SUPERIOR,
    "下级": Giver.SUBORDINATE,
}


class PaperCard(msgspec.Struct, frozen=True):
    """One line of a file of paper cards; `staff` is the number as it is stored."""

    day: date
    staff: str
    p: P
    giver: Giver
    note: str


def paper_card(row: Mapping[str, str], known: Mapping[str, str], today: date) -> PaperCard | Refusal:
    """The card of one line, or what is wrong with it. Without a giver it is a customer's.

    `known` are the staff numbers, folded → as they are stored.
    """
    values = cells(row, REQUIRED, ("giver",))
    if isinstance(values, Refusal):
        return values
    found, staff = day(values["date"]), known.get(folded(values["staff"].lstrip("'")))
    p, giver = _PS.get(folded(values["p"])), _GIVERS.get(folded(values["giver"]))
    if found is None:
        return Refusal("bad_date", {"value": values["date"]})
    if found > today:
        return Refusal("future_date", {"value": values["date"]})
    if p is None:
        return Refusal("unknown_p", {"value": values["p"]})
    if giver is None:
        return Refusal("unknown_giver", {"value": values["giver"]})
    if staff is None:
        return Refusal("unknown_person", {"number": values["staff"]})
    return PaperCard(day=found, staff=staff, p=p, giver=giver, note=row.get("note", "").strip())
