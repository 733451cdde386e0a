"""人员与窗口: the roster with duty and window of each person; changing members, photos and PINs."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import sign_on
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import Button, SearchField, Text, TextField
from counter.session import CounterSession
from counter.store_type import Store
from counter.supervisor import member_form
from shared.domain.actor import Actor
from shared.domain.roles import Act, may
from shared.people import actions, views, words
from shared.people.policy import PinsPolicy
from shared.people.views import Hall, PersonToday

_CHOOSE = QT_TRANSLATE_NOOP("Counter", "先在表格里选一个人。")


class RosterData(msgspec.Struct, frozen=True):
    """The people that the reader may see, and the halls to choose from."""

    members: tuple["Member", ...]
    halls: tuple[Hall, ...]


class Member(msgspec.Struct, frozen=True):
    """One line: a person, and whether they have a PIN."""

    person: PersonToday
    has_pin: bool


class RosterPage(Page[RosterData]):
    """Lists the hall's people; for the office those of all halls."""

    place = Place("roster", QT_TRANSLATE_NOOP("Counter", "人员与窗口"), "people", Act.ROSTER, Group.HALL, 4, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.search = SearchField(QT_TRANSLATE_NOOP("Counter", "输入姓名或工号查找"))
        self.summary = Text(style="soft")
        self.table: Table[Member] = Table(
            QT_TRANSLATE_NOOP("Counter", "人员与窗口"), self._columns(), key=lambda member: member.person.number
        )
        self.new = Button(QT_TRANSLATE_NOOP("Counter", "新增人员"), shortcut="Ctrl+Shift+N")
        self.change = Button(QT_TRANSLATE_NOOP("Counter", "修改资料"), shortcut="Ctrl+Shift+M")
        self.photo = Button(QT_TRANSLATE_NOOP("Counter", "照片"), shortcut="Ctrl+Shift+P")
        self.leave = Button(QT_TRANSLATE_NOOP("Counter", "离职"), shortcut="Ctrl+Delete")
        self.duty = Button(QT_TRANSLATE_NOOP("Counter", "上岗"), "primary", shortcut="Ctrl+Return")
        self.change_window = Button(QT_TRANSLATE_NOOP("Counter", "换窗口"), shortcut="Ctrl+M")
        self.pin = Button(QT_TRANSLATE_NOOP("Counter", "重设密码"), "", "lock", "Ctrl+R")
        self._build()

    def take_focus(self) -> None:
        self.search.setFocus()
        self.search.selectAll()  # typing replaces the last search

    def query(self) -> Callable[[Store], RosterData]:
        hall = "" if may(self.actor.role, Act.SEE_ALL_HALLS) else self.actor.hall

        now = self.session.now()

        def read(store: Store) -> RosterData:
            people = views.everyone_today(store, hall, now=now)
            halls = tuple(each for each in views.halls(store) if hall in ("", each.code))
            return RosterData(tuple(Member(p, views.has_pin(store, p.number)) for p in people), halls)

        return read

    def show_data(self, data: RosterData) -> None:
        on = sum(member.person.on_duty for member in data.members)
        self.summary.setText(self.tr("共 {all} 人，在岗 {on} 人").format(all=len(data.members), on=on))
        self._filter()

    def _build(self) -> None:
        self.head.addWidget(self.summary)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.moved.connect(self._on_row_changed)
        self.table.chosen_text = lambda: self.duty.words
        self.table.chosen.connect(lambda _: self._change_duty())
        self.duty.clicked.connect(self._change_duty)
        self.change_window.clicked.connect(self._change_window)
        self.pin.clicked.connect(self._reset_pin)
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.new.clicked.connect(lambda: member_form.ask(self, self.data.halls) if self.data else None)
        self.change.clicked.connect(lambda: self._with_current(self._change))
        self.photo.clicked.connect(lambda: self._with_current(partial(member_form.choose_photo, self)))
        self.leave.clicked.connect(lambda: self._with_current(partial(member_form.ask_to_leave, self)))
        member_buttons = (self.new, self.change, self.photo, self.leave)
        self.body.addLayout(Flow(*member_buttons, self.pin, self.change_window, self.duty, right=True))

    def _with_current(self, do: Callable[[PersonToday], object]) -> None:
        if member := self.table.current():
            do(member.person)

    def _change(self, person: PersonToday) -> None:
        if self.data:
            member_form.ask(self, self.data.halls, person)

    def _filter(self) -> None:
        typed, members = self.search.text().strip(), self.data.members if self.data else ()
        self.table.show_rows([member for member in members if _matches(member.person, typed.lower())], typed)

    def _on_row_changed(self, member: Member | None) -> None:
        for button in (self.change, self.photo, self.leave, self.duty, self.change_window, self.pin):
            button.unless((member is None, _CHOOSE))
        if member:
            off = QT_TRANSLATE_NOOP("Counter", "离岗")
            on = QT_TRANSLATE_NOOP("Counter", "上岗")
            self.duty.change(off if member.person.on_duty else on)

    def _change_duty(self) -> None:
        member = self.table.current()
        if member is None:
            return
        person, now = member.person, self.session.now()
        if not person.on_duty and not person.window:
            self._change_window()
            return
        self.act(
            lambda store: actions.set_duty(store, self.actor, person.number, not person.on_duty, now=now),
            lambda _: self.notice.say(self._duty_text(person, not person.on_duty)),
        )

    def _change_window(self) -> None:
        member = self.table.current()
        if member is None:
            return
        person = member.person
        sign_on.ask(self, person, lambda: self.notice.say(self._duty_text(person, True)))

    def _reset_pin(self) -> None:
        member = self.table.current()
        if member is None:
            return
        person = member.person
        fields = [TextField(), TextField()]
        for field in fields:
            field.setEchoMode(TextField.EchoMode.Password)
        digits = self.session.here.policy[PinsPolicy].digits
        text = self.tr("{name} {number}。新密码要 {digits} 位数字；请本人输入，旁人回避。")
        text = text.format(name=person.name, number=person.number, digits=digits)
        dialog = Dialog(
            self, QT_TRANSLATE_NOOP("Counter", "重设密码"), text, ok=QT_TRANSLATE_NOOP("Counter", "设为新密码")
        )
        dialog.add("pin", QT_TRANSLATE_NOOP("Counter", "新密码"), fields[0])
        dialog.add("again", QT_TRANSLATE_NOOP("Counter", "再输一次"), fields[1])

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            if values["pin"] != values["again"]:
                asked.refused(self.tr("两次输入的不一样。"))
                return
            now = self.session.now()
            self.answer(
                asked,
                lambda store: actions.set_pin(store, person.number, values["pin"], now=now, actor=self.actor),
                lambda _: self.notice.say(self.tr("新密码已生效。")),
            )

        dialog.ask(submit)

    def _duty_text(self, person: PersonToday, on: bool) -> str:
        text = self.tr("{name} 已上岗。") if on else self.tr("{name} 已离岗。")
        return text.format(name=person.name)

    def _columns(self) -> list[Column[Member]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "姓名"), lambda m: m.person.name),
            Column(QT_TRANSLATE_NOOP("Counter", "工号"), lambda m: m.person.number),
            Column(
                QT_TRANSLATE_NOOP("Counter", "状态"),
                lambda m: self.tr("在岗") if m.person.on_duty else self.tr("未上岗"),
                lambda m: "good" if m.person.on_duty else "soft",
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "窗口"), lambda m: m.person.window),
            Column(QT_TRANSLATE_NOOP("Counter", "岗位"), lambda m: words.post(m.person.post)),
            Column(QT_TRANSLATE_NOOP("Counter", "角色"), lambda m: words.role(m.person.role)),
            Column(
                QT_TRANSLATE_NOOP("Counter", "密码"),
                lambda m: self.tr("已设") if m.has_pin else self.tr("未设"),
                lambda m: "" if m.has_pin else "warn",
            ),
            Column(
                QT_TRANSLATE_NOOP("Counter", "大厅"), lambda m: self.session.here.hall_name(m.person.hall), stretch=True
            ),
        ]


def _matches(person: PersonToday, typed: str) -> bool:
    return typed in person.name.lower() or person.number.lower().startswith(typed)
