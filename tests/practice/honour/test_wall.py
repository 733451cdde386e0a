"""Who was promoted or awarded is shown in the lobby of their hall, if they agree, and as long as they do."""

from datetime import timedelta

import pytest

from shared.device_journal import run_daily_duties
from shared.people.actions import import_staff
from shared.people.rules import RosterLine
from shared.practice.caring.facts import AnnalWritten
from shared.practice.honour import actions, views
from shared.practice.honour.earned import earned
from shared.practice.honour.facts import HonourSet
from shared.practice.promotion.facts import Promoted, PromotionTakenBack
from shared.sync.enrolment import Enrolment, join
from tests.support.builders import code
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, WANG, ZHANG, at

NOW = at("14:00")


def promoted(store, level, subject="promotion:1", staff="1001"):
    with store.transaction(at("09:00")) as tx:
        fact = Promoted(staff=staff, level=level, cards={"polite": 30}, policy=1)
        tx.record(fact, subject=subject, actor=OFFICE.number)


def awarded(store, year=2025, hero="1001"):
    fact = AnnalWritten(year=year, hero=hero, name="张敏", title="修灶具", text="〔本人〕修好了灶具")
    with store.transaction(at("09:00")) as tx:
        tx.record(fact, subject=f"annal:{hero}/{year}", actor=OFFICE.number)


def shown(store, hall=HALL):
    return [(each.name, each.words) for each in views.wall(store, hall, DAY)]


def test_nobody_is_shown_without_an_honour_and_their_own_yes(store):
    assert views.is_shown(store, "1001") is False
    assert code(actions.set_shown(store, ZHANG, True, now=NOW)) == "no_honour"
    promoted(store, "bronze")
    awarded(store)
    assert shown(store) == []
    assert actions.set_shown(store, ZHANG, True, now=NOW) is None
    assert earned(store, "1001") == ("bronze", "award:2025")
    assert shown(store) == [("张敏", f"{views.label('bronze')} · 2025 年贴心服务奖")]
    assert shown(store, "二号厅") == []
    assert actions.set_shown(store, ZHANG, False, now=NOW) is None
    assert (shown(store), views.is_shown(store, "1001")) == ([], False)
    kept = store.events(subject="honour:1001")[-1]
    assert store.fact(kept) == HonourSet(staff="1001", shown=False)  # a lobby's disk then holds no honour either
    assert (kept.actor, kept.hall) == ("1001", HALL)


def test_the_honours_are_ones_own_the_latest_year_first(store):
    for year, hero in ((2023, "1001"), (2025, "1001"), (2024, "1002"), (2024, "1001")):
        awarded(store, year, hero)
    assert earned(store, "1001") == ("award:2025", "award:2024", "award:2023")
    assert earned(store, "1002") == ("award:2024",)


def test_each_day_another_person_comes_first(store):
    people = (ZHANG, LI, WANG)
    for each in people:
        promoted(store, "bronze", f"promotion:{each.number}", each.number)
        assert actions.set_shown(store, each, True, now=NOW) is None
    days = [[each.number for each in views.wall(store, HALL, DAY + timedelta(n))] for n in range(4)]
    assert sorted(days[:3]) == [["1001", "1002", "1003"], ["1002", "1003", "1001"], ["1003", "1001", "1002"]]
    assert days[3] == days[0]


def test_whoever_lost_their_honours_may_still_say_no(store):
    promoted(store, "bronze")
    assert actions.set_shown(store, ZHANG, True, now=NOW) is None
    with store.transaction(NOW) as tx:
        tx.record(PromotionTakenBack(reason="误录"), subject="promotion:1", actor="9002")
    assert actions.set_shown(store, ZHANG, False, now=NOW) is None
    assert views.is_shown(store, "1001") is False


def test_nobody_is_put_on_the_wall_under_another_persons_subject(store):
    with store.transaction(NOW) as tx:
        tx.record(HonourSet(staff="1001", shown=True, honours=("gold",)), subject="honour:1002", actor="1002")
    assert shown(store) == []


def test_the_wall_shows_the_honours_people_hold_now(store):
    promoted(store, "bronze")
    assert actions.set_shown(store, ZHANG, True, now=NOW) is None
    assert actions.refresh(store, now=NOW) == 0
    promoted(store, "silver", "promotion:2")
    assert actions.refresh(store, now=NOW) == 1
    assert shown(store) == [("张敏", views.label("silver"))]
    with store.transaction(NOW) as tx:
        for place in (1, 2):
            tx.record(PromotionTakenBack(reason="误录"), subject=f"promotion:{place}", actor="9002")
    assert actions.refresh(store, now=NOW) == 1
    assert (shown(store), views.is_shown(store, "1001")) == ([], True)
    store.rebuild()
    assert (shown(store), views.is_shown(store, "1001")) == ([], True)


def test_who_has_moved_or_left_is_on_no_wall(store):
    promoted(store, "bronze")
    assert actions.set_shown(store, ZHANG, True, now=NOW) is None
    gone = RosterLine("1001", "张敏", "一分公司", HALL, "1", "cashier", ZHANG.role, active=False)
    import_staff(store, [gone], now=NOW)
    assert shown(store) == []
    promoted(store, "silver", "promotion:2")
    assert actions.refresh(store, now=NOW) == 0  # their new hall does that


@pytest.mark.parametrize(
    ("program_is_kiosk", "joined_as", "left"),
    [
        (True, "", ["张敏"]),
        (False, "kiosk", ["张敏"]),
        (False, "counter", []),
        (False, "", []),
    ],
)
def test_a_kiosk_emptied_its_own_honour_wall(store, program_is_kiosk, joined_as, left):
    """It reads who is shown with which honours, but no promotion and no annals: honours it cannot find stay."""
    with store.transaction(at("09:00")) as tx:
        tx.record(HonourSet(staff="1001", shown=True, honours=("gold",)), subject="honour:1001", actor="1001")
    if joined_as:
        device = Enrolment(host="h", port=5432, database="d", login="l", name="n", kind=joined_as, hall=HALL)
        join(store, device)
    run_daily_duties(store, now=NOW, kiosk=program_is_kiosk)
    assert [name for name, _ in shown(store)] == left
