"""题库 and 试卷: the question bank with voiding of faulty questions, and the papers with their wrong answers."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.learning import NAME, NUMBER, STATE, wrong_answers_text
from counter.kit.scroll import text_below
from counter.kit.table import Column, Table
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import NEW, Button, Text, TextArea, TextField, listed, say
from counter.store_type import Store
from shared.domain.money import decimal
from shared.practice.learning import actions, contests, mistakes, papers, views, words
from shared.practice.learning.facts import Choice
from shared.practice.learning.mistakes import Wrong
from shared.practice.learning.papers import Attempt, Change, Grade, Question
from shared.qt.boxes import column

_BANK, _CODE = QT_TRANSLATE_NOOP("Counter", "题库"), QT_TRANSLATE_NOOP("Counter", "编号")
_QUESTION, _OK = QT_TRANSLATE_NOOP("Counter", "题干"), QT_TRANSLATE_NOOP("Counter", "确定")
_CHOICES = QT_TRANSLATE_NOOP("Counter", "选项（每行一个，正确的前面写 *；几个 * 就是多选）")
_NEW, _EDIT = QT_TRANSLATE_NOOP("Counter", "新题"), QT_TRANSLATE_NOOP("Counter", "修改（新版本）")
_VOID, _REASON = QT_TRANSLATE_NOOP("Counter", "停用此题"), QT_TRANSLATE_NOOP("Counter", "原因")
_VOIDED, _USED = QT_TRANSLATE_NOOP("Counter", "已停用"), QT_TRANSLATE_NOOP("Counter", "使用中")
_NOBODY = QT_TRANSLATE_NOOP("Counter", "没有试卷因此改变。")
_CHANGES = QT_TRANSLATE_NOOP("Counter", "{count} 份试卷改变，新合格 {passed} 人，没有人因此失去合格：")
_PASSED, _FAILED = QT_TRANSLATE_NOOP("Counter", "合格"), QT_TRANSLATE_NOOP("Counter", "未合格")
_OPEN = QT_TRANSLATE_NOOP("Counter", "答题中")
_NO_QUESTION = QT_TRANSLATE_NOOP("Counter", "还没有试题。")
_MAX_NAMED = 8


class BankPart(PageTab):
    """The tab 题库: questions of all banks; voiding first shows which papers it would change."""

    title = _BANK

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self.table: Table[Question] = Table(_BANK, _question_columns(), key=lambda q: (q.bank, q.code))
        self.shown = Text(wrap=True)
        self.new = Button(_NEW, "primary", "check", NEW)
        self.edit, self.void = Button(_EDIT, shortcut="Ctrl+M"), Button(_VOID, shortcut="Ctrl+Delete")
        self.setLayout(column(self.table, text_below(self.shown), Flow(self.void, self.edit, self.new, right=True)))
        self.table.moved.connect(self._on_row_changed)
        self.table.chosen.connect(self._ask)
        self.new.clicked.connect(lambda: self._ask(None))
        self.edit.clicked.connect(lambda: self._ask(self.table.current()))
        self.void.clicked.connect(self._preview)
        self._on_row_changed(None)

    def query(self) -> Callable[[Store], tuple[Question, ...]]:
        return lambda store: tuple(each for name in papers.banks(store) for each in papers.bank(store, name))

    def show_part(self, data: tuple[Question, ...]) -> None:
        self.table.show_rows(data)

    def take_focus(self) -> None:
        self.table.setFocus()

    def _on_row_changed(self, found: Question | None) -> None:
        nothing = (found is None, _NO_QUESTION)
        self.edit.unless(nothing)
        self.void.unless(nothing, (found is not None and found.voided, words.REFUSALS["question_voided"]))
        self.shown.setText(f"{found.text}\n{_choices_text(found)}" if found else "")

    def _ask(self, known: Question | None) -> None:
        page = self.page
        dialog = Dialog(page, _EDIT if known else _NEW, f"{known.bank} {known.code}" if known else "", ok=_OK)
        if known is None:
            dialog.side_by_side(("bank", _BANK, TextField()), ("code", _CODE, TextField()))
        question_text, choices = TextArea(), TextArea(lines=6)
        if known:
            question_text.setPlainText(known.text)
            choices.setPlainText(_choices_text(known))
        dialog.add("text", _QUESTION, question_text).add("choices", _CHOICES, choices)

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            bank, code = (known.bank, known.code) if known else (values["bank"], values["code"])
            found, now = _read_choices(values["choices"]), page.session.now()
            several = sum(each.right for each in found) > 1
            wanted = Question(bank, code, 0, values["text"], found, several)
            page.answer(asked, lambda store: actions.set_questions(store, page.actor, [wanted], now=now))

        dialog.ask(submit)

    def _preview(self) -> None:
        found, page = self.table.current(), self.page
        if found is None:
            return
        page.session.read(
            page, lambda store: papers.voiding(store, found.bank, found.code), lambda c: self._void(found, c)
        )

    def _void(self, found: Question, changes: tuple[Change, ...]) -> None:
        page = self.page
        dialog = Dialog(page, _VOID, f"{found.text}\n{self._changes_text(changes)}", ok=_VOID, look="danger")
        dialog.add("reason", _REASON, TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, reason = page.session.now(), values["reason"]
            page.answer(asked, lambda s: actions.void(s, page.actor, found.bank, found.code, reason, now=now))

        dialog.ask(submit)

    def _changes_text(self, changes: tuple[Change, ...]) -> str:
        if not changes:
            return say(_NOBODY)
        here = self.page.session.here
        head = say(_CHANGES).format(count=len(changes), passed=sum(each.newly_passed for each in changes))
        named = [f"{here.name(c.staff)} {_score(c.before)} → {_score(c.after)}" for c in changes[:_MAX_NAMED]]
        return f"{head}\n{listed([*named, *['…'] * (len(changes) > _MAX_NAMED)])}"


def _score(grade: Grade) -> str:
    return f"{grade.right}/{grade.shown} {decimal(100 * grade.share, 1)}%"


def _choices_text(found: Question) -> str:
    return "\n".join(f"*{each.text}" if each.right else each.text for each in found.choices)


def _read_choices(typed: str) -> tuple[Choice, ...]:
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    return tuple(Choice(line.lstrip("*＊").strip(), right=line[0] in "*＊") for line in lines)


def _question_columns() -> list[Column[Question]]:
    return [
        Column(STATE, lambda q: say(_VOIDED if q.voided else _USED), lambda q: "soft" if q.voided else "good"),
        Column(_BANK, lambda q: q.bank),
        Column(_CODE, lambda q: q.code),
        Column(QT_TRANSLATE_NOOP("Counter", "版本"), lambda q: str(q.version), right=True),
        Column(_QUESTION, lambda q: q.text, stretch=True),
    ]


class PaperRow(msgspec.Struct, frozen=True):
    """A paper with the title of its course or contest and its grade (None: not handed in)."""

    attempt: Attempt
    title: str
    grade: Grade | None


class PapersData(msgspec.Struct, frozen=True):
    """All papers, and the wrong answers of the one chosen."""

    papers: tuple[PaperRow, ...]
    chosen: str
    wrong: tuple[Wrong, ...]


class PapersPart(PageTab):
    """The tab 试卷: papers, latest first; below, the wrong answers of the current one."""

    title = QT_TRANSLATE_NOOP("Counter", "试卷")

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self.table: Table[PaperRow] = Table(self.title, self._columns(), key=lambda p: p.attempt.id)
        self.shown = Text(wrap=True)
        self.setLayout(column(self.table, text_below(self.shown)))
        self._data = PapersData((), "", ())
        self.table.moved.connect(self._on_row_changed)

    def query(self) -> Callable[[Store], PapersData]:
        viewer, current = self.page.actor.number, self.table.current()
        wanted = current.attempt.id if current else ""

        def read(store: Store) -> PapersData:
            titles = {views.course_subject(each.code): each.title for each in views.courses(store, withdrawn=True)}
            titles |= {each.id: each.plan.title for each in contests.contests_of(store)}
            banks = papers.Banks(store)
            found = tuple(
                PaperRow(each, titles.get(each.of, each.of), papers.grade(store, each, banks))
                for each in reversed(papers.attempts(store))
                if each.paper
            )
            chosen = wanted or (found[0].attempt.id if found else "")
            return PapersData(found, chosen, mistakes.wrong(store, viewer, chosen, banks))

        return read

    def show_part(self, data: PapersData) -> None:
        self._data = data
        self.table.show_rows(data.papers)

    def _on_row_changed(self, paper: PaperRow | None) -> None:
        known = paper is not None and paper.attempt.id == self._data.chosen
        self.shown.setText(wrong_answers_text(self._data.wrong) if known else "")
        if paper is not None and not known:
            self.page.refresh()

    def take_focus(self) -> None:
        self.table.setFocus()

    def _columns(self) -> list[Column[PaperRow]]:
        return [
            Column(STATE, _outcome, lambda p: "soft" if p.grade is None else "good" if p.grade.passed else "warn"),
            Column(NUMBER, lambda p: p.attempt.staff),
            Column(NAME, lambda p: self.page.session.here.name(p.attempt.staff)),
            Column(QT_TRANSLATE_NOOP("Counter", "课程或竞赛"), lambda p: p.title, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "答对"), lambda p: _score(p.grade) if p.grade else "", right=True),
        ]


def _outcome(paper: PaperRow) -> str:
    if paper.grade is None:
        return say(_OPEN)
    return say(_PASSED if paper.grade.passed else _FAILED)
