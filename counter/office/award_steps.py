"""What the office does with a round: each step asks what it needs, and records it."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from counter.kit.choice import choice
from counter.kit.date_field import DateField
from counter.kit.dialog import Dialog
from counter.kit.number_field import NumberField
from counter.kit.page import Page
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
_PUT_UP, _HERO = QT_TRANSLATE_NOOP("Counter", "从日记推荐"), QT_TRANSLATE_NOOP("Counter", "当事人")
_DIARY = QT_TRANSLATE_NOOP("Counter", "日记")
_ASIDE, _REASON = QT_TRANSLATE_NOOP("Counter", "撤出"), QT_TRANSLATE_NOOP("Counter", "理由")
_ANSWER, _DECISION = QT_TRANSLATE_NOOP("Counter", "答复异议"), QT_TRANSLATE_NOOP("Counter", "决定")
_ACCEPT, _DECLINE = QT_TRANSLATE_NOOP("Counter", "采纳"), QT_TRANSLATE_NOOP("Counter", "不采纳")
_AGAIN = QT_TRANSLATE_NOOP("Counter", "重新评审")
_CLOSE = QT_TRANSLATE_NOOP("Counter", "结束评审")
_DECIDE = QT_TRANSLATE_NOOP("Counter", "评定")
_CHAIR = QT_TRANSLATE_NOOP("Counter", "评委会主持")
_MINUTE = QT_TRANSLATE_NOOP("Counter", "会议记录（校正后获奖者不同时必填）")
_ANNOUNCE = QT_TRANSLATE_NOOP("Counter", "公示")
_FINISH = QT_TRANSLATE_NOOP("Counter", "入册")
_OK = QT_TRANSLATE_NOOP("Counter", "确定")
_TYPE = QT_TRANSLATE_NOOP("Counter", "输入工号或姓名")
_BEFORE = {
    _CLOSE: QT_TRANSLATE_NOOP("Counter", "结束后不再收分，结果不再变化。"),
    _ANNOUNCE: QT_TRANSLATE_NOOP("Counter", "向全体员工公示姓名，五个工作日内可提异议。"),
    _FINISH: QT_TRANSLATE_NOOP("Counter", "写入经营大事迹，并把材料发给每一位被提名的人。"),
}
_NOMINATE_DAYS, _JUDGE_DAYS = 30, 14
_MOST_PLACES, _MOST_POINTS = 100, 300
_SPACES = re.compile(r"[\s,，、;；]+")


class Steps(QObject):
    """The dialogs of the page; what was recorded is said on it."""

    def __init__(self, page: Page[Board]) -> None:
        super().__init__(page)
        self.page = page

    def next_name(self) -> object:
        """What the state of the round asks for next; "" for nothing."""
        found = self.page.data.round if self.page.data else None
        if found is None:
            return ""
        if found.state is State.JUDGING:
            return _DECIDE if found.closed else _CLOSE
        return {State.DECIDED: _ANNOUNCE, State.ANNOUNCED: _FINISH}.get(found.state, "")

    def go_on(self) -> None:
        """That step."""
        name = self.next_name()
        if name == _DECIDE:
            self._decide()
            return
        work = {_CLOSE: actions.close_jury, _ANNOUNCE: actions.announce, _FINISH: actions.finish}.get(str(name))
        if work is not None:
            step = work
            self._ask(
                name, say(_BEFORE[str(name)]), {}, lambda _: lambda store, now: step(store, *self._who(), now=now)
            )

    def open_round(self) -> None:
        """A new round for this year."""
        today, session = day_of(self.page.session.now()), self.page.session
        settings = session.here.policy[Caring]
        places, minimum = NumberField(_PLACES, 1, _MOST_PLACES), NumberField(_MINIMUM, 0, _MOST_POINTS)
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
                jury=self._numbers(values["jury"]),
                nominate_until=values["nominate"],
                judge_until=values["judge"],
                places=values["places"],
                minimum=values["minimum"],
            )
            self._record(
                asked,
                _OPEN,
                lambda store, now: actions.open_round(store, self.page.actor, today.year, opening, now=now),
            )

        dialog.ask(submit)

    def _numbers(self, typed: str) -> tuple[str, ...]:
        """Staff numbers; a name that one person has stands for theirs."""
        people = self.page.session.here.people.values()
        names = {each.name: each.number for each in people if sum(one.name == each.name for one in people) == 1}
        return tuple(names.get(each, each) for each in _SPACES.split(typed) if each)

    def appoint(self) -> None:
        """One more juror."""
        fields = {"juror": (_JUROR, self._people())}
        self._ask(
            _APPOINT,
            "",
            fields,
            lambda values: lambda store, now: actions.appoint(store, *self._who(), values["juror"], now=now),
        )

    def put_up(self) -> None:
        """Nominate somebody for what a diary tells that its author put up."""
        data = self.page.data
        if data is None or not data.candidates:
            return
        name = self.page.session.here.name
        entries = choice({each.id: f"{name(each.staff)} · {(each.text or '')[:30]}" for each in data.candidates})
        actor = self.page.actor
        self._ask(
            _PUT_UP,
            "",
            {"entry": (_DIARY, entries), "hero": (_HERO, self._people())},
            lambda values: lambda store, now: actions.nominate(store, actor, values["entry"], values["hero"], now=now),
        )

    def ask(self, entry: Entry | None) -> None:
        """Ask the hero."""
        if entry is None:
            return
        page, now, key = self.page, self.page.session.now(), entry.entry
        page.act(
            lambda store: actions.ask(store, *self._who(), key, now=now),
            lambda _: page.notice.say(self.tr("已向本人征求意见。")),
        )

    def set_aside(self, entry: Entry | None) -> None:
        """Take an entry out."""
        if entry is None:
            return
        key = entry.entry
        self._ask(
            _ASIDE,
            entry.title or entry.text[:60],
            {"reason": (_REASON, TextArea())},
            lambda values: lambda store, now: actions.set_aside(store, *self._who(), key, values["reason"], now=now),
        )

    def answer(self, objection: Objection | None) -> None:
        """Answer an objection."""
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
                    store, *self._who(), key, values["accepted"], values["answer"], now=now
                )
            ),
        )

    def reopen(self) -> None:
        """Judge again."""
        self._ask(
            _AGAIN,
            "",
            {"reason": (_REASON, TextArea())},
            lambda values: lambda store, now: actions.reopen(store, *self._who(), values["reason"], now=now),
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
                lambda store, now: actions.decide(store, *self._who(), values["chair"], values["minute"], now=now)
            ),
        )

    def _people(self) -> Any:
        people = self.page.session.here.people.values()
        box = choice({each.number: f"{each.number} {each.name}" for each in people})
        box.let_type(_TYPE)
        return box

    def _who(self) -> tuple[Any, int]:
        """Who acts, in which year's round."""
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
        dialog.ask(lambda asked, values: self._record(asked, title, work(values)))

    def _record(self, asked: Dialog, title: object, work: Callable[[Store, int], Any]) -> None:
        page, now = self.page, self.page.session.now()
        text = self.tr("{step}，已记录。").format(step=say(title))
        page.answer(asked, lambda store: work(store, now), lambda _: page.notice.say(text))
