"""窗口叫号: the number at this window, the waiting numbers and those put aside; every step has a shortcut."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy

from counter.kit.clock import clock
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place
from counter.kit.table import Column, Table
from counter.kit.words import Button, Check, Text, listed, say
from counter.queue import numbers
from counter.queue.bar import QueueBar
from counter.queue.buttons import DIGITS, QueueButtons, ServiceButton, service_name
from counter.queue.control import QueueControl, QueueState
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.practice.line import words
from shared.practice.line.facts import SERVICES
from shared.practice.line.views import Number, State
from shared.practice.line.waits import ServiceLine
from shared.qt import theme
from shared.qt.boxes import column, row

_TITLE = QT_TRANSLATE_NOOP("Counter", "窗口叫号")
_PRIORITY = QT_TRANSLATE_NOOP("Counter", "优先（{why}）")
_ACROSS = 3
_STRETCH = 100  # stretch factor, against 1 of the title row's other parts
_MINUTE_MS = 60_000


class QueuePage(Page[QueueState]):
    """The number at the window at the left, the waiting numbers at the right; shares its control with the bar."""

    place = Place("queue", QT_TRANSLATE_NOOP("Counter", "窗口叫号"), "sound", Act.SERVE, Group.WINDOW, 1)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.control = QueueControl(session, actor, self)
        self.number, self.about = Text(style="hero", tone="accent"), Text(style="soft", wrap=True)
        self.served, self.filter = Text(style="soft"), Text(style="soft", wrap=True)
        self.services = QButtonGroup(self)
        self.to_bar = Button(QT_TRANSLATE_NOOP("Counter", "收成小条"), shortcut="F12")
        self.choose = Button(QT_TRANSLATE_NOOP("Counter", "本窗口业务"), shortcut="Ctrl+B")
        self.pick = Button(QT_TRANSLATE_NOOP("Counter", "指定呼叫"), shortcut="F5")
        self.take = Button(QT_TRANSLATE_NOOP("Counter", "代取号"), shortcut="Ctrl+T")
        self.first = Button(QT_TRANSLATE_NOOP("Counter", "优先"), shortcut="Ctrl+R")
        self.by_service = Text(style="soft", wrap=True)
        self._shown_lists: tuple[object, ...] = ()
        self._bar: QueueBar | None = None
        self._build()

    @property
    def bar(self) -> QueueBar:
        """The small bar; made when it is first asked for, as many never do."""
        if self._bar is None:
            self._bar = QueueBar(self.session, self.control)
            self._bar.returned.connect(self._return_from_bar)
            self.destroyed.connect(self._bar.stop)
            self.destroyed.connect(self._bar.deleteLater)
        return self._bar

    def _build(self) -> None:
        self.buttons = QueueButtons(self.control)
        self.waiting: Table[Number] = Table(
            QT_TRANSLATE_NOOP("Counter", "等候的号"), self._waiting_columns(), key=lambda number: number.id
        )
        self.aside: Table[Number] = Table(
            QT_TRANSLATE_NOOP("Counter", "挂起与过号"), self._aside_columns(), key=lambda number: number.id
        )
        self._build_head()
        both = row()
        self.body.addLayout(both, 1)
        services = self._services()
        both.addWidget(self._window_panel(services), 4)  # three services side by side
        both.addWidget(self._waiting_panel(), 3)
        self.control.shown.connect(lambda: self._read(self.control.state))
        self.control.notified.connect(self.notice.say)
        self.control.paused.ticked.connect(lambda: self._show_window(self.control.state))

    def take_focus(self) -> None:
        self.waiting.setFocus()

    def refresh(self) -> None:
        """Read again also while only the bar is visible."""
        if self.isVisible() or (self._bar and self._bar.isVisible()):
            self.control.refresh()

    def warn(self, text: str) -> None:
        """Show a warning on page and bar: only the bar may be visible."""
        self.control.notified.emit(text, "warn")

    def query(self) -> Callable[[Store], QueueState]:
        return self.control.query()

    def show_data(self, data: QueueState) -> None:
        serving = data.serving
        self._show_window(data)
        for button in self.services.buttons():
            button.setEnabled(serving is not None)
            button.setChecked(
                serving is not None and isinstance(button, ServiceButton) and button.code == self.control.given
            )
        self._show_lists(data)
        self._lists[0].setText(self.tr("等候 {n} 位").format(n=len(data.waiting)))
        self._lists[1].setText(self.tr("挂起与过号 {n} 位").format(n=len(data.aside)))
        self.served.setText(self.tr("今天已办 {n} 位").format(n=data.served))
        names = "、".join(map(words.service, data.services)) or self.tr("全部业务")
        self.filter.setText(self.tr("本窗口叫：{names}").format(names=names))
        self.by_service.setText(listed(map(self._service_text, (line for line in data.lines if line.waiting))))
        self.by_service.setVisible(bool(self.by_service.text()))
        self.pick.setEnabled(serving is None and bool(data.waiting))
        self.first.setEnabled(bool(data.waiting))

    def _show_window(self, data: QueueState) -> None:
        """Show the number at the window, the pause, or that the window is free."""
        serving, left = data.serving, self.control.paused.left
        if serving:
            self.number.setText(serving.label)
            self.about.setText(self._about(serving, data))
        elif left:
            self.number.setText(self.tr("暂停中"))
            text = self.tr("还剩 {left}。用户看到的是暂停服务；回来后在“暂停服务”页结束。")
            self.about.setText(text.format(left=left))
        else:
            self.number.setText(self.tr("空闲"))
            self.about.setText(self.tr("按 F2 叫下一位。"))

    def _show_lists(self, data: QueueState) -> None:
        """Fill the tables only when they changed: their layout takes several ms at each call."""
        shown = (data.waiting, data.aside, data.now // _MINUTE_MS, say(_TITLE))
        if shown != self._shown_lists:
            self._shown_lists = shown
            self.waiting.show_rows(data.waiting)
            self.aside.show_rows(data.aside)

    def _build_head(self) -> None:
        self.title_row.insertWidget(1, self.notice, _STRETCH)  # beside the title: a call must not push the panels down
        self.notice.row.setContentsMargins(theme.current().px("gap"), 0, theme.current().px("gap"), 0)
        self.notice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # no higher than the row
        self.head.addWidget(self.served)
        self.head.addWidget(self.to_bar)
        self.to_bar.clicked.connect(self._to_bar)
        self.choose.clicked.connect(self._choose_services)
        self.take.clicked.connect(lambda: numbers.ask_for_number(self))
        self.pick.clicked.connect(lambda: self._with_current(self.control.call))
        self.first.clicked.connect(lambda: self._with_current(lambda n: numbers.ask_priority(self, self.control, n)))
        self.waiting.chosen_text = lambda: self.pick.words
        self.aside.chosen_text = lambda: self.buttons.take_back.words
        self.waiting.chosen.connect(lambda _: self._with_current(self.control.call))
        self.buttons.take_back.clicked.connect(self._take_back)
        self.aside.chosen.connect(lambda _: self._take_back())

    def _window_panel(self, services: QGridLayout) -> Panel:
        buttons = self.buttons
        panel = Panel()
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.about.setAlignment(Qt.AlignmentFlag.AlignCenter)
        panel.box.addStretch(1)
        panel.box.addWidget(self.number)
        panel.box.addWidget(self.about)
        panel.box.addWidget(buttons.undo, 0, Qt.AlignmentFlag.AlignHCenter)
        panel.box.addStretch(1)
        panel.box.addLayout(row(buttons.call, buttons.again))
        panel.box.addLayout(row(buttons.hold, buttons.no_show))
        panel.box.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "实际办理的业务"), "caption"))
        panel.box.addLayout(services)
        panel.box.addWidget(buttons.done)
        return panel

    def _services(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.current().px("tight"))
        self.services.setExclusive(False)  # `QueueControl.given` decides which one is checked
        for place, (digit, code) in enumerate(DIGITS.items()):
            button = ServiceButton(code, digit)
            button.clicked.connect(lambda _, code=code: self.control.choose(code))
            self.services.addButton(button, place)
            grid.addWidget(button, place // _ACROSS, place % _ACROSS)
            grid.setColumnStretch(place % _ACROSS, 1)
        return grid

    def _waiting_panel(self) -> Panel:
        panel = Panel()
        self._lists = (Text(style="strong"), Text(style="strong"))
        panel.box.addLayout(Flow(self._lists[0], None, self.choose))
        panel.box.addWidget(self.filter)
        panel.box.addWidget(self.by_service)
        panel.box.addWidget(self.waiting, 3)
        panel.box.addLayout(Flow(self.pick, self.first, self.take))
        panel.box.addLayout(column(Flow(self._lists[1], None, self.buttons.take_back), self.aside))
        panel.box.setStretchFactor(self.waiting, 3)
        return panel

    def _about(self, number: Number, state: QueueState) -> str:
        parts = [service_name(number.service), self.tr("{at} 取号").format(at=clock(number.taken_at))]
        waited = ((number.called_at or state.now) - number.taken_at) // _MINUTE_MS
        parts.append(self.tr("等了 {minutes} 分钟").format(minutes=waited))
        if number.calls > 1:
            parts.append(self.tr("已呼叫 {n} 次").format(n=number.calls))
        return " · ".join(parts)

    def _take_back(self) -> None:
        number = self.aside.current()
        if number is not None:
            self.control.take_back(number)

    def _with_current(self, do: Callable[[Number], None]) -> None:
        """Do something with the current row's number, else with the next one unless a filter hides it."""
        first = None if self.waiting.rows.wanted else next(iter(self.control.state.waiting), None)
        number = self.waiting.current() or first
        if number is not None:
            do(number)

    def _service_text(self, line: ServiceLine) -> str:
        """燃气费收取 3 位（约 12 分钟，1、2号窗口）; windows only where not all serve it."""
        about = self.tr("约 {minutes} 分钟").format(minutes=line.minutes) if line.minutes else ""
        every = self.control.state.lines[-1].windows
        where = self.tr("{windows}号窗口").format(windows=listed(line.windows)) if line.windows else ""
        windows = where if line.windows != every else ""
        inside = "，".join(filter(None, (about, windows)))
        name = words.service(line.service) if line.service else self.tr("未选业务")
        text = self.tr("{service} {n} 位").format(service=name, n=line.waiting)
        return self.tr("{text}（{inside}）").format(text=text, inside=inside) if inside else text

    def _choose_services(self) -> None:
        now = self.control.state.services
        title, intro = QT_TRANSLATE_NOOP("Counter", "本窗口叫哪些业务的号"), self.tr("都不选，就叫全部业务的号。")
        dialog = Dialog(self, title, intro, ok=QT_TRANSLATE_NOOP("Counter", "确定"))
        boxes = {code: Check("") for code in dict.fromkeys((*SERVICES, *now))}  # a newer code stays chosen
        for code, box in boxes.items():
            box.setText(words.service(code))
            box.setChecked(code in now)
        codes = list(boxes)
        for first in range(0, len(codes), _ACROSS):
            dialog.side_by_side(*((code, "", boxes[code]) for code in codes[first : first + _ACROSS]))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            self.control.choose_services(tuple(code for code in boxes if values[code]))
            asked.accept()

        dialog.ask(submit)

    def _to_bar(self) -> None:
        self.bar.open_for(self.window())
        self.window().showMinimized()

    def _return_from_bar(self) -> None:
        window = self.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.activateWindow()
        self.refresh()

    def _waiting_columns(self) -> list[Column[Number]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "排队号"), lambda n: n.label),
            Column(
                QT_TRANSLATE_NOOP("Counter", "业务"), _service, lambda n: "accent" if n.priority else "", stretch=True
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "取号"), lambda n: clock(n.taken_at), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "已等"), self._waited, right=True),
        ]

    def _aside_columns(self) -> list[Column[Number]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "排队号"), lambda n: n.label),
            Column(
                QT_TRANSLATE_NOOP("Counter", "状态"),
                lambda n: words.state(n.state),
                lambda n: "warn" if n.state is State.MISSED else "soft",
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "业务"), lambda n: service_name(n.service), stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "窗口"), lambda n: n.window, right=True),
        ]

    def _waited(self, number: Number) -> str:
        minutes = max(0, self.control.state.now - number.taken_at) // _MINUTE_MS
        return self.tr("{minutes} 分钟").format(minutes=minutes)


def _service(number: Number) -> str:
    """The service and, with priority, the reason."""
    first = say(_PRIORITY).format(why=words.priority(number.priority)) if number.priority else ""
    return " · ".join(filter(None, (service_name(number.service), first)))
