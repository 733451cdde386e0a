"""An editable drop-down of all staff."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import Choice, choice
from counter.session import CounterSession

_TYPE = QT_TRANSLATE_NOOP("Counter", "输入工号或姓名")


def staff_choice(session: CounterSession) -> Choice:
    """Everybody on the roster, by number."""
    box = choice({each.number: f"{each.number} {each.name}" for each in session.here.people.values()})
    box.allow_typing(_TYPE)
    return box
