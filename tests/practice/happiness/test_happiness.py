"""The happy station: its lines, help that goes only to the chosen, greetings of all halls."""

from datetime import timedelta

import pytest

from shared.daily_log import views as daily_log
from shared.daily_log.exports import plain
from shared.domain.refusal import Refusal
from shared.journal.store import Store
from shared.practice.happiness import actions, views
from shared.practice.happiness.facts import Hotline, Station, Topic
from tests.support.builders import done
from tests.support.practice_hall import ACTORS, DAY, HALL, LI, OFFICE, SUN, ZHANG, ZHAO, at

LINES = Station(hotlines=(Hotline("专线一", "024-1"), Hotline("专线二", "024-2")), group="快乐驿站", group_code="qr")


def ask(store: Store, *to: str) -> str:
    """张敏 asks for help."""
    answer = actions.ask(store, ZHANG, Topic.LIFE, to, "家里老人住院,需要调班", now=at("10:00"))
    assert isinstance(answer, str)
    return answer


def test_the_lines_are_there_once_the_office_has_published_them(store: Store) -> None:
    assert views.station(store) == Station()
    assert actions.publish(store, ZHAO, LINES, now=at("09:00")) == Refusal("not_allowed")
    assert isinstance(actions.publish(store, OFFICE, LINES, now=at("09:00")), int)
    assert [line.phone for line in views.station(store).hotlines] == ["024-1", "024-2"]
    assert views.station(store).group_code == "qr"


def test_one_may_choose_the_own_leader_and_the_office(store: Store) -> None:
    assert [person.number for person in views.listeners(store, "1001")] == ["1009", "9001"]
    assert [person.number for person in views.listeners(store, "1009")] == ["9001"]


@pytest.mark.parametrize(
    ("to", "text", "code"),
    [
        ((), "x", "nobody_chosen"),
        (("1002",), "x", "not_a_listener"),
        (("1009", "2009"), "x", "not_a_listener"),
        (("1009",), "  ", "empty_text"),
        (("1009",), "长" * 2001, "text_too_long"),
    ],
)
def test_a_request_without_listener_or_words_is_refused(
    store: Store, to: tuple[str, ...], text: str, code: str
) -> None:
    refusal = actions.ask(store, ZHANG, Topic.WORK, to, text, now=at("10:00"))
    assert isinstance(refusal, Refusal)
    assert refusal.code == code


@pytest.mark.parametrize(
    ("to", "sees"),
    [(("9001",), ["1001", "9001"]), (("1009",), ["1001", "1009"]), (("1009", "9001"), ["1001", "1009", "9001"])],
)
def test_only_the_chosen_see_a_request(store: Store, to: tuple[str, ...], sees: list[str]) -> None:
    ask(store, *to)
    assert [number for number, actor in sorted(ACTORS.items()) if views.requests(store, actor)] == sees


def test_the_follow_up_is_between_the_person_and_the_chosen(store: Store) -> None:
    request = ask(store, "9001")
    assert actions.follow_up(store, ZHAO, request, "我来看看", now=at("10:05")) == Refusal("not_found")
    assert actions.follow_up(store, OFFICE, request, " ", now=at("10:06")) == Refusal("empty_text")
    assert actions.follow_up(store, OFFICE, "help:none", "在办", now=at("10:06")) == Refusal("not_found")
    assert actions.follow_up(store, OFFICE, request, "已联系站长调班", now=at("10:30")) is None
    assert actions.follow_up(store, ZHANG, request, "谢谢,已解决", done=True, now=at("16:00")) is None
    (seen,) = views.requests(store, OFFICE)
    assert [(step.by, step.text) for step in seen.steps] == [("9001", "已联系站长调班"), ("1001", "谢谢,已解决")]
    assert seen.done
    actions.follow_up(store, ZHANG, request, "又有困难", now=at("16:10"))
    assert not views.requests(store, ZHANG)[0].done


