"""The tabs of a round beside its board: jury, result and objections."""

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QWidget

from counter.kit.flow import Flow
from counter.kit.scroll import text_below
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import SAVE, Button, Text, say
from counter.session import CounterSession
from shared.domain.money import decimal
from shared.practice.caring import words
from shared.practice.caring.board import Board, JurorProgress, OutcomeLine
from shared.practice.caring.views import Objection
from shared.qt.boxes import column

_JURY, _RESULT = QT_TRANSLATE_NOOP("Counter", "评委"), QT_TRANSLATE_NOOP("Counter", "结果")
_OBJECTIONS = QT_TRANSLATE_NOOP("Counter", "异议")
_ACCEPTED, _NOT = QT_TRANSLATE_NOOP("Counter", "采纳"), QT_TRANSLATE_NOOP("Counter", "不采纳")
_NOT_JUDGING = QT_TRANSLATE_NOOP("Counter", "现在不在评审。")
_NO_RESULT = QT_TRANSLATE_NOOP("Counter", "还没有评审结果。")
_ANSWERED = QT_TRANSLATE_NOOP("Counter", "这件异议已经答复。")
_WAITING = QT_TRANSLATE_NOOP("Counter", "待答复")


class JuryTab(QWidget):
    """The jurors and how far each is; no single scores. Emits `appoint`."""

    appoint = Signal()

    def __init__(self, session: CounterSession) -> None:
        super().__init__()
        self._session = session
        self.table: Table[JurorProgress] = Table(_JURY, self._columns(), key=lambda juror: juror.number)
        self.more = Button(QT_TRANSLATE_NOOP("Counter", "补请评委"), shortcut="Ctrl+J")
        self.setLayout(column(self.table, Flow(self.more, right=True)))
        self.more.clicked.connect(self.appoint)

    def show_board(self, data: Board) -> None:
        found = data.round
        self.table.show_rows(data.jurors)
        self.more.unless((found is None or found.closed, _NOT_JUDGING))

    def _columns(self) -> list[Column[JurorProgress]]:
        return [
            Column(_JURY, lambda juror: self._session.here.full_name(juror.number), stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "已打分"), lambda juror: str(juror.scored), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "回避"), lambda juror: str(juror.recused), right=True),
            Column(
                QT_TRANSLATE_NOOP("Counter", "未打分"),
                lambda juror: str(juror.left),
                lambda juror: "warn" if juror.left else "good",
                right=True,
            ),
        ]


class ResultTab(QWidget):
    """The result, best first, and remarks for the decision. Emits `export`."""

    export = Signal()

    def __init__(self, session: CounterSession) -> None:
        super().__init__()
        self._session = session
        self.table: Table[OutcomeLine] = Table(_RESULT, self._columns(), key=lambda line: line.tally.entry)
        self.checks = Text(wrap=True)
        self.save = Button(QT_TRANSLATE_NOOP("Counter", "导出评审结果"), shortcut=SAVE)
        self.setLayout(column(self.table, text_below(self.checks), Flow(self.save, right=True)))
        self.save.clicked.connect(self.export)

    def show_board(self, data: Board) -> None:
        self.table.show_rows(data.lines)
        self.checks.setText("\n".join(data.checks))
        self.save.unless((not data.lines, _NO_RESULT))

    def _columns(self) -> list[Column[OutcomeLine]]:
        def of(name: str) -> Column[OutcomeLine]:
            head = partial(words.label, f"{name}_mean")
            return Column(head, lambda line: decimal(getattr(line.tally, name)), right=True)

        return [
            Column(QT_TRANSLATE_NOOP("Counter", "名次"), lambda line: str(line.place), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "当事人"), lambda line: self._session.here.name(line.tally.hero)),
            Column(QT_TRANSLATE_NOOP("Counter", "题目"), lambda line: line.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "得分"), lambda line: decimal(line.tally.score), right=True),
            Column(_JURY, lambda line: str(line.tally.jurors), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "最低–最高"), lambda line: line.spread, right=True),
            of("lesson"),
            of("contribution"),
            Column(
                _RESULT,
                lambda line: words.label("awarded" if line.awarded else "nominee"),
                lambda line: "good" if line.awarded else "soft",
            ),
        ]


class ObjectionsTab(QWidget):
    """Objections to the awards in public notice. Emits `answer(objection)`."""

    answer = Signal(object)

    def __init__(self, session: CounterSession) -> None:
        super().__init__()
        self._session = session
        self.table: Table[Objection] = Table(_OBJECTIONS, self._columns(), key=lambda each: each.id)
        self.said = Text(wrap=True)
        self.reply = Button(QT_TRANSLATE_NOOP("Counter", "答复异议"), shortcut="Ctrl+R")
        self.setLayout(column(self.table, text_below(self.said), Flow(self.reply, right=True)))
        self.table.moved.connect(self._on_row_changed)
        self.table.chosen.connect(self.answer)
        self.reply.clicked.connect(lambda: self.answer.emit(self.table.current()))

    def show_board(self, data: Board) -> None:
        self.table.show_rows(data.objections)
        self._on_row_changed(self.table.current())

    def _on_row_changed(self, each: Objection | None) -> None:
        self.reply.unless((each is None, CHOOSE), (each is not None and each.answered, _ANSWERED))
        self.said.setText("\n".join(filter(None, (each.text, each.answer))) if each else "")

    def _columns(self) -> list[Column[Objection]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "员工"), lambda each: self._session.here.full_name(each.staff)),
            Column(
                QT_TRANSLATE_NOOP("Counter", "状态"),
                lambda each: say(_state_source(each)),
                lambda each: "soft" if each.answered else "warn",
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda each: each.text, stretch=True),
        ]


def _state_source(each: Objection) -> object:
    return (_ACCEPTED if each.accepted else _NOT) if each.answered else _WAITING
