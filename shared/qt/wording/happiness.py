"""Words for the happy station: topics of help, refusals."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from shared.qt.wording.table import NEWER, word

TOPICS = {
    "work": QT_TRANSLATE_NOOP("Happiness", "工作"),
    "life": QT_TRANSLATE_NOOP("Happiness", "生活"),
    NEWER: QT_TRANSLATE_NOOP("Happiness", "本版本还不认识的类别"),
}
REFUSALS = {
    "nobody_chosen": QT_TRANSLATE_NOOP("Refusal", "请选择向谁求助。"),
    "not_a_listener": QT_TRANSLATE_NOOP("Refusal", "只能向主管领导或经营管理部求助。"),
}


def topic(code: str) -> str:
    return word("Happiness", TOPICS, code)
