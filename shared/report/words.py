"""Words for the reports: titles and columns of their files."""

from collections.abc import Mapping

from shared.domain.text import Text, named

LABELS: Mapping[str, Text] = {
    "card_report": Text("5P卡报表", "5P card report"),
    "rank": Text("名次", "Rank"),
    "key": Text("代码", "Code"),
    "name": Text("名称", "Name"),
    "total": Text("合计", "Total"),
    "served": Text("办理笔数", "Served"),
    "per_1000": Text("每千笔（可靠下限）", "Per 1,000 (lower bound)"),
    "from_staff": Text("另有员工互赠，单独统计", "From staff, counted apart"),
    "effect": Text("成效", "Effect"),
    "cards": Text("5P卡 / 千笔", "5P cards / 1,000 services"),
    "complaints": Text("属实投诉 / 万笔", "Upheld complaints / 10,000 services"),
    "punctual": Text("首问工单按期 %", "Tickets on time %"),
    "waiting": Text("等候分钟（中位数）", "Minutes of waiting (median)"),
    "satisfied": Text("回访满意 %", "Satisfied when asked %"),
    "valued": Text("员工：重视（1–5）", "Staff: valued (1–5)"),
    "fair": Text("员工：公平（1–5）", "Staff: fair (1–5)"),
    "able": Text("员工：会干（1–5）", "Staff: able (1–5)"),
    "quarter": Text("{year}年第{quarter}季度", "Q{quarter} {year}"),
    "year": Text("{year}年", "{year}"),
    "measure": Text("指标", "Measure"),
    "value": Text("数值", "Value"),
    "of": Text("基数", "Of"),
    "changes": Text("规则变更", "Changes of rules"),
    "day": Text("日期", "Day"),
    "rule": Text("规则", "Rule"),
    "was": Text("原来", "Before"),
    "is": Text("改为", "After"),
    "before": Text("变更前", "Before"),
    "after": Text("变更后", "After"),
    "effect_method": Text(
        "各项分开看，不合成一个指数。按期：办结的和已超期未办的工单中按期办结的。满意：问到的人中满意与基本满意占比，"
        "没有问到的不算满意。投诉按定性为属实的日期计。前后不同不等于因为规则：同期还有别的变化。",
        "Each measure stands by itself; there is no single index. On time: share of closed tickets, and of "
        "open ones past their limit, that were closed on time. Satisfied: share of those asked who were "
        "satisfied or fairly satisfied; people not asked count as neither. Complaints count on the day of "
        "the verdict. A difference before and after is no proof that the rule caused it: other things changed too.",
    ),
    "method": Text(
        "名次按每千笔办理的卡数的可靠下限（Wilson）；办理不足10笔的不排名。",
        "Ranked by the lower Wilson bound of cards per 1,000 services; those with fewer than 10 services "
        "are not ranked.",
    ),
}


CHECKS: Mapping[str, Text] = {
    "differs": Text(
        "{place} {who}：关账后的记录使金额差 {amount} 元，可更正",
        "{place} {who}: records after closing change the amount by {amount} yuan; it can be corrected",
    ),
    "to_open": Text(
        "{month} 的基准还没有公布；公布后各人能自己算服务系数",
        "The reference rates of {month} are not published yet; with them everybody can compute their own factor",
    ),
    "reference": Text("{month} 公布的基准：{rates}", "Published reference of {month}: {rates}"),
    "owed": Text(
        "{who}：{months} 的更正还有 {amount} 元未结清，已不在任何奖金池，请另行补发或收回",
        "{who}: {amount} yuan of the correction of {months} is unsettled and no longer in any pool; settle "
        "it separately",
    ),
    "silent": Text(
        "设备“{device}”（{hall}）自 {day} 起没有上传完，可能还有记录没到",
        "Device “{device}” ({hall}) has not sent everything since {day}; records may be missing",
    ),
    "unreviewed": Text("{who} 有 {count} 张5P卡待复核，还不计入", "{who} has {count} cards to review, not counted yet"),
    "verified": Text(
        "本月计入的用户5P卡 {counted} 张，其中 {verified} 张对应排队号",
        "{counted} counted customer cards this month, {verified} of them tied to a number",
    ),
    "unsettled": Text(
        "投诉 {ticket} 还没有定性；认定在哪个月就计入哪个月",
        "Complaint {ticket} has no final verdict yet; it counts in the month of its verdict",
    ),
    "without_cards": Text(
        "{hall} 在计算期内没有计入的用户5P卡，服务系数只反映这一点",
        "{hall} has no counted customer card in the period; its factors reflect nothing else",
    ),
    "per_head": Text("{post} 人均奖金池：{halls} 元", "Pool per head, {post}: {halls} yuan"),
    "factors": Text(
        "服务系数：最低 {least}，中位 {middle}，最高 {most}",
        "Service factors: lowest {least}, median {middle}, highest {most}",
    ),
    "coefficient": Text(
        "“{service}”系数现为 {now}，近{days}天实测 {count} 笔，建议 {suggested}",
        "Coefficient of “{service}” is {now}; {count} services measured in {days} days suggest {suggested}",
    ),
}


def check(name: str, **values: object) -> str:
    """A remark on a month of pay, in the language in force."""
    return named(CHECKS, name).format(**values)


def label(name: str) -> str:
    """A title or column in the language in force."""
    return named(LABELS, name)
