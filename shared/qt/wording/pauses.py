"""Words for the five-minute pause: reasons, sources of the count, refusals."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from shared.qt.wording.table import NEWER, word

REASONS = {
    "misunderstood": QT_TRANSLATE_NOOP("Pauses", "受到误解"),
    "low": QT_TRANSLATE_NOOP("Pauses", "情绪低落"),
    "unwell": QT_TRANSLATE_NOOP("Pauses", "身体不适"),
    "family": QT_TRANSLATE_NOOP("Pauses", "家中有事"),
    "other": QT_TRANSLATE_NOOP("Pauses", "其他"),
    NEWER: QT_TRANSLATE_NOOP("Pauses", "本版本还不认识的原因"),
}
SOURCES = {
    "line": QT_TRANSLATE_NOOP("Pauses", "排队系统"),
    "external": QT_TRANSLATE_NOOP("Pauses", "原有排队机"),
    "attested": QT_TRANSLATE_NOOP("Pauses", "本人目测填报"),
    NEWER: QT_TRANSLATE_NOOP("Pauses", "本版本还不认识的来源"),
}
REFUSALS = {
    "already_paused": QT_TRANSLATE_NOOP("Refusal", "您正在暂停服务。"),
    "already_ended": QT_TRANSLATE_NOOP("Refusal", "这次暂停已经结束。"),
    "daily_limit": QT_TRANSLATE_NOOP("Refusal", "今天已经暂停 {own_today} 次，每人每天最多 {per_day} 次。"),
    "daily_limit_elsewhere": QT_TRANSLATE_NOOP("Refusal", "今天的次数已在别的窗口用完，每人每天最多 {per_day} 次。"),
    "colleague_paused": QT_TRANSLATE_NOOP("Refusal", "有同事正在暂停，请等同事回来。"),
    "last_window": QT_TRANSLATE_NOOP("Refusal", "现在没有别的窗口办理同样的业务。"),
    "count_needed": QT_TRANSLATE_NOOP("Refusal", "请先填写现在有几位用户在等候。"),
    "too_many_waiting": QT_TRANSLATE_NOOP("Refusal", "现在有 {waiting} 位用户在等候，须在 {limit} 名以下。"),
}


def reason(code: str) -> str:
    return word("Pauses", REASONS, code)


def source(code: str) -> str:
    return word("Pauses", SOURCES, code)
