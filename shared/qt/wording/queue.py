"""Words for queue sources: what is wrong with one, always with the setting and the reason."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

REFUSALS = {
    "queue_setting": QT_TRANSLATE_NOOP("Refusal", "queue.toml 里的 {setting} 有误：{reason}"),
    "queue_unreachable": QT_TRANSLATE_NOOP("Refusal", "{source}：连不上（{setting}）：{reason}"),
    "queue_too_slow": QT_TRANSLATE_NOOP("Refusal", "{source}：{seconds} 秒内没有答复（{setting}）"),
    "queue_status": QT_TRANSLATE_NOOP("Refusal", "{source}：对方拒绝了请求（{setting}）：{reason}"),
    "queue_query": QT_TRANSLATE_NOOP("Refusal", "{source}：查询语句不能用（{setting}）：{reason}"),
    "queue_no_figure": QT_TRANSLATE_NOOP("Refusal", "{source}：答复里没有等候人数（{setting}）：{reason}"),
}
