"""评审: one anonymous text at a time with three marks, given by digits; each juror has an order of their own."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from counter.kit.flow import Flow
from counter.kit.number_field import NumberField
from counter.kit.page import AnyPage
from counter.kit.panel import Panel
from counter.kit.scroll import scrolling
from counter.kit.words import Button, Text, say
from shared.practice.caring import actions, words
from shared.practice.caring.actions.jury import Marks
from shared.practice.caring.own import Assignment, JuryText
from shared.qt import theme
from shared.qt.boxes import row
from shared.qt.widgets import set_property

_UNSET = -1
_SCORED = QT_TRANSLATE_NOOP("Counter", "已打分")
_ELSEWHERE = QT_TRANSLATE_NOOP("Counter", "已在另一台电脑上打分，分数只在经营管理部；再打以这次为准")
_WAITS = QT_TRANSLATE_NOOP("Counter", "待打分")
_CHANGED = QT_TRANSLATE_NOOP("Counter", "内容改过，请重新打分")
_NONE = QT_TRANSLATE_NOOP("Counter", "还没有可评的事迹。")
_FIRST, _LAST = QT_TRANSLATE_NOOP("Counter", "这是第一篇。"), QT_TRANSLATE_NOOP("Counter", "这是最后一篇。")
_OVER = QT_TRANSLATE_NOOP("Counter", "评审已经结束。")
_KEYS = QT_TRANSLATE_NOOP("Counter", "数字键打分，回车到下一项；最后一项回车即交，并翻到下一篇没打分的。")
_PLACE = QT_TRANSLATE_NOOP("Counter", "第 {place} 篇，共 {count} 篇")
_VERSION = QT_TRANSLATE_NOOP("Counter", "第 {version} 版")


class JuryDesk(QWidget):
    """The text above, the marks below. A refresh keeps the text and marks being worked on."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self._texts: tuple[JuryText, ...] = ()
        self._index = 0
        self._filled_for: tuple[str, int] = ("", 0)
        self.place, self.title = Text(style="strong"), Text(style="lead", wrap=True)
        self.state, self.text = Text(), Text(style="lead", wrap=True)
        self.marks = {name: MarkField(name) for name in words.CRITERIA}
        self.back = Button(QT_TRANSLATE_NOOP("Counter", "上一篇"), shortcut="PgUp")
        self.next = Button(QT_TRANSLATE_NOOP("Counter", "下一篇"), shortcut="PgDown")
        self.recuse = Button(QT_TRANSLATE_NOOP("Counter", "我认出了当事人"), shortcut="Ctrl+R")
        self.give = Button(QT_TRANSLATE_NOOP("Counter", "交这一篇"), "primary", "check", "Ctrl+Return")
        self._build()

    def _build(self) -> None:
        self.state.setProperty("look", "chip")
        sheet = Panel()
        sheet.box.addLayout(row(self.place, None, self.state))
        sheet.box.addWidget(self.title)
        inside = Panel(look="")
        inside.box.addWidget(self.text)
        inside.box.addStretch(1)
        sheet.box.addWidget(scrolling(inside), 1)
        grid = QGridLayout()
        grid.setSpacing(theme.current().px("small"))
        grid.setColumnStretch(2, 1)
        for line, (name, field) in enumerate(self.marks.items()):
            grid.addWidget(field.head, line, 0)
            grid.addWidget(field, line, 1)
            grid.addWidget(field.strip, line, 2)
            field.entered.connect(lambda name=name: self._focus_after(name))
        sheet.box.addLayout(grid)
        sheet.box.addWidget(Text(_KEYS, "soft", wrap=True))
        sheet.box.addLayout(Flow(self.back, self.next, self.recuse, self.give, right=True))
        box = row(sheet)
        self.setLayout(box)
        self.back.clicked.connect(lambda: self._show_next(-1))
        self.next.clicked.connect(lambda: self._show_next(1))
        self.give.clicked.connect(self._submit)
        self.recuse.clicked.connect(self._recuse)

    def take_focus(self) -> None:
        """Put the cursor into the first mark."""
        next(iter(self.marks.values())).take_focus()

    def show_assignment(self, assignment: Assignment | None) -> None:
        """Show the juror's texts; the same one stays, at first the first without marks."""
        first = not self._texts
        open_ = assignment is not None and assignment.open
        self._texts = assignment.texts if assignment else ()
        for field in self.marks.values():
            field.set_maximum(assignment.settings.criterion_most if assignment else 0)
            field.retranslate()
        if first:
            self._index = next((n for n, paper in enumerate(self._texts) if paper.waits), 0)
        else:
            self._index = next((n for n, each in enumerate(self._texts) if each.entry == self._filled_for[0]), 0)
        self._open = open_
        self._show()

    def paper(self) -> JuryText | None:
        """The text shown; None if there are none."""
        return self._texts[self._index] if self._index < len(self._texts) else None

    def _show(self) -> None:
        each = self.paper()
        may_mark = each is not None and self._open and not each.recused
        for field in self.marks.values():
            field.setEnabled(may_mark)
        recused = words.recused(each.recused) if each and each.recused else ""
        for button in (self.give, self.recuse):
            button.unless((each is None, _NONE), (recused, recused), (not self._open, _OVER))
        self.back.unless((self._index <= 0, _FIRST))
        self.next.unless((self._index + 1 >= len(self._texts), _LAST))
        count, version = len(self._texts), each.version if each else 0
        head = say(_PLACE).format(place=self._index + 1, count=count) if each else ""
        self.place.setText(f"{head} · {say(_VERSION).format(version=version)}" if version > 1 else head)
        self.title.setText(each.title if each else say(_NONE))
        self.text.setText(each.text if each else "")
        self.state.setVisible(each is not None)
        if each is not None:
            self._show_state(each)
        if each is not None and self._filled_for != (each.entry, each.version):
            self._filled_for = (each.entry, each.version)
            self._fill(each)

    def _show_state(self, each: JuryText) -> None:
        if each.recused:
            word, tone = words.recused(each.recused), "soft"
        elif not self._open:
            word, tone = say(_OVER), "soft"
        elif each.score is not None or each.elsewhere:
            word, tone = say(_SCORED if each.score is not None else _ELSEWHERE), "good"
        else:
            word, tone = say(_CHANGED if each.again else _WAITS), "warn"
        self.state.setText(word)
        set_property(self.state, "tone", tone)

    def _fill(self, each: JuryText) -> None:
        for name, field in self.marks.items():
            field.setValue(getattr(each.score, name) if each.score is not None else _UNSET)

    def _show_next(self, by: int) -> None:
        self._index = min(max(self._index + by, 0), max(len(self._texts) - 1, 0))
        self._show()
        self.take_focus()

    def _focus_after(self, name: str) -> None:
        """Move the cursor to the mark after `name`; after the last one submit."""
        names = list(self.marks)
        place = names.index(name)
        if place + 1 < len(names):
            self.marks[names[place + 1]].take_focus()
        else:
            self._submit()

    def _submit(self) -> None:
        each, page = self.paper(), self._page
        if each is None or self.give.why:
            return
        unset = next((field for field in self.marks.values() if field.value() == _UNSET), None)
        if unset is not None:
            unset.take_focus()
            return
        marks = Marks(**{name: field.value() for name, field in self.marks.items()})
        entry, version, now = each.entry, each.version, page.session.now()
        page.act(
            lambda store: actions.score(store, page.actor, entry, version, marks, now=now),
            lambda _: self._show_next_waiting(),
        )

    def _show_next_waiting(self) -> None:
        """Go to the next text without marks, from the start again after the last."""
        self._page.notice.say(self.tr("已交。结束评审前都可以改。"), seconds=3)
        others = [*range(self._index + 1, len(self._texts)), *range(self._index)]
        waits = next((n for n in others if self._texts[n].waits), None)
        if waits is not None:
            self._index = waits
            self._show()
        self.take_focus()

    def _recuse(self) -> None:
        each, page = self.paper(), self._page
        if each is None:
            return
        entry, now = each.entry, page.session.now()
        page.act(lambda store: actions.recuse(store, page.actor, entry, now=now), lambda _: self._show_next_waiting())


