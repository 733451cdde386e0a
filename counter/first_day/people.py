"""人员: the steps for the staff list from a file and for single persons, which are the counter's own pages."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.first_day.step import Step, place
from counter.office.imports import ImportsPage
from counter.store_type import Store
from counter.supervisor.roster import RosterPage
from shared.domain.roles import Role
from shared.imports.kind import FileKind
from shared.imports.people import STAFF

_NOBODY = QT_TRANSLATE_NOOP("Counter", "还没有站长：没有站长，当日日志就没有人签字。请新增一位站长。")


class StaffListStep(Step, ImportsPage):
    """导入名单: optional."""

    place = place("first_list", QT_TRANSLATE_NOOP("Counter", "导入人员名单（没有就下一步）"), "page")

    def query(self) -> Callable[[Store], tuple[FileKind[Any], ...]]:
        return lambda _: (STAFF,)

    def take_focus(self) -> None:
        self.choose.setFocus()


class PeopleStep(Step, RosterPage):
    """人员与窗口: needs a supervisor to go on."""

    place = place("first_people", QT_TRANSLATE_NOOP("Counter", "人员与窗口"), "people")

    def take_focus(self) -> None:
        self.new.setFocus()

    def missing(self) -> object:
        here = self.session.here
        return "" if any(person.role is Role.SUPERVISOR for person in here.people.values()) else _NOBODY
