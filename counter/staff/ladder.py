"""累计进阶 as a chart: the levels of the policy and the person's own position."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.words import say
from shared.practice.cards import words
from shared.practice.cards.policy import Step
from shared.practice.cards.views import Mine
from shared.qt.charts.ladder import Ladder

_TITLE = QT_TRANSLATE_NOOP("Counter", "累计进阶")
_STEP, _FLAG = QT_TRANSLATE_NOOP("Counter", "{total} 张"), QT_TRANSLATE_NOOP("Counter", "我 {total} 张")
_TOP_PROGRESS = 0.5


def ladder(mine: Mine, steps: tuple[Step, ...]) -> Ladder:
    """Make the chart of a person's total and level on these steps."""
    levels = [step.level for step in steps]
    reached = levels.index(mine.level) + 1 if mine.level in levels else 0
    shown = tuple((words.level(step.level), say(_STEP).format(total=step.total)) for step in steps)
    return Ladder(
        say(_TITLE), shown, reached, _progress(mine.total, steps, reached), say(_FLAG).format(total=mine.total)
    )


def _progress(total: int, steps: tuple[Step, ...], reached: int) -> float:
    """The progress from the level reached to the next one, 0–1."""
    if reached >= len(steps):
        return _TOP_PROGRESS
    before = steps[reached - 1].total if reached else 0
    return min(1.0, max(0.0, (total - before) / (steps[reached].total - before)))
