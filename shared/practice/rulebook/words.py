"""Words for the rulebook: its booklet, refusals."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named
from shared.practice.rulebook.facts import Body, Book, Standard

LABELS: Mapping[str, Text] = {
    "edition": Text("{day}版", "Edition of {day}"),
    "contents": Text("目录", "Contents"),
    "version": Text("第 {version} 版", "Version {version}"),
    "effective": Text("{day} 起施行", "in force from {day}"),
    "page": Text("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "empty": Text("还没有发布任何章节。", "No chapter has been published yet."),
    "signed": Text(
        "本人已阅读并知晓以上内容。签字：____________ 日期：____________",
        "I have read and understood the above. Signed: ____________ Date: ____________",
    ),
}
BOOKS: Mapping[str, Text] = {
    Book.RULES.value: Text("购气窗口管理制度", "Window rulebook"),
    Book.STANDARD.value: Text("窗口单位考核标准", "Unit assessment"),
    NEWER: Text("本版本还不认识的制度", "a book this version does not know"),
}
STANDARDS: Mapping[str, Text] = {
    Standard.SERVICE.value: Text("服务标准", "Service"),
    Standard.BUSINESS.value: Text("业务标准", "Business"),
    NEWER: Text("本版本还不认识的标准", "a standard this version does not know"),
}
BODIES: Mapping[str, Text] = {
    Body.CONGRESS.value: Text("职工代表大会", "Staff congress"),
    Body.UNION.value: Text("工会", "Trade union"),
    Body.STAFF.value: Text("全体职工", "All staff"),
    NEWER: Text("本版本还不认识的方式", "a body this version does not know"),
}
CLAUSE = Text("第{number}条", "Article {number}")
REFUSALS: Mapping[str, Text] = {
    "bad_code": Text(
        "章节代号“{value}”不合要求，请用小写字母、数字和横线。",
        "“{value}” cannot be a chapter code: use lower-case letters, digits and hyphens.",
    ),
    "clause_twice": Text("第{number}条编号重复。", "Article number {number} occurs twice."),
    "clause_taken": Text(
        "第{number}条编号重复：《{title}》里已有。", "Article number {number} is already used in “{title}”."
    ),
    "effective_past": Text("生效日不能早于今天。", "It cannot take effect before today."),
    "read_by_past": Text("阅读期限不能早于今天。", "It cannot be due before today."),
    "no_draft": Text("请先保存征求意见稿。", "Please save the draft first."),
    "consulted_later": Text("征求意见的日子不能晚于今天。", "The day of the consultation cannot be in the future."),
    "no_copies": Text("请填写册数。", "Please enter how many copies."),
    "title_missing": Text("请写标题。", "Please write a title."),
    "newer_version": Text(
        "已发布第 {version} 版，请阅读新版后再确认。", "Version {version} has been published; please read it first."
    ),
    "already_read": Text("您已确认阅读过这一版。", "You have already acknowledged this version."),
}


def label(code: str) -> str:
    return named(LABELS, code)


def book(code: str) -> str:
    return named(BOOKS, code)


def standard(code: str) -> str:
    return named(STANDARDS, code)


def body(code: str) -> str:
    return named(BODIES, code)


def clause(number: int) -> str:
    """第12条."""
    return CLAUSE.format(number=number)
