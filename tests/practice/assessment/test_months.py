"""A month of inspections on a real store: who may write what when, in the words that people read; photos; the lot."""

from datetime import date, timedelta
from fractions import Fraction
from hashlib import sha256

import pytest
from msgspec.structs import replace

from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.people import actions as people
from shared.practice.assessment import actions, bulletin, gaps, inspections, plans, views
from shared.practice.assessment.facts import InspectionSaved, Item, LineChecked, Visit
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.rules import gap
from shared.practice.assessment.rules.import_lines import InspectedLine
from shared.practice.line import actions as line
from shared.practice.line.actions import Taken
from shared.practice.line.views import Number
from shared.reference import actions as reference
from shared.reference.preview import preview
from tests.practice.assessment.month import (
    AFTER,
    BEFORE,
    JPEG,
    MARCH,
    OFFICE,
    OTHER,
    STATION,
    drawn,
    lines,
    locked,
    on,
    published,
    written,
)
from tests.support.builders import HALL, actor, elsewhere


def said(answer):
    return wording.refusal(answer)


def test_a_lot_is_drawn_beforehand_once_and_from_somebody(store):
    assert said(actions.draw_plan(store, OFFICE, MARCH, [], now=on(BEFORE))) == "请先任命检查员。"
    assert actions.draw_plan(store, OFFICE, MARCH, ["4711"], now=on(BEFORE)).code == "inspector_unknown"
    assert actions.draw_plan(store, OFFICE, MARCH, ["2101"], now=on(date(2026, 3, 31))).code == "no_days_left"
    # the only inspector is of the branch of one unit: nobody impartial for it
    assert said(actions.draw_plan(store, OFFICE, MARCH, ["2101"], now=on(BEFORE))) == "没有可以检查 东风大厅 的检查员。"
    drawn(store)
    assert actions.draw_plan(store, OFFICE, MARCH, ["9001"], now=on(BEFORE)).code == "plan_made"


def test_half_the_visits_fall_into_the_hours_with_most_customers(store):
    served = [f"{hour:02}:{n:02}" for hour, count in ((8, 2), (9, 3), (10, 1), (14, 4), (15, 2)) for n in range(count)]
    for clock in served:
        now = on(date(2026, 2, 25), clock)
        assert isinstance(line.take(store, "gas_payment", now=now), Taken)
        people.set_duty(store, actor(), "1001", True, "1", now=now)
        called = line.call_next(store, actor(), now=now + 1000)
        assert isinstance(called, Number)
        assert line.done(store, actor(), called.id, "gas_payment", now=now + 2000) is None
    drawn(store)
    pool = plans.plan(store, MARCH).drawn.pool
    assert {unit.unit: unit.busiest for unit in pool.units} == {
        HALL: (8, 9, 14),  # three; of hours alike the earlier one
        "东风大厅": (),
        "南山大厅": (),
    }
    hours = [each.hour for each in plans.visits(store, MARCH) if each.unit == HALL]
    assert sum(hour in (8, 9, 14) for hour in hours) >= 1


def test_a_visit_is_its_inspectors_until_it_is_locked(store):
    visit = drawn(store, HALL, Visit.COVERT)
    stranger = replace(STATION, number="1001")
    assert said(written(store, visit, by=stranger)) == "这次检查没有派给您。"
    too_many = actions.Draft(visit.unit, visit.visit, visit.day, (LineChecked("signs", "5"),))
    assert said(actions.save(store, OFFICE, visit.id, too_many, now=on(visit.day))) == "得分不能超过 4。"
    ahead = replace(too_many, day=visit.day + timedelta(days=1), lines=())
    assert actions.save(store, OFFICE, visit.id, ahead, now=on(visit.day)).code == "inspection_day"
    part = replace(too_many, lines=(LineChecked("signs", "3"),))
    assert actions.save(store, OFFICE, visit.id, part, now=on(visit.day)) is None
    assert said(actions.lock(store, OFFICE, visit.id, now=on(visit.day))) == "还有 13 个条目没有填。"
    bare = replace(part, lines=tuple(replace_line(each, "") for each in lines(store, signs="3")))
    assert actions.save(store, OFFICE, visit.id, bare, now=on(visit.day)) is None
    assert said(actions.lock(store, OFFICE, visit.id, now=on(visit.day))) == "扣分须写原因（标识）。"
    locked(store, visit, signs="3")
    assert said(written(store, visit)) == "已锁定，只能申诉。"
    assert actions.lock(store, OFFICE, visit.id, now=on(visit.day)).code == "visit_locked"


def replace_line(each: LineChecked, reason: str) -> LineChecked:
    return LineChecked(each.code, each.earned, reason)


