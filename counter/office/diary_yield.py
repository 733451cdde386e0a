"""日记统计: the numbers of diary entries by kind and hall, and of their outcomes; no texts."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import Choice, refill
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import Text, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.daily_log import diary_counts
from shared.daily_log.diary_counts import KINDS, DiaryCounts, HallCounts
from shared.domain import months
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.practice.diary import words
from shared.practice.diary.facts import Entry, Outcome

_TITLE = QT_TRANSLATE_NOOP("Counter", "日记统计")
_MONTH, _TOTAL = QT_TRANSLATE_NOOP("Counter", "月份"), QT_TRANSLATE_NOOP("Counter", "合计")
_HELP = QT_TRANSLATE_NOOP("Counter", "求助")
_FEWER = QT_TRANSLATE_NOOP("Counter", "少于 {least}")
_HELPED = QT_TRANSLATE_NOOP("Counter", "求助已办结 / 全部")
_HIDDEN = QT_TRANSLATE_NOOP("Counter", "不显示")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter",
    "只有数目，没有内容和姓名。困难、委屈、求助一厅不足 {least} 则的不显示；只有一厅不足时，再隐去一厅，以免相减。",
)
_OUTCOMES = (
    (Entry.DISCOVERY, (Outcome.ADOPTED, Outcome.PASSED_ON, Outcome.DECLINED)),
    (Entry.SUGGESTION, (Outcome.ADOPTED, Outcome.PASSED_ON, Outcome.DECLINED)),
    (Entry.DIFFICULTY, (Outcome.HELPED, Outcome.UNSOLVED)),
)
_MONTHS = 24


class DiaryYieldPage(Page[DiaryCounts]):
    """One line per hall; below, the outcomes in the whole company."""

    place = Place("diary_yield", _TITLE, "list", Act.SEE_ALL_HALLS, Group.OFFICE, 8, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.month = Choice()
        self.table: Table[HallCounts] = Table(_TITLE, self._columns(KINDS), key=lambda line: line.name)
        self.outcomes, self.explained = Text(wrap=True), Text(style="soft", wrap=True)
        named(self.month, _MONTH)
        self.month.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        now = f"{day_of(session.now()):%Y-%m}"
        refill(self.month, {each: each for each in (months.moved(now, -place) for place in range(_MONTHS))})
        self.head.addWidget(self.month)
        below = Panel(QT_TRANSLATE_NOOP("Counter", "处理结果（全公司）"))
        below.box.addWidget(self.outcomes)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(below)
        self.body.addWidget(self.explained)
        self.month.currentIndexChanged.connect(self.refresh)

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], DiaryCounts]:
        month = self.month.currentData()
        return lambda store: diary_counts.of_month(store, month)

    def show_data(self, data: DiaryCounts) -> None:
        self.explained.setText(say(_EXPLAIN).format(least=data.least))
        self.table.rows.set_columns(self._columns(data.kinds))
        self.table.show_rows(data.lines)
        self.outcomes.setText("\n".join(_outcome_lines(data)))

    def _columns(self, kinds: Iterable[Entry]) -> list[Column[HallCounts]]:
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda line: line.name or say(_TOTAL), stretch=True),
            *(Column(partial(words.entry, kind), partial(self._count, kind), right=True) for kind in kinds),
            Column(_HELP, self._help_count, right=True),
        ]

    def _count(self, kind: Entry, line: HallCounts) -> str:
        return self._count_text(line.counts.get(kind, 0))

    def _help_count(self, line: HallCounts) -> str:
        return self._count_text(line.help)

    def _count_text(self, count: int | None) -> str:
        return say(_HIDDEN) if count is None else str(count)


def _outcome_lines(data: DiaryCounts) -> list[str]:
    lines, few = [], say(_FEWER).format(least=data.least)
    for kind, outcomes in _OUTCOMES:
        counts = data.outcomes[kind]
        lines.append(f"{words.entry(kind)}  {few if counts is None else _outcome_counts(outcomes, counts)}")
    lines.append(f"{say(_HELPED)}  {few if data.helped is None else ' / '.join(map(str, data.helped))}")
    return lines


def _outcome_counts(known: Iterable[Outcome], counts: Mapping[str, int]) -> str:
    newer = (outcome for outcome in map(Outcome, counts) if not outcome.known)
    return " · ".join(f"{words.outcome(each)} {counts.get(each.value, 0)}" for each in (*known, *newer))