def test_a_request_is_shown_whole_and_the_newest_first(store: Store) -> None:
    for clock, words in (("11:00", " 要调班 "), ("10:00", "要换窗口")):  # the second by a clock that is behind
        done(actions.ask(store, ZHANG, Topic.WORK, ("9001", "1009", "9001"), words, now=at(clock)))
    newest, older = views.requests(store, OFFICE)
    assert (newest.text, newest.at, older.text, older.at) == ("要调班", at("11:00"), "要换窗口", at("10:00"))
    assert (newest.staff, newest.hall, newest.topic, newest.to) == ("1001", HALL, Topic.WORK, ("9001", "1009"))


def test_requests_are_counted_by_hall_and_day(store: Store) -> None:
    moments = at("00:00"), at("23:59:59"), at("00:00", DAY + timedelta(days=1))
    *_, last = (done(actions.ask(store, ZHANG, Topic.LIFE, ("9001",), "要调班", now=each)) for each in moments)
    assert views.asked_and_helped(store, DAY, DAY) == {HALL: (2, 0)}
    actions.follow_up(store, OFFICE, last, "已解决", done=True, now=at("10:00", DAY + timedelta(days=1)))
    assert views.asked_and_helped(store, DAY, DAY + timedelta(days=1)) == {HALL: (3, 1)}
    assert views.asked_and_helped(store, DAY - timedelta(days=1), DAY - timedelta(days=1)) == {}


def test_help_is_not_on_the_days_page(store: Store) -> None:
    actions.follow_up(store, OFFICE, ask(store, "9001"), "已联系", now=at("10:30"))
    text = plain.as_text(daily_log.day(store, HALL, DAY, now=at("17:00"), reader=ZHAO))
    assert "住院" not in text
    assert "help" not in text


def test_greetings_stay_up_for_some_days_and_can_be_taken_down(store: Store) -> None:
    first = actions.greet(store, ZHANG, "生日快乐", "1002", now=at("09:00"))
    second = actions.greet(store, SUN, "大家辛苦了", now=at("09:30"))
    assert isinstance(first, str)
    assert isinstance(second, str)
    shown = [(each.name, each.to_name, each.text) for each in views.board(store, at("10:00"))]
    assert shown == [("孙杰", "", "大家辛苦了"), ("张敏", "李娜", "生日快乐")]
    assert actions.remove_greeting(store, LI, first, now=at("10:00")) == Refusal("not_allowed")
    assert actions.remove_greeting(store, OFFICE, first, "重复", now=at("10:00")) is None
    assert actions.remove_greeting(store, ZHANG, first, now=at("10:01")) == Refusal("not_found")
    assert [each.id for each in views.board(store, at("10:00"))] == [second]
    thirty_days = 30 * 86_400_000
    assert [each.id for each in views.board(store, at("09:30") + thirty_days)] == [second]
    assert views.board(store, at("09:30") + thirty_days + 1) == ()


@pytest.mark.parametrize(
    ("text", "to", "code"),
    [(" ", "", "empty_text"), ("祝" * 201, "", "text_too_long"), ("祝", "404", "unknown_person")],
)
def test_a_greeting_needs_words_and_somebody_who_exists(store: Store, text: str, to: str, code: str) -> None:
    refusal = actions.greet(store, ZHANG, text, to, now=at("09:00"))
    assert isinstance(refusal, Refusal)
    assert refusal.code == code


def test_a_rebuild_gives_the_same_tables(store: Store) -> None:
    actions.follow_up(store, ZHANG, ask(store, "1009", "9001"), "补充", now=at("10:30"))
    actions.greet(store, LI, "新年好", now=at("11:00"))
    before = (views.requests(store, ZHAO), views.board(store, at("12:00")))
    store.rebuild()
    assert (views.requests(store, ZHAO), views.board(store, at("12:00"))) == before
    assert before[0][0].steps
