"""What the pools of the last months would pay under a policy: a what-if, nothing is stored and nothing closed changes.

Months are computed anew from today's journal, with the reference rates that were published when they opened.
"""

from collections.abc import Iterator

from shared.declaration.replay import Case, Days, Replay
from shared.domain import months as calendar
from shared.domain.money import yuan
from shared.domain.policy import Policy
from shared.domain.refusal import Refusal
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.performance import words
from shared.practice.performance.policy import Performance


def pay(store: Store, days: Days, policy: Policy) -> Iterator[Case]:
    """Everybody's pay of each month with pools that touches these days."""
    from shared.practice.performance import views  # imported late: only a preview needs it, and it reads most practices

    for month in views.months(store):
        if calendar.last(month) < days.first or calendar.first(month) > days.last:
            continue
        found = views.computed(store, month, policy=policy)
        if isinstance(found, Refusal):  # a pool that cannot be shared out: nothing recorded to compare
            continue
        for each in found:
            pool = each.sheet.pool
            for paid in each.sheet.people:
                yield Case(
                    key=f"{pool.tag}/{paid.number}",
                    who=paid.number,
                    about=_pool(month, pool.post),
                    outcome=Text(yuan(paid.pay), yuan(paid.pay)),
                    counts=True,
                    fen=paid.pay,
                )


def _pool(month: str, post: str) -> Text:
    name = words.POSTS.get(post, Text(post, post))
    return Text(f"{month} {name.zh}", f"{month} {name.en}")


REPLAYS = (Replay(Text("个人绩效试算", "Pay: what if"), Text("人次", "figures"), (Performance,), pay),)
