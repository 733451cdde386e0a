"""A drop-down of the staff, to type into."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import Choice, choice
from counter.session import CounterSession

_TYPE = QT_TRANSLATE_NOOP("Counter", "输入工号或姓名")


def staff_choice(session: CounterSession) -> Choice:
    """Everybody on the roster, by number."""
    box = choice({each.number: f"{each.number} {each.name}" for each in session.here.people.values()})
    box.let_type(_TYPE)
    return box
