"""Words for first-inquiry tickets: kinds, channels, topics, states, the traffic light, what was set, refusals."""

from collections.abc import Mapping
from datetime import date

from shared.domain import phones
from shared.domain.text import NEWER, Text, day, full_day, named
from shared.domain.workdays import day_of

KINDS: Mapping[str, Text] = {
    "general": Text("一般", "General"),
    "special": Text("特殊", "Special"),
    NEWER: Text("本版本还不认识的时限", "a time limit this version does not know"),
}
CHANNELS: Mapping[str, Text] = {
    "visit": Text("来访", "Visit"),
    "phone": Text("来电", "Phone"),
    "kiosk": Text("自助屏", "Kiosk"),
    "message": Text("短信", "Message"),
    NEWER: Text("本版本还不认识的方式", "a way this version does not know"),
}
TOPICS: Mapping[str, Text] = {
    "question": Text("咨询", "Question"),
    "complaint": Text("意见", "Complaint"),
    "help": Text("求助", "Help"),
    NEWER: Text("本版本还不认识的类别", "a kind this version does not know"),
}
STATES: Mapping[str, Text] = {
    "open": Text("办理中", "Open"),
    "closed": Text("办结", "Closed"),
    "merged": Text("已合并", "Merged"),
    "withdrawn": Text("已撤回", "Taken back"),
}
LIGHTS: Mapping[str, Text] = {
    "on_time": Text("正常", "On time"),
    "due_soon": Text("临期", "Due soon"),
    "past_target": Text("已过目标日", "Past target"),
    "not_informed": Text("应告知未告知", "Not informed"),
    "overdue": Text("超期", "Overdue"),
    "closed": Text("办结", "Closed"),
    "withdrawn": Text("已撤回", "Taken back"),
}
SATISFACTION: Mapping[str, Text] = {
    "satisfied": Text("满意", "Satisfied"),
    "fair": Text("基本满意", "Fairly satisfied"),
    "unsatisfied": Text("不满意", "Dissatisfied"),
    NEWER: Text("本版本还不认识的评价", "an opinion this version does not know"),
}
ASPECTS: Mapping[str, Text] = {
    "name": Text("姓名", "Name"),
    "phone": Text("电话", "Phone"),
    "text": Text("内容", "Words"),
    "handler": Text("承办人", "Handler"),
    "limit": Text("最迟答复日", "Limit"),
    "state": Text("办理结果", "Outcome"),
    NEWER: Text("本版本还不认识的内容", "a detail this version does not know"),
}
SET: Mapping[str, Text] = {
    "inquiry_stood_in": Text("由{value}代办", "{value} stands in"),
    "inquiry_closed": Text("办结，答复：{value}", "closed, answer: {value}"),
    "inquiry_reopened": Text("重新办理", "reopened"),
    "inquiry_merged": Text("并入 {value}", "merged into {value}"),
}
OPINION_AT_WINDOW = Text(
    "{window}号窗口办完 {number}（{service}）后，用户在用户屏点了“我有意见/需要帮助”，请当面问清是什么事。",
    "After {number} ({service}) at window {window} the customer touched “feedback / help” on the "
    "display; please ask in person what it is about.",
)
"""What a ticket says that was opened at a window's display, where nobody can write."""
_ENDED = Text("结束代办", "stand-in ended")
_EMPTY = Text("（空）", "(empty)")
REFUSALS: Mapping[str, Text] = {
    "past_limit": Text(
        "已过最迟答复日 {limit}，不能再延期。", "The limit {limit} has passed; it can no longer be extended."
    ),
    "grounds_missing": Text("请写明理由。", "Please state the reason."),
    "date_not_later": Text("新日期要晚于 {limit}。", "The new date must be after {limit}."),
    "not_a_workday": Text("这一天不是工作日，可选 {next}。", "This is not a working day; choose for example {next}."),
    "already_special": Text("已经是特殊事项。", "It is already a special inquiry."),
    "text_missing": Text("请写明内容。", "Please write what it is about."),
    "received_in_future": Text("受理时间不能晚于现在。", "The time of receipt cannot be in the future."),
    "changed_meanwhile": Text(
        "同事刚刚改过这一项，请再看一下。", "A colleague has just changed this. Please look again."
    ),
    "same_handler": Text("已经由这位同事承办。", "This colleague is already the handler."),
    "handler_on_duty": Text(
        "承办人 {number} 在岗，请用转办。", "The handler {number} is on duty; please transfer instead."
    ),
    "not_asked": Text("没有人申请特殊时限。", "Nobody has requested the special deadline."),
    "not_open": Text("这张工单已经办结。", "This inquiry is closed."),
    "not_closed": Text("这张工单还没有办结。", "This inquiry is not closed yet."),
    "not_the_older": Text("只能并入更早受理的工单。", "It can only be merged into an older inquiry."),
    "none_to_merge_into": Text(
        "没有更早受理、还在办理的工单可以并入。",
        "There is no open inquiry of this hall, received earlier, to merge it into.",
    ),
    **phones.REFUSALS,
}


def kind(code: str) -> str:
    return named(KINDS, code)


def channel(code: str) -> str:
    return named(CHANNELS, code)


def topic(code: str) -> str:
    return named(TOPICS, code)


def state(code: str) -> str:
    return named(STATES, code)


def light(code: str) -> str:
    """The word always shown beside the traffic light's colour."""
    return named(LIGHTS, code)


def satisfaction(code: str) -> str:
    return named(SATISFACTION, code)


def aspect(code: str) -> str:
    """What of a ticket was set: its handler, its last day, the customer's phone."""
    return named(ASPECTS, code)


def setting(aspect: str, what: str, value: str) -> str:
    """What an event of the kind `what` set an aspect to; a person's name is given, a day is ISO text."""
    if what == "inquiry_stood_in" and not value:
        return str(_ENDED)
    shown = day(date.fromisoformat(value)) if aspect == "limit" else value
    shown = shown or str(_EMPTY)
    return SET[what].format(value=shown) if what in SET else shown


def day_of_moment(value: object) -> str:
    """The day of a moment, epoch ms."""
    return full_day(day_of(int(str(value))))
