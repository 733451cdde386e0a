"""What the cards of some days would be under a policy: flagged or not, and everybody's level on the ladder."""

from collections.abc import Iterator

from shared.declaration.replay import Case, Days, Replay
from shared.domain.policy import Policy
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.cards import history, rules, views, words
from shared.practice.cards.facts import Flag, Giver, P, Source
from shared.practice.cards.history import Given
from shared.practice.cards.policy import CardsPolicy
from shared.practice.cards.tables import CardRow

_COUNTED, _FLAGGED = Text("计入", "counted"), Text("待核", "to be reviewed")
_REFUSED, _NO_LEVEL = Text("不能送出", "refused"), Text("未晋级", "none yet")
_BY_HISTORY = (Flag.REPEAT, Flag.BURST, Flag.UNUSUAL)  # a policy may raise these differently; others stay as they were


def flagged(store: Store, days: Days, policy: Policy) -> Iterator[Case]:
    """Every card given in these days, by the flag rules and, of a colleague's, the allowance."""
    inside = CardRow.day.between(days.first.isoformat(), days.last.isoformat())
    for row in CardRow.select().where(inside, ~CardRow.duplicate, ~CardRow.withdrawn).execute(store.db):
        refused, flags = _decided(store, row, policy[CardsPolicy])
        yield Case(
            key=row.subject,
            who=row.staff,
            at=row.at,
            about=words.P.get(row.p),
            outcome=_REFUSED if refused else _flagged_for(flags) if flags else _COUNTED,
            counts=bool(flags) and not refused,
        )


def _decided(store: Store, row: CardRow, rule: CardsPolicy) -> tuple[bool, tuple[Flag, ...]]:
    """Whether it could not be given at all, and its flags under `rule`."""
    given = Given(row.subject, row.station)
    if row.source == Source.COUNTER.value:
        seen = history.of_giver(store, row.by, row.staff, rule, row.at, given)
        return rules.may_give(Giver(row.giver), seen, rule) is not None, rules.staff_flags(seen, rule)
    raised = tuple(flag for flag in map(Flag, row.flags.split()) if flag not in _BY_HISTORY)
    if row.source not in (Source.KIOSK.value, Source.WINDOW.value):
        return False, raised
    before = history.of_customer(store, row.staff, P(row.p), rule, row.at, given)
    return False, (*raised, *rules.customer_flags(before, rule))


def _flagged_for(flags: tuple[Flag, ...]) -> Text:
    named = [words.FLAGS.get(flag.value, Text(flag.value, flag.value)) for flag in flags]
    why = Text("、".join(each.zh for each in named), ", ".join(each.en for each in named))
    return Text(f"{_FLAGGED.zh}（{why.zh}）", f"{_FLAGGED.en} ({why.en})")


def levels(store: Store, _days: Days, policy: Policy) -> Iterator[Case]:
    """Everybody's level by all their counted cards."""
    for number, by_p in views.totals(store).items():
        level = rules.level(by_p, policy[CardsPolicy])
        yield Case(number, number, words.LEVELS.get(level, _NO_LEVEL), counts=bool(level))


REPLAYS = (
    Replay(Text("5P卡待核", "Cards to be reviewed"), _FLAGGED, (CardsPolicy,), flagged),
    Replay(Text("累计进阶", "Ladder"), Text("达到等级", "with a level"), (CardsPolicy,), levels),
)
