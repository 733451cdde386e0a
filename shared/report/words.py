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
    "method": Text(
        "名次按每千笔办理的卡数的可靠下限（Wilson）；办理不足10笔的不排名。",
        "Ranked by the lower Wilson bound of cards per 1,000 served; fewer than 10 served are not ranked.",
    ),
}


def label(name: str) -> str:
    """A title or column in the language in force."""
    return named(LABELS, name)
