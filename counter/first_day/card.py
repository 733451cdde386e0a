"""第一张卡: the step that gives a card and takes it back, to show that the store works."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.first_day.step import Step, place
from counter.kit.choice import Choice
from counter.kit.page import Page
from counter.kit.words import Button, Text, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.people.views import Person, everyone
from shared.practice.cards import actions, words
from shared.practice.cards.actions import Awarded
from shared.practice.cards.facts import P
from shared.qt.boxes import row

_ABOUT = QT_TRANSLATE_NOOP(
    "Counter", "选一个人，点一张卡送出，再收回：这样就知道记录、撤回都正常。收回的卡不计入任何统计。"
)
_WHO = QT_TRANSLATE_NOOP("Counter", "送给谁")
_GIVEN = QT_TRANSLATE_NOOP("Counter", "已送给 {name} 一张“{p}”卡，已存好。现在请收回。")
_BACK = QT_TRANSLATE_NOOP("Counter", "已收回。这个大厅可以用了。")
_TAKE_BACK = QT_TRANSLATE_NOOP("Counter", "收回这张卡")
_NONE_GIVEN = QT_TRANSLATE_NOOP("Counter", "请先送一张卡。")
_NOBODY = QT_TRANSLATE_NOOP("Counter", "请先选送给谁。")
_STILL_GIVEN = QT_TRANSLATE_NOOP("Counter", "请先收回试送的卡。")


class CardStep(Step, Page[tuple[Person, ...]]):
    """Uses the same actions as the kiosk. The card must be taken back before the next step."""

    place = place("first_card", QT_TRANSLATE_NOOP("Counter", "试送第一张卡"), "card")

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.who = Choice()
        named(self.who, _WHO)
        self.card = ""
        self.card_buttons = {p: Button(words.p(p), "p", p.value) for p in P}
        for p, button in self.card_buttons.items():
            button.clicked.connect(partial(self._give, p))
            button.unless((True, _NOBODY))  # until the people are read
        self.back = Button(_TAKE_BACK, "primary", shortcut="Ctrl+Z")
        self.back.clicked.connect(self._take_back)
        for part in (Text(_ABOUT, "soft", wrap=True), Text(_WHO, "caption"), self.who):
            self.body.addWidget(part)
        self.body.addLayout(row(*self.card_buttons.values()))
        self.body.addLayout(row(self.back, None))
        self.body.addStretch(1)

    def take_focus(self) -> None:
        self.who.setFocus()

    def query(self) -> Callable[[Store], tuple[Person, ...]]:
        return lambda store: everyone(store, store.hall)

    def show_data(self, data: tuple[Person, ...]) -> None:
        self.who.refill({person.number: f"{person.name} {person.number}" for person in data})
        for p, button in self.card_buttons.items():
            button.setText(words.p(p))
            button.setAccessibleName(words.p(p))
        self._update_buttons()

    def missing(self) -> object:
        return _STILL_GIVEN if self.card else ""

    def may_go_back(self) -> bool:
        return not self.card

    def _update_buttons(self) -> None:
        for button in self.card_buttons.values():
            button.unless((bool(self.card), _STILL_GIVEN), (not self.who.currentData(), _NOBODY))
        self.back.unless((not self.card, _NONE_GIVEN))
        self.state_changed()

    def _give(self, p: P, _checked: bool = False) -> None:
        staff, now = self.who.currentData(), self.session.now()

        def given(awarded: Awarded) -> None:
            self.card = awarded.card
            self.notice.say(say(_GIVEN).format(name=self.session.here.name(staff), p=words.p(p)), "good", 0)
            self._update_buttons()

        self.act(lambda store: actions.award(store, staff or "", p, now=now), given)

    def _take_back(self) -> None:
        card, now = self.card, self.session.now()

        def taken(_: None) -> None:
            self.card = ""
            self.notice.say(say(_BACK), "good", 0)
            self._update_buttons()

        self.act(lambda store: actions.take_back(store, card, now=now), taken)
