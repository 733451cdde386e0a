"""推荐与同意: nominating a deed from the diary or for the station, and consenting to one's own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from counter.kit import save_file
from counter.kit.clock import moment
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import AnyPage
from counter.kit.panel import Panel
from counter.kit.scroll import text_below
from counter.kit.staff_choice import staff_choice
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import SAVE, Button, Text, TextArea, say
from counter.store_type import Store
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, may
from shared.domain.workdays import day_of
from shared.practice.caring import actions, prints, words
from shared.practice.caring.own import ConsentRequest, Copy
from shared.practice.caring.views import Consent
from shared.practice.diary import actions as diary
from shared.practice.diary import words as diary_words
from shared.practice.diary.views import DiaryEntry
from shared.qt.boxes import row

_DIARY = QT_TRANSLATE_NOOP("Counter", "从我的日记推荐")
_ASKED = QT_TRANSLATE_NOOP("Counter", "关于我的，和我推荐的")
_NOMINATE = QT_TRANSLATE_NOOP("Counter", "推荐参评")
_STATION = QT_TRANSLATE_NOOP("Counter", "本站推荐")
_AGREE, _DECLINE = QT_TRANSLATE_NOOP("Counter", "同意参评"), QT_TRANSLATE_NOOP("Counter", "不同意")
_COPY = QT_TRANSLATE_NOOP("Counter", "我的材料（PDF）")
_HERO = QT_TRANSLATE_NOOP("Counter", "这是谁的事迹")
_DAY, _TEXT = QT_TRANSLATE_NOOP("Counter", "日期"), QT_TRANSLATE_NOOP("Counter", "事迹")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_CLOSED = QT_TRANSLATE_NOOP("Counter", "现在没有评奖在接受推荐。")
_OPEN = QT_TRANSLATE_NOOP("Counter", "{year} 年评奖正在接受推荐；交评审前会隐去姓名，并征得当事人同意。")
_DECLINE_IS_FINAL = QT_TRANSLATE_NOOP("Counter", "不同意就不参评，也不会有人知道；材料随即清除，不能再改回来。")
_STATES = {
    Consent.OPEN: QT_TRANSLATE_NOOP("Counter", "等我同意"),
    Consent.GIVEN: QT_TRANSLATE_NOOP("Counter", "已同意"),
}
_PDF = {"pdf": "PDF"}
_THEY_DECIDE = QT_TRANSLATE_NOOP("Counter", "这是您推荐的，由当事人决定。")
_AGREED = QT_TRANSLATE_NOOP("Counter", "已经同意参评。")
_BY_ME = QT_TRANSLATE_NOOP("Counter", "我推荐的")


class OwnPart(QWidget):
    """The person's diary at the left, requests for consent at the right."""

    def __init__(self, page: AnyPage) -> None:
        super().__init__()
        self._page = page
        self.open = Text(style="soft", wrap=True)
        self.entries: Table[DiaryEntry] = Table(_DIARY, self._entry_columns(), key=lambda each: each.id)
        self.asked: Table[ConsentRequest] = Table(_ASKED, self._asked_columns(), key=lambda each: each.entry)
        self.words, self.whole = Text(wrap=True), Text(wrap=True)
        self.nominate = Button(_NOMINATE, "primary", "write", "Ctrl+Return")
        self.station = Button(_STATION, shortcut="Ctrl+T")
        self.agree = Button(_AGREE, "primary", "check", "Ctrl+Shift+Return")
        self.decline = Button(_DECLINE, shortcut="Ctrl+Delete")
        self.copy = Button(_COPY, shortcut=SAVE)
        self._year, self._now = 0, 0
        self._copies: tuple[Copy, ...] = ()
        self._build()

    def _build(self) -> None:
        left, right = Panel(_DIARY), Panel(_ASKED)
        left.box.addWidget(self.open)
        left.box.addWidget(self.entries, 1)
        left.box.addWidget(text_below(self.words))
        left.box.addLayout(Flow(self.station, self.nominate, right=True))
        right.box.addWidget(self.asked, 1)
        right.box.addWidget(text_below(self.whole))
        right.box.addLayout(Flow(self.copy, self.decline, self.agree, right=True))
        both = row(left, right, spacing="small")
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.setLayout(both)
        self.station.setVisible(may(self._page.actor.role, Act.SEE_HALL))
        self.entries.moved.connect(self._on_entry_changed)
        self.asked.moved.connect(self._on_request_changed)
        self.nominate.clicked.connect(self._nominate)
        self.station.clicked.connect(self._nominate_station)
        self.agree.clicked.connect(lambda: self._consent(True))
        self.decline.clicked.connect(self._ask_decline)
        self.copy.clicked.connect(self._copy)

    def take_focus(self) -> None:
        """Put the cursor on requests if one waits, else on the diary."""
        waits = any(each.consent is Consent.OPEN and not each.by_me for each in self.asked.rows.given)
        (self.asked if waits else self.entries).setFocus()

    def show_mine(
        self,
        year: int,
        entries: tuple[DiaryEntry, ...],
        asked: tuple[ConsentRequest, ...],
        copies: tuple[Copy, ...],
        now: int,
    ) -> None:
        """Show these; `year` is that of the round that takes nominations."""
        self._year, self._copies, self._now = year, copies, now
        self.open.setText(say(_OPEN).format(year=year) if year else say(_CLOSED))
        self.station.unless((not year, _CLOSED))
        self.entries.show_rows(entries)
        self.asked.show_rows(asked)
        self.copy.setVisible(bool(copies))

    def _on_entry_changed(self, each: DiaryEntry | None) -> None:
        self.nominate.unless((not self._year, _CLOSED), (each is None, CHOOSE))
        self.words.setText((each.text or "") if each else "")

    def _on_request_changed(self, each: ConsentRequest | None) -> None:
        always = (each is None, CHOOSE), (each is not None and each.by_me, _THEY_DECIDE)
        self.agree.unless(*always, (each is not None and each.consent is not Consent.OPEN, _AGREED))
        self.decline.unless(*always)
        self.whole.setText(each.text if each else "")

    def _nominate(self) -> None:
        each, page = self.entries.current(), self._page
        if each is None:
            return
        entry, is_candidate = each.id, each.candidate
        dialog = Dialog(page, _NOMINATE, (each.text or "")[:200], ok=_OK)
        dialog.add("hero", _HERO, staff_choice(self._page.session))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            hero, now, actor = values["hero"], page.session.now(), page.actor

            def work(store: Store) -> str | Refusal:
                if not is_candidate and (refusal := diary.set_candidate(store, actor, entry, True, now=now)):
                    return refusal
                return actions.nominate(store, actor, entry, hero, now=now)

            page.answer(asked, work, lambda _: page.notice.say(self.tr("已推荐。")))

        dialog.ask(submit)

    def _nominate_station(self) -> None:
        page, today = self._page, day_of(self._page.session.now())
        dialog = Dialog(page, _STATION, say(_OPEN).format(year=self._year), ok=_OK)
        dialog.add("hero", _HERO, staff_choice(self._page.session))
        dialog.add("day", _DAY, DateField(page.session, today, lambda day, _: day <= today))
        dialog.add("text", _TEXT, TextArea(lines=8))

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            hero, day, text, now = values["hero"], values["day"], values["text"], page.session.now()
            page.answer(
                asked,
                lambda store: actions.nominate_station(store, page.actor, hero, day, text, now=now),
                lambda _: page.notice.say(self.tr("已推荐。")),
            )

        dialog.ask(submit)

    def _consent(self, agrees: bool) -> None:
        each, page = self.asked.current(), self._page
        if each is None:
            return
        entry, now = each.entry, page.session.now()
        page.act(
            lambda store: actions.consent(store, page.actor, entry, agrees, now=now),
            lambda _: page.notice.say(self.tr("已同意参评。")),
        )

    def _ask_decline(self) -> None:
        each, page = self.asked.current(), self._page
        if each is None or each.by_me:
            return
        entry = each.entry

        def submit(asked: Dialog, _values: Mapping[str, Any]) -> None:
            now = page.session.now()
            page.answer(
                asked,
                lambda store: actions.consent(store, page.actor, entry, False, now=now),
                lambda _: page.notice.say(self.tr("已撤回，不参评。")),
            )

        Dialog(page, _DECLINE, say(_DECLINE_IS_FINAL), ok=_DECLINE, look="danger").ask(submit)

    def _copy(self) -> None:
        if not self._copies:
            return
        copy, name = self._copies[0], self._page.actor.name

        def write(_store: Store, file: Path, _kind: str) -> None:
            prints.copy_pdf(copy, name, file)

        save_file.ask(self._page, _COPY, f"{words.label('award')}-{copy.year}-{name}", write, _PDF)

    def _entry_columns(self) -> list[Column[DiaryEntry]]:
        return [
            Column(
                QT_TRANSLATE_NOOP("Counter", "时间"),
                lambda each: moment(each.at, self._now),
                order=lambda each: each.at,
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "类别"), lambda each: diary_words.entry(each.entry)),
            Column(QT_TRANSLATE_NOOP("Counter", "参评"), lambda each: "✓" if each.candidate else ""),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda each: each.text or "", stretch=True),
        ]

    def _asked_columns(self) -> list[Column[ConsentRequest]]:
        return [
            Column(
                QT_TRANSLATE_NOOP("Counter", "状态"),
                lambda each: say(_BY_ME if each.by_me else _STATES.get(each.consent, "")),
                lambda each: "soft" if each.by_me else "warn" if each.consent is Consent.OPEN else "good",
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "当事人"), lambda each: self._page.session.here.name(each.hero)),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda each: each.text, stretch=True),
        ]
