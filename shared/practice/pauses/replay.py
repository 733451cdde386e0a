"""Decides the requests of some days again under another policy, from what each decision had rested on."""

from collections.abc import Iterator

import msgspec

from shared.declaration.replay import Case, Days, Replay
from shared.domain.policy import Policy
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.pauses import rules, words
from shared.practice.pauses.facts import Count, Decision, HubSays
from shared.practice.pauses.policy import PausesPolicy
from shared.practice.pauses.rules import Granted, Situation
from shared.practice.pauses.tables import PauseRow, RefusedRow

_GRANTED, _REFUSED = Text("同意", "granted"), Text("拒绝", "refused")
_BY_HUB = {"colleague_paused": HubSays.COLLEAGUE_PAUSED, "daily_limit_elsewhere": HubSays.USED_UP}


def requests(store: Store, days: Days, policy: Policy) -> Iterator[Case]:
    """Every request of these days. Who was away at that moment, and how often before, stays as it was recorded."""
    for table in (PauseRow, RefusedRow):
        inside = table.day.between(days.first.isoformat(), days.last.isoformat())
        for row in table.select().where(inside).execute(store.db):
            if table is PauseRow and row.void:
                continue
            decision = msgspec.json.decode(row.decision, type=Decision)
            code = row.code if table is RefusedRow else ""
            answer = rules.decide(situation(decision, code, row.at), policy)
            refused = not isinstance(answer, Granted)
            yield Case(
                key=row.subject,
                who=row.staff,
                at=row.at,
                about=_about(decision),
                outcome=_refused(answer.code) if not isinstance(answer, Granted) else _GRANTED,
                counts=refused,
            )


def situation(decision: Decision, code: str, at: int) -> Situation:
    """The situation of a recorded decision; `code`: of the refusal, "" where it was granted."""
    return Situation(
        now=at,
        count=_count(decision, at),
        own_today=decision.own_today,
        already_paused=code == "already_paused",
        serving=decision.number,
        colleagues_paused=decision.colleagues_paused,
        other_windows=("",) * decision.other_windows,
        hub=_hub(decision, code),
    )


def _count(decision: Decision, at: int) -> Count | None:
    if decision.waiting is None or decision.source is None or decision.age_ms is None:
        return None
    return Count(waiting=decision.waiting, source=decision.source, counted_at=at - decision.age_ms)


def _hub(decision: Decision, code: str) -> HubSays | None:
    if decision.hub is None:
        return None
    return HubSays.GRANTED if decision.hub else _BY_HUB.get(code)


def _about(decision: Decision) -> Text | None:
    if decision.waiting is None:
        return None
    return Text(f"等候 {decision.waiting} 人", f"{decision.waiting} waiting")


def _refused(code: str) -> Text:
    why = words.WHY.get(code, Text(code, code))
    return Text(f"{_REFUSED.zh}（{why.zh}）", f"{_REFUSED.en} ({why.en})")


REPLAYS = (Replay(Text("暂停申请", "Requests for a pause"), _REFUSED, (PausesPolicy,), requests),)
