"""Words for the rulebook: its booklet, refusals."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from shared.qt.wording.table import word

LABELS = {
    "title": QT_TRANSLATE_NOOP("Rulebook", "购气窗口管理制度"),
    "contents": QT_TRANSLATE_NOOP("Rulebook", "目录"),
    "version": QT_TRANSLATE_NOOP("Rulebook", "第 {version} 版"),
    "page": QT_TRANSLATE_NOOP("Rulebook", "第 {page} 页，共 {pages} 页"),
    "empty": QT_TRANSLATE_NOOP("Rulebook", "还没有发布任何章节。"),
    "signed": QT_TRANSLATE_NOOP("Rulebook", "本人已阅读并知晓以上内容。签字：____________ 日期：____________"),
}
REFUSALS = {
    "bad_code": QT_TRANSLATE_NOOP("Refusal", "章节代号“{value}”不合要求，请用小写字母、数字和横线。"),
    "title_missing": QT_TRANSLATE_NOOP("Refusal", "请写标题。"),
    "newer_version": QT_TRANSLATE_NOOP("Refusal", "已发布第 {version} 版，请阅读新版后再确认。"),
    "already_read": QT_TRANSLATE_NOOP("Refusal", "您已确认阅读过这一版。"),
}


def label(code: str) -> str:
    return word("Rulebook", LABELS, code)
