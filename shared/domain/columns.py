"""The names of the columns of imported files, as people write them."""

from collections.abc import Mapping

from shared.domain.text import Text

COLUMNS: Mapping[str, Text] = {
    "number": Text("工号", "number"),
    "name": Text("姓名", "name"),
    "branch": Text("分公司", "branch"),
    "hall": Text("大厅", "hall"),
    "window": Text("窗口", "window"),
    "post": Text("岗位", "post"),
    "role": Text("角色", "role"),
    "date": Text("日期", "date"),
    "staff": Text("工号", "staff"),
    "p": Text("卡", "p"),
    "giver": Text("赠卡人", "giver"),
    "note": Text("留言", "note"),
    "active": Text("状态", "active"),
    "service": Text("业务", "service"),
    "count": Text("笔数", "count"),
    "kind": Text("种类", "kind"),
    "from": Text("从", "from"),
    "to": Text("到", "to"),
    "month": Text("月份", "month"),
    "amount": Text("金额", "amount"),
    "unit": Text("单位", "unit"),
    "visit": Text("明暗", "visit"),
    "line": Text("条目", "line"),
    "score": Text("得分", "score"),
    "year": Text("年份", "year"),
    "completion": Text("完成率", "completion"),
    "result": Text("成绩", "result"),
    "verdict": Text("结论", "verdict"),
    "grounds": Text("理由", "grounds"),
    "reason": Text("不适用原因", "reason"),
    "since": Text("起始日期", "since"),
    "bank": Text("题库", "bank"),
    "code": Text("编号", "code"),
    "question": Text("题目", "question"),
    "right": Text("答案", "right"),
    **{str(n): Text(str(n), str(n)) for n in range(1, 6)},
}


def column(name: str) -> str:
    """A column's heading as the user writes it."""
    return str(COLUMNS[name]) if name in COLUMNS else name
