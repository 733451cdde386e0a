"""No view's statement may read what grows with a hall's history: SQLite itself is asked for the plan of each.

Every public function of every module that asks tables is called on a hall with days of work, and each statement is
explained. A function that takes rows is asked through the one that gives them.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType, UnionType
from typing import cast, get_args, get_origin, get_type_hints

import pytest

from shared.domain.policy import Policy, Section
from shared.domain.workdays import day_of
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.inquiries import views as inquiries
from shared.practice.pauses.facts import Count, Source
from shared.reference.views import calendar, policy
from shared.report.effect import RuleChange
from tests.support.builders import HALL, actor, staffed_store
from tests.support.days import ACTIONS, Life

NO_VIEWS = re.compile(r"\.(about|actions|facts|hub|importing|members|policy|replay|rules|tables|words)(\.|$)")
"""Modules that record, decide or name things, or read all that a new policy is tried on."""
WORK = {
    "shared.daily_log.checking": "`verify` reads the whole journal anyway",
    "shared.people.hall_setup": "sets a hall up, once",
    "shared.people.kiosk_exit": "asks files",
    "shared.people.pin_waits": "asks files",
    "shared.reference.preview": "a new policy is tried on all that was decided",
}
"""Other modules that are no views, and why."""


def views() -> Iterator[str]:
    """The modules that ask the tables of practices, people, documents, the daily log and the reports."""
    for folder in ("practice", "people", "reference", "daily_log", "report"):
        package = import_module(f"shared.{folder}")
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            may_ask = not NO_VIEWS.search(module.name) and module.name not in WORK
            if may_ask and any(functions(import_module(module.name))):
                yield module.name


OF_ROWS = {
    "shared.daily_log.late_records",
    "shared.daily_log.lines",
    "shared.practice.assessment.year_sheet",
    "shared.practice.caring.recusals",
    "shared.practice.column.editions",
    "shared.practice.workload.weighted_points",
    "shared.report.pay_checks",
}
"""Modules of which every function takes rows of another one."""

BY_THE_YEAR = {
    *("assessment_notice", "assessment_year", "card_batch", "column_activity"),
    *("annal", "award_round", "contest", "course", "honour", "inspection_appeal", "inspection_month", "pay_month"),
    *("promotion", "question", "quiz_attempt", "training_attendance", "training_certificate", "training_session"),
    *("column_adoption", "column_concerned", "column_issue", "column_page", "column_sentence", "column_story"),
}
"""Tables of the office's practices that grow by dozens a year, or by one a person and course: pages show them whole."""
STANDING = {"days", "meta", "hall", "person", "staff_span", "document", "known", "json_each", "complaint", "survey"}
"""Tables that grow with the company, not with the days, or by a dozen a year.

`known` are the stations of a hall, `days` those of a year, `json_each` kinds.
"""

WHOLE = {
    "shared.practice.cards.views.report": "levels count all cards so far; SQLite groups them, from an index alone",
    "shared.practice.cards.views.totals": "the ladder counts all cards so far, from an index alone",
    "shared.practice.happiness.views.requests": "requests for help are few, and whom they went to is a list",
    "shared.practice.inquiries.views.lists.found": "no index has a phone's last digits; some thousand tickets",
    "shared.practice.inquiries.views.totals.first_ticket": "asked once an import; a hall has some thousand tickets",
    "shared.practice.performance.corrections.unpaid_of": "a few dozen corrections a year; one stays owed until paid",
    "shared.practice.promotion.views.standings": "the ladder counts all cards so far, from an index alone",
    "shared.practice.rulebook.views.drafts": "one draft a chapter, a few dozen",
    "shared.practice.workload.views.absences": "the page of absences lists them all, a few hundred a year",
}
"""Views that read more than the present, and why."""

