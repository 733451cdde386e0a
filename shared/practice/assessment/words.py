"""Words for team assessment: items, visits, parts of a year, refusals."""

from collections.abc import Mapping

from shared.domain.text import Text, named

ITEMS: Mapping[str, Text] = {
    "environment": Text("环境", "Environment"),
    "service_quality": Text("服务", "Service"),
}
VISITS: Mapping[str, Text] = {
    "open": Text("明查", "Open"),
    "covert": Text("暗访", "Covert"),
    "self": Text("自查", "By the unit itself"),
    "peer": Text("互查", "By another supervisor"),
}
PARTS: Mapping[str, Text] = {
    "compliance": Text("守规", "Compliance"),
    "ability": Text("能力", "Ability"),
    "workload": Text("工作量", "Workload"),
}
LABELS: Mapping[str, Text] = {
    "bulletin": Text("班组考核月度通报", "Monthly bulletin of team assessment"),
    "unit": Text("单位", "Unit"),
    "branch": Text("分公司", "Branch"),
    "deductions": Text("扣分", "Deducted"),
    "prepared": Text("编制：", "Prepared by:"),
    "approved": Text("批准：", "Approved by:"),
}
REASONS: Mapping[str, Text] = {"upheld_complaints": Text("属实投诉最多", "Most upheld complaints")}
REFUSALS: Mapping[str, Text] = {
    "deduction_needs_reason": Text("扣分须写原因（{line}）。", "Less than full marks need a reason ({line})."),
    "line_always_applies": Text("条目“{line}”不能写不适用。", "Line “{line}” always applies."),
    "skip_needs_reason": Text("不适用须写原因（{line}）。", "A line that does not apply needs a reason ({line})."),
    "points_out_of_range": Text("得分不能超过 {most}。", "Not more than {most} points, and not below 0."),
    "months_differ": Text(
        "各单位检查的月份不同，不能按累计计算。", "Units were inspected in different months; no sum."
    ),
    "nobody_to_inspect": Text("没有可以检查 {unit} 的检查员。", "Nobody impartial may inspect {unit}."),
    "too_few_days": Text("{unit} 的检查次数多于可选的天数。", "{unit} has more visits than days to choose from."),
    "own_unit": Text("站长检查本单位只能记为自查。", "A supervisor inspects the own unit as 'self' only."),
    "not_own_unit": Text("自查只能由本单位站长做。", "Only the own supervisor inspects so."),
    "same_branch": Text("检查员与被检单位同一分公司。", "The inspector is of the unit's branch."),
    "override_needs_reason": Text("改动建议值须写原因。", "Another value than the suggested one needs a reason."),
    "plan_is_another": Text("{month} 的检查计划与种子不符。", "The plan of {month} is not what the seed draws."),
    "seed_is_another": Text("{month} 公布的种子与承诺不符。", "The seed of {month} is not the one committed."),
    "sales_missing": Text("分公司 {branches} 未填销量完成率。", "No sales completion for {branches}."),
    "unit_not_known": Text("没有单位“{value}”，可写：{known}", "There is no unit “{value}”; there are: {known}"),
    "branch_not_known": Text(
        "没有分公司“{value}”，可写：{known}",
        "There is no branch “{value}”; there are: {known}",
    ),
    "visit_not_known": Text(
        "“{value}”不认识，可写：明查、暗访、自查、互查", "“{value}” is none of: open, covert, self, peer"
    ),
    "check_line_not_known": Text(
        "条目“{value}”不认识，可写：{known}", "There is no line “{value}”; there are: {known}"
    ),
    "bad_score": Text("“{value}”不是得分。", "“{value}” is not a score."),
    "bad_year": Text("“{value}”不是年份。", "“{value}” is not a year."),
    "bad_share": Text("“{value}”不是比例，应如 96.37%。", "“{value}” is not a share such as 96.37%."),
    "inspection_day": Text("日期“{value}”不对，或还没有到。", "The day “{value}” is wrong, or has not come yet."),
    "year_closed": Text("{year} 年度已关账。", "The year {year} is closed."),
    "no_units": Text("还没有窗口单位。", "There are no units yet."),
}


def item(code: str) -> str:
    """环境, 服务."""
    return named(ITEMS, code)


def label(name: str) -> str:
    """A word of the printed pages."""
    return str(LABELS[name])


def visit(code: str) -> str:
    """明查, 暗访, …"""
    return named(VISITS, code)


def part(code: str) -> str:
    """守规, 能力, 工作量."""
    return named(PARTS, code)


def reason(code: str) -> str:
    """Why a unit is disqualified."""
    return named(REASONS, code)
