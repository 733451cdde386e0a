"""年度5P卡: the customers' counted cards of a year by P and by person; the staff's own cards stand apart."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.bars import Bars
from counter.kit.number_field import NumberField
from counter.kit.page import Page, Panel
from counter.kit.place import Group, Place, Theme
from counter.kit.table import Column, Table
from counter.kit.words import Text
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.people import words as people_words
from shared.practice.cards import views, words
from shared.practice.cards.facts import P
from shared.practice.cards.views import Report, StaffTotal
from shared.qt.boxes import row

_YEARS = (2014, 2099)


class ReportPage(Page[Report]):
    """A bar for each P, and everybody's line."""

    place = Place(
        "report", QT_TRANSLATE_NOOP("Counter", "年度5P卡"), "chart", Act.SEE_ALL_HALLS, Group.OFFICE, 1, Theme.CARE
    )

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.year = NumberField(QT_TRANSLATE_NOOP("Counter", "年份"), *_YEARS)
        self.year.setValue(day_of(session.now()).year)
        self.year.valueChanged.connect(self.refresh)
        self.head.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "年份 ↑↓"), "soft"))
        self.head.addWidget(self.year)
        self.bars, self.sum, self.staff = Bars(), Text(style="lead", wrap=True), Text(style="soft", wrap=True)
        self.table: Table[StaffTotal] = Table(
            QT_TRANSLATE_NOOP("Counter", "年度5P卡"), self._columns(), key=lambda line: line.number
        )
        self._build()

    def _build(self) -> None:
        chart = Panel(QT_TRANSLATE_NOOP("Counter", "用户赠卡（计入）"))
        chart.box.addWidget(self.sum)
        chart.box.addWidget(self.bars, 1)
        chart.box.addWidget(self.staff)
        both = row(chart, self.table)
        both.setStretch(0, 1)
        both.setStretch(1, 3)
        self.body.addLayout(both, 1)

    def take_focus(self) -> None:
        self.year.setFocus()

    def query(self) -> Callable[[Store], Report]:
        year = self.year.value()
        return lambda store: views.report(store, year)

    def show_data(self, data: Report) -> None:
        text = self.tr("{total} 张 · {staff} 人 · 晋级 {promoted} 人")
        self.sum.setText(text.format(total=data.total, staff=data.staff, promoted=data.promoted))
        self.bars.show_bars(
            [(p.value if p.known else "accent", words.p(p), data.by_p.get(p, 0)) for p in P.and_newer(data.by_p)]
        )
        self.staff.setText(self.tr("另有员工互赠 {count} 张，单独统计。").format(count=data.from_staff))
        self.table.show_rows(data.by_staff)

    def _post(self, line: StaffTotal) -> str:
        person = self.session.here.people.get(line.number)
        return people_words.post(person.post) if person else ""

    def _columns(self) -> list[Column[StaffTotal]]:
        def count(p: P) -> Callable[[StaffTotal], str]:
            return lambda line: str(line.by_p.get(p, 0))

        def title(p: P) -> Callable[[], str]:
            return lambda: words.p(p)

        each = [Column(title(p), count(p), right=True) for p in P]
        return [
            Column(QT_TRANSLATE_NOOP("Counter", "工号"), lambda line: line.number),
            Column(QT_TRANSLATE_NOOP("Counter", "姓名"), lambda line: line.name, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "岗位"), self._post),
            *each,
            Column(QT_TRANSLATE_NOOP("Counter", "合计"), lambda line: str(line.total), right=True),
            Column(QT_TRANSLATE_NOOP("Counter", "等级"), lambda line: words.level(line.level) if line.level else "—"),
        ]
