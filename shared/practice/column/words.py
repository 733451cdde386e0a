"""Words for the column: headings, steps, how people appear, refusals. What is printed itself is Chinese."""

from collections.abc import Mapping

from shared.domain.roles import Role
from shared.domain.text import NEWER, Text, named

SECTIONS: Mapping[str, Text] = {
    "deed": Text("服务事迹", "Deeds"),
    "experience": Text("经验", "Experience"),
    "discovery": Text("主动发现", "Discoveries"),
    "contest": Text("竞赛", "Contests"),
    "unit": Text("优秀窗口", "Unit of the month"),
    "words": Text("心声", "In their own words"),
    "bulletin": Text("通报", "Bulletin"),
    NEWER: Text("其他（新版本）", "Other (newer version)"),
}
SOURCES: Mapping[str, Text] = {
    "diary": Text("工作日记", "Diary"),
    "annals": Text("经营大事迹", "Annals"),
    "station": Text("单位推荐", "From the station"),
    "words": Text("本人投稿", "Own contribution"),
    "contest": Text("竞赛", "Contest"),
    "unit": Text("月度考核", "Month's inspections"),
    "month": Text("月度通报", "Month's bulletin"),
    "office": Text("编辑部", "The office"),
    NEWER: Text("其他（新版本）", "Other (newer version)"),
}
STEPS: Mapping[str, Text] = {
    "draft": Text("待起草", "To be drafted"),
    "consent": Text("待同意", "Waiting for consent"),
    "refused": Text("有人不同意", "Somebody declined"),
    "reading": Text("待本人核稿", "To be proof-read by the person"),
    "approval": Text("待审核", "To be approved"),
    "ready": Text("可以刊登", "Ready"),
    "published": Text("已刊登", "Published"),
    "out": Text("已撤下", "Retracted"),
}
NAMINGS: Mapping[str, Text] = {
    "named": Text("具名", "By name"),
    "post": Text("只写岗位", "By post only"),
    "anonymous": Text("匿名", "Anonymously"),
    "no": Text("不同意刊登", "Not at all"),
    NEWER: Text("其他（新版本）", "Other (newer version)"),
}
ADOPTIONS: Mapping[str, Text] = {
    "adopted": Text("采用", "Adopted"),
    "not_applicable": Text("不适用", "Does not apply"),
    NEWER: Text("其他（新版本）", "Other (newer version)"),
}
QUESTIONS: Mapping[str, Text] = {
    "learnt": Text("这次交流有收获吗？", "Did you learn something?"),
    "useful": Text("回到窗口用得上吗？", "Is it of use at your window?"),
    "again": Text("还愿意参加吗？", "Would you come again?"),
}
MARKS: Mapping[str, Text] = {
    "0": Text("没有", "No"),
    "1": Text("部分", "Partly"),
    "2": Text("是的", "Yes"),
}
POSTS: Mapping[str, Text] = {
    "cashier": Text("购气员", "cashier"),
    "consultant": Text("咨询员", "consultant"),
}
_LEADS = Text("站长", "supervisor")
_OFFICE = Text("经营管理部员工", "member of the office")
_STAFF = Text("员工", "member of staff")
LABELS: Mapping[str, Text] = {
    "column": Text("服务之窗", "Service Window"),
    "issue": Text("{year} 年第 {number} 期", "{year}, issue {number}"),
    "edition": Text("第{edition}次发布", "Edition {edition}"),
    "picture": Text("图{number}", "Picture {number}"),
    "a_customer": Text("用户留言", "A customer wrote"),
    "office": Text("经营管理部", "Operations Management Office"),
    "adoption": Text("{adopted}/{halls} 个大厅采用", "Adopted by {adopted} of {halls} halls"),
    "best_unit": Text("{month}优秀窗口：{unit}", "Unit of {month}: {unit}"),
    "best_unit_text": Text(
        "{unit}在{month}班组考核中得 {score} 分，位列第一。", "{unit} came first in {month} with {score} points."
    ),
    "contest_head": Text("“{title}”结束，{count} 人参赛。", "“{title}” is over; {count} took part."),
    "contest_line": Text("第{place}名：{who}。", "Place {place}: {who}."),
    "contest_unit": Text("单位成绩第一：{unit}，{score} 分。", "Best unit: {unit}, {score} points."),
    "bulletin_title": Text("{month}班组考核通报", "Bulletin of {month}"),
    "bulletin_text": Text("{month}共考核 {count} 个窗口单位，得分如下。", "{count} units were inspected in {month}."),
    "bulletin_line": Text("{place}. {unit}　{score} 分", "{place}. {unit}: {score} points"),
    "note_retracted": Text("原第 {place} 篇已撤下。", "Story {place} was retracted."),
    "note_changed": Text("第 {place} 篇有改动。", "Story {place} was changed."),
}
REFUSALS: Mapping[str, Text] = {
    "idea_taken": Text("这件事已经有稿件了。", "There is already a story about this."),
    "own_words_only": Text(
        "困难和委屈只能由本人投稿。", "A difficulty or a grievance can be contributed only by its author."
    ),
    "not_of_this_station": Text(
        "本站只能推荐本厅当日的员工。", "A station can only nominate people who belonged to its hall on that day."
    ),
    "story_ahead": Text("事情的日期不能晚于今天。", "The date cannot be in the future."),
    "bulletin_too_early": Text(
        "{month} 的考核还没有公布，不能做通报。", "The inspections of {month} are not published yet."
    ),
    "phone_in_text": Text("文中有电话号码：{phones}", "The text contains a phone number: {phones}"),
    "several_called_so": Text(
        "有几位员工叫“{name}”，请写成〔工号〕。", "Several people are called {name}: write 〔staff number〕."
    ),
    "somebody_called": Text(
        "“{name}”：同事请写全名，用户不写姓名（写“一位用户”）。",
        "“{name}”: write colleagues' full names; never name customers (write “a customer”).",
    ),
    "sentence_not_released": Text(
        "这句用户留言还没有经站长同意引用：“{sentence}”",
        "The supervisor has not released this customer's sentence for quotation: “{sentence}”",
    ),
    "sentence_of_another_hall": Text(
        "只能引用本厅、且站长同意的用户留言。",
        "Only sentences from that hall, released by its supervisor, may be quoted.",
    ),
    "picture_unfit": Text(
        "这不是图片，或缩小后仍太大。", "This is not a picture, or it is too large even when reduced."
    ),
    "picture_of_customer": Text(
        "照片上不能认得出用户：请先看过再勾选。",
        "No customer may be recognisable: look at the photo first, then tick the box.",
    ),
    "too_many_pictures": Text("一篇最多 {most} 张照片。", "A story has at most {most} photos."),
    "text_unchanged": Text("稿件没有改动。", "The draft was not changed."),
    "nobody_to_ask": Text("没有需要再征求意见的人。", "There is nobody left to ask."),
    "read_already": Text("本人已经核过这一版。", "This version has already been proof-read."),
    "story_draft": Text("还没有稿件。", "There is no draft yet."),
    "story_consent": Text("〔{name}〕还没有同意具名。", "〔{name}〕 has not agreed to be named yet."),
    "story_refused": Text(
        "〔{name}〕不同意刊登，请改稿或撤下。",
        "〔{name}〕 does not agree to publication: change the text or withdraw it.",
    ),
    "story_reading": Text("〔{name}〕还没有核稿。", "〔{name}〕 has not proof-read the text yet."),
    "changed_after_reading": Text(
        "本人核稿后改动过，请再核。", "It was changed after proof-reading; have it proof-read again."
    ),
    "story_approval": Text("还没有经另一人审核。", "It has not been approved by another person yet."),
    "story_out": Text("这一篇已撤下。", "This story has been retracted."),
    "approved_already": Text("这一版已经审核。", "This version is approved already."),
    "same_person_approves": Text(
        "须由编辑和当事人以外的人审核。", "Somebody other than the editor and the person concerned must approve it."
    ),
    "printed_already": Text("这一篇已经刊登。", "This story is already printed."),
    "not_printed": Text("这一篇没有刊登。", "This story is not printed."),
    "issue_exists": Text("{year} 年第 {number} 期已经有了。", "Issue {number} of {year} already exists."),
    "issue_frozen": Text("这一期已经发布，不能再改。", "This issue is published and cannot be changed."),
    "issue_not_planned": Text("请先排定日期和篇目。", "Plan the date and the stories first."),
    "issue_ahead": Text("发布日期是{day}，还没有到。", "The date of publication is {day}, which has not come yet."),
    "issue_not_published": Text("这一期还没有发布。", "This issue is not published yet."),
    "title_names": Text(
        "这里不能写员工姓名（{name}）：各大厅都看得到，也没有征求过本人意见。",
        "Staff cannot be named here ({name}): every hall reads it, and the person was not asked.",
    ),
    "story_twice": Text("同一篇排了两次。", "A story is listed twice."),
    "too_few_items": Text("每期至少 {least} 篇。", "An issue needs at least {least} stories."),
    "too_many_items": Text("每期最多 {most} 篇。", "An issue can have at most {most} stories."),
    "nothing_to_reissue": Text("没有改动，不需要再次发布。", "Nothing was changed; there is no need to republish."),
    "wish_needed": Text("请写明要改什么。", "Say what needs changing."),
    "line_needed": Text(
        "请写一句话：怎么用，或为什么不适用。", "Write a line: how you use it, or why it does not apply."
    ),
    "no_experience": Text("只有已刊登的经验可以采用。", "Only a printed experience can be adopted."),
    "activity_ahead": Text("活动还没有举行。", "The meeting has not taken place yet."),
}


def section(code: str) -> str:
    """A heading of the column."""
    return named(SECTIONS, code)


def source(code: str) -> str:
    """Where an idea comes from."""
    return named(SOURCES, code)


def step(code: str) -> str:
    """What a story waits for."""
    return named(STEPS, code)


def naming(code: str) -> str:
    """How somebody agrees to appear."""
    return named(NAMINGS, code)


def adoption(code: str) -> str:
    """What a hall does with an experience."""
    return named(ADOPTIONS, code)


def question(code: str) -> str:
    """A question about an activity."""
    return named(QUESTIONS, code)


def mark(value: int) -> str:
    """An answer to it."""
    return named(MARKS, str(value))


def label(code: str) -> str:
    """A text of the printed issue."""
    return named(LABELS, code)


def post(code: str, role: Role) -> str:
    """Somebody's post as it is printed, in Chinese."""
    if role is Role.SUPERVISOR:
        return _LEADS.zh
    return _OFFICE.zh if role is Role.OFFICE else POSTS.get(code, _STAFF).zh


def month(code: str) -> str:
    """2014年3月, as it is printed."""
    return f"{code[:4]}年{int(code[5:])}月"
