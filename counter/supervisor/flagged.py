"""待复核5P卡: suspect cards are kept and not counted until the supervisor decides, each decision with a reason."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.card_state import giver, state, state_tone
from counter.kit.clock import length, moment
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.lazy_tabs import Tabs
from counter.kit.page import Page, tab_keys
from counter.kit.place import Group, Place
from counter.kit.table import Column, Table
from counter.kit.words import UNDO, Button, Text, TextField, listed, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.practice.cards import actions, views, words
from shared.practice.cards.facts import Verdict
from shared.practice.cards.flag_evidence import Evidence, Sibling, evidence
from shared.practice.cards.views import Card
from shared.sync import known_devices

_SIBLINGS = QT_TRANSLATE_NOOP("Counter", "可疑的依据：前后的卡")
_HOUR_MS = 3_600_000
_TABS = (QT_TRANSLATE_NOOP("Counter", "待复核"), QT_TRANSLATE_NOOP("Counter", "已复核"))
_TITLES = {
    Verdict.COUNT: QT_TRANSLATE_NOOP("Counter", "计入这张卡"),
    Verdict.EXCLUDE: QT_TRANSLATE_NOOP("Counter", "不计入这张卡"),
    Verdict.RESTORE: QT_TRANSLATE_NOOP("Counter", "撤销上次复核"),
}


class FlaggedPage(Page[tuple[tuple[Card, ...], tuple[Card, ...]]]):
    """Two lists: cards to decide on, and decided ones, whose decision can be undone."""

    place = Place("flagged", QT_TRANSLATE_NOOP("Counter", "待复核5P卡"), "warning", Act.REVIEW_CARDS, Group.HALL, 2)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.waiting: Table[Card] = Table(_TABS[0], self._columns(decided=False), key=lambda card: card.card)
        self.decided: Table[Card] = Table(_TABS[1], self._columns(decided=True), key=lambda card: card.card)
        self.tabs = Tabs()
        self.count = Button(QT_TRANSLATE_NOOP("Counter", "计入"), "primary", "check", "Ctrl+Return")
        self.exclude = Button(QT_TRANSLATE_NOOP("Counter", "不计入"), "danger", shortcut="Ctrl+Delete")
        self.restore = Button(_TITLES[Verdict.RESTORE], shortcut=UNDO)
        self.siblings: Table[Sibling] = Table(_SIBLINGS, self._sibling_columns(), key=lambda sibling: sibling.card.card)
        self.where = Text(style="soft", wrap=True)
        self._build()

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        return len(views.suspect(store, actor.hall))

    def take_focus(self) -> None:
        self._table().setFocus()

    def query(self) -> Callable[[Store], tuple[tuple[Card, ...], tuple[Card, ...]]]:
        hall = self.actor.hall
        return lambda store: (views.suspect(store, hall), views.reviewed(store, hall))

    def show_data(self, data: tuple[tuple[Card, ...], tuple[Card, ...]]) -> None:
        for place, (table, cards) in enumerate(zip((self.waiting, self.decided), data, strict=True)):
            table.show_rows(cards)
            self.tabs.setTabText(place, f"{say(_TABS[place])} {len(cards)}")
        self._on_row_changed()

    def _build(self) -> None:
        for table in (self.waiting, self.decided):
            self.tabs.addTab(table, "")
            table.moved.connect(self._on_row_changed)
        self.tabs.currentChanged.connect(self._on_row_changed)
        tab_keys(self, self.tabs.tabBar())
        self.count.clicked.connect(lambda: self._decide(Verdict.COUNT))
        self.exclude.clicked.connect(lambda: self._decide(Verdict.EXCLUDE))
        self.restore.clicked.connect(lambda: self._decide(Verdict.RESTORE))
        self.waiting.chosen_text = lambda: self.count.words
        self.waiting.chosen.connect(lambda _: self._decide(Verdict.COUNT))
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addWidget(self.tabs, 3)
        self.body.addLayout(Flow(Text(_SIBLINGS, "strong"), self.where, None))
        self.body.addWidget(self.siblings, 2)
        self.body.addLayout(Flow(None, self.restore, self.exclude, self.count))

    def _table(self) -> Table[Card]:
        return self.decided if self.tabs.currentIndex() else self.waiting

    def _on_row_changed(self) -> None:
        has_card = self._table().current() is not None
        self.count.setEnabled(has_card)
        self.exclude.setEnabled(has_card)
        self.restore.setEnabled(has_card and self._table() is self.decided)
        self._read_siblings()

    def _read_siblings(self) -> None:
        """Read the cards given at the same device just before and after: the evidence for the decision."""
        card = self._table().current()
        if card is None:
            self._show_siblings((None, {}))
            return
        names = known_devices.seen
        self.session.read(
            self,
            lambda store: (evidence(store, card.card), {d.station: d.name for d in names(store).devices}),
            self._show_siblings,
        )

    def _show_siblings(self, read: tuple[Evidence | None, Mapping[str | None, str]]) -> None:
        found, names = read
        card = self._table().current()
        if found is not None and (card is None or card.card != found.card):
            return
        self.siblings.show_rows(found.siblings if found else ())
        station = found.station if found else ""
        self.where.setText(self.tr("设备 {name}").format(name=names.get(station, station[:6])) if station else "")

    def _decide(self, verdict: Verdict) -> None:
        card = self._table().current()
        if card is None:
            return
        flags = listed(words.flag(flag) for flag in card.flags)
        intro = f"{card.staff_name} · {words.p(card.p)} · {moment(card.at, self.session.now())} · {flags}"
        look = "danger" if verdict is Verdict.EXCLUDE else "primary"
        dialog = Dialog(self, _TITLES[verdict], intro, ok=QT_TRANSLATE_NOOP("Counter", "确定"), look=look)
        dialog.add("reason", QT_TRANSLATE_NOOP("Counter", "理由（会记入当日日志）"), TextField())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now = self.session.now()
            self.answer(
                asked,
                lambda store: actions.review(store, self.actor, card.card, verdict, values["reason"], now=now),
            )

        dialog.ask(submit)

    def _columns(self, *, decided: bool) -> list[Column[Card]]:
        columns: list[Column[Card]] = [
            Column(
                QT_TRANSLATE_NOOP("Counter", "时间"), lambda c: moment(c.at, self.session.now()), order=lambda c: c.at
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "员工"), lambda c: c.staff_name),
            Column(QT_TRANSLATE_NOOP("Counter", "5P"), lambda c: words.p(c.p)),
            Column(QT_TRANSLATE_NOOP("Counter", "赠卡人"), lambda c: giver(c, self.session.here.name)),
            Column(QT_TRANSLATE_NOOP("Counter", "待核原因"), lambda c: listed(map(words.flag, c.flags))),
        ]
        if decided:
            columns += [
                Column(QT_TRANSLATE_NOOP("Counter", "状态"), state, state_tone),
                Column(QT_TRANSLATE_NOOP("Counter", "理由"), lambda c: c.reason, stretch=True),
            ]
        else:
            columns.append(Column(QT_TRANSLATE_NOOP("Counter", "留言"), lambda c: c.sentence, stretch=True))
        return columns

    def _sibling_columns(self) -> list[Column[Sibling]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "相隔"), self._gap, _gap_tone),
            Column(
                QT_TRANSLATE_NOOP("Counter", "时间"),
                lambda s: moment(s.card.at, self.session.now()),
                order=lambda s: s.card.at,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "员工"), lambda s: s.card.staff_name),
            Column(QT_TRANSLATE_NOOP("Counter", "5P"), lambda s: words.p(s.card.p)),
            Column(QT_TRANSLATE_NOOP("Counter", "赠卡人"), lambda s: giver(s.card, self.session.here.name)),
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), lambda s: state(s.card), lambda s: state_tone(s.card)),
            Column(QT_TRANSLATE_NOOP("Counter", "留言"), lambda s: s.card.sentence, stretch=True),
        ]

    def _gap(self, sibling: Sibling) -> str:
        text = self.tr("早 {length}") if sibling.gap_ms < 0 else self.tr("晚 {length}")
        return text.format(length=length(abs(sibling.gap_ms)))


def _gap_tone(sibling: Sibling) -> str:
    return "warn" if abs(sibling.gap_ms) < _HOUR_MS else ""


_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "可疑的卡都保留，复核前不计入。请根据当时的情况决定。")
