"""影响与发布: a preview of changed values: the records of 90 days decided by both documents; and publishing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from counter.kit.clock import moment
from counter.kit.date_field import DateField
from counter.kit.flow import Flow
from counter.kit.table import Column, Table
from counter.kit.words import Button, Text, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.declaration.declared import declared
from shared.domain import wording
from shared.domain.money import yuan
from shared.domain.refusal import Refusal
from shared.domain.text import full_day
from shared.domain.workdays import Calendar, day_of
from shared.reference.preview import Changed, Compared, Preview, preview

_BEGINS = QT_TRANSLATE_NOOP("Counter", "生效日")
_CHANGED = QT_TRANSLATE_NOOP("Counter", "结果不同的记录")
_EFFECTS = QT_TRANSLATE_NOOP("Counter", "影响")
_NOTHING = QT_TRANSLATE_NOOP("Counter", "还没有改任何参数。")
_COMPUTING = QT_TRANSLATE_NOOP("Counter", "正在用近90天的记录试算…")
_MONTHLY = QT_TRANSLATE_NOOP("Counter", "绩效和考核的参数从某月1日起。")


class PreviewPanel(QWidget):
    """The kinds of decisions above, the records decided differently below, and the day to publish for.

    `changes()` gives the changed values: section -> name -> value.
    """

    def __init__(self, session: CounterSession, changes: Callable[[], dict[str, Any]]) -> None:
        super().__init__()
        self.session, self._changes = session, changes
        self.said, self.bar, self.monthly = (
            Text(wrap=True),
            QProgressBar(textVisible=False),
            Text(style="soft", wrap=True),
        )
        self.parts: Table[Compared] = Table(_EFFECTS, _parts(), key=lambda each: each.title)
        self.changed: Table[Changed] = Table(_CHANGED, self._columns(), key=lambda each: each.before.key)
        self.begins = DateField(self.session, day_of(self.session.now()), self._may_begin)
        self.publish = Button(QT_TRANSLATE_NOOP("Counter", "发布新版本"), "primary", "check", "Ctrl+Return")
        self.found: Preview | None = None
        self._build()

    def _build(self) -> None:
        named(self.bar, _COMPUTING)
        box = QVBoxLayout(self)
        for part in (self.said, self.bar):
            box.addWidget(part)
        box.addWidget(self.parts, 2)
        box.addWidget(Text(_CHANGED, "caption"))
        box.addWidget(self.changed, 3)
        box.addWidget(self.monthly)
        box.addLayout(Flow(Text(_BEGINS, "caption"), self.begins, None, self.publish))
        self.parts.moved.connect(lambda each: self.changed.show_rows(each.changed if each else ()))
        self.begins.changed.connect(lambda _: self.start())
        self.bar.hide()
        self.monthly.hide()
        self._show_nothing(say(_NOTHING))

    def document(self) -> dict[str, Any]:
        """The document to publish, with the day from which it is in force."""
        body, day = self._changes(), self.begins.day
        today = day_of(self.session.now())
        return body if day <= today and not self._by_month() else {**body, "effective": day.isoformat()}

    def start(self) -> None:
        """Compute the preview of the values as changed now."""
        self.found = None
        self._show()
        if not self._changes():
            self._show_nothing(say(_NOTHING))
            return
        if not self._may_begin(self.begins.day, None):
            self.begins.step(1)  # its signal `changed` calls this again
            return
        self._show_nothing(say(_COMPUTING))
        self.monthly.setText(say(_MONTHLY))
        self.monthly.setVisible(self._by_month())
        now, body = self.session.now(), self.document()
        progress = self.session.progress(self, self._show_progress)

        def tried(answer: Preview | Refusal) -> None:
            if body == self.document():  # otherwise a newer preview is under way
                self._show_answer(answer)

        def work(store: Store) -> Preview | Refusal:
            return preview(store, body, now=now, progress=progress)

        self.session.read(self, work, tried)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.bar.setVisible(done < total)

    def _show_answer(self, answer: Preview | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._show_nothing(wording.refusal(answer))
            return
        self.found = answer
        self.publish.unless()
        self._show()

    def _show_nothing(self, why: str) -> None:
        """Show why there is nothing to publish yet."""
        self.said.setText(why)
        self.publish.unless((True, why))

    def _show(self) -> None:
        found = self.found
        self.parts.show_rows(found.compared if found else ())
        if found is None:
            return
        pattern = self.tr("{first} 至 {last} 的记录，按现行参数和新参数各算一遍；什么都没有保存。")
        said = [pattern.format(first=full_day(found.first), last=full_day(found.last))]
        if found.unseen:
            text = self.tr("这些部分没有可以重算的决定：{names}。")
            said.append(text.format(names="、".join(map(str, found.unseen))))
        self.said.setText(" ".join(said))

    def _by_month(self) -> bool:
        sections = declared().sections
        return any(sections[key].by_month for key in self._changes())

    def _may_begin(self, day: date, _calendar: Calendar | None) -> bool:
        return day >= day_of(self.session.now()) and (day.day == 1 or not self._by_month())

    def _columns(self) -> list[Column[Changed]]:
        now = self.session.now
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "员工"), lambda c: self.session.here.full_name(c.before.who)),
            Column(
                QT_TRANSLATE_NOOP("Counter", "时间"),
                lambda c: moment(c.before.at, now()) if c.before.at else "",
                order=lambda c: c.before.at or None,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "情况"), lambda c: str(c.before.about or "")),
            Column(QT_TRANSLATE_NOOP("Counter", "现行"), lambda c: str(c.before.outcome)),
            Column(QT_TRANSLATE_NOOP("Counter", "改后"), _after, lambda _: "warn", stretch=True),
        ]


def _after(changed: Changed) -> str:
    fen = changed.fen
    if fen is None:
        return str(changed.after.outcome)
    return f"{changed.after.outcome}（{'+' if fen > 0 else ''}{yuan(fen)}）"


def _parts() -> list[Column[Compared]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "决定"), lambda each: str(each.title)),
        Column(QT_TRANSLATE_NOOP("Counter", "记录"), lambda each: str(each.recorded), right=True),
        Column(QT_TRANSLATE_NOOP("Counter", "影响"), _effect, _tone, stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "不同"), lambda each: str(len(each.changed)), right=True),
    ]


def _effect(each: Compared) -> str:
    """待核 12 → 19; for amounts the largest fall and rise."""
    if not each.recorded:
        return say(QT_TRANSLATE_NOOP("Counter", "这段时间没有记录，无从比较"))
    if each.amounts is None:
        return f"{each.counted} {each.before} → {each.after}"
    least, most = (f"{'+' if fen > 0 else ''}{yuan(fen)}" for fen in each.amounts)
    return say(QT_TRANSLATE_NOOP("Counter", "从 {least} 到 {most}")).format(least=least, most=most)


def _tone(each: Compared) -> str:
    return "warn" if each.changed else ""
