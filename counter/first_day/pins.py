"""密码: the step that generates PINs, shows them once and prints them on slips, on paper or as a PDF."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.first_day.step import Step, place
from counter.kit import print_out, save_file
from counter.kit.page import Page
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, Text, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.roles import Role
from shared.people import hall_setup, views, words
from shared.people.views import Person
from shared.prints import cards
from shared.qt import sheets
from shared.qt.boxes import row
from shared.qt.page_pictures import Paper

_ABOUT = QT_TRANSLATE_NOOP(
    "Counter",
    "每人一个密码，由系统随机生成，只在这一页显示这一次。打印出来剪开，当面交给本人；登录时可以自己改。纸条上的码也是工牌，刷它就不用输工号。",
)
_NO_PIN = QT_TRANSLATE_NOOP("Counter", "请先生成密码。")
_ALL_HAVE_PINS = QT_TRANSLATE_NOOP("Counter", "每个人都有密码了。")
_SUPERVISOR_WITHOUT = QT_TRANSLATE_NOOP("Counter", "站长还没有密码，没有人能登录签字。请生成密码。")
_GENERATED = QT_TRANSLATE_NOOP("Counter", "已生成 {n} 个密码。请现在打印或存成 PDF：离开设置以后再也看不到。")
_NOT_HANDED_OUT = QT_TRANSLATE_NOOP("Counter", "密码还没有打印，也没有存成 PDF。已经抄下来了，就再按一次“下一步”。")
_GENERATING = QT_TRANSLATE_NOOP("Counter", "正在生成 {done}/{total}…")
_TITLE = QT_TRANSLATE_NOOP("Counter", "密码纸条")


class Holder(msgspec.Struct, frozen=True):
    """A person, and whether they have a PIN."""

    person: Person
    has_pin: bool


class PinsStep(Step, Page[tuple[Holder, ...]]):
    """`made` holds the generated PINs by staff number in memory only; the disk has their hashes."""

    place = place("first_pins", QT_TRANSLATE_NOOP("Counter", "密码"), "lock")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.made: dict[str, str] = {}
        self._handed_out = True
        self.table: Table[Holder] = Table(
            QT_TRANSLATE_NOOP("Counter", "密码"), self._columns(), key=lambda holder: holder.person.number
        )
        self.make = Button(QT_TRANSLATE_NOOP("Counter", "给还没有的人生成密码"), "primary", "lock", "Ctrl+Return")
        self.again = Button(QT_TRANSLATE_NOOP("Counter", "给选中的人重新生成"), shortcut="Ctrl+R")
        self.print = Button(QT_TRANSLATE_NOOP("Counter", "打印纸条"), shortcut="Ctrl+P")
        self.save = Button(QT_TRANSLATE_NOOP("Counter", "存成 PDF"), shortcut="Ctrl+S")
        self.make.clicked.connect(lambda: self._generate(_without_pin))
        self.again.clicked.connect(self._regenerate)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.table.moved.connect(self._update_buttons)
        self.body.addWidget(Text(_ABOUT, "soft", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(self.again, None, self.save, self.print, self.make))

    def take_focus(self) -> None:
        self.make.setFocus()

    def query(self) -> Callable[[Store], tuple[Holder, ...]]:
        return lambda store: tuple(
            Holder(person, views.has_pin(store, person.number)) for person in views.everyone(store, store.hall)
        )

    def show_data(self, data: tuple[Holder, ...]) -> None:
        self.table.show_rows(data)
        self._update_buttons()

    def missing(self) -> object:
        supervisors = [holder for holder in self.data or () if holder.person.role is Role.SUPERVISOR]
        return "" if any(holder.has_pin for holder in supervisors) else _SUPERVISOR_WITHOUT

    def keep(self, go_on: Callable[[], None]) -> None:
        """Go on; if PINs were neither printed nor saved, the first call only warns."""
        if self._handed_out:
            go_on()
            return
        self._handed_out = True
        self.notice.say(say(_NOT_HANDED_OUT), "warn", 0)

    def _update_buttons(self, *_: object) -> None:
        self.make.unless((bool(self.data) and all(holder.has_pin for holder in self.data or ()), _ALL_HAVE_PINS))
        self.again.unless((self.table.current() is None, CHOOSE))
        for button in (self.print, self.save):
            button.unless((not self.made, _NO_PIN))
        self.state_changed()

    def _regenerate(self) -> None:
        if holder := self.table.current():
            self._generate(lambda _: [holder.person.number])

    def _generate(self, whose: Callable[[Store], list[str]]) -> None:
        now = self.session.now()
        progress = self.session.progress(
            self, lambda done, total: self.notice.say(say(_GENERATING).format(done=done, total=total), "", 0)
        )

        def made(pins: dict[str, str]) -> None:
            self.made |= pins
            self._handed_out = False
            self.notice.say(say(_GENERATED).format(n=len(pins)), "warn", 0)
            self.refresh()

        self.act(lambda store: hall_setup.hand_out_pins(store, whose(store), now=now, progress=progress), made)

    def _pages(self) -> Callable[[Store], list[str]]:
        made = dict(self.made)

        def pages(store: Store) -> list[str]:
            people = [person for person in views.everyone(store) if person.number in made]
            halls = {hall.code: hall.name for hall in views.halls(store)}
            return cards.pin_sheets(people, made, codes.key(store.folder), halls)

        return pages

    def _print(self) -> None:
        pages, self._handed_out = self._pages(), True

        def paint(store: Store, paper: Paper) -> bool:
            return sheets.printed(pages(store), paper, cards.CARDS.size)

        print_out.ask(self, print_out.PrintJob(say(_TITLE), paint))

    def _save(self) -> None:
        pages, title, self._handed_out = self._pages(), say(_TITLE), True

        def write(store: Store, file: Path, _format: str) -> None:
            sheets.pdf(pages(store), file, title=title, size=cards.CARDS.size)

        save_file.ask(self, _TITLE, title, write, {"pdf": "PDF"})

    def _columns(self) -> list[Column[Holder]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "姓名"), lambda holder: holder.person.name),
            Column(QT_TRANSLATE_NOOP("Counter", "工号"), lambda holder: holder.person.number),
            Column(QT_TRANSLATE_NOOP("Counter", "角色"), lambda holder: words.role(holder.person.role)),
            Column(
                QT_TRANSLATE_NOOP("Counter", "密码"),
                lambda holder: self.made.get(holder.person.number) or self._state(holder),
                lambda holder: "" if holder.has_pin else "warn",
                stretch=True,
            ),
        ]

    def _state(self, holder: Holder) -> str:
        return self.tr("已设") if holder.has_pin else self.tr("未设")


def _without_pin(store: Store) -> list[str]:
    return [person.number for person in views.everyone(store, store.hall) if not views.has_pin(store, person.number)]
