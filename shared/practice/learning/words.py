"""Words for training and contests: categories, states, certificate, refusals."""

from collections.abc import Mapping

from shared.domain.text import NEWER, Text, named

CATEGORIES: Mapping[str, Text] = {
    "aim": Text("目标", "Aims"),
    "awareness": Text("意识", "Awareness"),
    "skill": Text("技能", "Skills"),
    "team": Text("团队", "Team"),
    NEWER: Text("本版本还不认识的类别", "a category this version does not know"),
}
ATTENDANCE: Mapping[str, Text] = {
    "expected": Text("未到", "Not yet here"),
    "present": Text("出席", "Present"),
    "late": Text("迟到", "Late"),
    "excused": Text("请假", "Excused"),
    "absent": Text("缺席", "Absent"),
    NEWER: Text("本版本还不认识的状态", "a state this version does not know"),
}
STATES: Mapping[str, Text] = {
    "due": Text("应学", "Due"),
    "done": Text("完成", "Done"),
    "overdue": Text("逾期", "Overdue"),
    "expired": Text("到期", "Expired"),
    "": Text("不需要", "Not required"),
}
SESSIONS: Mapping[str, Text] = {
    "planned": Text("已计划", "Planned"),
    "closed": Text("已结束", "Closed"),
    "cancelled": Text("已取消", "Cancelled"),
}
AUDIENCE: Mapping[str, Text] = {
    "cashier": Text("购气员", "Cashiers"),
    "consultant": Text("咨询员", "Consultants"),
    "supervisor": Text("站长(班长)", "Supervisors"),
    "office": Text("经营管理部", "Office"),
}
_AUDIENCE = {**AUDIENCE, NEWER: Text("本版本还不认识的岗位", "a post this version does not know")}
ROUNDS: Mapping[str, Text] = {
    "theory": Text("理论", "Theory"),
    "practice": Text("实操", "Practice"),
    "speed": Text("速度", "Speed"),
    "total": Text("总分", "Total"),
}
LABELS: Mapping[str, Text] = {
    "certificate": Text("培训合格证书", "Certificate"),
    "award": Text("培训合格", "Training passed"),
    "comrade": Text("{name} 同志：", "{name}"),
    "honoured": Text("您已完成“{title}”培训并考核合格，特发此证。", "Has completed the training “{title}” and passed."),
    "honoured_until": Text(
        "您已完成“{title}”培训并考核合格，特发此证。有效期至{until}。",
        "Has completed the training “{title}” and passed. Valid until {until}.",
    ),
    "verify": Text("扫码可在“培训”核验", "Scan it on the page Training to verify it"),
    "office": Text("经营管理部", "Operations Management Office"),
    "sheet": Text("培训签到表", "Sign-in sheet"),
    "course": Text("课程", "Course"),
    "time": Text("时间", "Time"),
    "place": Text("地点", "Place"),
    "trainer": Text("培训师", "Trainer"),
    "number": Text("工号", "Number"),
    "name": Text("姓名", "Name"),
    "hall": Text("大厅", "Hall"),
    "post": Text("岗位", "Post"),
    "state": Text("状态", "State"),
    "expected": Text("应到 {count} 人", "{count} expected"),
    "signature": Text("签字", "Signature"),
    "marked": Text("培训师补记", "marked by the trainer"),
    "matrix": Text("培训一览", "Training overview"),
}
REFUSALS: Mapping[str, Text] = {
    "learning_code": Text(
        "“{value}”不能作编号：用小写字母、数字和短横，最多 40 个。",
        "“{value}” cannot be a code: use lower-case letters, digits and dashes, at most 40.",
    ),
    "course_audience": Text("请选择应学的岗位。", "Choose the posts that must take it."),
    "course_empty": Text("课程至少要有签到或考试。", "A course needs a session or a quiz."),
    "course_unknown": Text("没有这门课程。", "There is no such course."),
    "title_needed": Text("请写题目。", "Please enter a title."),
    "bank_too_small": Text(
        "题库只有 {there} 道题，不够 {shown} 道。", "The bank has {there} questions, {shown} are needed."
    ),
    "question_incomplete": Text(
        "第“{question}”题：题目和至少两个选项都要写。", "Question “{question}”: give a text and at least two choices."
    ),
    "choices_too_many": Text("第“{question}”题最多 {most} 个选项。", "Question “{question}”: at most {most} choices."),
    "choices_alike": Text("第“{question}”题有两个选项相同。", "Question “{question}” has two identical choices."),
    "right_choice": Text(
        "第“{question}”题的正确选项不对：单选一个，多选至少一个。",
        "Question “{question}”: exactly one correct choice, or at least one if several may be chosen.",
    ),
    "question_voided": Text("该题已停用。", "This question is no longer used."),
    "question_unknown": Text("题库里没有这道题。", "The bank has no such question."),
    "session_day": Text("培训日不能早于今天。", "A session cannot be planned before today."),
    "session_start": Text("“{value}”不是时间，请写成 09:00。", "“{value}” is not a time: write it as 09:00."),
    "session_nobody": Text("没有应到人员。", "Nobody is expected."),
    "session_closed": Text("本场已结束。", "This session is over."),
    "session_cancelled": Text("本场已取消。", "This session was cancelled."),
    "session_not_today": Text(
        "本场在{day}，当天才能签到。", "This session is on {day}; you can sign in only on that day."
    ),
    "session_not_yet": Text("本场还没有开始，不能结束。", "This session has not begun and cannot be closed."),
    "not_on_list": Text("您不在此课程名单。", "You are not on the list of this course."),
    "not_concerned": Text("{number} 不在此课程名单。", "{number} is not on the list of this course."),
    "not_the_trainer": Text(
        "只有本场培训师或经营管理部可以办理。", "Only the session's trainer or the office may do this."
    ),
    "signed_already": Text("您已签到。", "You have already signed in."),
    "no_quiz": Text("这里没有考试。", "There is no quiz here."),
    "attempt_over": Text("这份试卷已交卷。", "This paper has already been handed in."),
    "attempt_elsewhere": Text(
        "这份试卷在另一台电脑上，只能在那里交卷。", "This paper is on another PC and can be handed in only there."
    ),
    "contest_once": Text(
        "竞赛只能作答一次，您已交卷。", "A contest can be answered only once, and you have handed in."
    ),
    "contest_closed": Text("竞赛已结束。", "This contest is over."),
    "contest_not_yet": Text("竞赛在{day}，还没有开始。", "This contest is on {day} and has not begun yet."),
    "contest_rounds": Text("竞赛至少要有一轮。", "A contest needs at least one round."),
    "not_a_judge": Text("您不是本次竞赛的评委。", "You are not a judge of this contest."),
    "judge_takes_part": Text("{number} 是参赛人，不能作评委。", "{number} takes part and cannot be a judge."),
    "judges_too_few": Text("实操至少需要 {least} 位评委。", "Practice needs at least {least} judges."),
    "points_of_hundred": Text("满分 100 分，须为整数。", "Points must be whole numbers from 0 to 100."),
    "time_positive": Text("用时须大于 0。", "The time must be more than 0."),
    "too_few_judges": Text(
        "有效评委不足 {least} 位，不能排序：{staff}", "Fewer than {least} valid judges, cannot be ranked: {staff}"
    ),
    "nobody_took_part": Text("还没有人参赛。", "Nobody has taken part yet."),
}


def category(code: str) -> str:
    return named(CATEGORIES, code)


def attendance(code: str) -> str:
    return named(ATTENDANCE, code)


def state(code: str) -> str:
    """A person's state in a course; "" where it is not for them."""
    return named(STATES, code)


def session(code: str) -> str:
    return named(SESSIONS, code)


def audience_code(code: str) -> str:
    """One post or role."""
    return named(_AUDIENCE, code)


def round_(code: str) -> str:
    """A round of a contest, or its total."""
    return named(ROUNDS, code)


def label(name: str) -> str:
    """A text of the prints."""
    return named(LABELS, name)
