"""The office's steps of a round of the caring award, each as a dialog."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from counter.kit.choice import choice
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.number_field import NumberField
from counter.kit.page import Page
from counter.kit.recorded_step import record_step
from counter.kit.staff_choice import staff_choice
from counter.kit.staff_typed import numbers_typed
from counter.kit.words import TextArea, say
from counter.store_type import Store
from shared.domain.workdays import day_of
from shared.practice.caring import actions
from shared.practice.caring.actions import Opening
from shared.practice.caring.board import Board
from shared.practice.caring.policy import Caring
from shared.practice.caring.views import Entry, Objection, State

_OPEN = QT_TRANSLATE_NOOP("Counter", "开始评奖")
_JURY = QT_TRANSLATE_NOOP("Counter", "评委（工号或姓名，用空格分开）")
_PLACES, _MINIMUM = QT_TRANSLATE_NOOP("Counter", "名额"), QT_TRANSLATE_NOOP("Counter", "入选分")
_NOMINATE, _JUDGE = QT_TRANSLATE_NOOP("Counter", "推荐到"), QT_TRANSLATE_NOOP("Counter", "评审到")
_APPOINT, _JUROR = QT_TRANSLATE_NOOP("Counter", "补请评委"), QT_TRANSLATE_NOOP("Counter", "评委")
_NOMINATE_FROM_DIARY, _HERO = QT_TRANSLATE_NOOP("Counter", "从日记推荐"), QT_TRANSLATE_NOOP("Counter", "当事人")
_DIARY = QT_TRANSLATE_NOOP("Counter", "日记")
_SET_ASIDE, _REASON = QT_TRANSLATE_NOOP("Counter", "撤出"), QT_TRANSLATE_NOOP("Counter", "理由")
_ANSWER, _DECISION = QT_TRANSLATE_NOOP("Counter", "答复异议"), QT_TRANSLATE_NOOP("Counter", "决定")
_ACCEPT, _DECLINE = QT_TRANSLATE_NOOP("Counter", "采纳"), QT_TRANSLATE_NOOP("Counter", "不采纳")
_REOPEN = QT_TRANSLATE_NOOP("Counter", "重新评审")
_CLOSE = QT_TRANSLATE_NOOP("Counter", "结束评审")
_DECIDE = QT_TRANSLATE_NOOP("Counter", "评定")
_CHAIR = QT_TRANSLATE_NOOP("Counter", "评委会主持")
_MINUTE = QT_TRANSLATE_NOOP("Counter", "会议记录（校正后获奖者不同时必填）")
_ANNOUNCE = QT_TRANSLATE_NOOP("Counter", "公示")
_FINISH = QT_TRANSLATE_NOOP("Counter", "入册")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_CONFIRM = {
    _CLOSE: QT_TRANSLATE_NOOP("Counter", "结束后不再收分，结果不再变化。"),
    _ANNOUNCE: QT_TRANSLATE_NOOP("Counter", "向全体员工公示姓名，五个工作日内可提异议。"),
    _FINISH: QT_TRANSLATE_NOOP("Counter", "写入经营大事迹，并把材料发给每一位被提名的人。"),
}
_NOMINATE_DAYS, _JUDGE_DAYS = 30, 14
_MAX_PLACES, _MAX_POINTS = 100, 300


class Steps(QObject):
    """Opens the dialogs over `page`, which reports what was recorded."""

    def __init__(self, page: Page[Board]) -> None:
        super().__init__(page)
        self.page = page

    def next_name(self) -> object:
        """The name of the step that the round's state asks for next; "" for none."""
        found = self.page.data.round if self.page.data else None
        if found is None:
            return ""
        if found.state is State.JUDGING:
            return _DECIDE if found.closed else _CLOSE
        return {State.DECIDED: _ANNOUNCE, State.ANNOUNCED: _FINISH}.get(found.state, "")

    def do_next_step(self) -> None:
        """Do the step that `next_name` names."""
        name = self.next_name()
        if name == _DECIDE:
            self._decide()
            return
        work = {_CLOSE: actions.close_jury, _ANNOUNCE: actions.announce, _FINISH: actions.finish}.get(str(name))
        if work is not None:
            step = work
            self._ask(
                name,
                say(_CONFIRM[str(name)]),
                {},
                lambda _: lambda store, now: step(store, *self._actor_and_year(), now=now),
            )

    def open_round(self) -> None:
        """Open a round for this year."""
        today, session = day_of(self.page.session.now()), self.page.session
        settings = session.here.policy[Caring]
        places, minimum = NumberField(_PLACES, 1, _MAX_PLACES), NumberField(_MINIMUM, 0, _MAX_POINTS)
        places.setValue(settings.places)
        minimum.setValue(settings.minimum)
        last = today + timedelta(days=_NOMINATE_DAYS)
        days = [DateField(session, day, lambda day, _: day >= today) for day in (last, last + timedelta(_JUDGE_DAYS))]
        dialog = Dialog(self.page, _OPEN, str(today.year), ok=_OK)
        dialog.add("jury", _JURY, TextArea())
        dialog.side_by_side(("places", _PLACES, places), ("minimum", _MINIMUM, minimum))
        dialog.add("nominate", _NOMINATE, days[0])
        dialog.add("judge", _JUDGE, days[1])

        def submit(asked: Dialog, values: Mapping[str, Any]) -> None:
            opening = Opening(
                jury=numbers_typed(self.page, values["jury"]),
                nominate_until=values["nominate"],
                judge_until=values["judge"],
                places=values["places"],
                minimum=values["minimum"],
            )
            record_step(
                self.page,
                asked,
                _OPEN,
                lambda store, now: actions.open_round(store, self.page.actor, today.year, opening, now=now),
            )

        dialog.ask(submit)

    def appoint(self) -> None:
        """Appoint one more juror."""
        fields = {"juror": (_JUROR, staff_choice(self.page.session))}
        self._ask(
            _APPOINT,
            "",
            fields,
            lambda values: lambda store, now: actions.appoint(store, *self._actor_and_year(), values["juror"], now=now),
        )

    def nominate(self) -> None:
        """Nominate a diary entry whose author consented to it."""
        data = self.page.data
        if data is None or not data.candidates:
            return
        name = self.page.session.here.name
        entries = choice({each.id: f"{name(each.staff)} · {(each.text or '')[:30]}" for each in data.candidates})
        actor = self.page.actor
        self._ask(
            _NOMINATE_FROM_DIARY,
            "",
            {"entry": (_DIARY, entries), "hero": (_HERO, staff_choice(self.page.session))},
            lambda values: lambda store, now: actions.nominate(store, actor, values["entry"], values["hero"], now=now),
        )

    def ask(self, entry: Entry | None) -> None:
        """Ask the hero for consent."""
        if entry is None:
            return
        page, now, key = self.page, self.page.session.now(), entry.entry
        page.act(
            lambda store: actions.ask(store, *self._actor_and_year(), key, now=now),
            lambda _: page.notice.say(self.tr("已向本人征求意见。")),
        )

    def set_aside(self, entry: Entry | None) -> None:
        """Take an entry out of the round, with a reason."""
        if entry is None:
            return
        key = entry.entry
        self._ask(
            _SET_ASIDE,
            entry.title or entry.text[:60],
            {"reason": (_REASON, TextArea())},
            lambda values: (
                lambda store, now: actions.set_aside(store, *self._actor_and_year(), key, values["reason"], now=now)
            ),
        )

    def answer(self, objection: Objection | None) -> None:
        """Answer an open objection."""
        if objection is None or objection.answered:
            return
        key = objection.id
        self._ask(
            _ANSWER,
            objection.text,
            {
                "accepted": (_DECISION, choice({False: say(_DECLINE), True: say(_ACCEPT)})),
                "answer": (_REASON, TextArea()),
            },
            lambda values: (
                lambda store, now: actions.answer(
                    store, *self._actor_and_year(), key, values["accepted"], values["answer"], now=now
                )
            ),
        )

    def reopen(self) -> None:
        """Reopen the judging, with a reason."""
        self._ask(
            _REOPEN,
            "",
            {"reason": (_REASON, TextArea())},
            lambda values: lambda store, now: actions.reopen(store, *self._actor_and_year(), values["reason"], now=now),
        )

    def _decide(self) -> None:
        data = self.page.data
        found = data.round if data else None
        if data is None or found is None:
            return
        name = self.page.session.here.full_name
        chairs = choice({number: name(number) for number in found.jurors})
        self._ask(
            _DECIDE,
            "\n".join(data.checks),
            {"chair": (_CHAIR, chairs), "minute": (_MINUTE, TextArea())},
            lambda values: (
                lambda store, now: actions.decide(
                    store, *self._actor_and_year(), values["chair"], values["minute"], now=now
                )
            ),
        )

    def _actor_and_year(self) -> tuple[Any, int]:
        """The actor and the year of the round shown."""
        assert self.page.data is not None
        return self.page.actor, self.page.data.year

    def _ask(
        self,
        title: object,
        intro: str,
        fields: Mapping[str, tuple[object, Any]],
        work: Callable[[Mapping[str, Any]], Callable[[Store, int], Any]],
    ) -> None:
        dialog = Dialog(self.page, title, intro, ok=_OK)
        for name, (label, field) in fields.items():
            dialog.add(name, label, field)
        dialog.ask(lambda asked, values: record_step(self.page, asked, title, work(values)))
