"""Words for performance pay: the lines of a slip, states of a month, refusals."""

from collections.abc import Mapping

from shared.domain.text import Text, named
from shared.people.words import POSTS as POSTS
from shared.people.words import post as post

LINES: Mapping[str, Text] = {
    "served": Text(
        "办理{service} {count} 笔 × {coefficient} = {value} 点",
        "{service}: {count} served × {coefficient} = {value} points",
    ),
    "tickets": Text(
        "办结首问工单 {count} 张 × {coefficient} = {value} 点",
        "{count} first inquiries closed × {coefficient} = {value} points",
    ),
    "tickets_on_the_spot": Text(
        "当场办结 {count} 张 × {coefficient} = {value} 点",
        "{count} answered on the spot × {coefficient} = {value} points",
    ),
    "credit": Text(
        "培训、外派补计 {days} 天 × 日均 {daily} = {value} 点",
        "{days} days of training or assignment × {daily} a day = {value} points",
    ),
    "workload_part": Text(
        "工作量部分：按 {points} 点分得 {value} 元", "Workload part: {value} yuan for {points} points"
    ),
    "service_part": Text(
        "服务部分：{cards} 张卡、{exposure} 点，基准每千点 {reference} 张，服务系数 {factor}，分得 {value} 元",
        "Service part: {cards} cards on {exposure} points, reference {reference} per 1,000 points, factor "
        "{factor}: {value} yuan",
    ),
    "factor_span": Text(
        "（本池系数最低 {factor_least}、中位 {factor_middle}、最高 {factor_most}）",
        " (in this pool: lowest {factor_least}, median {factor_middle}, highest {factor_most})",
    ),
    "exposure": Text(
        "服务系数看 {months} 个月：{value} 张卡、{exposure} 点",
        "The factor covers {months} months: {value} cards on {exposure} points",
    ),
    "factor": Text(
        "公布的基准每千点 {reference} 张，服务系数 {value}",
        "Published reference: {reference} cards per 1,000 points; factor {value}",
    ),
    "cap": Text("封顶调整：{value} 元", "Cap: {value} yuan"),
    "deduction": Text("属实投诉 {upheld} 件，扣减：{value} 元", "{upheld} upheld complaints: {value} yuan"),
    "correction": Text("以前月份更正：{value} 元", "Corrections of earlier months: {value} yuan"),
}
LABELS: Mapping[str, Text] = {
    "slip": Text("绩效明细单", "Pay slip"),
    "payable": Text("应发", "Payable"),
    "block_pay": Text("小计", "Subtotal"),
    "preliminary": Text("公示稿，尚未关账", "Preliminary: not closed yet"),
    "number": Text("工号", "Number"),
    "name": Text("姓名", "Name"),
    "month": Text("月份", "Month"),
    "signature": Text("本人签字（无异议 / 有异议）：", "Signature (no objection / objection):"),
    "day": Text("日期：", "Date:"),
    "yuan": Text("元", "yuan"),
    "points_of": Text("点", "points"),
    "cards_of": Text("张", "cards"),
    "sheet": Text("绩效分配表", "Pay sheet"),
    "pool": Text("奖金池", "Pool"),
    "reserve": Text("留存", "Reserve"),
    "points": Text("点数", "Points"),
    "share": Text("占比", "Share"),
    "factor": Text("服务系数", "Factor"),
    "workload_part": Text("工作量部分", "By work"),
    "service_part": Text("服务部分", "By service"),
    "deduction": Text("扣减", "Deduction"),
    "correction": Text("更正", "Correction"),
    "signed": Text("签字", "Signature"),
    "sum": Text("合计", "Total"),
    "prepared": Text("编制：", "Prepared by:"),
    "checked": Text("审核：", "Checked by:"),
    "approved": Text("批准：", "Approved by:"),
    "basis": Text(
        "管理参数第 {policy} 版 · 依据记录第 {head} 条 {hash}", "Policy version {policy} · journal to {head} {hash}"
    ),
    "alone": Text("编制与审核为同一人", "Prepared and checked by the same person"),
}
REFERENCE = Text("{post}每千点 {rate} 张卡", "{post}: {rate} cards per 1,000 points")
STATES: Mapping[str, Text] = {
    "absent": Text("未设奖金池", "No pools"),
    "open": Text("编制中", "In preparation"),
    "notice": Text("公示中", "In notice"),
    "closed": Text("已关账", "Closed"),
}
REFUSALS: Mapping[str, Text] = {
    "appeals_open": Text("{month} 还有 {count} 件申诉没有答复。", "{count} appeals of {month} are not answered yet."),
    "already_opened": Text(
        "{month} 的基准已经公布，不再改。", "The reference rates of {month} are published and no longer change."
    ),
    "not_begun": Text(
        "{month} 还没有开始；月初才能公布基准。",
        "{month} has not begun; its reference rates are published when it begins.",
    ),
    "no_month_before": Text(
        "{month} 以前没有设过奖金池的月份：第一个月按本月自己的数字。",
        "No month before {month} has pools: the first month uses its own figures.",
    ),
    "month_before_open": Text(
        "{month} 的上个月未关账，不能发布。", "The month before {month} is not closed; it cannot be published."
    ),
    "month_not_open": Text("{month} 现在不能发布（{state}）。", "{month} cannot be published now ({state})."),
    "month_not_published": Text(
        "{month} 还没有公示，不能关账（{state}）。", "{month} is not in notice and cannot be closed ({state})."
    ),
    "notice_running": Text(
        "{month} 还在公示期，到期后才能关账。", "{month} is still in notice and can be closed after that."
    ),
    "no_service_points": Text(
        "{month} {place} 没有服务点数，无法分配。",
        "{place} has no service points in {month}; it cannot be distributed.",
    ),
    "no_workload": Text(
        "{month} {place} 没有工作量记录：请导入或确认（奖金池设为 0.00 即确认）。",
        "{place} has no workload in {month}: import it, or confirm this by setting the pool to 0.00.",
    ),
    "not_own_slip": Text("只能对本人的绩效申诉。", "You can only appeal against your own slip."),
    "notice_over": Text("公示期已过，不能再申诉。", "The notice period is over; no more appeals."),
    "pool_missing": Text("{month} 未设奖金池：{missing}", "{month} has no pool for: {missing}"),
    "bad_month": Text("“{value}”不是月份，应如 2026-03。", "“{value}” is not a month such as 2026-03."),
    "bad_amount": Text("金额“{value}”应如 10000.00。", "“{value}” is not an amount such as 10000.00."),
    "hall_not_known": Text("没有大厅“{value}”，可写：{known}", "There is no hall “{value}”; known: {known}"),
    "post_not_known": Text(
        "岗位“{value}”不认识，可写：购气员、咨询员", "There is no post “{value}”; known: cashier, consultant"
    ),
    "month_closed": Text(
        "{month} 已公示或关账，不能再改奖金池。", "{month} is in notice or closed; its pools can no longer change."
    ),
    "no_slip": Text("{month} 没有工号 {number} 的绩效。", "{number} has no pay in {month}."),
    "appeal_unknown": Text("没有找到这件申诉。", "There is no such appeal."),
    "no_such_line": Text("明细里没有“{line}”这一行，有：{known}", "The slip has no line “{line}”; known: {known}"),
    "already_answered": Text("这件申诉已经答复。", "This appeal is answered already."),
    "not_closed_yet": Text("{month} 还没有关账，不用更正。", "{month} is not closed; there is nothing to correct."),
    "nothing_differs": Text("{month} 重算没有差别。", "Recomputing {month} gives the same result."),
}


def line(code: str) -> Text:
    """The sentence of a line of a slip."""
    return LINES.get(code) or Text("{value} （本版本还不认识）", "{value} (unknown to this version)")


def label(name: str) -> str:
    """A word of the printed slip."""
    return str(LABELS[name])


def state(code: str) -> str:
    """The state of a month."""
    return named(STATES, code)
