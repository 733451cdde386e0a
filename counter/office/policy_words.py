"""What the values of the policy are called on the screen. One without a name here is shown by its own."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from shared.qt.wording.table import word

SECTIONS = {
    "cards": QT_TRANSLATE_NOOP("PolicyNames", "5P卡"),
    "pauses": QT_TRANSLATE_NOOP("PolicyNames", "暂停服务5分钟"),
    "inquiries": QT_TRANSLATE_NOOP("PolicyNames", "首问工单"),
    "diary": QT_TRANSLATE_NOOP("PolicyNames", "工作日记"),
    "hours": QT_TRANSLATE_NOOP("PolicyNames", "营业时间"),
    "kiosk": QT_TRANSLATE_NOOP("PolicyNames", "自助屏"),
    "counter": QT_TRANSLATE_NOOP("PolicyNames", "窗口电脑"),
    "pins": QT_TRANSLATE_NOOP("PolicyNames", "密码"),
}
FIELDS = {
    "peer_allowance": QT_TRANSLATE_NOOP("PolicyNames", "同事、下级每月可送（张）"),
    "superior_allowance": QT_TRANSLATE_NOOP("PolicyNames", "上级每月可送（张）"),
    "repeat_seconds": QT_TRANSLATE_NOOP("PolicyNames", "同屏同人同P，间隔少于（秒）待核"),
    "burst_short_seconds": QT_TRANSLATE_NOOP("PolicyNames", "短时段长度（秒）"),
    "burst_short_cards": QT_TRANSLATE_NOOP("PolicyNames", "短时段内超过（张）待核"),
    "burst_long_seconds": QT_TRANSLATE_NOOP("PolicyNames", "长时段长度（秒）"),
    "burst_long_cards": QT_TRANSLATE_NOOP("PolicyNames", "长时段内超过（张）待核"),
    "daily_minimum": QT_TRANSLATE_NOOP("PolicyNames", "一人一天至少容许（张）"),
    "daily_history_days": QT_TRANSLATE_NOOP("PolicyNames", "参考本人最近（天）"),
    "daily_confidence": QT_TRANSLATE_NOOP("PolicyNames", "当日数量的泊松分位"),
    "favourite_after": QT_TRANSLATE_NOOP("PolicyNames", "员工送出多少张后检查集中"),
    "favourite_share": QT_TRANSLATE_NOOP("PolicyNames", "集中赠予一人的比例上限"),
    "mutual_cards": QT_TRANSLATE_NOOP("PolicyNames", "互赠各达（张）待核"),
    "mutual_days": QT_TRANSLATE_NOOP("PolicyNames", "互赠检查（天）"),
    "sentence_limit": QT_TRANSLATE_NOOP("PolicyNames", "留言最多（字）"),
    "ladder": QT_TRANSLATE_NOOP("PolicyNames", "累计进阶"),
    "seconds": QT_TRANSLATE_NOOP("PolicyNames", "每次时长（秒）"),
    "per_day": QT_TRANSLATE_NOOP("PolicyNames", "每人每天（次）"),
    "waiting_limit": QT_TRANSLATE_NOOP("PolicyNames", "等候人数须在（名）以下"),
    "limit_inclusive": QT_TRANSLATE_NOOP("PolicyNames", "等于该人数时也可以"),
    "other_windows_open": QT_TRANSLATE_NOOP("PolicyNames", "另须开放的同业务窗口（个）"),
    "at_once_per_hall": QT_TRANSLATE_NOOP("PolicyNames", "同一大厅同时暂停（人）"),
    "count_fresh_seconds": QT_TRANSLATE_NOOP("PolicyNames", "等候人数有效（秒）"),
    "remind_at": QT_TRANSLATE_NOOP("PolicyNames", "提醒时刻（秒）"),
    "grace_seconds": QT_TRANSLATE_NOOP("PolicyNames", "宽限（秒）"),
    "tell_supervisor_at": QT_TRANSLATE_NOOP("PolicyNames", "提示站长时刻（秒）"),
    "offer_help_after": QT_TRANSLATE_NOOP("PolicyNames", "暂停几次后提示快乐驿站"),
    "offer_help_days": QT_TRANSLATE_NOOP("PolicyNames", "在几天之内"),
    "general_target": QT_TRANSLATE_NOOP("PolicyNames", "一般事项目标（工作日）"),
    "general_limit": QT_TRANSLATE_NOOP("PolicyNames", "一般事项最迟（工作日）"),
    "special_target": QT_TRANSLATE_NOOP("PolicyNames", "特殊事项目标（工作日）"),
    "special_limit": QT_TRANSLATE_NOOP("PolicyNames", "特殊事项最迟（工作日）"),
    "inform_first": QT_TRANSLATE_NOOP("PolicyNames", "首次告知（工作日内）"),
    "inform_every": QT_TRANSLATE_NOOP("PolicyNames", "以后每隔（工作日）告知"),
    "warn_at": QT_TRANSLATE_NOOP("PolicyNames", "按工作时间的提醒比例"),
    "escalate_branch": QT_TRANSLATE_NOOP("PolicyNames", "超期后报分公司（工作日）"),
    "escalate_office": QT_TRANSLATE_NOOP("PolicyNames", "超期后报经营管理部（工作日）"),
    "erase_after_days": QT_TRANSLATE_NOOP("PolicyNames", "办结后清除个人信息（天）"),
    "text_limit": QT_TRANSLATE_NOOP("PolicyNames", "文字最多（字）"),
    "edit_hours": QT_TRANSLATE_NOOP("PolicyNames", "可修改（小时）"),
    "open": QT_TRANSLATE_NOOP("PolicyNames", "开门"),
    "close": QT_TRANSLATE_NOOP("PolicyNames", "关门"),
    "idle_seconds": QT_TRANSLATE_NOOP("PolicyNames", "无人操作（秒）"),
    "countdown_seconds": QT_TRANSLATE_NOOP("PolicyNames", "返回倒计时（秒）"),
    "thanks_seconds": QT_TRANSLATE_NOOP("PolicyNames", "感谢页（秒）"),
    "senior_factor": QT_TRANSLATE_NOOP("PolicyNames", "长辈模式时间倍数"),
    "burst_rest_seconds": QT_TRANSLATE_NOOP("PolicyNames", "连点后休息（秒）"),
    "debounce_seconds": QT_TRANSLATE_NOOP("PolicyNames", "防抖（秒）"),
    "margin_minutes": QT_TRANSLATE_NOOP("PolicyNames", "开门前、关门后仍可用（分钟）"),
    "lock_after_seconds": QT_TRANSLATE_NOOP("PolicyNames", "无人操作锁屏（秒）"),
    "lock_after_seconds_in_bar": QT_TRANSLATE_NOOP("PolicyNames", "收成小条时无人操作锁屏（秒）"),
    "undo_seconds": QT_TRANSLATE_NOOP("PolicyNames", "可撤回（秒）"),
    "digits": QT_TRANSLATE_NOOP("PolicyNames", "密码位数"),
    "free_tries": QT_TRANSLATE_NOOP("PolicyNames", "不限速的错误次数"),
    "first_wait_seconds": QT_TRANSLATE_NOOP("PolicyNames", "首次等待（秒）"),
    "longest_wait_seconds": QT_TRANSLATE_NOOP("PolicyNames", "最长等待（秒）"),
}


def section_name(section: str) -> str:
    return word("PolicyNames", SECTIONS, section)


def field_name(field: str) -> str:
    return word("PolicyNames", FIELDS, field)