@pytest.mark.parametrize(
    ("who", "unit", "visit", "code"),
    [
        ("2001", HALL, Visit.SELF, None),  # 自查
        ("2001", HALL, Visit.PEER, "own_unit"),
        ("2001", "东风大厅", Visit.PEER, None),  # 互查: another branch
        ("2001", "南山大厅", Visit.PEER, "same_branch"),
        ("2001", "东风大厅", Visit.SELF, "not_own_unit"),
        ("1001", "东风大厅", Visit.PEER, "not_your_visit"),
        ("9001", HALL, Visit.COVERT, None),  # the office belongs to no branch
    ],
)
def test_visits_outside_the_plan_are_limited_by_hall_and_branch(store, who, unit, visit, code):
    day = date(2026, 3, 10)
    role = {"2": Role.SUPERVISOR, "9": Role.OFFICE}.get(who[0], Role.STAFF)
    draft = actions.Draft(unit, visit, day, lines(store))
    answer = actions.save(store, actor(who, role), actions.new_visit(), draft, now=on(day))
    assert (answer.code if answer else None) == code


@pytest.mark.parametrize("earned", ["1e99999999", "nan", "1/0", "four"])
def test_a_hall_s_line_that_is_no_number_stopped_every_page_of_the_month(store, earned):
    saved = InspectionSaved(
        unit=HALL,
        visit=Visit.OPEN,
        day=BEFORE,
        inspector="2001",
        checklist="standard",
        checklist_version=1,
        lines=(LineChecked("signs", earned),),
    )
    elsewhere(store, "inspection:theirs", on(BEFORE), saved, actor="2001")
    assert inspections.inspections(store, BEFORE, AFTER) == ()


def test_a_self_inspection_is_kept_and_never_scored(store):
    day = date(2026, 3, 10)
    visit = actions.new_visit()
    draft = actions.Draft(HALL, Visit.SELF, day, lines(store))
    assert actions.save(store, STATION, visit, draft, now=on(day)) is None
    assert actions.lock(store, STATION, visit, now=on(day)) is None
    assert inspections.month_scores(store, MARCH, Assessment()) == {}


def test_a_photo_keeps_both_times_and_its_digest(store):
    visit = drawn(store)
    assert written(store, visit) is None
    taken, added = on(visit.day, "09:10"), on(visit.day, "16:20")
    photo = ("hygiene", JPEG, taken, True)
    assert actions.add_photo(store, OFFICE, visit.id, *photo, now=added) is None
    assert actions.add_photo(store, OFFICE, visit.id, *photo, now=added) is None  # the same one adds nothing
    [kept] = inspections.photos(store, visit.id)
    assert (kept.taken_at, kept.added_at, kept.sha256) == (taken, added, sha256(JPEG).hexdigest())
    big = b"\xff\xd8" + b"x" * 45_000
    assert (
        said(actions.add_photo(store, OFFICE, visit.id, "signs", big, 0, True, now=added)) == "照片太大，最大 45 KB。"
    )
    assert actions.add_photo(store, OFFICE, visit.id, "signs", b"GIF89a", 0, True, now=added).code == "not_a_photo"
    locked(store, visit)
    assert actions.add_photo(store, OFFICE, visit.id, *photo, now=added).code == "visit_locked"


def test_only_photos_without_a_face_are_printed(store):
    visit = drawn(store)
    assert written(store, visit, hygiene="2") is None
    for line_, no_face in (("hygiene", True), ("smile", False)):
        jpeg = JPEG + line_.encode()
        assert actions.add_photo(store, OFFICE, visit.id, line_, jpeg, 0, no_face, now=on(visit.day, "16:20")) is None
    locked(store, visit, hygiene="2")
    [picture] = bulletin.of_month(store, MARCH).pictures
    assert "卫生" in picture.caption


def test_a_month_is_published_once_after_its_end_with_nothing_open(store):
    visit = drawn(store)
    assert actions.publish_month(store, OFFICE, MARCH, now=on(AFTER)).code == "nothing_inspected"
    assert written(store, visit) is None
    assert said(actions.publish_month(store, OFFICE, MARCH, now=on(AFTER))) == "2026-03 还有 1 次检查没有锁定。"
    locked(store, visit)
    assert actions.publish_month(store, OFFICE, MARCH, now=on(date(2026, 3, 30))).code == "month_not_over"
    published(store)
    assert actions.publish_month(store, OFFICE, MARCH, now=on(AFTER)).code == "month_published"
    covert = drawn(store, HALL, Visit.COVERT)
    assert said(written(store, covert)) == "2026-03 检查结果已公布。"


