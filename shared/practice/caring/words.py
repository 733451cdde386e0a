"""Words for the caring award: states of a round, refusals."""

from collections.abc import Mapping

from shared.domain.text import Text, named

STATES: Mapping[str, Text] = {
    "nominating": Text("推荐中", "Nominating"),
    "judging": Text("评审中", "Judging"),
    "decided": Text("已评定", "Decided"),
    "announced": Text("公示中", "In notice"),
    "final": Text("已入册", "In the annals"),
}
REFUSALS: Mapping[str, Text] = {
    "hero_has_not_consented": Text("本人尚未同意，不能进入评审。", "The person praised has not agreed yet."),
    "author_has_not_consented": Text("作者尚未同意，不能进入评审。", "The author has not agreed yet."),
    "text_not_prepared": Text("还没有隐去姓名的评审稿。", "The text without names is not prepared yet."),
    "juror_twice": Text("同一位评委写了两次。", "A juror is named twice."),
    "jury_size": Text(
        "评委会应为 {least} 至 {most} 人（须为单数：{odd}）。",
        "A jury has {least} to {most} members (odd in number: {odd}).",
    ),
    "mark_out_of_range": Text("满分 {most} 分，须为整数。", "Whole marks from 0 to {most}."),
    "text_changed": Text(
        "内容改过（第{version}版），请重新打分。", "The text changed (version {version}); score it again."
    ),
    "too_few_jurors": Text("有效评委不足 {least} 位，不能排序。", "Fewer than {least} valid jurors; not ranked."),
    "round_order": Text("现在是“{state}”，不能到“{to}”。", "The round is at {state}; it cannot go to {to}."),
}


def state(code: str) -> str:
    """Where a round stands."""
    return named(STATES, code)
