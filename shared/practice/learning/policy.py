"""The policy of training and contests.

The rules: resources/handbook/practices.en.md §10.
"""

from typing import Annotated, ClassVar

from shared.domain.money import rate
from shared.domain.policy import Range, Relation, Section, Value
from shared.domain.text import Text
from shared.domain.units import DAYS, MINUTES, PEOPLE, SHARE


class Learning(Section):
    """培训与竞赛."""

    key: ClassVar = "learning"
    title: ClassVar = Text("培训与竞赛", "Training and contests")
    relations: ClassVar = (
        Relation(
            ("theory", "practice", "speed"),
            lambda contest: sum(map(rate, (contest.theory, contest.practice, contest.speed))) == 1,
            Text("竞赛三轮的比例之和须为 1。", "The shares of a contest's three rounds must add up to 1."),
        ),
    )

    pass_share: Annotated[
        float,
        Value(
            Text("合格线", "Pass mark"),
            Text("答对的比例达到多少为合格", "Share of correct answers needed to pass"),
            Range(0.01, 1, SHARE),
        ),
    ] = 0.8
    late_minutes: Annotated[
        int,
        Value(
            Text("迟到", "Late"),
            Text("开始后超过多久签到算迟到", "Signing in later than this after the start counts as late"),
            Range(0, 240, MINUTES),
        ),
    ] = 10
    newcomer_days: Annotated[
        int,
        Value(
            Text("新人期限", "Newcomers"),
            Text("到岗后多少天内完成应学课程", "Days after taking up a post in which to complete the required courses"),
            Range(0, 366, DAYS),
        ),
    ] = 30
    soon_days: Annotated[
        int,
        Value(
            Text("到期提醒", "Expiry reminder"),
            Text("证书到期前多少天提醒", "Days before a certificate expires when a reminder is shown"),
            Range(0, 366, DAYS),
        ),
    ] = 30
    theory: Annotated[
        float,
        Value(Text("竞赛：理论", "Contest: theory"), Text("理论成绩所占", "Weight of theory"), Range(0, 1, SHARE)),
    ] = 0.4
    practice: Annotated[
        float,
        Value(Text("竞赛：实操", "Contest: practice"), Text("实操成绩所占", "Weight of practice"), Range(0, 1, SHARE)),
    ] = 0.4
    speed: Annotated[
        float,
        Value(Text("竞赛：速度", "Contest: speed"), Text("速度成绩所占", "Weight of speed"), Range(0, 1, SHARE)),
    ] = 0.2
    trim: Annotated[
        float,
        Value(
            Text("去掉两端", "Trimmed"),
            Text("实操最高、最低两端各去掉的比例", "Share of the practice scores left out at each end"),
            Range(0, 0.49, SHARE),
        ),
    ] = 0.2
    judges_least: Annotated[
        int,
        Value(
            Text("有效评委至少", "Valid judges"),
            Text("实操至少由几位评委打分", "A practice score needs at least this many judges"),
            Range(1, 50, PEOPLE),
        ),
    ] = 3
