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
    "punctual": Text("首问工单按期 %", "Tickets in time %"),
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
        "Each for itself: there is no single index. In time: of tickets closed, and of those open beyond their limit."
        " Satisfied: of those asked, who said satisfied or fair; who was not asked counts as neither. Complaints count"
        " on the day of the verdict. A difference before and after is no proof that the rule made it.",
    ),
    "method": Text(
        "名次按每千笔办理的卡数的可靠下限（Wilson）；办理不足10笔的不排名。",
        "Ranked by the lower Wilson bound of cards per 1,000 served; fewer than 10 served are not ranked.",
    ),
}


def label(name: str) -> str:
    """A title or column in the language in force."""
    return named(LABELS, name)