class MarkField(NumberField):
    """The mark for one criterion: typed, stepped, or touched on its strip. Emits `entered` for Enter."""

    entered = Signal()

    def __init__(self, criterion: str) -> None:
        super().__init__(words.CRITERIA[criterion].zh, _UNSET, _UNSET)
        self._criterion = criterion
        self.head, self.strip = Text(style="strong"), MarkStrip(self)
        self.setSpecialValueText("—")
        self.setMinimumWidth(theme.current().px("vast") + theme.current().px("wide"))
        self.valueChanged.connect(self.strip.update)
        self.retranslate()

    def set_maximum(self, most: int) -> None:
        """Allow marks from 0 to `most`."""
        self.setMaximum(most)
        self.strip.update()

    def retranslate(self) -> None:
        """Write its name in the language of the screen."""
        self.head.setText(words.criterion(self._criterion))
        self.setAccessibleName(words.criterion(self._criterion))

    def take_focus(self) -> None:
        """Take the cursor, the old mark selected."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.interpretText()
            if self.value() != _UNSET:
                self.entered.emit()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()  # shortcuts for the previous and next text
        else:
            super().keyPressEvent(event)


class MarkStrip(QWidget):
    """A row of cells from 0 to the maximum, filled up to the mark; a touch sets it."""

    def __init__(self, field: MarkField) -> None:
        super().__init__()
        self._field = field
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme.current().px("row")
        return QSize(side * (self._field.maximum() + 1), side)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px("gap") * (self._field.maximum() + 1), theme.current().px("row"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._field.isEnabled() and self._field.maximum() > 0:
            self._field.setValue(int(event.position().x() * (self._field.maximum() + 1) / self.width()))
            self._field.take_focus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, count = theme.current(), self._field.maximum() + 1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for mark in range(count):
                left = self.width() * mark / count
                cell = QRectF(left + 1, 1, self.width() / count - 2, self.height() - 2)
                given = self._field.isEnabled() and mark <= self._field.value()
                painter.setPen(now.colour("line_low"))
                painter.setBrush(now.colour("accent" if given else "surface_low"))
                painter.drawRoundedRect(cell, now.px("tight"), now.px("tight"))
                painter.setPen(now.colour("on_accent" if given else "ink_soft"))
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(mark))
