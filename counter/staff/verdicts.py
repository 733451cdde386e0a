"""投诉定性: the supervisor proposes a verdict on a closed complaint, the person answers, the office decides."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter.kit.choice import choice
from counter.kit.dialog import Dialog
from counter.kit.flow import Flow
from counter.kit.page import Page
from counter.kit.place import Group, Place, Theme
from counter.kit.scroll import text_below
from counter.kit.table import CHOOSE, Column, Table
from counter.kit.words import Button, Text, TextArea, say
from counter.session import CounterSession
from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Act, Role, may
from shared.practice.complaints import actions, views, words
from shared.practice.complaints.actions import Opinion
from shared.practice.complaints.facts import About, Verdict
from shared.practice.complaints.views import Case, Complaint, State

_TITLE = QT_TRANSLATE_NOOP("Counter", "投诉定性")
_PROPOSE = QT_TRANSLATE_NOOP("Counter", "拟定意见")
_ANSWER = QT_TRANSLATE_NOOP("Counter", "本人说明")
_DECIDE = QT_TRANSLATE_NOOP("Counter", "认定")
_REOPEN = QT_TRANSLATE_NOOP("Counter", "重新处理")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_NOBODY = QT_TRANSLATE_NOOP("Counter", "（不针对个人）")
_FINAL = QT_TRANSLATE_NOOP("Counter", "已经认定；有新证据时由经营管理部重新处理。")
_NOT_PROPOSED = QT_TRANSLATE_NOOP("Counter", "站长还没有拟定意见。")
_NOT_ABOUT_ME = QT_TRANSLATE_NOOP("Counter", "只有当事人能说明。")
_NOT_FINAL = QT_TRANSLATE_NOOP("Counter", "还没有认定，不用重新处理。")
_EXPLAIN = QT_TRANSLATE_NOOP(
    "Counter", "站长拟定，本人在五个工作日内说明，经营管理部认定。只有认定属实的计入绩效和考核，提出多少投诉都不计。"
)
_TONES = {State.OPEN: "warn", State.PROPOSED: "warn", State.ANSWERED: "warn", State.FINAL: "good"}


class VerdictsPage(Page[tuple[Complaint, ...]]):
    """Lists the complaints that concern the reader: their own, their hall's, or all for the office."""

    place = Place("verdicts", _TITLE, "opinion", None, Group.EVERYBODY, 4, Theme.TEAM)

    def __init__(self, session: CounterSession, actor: Actor) -> None:
        super().__init__(session, actor)
        self._notified: set[str] = set()
        self.table: Table[Complaint] = Table(_TITLE, self._columns(), key=lambda each: each.case.ticket)
        self.grounds, self.said = Text(wrap=True), Text(wrap=True)
        self.propose = Button(_PROPOSE, "primary", "write", "Ctrl+Return")
        self.reply = Button(_ANSWER, "primary" if actor.role is Role.STAFF else "", shortcut="Ctrl+R")
        self.decide = Button(_DECIDE, "primary", "check", "Ctrl+Shift+Return")
        self.reopen = Button(_REOPEN, shortcut="Ctrl+Shift+R")
        self._build()

    def _build(self) -> None:
        self.table.moved.connect(self._on_row_changed)
        self.propose.clicked.connect(lambda: self._ask_verdict(_PROPOSE, actions.propose))
        self.decide.clicked.connect(lambda: self._ask_verdict(_DECIDE, actions.decide))
        self.reply.clicked.connect(lambda: self._ask_text(_ANSWER, actions.answer))
        self.reopen.clicked.connect(lambda: self._ask_text(_REOPEN, actions.reopen))
        self.body.addWidget(Text(_EXPLAIN, "soft", wrap=True))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Text(QT_TRANSLATE_NOOP("Counter", "理由"), "caption"))
        self.body.addWidget(text_below(self.grounds))
        self.body.addWidget(Text(_ANSWER, "caption"))
        self.body.addWidget(text_below(self.said))
        self.body.addLayout(Flow(None, self.reopen, self.reply, self.propose, self.decide))
        self.propose.setVisible(may(self.actor.role, Act.CONSENT))
        for button in (self.decide, self.reopen):
            button.setVisible(may(self.actor.role, Act.JUDGE))

    @classmethod
    def to_do(cls, store: Store, actor: Actor, now: int) -> int:
        """The number of complaints that wait for a step of this person."""
        return sum(_waits_for(actor, each) for each in views.concerning(store, actor, now=now))

    def take_focus(self) -> None:
        self.table.setFocus()

    def query(self) -> Callable[[Store], tuple[Complaint, ...]]:
        actor, now = self.actor, self.session.now()
        return lambda store: views.concerning(store, actor, now=now)

    def show_data(self, data: tuple[Complaint, ...]) -> None:
        self.table.show_rows(data)
        self._notify(data)

    def _notify(self, data: tuple[Complaint, ...]) -> None:
        """Record that the person has seen the proposal: the time to answer starts then."""
        me, now = self.actor, self.session.now()
        new = [each.case for each in data if _is_to_notify(each.case, me) and each.case.ticket not in self._notified]
        for case in new:
            self._notified.add(case.ticket)
            self.act(partial(_notify, me, case.ticket, now), lambda _: None)

    def _on_row_changed(self, each: Complaint | None) -> None:
        state = each.case.state if each else None
        proposed = state in (State.PROPOSED, State.ANSWERED)
        about_me = each is not None and each.case.person == self.actor.number
        none, final = (each is None, CHOOSE), (state is State.FINAL, _FINAL)
        not_yet = (not proposed, _NOT_PROPOSED)
        self.propose.unless(none, final)
        self.reply.unless(none, final, not_yet, (not about_me, _NOT_ABOUT_ME))
        self.decide.unless(none, final, not_yet)
        self.reopen.unless(none, (state is not State.FINAL, _NOT_FINAL))
        self.grounds.setText(each.grounds if each else "")
        self.said.setText(each.answer if each else "")

    def _ask_verdict(self, title: object, work: Callable[..., Refusal | None]) -> None:
        """Ask for a verdict, whom it is about and the grounds, filled in with what was proposed."""
        each = self.table.current()
        if each is None:
            return
        dialog = Dialog(self, title, views.head(each), ok=_OK)
        verdicts = choice({one: words.verdict(one.value) for one in Verdict.and_newer((each.verdict,))})
        about = choice({one: words.about(one.value) for one in About.and_newer((each.case.about,))})
        person = choice(self._people())
        for field, value in ((verdicts, each.verdict), (about, each.case.about), (person, each.case.person)):
            field.setCurrentIndex(max(0, field.findData(value)))
        dialog.add("verdict", QT_TRANSLATE_NOOP("Counter", "结论"), verdicts)
        dialog.side_by_side(
            ("about", QT_TRANSLATE_NOOP("Counter", "针对"), about),
            ("person", QT_TRANSLATE_NOOP("Counter", "员工"), person),
        )
        grounds = TextArea()
        grounds.setPlainText(each.grounds)
        dialog.add("grounds", QT_TRANSLATE_NOOP("Counter", "理由"), grounds)
        hall = each.hall

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, opinion = self.session.now(), _opinion(values, hall)
            self.answer(
                asked, lambda store: work(store, self.actor, each.case.ticket, opinion, now=now), self._done(title)
            )

        dialog.ask(submit)

    def _ask_text(self, title: object, work: Callable[..., Refusal | None]) -> None:
        each = self.table.current()
        if each is None:
            return
        dialog = Dialog(self, title, f"{views.head(each)}\n{each.grounds}", ok=_OK)
        dialog.add("text", QT_TRANSLATE_NOOP("Counter", "内容"), TextArea())

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            now, text = self.session.now(), values["text"]
            self.answer(
                asked, lambda store: work(store, self.actor, each.case.ticket, text, now=now), self._done(title)
            )

        dialog.ask(submit)

    def _done(self, title: object) -> Callable[[object], None]:
        return lambda _: self.notice.say(self.tr("{step}，已记录。").format(step=say(title)))

    def _people(self) -> dict[str, str]:
        people = self.session.here.people.values()
        return {"": say(_NOBODY)} | {each.number: f"{each.number} {each.name}" for each in people}

    def _columns(self) -> list[Column[Complaint]]:
        return [
            Column(
                QT_TRANSLATE_NOOP("Counter", "状态"),
                lambda c: words.state(c.case.state.value),
                lambda c: _TONES[c.case.state],
            ),
            Column(QT_TRANSLATE_NOOP("Counter", "工单号"), lambda c: c.number),
            Column(QT_TRANSLATE_NOOP("Counter", "结论"), lambda c: words.verdict(c.verdict) if c.verdict else ""),
            Column(QT_TRANSLATE_NOOP("Counter", "针对"), self._about),
            Column(QT_TRANSLATE_NOOP("Counter", "内容"), lambda c: c.text or c.grounds, stretch=True),
        ]

    def _about(self, each: Complaint) -> str:
        if not each.verdict:
            return ""
        person = each.case.person
        return self.session.here.full_name(person) if person else words.about(each.case.about.value)


def _opinion(values: Mapping[str, Any], hall: str) -> Opinion:
    about = values["about"]
    person = values["person"] if about is About.PERSON else ""
    return Opinion(values["verdict"], about, values["grounds"], person or "", hall if about is About.UNIT else "")


def _is_to_notify(case: Case, me: Actor) -> bool:
    return case.person == me.number and case.state is State.PROPOSED and case.told is None


def _notify(me: Actor, ticket: str, now: int, store: Store) -> Refusal | None:
    return actions.tell(store, me, ticket, now=now)


def _waits_for(actor: Actor, each: Complaint) -> bool:
    state, mine = each.case.state, each.case.person == actor.number
    if state is State.PROPOSED and mine:
        return True
    if may(actor.role, Act.JUDGE):
        return state is State.ANSWERED
    return state is State.OPEN and may(actor.role, Act.CONSENT)
