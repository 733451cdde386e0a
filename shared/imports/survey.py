"""Files of surveys that were made on paper."""

from collections.abc import Sequence

from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.text import Text
from shared.imports.kind import FileKind, ImportRun, Parser, Taken, with_progress, without_repeats
from shared.journal.store import Store
from shared.people.views import halls
from shared.practice.survey import actions, importing, views
from shared.practice.survey.importing import PaperLine


def _line(store: Store, now: int) -> Parser[PaperLine]:
    names = {hall.code: hall.name for hall in halls(store)}
    return without_repeats(
        lambda row: importing.paper_line(row, names), lambda line: (line.first, line.halls, line.question)
    )


def _take(store: Store, lines: Sequence[PaperLine], run: ImportRun) -> Taken | Refusal:
    """Each half-year's survey once; the same one again adds nothing."""
    new = 0
    with store.transaction(run.now):
        for (first, last), groups in importing.rounds_of(with_progress(lines, run.progress)).items():
            if (found := views.round_of(store, actions.id_of(first))) and found.groups == tuple(groups):
                continue
            done = actions.enter(store, run.actor, first, last, groups, now=run.now)
            if isinstance(done, Refusal):
                return done
            new += sum(line.first == first for line in lines)
    return Taken(new, len(lines) - new)


SURVEYS: FileKind[PaperLine] = FileKind(
    "survey",
    Text("纸质问卷的合计", "Sums of a survey on paper"),
    Text("开始,截止,大厅,问题,1,2,3,4,5", "from,to,hall,question,1,2,3,4,5"),
    importing.HEADINGS,
    importing.REQUIRED,
    Act.PUBLISH,
    _line,
    _take,
)
