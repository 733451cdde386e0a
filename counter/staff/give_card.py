"""A 5P card for a colleague: who, which P, optionally a sentence; with the month's allowance and an undo."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize
from PySide6.QtWidgets import QButtonGroup

from counter.kit.card_state import state, state_tone
from counter.kit.clock import moment
from counter.kit.notice import Notice
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.undo import UndoStep
from counter.kit.words import Button, SearchField, Text, TextField
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act, Role
from shared.domain.sections import CounterTimes
from shared.people import views as people
from shared.people import words as people_words
from shared.people.views import Person, PersonToday
from shared.practice.cards import actions, views, words
from shared.practice.cards.actions import Awarded
from shared.practice.cards.facts import P
from shared.practice.cards.views import Allowance, Card
from shared.qt import icons, theme
from shared.qt.boxes import column, fill, row
from shared.qt.tips import plain


class GiveCardData(msgspec.Struct, frozen=True):
    """The colleagues, the allowance left this month by their role, and the cards given this month."""

    colleagues: tuple[PersonToday, ...]
    allowances: dict[Role, Allowance]
    given: tuple[Card, ...]


class GiveCardPage(Page[GiveCardData]):
    """Colleagues at the left, the card at the right, this month's cards below."""

    place = Place(
        "give_card", QT_TRANSLATE_NOOP("Counter", "赠送5P卡"), "gift", Act.GIVE_CARD, Group.WINDOW, 6, Theme.CARE
    )

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.search = SearchField(QT_TRANSLATE_NOOP("Counter", "输入姓名或工号查找"))
        self.people: Table[PersonToday] = Table(
            QT_TRANSLATE_NOOP("Counter", "送给谁"), self._people_columns(), key=lambda person: person.number
        )
        self.given: Table[Card] = Table(
            QT_TRANSLATE_NOOP("Counter", "本月送出"), self._given_columns(), key=lambda card: card.card
        )
        self.sentence = TextField(QT_TRANSLATE_NOOP("Counter", "想说的话（可不填）"))
        self.send = Button(QT_TRANSLATE_NOOP("Counter", "送出"), "giant", "gift", "Ctrl+Return")
        self.left, self.to = Text(style="soft", wrap=True), Text(style="lead")
        self.p_buttons = QButtonGroup(self)
        self.given_now = Notice()
        self._everyone: tuple[PersonToday, ...] = ()
        self._allowances: dict[Role, Allowance] = {}
        self._build()

    def _build(self) -> None:
        self._connect()
        who = self._people_panel()
        card = Panel()
        card.box.addWidget(self.to)
        card.box.addWidget(self.left)
        for number, p in enumerate(P, start=1):
            card.box.addWidget(self._p_button(p, number))
        fill(card.box, self.sentence, self.given_now, None, self.send)
        top = row(who, card)
        top.setStretch(0, 3)
        top.setStretch(1, 2)
        self.body.addLayout(top, 3)
        below = column(Text(QT_TRANSLATE_NOOP("Counter", "本月送出"), "strong"), self.given)
        self.body.addLayout(below, 1)

    def take_focus(self) -> None:
        self.search.setFocus()

    def query(self) -> Callable[[Store], GiveCardData]:
        number, role, now = self.actor.number, self.actor.role, self.session.now()

        def read(store: Store) -> GiveCardData:
            colleagues = tuple(person for person in people.everyone_today(store, now=now) if person.number != number)
            roles = Role.and_newer(person.role for person in colleagues)
            return GiveCardData(
                colleagues=colleagues,
                allowances={other: views.allowance(store, number, role, other, now=now) for other in roles},
                given=views.given(store, number, now=now),
            )

        return read

    def show_data(self, data: GiveCardData) -> None:
        self._everyone, self._allowances = data.colleagues, data.allowances
        self._filter()
        self.given.show_rows(data.given)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.people.setFocus)
        self.people.moved.connect(self._show_person)
        self.people.chosen.connect(lambda _: self.p_buttons.buttons()[0].setFocus())
        self.sentence.returnPressed.connect(self._give)
        self.send.clicked.connect(self._give)

    def _people_panel(self) -> Panel:
        who = Panel(QT_TRANSLATE_NOOP("Counter", "送给谁"))
        who.box.addWidget(self.search)
        who.box.addWidget(self.people, 1)
        return who

    def _p_button(self, p: P, number: int) -> Button:
        button = PButton(p, f"Alt+{number}")
        button.setCheckable(True)
        self.p_buttons.addButton(button, list(P).index(p))
        return button

    def _filter(self) -> None:
        wanted = self.search.text().strip().lower()
        shown = (p for p in self._everyone if wanted in p.name.lower() or p.number.lower().startswith(wanted))
        here = self.actor.hall
        ordered = sorted(shown, key=lambda p: (p.hall != here, not p.on_duty, p.window, p.number))
        self.people.show_rows(ordered, self.search.text().strip())

    def _show_person(self, person: Person | None) -> None:
        self.send.setEnabled(person is not None)
        if person is None:
            self.to.setText("")
            self.left.setText("")
            return
        self.to.setText(self.tr("送给 {name}").format(name=person.name))
        allowance = self._allowances[person.role]
        text = self.tr("以{giver}身份送卡：本月还可送 {left} 张，每月 {limit} 张，不结转。")
        giver = words.giver(allowance.giver)
        self.left.setText(text.format(giver=giver, left=allowance.left, limit=allowance.limit))

    def _give(self) -> None:
        person, place = self.people.current(), self.p_buttons.checkedId()
        if person is None or not self.send.isEnabled():
            return
        if place < 0:
            self.notice.say(self.tr("请选一个P：按 Alt+1 到 Alt+5。"), "warn")
            return
        p, sentence, now = list(P)[place], self.sentence.text().strip(), self.session.now()
        self.send.setEnabled(False)
        self.act(
            lambda store: actions.give(store, self.actor, person.number, p, sentence=sentence, now=now),
            lambda awarded: self._show_given(awarded, person, p),
        )

    def _show_given(self, awarded: Awarded, person: Person, p: P) -> None:
        self.people.setFocus()  # in a text field Ctrl+Z would undo typing instead
        self.sentence.setText("")  # clear() would leave something for Ctrl+Z to undo
        self.p_buttons.setExclusive(False)
        for button in self.p_buttons.buttons():
            button.setChecked(False)
        self.p_buttons.setExclusive(True)
        text = self.tr("已把“{p}”卡送给 {name}。").format(p=words.p(p), name=person.name)
        if awarded.flags:
            text += self.tr("这张卡要等站长复核后计入。")
        what = self.tr("送给 {name} 的{p}卡").format(p=words.p(p), name=person.name)
        seconds = self.session.here.policy[CounterTimes].undo_seconds
        self.given_now.say(text, "good", seconds)
        self.given_now.suggest(UndoStep(what, seconds, lambda: self.take_back(awarded.card)))

    def take_back(self, card: str) -> None:
        """Undo the card just given."""
        self.given_now.hide()
        now = self.session.now()
        self.act(
            lambda store: actions.withdraw(store, self.actor, card, now=now),
            lambda _: self.notice.say(self.tr("已撤回，不占用额度。")),
        )

    def _people_columns(self) -> list[Column[PersonToday]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "姓名"), lambda p: p.name),
            Column(QT_TRANSLATE_NOOP("Counter", "工号"), lambda p: p.number),
            Column(QT_TRANSLATE_NOOP("Counter", "窗口"), lambda p: p.window),
            Column(QT_TRANSLATE_NOOP("Counter", "角色"), lambda p: people_words.role(p.role)),
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda p: self.session.here.hall_name(p.hall), stretch=True),
        ]

    def _given_columns(self) -> list[Column[Card]]:
        return [
            Column(
                QT_TRANSLATE_NOOP("Counter", "时间"), lambda c: moment(c.at, self.session.now()), order=lambda c: c.at
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "送给"), lambda c: c.staff_name),
            Column(QT_TRANSLATE_NOOP("Counter", "5P"), lambda c: words.p(c.p)),
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), state, state_tone),
            Column(QT_TRANSLATE_NOOP("Counter", "留言"), lambda c: c.sentence, stretch=True),
        ]


class PButton(Button):
    """One of the five P, with what it stands for."""

    def __init__(self, p: P, shortcut: str) -> None:
        self.p = p
        super().__init__("", "p", p.value, shortcut)

    def _draw_icon(self) -> None:
        now, size = theme.current(), theme.current().px("title")
        inks = (now.ink(self.p.value), now.ink("off"))
        self.setIcon(icons.icon(self.p.value, size, inks, now.ink("surface"), self.devicePixelRatioF()))
        self.setIconSize(QSize(size, size))

    def _write(self) -> None:
        self.setText(f"{words.p(self.p)}  {self._keys}")
        self.setShortcut(self._keys)
        self.setToolTip(plain(words.meaning(self.p)))
        self.setAccessibleName(f"{words.p(self.p)}，{words.meaning(self.p)}")
