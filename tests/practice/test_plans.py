"""No view's statement may read what grows with a hall's history: SQLite itself is asked for the plan of each.

Every public function of every `views` module is called on a hall with days of work, and each statement is explained.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib import import_module
from types import ModuleType

import pytest

from shared.domain.roles import Role
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.assessment.policy import Assessment
from shared.practice.cards.facts import Giver
from shared.practice.inquiries import views as inquiries
from shared.practice.inquiries.facts import Aspect
from shared.practice.inquiries.rules import Level
from shared.practice.pauses.facts import Count, Source
from shared.practice.rulebook.facts import Book
from shared.reference.views import policy
from shared.report.cards import By
from shared.report.effect import RuleChange
from tests.support.builders import HALL, actor, staffed_store
from tests.support.days import ACTIONS, Life

PRACTICES = ("cards", "diary", "happiness", "inquiries", "line", "pauses", "rulebook", "survey")
VIEWS = [
    "shared.daily_log.views",
    "shared.people.views",
    "shared.reference.views",
    "shared.report.cards",
    "shared.report.effect",
    "shared.report.overview",
    *(
        f"shared.practice.{name}.views"
        for name in ["cards", "diary", "happiness", "inquiries", "line", "pauses", "rulebook", "survey"]
    ),
    "shared.practice.line.statistics",
]
OFFICE = [
    *(f"shared.practice.assessment.{name}" for name in ("hall_results", "inspections", "plans", "views")),
    *(f"shared.practice.caring.{name}" for name in ("annals", "board", "own", "views")),
    *(f"shared.practice.column.{name}" for name in ("own", "views")),
    "shared.practice.complaints.views",
    "shared.practice.honour.views",
    *(f"shared.practice.learning.{name}" for name in ("contests", "papers")),
    *(f"shared.practice.learning.views.{name}" for name in ("attended", "audience", "by_hall", "standings")),
    *(f"shared.practice.performance.{name}" for name in ("corrections", "own", "reference_rates", "states", "views")),
    "shared.practice.promotion.views",
    "shared.practice.workload.views",
]
BY_THE_YEAR = {
    *("annal", "award_round", "contest", "course", "honour", "inspection_appeal", "inspection_month", "pay_month"),
    *("promotion", "question", "quiz_attempt", "training_attendance", "training_certificate", "training_session"),
    *("column_adoption", "column_concerned", "column_issue", "column_page", "column_sentence", "column_story"),
}
"""Tables of the office's practices that grow by dozens a year, or by one a person and course: pages show them whole."""
STANDING = {"meta", "hall", "person", "staff_span", "document", "known", "json_each", "complaint", "survey"}
"""Tables that grow with the company, not with the days, or by a dozen a year.

`known` are the stations of a hall, `json_each` kinds.
"""

WHOLE = {
    "shared.practice.cards.views.report": "levels count all cards so far; SQLite groups them, from an index alone",
    "shared.practice.cards.views.totals": "the ladder counts all cards so far, from an index alone",
    "shared.practice.cards.views.with_sentence": "a story may quote a sentence of any year; few cards have one",
    "shared.practice.happiness.views.requests": "requests for help are few, and whom they went to is a list",
    "shared.practice.inquiries.views.first_ticket": "asked once an import; a hall has some thousand tickets",
    "shared.practice.inquiries.views.found": "no index has a phone's last digits; a hall has some thousand tickets",
    **dict.fromkeys(
        (
            *("shared.practice.inquiries.views.promises_kept", "shared.report.effect.figures"),
            *("shared.report.effect.effect", "shared.report.effect.compared"),
        ),
        "open tickets of all halls, which do not grow with the days",
    ),
    "shared.practice.inquiries.views.of_person": "open tickets of all halls, which do not grow with the days",
    "shared.practice.performance.corrections.unpaid_of": "a few dozen corrections a year; one stays owed until paid",
    "shared.practice.rulebook.views.drafts": "one draft a chapter, a few dozen",
    "shared.practice.workload.views.absences": "the page of absences lists them all, a few hundred a year",
}
"""Views that read more than the present, and why."""

_ALIAS = re.compile(r'"(\w+)" AS "(\w+)"')
_SCAN = re.compile(r"SCAN (?!CONSTANT)(\w+)(?: USING (?:COVERING )?INDEX (\w+))?")
_OF_HALL = re.compile(r"SEARCH (\w+) USING (?:COVERING )?INDEX (\w+) \((?:hall|counted|giver|state)=\?\)")


@pytest.fixture(scope="module")
def life(tmp_path_factory) -> Iterator[Life]:
    store = staffed_store(tmp_path_factory.mktemp("hall"))
    days = Life(store)
    days.play([(which, 3, a, b) for a in range(2) for b in range(10) for which in range(len(ACTIONS))])
    yield days
    store.close()


def functions(module: ModuleType) -> Iterator[Callable[..., object]]:
    """What a module's own public functions ask a store."""
    for name, function in vars(module).items():
        own = inspect.isfunction(function) and function.__module__ == module.__name__
        if own and not name.startswith("_"):
            asked = inspect.signature(function).parameters
            if "store" in asked and "where" not in asked:  # rows that a sibling module chooses
                yield function