def test_appeal_8_lifts_a_score_and_both_stay_published(store):
    """16.25 → 17.00: environment 4, 3, 不适用, 4, 2 of 4 (13 / 16 × 20); the appeal gives the third line's 13.6."""
    visit = drawn(store)
    locked(store, visit, hygiene="3", seats="", access="2")
    published(store)
    assert plans.published(store, MARCH).scores[0].score == "65/4"
    asked = (visit.id, "access", "坡道当天在修")
    assert said(actions.appeal(store, OTHER, *asked, now=on(AFTER))) == "只能对本单位已公布的条目申诉。"
    assert actions.appeal(store, STATION, *asked, now=on(date(2026, 5, 4))).code == "item_notice_over"
    assert actions.appeal(store, STATION, *asked, now=on(AFTER)) is None
    assert actions.appeal(store, STATION, *asked, now=on(AFTER)).code == "item_appealed"
    decided = (visit.id, "access")
    assert actions.decide(store, OFFICE, *decided, "5", "属实", now=on(AFTER)).code == "points_out_of_range"
    assert actions.decide(store, OFFICE, *decided, "2.6", "属实", now=on(AFTER)) is None
    assert actions.decide(store, OFFICE, *decided, "2.6", "属实", now=on(AFTER)).code == "item_appeal_unknown"
    scores = inspections.month_scores(store, MARCH, Assessment())
    assert scores[HALL][Item.ENVIRONMENT] == 17 == Fraction(4 + 3 + 4) * 20 / 16 + Fraction(26, 10) * 20 / 16
    [own] = [each for each in bulletin.of_month(store, MARCH).lines if each.unit == HALL]
    assert (own.published["environment"], own.scores["environment"]) == ("16.25", "17.00")
    assert bulletin.shown_score(own, "environment") == "16.25 → 17.00（申诉更正）"


def test_a_newer_checklist_changes_no_older_inspection(store):
    visit = drawn(store)
    locked(store, visit, hygiene="2")
    before = inspections.month_scores(store, MARCH, Assessment())
    only = [{"code": "hygiene", "item": "environment", "text": "卫生", "points": "10"}]
    number = reference.publish(store, OFFICE, "checklist/standard", {"lines": only}, now=on(date(2026, 3, 30)))
    assert not isinstance(number, Refusal)
    assert inspections.month_scores(store, MARCH, Assessment()) == before
    assert [each.points for each in inspections.checklist(store).lines] == ["10"]


def months_of(store, *whole):
    """Three months of open visits of two halls by import; of each the points of seats and greeting, the rest full."""
    items = [each.code for each in inspections.checklist(store).lines]
    for n, (seats, greeting) in enumerate(whole, start=1):
        points = dict.fromkeys(items, "4")
        own = [
            InspectedLine(date(2026, n, 12), HALL, Visit.OPEN, code, each)
            for code, each in {**points, "seats": seats, "greeting": greeting}.items()
        ]
        best = [InspectedLine(date(2026, n, 12), "东风大厅", Visit.OPEN, code, each) for code, each in points.items()]
        assert actions.import_inspections(store, [*own, *best], now=on(date(2026, 4, 1))) == 2


def test_the_gaps_of_a_unit_its_trend_and_what_is_chance(store):
    months_of(store, ("2", "4"), ("2", "3"), ("4", "3"))
    first, *others = gaps.of_year(store, 2026)
    assert (first.unit, [(each.code, each.own, each.best) for each in first.gaps]) == (
        HALL,
        [
            ("seats", Fraction(2, 3), Fraction(1)),
            ("greeting", Fraction(5, 6), Fraction(1)),
        ],  # 8 / 12 and 10 / 12 of the points
    )
    # environment 18, 18, 20; service 20, 175/9, 175/9: the last month against the mean of the two before
    assert first.trend == (20 + Fraction(175, 9)) - (Fraction(38) + 18 + Fraction(175, 9)) / 2
    # of the whole 38, 37.44 and 39.44; two visits a month are asked for
    assert first.noise == gap.noise((Fraction(38), 18 + Fraction(175, 9), 20 + Fraction(175, 9)), 2)
    assert [each.gaps for each in others] == [(), ()]


def test_what_if_says_who_gains_and_who_loses_and_stores_nothing(store):
    months_of(store, ("2", "4"), ("2", "3"), ("4", "3"))
    for branch in ("和平分公司", "东风分公司"):
        assert actions.set_sales(store, OFFICE, 2026, branch, "100%", "财务部", now=on(AFTER)) is None
    before = len(store.events())
    found = views.what_if(store, 2026, {}, {"months_least": 3, "reward_share": 0.3}, now=on(AFTER))
    assert (found.rewarded.gained, found.rewarded.lost) == (("东风大厅",), ())  # one of three units
    assert found.ranked.gained == ("东风大厅", HALL)
    assert views.what_if(store, 2026, {}, {"year": "sum"}, now=on(AFTER)).code == "months_differ"  # 南山大厅 had none
    assert len(store.events()) == before


def test_a_policy_tried_before_it_is_published_lists_the_places_that_change(store):
    months_of(store, ("2", "4"), ("2", "3"), ("4", "3"))
    before = len(store.events())
    changes = {"assessment": {"months_least": 3, "reward_share": 0.3}, "effective": "2026-06-01"}
    found = next(each for each in preview(store, changes, now=on(AFTER)).compared if each.title.zh == "班组考核名次")
    assert (found.recorded, found.before, found.after) == (3, 0, 1)
    told = {each.before.key: (each.before.outcome.zh, each.after.outcome.zh) for each in found.changed}
    assert told == {"东风大厅": ("不排名", "第1名，受奖"), HALL: ("不排名", "第2名")}
    assert len(store.events()) == before
