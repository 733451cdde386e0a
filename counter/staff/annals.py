"""经营大事迹: the awards of all years, searchable; scanning a certificate checks it and shows its award."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.kit import save_file
from counter.kit.choice import Choice, refill
from counter.kit.page import Page
from counter.kit.panel import Panel
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import scrolling
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import FIND, PRINT, SAVE, Button, Text, TextField, named, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of
from shared.practice.caring import annals, prints, words
from shared.practice.caring.annals import Annal
from shared.prints import certificates
from shared.qt import sheets
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "经营大事迹")
_YEAR = QT_TRANSLATE_NOOP("Counter", "年份")
_EMPTY = QT_TRANSLATE_NOOP("Counter", "大事迹里还没有内容。")
_ANONYMOUS = QT_TRANSLATE_NOOP("Counter", "本人不愿具名，没有证书。")
_NOT_OWN = QT_TRANSLATE_NOOP("Counter", "证书由本人或经营管理部打印。")
_ALL = QT_TRANSLATE_NOOP("Counter", "全部年份")
_SEARCH = QT_TRANSLATE_NOOP("Counter", "查找姓名、大厅、内容，或扫证书上的码")
_BOOK = QT_TRANSLATE_NOOP("Counter", "印成小册（PDF）")
_CERTIFICATE = QT_TRANSLATE_NOOP("Counter", "证书（PDF）")
_PDF = {"pdf": "PDF"}


class SearchResult(msgspec.Struct, frozen=True):
    """The awards found; `scanned`: the search text is a code, `certificate`: its award, None if not genuine."""

    years: tuple[int, ...]
    found: tuple[Annal, ...]
    scanned: bool
    certificate: Annal | None


class AnnalsPage(Page[SearchResult]):
    """The list at the left, the chosen award at the right."""

    place = Place("annals", _TITLE, "book", None, Group.EVERYBODY, 6, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.year, self.search = Choice(), TextField(_SEARCH)
        self.table: Table[Annal] = Table(_TITLE, _columns(), key=lambda each: each.id)
        self.title, self.who, self.words = (
            Text(style="title", wrap=True),
            Text(style="soft", wrap=True),
            Text(wrap=True),
        )
        self.checked = Text(style="strong", tone="good", wrap=True)
        self.book = Button(_BOOK, shortcut=SAVE)
        self.certificate = Button(_CERTIFICATE, shortcut=PRINT)
        self.search_button = Button(QT_TRANSLATE_NOOP("Counter", "查找"), "quiet", shortcut=FIND)
        self._build()

    def _build(self) -> None:
        self.year.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        named(self.year, _YEAR)
        self.head.addWidget(self.book)
        self.body.addLayout(row(self.year, self.search, self.search_button))
        inside = QWidget()
        box = QVBoxLayout(inside)
        for part in (self.checked, self.title, self.who, self.words):
            box.addWidget(part)
        box.addStretch(1)
        panel = Panel()
        panel.box.addWidget(scrolling(inside), 1)
        panel.box.addLayout(row(None, self.certificate))
        both = row(self.table, panel)
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        self.body.addLayout(both, 1)
        self.year.currentIndexChanged.connect(self.refresh)
        self.search.textChanged.connect(self.refresh)
        self.search.returnPressed.connect(self.table.setFocus)
        self.search_button.clicked.connect(self.search.setFocus)
        self.table.moved.connect(self._show_award)
        self.book.clicked.connect(self._book)
        self.certificate.clicked.connect(self._certificate)

    def take_focus(self) -> None:
        self.search.setFocus()

    def query(self) -> Callable[[Store], SearchResult]:
        year, wanted = self.year.currentData() or 0, self.search.text().strip()
        return partial(_read, year, wanted)

    def show_data(self, data: SearchResult) -> None:
        refill(self.year, {0: say(_ALL)} | {year: str(year) for year in data.years})
        shown = (data.certificate,) if data.certificate else () if data.scanned else data.found
        self.table.show_rows(shown, "" if data.scanned else self.search.text().strip())
        self.book.unless((not data.years, _EMPTY))
        self.checked.setVisible(data.scanned)
        if data.scanned:
            real = self.tr("证书核验无误。")
            self.checked.setText(real if data.certificate else self.tr("这个码不是本公司的证书。"))
        self._show_award(self.table.current())

    def _show_award(self, each: Annal | None) -> None:
        self.title.setText(each.title if each else "")
        year = words.label("year").format(year=each.year) if each else ""
        self.who.setText(" · ".join(filter(None, (year, each.name, each.hall))) if each else "")
        self.words.setText(each.text if each else "")
        mine = each is not None and each.hero == self.actor.number
        self.certificate.unless(
            (each is None, CHOOSE),
            (each is not None and not each.named, _ANONYMOUS),
            (not (mine or may(self.actor.role, Act.AWARD)), _NOT_OWN),
        )

    def _book(self) -> None:
        def write(store: Store, file: Path, _kind: str) -> None:
            prints.book_pdf(annals.annals(store), file)

        save_file.ask(self, _BOOK, words.label("annals"), write, _PDF)

    def _certificate(self) -> None:
        each, today = self.table.current(), day_of(self.session.now())
        if each is None:
            return
        annal = each

        def write(store: Store, file: Path, _kind: str) -> None:
            pages = certificates.of_award(annal, today, codes.key(store.folder))
            sheets.pdf(pages, file, title=words.label("certificate"), size=certificates.CERTIFICATE.size)

        save_file.ask(self, _CERTIFICATE, f"{words.label('certificate')}-{annal.year}-{annal.name}", write, _PDF)


def _read(year: int, wanted: str, store: Store) -> SearchResult:
    scanned = codes.begins(wanted)
    certificate = annals.certified(store, wanted, codes.key(store.folder)) if scanned else None
    found = () if scanned else annals.annals(store, year, wanted)
    return SearchResult(annals.years(store), found, scanned, certificate)


def _columns() -> list[Column[Annal]]:
    return [
        Column(_YEAR, lambda each: str(each.year)),
        Column(QT_TRANSLATE_NOOP("Counter", "姓名"), lambda each: each.name, lambda each: "" if each.named else "soft"),
        Column(QT_TRANSLATE_NOOP("Counter", "题目"), lambda each: each.title, stretch=True),
    ]
