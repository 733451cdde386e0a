"""A demo hall: 和平大厅 with its staff on duty and a few days of records, all made through the real actions.

Everything is chosen by a seeded generator, so the demo looks the same on every machine that day; only PINs differ.
"""

import heapq
import random
import secrets
from collections.abc import Callable
from datetime import date, time, timedelta
from functools import partial

from shared.daily_log import actions as daily_log
from shared.demo import issue
from shared.domain.actor import Actor
from shared.domain.progress import Progress, no_progress
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.domain.workdays import day_of, ms_at
from shared.journal.store import Store
from shared.people import actions as people
from shared.people import rules as people_rules
from shared.people.policy import PinsPolicy
from shared.people.rules import RosterLine
from shared.practice.cards import actions as cards
from shared.practice.cards import views as card_views
from shared.practice.cards.facts import P, Verdict
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Channel, Satisfaction, Topic
from shared.practice.pauses import actions as pauses
from shared.practice.pauses.facts import Count, Reason, Source
from shared.reference.views import calendar, policy

HALL = "和平大厅"
BRANCH = "和平分公司"
DAYS = 5
_MINUTE = 60_000
_SEED = 2014


def _line(number: str, name: str, window: str, post: str = "cashier", role: Role = Role.STAFF) -> RosterLine:
    return RosterLine(number=number, name=name, branch=BRANCH, hall=HALL, window=window, post=post, role=role)


ROSTER = (
    _line("1001", "王秀英", "1"),
    _line("1002", "李婷", "2"),
    _line("1003", "张建国", "3"),
    _line("1004", "刘晓燕", "4"),
    _line("1005", "陈思远", "5", "consultant"),
    _line("1006", "杨雪", "6", "consultant"),
    _line("2001", "赵红梅", "", role=Role.SUPERVISOR),
    _line("9001", "周文博", "", "", Role.OFFICE),
)
ACTORS = {line.number: Actor(line.number, line.name, line.role, line.post, line.hall) for line in ROSTER}
_WINDOWS = tuple(line.number for line in ROSTER if line.window)
_SUPERVISOR = ACTORS["2001"]
_SENTENCES = (
    "讲得很清楚，老人也听得懂，谢谢！",
    "排队时间长，但是态度一直很好。",
    "帮我找到了忘在柜台的卡，感谢。",
    "下雨天还主动帮我撑伞，暖心。",
    "业务特别熟，几分钟就办完了。",
)
_MESSAGE = "已经联系相关部门，尽快给您答复。"
_ANSWER = "已电话告知办理结果，用户表示清楚。"
_QUESTIONS = (
    (Topic.QUESTION, "新房过户后燃气卡怎么更名，需要带哪些材料？"),
    (Topic.COMPLAINT, "上周报修灶具打火不灵，一直没有人联系我。"),
    (Topic.QUESTION, "IC卡丢了，补卡期间家里怎么用气？"),
    (Topic.QUESTION, "免费胶管什么时候可以发放到我们小区？"),
)
_DIARY = (
    (Entry.DISCOVERY, "发现一位老人连续三次来问同一件事，给他写了一张大字说明。"),
    (Entry.GRIEVANCE, "用户因系统慢发火，解释后离开，心里有点难受。"),
    (Entry.PRAISE, "李婷帮我顶了十分钟窗口，谢谢她。"),
    (Entry.SUGGESTION, "建议把过户材料清单打印出来放在取号机旁边。"),
    (Entry.HANDOVER, "3号窗口打印机缺纸，已领一包放在抽屉里。"),
)


def fill(store: Store, *, now: int, progress: Progress = no_progress) -> dict[str, str]:
    """Set the hall up and record its last days up to `now` (ms). Returns the new PINs by staff number."""
    days = _days(store, day_of(now))
    total = len(days) + len(ROSTER)
    people.set_hall(store, HALL, HALL, BRANCH, now=ms_at(days[0], time(7)))
    people.import_staff(store, ROSTER, now=ms_at(days[0], time(7)))
    pins = {}
    for done, line in enumerate(ROSTER, start=1):
        pins[line.number] = _set_pin(store, line.number, now=ms_at(days[0], time(7)))
        progress(done, total)
    for done, day in enumerate(days, start=len(ROSTER) + 1):
        _Day(store, day, random.Random(f"{_SEED} {done}"), until=now).live()
        progress(done, total)
    issue.fill(store, ACTORS, now=now)
    for number in _WINDOWS:  # whatever the hour, the demo shows people at their windows
        people.set_duty(store, ACTORS[number], number, True, now=now)
    return pins


def _days(store: Store, today: date) -> list[date]:
    """The last working days, and today whatever day it is."""
    table = calendar(store)
    days = [today]
    while len(days) < DAYS:
        before = days[-1] - timedelta(days=1)
        while not table.is_workday(before):
            before -= timedelta(days=1)
        days.append(before)
    return days[::-1]


def _set_pin(store: Store, number: str, *, now: int) -> str:
    values = policy(store)[PinsPolicy]
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(values.digits))
        if people_rules.new_pin(pin, values) is None:
            people.set_pin(store, number, pin, now=now)
            return pin


