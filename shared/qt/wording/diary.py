"""Words for the diary: kinds of entry, refusals."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from shared.qt.wording.table import NEWER, word

ENTRIES = {
    "pause": QT_TRANSLATE_NOOP("Diary", "暂停服务5分钟"),
    "difficulty": QT_TRANSLATE_NOOP("Diary", "困难"),
    "grievance": QT_TRANSLATE_NOOP("Diary", "委屈"),
    "praise": QT_TRANSLATE_NOOP("Diary", "表扬"),
    "deed": QT_TRANSLATE_NOOP("Diary", "事迹"),
    "discovery": QT_TRANSLATE_NOOP("Diary", "主动发现"),
    "suggestion": QT_TRANSLATE_NOOP("Diary", "建议"),
    "handover": QT_TRANSLATE_NOOP("Diary", "交接"),
    NEWER: QT_TRANSLATE_NOOP("Diary", "本版本还不认识的类别"),
}
REFUSALS = {
    "automatic_entry": QT_TRANSLATE_NOOP("Refusal", "这类记录由系统自动写入。"),
    "empty_text": QT_TRANSLATE_NOOP("Refusal", "请写几句话。"),
    "too_late_to_change": QT_TRANSLATE_NOOP("Refusal", "超过 {hours} 小时，不能再修改。"),
}


def entry(code: str) -> str:
    return word("Diary", ENTRIES, code)
