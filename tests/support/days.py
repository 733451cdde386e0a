"""Random days of a hall, played through the real actions of every practice; some are refused.

An act is four small numbers, so that a failing day shrinks to a few of them.
"""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st
from peewee import fn

from shared.daily_log import actions as daily_log
from shared.domain.actor import Actor
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.journal.tables import EventRow
from shared.people import actions as people
from shared.people import facts as people_facts
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P, Verdict
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.happiness import actions as happiness
from shared.practice.happiness.facts import Topic as Help
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries import views as tickets
from shared.practice.inquiries.facts import Topic
from shared.practice.line import actions as line
from shared.practice.line.facts import SERVICES
from shared.practice.pauses import actions as pauses
from shared.practice.pauses.facts import Reason
from shared.practice.rulebook import actions as rulebook
from shared.practice.rulebook import views as chapters
from shared.practice.rulebook.facts import ChapterText
from shared.reference import actions as reference
from tests.support.builders import HALL, MORNING, ROSTER, actor, attested

NUMBERS = tuple(person.number for person in ROSTER)
MINUTE = 60_000
Act = tuple[int, int, int, int]  # which act, minutes until it, and two choices
ACTS = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 300), st.integers(0, 9), st.integers(0, 9)), min_size=5, max_size=60
)
Action = Callable[["Life", int, int], object]


class Life:
    """One device: its store, its clock, and the acts of a day carried out on them."""

    def __init__(self, store: Store, now: int = MORNING) -> None:
        self.store, self.now = store, now

    def play(self, acts: Sequence[Act]) -> None:
        for which, minutes, a, b in acts:
            self.now += minutes * MINUTE // 10
            ACTIONS[which % len(ACTIONS)](self, a, b)

    def person(self, a: int) -> Actor:
        return actor(NUMBERS[a % len(NUMBERS)])

    def some(self, prefix: str, a: int) -> str:
        """One of the subjects known here that begin so, or one that does not exist."""
        known = EventRow.select(EventRow.subject).where(EventRow.subject.startswith(prefix))
        query = known.group_by(EventRow.subject).order_by(fn.MIN(EventRow.pos))
        found = [subject for (subject,) in query.tuples().execute(self.store.db)]
        return found[a % len(found)] if found else f"{prefix}none"

    def newest(self, kind: str) -> tuple[str, str]:
        """Subject and actor of the last fact of this kind here."""
        query = EventRow.select().where(EventRow.kind == kind).order_by(EventRow.pos.desc())
        row = query.first(self.store.db)
        return (row.subject, row.actor) if row else ("none", "1001")


def _award(life: Life, a: int, b: int) -> object:
    sentence = "您讲得很清楚" if b > 4 else ""
    return cards.award(life.store, NUMBERS[a % 5], list(P)[b % 5], sentence=sentence, now=life.now)


def _give(life: Life, a: int, b: int) -> object:
    return cards.give(life.store, life.person(a), NUMBERS[b % 6], list(P)[b % 5], now=life.now)


def _review(life: Life, a: int, b: int) -> object:
    verdict = list(Verdict)[b % 3]
    return cards.review(life.store, actor("2001"), life.some("card:", a), verdict, "看过了", now=life.now)


def _sentence(life: Life, a: int, b: int) -> object:
    return cards.add_sentence(life.store, life.newest("card_awarded")[0], "谢谢", now=life.now)


def _withdraw(life: Life, a: int, b: int) -> object:
    return cards.withdraw(life.store, life.person(b), life.some("card:", a), now=life.now)


def _pause(life: Life, a: int, b: int) -> object:
    count = attested(b, life.now)
    reason = list(Reason)[b % 5] if b > 4 else None
    return pauses.request(life.store, life.person(a), waiting=count, reason=reason, now=life.now)


def _end(life: Life, a: int, b: int) -> object:
    if b > 8:
        return pauses.withdraw(life.store, life.person(a), life.newest("pause_started")[0], now=life.now)
    return pauses.end(life.store, life.person(b), life.some("pause:", a), None if b > 7 else b * MINUTE, now=life.now)


def _ask(life: Life, a: int, b: int) -> object:
    answer = "可以办" if b > 6 else ""
    phone = "13912345678" if b % 2 else ""
    return inquiries.open_inquiry(
        life.store, life.person(a), text="怎么过户？", name="孙先生", phone=phone, answer=answer, now=life.now
    )


def _ask_at_kiosk(life: Life, a: int, b: int) -> object:
    return inquiries.open_at_kiosk(life.store, text="太慢", person=NUMBERS[a % 6], topic=Topic.COMPLAINT, now=life.now)


def _step(life: Life, a: int, b: int) -> object:
    ticket, who, other = life.some("inquiry:", a), life.person(b), NUMBERS[(a + b) % 6]
    steps: tuple[Callable[[], object], ...] = (
        lambda: inquiries.transfer(life.store, who, ticket, other, "转办", now=life.now),
        lambda: inquiries.inform(life.store, who, ticket, "正在办", now=life.now),
        lambda: inquiries.close(life.store, who, ticket, "已办好", now=life.now),
        lambda: inquiries.reopen(life.store, who, ticket, "没办好", now=life.now),
        lambda: inquiries.ask_special(life.store, who, ticket, "要外出核实", now=life.now),
        lambda: inquiries.consent(life.store, actor("2001"), ticket, now=life.now),
        lambda: inquiries.open_personal(life.store, who, ticket, now=life.now),
        lambda: _settle(life, ticket),
    )
    return steps[(a * 3 + b) % len(steps)]()