class _Day:
    """One day of the hall: everything is planned first, then recorded in the order of time."""

    def __init__(self, store: Store, day: date, chance: random.Random, *, until: int) -> None:
        self._store, self._day, self._chance, self._until = store, day, chance, until
        self._steps: list[tuple[int, int, Callable[[int], object]]] = []

    def live(self) -> None:
        """Record what was planned, up to `until` (ms)."""
        self._plan()
        while self._steps:
            now, _, do = heapq.heappop(self._steps)
            if now < self._until:
                do(now)

    def _plan(self) -> None:
        for place, number in enumerate(_WINDOWS):
            self._at(time(8, 20 + place), partial(self._duty, number, True))
            self._at(time(16, 35 + place), partial(self._duty, number, False))
        self._plan_cards()
        self._plan_pause()
        self._plan_inquiry()
        self._at(time(15, 50), self._write_diary)
        self._at(time(16, 45), self._review)
        self._at(time(16, 50), lambda now: daily_log.sign(self._store, _SUPERVISOR, HALL, self._day, now=now))

    def _at(self, clock: time | int, do: Callable[[int], object]) -> None:
        """Plan `do` for a time of the day, or for a moment (ms)."""
        moment = clock if isinstance(clock, int) else ms_at(self._day, clock)
        heapq.heappush(self._steps, (moment, len(self._steps), do))

    def _duty(self, number: str, on: bool, now: int) -> None:
        people.set_duty(self._store, ACTORS[number], number, on, now=now)

    def _plan_cards(self) -> None:
        """Eleven customers, at most two for each window, one of them touching twice; and one card of a colleague."""
        start = ms_at(self._day, time(8, 45))
        for place, number in enumerate(self._chance.sample(_WINDOWS * 2, 11)):
            p = self._chance.choice(list(P))
            sentence = self._chance.choice(_SENTENCES) if self._chance.random() < 0.4 else ""
            at = start + place * 38 * _MINUTE + self._chance.randrange(20 * _MINUTE)
            self._at(at, self._award(number, p, sentence))
            if place == 5:
                self._at(at + 40_000, self._award(number, p, ""))
        giver, receiver = self._chance.sample(_WINDOWS, 2)
        p = self._chance.choice(list(P))
        self._at(time(14, 12), lambda now: cards.give(self._store, ACTORS[giver], receiver, p, now=now))

    def _award(self, number: str, p: P, sentence: str) -> Callable[[int], object]:
        return lambda now: cards.award(self._store, number, p, sentence=sentence, now=now)

    def _plan_pause(self) -> None:
        number, other = self._chance.sample(_WINDOWS[:4], 2)
        reason = self._chance.choice([None, *Reason])
        self._at(time(10, 47), lambda now: self._pause(number, 2, reason, now))
        self._at(time(14, 5), lambda now: self._pause(other, self._chance.choice((3, 4, 7)), None, now))

    def _pause(self, number: str, waiting: int, reason: Reason | None, now: int) -> None:
        count = Count(waiting=waiting, source=Source.ATTESTED, counted_at=now)
        started = pauses.request(self._store, ACTORS[number], waiting=count, reason=reason, now=now)
        length = self._chance.randrange(230_000, 310_000)
        if not isinstance(started, Refusal):
            pause = started.pause
            self._at(now + length, lambda now: pauses.end(self._store, ACTORS[number], pause, length, now=now))

    def _plan_inquiry(self) -> None:
        topic, text = self._chance.choice(_QUESTIONS)
        owner, spot = self._chance.sample(_WINDOWS, 2)
        self._at(time(9, 32), lambda now: self._ask(owner, topic, text, now))
        self._at(
            time(11, 18),
            lambda now: inquiries.open_inquiry(
                self._store,
                ACTORS[spot],
                text="请问周末能不能买气？",
                channel=Channel.PHONE,
                answer="可以，周六上午八点半到十一点半。",
                now=now,
            ),
        )

    def _ask(self, owner: str, topic: Topic, text: str, now: int) -> None:
        """A ticket that is handed on after an hour; older ones have their message and, mostly, their answer."""
        opened = inquiries.open_inquiry(
            self._store, ACTORS[owner], text=text, name="孙先生", phone="13900000000", topic=topic, now=now
        )
        if isinstance(opened, Refusal):
            return
        ticket = opened.id
        handler = self._chance.choice([number for number in _WINDOWS if number != owner])
        actor, hour, by_hand = ACTORS[handler], 60 * _MINUTE, "由专人办理"
        self._at(
            now + hour, lambda now: inquiries.transfer(self._store, ACTORS[owner], ticket, handler, by_hand, now=now)
        )
        if self._chance.random() < 0.6:
            self._at(now + 3 * hour, lambda now: inquiries.inform(self._store, actor, ticket, _MESSAGE, now=now))
            self._at(now + 5 * hour, lambda now: self._answer(actor, ticket, now))

    def _answer(self, actor: Actor, ticket: str, now: int) -> None:
        satisfied = Satisfaction.SATISFIED
        inquiries.close(self._store, actor, ticket, _ANSWER, satisfaction=satisfied, now=now)

    def _write_diary(self, now: int) -> None:
        entry, text = self._chance.choice(_DIARY)
        number = self._chance.choice(_WINDOWS)
        diary.write(self._store, ACTORS[number], entry, text, candidate=entry is Entry.DISCOVERY, now=now)

    def _review(self, now: int) -> None:
        """The supervisor looks at all flagged cards but the newest, so that there is always one to look at."""
        for card in card_views.suspect(self._store, HALL)[1:]:
            cards.review(self._store, _SUPERVISOR, card.card, Verdict.EXCLUDE, "同一用户连点两次", now=now)
