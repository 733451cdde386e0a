"""A closed month and year are the same data for the version before and after the one that closed them."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from shared.domain.closing import digest
from shared.domain.explaining import KeptLine, Line
from shared.domain.wording import refusal
from shared.journal.event import Event
from shared.journal.store import Store
from shared.practice.assessment import views as assessment
from shared.practice.assessment.facts import UnitClosed, YearClosed
from shared.practice.performance import slip
from shared.practice.performance import views as pay
from shared.practice.performance.facts import MonthClosed, PayInputs, PayLine, Reference
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules import closing
from shared.practice.performance.rules.pay import Member, Pool, Sheet, sheet
from shared.practice.performance.rules.quality import Exposure
from tests.older.tomorrow import NIGHT
from tests.support.builders import HALL, staffed_store

MONTH, YEAR = "2026-02", 2025


class Then(msgspec.Struct):
    """The inputs of a line before credits were a part of them."""

    workload: str
    window_points: str
    window_cards: int
    upheld: str = "0"


class Tomorrow(PayInputs, frozen=True):
    """The inputs with a field more."""

    mentored: str = "0"


class TomorrowsLine(KeptLine, frozen=True):
    """A part of a year with a field more."""

    weight: str = "1"


def closed_month(inputs: type[Any]) -> tuple[MonthClosed, dict[str, Any]]:
    """A month of one person as the version with these inputs closes it: its head, and the line as its event's body."""
    member = Member("1001", Fraction(1000), Exposure(4, Fraction(3000)))
    made = sheet(Pool(MONTH, "cashier", HALL, 100_000), [member], Fraction("0.0014"), Performance())
    assert isinstance(made, Sheet)
    [line] = closing.lines(made, [member], {})
    names = [name for name in inputs.__struct_fields__ if hasattr(line.inputs, name)]
    written = inputs(**{name: getattr(line.inputs, name) for name in names})
    head = MonthClosed(
        month=MONTH,
        policy=1,
        basis=1,
        basis_hash="",
        inputs=digest({f"cashier/{HALL}/1001": written}),
        pools=(closing.pool_closed(made),),
        references=(Reference("cashier", "7/5000", 14, "10000"),),
        preparer="9001",
    )
    return head, {**msgspec.to_builtins(line), "inputs": msgspec.to_builtins(written)}


@pytest.fixture
def store(tmp_path: Path) -> Any:
    opened = staffed_store(tmp_path)
    yield opened
    opened.close()


def arrives(store: Store, place: int, kind: str, subject: str, body: dict[str, Any]) -> None:
    fields = {"id": f"closed{place}", "station": "other", "hall": HALL, "n": place, "actor": "9001"}
    body = {name: value for name, value in body.items() if name != "kind"}
    event = {**fields, "kind": kind, "subject": subject, "ts": NIGHT, "occurred_at": NIGHT, "body": body}
    store.receive([(msgspec.convert(event, Event), (), place)])


@pytest.mark.parametrize("inputs", [PayInputs, Then, Tomorrow])
def test_a_month_closed_by_another_version_is_what_was_closed(store: Store, inputs: type[Any]) -> None:
    """A field more in the inputs, and every month closed before, or by a newer office, was called altered."""
    head, line = closed_month(inputs)
    arrives(store, 1, PayLine.kind(), f"pay:{MONTH}/1001", line)
    arrives(store, 2, MonthClosed.kind(), f"pay:{MONTH}", msgspec.to_builtins(head))
    assert pay.recheck(store, MONTH) is None


def test_a_line_that_was_changed_is_still_found(store: Store) -> None:
    head, line = closed_month(Tomorrow)
    line["inputs"]["mentored"] = "9"
    arrives(store, 1, PayLine.kind(), f"pay:{MONTH}/1001", line)
    arrives(store, 2, MonthClosed.kind(), f"pay:{MONTH}", msgspec.to_builtins(head))
    found = pay.recheck(store, MONTH)
    assert found is not None
    assert "被改动过" in refusal(found)


@pytest.mark.parametrize("part", [KeptLine, TomorrowsLine])
def test_a_year_closed_by_another_version_is_what_was_closed(store: Store, part: type[KeptLine]) -> None:
    lines = [part("environment", "20"), part("service_quality", "20")]
    unit = UnitClosed(
        year=YEAR, unit="heping", branch="和平分公司", lines=(), total="40", complete=True, upheld="0", rank=1
    )
    sales = {"和平分公司": "1"}
    inputs = digest({"units": {"heping": (lines, True, "0")}, "sales": sales})
    head = YearClosed(
        year=YEAR, policy=1, basis=1, basis_hash="", inputs=inputs, sales=sales, units=1, rewards=0, preparer="9001"
    )
    body = {**msgspec.to_builtins(unit), "lines": msgspec.to_builtins(lines)}
    arrives(store, 1, UnitClosed.kind(), f"year:{YEAR}", body)
    arrives(store, 2, YearClosed.kind(), f"year:{YEAR}", msgspec.to_builtins(head))
    found = assessment.recheck(store, YEAR)
    assert found is None or found.code == "closed_figures_changed"  # what it is computed to is another matter


@pytest.mark.parametrize(
    ("kept", "value", "text"),
    [
        (
            KeptLine("served", "3", {"service": "gas_payment", "count": "3", "mentor": "张敏"}),
            "3.00 点",
            "收取 3 笔 × —",
        ),
        (KeptLine("mentoring", "34/35", {"mentor": "张敏"}), "0.97", "0.97 （本版本还不认识）"),
    ],
)
def test_a_slip_says_what_it_can_of_a_line_of_another_version(kept: KeptLine, value: str, text: str) -> None:
    """A word among its inputs, or a number that was missing, and nobody of the hall saw their pay."""
    worded = slip.worded(Line(kept.code, Fraction(kept.value), dict(kept.inputs)))
    assert worded.figure == value
    assert text in worded.text
