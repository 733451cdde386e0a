"""One day of the demo hall: cards, a pause, tickets, numbers, the diary, the review of cards and the signature."""

from datetime import date, time
from functools import partial
from random import Random

from shared.daily_log import actions as daily_log
from shared.demo.acting import done
from shared.demo.agenda import Agenda, Step
from shared.demo.scene import ACTORS, HALL, SUPERVISOR, WINDOWS
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.workdays import ms_at
from shared.journal.store import Store
from shared.people import actions as people
from shared.practice.cards import actions as cards
from shared.practice.cards import views as card_views
from shared.practice.cards.facts import P, Verdict
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Channel, Satisfaction, Topic
from shared.practice.line import actions as line
from shared.practice.line.facts import SERVICES
from shared.practice.pauses import actions as pauses
from shared.practice.pauses.facts import Count, Reason, Source

_MINUTE = 60_000
_SUPERVISOR = ACTORS[SUPERVISOR]
_SERVED = 9  # numbers a day
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


class Day:
    """One day of the hall: everything is planned first, then recorded in the order of time."""

    def __init__(self, store: Store, agenda: Agenda, day: date, rng: Random) -> None:
        self._store, self._agenda, self._day, self._rng = store, agenda, day, rng

    def plan(self) -> None:
        """Put the day on the agenda."""
        for place, number in enumerate(WINDOWS):
            self._at(time(8, 20 + place), partial(self._duty, number, True))
            self._at(time(16, 35 + place), partial(self._duty, number, False))
        self._plan_cards()
        self._plan_pause()
        self._plan_inquiry()
        self._plan_line()
        self._at(time(15, 50), self._write_diary)
        self._at(time(16, 45), self._review)
        self._at(time(16, 50), lambda now: daily_log.sign(self._store, _SUPERVISOR, HALL, self._day, now=now))

    def _at(self, clock: time | int, do: Step) -> None:
        """Plan `do` for a time of the day, or for a moment (ms)."""
        self._agenda.moment(clock if isinstance(clock, int) else ms_at(self._day, clock), do)

    def _duty(self, number: str, on: bool, now: int) -> None:
        people.set_duty(self._store, ACTORS[number], number, on, now=now)

    def _plan_cards(self) -> None:
        """Eleven customers, at most two for each window, one of them touching twice; and one card of a colleague."""
        start = ms_at(self._day, time(8, 45))
        for place, number in enumerate(self._rng.sample(WINDOWS * 2, 11)):
            p = self._rng.choice(list(P))
            sentence = self._rng.choice(_SENTENCES) if self._rng.random() < 0.4 else ""
            at = start + place * 38 * _MINUTE + self._rng.randrange(20 * _MINUTE)
            self._at(at, self._award(number, p, sentence))
            if place == 5:
                self._at(at + 40_000, self._award(number, p, ""))
        giver, receiver = self._rng.sample(WINDOWS, 2)
        p = self._rng.choice(list(P))
        self._at(time(14, 12), lambda now: cards.give(self._store, ACTORS[giver], receiver, p, now=now))

    def _award(self, number: str, p: P, sentence: str) -> Step:
        return lambda now: cards.award(self._store, number, p, sentence=sentence, now=now)

    def _plan_line(self) -> None:
        """Customers with a number, one after the other."""
        for place in range(_SERVED):
            at = ms_at(self._day, time(9, 5)) + place * 42 * _MINUTE
            number, service = self._rng.choice(WINDOWS), self._rng.choice(list(SERVICES))
            self._at(at, partial(self._serve, number, service, self._rng.randrange(3, 12)))

    def _serve(self, window: str, service: str, minutes: int, now: int) -> None:
        done(line.take(self._store, service, now=now))
        called = done(line.call_next(self._store, ACTORS[window], now=now + _MINUTE))
        self._at(
            now + minutes * _MINUTE,
            partial(self._finish, window, called.id, service),
        )

    def _finish(self, window: str, number: str, service: str, now: int) -> None:
        done(line.done(self._store, ACTORS[window], number, service, now=now))

    def _plan_pause(self) -> None:
        number, other = self._rng.sample(WINDOWS[:4], 2)
        reason = self._rng.choice([None, *Reason])
        self._at(time(10, 47), lambda now: self._pause(number, 2, reason, now))
        self._at(time(14, 5), lambda now: self._pause(other, self._rng.choice((3, 4, 7)), None, now))

    def _pause(self, number: str, waiting: int, reason: Reason | None, now: int) -> None:
        count = Count(waiting=waiting, source=Source.ATTESTED, counted_at=now)
        started = pauses.request(self._store, ACTORS[number], waiting=count, reason=reason, now=now)
        length = self._rng.randrange(230_000, 310_000)
        if not isinstance(started, Refusal):
            pause = started.pause
            self._at(now + length, lambda now: pauses.end(self._store, ACTORS[number], pause, length, now=now))

    def _plan_inquiry(self) -> None:
        topic, text = self._rng.choice(_QUESTIONS)
        owner, spot = self._rng.sample(WINDOWS, 2)
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
        """A ticket that is transferred after an hour; older ones have their message and, mostly, their answer."""
        opened = inquiries.open_inquiry(
            self._store, ACTORS[owner], text=text, name="孙先生", phone="13900000000", topic=topic, now=now
        )
        if isinstance(opened, Refusal):
            return
        ticket = opened.id
        handler = self._rng.choice([number for number in WINDOWS if number != owner])
        actor, hour, by_hand = ACTORS[handler], 60 * _MINUTE, "由专人办理"
        self._at(
            now + hour, lambda now: inquiries.transfer(self._store, ACTORS[owner], ticket, handler, by_hand, now=now)
        )
        if self._rng.random() < 0.6:
            self._at(now + 3 * hour, lambda now: inquiries.inform(self._store, actor, ticket, _MESSAGE, now=now))
            self._at(now + 5 * hour, lambda now: self._answer(actor, ticket, now))

    def _answer(self, actor: Actor, ticket: str, now: int) -> None:
        satisfied = Satisfaction.SATISFIED
        inquiries.close(self._store, actor, ticket, _ANSWER, satisfaction=satisfied, now=now)

    def _write_diary(self, now: int) -> None:
        entry, text = self._rng.choice(_DIARY)
        number = self._rng.choice(WINDOWS)
        diary.write(self._store, ACTORS[number], entry, text, candidate=entry is Entry.DISCOVERY, now=now)

    def _review(self, now: int) -> None:
        """The supervisor reviews all flagged cards but the newest, so that there is always one left to review."""
        for card in card_views.suspect(self._store, HALL)[1:]:
            cards.review(self._store, _SUPERVISOR, card.card, Verdict.EXCLUDE, "同一用户连点两次", now=now)
