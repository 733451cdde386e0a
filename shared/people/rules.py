"""What is allowed for people: well-formed roster lines, PINs, and how wrong PINs slow down."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from shared.domain.names import spelt
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.domain.spelling import folded, tidy
from shared.domain.written_day import day
from shared.people.policy import PinsPolicy
from shared.people.wrong_pins import WrongPins

_POSTS = {"cashier": "cashier", "购气员": "cashier", "consultant": "consultant", "咨询员": "consultant"}
_ROLES = {role.value: role for role in Role} | {
    "窗口人员": Role.STAFF,
    "站长": Role.SUPERVISOR,
    "班长": Role.SUPERVISOR,
    "站长(班长)": Role.SUPERVISOR,
    "站长/班长": Role.SUPERVISOR,
    "经营管理部": Role.OFFICE,
}
_HERE = "在职 在岗 在编 正式 试用 试用期 返聘 启用 正常 active employed current yes y true 是 1"
_LEFT = (
    "离职 已离职 离开 已离开 离退 离退休 退休 已退休 停用 已停用 禁用 注销 已注销 辞职 已辞职 辞退 解聘 解除 开除 "
    "调离 已调离 调出 left inactive retired resigned disabled no n false 否 0"
)
_STATES = dict.fromkeys(map(folded, _HERE.split()), True) | dict.fromkeys(map(folded, _LEFT.split()), False)
POSTS = {folded(word): post for word, post in _POSTS.items()}
ROLES = {folded(word): role for word, role in _ROLES.items()}
HEADINGS = {
    "工号": "number",
    "员工号": "number",
    "员工编号": "number",
    "姓名": "name",
    "员工姓名": "name",
    "分公司": "branch",
    "大厅": "hall",
    "购气大厅": "hall",
    "窗口": "window",
    "窗口号": "window",
    "岗位": "post",
    "角色": "role",
    "状态": "active",
    "在职状态": "active",
    "员工状态": "active",
    "人员状态": "active",
    "起始日期": "since",
}
_EMPTY_STATE = "在职"
_COLUMNS = ("number", "name", "branch", "hall", "window", "post", "role", "active", "since")
LONGEST_NAME = 60
"""Characters of a name: of a person, a hall, a branch, a customer."""
_NUMBER = re.compile(r"[0-9A-Z-]{1,20}")
REQUIRED = ("number", "name", "branch", "hall", "role")


class RosterLine(msgspec.Struct, frozen=True):
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

    Numbers and words are folded as everywhere (`shared.domain.spelling`). An optional column 状态 (active) takes
    somebody who has left (离职, 退休, 停用 …) off the roster; empty is 在职, a word that nobody knows is refused.
    起始日期 (since) dates a transfer.
    """
    values = {name: tidy(row.get(name, "")) for name in _COLUMNS}
    if refusal := _unfit(values):
        return refusal
    number, role = folded(values["number"].lstrip("'")), ROLES.get(folded(values["role"]))
    if " " in values["number"] or not _NUMBER.fullmatch(number):  # 10 3 may be 103 or 1003
        return Refusal("bad_number", {"value": values["number"]})
    if role is None:
        return Refusal("unknown_role", {"value": values["role"]})
    post = POSTS.get(folded(values["post"]), "")
    if not post and (values["post"] or role is not Role.OFFICE):
        return Refusal("unknown_post", {"value": values["post"]})
    return _optional_columns(
        RosterLine(number, spelt(values["name"]), values["branch"], values["hall"], "", post, role), values
    )


def _optional_columns(line: RosterLine, values: Mapping[str, str]) -> RosterLine | Refusal:
    active = _STATES.get(folded(values["active"]) or folded(_EMPTY_STATE))
    if active is None:
        return Refusal("unknown_state", {"value": values["active"]})
    window = window_number(values["window"])
    if window is None:
        return Refusal("bad_window", {"value": values["window"]})
    since = day(values["since"])
    if since is None and values["since"]:
        return Refusal("bad_since", {"value": values["since"]})
    return replace(line, window=window, active=active, since=since)


def _unfit(values: Mapping[str, str]) -> Refusal | None:
    if missing := [name for name in REQUIRED if not values[name]]:
        return Refusal("missing_value", {"column": missing[0]})
    too_long = any(len(value) > LONGEST_NAME for value in values.values())
    return Refusal("text_too_long", {"limit": LONGEST_NAME}) if too_long else None


_WINDOW = re.compile(r"([A-Z]?\d{1,3}[A-Z]?)(\.0)?(号窗口|号|窗口)?")


def window_number(written: str) -> str | None:
    """A window as its sign says it: 3 of `3`, `3号窗口` or Excel's `3.0`; "" of nothing, None of anything else."""
    if not written:
        return ""
    found = _WINDOW.fullmatch(folded(written))
    return found[1] if found else None


def check_new_pin(pin: str, policy: PinsPolicy) -> Refusal | None:
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


def wait_left(tried: WrongPins, now: int, steady: int | None, policy: PinsPolicy) -> int:
    """How much of the wait is left, ms, by whichever clock says more.

    A time of day that was set back past the whole wait says nothing. The steady clock begins anew with the PC.
    """
    wait = wait_ms(tried.failures, policy)
    by_day = tried.at + wait - now
    if by_day > policy.longest_wait_seconds * 1000:
        by_day = 0
    if steady is None or tried.steady is None:
        return max(by_day, 0)
    passed = steady - tried.steady if steady >= tried.steady else steady
    return max(by_day, wait - passed, 0)