def _settle(life: Life, ticket: str) -> object:
    page = tickets.page(life.store, ticket, life.now)
    others = [clash.other.id for clash in page.clashes] if page else []
    return inquiries.settle_clash(life.store, actor("2001"), ticket, others, now=life.now)


def _merge(life: Life, a: int, b: int) -> object:
    newest, _ = life.newest("inquiry_opened")
    return inquiries.merge(life.store, life.person(b), newest, life.some("inquiry:", a), now=life.now)


def _erase(life: Life, a: int, b: int) -> object:
    with life.store.transaction(life.now) as tx:
        return tx.erase(life.some(("inquiry:", "card:", "entry:")[b % 3], a), reason="到期")


def _write(life: Life, a: int, b: int) -> object:
    entry = list(Entry)[b % len(Entry)]
    return diary.write(life.store, life.person(a), entry, "今天很忙", candidate=b > 5, now=life.now)


def _rewrite(life: Life, a: int, b: int) -> object:
    entry, writer = life.newest("entry_written")
    who = actor(writer) if a else life.person(b)
    if b > 5:
        return diary.set_candidate(life.store, who, entry, b > 7, now=life.now)
    return diary.change(life.store, who, entry, Entry.PRAISE, "改过的", now=life.now)


def _sign(life: Life, a: int, b: int) -> object:
    return daily_log.sign(life.store, actor("2001"), HALL, day_of(life.now), now=life.now)


def _take(life: Life, a: int, b: int) -> object:
    return line.take(life.store, now=life.now)


def _call(life: Life, a: int, b: int) -> object:
    who, number = life.person(a), life.some("number:", b)
    calls: tuple[Callable[[], object], ...] = (
        lambda: line.call_next(life.store, who, now=life.now),
        lambda: line.take_back(life.store, who, number, now=life.now),
        lambda: line.hold(life.store, who, number, now=life.now),
    )
    return calls[b % len(calls)]()


def _finish(life: Life, a: int, b: int) -> object:
    number, caller = life.newest("number_called")
    ends: tuple[Callable[[], object], ...] = (
        lambda: line.done(life.store, actor(caller), number, list(SERVICES)[b % 9], now=life.now),
        lambda: line.no_show(life.store, actor(caller), number, now=life.now),
        lambda: line.hold(life.store, actor(caller), number, now=life.now),
        lambda: line.put_back(life.store, actor(caller), number, now=life.now),
        lambda: line.reopen(life.store, actor(caller), number, now=life.now),
        lambda: line.call_again(life.store, actor(caller), number, now=life.now),
    )
    return ends[(a + b) % len(ends)]()


def _duty(life: Life, a: int, b: int) -> object:
    return people.set_duty(life.store, actor("2001"), NUMBERS[a % 6], b > 3, str(b), now=life.now)


def _roster(life: Life, a: int, b: int) -> object:
    changed = [person for person in ROSTER if person.number == NUMBERS[a % 6]]
    return people.import_staff(life.store, changed, now=life.now)


def _sign_in(life: Life, a: int, b: int) -> object:
    """The facts of signing in, without the hashing that is slow on purpose."""
    fact = people_facts.PinFailed() if b % 3 else people_facts.SignedIn()
    with life.store.transaction(life.now) as tx:
        return tx.record(fact, subject=f"staff:{NUMBERS[a % 6]}", actor=NUMBERS[a % 6])


def _publish(life: Life, a: int, b: int) -> object:
    if a == b == 9:
        return reference.give_up(life.store, now=life.now)
    return reference.publish(life.store, actor("9001"), f"chapter{a % 2}", {"text": "b" * b}, now=life.now)


def _greet(life: Life, a: int, b: int) -> object:
    if b > 6:
        return happiness.remove_greeting(life.store, life.person(a), life.some("greeting:", b), now=life.now)
    return happiness.greet(life.store, life.person(a), "加油", now=life.now)


def _unanswered(life: Life, a: int, b: int) -> None:
    cards.record_unanswered(life.store, NUMBERS[b % 4], life.some("number:", a), now=life.now)


def _ask_for_help(life: Life, a: int, b: int) -> object:
    if b > 5:
        return happiness.follow_up(
            life.store, life.person(a), life.some("help:", b), "我来办", done=b > 7, now=life.now
        )
    return happiness.ask(life.store, life.person(a), Help.WORK, ("2001", "9001")[b % 2 :], "请帮忙", now=life.now)


def _chapter(life: Life, a: int, b: int) -> object:
    chapter = f"smile-{b % 2}"
    if a == 0:
        text = ChapterText(place=b, title="微笑", text="目视用户" * b)
        return rulebook.publish(life.store, actor("9001"), chapter, text, now=life.now)
    version = chapters.version(life.store, chapter)
    return rulebook.read(life.store, life.person(a), chapter, version, now=life.now)


ACTIONS: tuple[Action, ...] = (
    *(_award, _award, _give, _review, _sentence, _withdraw),
    *(_pause, _pause, _end, _ask, _ask_at_kiosk, _step, _step, _step, _merge, _erase),
    *(_write, _rewrite, _sign, _take, _call, _call, _finish),
    *(_duty, _roster, _sign_in, _publish, _greet, _unanswered, _ask_for_help, _chapter),
)


def every_act() -> list[Act]:
    """A long day in which each act is done in many ways, so that every kind of fact is recorded."""
    return [(which, b, a, b) for a in range(2) for b in range(10) for which in range(len(ACTIONS))]
