"""Words for the rulebook: its booklet, refusals."""

from collections.abc import Mapping

from shared.domain.text import Text, named

LABELS: Mapping[str, Text] = {
    "title": Text("购气窗口管理制度", "Rulebook of the service windows"),
    "contents": Text("目录", "Contents"),
    "version": Text("第 {version} 版", "Version {version}"),
    "page": Text("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "empty": Text("还没有发布任何章节。", "No chapter has been published yet."),
    "signed": Text(
        "本人已阅读并知晓以上内容。签字：____________ 日期：____________",
        "I have read and understood the above. Signed: ____________ Date: ____________",
    ),
}
REFUSALS: Mapping[str, Text] = {
    "bad_code": Text(
        "章节代号“{value}”不合要求，请用小写字母、数字和横线。",
        "The chapter code “{value}” does not fit: use small letters, digits and hyphens.",
    ),
    "title_missing": Text("请写标题。", "Please write a title."),
    "newer_version": Text(
        "已发布第 {version} 版，请阅读新版后再确认。", "Version {version} has been published; please read it first."
    ),
    "already_read": Text("您已确认阅读过这一版。", "You have acknowledged this version already."),
}


def label(code: str) -> str:
    return named(LABELS, code)
