"""The wishes of some days under another policy."""

from collections import Counter
from collections.abc import Iterator

from shared.declaration.replay import Case, Days, Replay
from shared.domain.policy import Policy
from shared.domain.text import Text
from shared.journal.store import Store
from tests.support.toy_practice import rules
from tests.support.toy_practice.policy import WishesPolicy
from tests.support.toy_practice.tables import WishRow


def _wishes(store: Store, days: Days, policy: Policy) -> Iterator[Case]:
    before = Counter[tuple[str, str]]()
    inside = WishRow.day.between(days.first.isoformat(), days.last.isoformat())
    for row in WishRow.select().where(inside).order_by(WishRow.subject).execute(store.db):
        refused = rules.may_wish(before[row.staff, row.day], policy)
        before[row.staff, row.day] += 0 if refused else 1
        outcome = Text("拒绝", "refused") if refused else Text("接受", "taken")
        yield Case(key=row.subject, who=row.staff, outcome=outcome, counts=refused is None)


WISHES = Replay(Text("心愿", "Wishes"), Text("接受", "taken"), (WishesPolicy,), _wishes)
