"""我的5P卡: the person's cards, their level and what is missing to the next, sentences (shown after the shift)."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QGridLayout, QProgressBar

from counter.kit.card_state import giver, state, state_tone
from counter.kit.clock import clock, short_day
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, listed
from counter.session import CounterSession
from counter.staff.among_colleagues import PeerComparison
from counter.staff.ladder import ladder
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act, Role
from shared.people.views import everyone
from shared.practice.cards import views, words
from shared.practice.cards.facts import P
from shared.practice.cards.policy import CardsPolicy
from shared.practice.cards.views import Card, Mine
from shared.practice.honour import actions as honours
from shared.practice.honour import views as honour
from shared.practice.honour.earned import earned
from shared.practice.promotion.views import Promotion, promotion
from shared.qt import theme
from shared.qt.boxes import row
from shared.qt.charts.view import ChartView
from shared.qt.widgets import Symbol, label

_ON_WALL = QT_TRANSLATE_NOOP("Counter", "在大厅荣誉墙展示我")
_OFF_WALL = QT_TRANSLATE_NOOP("Counter", "不再在荣誉墙展示")
_COMPARISON = QT_TRANSLATE_NOOP("Counter", "本厅同岗位的累计")


class MyCards(msgspec.Struct, frozen=True):
    """The cards, the promotion confirmed by the office, totals of colleagues in the post, honours held."""

    mine: Mine
    promotion: Promotion | None
    others: tuple[int, ...]
    honours: tuple[str, ...]
    on_wall: bool


class MyCardsPage(Page[MyCards]):
    """The ladder with the five P beside it, the cards below."""

    place = Place("my_cards", QT_TRANSLATE_NOOP("Counter", "我的5P卡"), "steps", Act.SERVE, Group.WINDOW, 5)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.ladder, self.missing, self.staff = (
            ChartView(),
            Text(style="lead", wrap=True),
            Text(style="soft", wrap=True),
        )
        self.comparison = PeerComparison(_COMPARISON)
        self.level = Text(style="strong", tone="accent", wrap=True)
        self.wall = Button(_ON_WALL, shortcut="Ctrl+Shift+H")
        self.wall.clicked.connect(self._change_wall)
        self.wall.hide()
        self._count_labels = {p: label(style="strong", tone=p.value, wrap=False) for p in P}
        self._bars = {p: QProgressBar(textVisible=False) for p in P}
        self._missing_labels = {p: label(style="caption", wrap=False) for p in P}
        self._name_labels = {p: label(wrap=False) for p in P}
        self.table: Table[Card] = Table(
            QT_TRANSLATE_NOOP("Counter", "我的5P卡"), self._columns(), key=lambda card: card.card
        )
        self._build()

    def _build(self) -> None:
        top = row()
        self.body.addLayout(top, 5)
        self.body.addWidget(self.table, 4)
        top.addWidget(self._ladder_panel(), 3)
        top.addWidget(self._p_panel(), 2)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], MyCards]:
        me, now = self.actor, self.session.now()
        return lambda store: MyCards(
            views.mine(store, me.number, now=now),
            promotion(store, me.number),
            _others(store, me),
            earned(store, me.number),
            honour.is_shown(store, me.number),
        )

    def show_data(self, shown: MyCards) -> None:
        data = shown.mine
        self.level.setText(self._level_text(shown))
        self.ladder.show_chart(ladder(data, self.session.here.policy[CardsPolicy].ladder))
        self.missing.setText(self._missing_text(data))
        self.staff.setText(self._others(data))
        self.comparison.show_figures(data.total, shown.others)
        for p in P:
            self._show_p(p, data)
        self.table.show_rows(data.cards)
        self._show_wall(shown)

    def _show_wall(self, shown: MyCards) -> None:
        """Offer the honour wall to whoever holds an honour; the same button takes it back."""
        self.wall.setVisible(bool(shown.honours) or shown.on_wall)
        self.wall.change(_OFF_WALL if shown.on_wall else _ON_WALL)

    def _change_wall(self) -> None:
        if self.data is None:
            return
        wanted, now = not self.data.on_wall, self.session.now()
        said = self.tr("大厅屏幕会显示您的姓名、照片和荣誉。") if wanted else self.tr("大厅屏幕不再显示您。")
        self.act(lambda store: honours.set_shown(store, self.actor, wanted, now=now), lambda _: self.notice.say(said))

    def _level_text(self, shown: MyCards) -> str:
        held, reached = shown.promotion.level if shown.promotion else "", shown.mine.level
        texts = [self.tr("{level}：经营管理部已确认。").format(level=words.level(held))] if held else []
        if reached and reached != held:
            texts.append(self.tr("已达到{level}，等待经营管理部确认。").format(level=words.level(reached)))
        return " ".join(texts)

    def _others(self, data: Mine) -> str:
        text = self.tr("另有同事、上级、下级赠卡 {count} 张，单独统计。").format(count=data.from_staff)
        newer = sum(count for p, count in data.by_p.items() if not p.known)
        return text + self.tr("累计中有 {count} 张是本版本还不认识的卡。").format(count=newer) if newer else text

    def _show_p(self, p: P, data: Mine) -> None:
        have, need = data.by_p.get(p, 0), data.step.each if data.step else 0
        self._name_labels[p].setText(words.p(p))
        self._count_labels[p].setText(str(have))
        self._bars[p].setAccessibleName(words.p(p))
        self._bars[p].setMaximum(max(1, need))
        self._bars[p].setValue(min(have, need) if need else 1)
        enough = have >= need
        self._missing_labels[p].setText("✓" if enough else self.tr("还差 {count}").format(count=need - have))

    def _missing_text(self, data: Mine) -> str:
        if data.step is None:
            return self.tr("已到最高一级，谢谢您！")
        parts = [self.tr("{count} 张").format(count=data.missing)] if data.missing else []
        each = [self.tr("{p} {count} 张").format(p=words.p(p), count=n) for p, n in data.missing_each.items()]
        level = words.level(data.step.level)
        if each and data.missing:
            text = self.tr("距离{level}还差 {parts}，其中至少 {each}。")
        else:
            text = self.tr("距离{level}还差 {parts}{each}。")
        return text.format(level=level, parts="".join(parts), each=listed(each))

    def _ladder_panel(self) -> Panel:
        panel = Panel(QT_TRANSLATE_NOOP("Counter", "累计进阶"))
        panel.box.addWidget(self.ladder, 1)
        panel.box.addWidget(self.level)
        panel.box.addWidget(self.missing)
        panel.box.addLayout(row(None, self.wall))
        return panel

    def _p_panel(self) -> Panel:
        panel = Panel()
        panel.box.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "五个P（用户赠卡，计入）"), "strong", wrap=True))
        panel.box.addLayout(self._grid())
        panel.box.addWidget(self.comparison)
        panel.box.addStretch(1)
        panel.box.addWidget(self.staff)
        return panel

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.current().px("small"))
        grid.setVerticalSpacing(theme.current().px("small"))
        for place, p in enumerate(P):
            symbol = Symbol(p.value, theme.current().px("title"), p.value, f"{p.value}_soft")
            self._bars[p].setMinimumWidth(theme.current().px("room"))
            for across, part in enumerate(
                (symbol, self._name_labels[p], self._count_labels[p], self._bars[p], self._missing_labels[p])
            ):
                grid.addWidget(part, place, across)
        grid.setColumnStretch(3, 1)
        return grid

    def _columns(self) -> list[Column[Card]]:
        return [
            Column(
                QT_TRANSLATE_NOOP("Counter", "日期"),
                lambda c: short_day(c.day, self.session.now()),
                order=lambda c: c.day,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "时间"), lambda c: clock(c.at) if c.at else ""),
            Column(QT_TRANSLATE_NOOP("Counter", "5P"), lambda c: words.p(c.p)),
            Column(QT_TRANSLATE_NOOP("Counter", "赠卡人"), lambda c: giver(c, self.session.here.name)),
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), state, state_tone),
            Column(QT_TRANSLATE_NOOP("Counter", "留言（下班后可见）"), lambda c: c.sentence, stretch=True),
        ]


def _others(store: Store, me: Actor) -> tuple[int, ...]:
    """The totals of the hall's window staff in the same post."""
    counts = views.totals(store)
    team = (each for each in everyone(store, me.hall) if each.post == me.post and each.role is Role.STAFF)
    return tuple(sum(counts.get(each.number, {}).values()) for each in team if each.number != me.number)
