"""The drop-down of a hall's windows and who sits there. Not typed: a wrong number would show on the kiosk."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import Choice, choice
from counter.kit.words import listed, say
from shared.people.views import PersonToday

_TAKEN = QT_TRANSLATE_NOOP("Counter", "{window}号窗口 · {names}")
_FREE = QT_TRANSLATE_NOOP("Counter", "{window}号窗口 · 空着")
_NOT_CHOSEN = QT_TRANSLATE_NOOP("Counter", "请选择窗口")


def windows(people: Iterable[PersonToday], hall: str) -> dict[str, tuple[str, ...]]:
    """Window -> names on duty there: all numbers up to one above the highest known, then windows with names."""
    here = [person for person in people if person.hall == hall and person.window]
    numbers = [int(person.window) for person in here if person.window.isdecimal()]
    names = sorted({person.window for person in here if not person.window.isdecimal()})
    order = [str(number) for number in range(1, max(numbers, default=0) + 2)] + names
    return {window: tuple(p.name for p in here if p.window == window and p.on_duty) for window in order}


def window_choice(people: Iterable[PersonToday], person: PersonToday) -> Choice:
    """Make the drop-down of the person's hall, their window chosen; value "" for none."""
    options: dict[str, str] = {} if person.window else {"": say(_NOT_CHOSEN)}
    for window, names in windows(people, person.hall).items():
        options[window] = say(_TAKEN if names else _FREE).format(window=window, names=listed(names))
    box = choice(options)
    box.setCurrentIndex(max(0, box.findData(person.window)))
    return box
