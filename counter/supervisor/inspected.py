"""检查结果: the results of the own hall's inspections in a published month, with appeals during the notice."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import Choice, refill
from counter.kit.dialog import Dialog
from counter.kit.page import Page
from counter.kit.place import Group, Place
from counter.kit.scroll import text_below
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, Text, TextArea, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain import text, wording
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.practice.assessment import actions, hall_results, words
from shared.practice.assessment.hall_results import Found, FoundLine
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "检查结果")
_APPEAL, _OK = QT_TRANSLATE_NOOP("Counter", "申诉这一条"), QT_TRANSLATE_NOOP("Counter", "确定")
_RULE = QT_TRANSLATE_NOOP("Counter", "看条文")
_NO_CLAUSE = QT_TRANSLATE_NOOP("Counter", "这一条没有对应的条文。")
_APPEALED = QT_TRANSLATE_NOOP("Counter", "这一条已经申诉过。")
_WHAT = QT_TRANSLATE_NOOP("Counter", "哪里不对")
_NOTHING = QT_TRANSLATE_NOOP("Counter", "还没有公布的月份。")
_LOT_VERIFIED = QT_TRANSLATE_NOOP("Counter", "抽签已核对：种子与事先公开的承诺一致。本厅抽到 {slots}。")
_NO_LOT = QT_TRANSLATE_NOOP("Counter", "本月检查未经抽签。")
_SKIPPED = QT_TRANSLATE_NOOP("Counter", "不适用")
_ASKED, _UPHELD = QT_TRANSLATE_NOOP("Counter", "申诉中"), QT_TRANSLATE_NOOP("Counter", "维持")
_CHANGED = QT_TRANSLATE_NOOP("Counter", "改为 {points}")


class InspectedData(msgspec.Struct, frozen=True):
    """The published months, and the result of the one shown."""

    months: tuple[str, ...]
    found: Found | None


class InspectedPage(Page[InspectedData]):
    """Scores above, their lines below."""

    place = Place("inspected", _TITLE, "check", Act.CONSENT, Group.HALL, 8)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.month, self.scores, self.lot = Choice(), Text(style="lead", wrap=True), Text("", "soft", wrap=True)
        self.table: Table[FoundLine] = Table(_TITLE, _columns(), key=lambda line: (line.inspection, line.code))
        self.whole = Text(wrap=True)
        self.appeal, self.rule = Button(_APPEAL, shortcut="Ctrl+R"), Button(_RULE, shortcut="Ctrl+B")
        self._build()

    def _build(self) -> None:
        named(self.month, QT_TRANSLATE_NOOP("Counter", "月份"))
        self.month.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.head.addWidget(self.month)
        self.body.addWidget(self.scores)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(text_below(self.whole))
        foot = row(self.lot, self.rule, self.appeal)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self.month.currentIndexChanged.connect(self.refresh)
        self.table.moved.connect(self._on_row_changed)
        self.table.chosen_text = lambda: self.appeal.words
        self.table.chosen.connect(lambda _: self._appeal())
        self.appeal.clicked.connect(self._appeal)
        self.rule.clicked.connect(self._open_rule)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], InspectedData]:
        month, hall = self.month.currentData() or "", self.actor.hall
        return lambda store: _read(store, hall, month)

    def show_data(self, data: InspectedData) -> None:
        refill(self.month, {month: month for month in data.months})
        result = data.found
        self.scores.setText(_scores(result) if result else say(_NOTHING))
        self.lot.setText(_lot(result) if result else "")
        self.table.show_rows(result.lines if result else ())

    def _open_rule(self) -> None:
        """Open the rulebook at the clause of the line."""
        line = self.table.current()
        if line is not None and line.clause:
            self.asked.emit(f"rulebook#{line.clause}")

    def _on_row_changed(self, line: FoundLine | None) -> None:
        self.rule.unless((line is None, CHOOSE), (line is not None and not line.clause, _NO_CLAUSE))
        self.appeal.unless((line is None, CHOOSE), (line is not None and line.appeal is not None, _APPEALED))
        texts = [words.shipped(line.reason)] if line else []
        if line is not None and line.appeal:
            texts += [line.appeal.text, line.appeal.reason]
        self.whole.setText("\n".join(filter(None, texts)))

    def _appeal(self) -> None:
        line = self.table.current()
        if line is None or line.appeal is not None:
            return
        dialog = Dialog(self, _APPEAL, f"{_visit(line)} · {words.shipped(line.text)}", ok=_OK)
        dialog.add("text", _WHAT, TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, actor, texts = self.session.now(), self.actor, values["text"]
            self.answer(
                asked,
                lambda store: actions.appeal(store, actor, line.inspection, line.code, texts, now=now),
                lambda _: self.notice.say(self.tr("申诉已交经营管理部。")),
            )

        dialog.ask(submit)


def _read(store: Store, hall: str, wanted: str) -> InspectedData:
    months = hall_results.months(store)
    month = wanted if wanted in months else next(iter(months), "")
    return InspectedData(months, hall_results.of_hall(store, hall, month) if month else None)


def _scores(result: Found) -> str:
    texts = [f"{words.item(item)} {score}" for item, score in result.scores.items()]
    until = [words.label("notice").format(until=text.day(result.until))] if result.until else []
    return " · ".join((*texts, *until))


def _lot(result: Found) -> str:
    if result.lot is None:
        return say(_NO_LOT)
    if result.lot.refusal is not None:
        return wording.refusal(result.lot.refusal)
    slots = "；".join(f"{words.visit(s.visit.value)} {text.day(s.day)} {s.hour:02}:00" for s in result.slots)
    return say(_LOT_VERIFIED).format(slots=slots)


def _visit(line: FoundLine) -> str:
    return f"{words.visit(line.visit.value)} {text.day(line.day)}"


def _columns() -> list[Column[FoundLine]]:
    return [
        Column(QT_TRANSLATE_NOOP("Counter", "检查"), _visit),
        Column(QT_TRANSLATE_NOOP("Counter", "检查员"), lambda line: line.inspector),
        Column(QT_TRANSLATE_NOOP("Counter", "条目"), lambda line: words.shipped(line.text)),
        Column(QT_TRANSLATE_NOOP("Counter", "条款"), lambda line: words.clause(line.clause)),
        Column(QT_TRANSLATE_NOOP("Counter", "得分"), _points, _tone, right=True),
        Column(QT_TRANSLATE_NOOP("Counter", "原因"), lambda line: words.shipped(line.reason), stretch=True),
        Column(QT_TRANSLATE_NOOP("Counter", "申诉"), _appeal_text, lambda line: "warn" if line.appeal else ""),
    ]


def _points(line: FoundLine) -> str:
    return f"{line.earned} / {line.points}" if line.earned else say(_SKIPPED)


def _tone(line: FoundLine) -> str:
    return "warn" if line.earned and line.lost else ""


def _appeal_text(line: FoundLine) -> str:
    if line.appeal is None:
        return ""
    if not line.appeal.decided:
        return say(_ASKED)
    return say(_CHANGED).format(points=line.appeal.earned) if line.appeal.accepted else say(_UPHELD)
