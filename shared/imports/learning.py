"""The file of a question bank."""

from collections.abc import Sequence

from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.text import Text
from shared.imports.kind import FileKind, ImportRun, Parser, Taken, as_taken, with_progress, without_repeats
from shared.journal.store import Store
from shared.practice.learning import actions
from shared.practice.learning.papers import Question
from shared.practice.learning.rules import import_lines as rules


def _question(store: Store, now: int) -> Parser[Question]:
    return without_repeats(rules.question_line, lambda line: (line.bank, line.code))


def _take(store: Store, lines: Sequence[Question], run: ImportRun) -> Taken | Refusal:
    every = with_progress(lines, run.progress)
    return as_taken(actions.set_questions(store, run.actor, every, now=run.now), lines)


QUESTIONS: FileKind[Question] = FileKind(
    "questions",
    Text("题库", "Question bank"),
    Text("题库,编号,题目,A,B,C,D,E,F,答案", "bank,code,question,A,B,C,D,E,F,right"),
    rules.HEADINGS,
    rules.REQUIRED,
    Act.TRAIN,
    _question,
    _take,
)
