"""Every action re-reads who acts: what somebody was at sign-in proves nothing an hour later."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

import pytest

import shared
from shared.daily_log import actions as daily_log
from shared.device import codes
from shared.domain.actor import Actor
from shared.domain.refusal import Refusal
from shared.domain.roles import Role
from shared.journal.store import Store
from shared.people import actions as people
from shared.people.rules import RosterLine
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P, Verdict
from shared.practice.complaints.actions import Opinion
from shared.practice.complaints.facts import About
from shared.practice.complaints.facts import Verdict as Judged
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry
from shared.practice.happiness import actions as happiness
from shared.practice.happiness.facts import Station, Topic
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Aspect
from shared.practice.line import actions as line
from shared.practice.line.facts import SERVICES
from shared.practice.pauses import actions as pauses
from shared.practice.rulebook import actions as rulebook
from shared.practice.rulebook import facts as rulebook_facts
from shared.reference import actions as reference
from shared.sync.enrolment import Enrolment, join
from tests.support.builders import attested, code
from tests.support.practice_hall import DAY, HALL, LI, OFFICE, ROSTER, SUN, ZHANG, ZHAO, at

NOW = at("14:00")
NOT_ALLOWED = "not_allowed"
SERVICE = next(iter(SERVICES))


def roster(store: Store, number: str, *, active: bool = True, role: Role | None = None, hall: str = "") -> None:
    """What the office's import says of one person from now on."""
    _, name, home, window, post, before = next(each for each in ROSTER if each[0] == number)
    said = RosterLine(number, name, "一分公司", hall or home, window, post or "cashier", role or before, active)
    assert people.import_staff(store, [said], now=NOW) == 1


def names(store: Store) -> dict[str, Any]:
    """Something for each parameter an action may have, which would be accepted of a person with the right."""
    ticket = inquiries.open_inquiry(store, LI, text="更名要带什么？", now=at("09:00"))
    other = inquiries.open_inquiry(store, LI, text="更名要带什么？", now=at("08:59"))
    assert isinstance(ticket, inquiries.Opened)
    assert isinstance(other, inquiries.Opened)
    taken, card = line.take(store, now=at("09:00")), cards.award(store, "1002", P.POLITE, now=at("09:00"))
    greeting = happiness.greet(store, LI, "大家辛苦了", now=at("09:00"))
    pause = pauses.request(store, ZHANG, waiting=attested(0, at("09:00")), now=at("09:00"))
    entry = diary.write(store, ZHANG, Entry.PRAISE, "李娜帮了我", now=at("09:00"))
    assert isinstance(taken, line.Taken)
    assert isinstance(card, cards.Awarded)
    assert isinstance(pause, pauses.Started)
    return {
        "ticket": ticket.id, "into": other.id, "number": taken.id, "card": card.card, "pause": pause.pause,
        "subject": entry, "greeting": greeting, "help_id": "help:1", "code": "c1", "name": "policy",
        "aspect": Aspect.TEXT, "value": "更名", "to": "1001", "person": "1001", "message": "已联系",
        "grounds": "材料不齐",
        "reason": "核对", "limit": DAY, "answer": "身份证", "satisfaction": None, "others": (), "text": "辛苦了",
        "service": SERVICE, "services": (SERVICE,), "staff": "1002", "p": P.POLITE, "verdict": Verdict.COUNT,
        "waiting": attested(0, NOW), "length_ms": 60_000, "entry": Entry.PRAISE, "candidate": True,
        "topic": next(iter(Topic)), "station": Station(), "version": 1, "body": {}, "hall": HALL, "on": DAY,
        "pin": "402913", "image": b"photo", "round_id": "survey:1",
        "first": DAY, "last": DAY, "groups": (), "batch": "b", "made": (), "ps": (P.POLITE,), "mark": "b",
        "ask": lambda question: 1, "chosen": (), "lines": (), "written": {},
    }  # fmt: skip


Action = Callable[..., object]


ACTING = {"actions", "importing", "late_records", "members", "printed"}
"""Modules that record what somebody signed in does."""


def modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(shared.__path__, "shared."):
        if ACTING & set(found.name.split(".")):
            yield import_module(found.name)


def actions() -> dict[str, Action]:
    """All public functions of all modules of actions that are told who acts."""
    return {
        f"{function.__module__}.{name}": function
        for module in modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__.startswith("shared.") and _is_action(function)
    }


def _is_action(function: Action) -> bool:
    parameters = inspect.signature(function).parameters
    signed_in = "actor" in parameters and parameters["actor"].annotation in (Actor, Actor | None)
    return signed_in and "store" in parameters and ".common" not in function.__module__


