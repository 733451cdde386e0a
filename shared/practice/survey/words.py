"""Words for the survey: the three questions, the five answers, refusals."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

QUESTIONS: Mapping[str, Text] = {
    "valued": Text("公司重视我的工作和感受", "The company values my work and my feelings"),
    "fair": Text("评价、奖励和待遇是公平的", "Ratings, rewards and pay are fair"),
    "able": Text("我会干、能把服务做好", "I know my work and can provide good service"),
    NEWER: Text("本版本还不认识的问题", "a question this version does not know"),
}
SHORT: Mapping[str, Text] = {
    "valued": Text("重视", "Valued"),
    "fair": Text("公平", "Fair"),
    "able": Text("会干", "Able"),
    NEWER: Text("新问题", "newer"),
}
VALUES = (
    Text("很不同意", "Strongly disagree"),
    Text("不太同意", "Disagree"),
    Text("一般", "Neutral"),
    Text("比较同意", "Agree"),
    Text("很同意", "Strongly agree"),
)
FACES = ("☹", "◔", "◑", "◕", "☺")
HALF = Text("{year}年{half}", "{half} of {year}")
HALVES = {1: Text("上半年", "first half"), 2: Text("下半年", "second half")}
TOO_FEW = Text("少于 {least} 人，不显示", "Fewer than {least}: not shown")
REFUSALS: Mapping[str, Text] = {
    "survey_exists": Text("这半年已经有一次问卷。", "There is a survey for this half-year already."),
    "bad_survey_days": Text(
        "请从今天或以后开始，最长 {days} 天。", "It must begin today or later and last at most {days} days."
    ),
    "no_survey_open": Text("现在没有开放的问卷。", "No survey is open now."),
    "survey_still_open": Text("问卷还没有结束。", "The survey has not ended yet."),
    "survey_taken": Text("您已经填写过了，谢谢。", "You have answered already, thank you."),
    "answer_all_questions": Text("请回答全部三个问题。", "Please answer all three questions."),
    "survey_key_elsewhere": Text(
        "票箱只能在开启这次问卷的电脑上打开。", "The boxes can be opened only on the PC that opened this survey."
    ),
    "too_few_answers": Text("每组至少 {least} 份。", "Each group needs at least {least} answers."),
    "survey_hall_twice": Text(
        "一个大厅只能算在一组里，否则相减就能看出少数人的答案。",
        "A hall can count in only one group; otherwise the answers of a few could be found by subtraction.",
    ),
    "survey_day": Text("日期“{value}”看不懂。", "“{value}” are not dates."),
    "survey_hall": Text("没有“{hall}”这个大厅。", "There is no hall “{hall}”."),
    "survey_counts": Text("份数“{value}”应为不小于 0 的整数。", "“{value}” must be whole numbers from 0."),
    "survey_question": Text(
        "没有“{value}”这个问题：重视、公平、会干。", "There is no question “{value}”; known: valued, fair, able."
    ),
    "answers_do_not_add_up": Text(
        "每个问题的份数之和须等于总份数。", "The counts of each question must add up to the number of answers."
    ),
}


def question(code: str) -> str:
    """The whole question."""
    return named(QUESTIONS, code)


def short(code: str) -> str:
    """The question in a word."""
    return named(SHORT, code)


def half(year: int, number: int) -> str:
    """2026年上半年."""
    return HALF.format(year=year, half=str(HALVES[2 if number == 2 else 1]))
