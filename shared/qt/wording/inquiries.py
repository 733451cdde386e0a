"""Words for first-inquiry tickets: kinds, channels, topics, states, the traffic light, what was set, refusals."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from shared.qt.wording.table import NEWER, day, word

KINDS = {
    "general": QT_TRANSLATE_NOOP("Inquiries", "一般"),
    "special": QT_TRANSLATE_NOOP("Inquiries", "特殊"),
    NEWER: QT_TRANSLATE_NOOP("Inquiries", "本版本还不认识的时限"),
}
CHANNELS = {
    "visit": QT_TRANSLATE_NOOP("Inquiries", "来访"),
    "phone": QT_TRANSLATE_NOOP("Inquiries", "来电"),
    "kiosk": QT_TRANSLATE_NOOP("Inquiries", "自助屏"),
    "message": QT_TRANSLATE_NOOP("Inquiries", "短信"),
    NEWER: QT_TRANSLATE_NOOP("Inquiries", "本版本还不认识的方式"),
}
TOPICS = {
    "question": QT_TRANSLATE_NOOP("Inquiries", "咨询"),
    "complaint": QT_TRANSLATE_NOOP("Inquiries", "意见"),
    "help": QT_TRANSLATE_NOOP("Inquiries", "求助"),
    NEWER: QT_TRANSLATE_NOOP("Inquiries", "本版本还不认识的类别"),
}
STATES = {
    "open": QT_TRANSLATE_NOOP("Inquiries", "办理中"),
    "closed": QT_TRANSLATE_NOOP("Inquiries", "办结"),
    "merged": QT_TRANSLATE_NOOP("Inquiries", "已合并"),
}
LIGHTS = {
    "on_time": QT_TRANSLATE_NOOP("Inquiries", "正常"),
    "due_soon": QT_TRANSLATE_NOOP("Inquiries", "临期"),
    "past_target": QT_TRANSLATE_NOOP("Inquiries", "已过目标日"),
    "not_informed": QT_TRANSLATE_NOOP("Inquiries", "应告知未告知"),
    "overdue": QT_TRANSLATE_NOOP("Inquiries", "超期"),
    "closed": QT_TRANSLATE_NOOP("Inquiries", "办结"),
}
SATISFACTION = {
    "satisfied": QT_TRANSLATE_NOOP("Inquiries", "满意"),
    "fair": QT_TRANSLATE_NOOP("Inquiries", "基本满意"),
    "unsatisfied": QT_TRANSLATE_NOOP("Inquiries", "不满意"),
    NEWER: QT_TRANSLATE_NOOP("Inquiries", "本版本还不认识的评价"),
}
ASPECTS = {
    "name": QT_TRANSLATE_NOOP("Inquiries", "姓名"),
    "phone": QT_TRANSLATE_NOOP("Inquiries", "电话"),
    "text": QT_TRANSLATE_NOOP("Inquiries", "内容"),
    "handler": QT_TRANSLATE_NOOP("Inquiries", "承办人"),
    "limit": QT_TRANSLATE_NOOP("Inquiries", "最迟答复日"),
    "state": QT_TRANSLATE_NOOP("Inquiries", "办理结果"),
    NEWER: QT_TRANSLATE_NOOP("Inquiries", "本版本还不认识的内容"),
}
SET = {
    "inquiry_stood_in": QT_TRANSLATE_NOOP("Inquiries", "由{value}代办"),
    "inquiry_closed": QT_TRANSLATE_NOOP("Inquiries", "办结，答复：{value}"),
    "inquiry_reopened": QT_TRANSLATE_NOOP("Inquiries", "重新办理"),
    "inquiry_merged": QT_TRANSLATE_NOOP("Inquiries", "并入 {value}"),
}
_ENDED = QT_TRANSLATE_NOOP("Inquiries", "结束代办")
_EMPTY = QT_TRANSLATE_NOOP("Inquiries", "（空）")
REFUSALS = {
    "past_limit": QT_TRANSLATE_NOOP("Refusal", "已过最迟答复日 {limit}，不能再延期。"),
    "grounds_missing": QT_TRANSLATE_NOOP("Refusal", "请写明理由。"),
    "date_not_later": QT_TRANSLATE_NOOP("Refusal", "新日期要晚于 {limit}。"),
    "not_a_workday": QT_TRANSLATE_NOOP("Refusal", "这一天不是工作日，可选 {next}。"),
    "already_special": QT_TRANSLATE_NOOP("Refusal", "已经是特殊事项。"),
    "text_missing": QT_TRANSLATE_NOOP("Refusal", "请写明内容。"),
    "text_too_long": QT_TRANSLATE_NOOP("Refusal", "内容太长，最多 {limit} 个字。"),
    "received_in_future": QT_TRANSLATE_NOOP("Refusal", "受理时间不能晚于现在。"),
    "changed_meanwhile": QT_TRANSLATE_NOOP("Refusal", "同事刚刚改过这一项，请再看一下。"),
    "same_handler": QT_TRANSLATE_NOOP("Refusal", "已经由这位同事承办。"),
    "handler_on_duty": QT_TRANSLATE_NOOP("Refusal", "承办人 {number} 在岗，请用转办。"),
    "not_asked": QT_TRANSLATE_NOOP("Refusal", "没有人申请特殊时限。"),
    "not_open": QT_TRANSLATE_NOOP("Refusal", "这张工单已经办结。"),
    "not_closed": QT_TRANSLATE_NOOP("Refusal", "这张工单还没有办结。"),
    "not_the_older": QT_TRANSLATE_NOOP("Refusal", "只能并入更早受理的工单。"),
    "none_to_merge_into": QT_TRANSLATE_NOOP("Refusal", "没有更早受理、还在办理的工单可以并入。"),
    "phone_invalid": QT_TRANSLATE_NOOP("Refusal", "电话号码不完整，请再看一下。"),
}


def kind(code: str) -> str:
    return word("Inquiries", KINDS, code)


def channel(code: str) -> str:
    return word("Inquiries", CHANNELS, code)


def topic(code: str) -> str:
    return word("Inquiries", TOPICS, code)


def state(code: str) -> str:
    return word("Inquiries", STATES, code)


def light(code: str) -> str:
    """The word that always stands beside the traffic light's colour."""
    return word("Inquiries", LIGHTS, code)


def satisfaction(code: str) -> str:
    return word("Inquiries", SATISFACTION, code)


def aspect(code: str) -> str:
    """What of a ticket was set: its handler, its last day, the customer's phone."""
    return word("Inquiries", ASPECTS, code)


def setting(aspect: str, what: str, value: str) -> str:
    """What an event of the kind `what` set an aspect to; a person's name is given, a day is ISO text."""
    if what == "inquiry_stood_in" and not value:
        return QCoreApplication.translate("Inquiries", str(_ENDED))
    shown = day(date.fromisoformat(value)) if aspect == "limit" else value
    shown = shown or QCoreApplication.translate("Inquiries", str(_EMPTY))
    return word("Inquiries", SET, what).format(value=shown) if what in SET else shown
