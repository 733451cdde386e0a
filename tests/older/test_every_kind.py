"""Every kind of today's, also those younger than the frozen program, as a program of tomorrow writes it."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from shared.journal import verify
from tests.older.test_newer_codes import codes
from tests.older.tomorrow import NEWER, wider
from tests.support.builders import empty_store
from tests.support.examples import Body, arrivals

UNCHANGED = "document_published"  # its body is a document
AS_WRITTEN = {"pay_line", "assessment_year"}  # these keep what closed periods are checked by, see test_closed_periods


def received(
    folder: Path, caplog: pytest.LogCaptureFixture, change: Callable[[str, Body], Body]
) -> tuple[Any, list[str]]:
    """The tables of a device that got an example of every kind, so changed; the kinds that could not be folded."""
    caplog.clear()
    store = empty_store(folder)
    with caplog.at_level(logging.ERROR):
        store.receive(arrivals(store.projections.fact_types.values(), 0, change))
    left = [record.getMessage().split("of kind ")[1].split()[0] for record in caplog.records]
    contents = verify.contents(store)
    store.close()
    return {table: rows for table, rows in contents.items() if table not in AS_WRITTEN}, sorted(left)


def test_a_field_more_in_any_kind_changes_nothing_and_a_newer_code_leaves_nothing_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    plain = received(tmp_path / "plain", caplog, lambda kind, body: body)
    assert received(tmp_path / "more", caplog, with_more) == plain
    assert received(tmp_path / "newer", caplog, with_codes)[1] == plain[1]


def with_more(kind: str, body: Body) -> Body:
    return body if kind == UNCHANGED else without_maps(wider(body), body)


def with_codes(kind: str, body: Body) -> Body:
    for path in codes(kind):
        body = with_code(body, path)
    return body


def without_maps(changed: Any, before: Any) -> Any:
    """The field more is no key of a map, whose values are of one type."""
    if isinstance(before, list):
        return [without_maps(one, other) for one, other in zip(changed, before, strict=True)]
    if not isinstance(before, dict):
        return changed
    kept = {name: without_maps(changed[name], value) for name, value in before.items()}
    return kept if set(before) == {"x"} else {**kept, NEWER: 1}


def with_code(value: Any, path: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [with_code(each, path) for each in value]
    if isinstance(value, dict) and set(value) == {"x"}:  # a map
        return {"x": with_code(value["x"], path)}
    if not path:
        return NEWER
    name, *rest = path
    return {**value, name: with_code(value[name], tuple(rest))}
