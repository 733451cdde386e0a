"""A new practice is a new folder and one line: the toy one does all that a practice does, and nobody else knows it."""

from datetime import timedelta

import psycopg
import pytest
from msgspec.structs import replace

from shared.daily_log import views as daily_log
from shared.daily_log.exports import pdf, plain
from shared.daily_log.sections import sections
from shared.declaration.declared import Declared, DeclaredTwiceError, declare, declared, with_practices
from shared.declaration.practice import Kind, Practice
from shared.device_journal import run_daily_duties
from shared.domain.clock import wall_clock
from shared.domain.refusal import Refusal
from shared.domain.text import Text, speaking
from shared.domain.wording import refusal
from shared.journal.opening import open_store
from shared.journal.store import Store
from shared.journal.verify import projections
from shared.practice.cards.facts import CardAwarded
from shared.reference import actions as reference
from shared.reference.preview import Preview, preview
from shared.reference.views import policy
from shared.registry import PRACTICES, PROJECTIONS
from shared.sync.hub_schema import install, kinds
from tests.hub.conftest import server, site  # noqa: F401 - a real hub
from tests.hub.site import Site
from tests.support.practice_hall import DAY, HALL, OFFICE, ZHANG, ZHAO, at
from tests.support.toy_practice import actions, views
from tests.support.toy_practice.facts import WishGranted, WishMade
from tests.support.toy_practice.hub import claim
from tests.support.toy_practice.policy import WishesPolicy


def a_wish(store: Store) -> str:
    subject = actions.wish(store, ZHANG, "noise", "隔壁在装修 13800138000", now=at("09:00"))
    assert isinstance(subject, str)
    return subject


def test_it_is_recorded_and_folded_and_rebuilt(store: Store) -> None:
    subject = a_wish(store)
    actions.grant(store, ZHAO, subject, now=at("09:30"))
    assert views.today(store, HALL, DAY) == 1
    assert projections(store) == ()


def test_it_refuses_in_words_of_both_languages(store: Store) -> None:
    a_wish(store)
    answer = actions.wish(store, ZHANG, "cold", now=at("10:00"))
    assert answer == Refusal("wished_enough", {"most": 1})
    assert refusal(answer) == "今天最多 1 个心愿。"
    with speaking("en"):
        assert refusal(answer) == "No more than 1 wishes today."


def test_its_policy_is_published_checked_and_in_force(store: Store) -> None:
    wrong = reference.publish(store, OFFICE, "policy", {"wishes": {"per_day": 0}}, now=at("08:30"))
    assert isinstance(wrong, Refusal)
    assert "“每天心愿”（wishes.per_day）不能是 0" in refusal(wrong)
    assert reference.publish(store, OFFICE, "policy", {"wishes": {"per_day": 2}}, now=at("08:30")) == 2
    assert policy(store)[WishesPolicy].per_day == 2
    a_wish(store)
    assert isinstance(actions.wish(store, ZHANG, "cold", now=at("10:00")), str)


def test_its_line_its_figure_and_its_table_are_in_the_daily_log(store: Store) -> None:
    actions.grant(store, ZHAO, a_wish(store), now=at("09:30"))
    log = daily_log.day(store, HALL, DAY, now=at("17:00"))
    text = plain.as_text(log)
    assert "张敏(1001)提了心愿：太吵" in text
    assert "心愿数  1" in text
    assert "== 心愿墙 ==\n太吵  1\n" in text
    assert "装修" not in text
    assert [line.kind for line in log.lines].count("wish_granted") == 0
    with speaking("en"):
        assert "张敏(1001) made a wish: noise" in plain.as_text(log)
        assert "Wall of wishes" in {section.title for section in sections(log)}
    html = pdf.as_html(log)
    assert "心愿墙" in html
    assert "心愿数" in html


def test_its_daily_duty_is_done_and_one_that_fails_stops_nobody_elses(store: Store) -> None:
    def fails(store: Store, *, now: int) -> None:
        raise OSError("a duty that cannot be done")

    with with_practices(
        Practice(name="broken", title=Text("坏", "broken"), daily=fails),
        Practice(name="dutiful", title=Text("勤", "dutiful"), daily=lambda store, *, now: done.append(now)),
    ):
        done: list[int] = []
        run_daily_duties(store, now=at("09:00"))
    assert done == [at("09:00")]


