"""Words for team assessment: items, visits, parts of a year, refusals."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

ITEMS: Mapping[str, Text] = {
    "environment": Text("环境", "Environment"),
    "service_quality": Text("服务", "Service"),
    NEWER: Text("本版本还不认识的检查项", "an item this version does not know"),
}
VISITS: Mapping[str, Text] = {
    "open": Text("明查", "Open"),
    "covert": Text("暗访", "Covert"),
    "self": Text("自查", "Self-check"),
    "peer": Text("互查", "Mutual check"),
    NEWER: Text("本版本还不认识的检查方式", "a kind of visit this version does not know"),
}
PARTS: Mapping[str, Text] = {
    "compliance": Text("守规", "Compliance"),
    "ability": Text("能力", "Ability"),
    "workload": Text("工作量", "Workload"),
    NEWER: Text("本版本还不认识的考核项", "a part this version does not know"),
}
ENVIRONMENT: Mapping[str, Text] = {
    "signs": Text("标识", "Signs"),
    "hygiene": Text("卫生", "Cleanliness"),
    "seats": Text("座椅", "Seats"),
    "notices": Text("公示", "Notices"),
    "access": Text("无障碍", "Access without barriers"),
}
SERVICE: Mapping[str, Text] = {
    "smile": Text("微笑", "A smile"),
    "warm_reception": Text("温情接待", "Warm reception"),
    "patience": Text("耐心", "Patience"),
    "care": Text("细致", "Care"),
    "consideration": Text("体谅", "Consideration"),
    "first_inquiry": Text("首问", "First inquiry"),
    "discovery": Text("主动发现", "Seeing needs unasked"),
    "both_hands": Text("双手递接", "Handing over with both hands"),
    "greeting": Text("来有迎声去有送声", "Greeting on arrival and departure"),
}
"""The lines of the checklist shipped, by code."""
DEDUCTIONS = (
    Text("未做到", "Not done"),
    Text("做得不够", "Insufficient"),
    Text("不整洁", "Untidy"),
    Text("损坏或缺失", "Broken or missing"),
    Text("用语不当", "Inappropriate wording"),
    Text("让用户久等", "Customers kept waiting"),
)
SKIPS = (
    Text("没有这项设施", "No such facility here"),
    Text("当时没有用户", "No customer at that time"),
    Text("正在施工", "Building work"),
)
VISIT_STATES: Mapping[str, Text] = {
    "planned": Text("待检查", "Planned"),
    "draft": Text("填写中", "Begun"),
    "locked": Text("已锁定", "Locked"),
}
LABELS: Mapping[str, Text] = {
    "bulletin": Text("班组考核月度通报", "Monthly bulletin of team assessment"),
    "unit": Text("单位", "Unit"),
    "branch": Text("分公司", "Branch"),
    "deductions": Text("扣分", "Deducted"),
    "month": Text("月份", "Month"),
    "year_sheet": Text("年度考核排名表", "Annual assessment ranking"),
    "rank": Text("名次", "Place"),
    "total": Text("合计", "Total"),
    "complaints": Text("属实投诉", "Upheld complaints"),
    "reward": Text("奖励（元）", "Reward (yuan)"),
    "remark": Text("备注", "Remark"),
    "branches": Text("分公司得分", "Branches"),
    "score": Text("得分", "Score"),
    "number": Text("工号", "Number"),
    "name": Text("姓名", "Name"),
    "days": Text("在岗天数", "Days on duty"),
    "teams": Text("团队分配", "Distribution in the teams"),
    "rewards": Text("奖励合计（元）：", "Total rewards (yuan):"),
    "by_windows": Text("按窗口数加权（仅供参考）", "Weighted by windows (for information)"),
    "completion": Text("销量完成率", "Sales completion"),
    "unranked": Text("检查月数不足，不排名", "Too few inspected months: not ranked"),
    "missing": Text("{part}无数据，按 0 分计", "{part}: no data, counted as 0"),
    "no_reward": Text("取消评奖资格：{reason}", "Disqualified: {reason}"),
    "preview": Text("预览，尚未公布", "Preview, not published"),
    "notice": Text("公示至 {until}，期内可以申诉", "In notice until {until}; appeals are accepted"),
    "closed": Text("已关账", "Closed"),
    "open": Text("编制中，未公示", "In preparation, not in notice"),
    "alone": Text("编制与批准为同一人", "Prepared and approved by the same person"),
    "basis": Text("管理参数第 {policy} 版", "Policy version {policy}"),
    "seed": Text("抽签种子 {seed}", "Seed of the lot {seed}"),
    "no_lot": Text("本月检查未经抽签", "No lot was drawn this month"),
    "not_visited": Text("未检查", "Not inspected"),
    "photos": Text("照片", "Photos"),
    "amended": Text("{published} → {now}（申诉更正）", "{published} → {now} (corrected after an appeal)"),
    "covert_inspector": Text("暗访员 {alias}", "Covert inspector {alias}"),
    "checked": Text("审核：", "Checked by:"),
    "prepared": Text("编制：", "Prepared by:"),
    "approved": Text("批准：", "Approved by:"),
}
_SHIPPED = {text.zh: text for text in (*ENVIRONMENT.values(), *SERVICE.values(), *DEDUCTIONS, *SKIPS)}
REASONS: Mapping[str, Text] = {"upheld_complaints": Text("属实投诉最多", "Most upheld complaints")}
_CLAUSE = Text("第{number}条", "Article {number}")
REFUSALS: Mapping[str, Text] = {
    "bad_clause": Text("“{value}”不是条款。", "“{value}” is not an article."),
    "deduction_needs_reason": Text("扣分须写原因（{line}）。", "A deduction needs a reason ({line})."),
    "line_always_applies": Text("条目“{line}”不能写不适用。", "Line “{line}” cannot be marked as not applicable."),
    "skip_needs_reason": Text("不适用须写原因（{line}）。", "“Does not apply” needs a reason ({line})."),
    "points_out_of_range": Text("得分不能超过 {most}。", "The score must be between 0 and {most}."),
    "unit_incomplete": Text(
        "单位“{unit}”缺少代码、名称、分公司或大厅。", "Unit “{unit}” lacks a code, a name, a branch or a hall."
    ),
    "unit_twice": Text("“{value}”写了两次。", "“{value}” occurs twice."),
    "hall_in_two_units": Text("大厅 {hall} 只能属于一个单位。", "Hall {hall} can belong to only one unit."),
    "check_line_empty": Text("条目须写内容。", "A line needs its text."),
    "check_line_twice": Text("条目“{line}”写了两次。", "Line “{line}” occurs twice."),
    "check_line_points": Text("“{line}”的满分应为 1–{most}。", "Full marks of “{line}” must be 1 to {most}."),
    "item_without_line": Text("“{item}”至少要有一个条目。", "“{item}” needs at least one line."),
    "visit_locked": Text("已锁定，只能申诉。", "It is locked; only an appeal can change it."),
    "visit_unknown": Text("没有找到这次检查。", "There is no such inspection."),
    "not_your_visit": Text("这次检查没有派给您。", "This inspection is not assigned to you."),
    "covert_at_office": Text(
        "暗访只能在经营管理部的电脑上填写。", "Covert inspections can be filled in only on the office's computer."
    ),
    "other_month": Text(
        "这次检查抽在 {month}，须在当月做。", "This visit was drawn for {month} and must be made in that month."
    ),
    "lines_missing": Text("还有 {count} 个条目没有填。", "{count} lines are not filled in yet."),
    "not_a_photo": Text("这不是照片，或者已损坏。", "This is not a photo, or it is damaged."),
    "evidence_too_big": Text("照片太大，最大 {limit_kb} KB。", "The photo is too large: {limit_kb} KB at most."),
    "month_published": Text("{month} 检查结果已公布。", "The inspections of {month} are published."),
    "month_not_over": Text("{month} 还没有结束，不能公布。", "{month} is not over yet and cannot be published."),
    "visits_open": Text("{month} 还有 {count} 次检查没有锁定。", "{count} inspections of {month} are not locked yet."),
    "nothing_inspected": Text("{month} 没有检查。", "Nothing was inspected in {month}."),
    "plan_made": Text("{month} 已经抽签。", "The visits of {month} are already drawn."),
    "no_inspectors": Text("请先任命检查员。", "Appoint inspectors first."),
    "no_days_left": Text("{month} 已没有可以检查的日子。", "{month} has no days left for inspections."),
    "inspector_unknown": Text("没有工号 {number}。", "There is no staff number {number}."),
    "not_own_inspection": Text(
        "只能对本单位已公布的条目申诉。", "You can only appeal against published lines of your own unit."
    ),
    "item_notice_over": Text("申诉期到 {until} 为止，已过。", "Appeals were accepted until {until}."),
    "item_appealed": Text(
        "这个条目已有申诉，等候答复。", "An appeal against this line is already waiting for an answer."
    ),
    "item_appeals_open": Text("还有 {count} 件检查申诉没有答复。", "{count} appeals are not answered yet."),
    "item_appeal_unknown": Text("没有找到这件申诉。", "There is no such appeal."),
    "year_not_published": Text(
        "{year} 年度还没有公示，不能关账。", "{year} has not been in notice and cannot be closed."
    ),
    "year_notice_running": Text(
        "{year} 年度公示到 {until}，到期后才能关账。", "{year} is in notice until {until} and can be closed after that."
    ),
    "year_not_closed": Text("{year} 年度还没有关账。", "The year {year} is not closed."),
    "source_needed": Text("请写明数据依据。", "Say where the figure comes from."),
    "months_differ": Text(
        "各单位检查的月份不同，不能按累计计算。",
        "The units were inspected in different months, so sums cannot be compared.",
    ),
    "nobody_to_inspect": Text("没有可以检查 {unit} 的检查员。", "There is no inspector who may inspect {unit}."),
    "too_few_days": Text("{unit} 的检查次数多于可选的天数。", "{unit} has more visits than days to choose from."),
    "own_unit": Text("站长检查本单位只能记为自查。", "A supervisor can inspect their own unit only as a self-check."),
    "not_own_unit": Text("自查只能由本单位站长做。", "Only the unit's own supervisor can make a self-check."),
    "same_branch": Text("检查员与被检单位同一分公司。", "The inspector belongs to the unit's branch."),
    "override_needs_reason": Text("改动建议值须写原因。", "A value other than the suggested one needs a reason."),
    "plan_is_another": Text("{month} 的检查计划与种子不符。", "The plan of {month} does not match its seed."),
    "seed_is_another": Text("{month} 公布的种子与承诺不符。", "The seed of {month} does not match the commitment."),
    "sales_missing": Text("分公司 {branches} 未填销量完成率。", "No sales completion for {branches}."),
    "unit_not_known": Text("没有单位“{value}”，可写：{known}", "There is no unit “{value}”; known: {known}"),
    "branch_not_known": Text(
        "没有分公司“{value}”，可写：{known}",
        "There is no branch “{value}”; known: {known}",
    ),
    "visit_not_known": Text(
        "“{value}”不认识，可写：明查、暗访、自查、互查", "“{value}” is none of: open, covert, self, peer"
    ),
    "check_line_not_known": Text("条目“{value}”不认识，可写：{known}", "There is no line “{value}”; known: {known}"),
    "bad_score": Text("“{value}”不是得分。", "“{value}” is not a score."),
    "bad_year": Text("“{value}”不是年份。", "“{value}” is not a year."),
    "bad_share": Text("“{value}”不是比例，应如 96.37%。", "“{value}” is not a percentage such as 96.37%."),
    "inspection_day": Text("日期“{value}”不对，或还没有到。", "The date “{value}” is wrong or has not come yet."),
    "year_closed": Text("{year} 年度已关账。", "The year {year} is closed."),
    "no_units": Text("还没有窗口单位。", "There are no units yet."),
}


def item(code: str) -> str:
    """环境, 服务."""
    return named(ITEMS, code)


def label(name: str) -> str:
    """A word of the printed pages."""
    return str(LABELS[name])


def shipped(text: str) -> str:
    """A line or reason of the checklist shipped in the language spoken now; anything else as it is written."""
    return str(_SHIPPED.get(text, text))


def clause(code: str) -> str:
    """第12条 of `standard/12`; "" of none."""
    return _CLAUSE.format(number=code.rpartition("/")[2]) if code else ""


def visit_state(code: str) -> str:
    """待检查, 填写中, 已锁定."""
    return named(VISIT_STATES, code)


def visit(code: str) -> str:
    """明查, 暗访, …"""
    return named(VISITS, code)


def part(code: str) -> str:
    """守规, 能力, 工作量."""
    return named(PARTS, code)


def reason(code: str) -> str:
    """Why a unit is disqualified."""
    return named(REASONS, code)
