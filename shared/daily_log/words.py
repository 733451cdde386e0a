"""Words for the daily log: names of its sections and columns, breaches, figures; the sentence of a fact."""

from collections.abc import Mapping
from datetime import date, datetime, time

from shared.declaration.declared import declared
from shared.declaration.practice import PLAIN, Shown
from shared.domain.text import Text, full_day, named
from shared.domain.workdays import local

Cell = str | int | date | datetime | time
"""The value of one cell of a table."""

REFUSALS: Mapping[str, Text] = {
    "hub_silent": Text(
        "汇聚库没有回答，没有办成。请稍后再试。", "The hub did not answer and nothing was done; please try again later."
    ),
    "day_not_begun": Text("{day} 还没有到，不能签字。", "{day} has not come yet and cannot be signed."),
}
_LET_IN = {True: Text("已采用", "accepted"), False: Text("不采用", "rejected")}
LABELS: Mapping[str, Text] = {
    "title": Text("当日日志", "Daily log"),
    "overview": Text("概况", "Overview"),
    "breaches": Text("需关注", "Needs attention"),
    "inquiries": Text("在办首问工单", "Open first-inquiry tickets"),
    "tickets": Text("首问工单", "First-inquiry tickets"),
    "flagged": Text("待复核5P卡", "5P cards to review"),
    "diary": Text("工作日记", "Diary"),
    "lines": Text("全天记录", "All records of the day"),
    "late": Text("签字后到达的记录", "Arrived after the sign-off"),
    "devices": Text("设备", "Device"),
    "signatures": Text("签字", "Sign-off"),
    "branch": Text("分公司", "Branch"),
    "hall": Text("大厅", "Hall"),
    "day": Text("日期", "Date"),
    "made_at": Text("制表时间", "Made at"),
    "policy": Text("制度版本", "Policy version"),
    "complete_to": Text("数据完整至", "Complete to"),
    "item": Text("项目", "Item"),
    "figure": Text("数值", "Figure"),
    "time": Text("时间", "Time"),
    "who": Text("人员", "Person"),
    "by": Text("操作人", "Done by"),
    "what": Text("内容", "What"),
    "breach": Text("事项", "What"),
    "about": Text("编号", "Number"),
    "since": Text("时间或期限", "When or due"),
    "number": Text("工单号", "Ticket"),
    "topic": Text("类别", "Kind"),
    "owner": Text("首问责任人", "Owner"),
    "handler": Text("承办人", "Handler"),
    "target": Text("目标日", "Target"),
    "limit": Text("最迟答复日", "Limit"),
    "first_limit": Text("原定期限", "First limit"),
    "inform_by": Text("下次告知", "Inform by"),
    "state": Text("状态", "State"),
    "card": Text("5P卡", "5P cards"),
    "giver": Text("赠卡人", "Giver"),
    "flags": Text("待核原因", "Why flagged"),
    "entry": Text("类别", "Kind"),
    "text": Text("内容", "What"),
    "place": Text("设备与序号", "Device and number"),
    "device": Text("设备", "Device"),
    "last": Text("最后记录", "Last record"),
    "note": Text("签字意见", "Remark"),
    "seal": Text("封签", "Seal"),
    "heads": Text("日志末号与末位校验值", "Last number and check value of each journal"),
    "check": Text("核对", "Check"),
    "intact": Text("与签字时一致", "As signed"),
    "touched": Text("与签字时不一致", "Differs from what was signed"),
    "unsigned": Text("尚未签字", "Not signed yet"),
    "signed": Text("已签字", "Signed"),
    "nothing": Text("无", "None"),
    "unseen": Text("（仅本人和站长可见）", "(only for the author and the supervisor)"),
    "here": Text("本机", "This device"),
    "signature_line": Text("站长签字", "Supervisor"),
    "page": Text("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
}
FIGURES: Mapping[str, Text] = {
    "cards_customers": Text("用户赠卡（计入）", "Customers' cards, counted"),
    "cards_staff": Text("员工赠卡（计入）", "Cards from staff"),
    "cards_suspect": Text("待复核", "To review"),
    "cards_excluded": Text("复核后不计入", "Excluded"),
    "pauses_granted": Text("暂停次数", "Pauses"),
    "pauses_refused": Text("申请未通过", "Refused"),
    "pauses_over_quota": Text("超次数", "Over quota"),
    "pauses_overrun": Text("超时", "Overrun"),
    "inquiries_opened": Text("首问新登记", "Tickets opened"),
    "inquiries_closed": Text("首问办结", "Tickets closed"),
    "inquiries_open": Text("在办", "Open"),
    "inquiries_due": Text("今日到期", "Due today"),
    "inquiries_overdue": Text("超期", "Overdue"),
    "served": Text("排队叫号办理", "Numbers served"),
    "rated": Text("已评价", "Rated"),
    "not_rated": Text("未评价", "Not rated"),
    "diary": Text("工作日记", "Diary"),
}
BREACHES: Mapping[str, Text] = {
    "called_twice": Text("同一号被两个窗口叫到", "Number called by two windows"),
    "over_quota": Text("暂停超出每日次数", "Pause beyond the daily limit"),
    "overrun": Text("暂停超时", "Pause too long"),
    "late_answer": Text("逾期答复", "Answered after the limit"),
    "overdue": Text("工单超期未答复", "Ticket overdue, not answered"),
    "not_informed": Text("应告知未告知", "Customer not kept informed"),
}
_ASIDE = Text("签字时的 {n} 条记录被汇聚库搁置", "{n} records that were signed are set aside by the hub")
_NEWER = Text("本版本还不认识的记录（{kind}）", "A record this version does not know ({kind})")


def label(code: str) -> str:
    """The name of a section, column or field."""
    return named(LABELS, code)


def set_aside(n: int) -> str:
    """Why a signed day cannot be compared whole here."""
    return _ASIDE.format(n=n)


def figure(code: str) -> str:
    return named(FIGURES, code)


def breach(code: str) -> str:
    return named(BREACHES, code)


def moment(ms: int) -> time:
    """The time of day in China, to the second."""
    return local(ms).time().replace(microsecond=0)


def moment_and_day(ms: int) -> datetime:
    """The moment in China, to the minute."""
    return local(ms).replace(second=0, microsecond=0, tzinfo=None)


def short(value: Cell) -> str:
    """What a cell holds, on a screen: 2026-03-04, 2026-03-04 16:32, 16:32:07."""
    return value.isoformat(" ", "minutes") if isinstance(value, datetime) else str(value)


def written(value: Cell) -> str:
    """The same on paper: 2026年3月4日 16:32."""
    if isinstance(value, datetime):
        return f"{full_day(value)} {value:%H:%M}"
    return full_day(value) if isinstance(value, date) else str(value)


def sentence(kind: str, details: Mapping[str, object]) -> str:
    """What happened, in one line; of a kind that only a newer version knows, that it is one, and its name."""
    known = declared().kinds.get(kind)
    if known is None:
        return _NEWER.format(kind=kind)
    practice, declaration = known
    said = {name: _said(practice.fields.get(name, PLAIN), value) for name, value in details.items()}
    return (declaration.line or declaration.name).format_map(_Dashes(said))


def _said(shown: Shown, value: object) -> str:
    try:
        return shown.word(value) or "—"
    except (ValueError, TypeError):  # another program's event may hold anything
        return "—"


class _Dashes(dict[str, str]):
    """Details of a fact; one that is missing or empty reads as a dash."""

    def __missing__(self, key: str) -> str:
        return "—"


def let_in(value: object) -> str:
    """What was decided about late records."""
    return str(_LET_IN[bool(value)])