def answers(life: Life) -> dict[str, object]:
    """A value for every parameter that views have, by name."""
    day = day_of(life.now)
    return {
        "store": life.store,
        "hall": HALL,
        "code": HALL,
        "halls": (HALL,),
        "now": life.now,
        "until": life.now,
        "since": life.now - 60_000,
        "number": "1001",
        "phone": "13912345678",
        "actor": actor("2001"),
        "reader": actor("2001"),
        "giver": Giver.COLLEAGUE,
        "receiver": Role.STAFF,
        "day": day,
        "today": day,
        "on": day,
        "first": day - timedelta(days=30),
        "last": day,
        "year": day.year,
        "level": Level.NONE,
        "aspect": Aspect.STATE,
        "count": Count(waiting=1, source=Source.ATTESTED, counted_at=life.now),
        "window": "1",
        "text": "A001",
        "serial": 1,
        "name": "policy",
        "prefix": "chapter",
        "version": 1,
        "entry": life.some("entry:", 0),
        "entries": [life.some("entry:", 0)],
        "subjects": [life.some("inquiry:", 0)],
        "by": By.STAFF,
        "book": Book.RULES,
        "but": "",
        "subject": life.some("inquiry:", 0),
        "heard_at": life.now,
        "limit": 50,
        "spelt": "1001",
        "wanted": "13912345678",
        "counts": {HALL: 3},
        "days": 30,
        "change": RuleChange(day, 1, ()),
        "round_id": "survey:2026-1",
        "numbers": ("1001",),
        "box": "b",
        "batch": 1,
        "weights": {"gas_payment": 10},
        "other": 10,
        "page": inquiries.page(life.store, life.some("inquiry:", 0), life.now),
    }


def call(function: Callable[..., object], life: Life) -> Callable[[], None]:
    """A call of a view, ready to be made."""
    values = answers(life)
    if function.__name__ == "allowance":
        values["giver"] = Role.STAFF
    if function.__module__ == "shared.practice.line.views" and function.__name__ == "number":
        values["subject"] = life.some("number:", 0)
    asked = {name: values[name] for name in inspect.signature(function).parameters}

    def act() -> None:
        answer = function(**asked)
        if inspect.isgenerator(answer):
            list(answer)

    return act


def statements(store: Store, act: Callable[[], None]) -> set[str]:
    """Every statement that `act` executes, with its values."""
    found: set[str] = set()
    connection = store.db.connection()
    connection.set_trace_callback(found.add)
    try:
        act()
    finally:
        connection.set_trace_callback(None)
    return {statement for statement in found if statement.lstrip().upper().startswith(("SELECT", "WITH"))}


def whole_reads(store: Store, statement: str) -> list[str]:
    """The growing tables and indexes that a statement reads from one end to the other, or all that a hall ever had."""
    tables = {alias: table for table, alias in _ALIAS.findall(statement)}
    partial = {
        name
        for name, sql in store.db.execute_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'index'").fetchall()
        if sql and " WHERE " in sql
    }
    found = []
    for *_, step in store.db.execute_sql(f"EXPLAIN QUERY PLAN {statement}").fetchall():
        scan = _SCAN.match(step) or _OF_HALL.match(step)
        if scan and tables.get(scan[1], scan[1]) not in STANDING and scan[2] not in partial:
            found.append(f"{step}  in  {statement}")
    return found


@pytest.mark.parametrize("name", VIEWS)
def test_no_view_reads_the_whole_history(life, name):
    slow = {}
    for function in functions(import_module(name)):
        asked = statements(life.store, call(function, life))
        reads = [read for statement in sorted(asked) for read in whole_reads(life.store, statement)]
        if reads and f"{name}.{function.__name__}" not in WHOLE:
            slow[function.__name__] = reads
    assert slow == {}


def test_no_office_view_reads_the_whole_history(life):
    """`of`, `found` and the like are rows that a sibling chose: those functions are asked through it."""
    asked, slow = 0, {}
    known = answers(life) | {"month": "2026-03", "staff": "1001", "course": "x", "post": "cashier", "kinds": ("sick",)}
    known |= {"story": "story:x", "ticket": "inquiry:x", "bank": "x", "juror": "1001", "service": "settlement"}
    known |= {"history": History(life.store), "policy": policy(life.store), "settings": policy(life.store)[Assessment]}
    del known["entry"], known["wanted"]  # here they are rows
    for name in OFFICE:
        for function in functions(import_module(name)):
            wanted = inspect.signature(function).parameters.values()
            if any(each.name not in known and each.default is each.empty for each in wanted):
                continue
            values = {each.name: known[each.name] for each in wanted if each.name in known}
            asked += 1
            for statement in sorted(statements(life.store, lambda f=function, v=values: f(**v))):
                reads = [each for each in whole_reads(life.store, statement) if not _by_the_year(each)]
                if reads and f"{name}.{function.__name__}" not in WHOLE:
                    slow[f"{name}.{function.__name__}"] = reads
    assert slow == {}
    assert asked > 90


def _by_the_year(read: str) -> bool:
    tables = {alias: table for table, alias in _ALIAS.findall(read)}
    scan = _SCAN.match(read)
    return scan is not None and tables.get(scan[1], scan[1]) in BY_THE_YEAR


def test_a_full_scan_is_detected(life):
    assert whole_reads(life.store, "SELECT staff FROM card WHERE sentence = 'x'")
    assert not whole_reads(life.store, "SELECT staff FROM card WHERE subject = 'x'")
