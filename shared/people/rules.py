"""What is allowed for people: well-formed roster lines, PINs, and how wrong PINs slow down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from unicodedata import normalize

from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.people.policy import PinsPolicy

POSTS = {"cashier": "cashier", "购气员": "cashier", "consultant": "consultant", "咨询员": "consultant"}
ROLES = {role.value: role for role in Role} | {
    "窗口人员": Role.STAFF,
    "站长": Role.SUPERVISOR,
    "班长": Role.SUPERVISOR,
    "站长(班长)": Role.SUPERVISOR,
    "经营管理部": Role.OFFICE,
}
HEADINGS = {
    "工号": "number",
    "姓名": "name",
    "分公司": "branch",
    "大厅": "hall",
    "窗口": "window",
    "岗位": "post",
    "角色": "role",
}
COLUMNS = tuple(HEADINGS.values())
HEADINGS |= {"状态": "active", "起始日期": "since"}
_STATE = "active"
_SINCE = "since"
_LEFT = {"离职", "left", "no", "否", "0"}
_NUMBER = re.compile(r"[0-9A-Za-z-]{1,20}")
REQUIRED = ("number", "name", "branch", "hall", "role")


@dataclass(frozen=True)
class RosterLine:
    """One well-formed line of a staff list."""

    number: str
    name: str
    branch: str
    hall: str
    window: str
    post: str
    role: Role
    active: bool = True
    since: date | None = None


def roster_line(row: Mapping[str, str]) -> RosterLine | Refusal:
    """A line of a staff list, or what is wrong with it. Post may be empty for the office only.

    Full-width digits and brackets, as Chinese keyboards type them, count as the plain ones. An optional column 状态
    (active) takes somebody who has left (离职) off the roster; 起始日期 (since) dates a transfer, as 2026-03-16.
    """
    values = {name: " ".join(normalize("NFKC", row.get(name, "")).split()) for name in (*COLUMNS, _STATE, _SINCE)}
    if missing := [name for name in REQUIRED if not values[name]]:
        return Refusal("missing_value", {"column": missing[0]})
    if not _NUMBER.fullmatch(values["number"]):
        return Refusal("bad_number", {"value": values["number"]})
    if values["role"] not in ROLES:
        return Refusal("unknown_role", {"value": values["role"]})
    role = ROLES[values["role"]]
    post = POSTS.get(values["post"], "")
    if not post and (values["post"] or role is not Role.OFFICE):
        return Refusal("unknown_post", {"value": values["post"]})
    since = _day(values[_SINCE])
    if since is None and values[_SINCE]:
        return Refusal("bad_since", {"value": values[_SINCE]})
    return RosterLine(
        number=values["number"],
        name=values["name"],
        branch=values["branch"],
        hall=values["hall"],
        window=values["window"],
        post=post,
        role=role,
        active=values[_STATE].lower() not in _LEFT,
        since=since,
    )


def _day(text: str) -> date | None:
    try:
        return date(*map(int, re.split(r"[-/.]", text))) if text else None
    except (TypeError, ValueError):
        return None


def new_pin(pin: str, policy: PinsPolicy) -> Refusal | None:
    """Whether a PIN may be chosen: all digits, long enough, not one digit over and over, not a run."""
    if not re.fullmatch(r"[0-9]+", pin) or len(pin) != policy.digits:
        return Refusal("pin_form", {"digits": policy.digits})
    steps = {int(b) - int(a) for a, b in pairwise(pin)}
    return Refusal("pin_too_simple") if steps in ({0}, {1}, {-1}) else None


def wait_ms(failures: int, policy: PinsPolicy) -> int:
    """How long after the last of `failures` wrong PINs the next try is refused, ms: doubling, up to a longest."""
    beyond = failures - policy.free_tries
    if beyond < 0:
        return 0
    return int(min(policy.first_wait_seconds * 2 ** min(beyond, 20), policy.longest_wait_seconds)) * 1000
