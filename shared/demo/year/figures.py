"""The paper's figures of 2014, and the sums that must hold, as the journal gives them; each with whether it is so.

Nothing in them depends on what differs from run to run (ids, PINs, the device): two runs give the same figures.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from math import ceil, floor

from shared.daily_log.signed_days import signed_days
from shared.demo.year.award import ABSENT, JURORS
from shared.demo.year.cards import PROMOTED, TOTALS
from shared.demo.year.company import HALLS, YEAR, Company, done
from shared.demo.year.deeds import DEEDS
from shared.demo.year.verdicts import UPHELD
from shared.domain.money import decimal, yuan
from shared.domain.roles import Role
from shared.domain.text import Text
from shared.domain.workdays import ms_at
from shared.journal import verify
from shared.journal.store import Store
from shared.people.views import everyone
from shared.practice.assessment import inspections, plans
from shared.practice.assessment import views as assessment
from shared.practice.cards import views as cards
from shared.practice.cards import words as card_words
from shared.practice.caring import annals
from shared.practice.caring import views as caring
from shared.practice.performance import views as pay
from shared.practice.promotion import views as promotion
from shared.practice.workload.views import served_by_month

FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
_END = ms_at(LAST, time(17))
_MONTHS = tuple(f"{YEAR}-{month:02}" for month in range(1, 13))
_POSTS = ("cashier", "consultant")
_SHARE = Fraction(3, 10)
_WORKING_DAYS, _STAFF, _BRANCHES, _INSPECTIONS, _IMPORTS = 250, 80, 4, 384, 960


@dataclass(frozen=True)
class Figure:
    """One line: what it is about, what the journal says, and whether that is as it should be."""

    what: Text
    found: str
    right: bool


def figures(store: Store) -> tuple[Figure, ...]:
    """All figures, in the order of the paper."""
    parts = (_company, _cards, _award, _pay, _inspected, _year, _journal)
    return tuple(figure for part in parts for figure in part(store))


def _equal(zh: str, en: str, found: int, wanted: int) -> Figure:
    return Figure(Text(zh, en), f"{found:,}", found == wanted)


def _company(store: Store) -> Iterator[Figure]:
    window = [person for person in everyone(store) if person.role is Role.STAFF]
    units = inspections.units(store)
    yield _equal("窗口服务人员", "Window staff", len(window), _STAFF)
    yield _equal("分公司", "Branches", len({unit.branch for unit in units}), _BRANCHES)
    yield _equal("窗口单位", "Units", len(units), len(HALLS))
    yield _equal("工作日", "Working days", len(Company(store).days), _WORKING_DAYS)


def _cards(store: Store) -> Iterator[Figure]:
    report = cards.report(store, YEAR)
    yield _equal("用户5P卡", "5P cards of customers", report.total, sum(TOTALS.values()))
    for p, wanted in TOTALS.items():
        name = card_words.P[p.value]
        yield _equal(f"　{name.zh}", f"  {name.en}", report.by_p[p], wanted)
    yield _equal("收到5P卡的员工", "Staff who received cards", report.staff, _STAFF)
    yield _equal("具备晋级条件", "Reached the ladder", report.promoted, PROMOTED)
    yield _equal(
        "经营管理部已确认晋级", "Promotions confirmed by the office", len(promotion.promotions(store)), PROMOTED
    )


def _award(store: Store) -> Iterator[Figure]:
    found = caring.award(store, YEAR, LAST)
    entries, jurors = (found.entries, found.jurors) if found else ((), ())
    scored = {score.juror for score in found.scores} if found else set()
    written = annals.annals(store, YEAR)
    yield _equal("贴心服务奖提名", "Nominations for the caring award", len(entries), len(DEEDS))
    yield _equal("评委", "Jurors", len(jurors), len(JURORS))
    yield _equal("　其中缺席", "  of them absent", len(set(jurors) - scored), len({ABSENT}))
    yield _equal("记入经营大事迹", "Entered in the annals", len(written), len(found.result.awarded) if found else 0)


def _pay(store: Store) -> Iterator[Figure]:
    counted = Counter(month for _, month, _, _ in served_by_month(store, Company(store).history, FIRST, LAST))
    heads = [head for month in _MONTHS if (head := pay.standing(store, month).closed)]
    closed = {(head.month, pool.post) for head in heads for pool in head.pools}
    pools, paid, reserve = (
        sum(getattr(pool, name) for head in heads for pool in head.pools) for name in ("amount", "pay", "reserve")
    )
    lines = sum(line.figures.pay for head in heads for line in pay.lines(store, head.month))
    again = all(pay.recheck(store, head.month) is None for head in heads)
    yield _equal("工作量按月导入", "Monthly imports of workload", counted.total(), _IMPORTS)
    yield _equal("个人绩效：月 × 岗位", "Performance pay: months × posts", len(closed), len(_MONTHS) * len(_POSTS))
    sums = f"{yuan(paid)} + {yuan(reserve)} = {yuan(pools)}"
    yield Figure(Text("　Σ 应发 + 留存 = Σ 奖金池", "  Σ pay + reserve = Σ pools"), sums, paid + reserve == pools > 0)
    yield Figure(Text("　个人明细之和 = Σ 应发", "  Lines of all people = Σ pay"), yuan(lines), lines == paid and again)


def _inspected(store: Store) -> Iterator[Figure]:
    made = [each for each in inspections.inspections(store, FIRST, LAST) if each.done]
    months = plans.published_months(store)
    checks = [plans.lot_check(store, month) for month in months]
    yield _equal("明查暗访", "Inspections", len(made), _INSPECTIONS)
    yield _equal("每月公布", "Monthly publications", len(months), len(_MONTHS))
    right = sum(check is not None and check.refusal is None for check in checks)
    yield _equal("　抽签可核对", "  Lots that can be checked", right, len(_MONTHS))


def _year(store: Store) -> Iterator[Figure]:
    found = done(assessment.year_board(store, YEAR, signed_days(store, YEAR), now=_END))
    counted = [row for row in found.rows if row.upheld]
    out = [row for row in found.rows if row.disqualified]
    best = [row for row in found.rows if row.rewarded]
    share = len(found.rows) * _SHARE
    yield _equal("属实投诉", "Upheld complaints", int(sum(row.upheld for row in counted)), sum(UPHELD.values()))
    yield _equal("　涉及单位", "  in so many units", len(counted), len(UPHELD))
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


def _journal(store: Store) -> Iterator[Figure]:
    verdict = verify.journal(store)
    yield Figure(Text("日志完整", "The journal is whole"), f"{verdict.events:,}", verdict.found is None)
    differing = verify.projections(store)
    yield Figure(Text("重新计算 = 原样", "Computed anew = as lived"), ", ".join(differing) or "=", not differing)
