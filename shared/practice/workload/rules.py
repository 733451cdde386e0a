"""Lines of imported files (日期,工号,业务,笔数 and 工号,种类,从,到), or what is wrong with them. Pure."""

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from shared.domain.refusal import Refusal
from shared.domain.spelling import folded
from shared.domain.text import Text
from shared.domain.written_day import day
from shared.domain.written_row import cells
from shared.practice.line.facts import SERVICES
from shared.practice.workload.facts import Absence
from shared.practice.workload.words import ABSENCES

WORKLOAD_HEADINGS = {"日期": "date", "工号": "staff", "业务": "service", "笔数": "count"}
WORKLOAD = ("date", "staff", "service", "count")
ABSENCE_HEADINGS = {"工号": "staff", "种类": "kind", "从": "from", "到": "to"}
ABSENCE = ("staff", "kind", "from", "to")
_COUNT = re.compile(r"\d{1,6}(?:\.0+)?", re.ASCII)
_LARGEST_COUNT = 100_000
_OTHER_NAMES = {
    "业务咨询": "consultation",
    "燃气费": "gas_payment",
    "燃气具": "appliance_sale",
    "结算": "settlement",
} | {
    "咨询": "consultation",
    "过户": "title_transfer",
    "保险": "insurance_sale",
    "胶管": "hose_handout",
    "开卡": "ic_card_new",
    "补卡": "ic_card_replace",
}


class WorkLine(msgspec.Struct, frozen=True):
    """One person's count of one service on one day."""

    day: date
    staff: str
    service: str
    count: int


class AbsenceLine(msgspec.Struct, frozen=True):
    """One absence, both days included."""

    staff: str
    absence: Absence
    first: date
    last: date


def work_line(row: Mapping[str, str], known: Mapping[str, str], today: date) -> WorkLine | Refusal:
    """A line of workload. `known`: staff numbers as they are stored, by their folded spelling."""
    values = cells(row, WORKLOAD)
    if isinstance(values, Refusal):
        return values
    on = day(values["date"])
    if on is None:
        return Refusal("bad_day", {"value": values["date"]})
    if on > today:
        return Refusal("day_in_future", {"value": values["date"]})
    staff = known.get(_number(values["staff"]))
    if staff is None:
        return Refusal("unknown_person", {"number": values["staff"]})
    service = _service(values["service"])
    if not service:
        names = "、".join(str(text) for text in SERVICES.values())
        return Refusal("service_not_known", {"value": values["service"], "known": names})
    if not _COUNT.fullmatch(values["count"]) or int(values["count"].partition(".")[0]) > _LARGEST_COUNT:
        return Refusal("bad_count", {"value": values["count"]})
    return WorkLine(on, staff, service, int(values["count"].partition(".")[0]))


def _number(text: str) -> str:
    """A staff number, folded, without the apostrophe by which Excel marks a text."""
    return folded(text.lstrip("'"))


def _service(text: str) -> str:
    return _SERVICES.get(folded(text)) or _OTHER_NAMES.get(folded(text), "")


def _by_name(words: Mapping[str, Text]) -> dict[str, str]:
    """The codes by their folded spellings: the code itself and its words in both languages."""
    names = {folded(name.in_(language)): code for code, name in words.items() for language in ("zh", "en")}
    return names | {folded(code): code for code in words}


_SERVICES, _KINDS = _by_name(SERVICES), _by_name(ABSENCES)


def absence_line(row: Mapping[str, str], known: Mapping[str, str]) -> AbsenceLine | Refusal:
    """A line of absences. `known` as in `work_line`."""
    values = cells(row, ABSENCE)
    if isinstance(values, Refusal):
        return values
    staff, kind = known.get(_number(values["staff"])), _KINDS.get(folded(values["kind"]))
    if staff is None:
        return Refusal("unknown_person", {"number": values["staff"]})
    if kind is None:
        names = "、".join(str(name) for name in ABSENCES.values())
        return Refusal("absence_not_known", {"value": values["kind"], "known": names})
    first, last = day(values["from"]), day(values["to"])
    if first is None or last is None:
        return Refusal("bad_day", {"value": values["to"] if first else values["from"]})
    return Refusal("days_reversed") if last < first else AbsenceLine(staff, Absence(kind), first, last)