def test_a_program_without_it_shows_its_events_by_their_kind(store: Store) -> None:
    a_wish(store)
    declare(PRACTICES)
    text = plain.as_text(daily_log.day(store, HALL, DAY, now=at("17:00")))
    assert "本版本还不认识的记录（wish_made）" in text
    assert "心愿" not in text


def test_a_real_hub_takes_its_kind_from_whom_it_says(site: Site, with_toy: Declared) -> None:  # noqa: F811
    with psycopg.connect(site.url, autocommit=True) as connection:
        install.init(connection, kinds.rules(with_toy.practices), with_toy.hub_sql)
    kiosk, counter, far = (
        site.device("kiosk", "kiosk"),
        site.device("counter"),
        site.device("far", hall="B"),
    )
    made = kiosk.record(WishMade(staff="1001", about="cold"), "wish:1", hall="A")
    not_by_kiosks = kiosk.record(WishGranted(), "wish:2", hall="A")
    granted = counter.record(WishGranted(), "wish:1", hall="A")
    from_another_hall = far.record(WishGranted(), "wish:1", hall="B")
    for device in (kiosk, counter, far, counter):
        device.sync()
    assert made.id in counter.ids()
    assert not_by_kiosks.id not in counter.ids()
    assert granted.id in far.ids()  # everywhere
    assert from_another_hall.id not in counter.ids()  # the wish began in hall A
    assert made.id not in far.ids()


def test_its_words_are_erased_by_its_own_daily_duty(store: Store) -> None:
    subject = a_wish(store)
    run_daily_duties(store, now=at("09:00", DAY + timedelta(days=30)))
    assert views.due(store, lambda made: True) == [subject]
    run_daily_duties(store, now=at("09:00", DAY + timedelta(days=31)))
    assert views.due(store, lambda made: True) == []
    assert store.db.execute_sql("SELECT count(*) FROM companion WHERE field = 'text'").fetchone() == (0,)
    assert projections(store) == ()


def test_a_new_policy_is_tried_on_its_records(store: Store) -> None:
    reference.publish(store, OFFICE, "policy", {"wishes": {"per_day": 2}}, now=at("08:30"))
    a_wish(store)
    actions.wish(store, ZHANG, "cold", now=at("10:00"))
    tried = preview(store, {"wishes": {"per_day": 1}}, now=at("17:00"))
    assert isinstance(tried, Preview)
    [found] = tried.compared
    assert (str(found.title), found.before, found.after, len(found.changed)) == ("心愿", 2, 1, 1)
    wrong = reference.publish(store, OFFICE, "policy", {"wishes": {"about": []}}, now=at("11:00"))
    assert isinstance(wrong, Refusal)
    assert "至少一类" in refusal(wrong)
    mistyped = reference.publish(store, OFFICE, "policy", {"wishes": {"about": ["colt"]}}, now=at("11:00"))
    assert isinstance(mistyped, Refusal)


def test_its_pictures_go_through_a_real_hub_and_its_question_is_answered(site: Site, with_toy: Declared) -> None:  # noqa: F811
    with psycopg.connect(site.url, autocommit=True) as connection:
        for _ in range(2):  # again after each upgrade
            install.init(connection, kinds.rules(with_toy.practices), with_toy.hub_sql)
    one, other = site.device("c1"), site.device("c2")
    for device in (one, other):
        device.store = open_store(device.folder, with_toy.projections)
        device.opened.append(device.store)
    subject = actions.wish(one.store, replace(ZHANG, hall="A"), "light", sketch=b"a lamp", now=wall_clock())
    assert isinstance(subject, str)
    for device in (one, other, other):
        device.sync()
    assert views.sketch(other.store, subject) == b"a lamp"
    with one.connect() as here, other.connect() as there:
        assert [hub.ask(claim(subject)) for hub in (here, there, here)] == ["yours", "taken", "yours"]
    assert with_toy.projections != PROJECTIONS


def test_two_practices_cannot_claim_one_kind() -> None:
    thief = Practice(name="thief", title=Text("贼", "thief"), kinds=(Kind(CardAwarded, Text("卡", "card")),))
    with pytest.raises(DeclaredTwiceError, match="card_awarded"), with_practices(thief):
        pass
    assert declared().kinds["card_awarded"][0].name == "cards"
