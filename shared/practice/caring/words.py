"""Words for the caring award: states of a round, steps of an entry, refusals, the printed certificate."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

STATES: Mapping[str, Text] = {
    "nominating": Text("推荐中", "Nominating"),
    "judging": Text("评审中", "Judging"),
    "decided": Text("已评定", "Decided"),
    "announced": Text("公示中", "In notice"),
    "final": Text("已入册", "In the annals"),
}
STEPS: Mapping[str, Text] = {
    "nominated": Text("已推荐", "Nominated"),
    "asked": Text("征求同意", "Consent asked"),
    "agreed": Text("待隐名", "To anonymise"),
    "judged": Text("评审", "Before the jury"),
    "out": Text("已撤出", "Taken out"),
}
CRITERIA: Mapping[str, Text] = {
    "pressure": Text("压力大", "Pressure"),
    "contribution": Text("贡献大", "Contribution"),
    "lesson": Text("有借鉴意义", "Worth learning from"),
}
SOURCES: Mapping[str, Text] = {
    "diary": Text("日记", "Diary"),
    "station": Text("本站整理", "Compiled by the station"),
    NEWER: Text("本版本还不认识的来源", "a source this version does not know"),
}
RECUSED: Mapping[str, Text] = {
    "same_hall": Text("与当事人同厅，已自动回避", "Same hall as the person: recused"),
    "concerned": Text("与这件事有关，已自动回避", "Involved in it: recused"),
    "recognised": Text("认出了当事人，已回避", "Recognised the person: recused"),
    NEWER: Text("已回避，原因本版本还不认识", "Recused for a reason this version does not know"),
}
LABELS: Mapping[str, Text] = {
    "unnamed": Text("本人不愿具名", "Does not wish to be named"),
    "annals": Text("经营大事迹", "Annals"),
    "certificate": Text("荣誉证书", "Certificate of honour"),
    "award": Text("贴心服务奖", "Caring Service Award"),
    "comrade": Text("{name} 同志：", "{name}"),
    "honoured": Text(
        "您的事迹“{title}”在 {year} 年度评选中荣获贴心服务奖，特发此证，以资鼓励。",
        "For the deed “{title}”, honoured with the Caring Service Award of {year}.",
    ),
    "office": Text("经营管理部", "Operations Management Office"),
    "verify": Text("扫码可在“经营大事迹”核验", "Scan it on the page Annals to verify it"),
    "copy": Text("事迹材料", "Text of the deed"),
    "awarded": Text("获奖", "Awarded"),
    "nominee": Text("提名", "Nominated"),
    "year": Text("{year} 年度", "{year}"),
    "lesson_mean": Text("借鉴", "Lesson"),
    "contribution_mean": Text("贡献", "Contribution"),
    "result": Text("评审结果", "outcome"),
    "place": Text("名次", "Place"),
    "person": Text("当事人", "Person"),
    "title": Text("题目", "Title"),
    "score": Text("得分", "Score"),
    "jurors": Text("评委", "Jurors"),
    "spread": Text("最低–最高", "Lowest–highest"),
    "outcome": Text("结果", "Outcome"),
    "notice": Text("公示到", "In notice until"),
    "minute": Text("会议记录：", "Minutes: "),
    "chair": Text("评委会主持 ", "Chair of the jury "),
    "day": Text("日期", "Date"),
}
REFUSALS: Mapping[str, Text] = {
    "no_round": Text("{year} 年没有评奖。", "There is no round in {year}."),
    "round_exists": Text("{year} 年的评奖已经开始。", "The round of {year} is open already."),
    "round_days": Text(
        "推荐截止不能早于今天，评审截止须在推荐截止之后。",
        "Nominations cannot end before today, and judging must end after them.",
    ),
    "nominations_over": Text("现在没有评奖在接受推荐。", "No round is open for nominations now."),
    "still_nominating": Text(
        "推荐到{day}为止，之后才能结束评审。", "Nominations are open until {day}; judging can be closed after that."
    ),
    "not_put_up": Text("请先在工作日记里同意推荐参评。", "First agree to the nomination in the diary."),
    "author_alone": Text(
        "困难和委屈只能由本人推荐。", "A difficulty or a grievance can be nominated only by its author."
    ),
    "nominated_already": Text("这篇已经推荐过这位员工。", "This person is already nominated for this entry."),
    "deed_ahead": Text("事迹的日期不能晚于今天。", "The day of the deed cannot be in the future."),
    "not_of_this_hall": Text(
        "本站只能推荐本厅当日的员工。", "A station can only nominate people who belonged to its hall on that day."
    ),
    "asked_already": Text("已经征求过本人意见。", "The person has been asked already."),
    "declined_already": Text("这一篇已经撤回。", "This entry has been withdrawn."),
    "hero_has_not_consented": Text(
        "本人尚未同意，不能进入评审。", "The person concerned has not agreed yet; it cannot go to the jury."
    ),
    "author_has_not_consented": Text(
        "作者尚未同意，不能进入评审。", "The author has not agreed yet; it cannot go to the jury."
    ),
    "nothing_changed": Text("内容没有改动。", "Nothing was changed."),
    "names_left": Text("文中还有可识别的字样：{names}", "The text still contains identifying words: {names}"),
    "not_read_yet": Text(
        "请通读一遍，并勾选“没有姓名、地点、日期”。", "Read it through, then tick “no name, place or date”."
    ),
    "juror_twice": Text("同一位评委写了两次。", "A juror is listed twice."),
    "jury_size": Text(
        "评委会应为 {least} 至 {most} 人（须为单数：{odd}）。",
        "A jury must have {least} to {most} members (odd number required: {odd}).",
    ),
    "not_a_juror": Text("您不是本次评委。", "You are not a juror of this round."),
    "jury_is_closed": Text("评审已经结束。", "Judging is over."),
    "jury_not_closed": Text("请先结束评审。", "Close judging first."),
    "chair_not_in_jury": Text("{number} 不是评委，不能主持。", "{number} is not a juror and cannot chair."),
    "minute_needed": Text(
        "宽严校正后获奖者不同，请写明评委会维持结果的理由。",
        "Adjusted for severity others would win: state why the jury keeps its result.",
    ),
    "recused_same_hall": Text(
        "您与当事人同厅，已自动回避。", "You work in the same hall as the person: recused automatically."
    ),
    "recused_concerned": Text("您与这件事有关，已自动回避。", "You are involved in this: recused automatically."),
    "recused_recognised": Text(
        "您认出了当事人，这一篇已回避。", "You recognised the person: you are recused from this one."
    ),
    "mark_out_of_range": Text("满分 {most} 分，须为整数。", "Marks must be whole numbers from 0 to {most}."),
    "text_changed": Text(
        "内容改过（第{version}版），请重新打分。", "The text changed (version {version}); score it again."
    ),
    "too_few_jurors": Text(
        "有效评委不足 {least} 位，不能排序。", "Fewer than {least} valid jurors; it cannot be ranked."
    ),
    "round_order": Text(
        "现在是“{state}”，不能到“{to}”。", "The round is in the state “{state}” and cannot go to “{to}”."
    ),
    "no_awards_in_notice": Text("现在没有公示中的评奖。", "No awards are in notice now."),
    "in_notice_until": Text(
        "公示到{day}为止，之后才能入册。", "The notice runs until {day}; entering the annals is possible after that."
    ),
    "objections_open": Text("还有 {count} 件异议没有答复。", "{count} objections are not answered yet."),
    "objection_answered": Text("这件异议已经答复。", "This objection is answered already."),
}


def state(code: str) -> str:
    """The state of a round."""
    return named(STATES, code)


def step(code: str) -> str:
    """The step of an entry."""
    return named(STEPS, code)


def criterion(code: str) -> str:
    """One of the three criteria."""
    return named(CRITERIA, code)


def source(code: str) -> str:
    """Where a deed comes from."""
    return named(SOURCES, code)


def recused(code: str) -> str:
    """Why a juror does not score."""
    return named(RECUSED, code)


def label(code: str) -> str:
    """A text of the certificate, the copy and the annals."""
    return named(LABELS, code)
