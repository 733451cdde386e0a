"""What the page of pay reads of a month."""

from collections.abc import Mapping
from datetime import date

import msgspec

from counter.store_type import Store
from shared.domain.actor import Actor
from shared.domain.workdays import day_of
from shared.people.views import halls
from shared.practice.performance import sheet_files, states, views
from shared.practice.performance.sheet_files import PaySheet, pay_sheet
from shared.practice.performance.states import Standing, State
from shared.practice.performance.views import Appeal, Computed
from shared.report.pay_checks import Check, pay_checks

Key = tuple[str, str]
"""(hall, post)."""


class MonthData(msgspec.Struct, frozen=True):
    """The data of a month: sheets by pool, and remarks, among them why other pools cannot be computed."""

    month: str  # "" where no pool was ever set
    months: tuple[str, ...]
    standing: Standing
    until: date | None = None  # the last day of the notice
    running: bool = False  # it is not over
    sheets: Mapping[Key, PaySheet] = msgspec.field(default_factory=dict)
    computed: Mapping[Key, Computed] = msgspec.field(default_factory=dict)
    carried: Mapping[Key, int] = msgspec.field(default_factory=dict)  # from the reserve of the month before, fen
    appeals: tuple[Appeal, ...] = ()
    checks: tuple[Check, ...] = ()
    halls: Mapping[str, str] = msgspec.field(default_factory=dict)  # names by code


def read_month(store: Store, actor: Actor, wanted: str, now: int) -> MonthData:
    """The month that was `wanted`, or the one to begin with."""
    known = views.months(store)
    month = wanted if wanted in known else _at_work(store, known)
    standing = states.standing(store, month)
    if not month:
        return MonthData(month, known, standing)
    found, refused = views.preview(store, month)
    names = {hall.code: hall.name for hall in halls(store)}
    basis = sheet_files.basis(store, month)
    computed = {(each.sheet.pool.hall, each.sheet.pool.post): each for each in found}
    sheets = {
        key: pay_sheet(each, names.get(key[0], key[0]), standing=standing, basis=basis)
        for key, each in computed.items()
    }
    until = states.notice_until(store, month)
    return MonthData(
        month,
        known,
        standing,
        until,
        until is not None and states.in_notice(store, month, day_of(now)),
        sheets,
        computed,
        views.carried(store, month),
        views.appeals(store, month),
        pay_checks(store, actor, month, found, refused, now=now),
        names,
    )


def _at_work(store: Store, known: tuple[str, ...]) -> str:
    """The month to begin with: one in notice before the one that only runs; otherwise the newest."""
    in_notice = (month for month in known if states.standing(store, month).state is State.NOTICE)
    return next(in_notice, next(iter(known), ""))
