"""A policy tried on what is on record before it is published: which decisions differ; nothing is stored."""

from datetime import timedelta

import pytest

from shared.declaration.replay import Case
from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Channel, Topic
from shared.practice.pauses import actions as pauses
from shared.reference.preview import Changed, Compared, Preview, preview
from tests.support.builders import attested
from tests.support.practice_hall import DAY, LI, ZHANG, at, begin_day

NOW = at("16:00", DAY + timedelta(days=30))


def tried(store: Store, section: str, **values: object) -> Preview:
    events = len(store.events())
    found = preview(store, {section: values}, now=NOW)
    assert isinstance(found, Preview)
    assert len(store.events()) == events
    return found


def of(found: Preview, title: str) -> Compared:
    return next(each for each in found.compared if each.title.zh == title)


@pytest.fixture
def forty_pauses(store: Store) -> list[str]:
    """Granted, two a day, eight of them with four waiting, the others with fewer."""
    found = []
    for n in range(20):
        day = DAY + timedelta(days=n)
        begin_day(store, day)
        for place, (person, clock) in enumerate(((ZHANG, "09:00"), (LI, "10:00"))):
            now, waiting = at(clock, day), 4 if place == 0 and n < 8 else n % 4
            begun = pauses.request(store, person, waiting=attested(waiting, now), now=now)
            assert isinstance(begun, pauses.Started)
            pauses.end(store, person, begun.pause, 200_000, now=now + 200_000)
            found += [begun.pause] if waiting == 4 else []
    return found


def test_of_forty_granted_pauses_those_with_four_waiting_are_listed(store: Store, forty_pauses: list[str]) -> None:
    found = of(tried(store, "pauses", waiting_limit=4), "暂停申请")
    assert (found.recorded, found.before, found.after) == (40, 0, 8)
    assert [each.before.key for each in found.changed] == forty_pauses
    assert {each.before.about.zh for each in found.changed if each.before.about} == {"等候 4 人"}
    assert of(tried(store, "pauses", waiting_limit=6), "暂停申请").changed == ()


def test_a_recorded_refusal_would_be_granted_by_a_wider_rule(store: Store) -> None:
    waiting = attested(6, at("09:00"))
    assert isinstance(pauses.request(store, ZHANG, waiting=waiting, now=at("09:00")), Refusal)
    (change,) = of(tried(store, "pauses", waiting_limit=8), "暂停申请").changed
    assert (change.before.outcome.zh[:2], change.after.outcome.zh, change.before.who) == ("拒绝", "同意", "1001")


def test_a_pause_taken_back_at_once_is_no_request(store: Store) -> None:
    begun = pauses.request(store, ZHANG, waiting=attested(4, at("09:00")), now=at("09:00"))
    assert isinstance(begun, pauses.Started)
    pauses.withdraw(store, ZHANG, begun.pause, now=at("09:00"))
    assert of(tried(store, "pauses", waiting_limit=4), "暂停申请").recorded == 0


def test_a_shorter_repeat_time_unflags_the_cards_between(store: Store) -> None:
    """Cards 30, 59, 60, 179 and 180 s after the one before, each of another person, so that nothing else is flagged."""
    gaps = (30, 59, 60, 179, 180)
    for n, (gap, number) in enumerate(zip(gaps, ("1001", "1002", "1003", "1009", "2001"), strict=True)):
        first = at("09:00") + n * 3_600_000
        for now in (first, first + gap * 1000):
            assert isinstance(cards.award(store, number, list(P)[n], now=now), cards.Awarded)
    found = of(tried(store, "cards", repeat_seconds=60), "5P卡待核")
    assert (found.recorded, found.before, found.after) == (10, 4, 2)
    assert {(each.before.outcome.zh, each.after.outcome.zh) for each in found.changed} == {
        ("待核（短时间重复）", "计入")
    }
    assert [each.before.at - at("09:00") for each in found.changed if each.before.at] == [
        2 * 3_600_000 + 60_000,
        3 * 3_600_000 + 179_000,
    ]


def test_replaying_the_policy_in_force_gives_the_recorded_flags(store: Store) -> None:
    """The document in force, replayed, flags the very cards that were flagged, of customers and of colleagues."""
    flags = {}
    for n in range(12):
        given = cards.award(store, "1001", P.POLITE, now=at("09:00") + n * 25_000)
        assert isinstance(given, cards.Awarded)
        flags[given.card] = bool(given.flags)
    for n in range(5):
        given = cards.give(store, ZHANG, "1002", P.PATIENT, now=at("10:00") + n * 1000)
        assert isinstance(given, cards.Awarded)
        flags[given.card] = bool(given.flags)
    back = cards.give(store, LI, "1001", P.PATIENT, now=at("11:00"))
    assert isinstance(back, cards.Awarded)
    flags[back.card] = bool(back.flags)
    found = of(tried(store, "cards", sentence_limit=100), "5P卡待核")
    assert (found.recorded, found.before, found.changed) == (18, sum(flags.values()), ())


def test_a_shorter_limit_shows_the_tickets_that_would_be_late(store: Store) -> None:
    opened = inquiries.open_inquiry(
        store, ZHANG, channel=Channel.VISIT, topic=Topic.QUESTION, text="管道", now=at("09:00")
    )
    assert not isinstance(opened, Refusal)
    inquiries.close(store, ZHANG, opened.id, answer="已答复", now=at("15:00", DAY + timedelta(days=2)))
    found = of(tried(store, "inquiries", general_limit=1), "首问工单时限")
    assert (found.before, found.after, len(found.changed)) == (0, 1, 1)
    [(before, after)] = [(each.before.outcome.zh, each.after.outcome.zh) for each in found.changed]
    assert (before, after) == ("按期（03-06）", "超期（03-05）")


def test_sections_without_records_are_named(store: Store) -> None:
    found = tried(store, "kiosk", idle_seconds=40)
    assert (found.compared, [each.zh for each in found.unseen]) == ((), ["自助屏"])
    assert [each.recorded for each in tried(store, "pauses", per_day=3).compared] == [0]


def test_a_policy_that_could_not_be_published_is_refused_in_the_preview(store: Store) -> None:
    answer = preview(store, {"pauses": {"waiting_limit": -3}}, now=NOW)
    assert isinstance(answer, Refusal)
    assert answer.code == "policy_value"


@pytest.mark.parametrize(
    ("changes", "amounts"),
    [
        ((), None),
        (((None, None),), None),
        (((None, 100), (100, None)), None),
        (((100, 130), (200, 150), (100, 110)), (-50, 30)),
    ],
)
def test_how_far_amounts_fall_and_rise(
    changes: tuple[tuple[int | None, int | None], ...], amounts: tuple[int, int] | None
) -> None:
    changed = tuple(
        Changed(Case("k", "1001", Text("旧", "old"), fen=old), Case("k", "1001", Text("新", "new"), fen=new))
        for old, new in changes
    )
    title = Text("工资", "Pay")
    assert Compared(title, title, 3, 0, 0, changed).amounts == amounts