_ALIAS = re.compile(r'"(\w+)" AS "(\w+)"')
_SCAN = re.compile(r"SCAN (?!CONSTANT)(\w+)(?: USING (?:COVERING )?INDEX (\w+))?")
_OPEN = re.compile(r"""state"?\)? = 'open'""")  # tickets of all halls that are open do not grow with the days
_ALL = r"(?:(?: AND )?(?:hall|counted|giver|state)=\?)+"  # nothing that a day or a person narrows down
_OF_HALL = re.compile(rf"SEARCH (\w+) USING (?:COVERING )?INDEX (\w+) \({_ALL}\)")


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


@cache
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
        "day": day,
        "today": day,
        "on": day,
        "first": day - timedelta(days=30),
        "last": day,
        "year": day.year,
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
        "of": day.year,
        "month": "2026-03",
        "period": "2026-03",
        "unit": HALL,
        "staff": "1001",
        "course": "x",
        "post": "cashier",
        "kind": "sick",
        "kinds": ("sick",),
        "story": "story:x",
        "stories": ("story:x",),
        "issue": "issue:x",
        "activity": "activity:x",
        "reference": "story:x",
        "ticket": "inquiry:x",
        "card": "card:x",
        "bank": "x",
        "bank_name": "x",
        "scanned": "x",
        "key": b"x",
        "juror": "1001",
        "viewer": "1001",
        "units": {HALL: (HALL,)},
        "signed": {},
        "values": {},
        "service": "settlement",
        "history": History(life.store),
        "policy": policy(life.store),
        "calendar": calendar(life.store),
    }


MISSING = object()


def value_for(name: str, kind: object, known: dict[str, object]) -> object:
    """The value for a parameter; `MISSING` for a row, or other values that a sibling function gives."""
    if isinstance(kind, type) and issubclass(kind, Section):
        return cast(Policy, known["policy"])[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    if name not in known:
        return MISSING
    value = known[name]
    either = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    if all(isinstance(each, type) and not get_origin(each) for each in either):
        return value if isinstance(value, cast(tuple[type, ...], either)) else MISSING
    return MISSING if isinstance(value, str) and get_origin(kind) in (Sequence, Iterable) else value


def call(function: Callable[..., object], life: Life) -> Callable[[], None] | None:
    """A call of a view, ready to be made; None for one that takes rows."""
    known = dict(answers(life))
    if function.__module__ == "shared.practice.line.views" and function.__name__ == "number":
        known["subject"] = life.some("number:", 0)
    kinds = get_type_hints(function)
    asked = {name: value_for(name, kinds[name], known) for name in inspect.signature(function).parameters}
    defaults = {name: each.default for name, each in inspect.signature(function).parameters.items()}
    given = {name: value for name, value in asked.items() if value is not MISSING}
    if any(defaults[name] is inspect.Parameter.empty for name in set(asked) - set(given)):
        return None

    def act() -> None:
        answer = function(**given)
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
        if "state=?" in step and _OPEN.search(statement):
            continue
        if scan and tables.get(scan[1], scan[1]) not in STANDING and scan[2] not in partial:
            found.append(f"{step}  in  {statement}")
    return found


@pytest.mark.parametrize("name", sorted(views()))
def test_no_view_reads_the_whole_history(life, name):
    slow, asked = {}, 0
    for function in functions(import_module(name)):
        if (act := call(function, life)) is None:
            continue
        asked += 1
        reads = [read for each in sorted(statements(life.store, act)) for read in whole_reads(life.store, each)]
        reads = [read for read in reads if not _by_the_year(read)]
        if reads and f"{name}.{function.__name__}" not in WHOLE:
            slow[function.__name__] = reads
    assert slow == {}
    assert asked or name in OF_ROWS


def _by_the_year(read: str) -> bool:
    tables = {alias: table for table, alias in _ALIAS.findall(read)}
    scan = _SCAN.match(read)
    return scan is not None and tables.get(scan[1], scan[1]) in BY_THE_YEAR


def test_a_full_scan_is_detected(life):
    assert whole_reads(life.store, "SELECT staff FROM card WHERE sentence = 'x'")
    assert not whole_reads(life.store, "SELECT staff FROM card WHERE subject = 'x'")
