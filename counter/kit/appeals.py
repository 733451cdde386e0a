"""The text of an appeal (申诉) and of its answer, as its person and the office read them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.words import say
from shared.practice.performance.views import Appeal

ACCEPTED, DECLINED = QT_TRANSLATE_NOOP("Counter", "采纳"), QT_TRANSLATE_NOOP("Counter", "不采纳")
WAITING = QT_TRANSLATE_NOOP("Counter", "待答复")
_APPEALED, _ANSWERED = QT_TRANSLATE_NOOP("Counter", "申诉：{text}"), QT_TRANSLATE_NOOP("Counter", "{state}：{reason}")


def state_text(appeal: Appeal) -> str:
    """Whether it is answered, and how."""
    return say((ACCEPTED if appeal.accepted else DECLINED) if appeal.answered else WAITING)


def appeal_texts(appeal: Appeal) -> list[str]:
    """One line for the appeal, one for its answer or that it waits for one."""
    answer = say(_ANSWERED).format(state=state_text(appeal), reason=appeal.reason)
    return [say(_APPEALED).format(text=appeal.text), answer if appeal.answered else state_text(appeal)]
