"""Words for the waiting line: the services of a hall, the states of a number, refusals."""

from collections.abc import Collection, Mapping

from shared.domain.text import NEWER, Text, named
from shared.practice.line.facts import PRIORITIES, service_name

_PRIORITIES = {**PRIORITIES, NEWER: Text("本版本还不认识的理由", "a reason this version does not know")}
STATES: Mapping[str, Text] = {
    "waiting": Text("等候", "Waiting"),
    "called": Text("已叫号", "Called"),
    "held": Text("挂起", "On hold"),
    "missed": Text("过号", "Missed"),
    "served": Text("已办理", "Served"),
    "given_back": Text("已退号", "Given back"),
}
_ALL = Text("全部业务", "All services")
REFUSALS: Mapping[str, Text] = {
    "already_paused": Text("您正在暂停服务。", "You are already on a pause."),
    "unknown_service": Text("没有这项业务，请再选一次。", "There is no such service, please choose again."),
    "unknown_priority": Text("现行规定里没有这一类优先。", "The policy in force has no such priority."),
    "nobody_waiting": Text("现在没有等候的用户。", "Nobody is waiting now."),
    "called_elsewhere": Text("{number} 号刚被别的窗口叫走。", "Another window has just called {number}."),
    "no_window": Text("您还没有窗口，请站长先安排。", "You have no window yet; please ask the supervisor."),
    "still_serving": Text("{number} 号还没有办完。", "Number {number} is not finished yet."),
    "wrong_state": Text(
        "这个号的情况变了，请再看一下。", "This number has changed in the meantime, please look again."
    ),
    "of_another_day": Text("这个号不是今天的。", "This number is not from today."),
}


def service(code: str) -> str:
    return str(service_name(code)) if code else ""


def services(codes: object) -> str:
    """Several services as a fact holds them; 全部业务 for none."""
    known = codes if isinstance(codes, Collection) else ()
    return " · ".join(service(str(code)) for code in known) or str(_ALL)


def priority(code: str) -> str:
    """Why a number goes first."""
    return named(_PRIORITIES, code)


def state(code: str) -> str:
    return named(STATES, code)
