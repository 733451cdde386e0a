"""A day in the hall, its page, and the supervisor's signature."""

from datetime import timedelta

from shared.daily_log import actions, views
from shared.daily_log.facts import DaySigned
from shared.daily_log.page import DailyLog
from shared.domain.actor import Actor
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.inquiries.actions import opening
from shared.practice.inquiries.facts import Topic
from shared.practice.pauses import actions as pauses
from shared.practice.pauses.actions import Started
from shared.practice.pauses.facts import Reason
from tests.support.builders import HALL, MONDAY, actor, at, attested

CHIEF = actor("2001")
PHONE = "13800138000"


def a_pause(store: Store, number: str, clock: str, minutes: float = 5) -> None:
    now = at(clock)
    started = pauses.request(store, actor(number), waiting=attested(0, now), reason=Reason.LOW, now=now)
    assert isinstance(started, Started)
    length = int(minutes * 60_000)
    pauses.end(store, actor(number), started.pause, length, now=now + length)


def a_day(store: Store) -> None:
    """Two cards and a suspect one, two pauses (one overrun), a refusal, a ticket of last week, one of today, words."""
    week_ago = at("10:00") - timedelta(days=7) // timedelta(milliseconds=1)
    opening.open_inquiry(store, actor("1002"), text="旧事", topic=Topic.COMPLAINT, now=week_ago)
    cards.award(store, "1001", P.POLITE, now=at("09:10"))
    cards.award(store, "1002", P.PATIENT, now=at("09:20"))
    cards.award(store, "1002", P.PATIENT, now=at("09:21"))
    a_pause(store, "1001", "10:00")
    a_pause(store, "1002", "11:00", minutes=6.5)
    pauses.request(store, actor("1003"), waiting=attested(8, at("11:30")), now=at("11:30"))
    opening.open_inquiry(store, actor("1001"), text=f"请回电 {PHONE}", name="王小明", phone=PHONE, now=at("13:00"))
    mistake = opening.open_inquiry(store, actor("1001"), text="登记错了", now=at("13:30"))
    assert isinstance(mistake, opening.Opened)
    opening.withdraw(store, actor("1001"), mistake.id, now=at("13:30"))
    diary.write(store, actor("1001"), Entry.GRIEVANCE, f"=HYPERLINK() 用户 {PHONE} 误会了我", now=at("14:00"))


def page(store: Store, reader: Actor | None = None, now: int = at("17:00")) -> DailyLog:
    return views.day(store, HALL, MONDAY, now=now, reader=reader)


def sign(store: Store, now: int = at("16:35"), note: str = "") -> DaySigned:
    signed = actions.sign(store, CHIEF, HALL, MONDAY, note, now=now)
    assert isinstance(signed, DaySigned)
    return signed