ACTIONS = actions()
OPINION = Opinion(next(iter(Judged)), About.PERSON, "属实", "1002")
SPECIAL: dict[str, dict[str, Any]] = {
    "shared.people.actions.set_duty": {"number": "1001", "on": True},
    "shared.people.actions.set_photo": {"number": "1002"},
    "shared.people.actions.set_pin": {"number": "1001"},
    "shared.practice.cards.actions.award_by_code": {"card": codes.SignedCard("00" * 8, "polite", "1002")},
    "shared.practice.happiness.actions.ask": {"to": ("1009",)},
    "shared.practice.complaints.actions.propose": {"opinion": OPINION},
    "shared.practice.complaints.actions.decide": {"opinion": OPINION},
    "shared.practice.performance.actions.set_pool": {"month": "2026-02", "post": "cashier", "amount": "100.00"},
    "shared.practice.rulebook.actions.publish": {"text": rulebook_facts.ChapterText(title="一", text="二", place=1)},
}
"""Where a parameter's name means something else than everywhere."""


def test_actions_of_every_practice_are_found() -> None:
    assert len(ACTIONS) > 35
    for module in (daily_log, people, cards, diary, happiness, inquiries, line, pauses, rulebook, reference):
        assert any(name.startswith(module.__name__) for name in ACTIONS), module


@pytest.mark.parametrize("who", [ZHANG, ZHAO, OFFICE], ids=["clerk", "supervisor", "office"])
def test_a_leaver_s_open_counter_could_still_act(store: Store, who: Actor) -> None:
    known = names(store)
    roster(store, who.number, active=False)
    before = len(store.events())
    answers = {}
    for name, action in ACTIONS.items():
        known_here = known | SPECIAL.get(name, {}) | {"store": store, "actor": who, "now": NOW}
        answers[name] = _call(action, known_here), len(store.events())
    assert {name: found for name, found in answers.items() if found != (Refusal(NOT_ALLOWED), before)} == {}


OFFICE_ALONE = {
    "assessment": "close_year decide draw_plan import_contests import_inspections import_sales publish_checklist"
    " publish_month publish_units publish_year set_part set_sales",
    "caring": "announce answer appoint ask close_jury decide finish open_round prepare reopen set_aside",
    "column": "add_picture add_story approve ask ask_reading draft open_issue plan plan_activity propose"
    " propose_bulletin publish reissue retract set_aside set_attendance",
    "complaints": "decide import_verdicts reopen",
    "happiness": "publish remove_greeting",
    "inquiries": "recount",
    "learning": "cancel certify close_contest excuse plan plan_contest set_course set_questions time_speed void",
    "performance": "answer close correct open_month publish set_pool set_pools",
    "promotion": "promote take_back",
    "reference": "publish",
    "rulebook": "consult draft publish withdraw",
    "survey": "count enter move_round open_round",
    "workload": "import_absences import_workload set_absence withdraw_absence",
}
"""Neither a clerk nor a supervisor may do these."""
SUPERVISORS = {
    "assessment": "appeal",
    "cards": "award_by_code record review withdraw",
    "caring": "nominate_station",
    "column": "adopt nominate release_sentence withhold_sentence",
    "complaints": "propose",
    "daily_log": "decide sign",
    "inquiries": "confirm_time consent decline settle_clash",
    "line": "choose_services_of",
    "people": "leave set_member set_photo",
    "rulebook": "receive",
}
"""A clerk may not do these."""
NOT_THEIRS = {
    "clerk": {"line": "call_again done hold no_show put_back reopen"},
    "supervisor": {"diary": "change set_candidate", "line": "put_back reopen", "pauses": "withdraw"},
}
"""Of the numbers, entries and pauses here: those of others."""


@pytest.mark.parametrize(
    ("who", "refused"),
    [
        (ZHANG, (OFFICE_ALONE, SUPERVISORS, NOT_THEIRS["clerk"])),
        (ZHAO, (OFFICE_ALONE, NOT_THEIRS["supervisor"])),
    ],
    ids=["clerk", "supervisor"],
)
def test_what_only_others_may_do(store: Store, who: Actor, refused: tuple[dict[str, str], ...]) -> None:
    wanted = {f"{of}.{did}" for each in refused for of, names_ in each.items() for did in names_.split()}
    assert _refused(store, who, NOT_ALLOWED) == wanted


AT_HOME = {
    *("assessment.add_photo", "assessment.appeal", "assessment.lock", "assessment.save"),
    *("caring.consent", "caring.nominate", "caring.nominate_station", "caring.object_to", "caring.recuse"),
    *("caring.score", "column.adopt", "column.answer", "column.feedback", "column.nominate"),
    *(
        "column.read_text",
        "column.release_sentence",
        "column.send_in",
        "column.withhold_sentence",
        "complaints.propose",
    ),
    *("happiness.ask", "happiness.greet", "honour.set_shown"),
    *("learning.begin", "learning.hand_in", "learning.keep", "learning.mark_practice", "line.choose_services_of"),
    *("pauses.request", "people.leave", "people.set_duty", "people.set_member", "people.set_photo", "people.set_pin"),
    *("performance.appeal", "performance.sign", "rulebook.read", "survey.answer"),
}
"""What the hub takes of a person from a device of their own hall alone."""


