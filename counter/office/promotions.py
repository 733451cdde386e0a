"""晋级: promotions that are due, confirmed by the office; withdrawn only by a second person."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit import save_file
from counter.kit.clock import short_day
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import FIND, PRINT, Button, Text, TextArea, TextField, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.roles import Act
from shared.people import views as people
from shared.practice.cards import words
from shared.practice.promotion import actions, views
from shared.practice.promotion.views import Promotion, Standing
from shared.practice.promotion.words import label
from shared.prints import certificates
from shared.qt import sheets
from shared.qt.boxes import row

_TITLE = QT_TRANSLATE_NOOP("Counter", "晋级")
_CONFIRM, _TAKE_BACK = QT_TRANSLATE_NOOP("Counter", "确认晋级"), QT_TRANSLATE_NOOP("Counter", "撤回晋级")
_CERTIFICATE = QT_TRANSLATE_NOOP("Counter", "证书（PDF）")
_NOT_DUE = QT_TRANSLATE_NOOP("Counter", "这位员工没有到期待确认的级别。")
_NOT_CONFIRMED = QT_TRANSLATE_NOOP("Counter", "这位员工还没有确认过的级别。")
_REASON = QT_TRANSLATE_NOOP("Counter", "原因")
_SEARCH = QT_TRANSLATE_NOOP("Counter", "查找姓名、工号，或扫证书上的码  Ctrl+F")
_EXPLAIN = QT_TRANSLATE_NOOP("Counter", "确认后的级别不因以后排除的卡而降低；撤回须由确认人以外的同事办理并写明原因。")


class PromotionsData(msgspec.Struct, frozen=True):
    """The standings; `scanned`: the search text is a code, `certificate`: its promotion, None if not genuine."""

    standings: tuple[Standing, ...]
    scanned: bool
    certificate: Promotion | None
    halls: Mapping[str, str]


class PromotionsPage(Page[PromotionsData]):
    """Lists the staff on the ladder, due promotions first."""

    place = Place("promotions", _TITLE, "steps", Act.PROMOTE, Group.OFFICE, 2, Theme.CARE)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self.search, self.checked = TextField(_SEARCH), Text(style="lead", wrap=True)
        self.table: Table[Standing] = Table(_TITLE, self._columns(), key=lambda each: each.number)
        self.confirm = Button(_CONFIRM, "primary", "check", "Ctrl+Return")
        self.take_back = Button(_TAKE_BACK, shortcut="Ctrl+Backspace")
        self.certificate = Button(_CERTIFICATE, shortcut=PRINT)
        self.search_button = Button(QT_TRANSLATE_NOOP("Counter", "查找"), "quiet", shortcut=FIND)
        self._build()

    def _build(self) -> None:
        self.body.addLayout(row(self.search, self.search_button))
        self.body.addWidget(self.checked)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addLayout(Flow(None, self.take_back, self.certificate, self.confirm))
        self.search.textChanged.connect(self.refresh)
        self.search.returnPressed.connect(self.table.setFocus)
        self.search_button.clicked.connect(self.search.setFocus)
        self.table.moved.connect(self._on_row_changed)
        self.confirm.clicked.connect(self._confirm)
        self.take_back.clicked.connect(self._take_back)
        self.certificate.clicked.connect(self._certificate)

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """The number of promotions that are due."""
        return sum(each.due for each in views.standings(store))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], PromotionsData]:
        wanted = self.search.text().strip()

        def read(store: Store) -> PromotionsData:
            scanned = codes.begins(wanted)
            certificate = views.certified(store, wanted, codes.key(store.folder)) if scanned else None
            found = [each for each in views.standings(store) if scanned or wanted in each.number + each.name]
            halls = {hall.code: hall.name for hall in people.halls(store)}
            return PromotionsData(tuple(found), scanned, certificate, halls)

        return read

    def show_data(self, data: PromotionsData) -> None:
        self.checked.setVisible(data.scanned)
        if data.scanned:
            self.checked.setText(self._certificate_text(data.certificate))
        self.table.show_rows(data.standings, "" if data.scanned else self.search.text().strip())
        if data.certificate:
            self.table.select(data.certificate.staff)

    def _certificate_text(self, found: Promotion | None) -> str:
        if found is None:
            return self.tr("这个码不是有效的晋级证书。")
        text = self.tr("证书有效：{name}，{level}，{day}。")
        return text.format(
            name=self.session.here.name(found.staff),
            level=words.level(found.level),
            day=short_day(found.day, self.session.now()),
        )

    def _on_row_changed(self, each: Standing | None) -> None:
        self.confirm.unless((each is None, CHOOSE), (each is not None and not each.due, _NOT_DUE))
        for button in (self.take_back, self.certificate):
            button.unless((each is None, CHOOSE), (each is not None and each.promotion is None, _NOT_CONFIRMED))

    def _confirm(self) -> None:
        if each := self.table.current():
            now, number = self.session.now(), each.number
            text = self.tr("{name} 晋升为{level}。").format(name=each.name, level=words.level(each.reached))
            self.act(lambda store: actions.promote(store, self.actor, number, now=now), lambda _: self.notice.say(text))

    def _take_back(self) -> None:
        each = self.table.current()
        if each is None or each.promotion is None:
            return
        promotion, now = each.promotion.id, self.session.now()
        dialog = Dialog(self, _TAKE_BACK, f"{each.number} {each.name}", ok=_TAKE_BACK, look="danger")
        dialog.add("reason", _REASON, TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            self.answer(asked, lambda store: actions.take_back(store, self.actor, promotion, values["reason"], now=now))

        dialog.ask(submit)

    def _certificate(self) -> None:
        each = self.table.current()
        if each is None or each.promotion is None:
            return
        promotion, name = each.promotion, each.name

        def write(store: Store, file: Path, _: str) -> None:
            pages = certificates.of_level(promotion, name, codes.key(store.folder))
            sheets.pdf(pages, file, title=label("certificate"), size=certificates.CERTIFICATE.size)

        save_file.ask(self, _CERTIFICATE, f"{label('certificate')}-{each.number}", write, {"pdf": "PDF"})

    def _columns(self) -> list[Column[Standing]]:
        def held(each: Standing) -> str:
            return words.level(each.promotion.level) if each.promotion else "—"

        def state(each: Standing) -> str:
            return say(_DUE if each.due else _HELD)

        return [
            Column(QT_TRANSLATE_NOOP("Counter", "状态"), state, lambda each: "warn" if each.due else "good"),
            Column(QT_TRANSLATE_NOOP("Counter", "工号"), lambda each: each.number),
            Column(QT_TRANSLATE_NOOP("Counter", "姓名"), lambda each: each.name, stretch=True),
            Column(QT_TRANSLATE_NOOP("Counter", "大厅"), lambda each: self._hall(each.hall)),
            Column(QT_TRANSLATE_NOOP("Counter", "累计"), lambda each: str(each.total), right=True),
            Column(
                QT_TRANSLATE_NOOP("Counter", "达到"), lambda each: words.level(each.reached) if each.reached else "—"
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "已确认"), held),
        ]

    def _hall(self, code: str) -> str:
        return self.data.halls.get(code, code) if self.data else code


_DUE, _HELD = QT_TRANSLATE_NOOP("Counter", "待确认"), QT_TRANSLATE_NOOP("Counter", "已确认")
