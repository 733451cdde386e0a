"""Words for the daily log: a sentence for every kind of fact, names of its sections and columns, breaches, figures."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from shared.domain.workdays import local
from shared.qt.wording import cards, diary, inquiries, line, people
from shared.qt.wording.table import NEWER, day, word

REFUSALS = {
    "day_not_begun": QT_TRANSLATE_NOOP("Refusal", "{day} 还没有到，不能签字。"),
}
LABELS = {
    "title": QT_TRANSLATE_NOOP("DailyLog", "当日日志"),
    "overview": QT_TRANSLATE_NOOP("DailyLog", "概况"),
    "breaches": QT_TRANSLATE_NOOP("DailyLog", "需关注"),
    "inquiries": QT_TRANSLATE_NOOP("DailyLog", "在办首问工单"),
    "tickets": QT_TRANSLATE_NOOP("DailyLog", "首问工单"),
    "flagged": QT_TRANSLATE_NOOP("DailyLog", "待复核5P卡"),
    "diary": QT_TRANSLATE_NOOP("DailyLog", "工作日记"),
    "lines": QT_TRANSLATE_NOOP("DailyLog", "全天记录"),
    "late": QT_TRANSLATE_NOOP("DailyLog", "签字后到达的记录"),
    "devices": QT_TRANSLATE_NOOP("DailyLog", "设备"),
    "signatures": QT_TRANSLATE_NOOP("DailyLog", "签字"),
    "branch": QT_TRANSLATE_NOOP("DailyLog", "分公司"),
    "hall": QT_TRANSLATE_NOOP("DailyLog", "大厅"),
    "day": QT_TRANSLATE_NOOP("DailyLog", "日期"),
    "made_at": QT_TRANSLATE_NOOP("DailyLog", "制表时间"),
    "policy": QT_TRANSLATE_NOOP("DailyLog", "制度版本"),
    "complete_to": QT_TRANSLATE_NOOP("DailyLog", "数据完整至"),
    "item": QT_TRANSLATE_NOOP("DailyLog", "项目"),
    "figure": QT_TRANSLATE_NOOP("DailyLog", "数值"),
    "time": QT_TRANSLATE_NOOP("DailyLog", "时间"),
    "who": QT_TRANSLATE_NOOP("DailyLog", "人员"),
    "by": QT_TRANSLATE_NOOP("DailyLog", "操作人"),
    "what": QT_TRANSLATE_NOOP("DailyLog", "内容"),
    "breach": QT_TRANSLATE_NOOP("DailyLog", "事项"),
    "about": QT_TRANSLATE_NOOP("DailyLog", "编号"),
    "since": QT_TRANSLATE_NOOP("DailyLog", "时间或期限"),
    "number": QT_TRANSLATE_NOOP("DailyLog", "工单号"),
    "topic": QT_TRANSLATE_NOOP("DailyLog", "类别"),
    "owner": QT_TRANSLATE_NOOP("DailyLog", "首问责任人"),
    "handler": QT_TRANSLATE_NOOP("DailyLog", "承办人"),
    "target": QT_TRANSLATE_NOOP("DailyLog", "目标日"),
    "limit": QT_TRANSLATE_NOOP("DailyLog", "最迟答复日"),
    "first_limit": QT_TRANSLATE_NOOP("DailyLog", "原定期限"),
    "inform_by": QT_TRANSLATE_NOOP("DailyLog", "下次告知"),
    "state": QT_TRANSLATE_NOOP("DailyLog", "状态"),
    "card": QT_TRANSLATE_NOOP("DailyLog", "5P卡"),
    "giver": QT_TRANSLATE_NOOP("DailyLog", "赠卡人"),
    "flags": QT_TRANSLATE_NOOP("DailyLog", "待核原因"),
    "entry": QT_TRANSLATE_NOOP("DailyLog", "类别"),
    "text": QT_TRANSLATE_NOOP("DailyLog", "内容"),
    "place": QT_TRANSLATE_NOOP("DailyLog", "设备与序号"),
    "device": QT_TRANSLATE_NOOP("DailyLog", "设备"),
    "last": QT_TRANSLATE_NOOP("DailyLog", "最后记录"),
    "note": QT_TRANSLATE_NOOP("DailyLog", "签字意见"),
    "seal": QT_TRANSLATE_NOOP("DailyLog", "封签"),
    "heads": QT_TRANSLATE_NOOP("DailyLog", "日志末号与末位校验值"),
    "check": QT_TRANSLATE_NOOP("DailyLog", "核对"),
    "intact": QT_TRANSLATE_NOOP("DailyLog", "与签字时一致"),
    "touched": QT_TRANSLATE_NOOP("DailyLog", "与签字时不一致"),
    "unsigned": QT_TRANSLATE_NOOP("DailyLog", "尚未签字"),
    "signed": QT_TRANSLATE_NOOP("DailyLog", "已签字"),
    "nothing": QT_TRANSLATE_NOOP("DailyLog", "无"),
    "unseen": QT_TRANSLATE_NOOP("DailyLog", "（仅本人和站长可见）"),
    "here": QT_TRANSLATE_NOOP("DailyLog", "本机"),
    "signature_line": QT_TRANSLATE_NOOP("DailyLog", "站长签字"),
    "page": QT_TRANSLATE_NOOP("DailyLog", "第 {page} 页，共 {pages} 页"),
}
FIGURES = {
    "cards_customers": QT_TRANSLATE_NOOP("DailyLog", "用户赠卡（计入）"),
    "cards_staff": QT_TRANSLATE_NOOP("DailyLog", "员工赠卡（计入）"),
    "cards_suspect": QT_TRANSLATE_NOOP("DailyLog", "待复核"),
    "cards_excluded": QT_TRANSLATE_NOOP("DailyLog", "复核后不计入"),
    "pauses_granted": QT_TRANSLATE_NOOP("DailyLog", "暂停次数"),
    "pauses_refused": QT_TRANSLATE_NOOP("DailyLog", "申请未通过"),
    "pauses_over_quota": QT_TRANSLATE_NOOP("DailyLog", "超次数"),
    "pauses_overrun": QT_TRANSLATE_NOOP("DailyLog", "超时"),
    "inquiries_opened": QT_TRANSLATE_NOOP("DailyLog", "首问新登记"),
    "inquiries_closed": QT_TRANSLATE_NOOP("DailyLog", "首问办结"),
    "inquiries_open": QT_TRANSLATE_NOOP("DailyLog", "在办"),
    "inquiries_due": QT_TRANSLATE_NOOP("DailyLog", "今日到期"),
    "inquiries_overdue": QT_TRANSLATE_NOOP("DailyLog", "超期"),
    "served": QT_TRANSLATE_NOOP("DailyLog", "排队叫号办理"),
    "rated": QT_TRANSLATE_NOOP("DailyLog", "已评价"),
    "not_rated": QT_TRANSLATE_NOOP("DailyLog", "未评价"),
    "diary": QT_TRANSLATE_NOOP("DailyLog", "工作日记"),
}
BREACHES = {
    "called_twice": QT_TRANSLATE_NOOP("DailyLog", "同一号被两个窗口叫到"),
    "over_quota": QT_TRANSLATE_NOOP("DailyLog", "暂停超出每日次数"),
    "overrun": QT_TRANSLATE_NOOP("DailyLog", "暂停超时"),
    "late_answer": QT_TRANSLATE_NOOP("DailyLog", "逾期答复"),
    "overdue": QT_TRANSLATE_NOOP("DailyLog", "工单超期未答复"),
    "not_informed": QT_TRANSLATE_NOOP("DailyLog", "应告知未告知"),
}
PAUSE_CODES = {
    "already_paused": QT_TRANSLATE_NOOP("DailyLog", "已在暂停中"),
    "still_serving": QT_TRANSLATE_NOOP("DailyLog", "还有用户没有办完"),
    "daily_limit": QT_TRANSLATE_NOOP("DailyLog", "当天次数已满"),
    "daily_limit_elsewhere": QT_TRANSLATE_NOOP("DailyLog", "当天次数已在别处用完"),
    "colleague_paused": QT_TRANSLATE_NOOP("DailyLog", "有同事正在暂停"),
    "last_window": QT_TRANSLATE_NOOP("DailyLog", "没有其他窗口办理同样业务"),
    "too_many_waiting": QT_TRANSLATE_NOOP("DailyLog", "等候用户不在规定人数以下"),
    NEWER: QT_TRANSLATE_NOOP("DailyLog", "本版本还不认识的规定"),
}
ASPECTS = {
    "name": QT_TRANSLATE_NOOP("DailyLog", "姓名"),
    "phone": QT_TRANSLATE_NOOP("DailyLog", "电话"),
    "text": QT_TRANSLATE_NOOP("DailyLog", "内容"),
    NEWER: QT_TRANSLATE_NOOP("DailyLog", "资料（本版本还不认识的项目）"),
}
SENTENCES = {
    "card_awarded": QT_TRANSLATE_NOOP("DailyLog", "{staff}收到一张{p}卡（{giver}赠）"),
    "sentence_added": QT_TRANSLATE_NOOP("DailyLog", "{staff}的{p}卡附上了留言"),
    "rating_unanswered": QT_TRANSLATE_NOOP("DailyLog", "{staff}办完一号，用户未评价"),
    "card_reviewed": QT_TRANSLATE_NOOP("DailyLog", "复核{staff}的{p}卡：{verdict}，{reason}"),
    "card_withdrawn": QT_TRANSLATE_NOOP("DailyLog", "撤回给{staff}的{p}卡"),
    "promotion_confirmed": QT_TRANSLATE_NOOP("DailyLog", "确认{staff}晋级"),
    "pause_started": QT_TRANSLATE_NOOP("DailyLog", "{staff}暂停服务5分钟（{window}号窗口）"),
    "pause_refused": QT_TRANSLATE_NOOP("DailyLog", "{staff}申请暂停未通过：{code}"),
    "pause_ended": QT_TRANSLATE_NOOP("DailyLog", "{staff}恢复服务，用时{length_ms}"),
    "pause_withdrawn": QT_TRANSLATE_NOOP("DailyLog", "{staff}撤回了刚开始的暂停，不计次数"),
    "entry_written": QT_TRANSLATE_NOOP("DailyLog", "{staff}写了工作日记：{entry}"),
    "entry_changed": QT_TRANSLATE_NOOP("DailyLog", "{staff}修改了工作日记：{entry}"),
    "candidate_set": QT_TRANSLATE_NOOP("DailyLog", "{staff}{candidate}推荐日记参评贴心服务奖"),
    "inquiry_opened": QT_TRANSLATE_NOOP("DailyLog", "登记首问工单 {number}（{channel}，{topic}），首问责任人：{owner}"),
    "inquiry_corrected": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 更正用户{aspect}"),
    "inquiry_transferred": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 转给承办人{to}：{reason}"),
    "inquiry_stood_in": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 由{person}代办：{reason}"),
    "inquiry_informed": QT_TRANSLATE_NOOP(
        "DailyLog", "工单 {number} 已告知用户进展（{channel}），下次告知：{next_due}"
    ),
    "inquiry_special_asked": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 申请按特殊情况办理：{grounds}"),
    "inquiry_special_granted": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 同意按特殊情况办理"),
    "inquiry_special_declined": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 不同意按特殊情况办理：{reason}"),
    "inquiry_extended": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 由 {instead_of} 延期至 {limit}：{grounds}"),
    "inquiry_closed": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 办结，已答复用户"),
    "inquiry_called_back": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 已回访"),
    "inquiry_reopened": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 重新办理：{reason}"),
    "inquiry_merged": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 与另一工单合并"),
    "inquiry_joined": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 并入一张重复工单"),
    "inquiry_clash_settled": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 两处修改不一致，已核对"),
    "inquiry_personal_opened": QT_TRANSLATE_NOOP("DailyLog", "工单 {number} 的用户信息被查看"),
    "number_taken": QT_TRANSLATE_NOOP("DailyLog", "{letter}{serial} 取号（{service}）"),
    "number_called": QT_TRANSLATE_NOOP("DailyLog", "{letter}{serial} 请到 {window} 号窗口"),
    "number_called_again": QT_TRANSLATE_NOOP("DailyLog", "{letter}{serial} 再次呼叫"),
    "number_missed": QT_TRANSLATE_NOOP("DailyLog", "{letter}{serial} 过号"),
    "number_held": QT_TRANSLATE_NOOP("DailyLog", "{letter}{serial} 挂起"),
    "number_served": QT_TRANSLATE_NOOP("DailyLog", "{letter}{serial} 由{staff}办理完毕（{service}）"),
    "number_returned": QT_TRANSLATE_NOOP("DailyLog", "{letter}{serial} 叫号撤回，按原来的位置等候"),
    "number_reopened": QT_TRANSLATE_NOOP("DailyLog", "{letter}{serial} 由{staff}撤回办结"),
    "greeting_sent": QT_TRANSLATE_NOOP("DailyLog", "{staff}在快乐驿站送出祝福"),
    "greeting_removed": QT_TRANSLATE_NOOP("DailyLog", "{staff}的祝福已撤下"),
    "rulebook_read": QT_TRANSLATE_NOOP("DailyLog", "{staff}确认已阅读管理制度（第 {version} 版）"),
    "hall_set": QT_TRANSLATE_NOOP("DailyLog", "大厅资料已更新"),
    "staff_set": QT_TRANSLATE_NOOP("DailyLog", "{staff}的人员资料已更新（{role}）"),
    "duty_set": QT_TRANSLATE_NOOP("DailyLog", "{staff}{on}"),
    "photo_set": QT_TRANSLATE_NOOP("DailyLog", "{staff}的照片已更新"),
    "pin_set": QT_TRANSLATE_NOOP("DailyLog", "{staff}的密码已设置"),
    "pin_failed": QT_TRANSLATE_NOOP("DailyLog", "{staff}的密码输入有误（{program}）"),
    "signed_in": QT_TRANSLATE_NOOP("DailyLog", "{staff}登录（{program}）"),
    "document_given_up": QT_TRANSLATE_NOOP("DailyLog", "本机加入汇聚库，自己发布过的文件不再使用"),
    "day_signed": QT_TRANSLATE_NOOP("DailyLog", "{day} 的日志已签字"),
    "station_replaced": QT_TRANSLATE_NOOP("DailyLog", "本机更换了设备编号，原有记录不变"),
    "personal_erased": QT_TRANSLATE_NOOP("DailyLog", "个人信息已按规定清除"),
}


def label(code: str) -> str:
    """The name of a section, column or field."""
    return word("DailyLog", LABELS, code)


def figure(code: str) -> str:
    return word("DailyLog", FIGURES, code)


def breach(code: str) -> str:
    return word("DailyLog", BREACHES, code)


def moment(ms: int) -> str:
    """Hours, minutes and seconds in China."""
    return local(ms).time().isoformat("seconds")


def moment_and_day(ms: int) -> str:
    """2026-03-04 16:32."""
    return local(ms).replace(tzinfo=None).isoformat(" ", "minutes")


def length(ms: object) -> str:
    """4分20秒; of a length nobody measured, a dash."""
    if not isinstance(ms, int):
        return "—"
    pattern = QCoreApplication.translate("DailyLog", "{minutes}分{seconds}秒")
    return pattern.format(minutes=ms // 60_000, seconds=ms // 1000 % 60)


def sentence(kind: str, details: Mapping[str, object]) -> str:
    """What happened, in one line; of a kind that only a newer version knows, that it is one, and its name."""
    if kind not in SENTENCES:
        return QCoreApplication.translate("DailyLog", "本版本还不认识的记录（{kind}）").format(kind=kind)
    template = word("DailyLog", SENTENCES, kind)
    return template.format_map(_Dashes({name: _detail(name, value) for name, value in details.items()}))


class _Dashes(dict[str, str]):
    """Details of a fact; one that is missing or empty reads as a dash."""

    def __missing__(self, key: str) -> str:
        return "—"


def _detail(name: str, value: object) -> str:
    return _WORDS.get(name, str)(value) or "—"


def _on_duty(value: object) -> str:
    if value:
        return QCoreApplication.translate("DailyLog", "上岗")
    return QCoreApplication.translate("DailyLog", "离岗")


def _consents(value: object) -> str:
    if value:
        return QCoreApplication.translate("DailyLog", "同意")
    return QCoreApplication.translate("DailyLog", "不再")


def _day(value: object) -> str:
    return day(date.fromisoformat(str(value)))


_WORDS: Mapping[str, Callable[[object], str]] = {
    "p": lambda value: cards.p(str(value)),
    "program": lambda value: cards.source(str(value)),
    "giver": lambda value: cards.giver(str(value)),
    "verdict": lambda value: cards.verdict(str(value)),
    "code": lambda value: word("DailyLog", PAUSE_CODES, str(value)),
    "length_ms": length,
    "entry": lambda value: diary.entry(str(value)),
    "candidate": _consents,
    "channel": lambda value: inquiries.channel(str(value)),
    "topic": lambda value: inquiries.topic(str(value)),
    "aspect": lambda value: word("DailyLog", ASPECTS, str(value)),
    "serial": lambda value: f"{value:03}",
    "service": lambda value: line.service(str(value)),
    "role": lambda value: people.role(str(value)),
    "on": _on_duty,
    "day": _day,
    "limit": _day,
    "instead_of": _day,
    "next_due": _day,
}
