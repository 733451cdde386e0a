"""The paper's figures about teams: pay, inspections, complaints, the year's places, the journal itself."""

from collections import Counter
from collections.abc import Iterator
from datetime import time
from fractions import Fraction
from math import ceil, floor

from shared.daily_log.signed_days import signed_days
from shared.demo.acting import done
from shared.demo.year.company import YEAR, Company
from shared.demo.year.figure import FIRST, LAST, MONTHS, Figure, equal
from shared.demo.year.verdicts import UPHELD
from shared.domain.money import decimal, yuan
from shared.domain.text import Text
from shared.domain.workdays import ms_at
from shared.journal import verify
from shared.journal.store import Store
from shared.practice.assessment import inspections, plans
from shared.practice.assessment import views as assessment
from shared.practice.performance import settling, states
from shared.practice.performance import views as pay
from shared.practice.workload.views import served_by_month

_END = ms_at(LAST, time(17))
_POSTS = ("cashier", "consultant")
_SHARE = Fraction(3, 10)
_INSPECTIONS, _IMPORTS = 384, 960


def of_pay(store: Store) -> Iterator[Figure]:
    counted = Counter(month for _, month, _, _ in served_by_month(store, Company(store).history, FIRST, LAST))
    heads = [head for month in MONTHS if (head := states.standing(store, month).closed)]
    closed = {(head.month, pool.post) for head in heads for pool in head.pools}
    pools, paid, reserve = (
        sum(getattr(pool, name) for head in heads for pool in head.pools) for name in ("amount", "pay", "reserve")
    )
    lines = sum(line.figures.pay for head in heads for line in settling.lines(store, head.month))
    again = all(pay.recheck(store, head.month) is None for head in heads)
    yield equal("工作量按月导入", "Monthly imports of workload", counted.total(), _IMPORTS)
    yield equal("个人绩效：月 × 岗位", "Performance pay: months × posts", len(closed), len(MONTHS) * len(_POSTS))
    sums = f"{yuan(paid)} + {yuan(reserve)} = {yuan(pools)}"
    yield Figure(Text("　Σ 应发 + 留存 = Σ 奖金池", "  Σ pay + reserve = Σ pools"), sums, paid + reserve == pools > 0)
    yield Figure(Text("　个人明细之和 = Σ 应发", "  Lines of all people = Σ pay"), yuan(lines), lines == paid and again)


def of_inspected(store: Store) -> Iterator[Figure]:
    made = [each for each in inspections.inspections(store, FIRST, LAST) if each.done]
    months = plans.published_months(store)
    checks = [plans.lot_check(store, month) for month in months]
    yield equal("明查暗访", "Inspections", len(made), _INSPECTIONS)
    yield equal("每月公布", "Monthly publications", len(months), len(MONTHS))
    right = sum(check is not None and check.refusal is None for check in checks)
    yield equal("　抽签可核对", "  Lots that can be checked", right, len(MONTHS))


def of_year(store: Store) -> Iterator[Figure]:
    found = done(assessment.year_board(store, YEAR, signed_days(store, YEAR), now=_END))
    counted = [row for row in found.rows if row.upheld]
    out = [row for row in found.rows if row.disqualified]
    best = [row for row in found.rows if row.rewarded]
    share = len(found.rows) * _SHARE
    yield equal("属实投诉", "Upheld complaints", int(sum(row.upheld for row in counted)), sum(UPHELD.values()))
    yield equal("　涉及单位", "  in so many units", len(counted), len(UPHELD))
    most, least = floor(share), ceil(share)
    text = Text(f"奖励单位 = ⌈{decimal(share, 1)}⌉", f"Units rewarded = ⌈{decimal(share, 1)}⌉")
    yield Figure(text, f"{len(best)}", len(best) == least and not any(row.disqualified for row in best))
    text = Text(f"取消资格 ≤ ⌊{decimal(share, 1)}⌋", f"Units disqualified ≤ ⌊{decimal(share, 1)}⌋")
    yield Figure(text, f"{len(out)}", 0 < len(out) <= most)
    shared = sum(sum(found.team(row).values()) for row in best)
    rewards = sum(row.reward or 0 for row in best)
    text = Text("　奖金 = 团队分配之和", "  Rewards = what the teams share out")
    yield Figure(text, yuan(rewards), rewards == shared > 0)
    closed = found.closed and assessment.recheck(store, YEAR) is None
    first = found.rows[0]
    text = Text("年度考核已关账，第一名", "The year is closed; first place")
    yield Figure(text, f"{found.names[first.total.unit]} {decimal(first.total.value)}", closed)


def of_journal(store: Store) -> Iterator[Figure]:
    verdict = verify.journal(store)
    yield Figure(Text("日志完整", "The journal is whole"), f"{verdict.events:,}", verdict.found is None)
    differing = verify.projections(store)
    yield Figure(Text("重新计算 = 原样", "Recomputed = as recorded"), ", ".join(differing) or "=", not differing)
