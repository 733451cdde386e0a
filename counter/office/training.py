"""培训: the office's page of training: missing staff, courses and sessions, matrix, questions, papers."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import learning, save_file
from counter.kit.flow import Flow
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.tabs import PageOfTabs, PageTab
from counter.kit.words import FIND, PRINT, SAVE, Button, Text, TextField
from counter.office.training_bank import BankPart, PapersPart
from counter.office.training_courses import CoursesPart
from counter.store_type import Store
from shared.device import codes
from shared.domain import text
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.domain.workdays import day_of
from shared.people import views as people
from shared.practice.learning import actions, prints, views
from shared.practice.learning.actions.certifying import to_certify
from shared.practice.learning.facts import CourseSet
from shared.practice.learning.views import Certificate, Learner, Missing, SkillsCard
from shared.practice.learning.words import label
from shared.prints import certificates
from shared.qt import sheets
from shared.qt.boxes import column, row

_TITLE = QT_TRANSLATE_NOOP("Counter", "培训")
_SEARCH = QT_TRANSLATE_NOOP("Counter", "查找姓名、工号，或扫证书上的码  Ctrl+F")
_CERTIFY = QT_TRANSLATE_NOOP("Counter", "发证")
_NOBODY_WAITS = QT_TRANSLATE_NOOP("Counter", "没有等待发证的人。")
_NOBODY, _NO_CERTIFICATE = (
    QT_TRANSLATE_NOOP("Counter", "还没有人应学。"),
    QT_TRANSLATE_NOOP("Counter", "此人还没有证书。"),
)
_CERTIFICATE = QT_TRANSLATE_NOOP("Counter", "证书（PDF）")


class MissingData(msgspec.Struct, frozen=True):
    """The missing staff; `scanned`: the search text is a code, `certificate`: its certificate, None if not genuine."""

    missing: tuple[Missing, ...]
    waiting: int  # how many certificates are to be given out
    scanned: bool
    certificate: Certificate | None
    halls: Mapping[str, str]


class MissingPart(PageTab):
    """The tab 谁还没学: missing staff, the check of a scanned certificate, and giving out certificates."""

    title = learning.MISSING

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self._halls: Mapping[str, str] = {}
        self.search, self.checked = TextField(_SEARCH), Text(style="lead", wrap=True)
        self.search_button = Button(QT_TRANSLATE_NOOP("Counter", "查找"), "quiet", shortcut=FIND)
        self.table = learning.missing_table(lambda: self._halls)
        self.certify = Button(_CERTIFY, "primary", "check", "Ctrl+Return")
        self.setLayout(
            column(row(self.search, self.search_button), self.checked, self.table, Flow(self.certify, right=True))
        )
        self.search.textChanged.connect(page.refresh)
        self.search.returnPressed.connect(self.table.setFocus)
        self.search_button.clicked.connect(self.search.setFocus)
        self.certify.clicked.connect(self._certify)
        self.certify.unless((True, _NOBODY_WAITS))

    def query(self) -> Callable[[Store], MissingData]:
        wanted, today = self.search.text().strip(), day_of(self.page.session.now())

        def read(store: Store) -> MissingData:
            scanned = codes.begins(wanted)
            return MissingData(
                missing=tuple(m for m in views.missing(store, today) if scanned or wanted in m.number + m.name),
                waiting=len(to_certify(store, today)),
                scanned=scanned,
                certificate=views.certified(store, wanted, codes.key(store.folder)) if scanned else None,
                halls={hall.code: hall.name for hall in people.halls(store)},
            )

        return read

    def show_part(self, data: MissingData) -> None:
        self._halls = data.halls
        self.checked.setVisible(data.scanned)
        if data.scanned:
            self.checked.setText(self._certificate_text(data.certificate))
        self.table.show_rows(data.missing, "" if data.scanned else self.search.text().strip())
        self.certify.unless((not data.waiting, _NOBODY_WAITS))

    def take_focus(self) -> None:
        self.table.setFocus()

    def _certificate_text(self, found: Certificate | None) -> str:
        if found is None:
            return self.tr("这个码不是有效的培训证书。")
        today = day_of(self.page.session.now())
        pattern = (
            self.tr("证书有效：{name}，{title}，{day}。")
            if found.holds(today)
            else self.tr("证书已到期：{name}，{title}，{day}。")
        )
        return pattern.format(
            name=self.page.session.here.name(found.staff),
            title=found.title,
            day=text.full_day(found.until or found.done),
        )

    def _certify(self) -> None:
        page, now = self.page, self.page.session.now()
        pattern = self.tr("已发证 {count} 张。")
        page.act(
            lambda store: actions.certify(store, page.actor, now=now),
            lambda count: page.notice.say(pattern.format(count=count)),
        )


class MatrixData(msgspec.Struct, frozen=True):
    """Staff × courses, certificates, and the skills card of the current person."""

    learners: tuple[Learner, ...]
    courses: tuple[CourseSet, ...]
    certificates: tuple[Certificate, ...]
    card: SkillsCard | None
    halls: Mapping[str, str]


class MatrixPart(PageTab):
    """The tab 员工×课程: the matrix, and below the skills card of the current person."""

    title = learning.MATRIX

    def __init__(self, page: PageOfTabs) -> None:
        super().__init__(page)
        self._data: MatrixData | None = None
        self.table, self.card = learning.matrix_table(), Text(wrap=True)
        self.export = Button(QT_TRANSLATE_NOOP("Counter", "导出一览"), shortcut=SAVE)
        self.certificate = Button(_CERTIFICATE, shortcut=PRINT)
        self.setLayout(column(self.table, text_below(self.card), Flow(self.export, self.certificate, right=True)))
        self.table.moved.connect(self._on_row_changed)
        self.export.clicked.connect(self._export)
        self.certificate.clicked.connect(self._print)
        self._on_row_changed(None)

    def query(self) -> Callable[[Store], MatrixData]:
        today, current = day_of(self.page.session.now()), self.table.current()
        number = current.number if current else ""

        def read(store: Store) -> MatrixData:
            learners = views.matrix(store, today)
            chosen = number or (learners[0].number if learners else "")
            return MatrixData(
                learners=learners,
                courses=views.courses(store),
                certificates=views.certificates(store),
                card=views.skills(store, chosen, today) if chosen else None,
                halls={hall.code: hall.name for hall in people.halls(store)},
            )

        return read

    def show_part(self, data: MatrixData) -> None:
        courses = [each.code for each in data.courses]
        if self._data is None or courses != [each.code for each in self._data.courses]:
            self.table.rows.set_columns(learning.matrix_columns(data.courses, lambda: data.halls))
        self._data = data
        self.table.show_rows(data.learners)
        self.card.setText(learning.skills_text(data.card) if data.card else "")

    def take_focus(self) -> None:
        self.table.setFocus()

    def _on_row_changed(self, one: Learner | None) -> None:
        held = one is not None and self._certificates_of(one.number)
        self.certificate.unless((not held, _NO_CERTIFICATE))
        self.export.unless((one is None, _NOBODY))
        if one is not None and self._data and self._data.card and self._data.card.number != one.number:
            self.page.refresh()

    def _certificates_of(self, number: str) -> tuple[Certificate, ...]:
        return tuple(each for each in self._data.certificates if each.staff == number) if self._data else ()

    def _export(self) -> None:
        data = self._data
        if data is None:
            return

        def write(_store: Store, file: Path, _kind: str) -> None:
            file.write_bytes(prints.matrix_xlsx(data.learners, data.courses, data.halls))

        save_file.ask(self.page, learning.MATRIX, label("matrix"), write, {"xlsx": save_file.SHEETS["xlsx"]})

    def _print(self) -> None:
        one = self.table.current()
        held = self._certificates_of(one.number) if one else ()
        if one is None or not held:
            return
        name = one.name

        def write(store: Store, file: Path, _kind: str) -> None:
            key = codes.key(store.folder)
            pages = [page for each in held for page in certificates.of_training(each, name, key)]
            sheets.pdf(pages, file, title=label("certificate"), size=certificates.CERTIFICATE.size)

        save_file.ask(self.page, _CERTIFICATE, f"{label('certificate')}-{one.number}", write, {"pdf": "PDF"})


class TrainingPage(PageOfTabs):
    """Five tabs; missing staff first."""

    place = Place("training", _TITLE, "book", Act.TRAIN, Group.OFFICE, 10, Theme.RULES)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """The number of certificates to give out."""
        return len(to_certify(store, day_of(now)))

    def tab_types(self) -> Sequence[type[PageTab]]:
        return MissingPart, CoursesPart, MatrixPart, BankPart, PapersPart