def test_a_visiting_supervisor_is_refused_what_only_their_own_hall_records(store: Store) -> None:
    join(store, Enrolment(host="h", port=5432, database="d", login="l", name="n", kind="counter", hall=HALL))
    assert _refused(store, SUN, "only_at_home") == AT_HOME


def _refused(store: Store, who: Actor, why: str) -> set[str]:
    """What somebody is refused for this reason."""
    known = names(store) | {"store": store, "actor": who, "now": NOW}
    refused = set()
    for name, action in ACTIONS.items():
        with suppress(Exception):  # of made-up arguments: who acts is asked before
            if code(_call(action, known | SPECIAL.get(name, {}))) == why:
                refused.add(_short(name))
    return refused


def _short(name: str) -> str:
    """`column.adopt` for `shared.practice.column.actions.own.adopt`."""
    words = name.removeprefix("shared.").removeprefix("practice.").split(".")
    return f"{words[0]}.{words[-1]}"


def _call(action: Action, known: dict[str, Any]) -> object:
    """Carry out an action with what is known of each parameter that it needs."""
    asked = inspect.signature(action).parameters.values()
    told = [each for each in asked if each.name in ("store", "actor", "now") or each.default is each.empty]
    first = [known.get(each.name) for each in told if each.kind is each.POSITIONAL_ONLY]
    return action(*first, **{each.name: known.get(each.name) for each in told if each.kind is not each.POSITIONAL_ONLY})


def test_what_anybody_does_is_on_record_under_their_number(store: Store) -> None:
    known, recorded = names(store), set()
    for name, action in ACTIONS.items():
        for who in (ZHANG, LI, ZHAO, OFFICE):
            before = store.head().n
            with suppress(Exception):  # what is known fits most actions, not all
                _call(action, known | SPECIAL.get(name, {}) | {"store": store, "actor": who, "now": NOW})
            new = store.db.execute_sql("SELECT kind, actor FROM event WHERE n > ?", (before,)).fetchall()
            assert {actor for kind, actor in new if kind != "day_told"} <= {who.number}, name  # told by the device
            recorded |= {name for _ in new}
    assert len(recorded) > 35


def suspect(store: Store) -> str:
    given = [cards.award(store, "1002", P.POLITE, now=at("09:00")) for _ in range(2)]
    assert isinstance(given[1], cards.Awarded)
    return given[1].card


def test_a_demoted_supervisor_could_still_review_sign_and_reset(store: Store) -> None:
    card = suspect(store)
    roster(store, "1009", role=Role.STAFF)
    assert code(cards.review(store, ZHAO, card, Verdict.EXCLUDE, "同一人", now=NOW)) == NOT_ALLOWED
    assert code(daily_log.sign(store, ZHAO, HALL, DAY, now=NOW)) == NOT_ALLOWED
    assert code(people.set_pin(store, "1001", "402913", now=NOW, actor=ZHAO)) == NOT_ALLOWED
    assert code(people.set_duty(store, ZHAO, "1001", False, now=NOW)) == NOT_ALLOWED
    assert isinstance(diary.write(store, ZHAO, Entry.PRAISE, "今天很顺", now=NOW), str)  # what a clerk may, goes on


def test_a_promotion_counts_without_a_new_sign_in(store: Store) -> None:
    card = suspect(store)
    assert code(cards.review(store, ZHANG, card, Verdict.EXCLUDE, "同一人", now=NOW)) == NOT_ALLOWED
    roster(store, "1001", role=Role.SUPERVISOR)
    assert cards.review(store, ZHANG, card, Verdict.EXCLUDE, "同一人", now=NOW) is None


def test_a_supervisor_who_moved_away_signs_the_old_hall_no_more(store: Store) -> None:
    roster(store, "1009", hall="二号厅")
    assert code(daily_log.sign(store, ZHAO, HALL, DAY, now=NOW)) == NOT_ALLOWED


def test_a_made_up_identity_is_refused(store: Store) -> None:
    forged = Actor(number="1001", name="张敏", role=Role.OFFICE, post="", hall="*")
    assert code(reference.publish(store, forged, "policy", {"pauses": {"per_day": 9}}, now=NOW)) == NOT_ALLOWED
    nobody = Actor(number="4711", name="", role=Role.SUPERVISOR, post="", hall=HALL)
    assert code(daily_log.sign(store, nobody, HALL, DAY, now=NOW)) == NOT_ALLOWED


def test_the_hub_is_not_asked_for_who_may_not_act(store: Store) -> None:
    roster(store, "1001", active=False)
    line.take(store, now=NOW)
    asked: list[object] = []

    def hub(*question: object) -> None:
        asked.append(question)

    assert code(line.call_next(store, ZHANG, arbiter=hub, now=NOW)) == NOT_ALLOWED
    assert code(pauses.request(store, ZHANG, waiting=attested(0, NOW), arbiter=hub, now=NOW)) == NOT_ALLOWED
    assert asked == []
