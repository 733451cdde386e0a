"""Words for the five-minute pause: reasons, sources of the count, refusals."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

REASONS: Mapping[str, Text] = {
    "misunderstood": Text("受到误解", "Misunderstood"),
    "low": Text("情绪低落", "Feeling low"),
    "unwell": Text("身体不适", "Unwell"),
    "family": Text("家中有事", "Family"),
    "other": Text("其他", "Other"),
    NEWER: Text("本版本还不认识的原因", "a reason this version does not know"),
}
SOURCES: Mapping[str, Text] = {
    "line": Text("排队系统", "this hall's queue"),
    "external": Text("原有排队机", "Ticket machines"),
    "attested": Text("本人目测填报", "Counted by eye"),
    NEWER: Text("本版本还不认识的来源", "a source this version does not know"),
}
WHY: Mapping[str, Text] = {
    "already_paused": Text("已在暂停中", "already on a pause"),
    "still_serving": Text("还有用户没有办完", "a customer is still at the window"),
    "daily_limit": Text("当天次数已满", "the day's pauses are used up"),
    "daily_limit_elsewhere": Text("当天次数已在别处用完", "the day's pauses were used up elsewhere"),
    "colleague_paused": Text("有同事正在暂停", "a colleague is on a pause"),
    "last_window": Text("没有其他窗口办理同样业务", "no other window open for the same business"),
    "too_many_waiting": Text("等候用户不在规定人数以下", "too many customers waiting"),
    NEWER: Text("本版本还不认识的规定", "a rule this version does not know"),
}
_LENGTH = Text("{minutes}分{seconds}秒", "{minutes} min {seconds} s")
REFUSALS: Mapping[str, Text] = {
    "still_serving": Text("{number} 号还没有办完。", "Number {number} is not finished yet."),
    "already_paused": Text("您正在暂停服务。", "You are already on a pause."),
    "already_ended": Text("这次暂停已经结束。", "This pause has ended."),
    "daily_limit": Text(
        "今天已经暂停 {own_today} 次，每人每天最多 {per_day} 次。",
        "You have paused {own_today} times today; at most {per_day} a day.",
    ),
    "daily_limit_elsewhere": Text(
        "今天的次数已在别的窗口用完，每人每天最多 {per_day} 次。",
        "Today's pauses were used up at another window; at most {per_day} a day.",
    ),
    "colleague_paused": Text(
        "有同事正在暂停，请等同事回来。", "A colleague is on a pause; please wait until they are back."
    ),
    "last_window": Text("现在没有别的窗口办理同样的业务。", "No other window is open for the same business now."),
    "count_needed": Text("请先填写现在有几位用户在等候。", "Please enter how many customers are waiting now."),
    "too_many_waiting": Text(
        "现在有 {waiting} 位用户在等候，须在 {limit} 名以下。",
        "{waiting} customers are waiting; there must be fewer than {limit}.",
    ),
}


def reason(code: str) -> str:
    return named(REASONS, code)


def source(code: str) -> str:
    return named(SOURCES, code)


def why(code: str) -> str:
    """The rule that stood against a pause, in few words."""
    return named(WHY, code)


def length(ms: object) -> str:
    """4分20秒; of a length nobody measured, a dash."""
    if not isinstance(ms, int):
        return "—"
    return _LENGTH.format(minutes=ms // 60_000, seconds=ms // 1000 % 60)
