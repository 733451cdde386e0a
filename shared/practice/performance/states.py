"""The state of a month of pay, from its first pool to its closing, and the policy that it is computed by."""

from datetime import date

import msgspec

from shared.domain import closing as periods
from shared.domain import months
from shared.domain.policy import Policy
from shared.journal.store import Store
from shared.practice.performance.facts import MonthClosed, MonthOpened
from shared.practice.performance.policy import Performance
from shared.practice.performance.rules.months import State
from shared.practice.performance.tables import MonthRow
from shared.reference.views import calendar, policy_on, policy_version

__all__ = ["Standing", "State", "in_notice", "notice_until", "rules_of", "standing"]


class Standing(msgspec.Struct, frozen=True):
    """A month's state with the facts that opened and closed it; `published` is the first day of its notice."""

    state: State
    preparer: str = ""
    published: date | None = None
    opened: MonthOpened | None = None
    closed: MonthClosed | None = None


def standing(store: Store, month: str) -> Standing:
    """The state of a month; ABSENT until a pool is set or its reference rates are published."""
    row = MonthRow.select().where(MonthRow.month == month).first(store.db)
    if row is None:
        return Standing(State.ABSENT)
    return Standing(
        state=State(row.state),
        preparer=row.preparer,
        published=date.fromisoformat(row.published) if row.published else None,
        opened=msgspec.json.decode(row.opened, type=MonthOpened) if row.opened else None,
        closed=msgspec.json.decode(row.closed, type=MonthClosed) if row.closed else None,
    )


def rules_of(store: Store, month: str) -> Policy:
    """The policy that a month is computed by: that of its first day, frozen when it is opened or closed."""
    now = standing(store, month)
    frozen = now.closed or now.opened
    return policy_version(store, frozen.policy) if frozen else policy_on(store, months.first(month))


def in_notice(store: Store, month: str, today: date) -> bool:
    """Whether the notice of a month runs, so that it may not be closed yet."""
    published, days = standing(store, month).published, rules_of(store, month)[Performance].notice_days
    return published is not None and periods.in_notice(published, today, days, calendar(store))


def notice_until(store: Store, month: str) -> date | None:
    """The last day of the notice of a month that is in notice; on the office's device."""
    now = standing(store, month)
    if now.state is not State.NOTICE or now.published is None:
        return None
    return periods.notice_until(now.published, rules_of(store, month)[Performance].notice_days, calendar(store))
