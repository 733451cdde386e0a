"""Files of halls: staff lists and paper cards."""

from collections.abc import Sequence

from shared.declaration.practice import COUNTERS
from shared.domain.refusal import Refusal
from shared.domain.roles import Act
from shared.domain.spelling import by_spelling
from shared.domain.text import Text
from shared.domain.workdays import day_of
from shared.imports.kind import FileKind, ImportRun, Parser, Taken, as_taken, suggesting_near
from shared.journal.store import Store
from shared.people import actions, roster, rules, views
from shared.people.acting import allowed
from shared.people.history import History
from shared.people.rules import RosterLine
from shared.practice.cards import importing, paper_cards
from shared.practice.cards.paper_cards import PaperCard


def _take_staff(store: Store, lines: Sequence[RosterLine], run: ImportRun) -> Taken | Refusal:
    with store.transaction(run.now) as tx:
        by = allowed(tx, run.actor, Act.ROSTER)
        if isinstance(by, Refusal):
            return by
        changed = actions.import_staff(store, lines, move_halls="move_halls" in run.choices, now=run.now)
        run.progress(len(lines), len(lines))
        return as_taken(changed, lines)


def _cross_check(
    store: Store, lines: Sequence[tuple[int, RosterLine]], chosen: frozenset[str]
) -> list[tuple[int, Refusal]]:
    choices = roster.Choices(**{name: name in chosen for name in CHOICES})
    return roster.refusals(views.site(store), lines, choices)


def _card(store: Store, now: int) -> Parser[PaperCard]:
    known, today = by_spelling(History(store).numbers), day_of(now)
    return suggesting_near(store, lambda row: paper_cards.paper_card(row, known, today))


def _take_cards(store: Store, lines: Sequence[PaperCard], run: ImportRun) -> Taken | Refusal:
    with store.transaction(run.now) as tx:
        by = allowed(tx, run.actor, Act.REVIEW_CARDS)
        if isinstance(by, Refusal):
            return by
        done = importing.import_cards(store, lines, now=run.now, progress=run.progress)
        return Taken(done.added, done.matched)


CHOICES = ("make_halls", "move_halls", "distinct")
STAFF: FileKind[RosterLine] = FileKind(
    "staff",
    Text("员工名单", "Staff list"),
    Text(
        "工号,姓名,分公司,大厅,窗口,岗位,角色[,状态,起始日期]",
        "number,name,branch,hall,window,post,role[,active,since]",
    ),
    rules.HEADINGS,
    rules.REQUIRED,
    Act.ROSTER,
    lambda _store, _now: rules.roster_line,
    _take_staff,
    COUNTERS,
    CHOICES,
    _cross_check,
)
CARDS: FileKind[PaperCard] = FileKind(
    "cards",
    Text("纸质5P卡", "Paper 5P cards"),
    Text("日期,工号,卡[,赠卡人,留言]", "date,staff,p[,giver,note]"),
    paper_cards.HEADINGS,
    paper_cards.REQUIRED,
    Act.REVIEW_CARDS,
    _card,
    _take_cards,
    COUNTERS,
)
