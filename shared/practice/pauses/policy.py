"""The policy of the five-minute pause; times in seconds from its start."""

from typing import Annotated, ClassVar

from shared.domain.policy import Range, Relation, Section, Value
from shared.domain.text import Text
from shared.domain.units import DAYS, PEOPLE, SECONDS, TIMES, WINDOWS

_FIVE_MINUTES = Text("论文：“可暂停服务5分钟进行情绪调整”", "The paper: service may be paused for five minutes")
_BELOW_FIVE = Text("论文：“窗口排队用户在5名以下”", "The paper: fewer than five customers in the window's line")
_TWICE = Text("论文：“每人每天不超过两次”", "The paper: no more than twice a day for each person")
_BUSINESS = Text("论文：“要求不影响用户正常业务”", "The paper: customers' business must not be affected")


class PausesPolicy(Section):
    """When a pause is granted, how long it is, who is told when."""

    key: ClassVar = "pauses"
    title: ClassVar = Text("暂停服务5分钟", "Five-minute pause")
    relations: ClassVar = (
        Relation(
            ("seconds", "remind_at"),
            lambda pauses: pauses.remind_at <= pauses.seconds,
            Text("提醒时刻不能晚于结束。", "The reminder must not be after the end."),
        ),
        Relation(
            ("seconds", "grace_seconds", "tell_supervisor_at"),
            lambda pauses: pauses.seconds + pauses.grace_seconds <= pauses.tell_supervisor_at,
            Text(
                "提示站长不能早于结束加宽限。", "The supervisor must not be told before the end plus the grace period."
            ),
        ),
    )

    seconds: Annotated[
        int,
        Value(
            Text("每次时长", "Length"),
            Text("一次暂停的时长", "How long one pause is"),
            Range(60, 3600, SECONDS),
            _FIVE_MINUTES,
        ),
    ] = 300
    per_day: Annotated[
        int,
        Value(
            Text("每人每天", "Per person and day"),
            Text("每人每天最多暂停几次", "How often one person may pause in a day"),
            Range(0, 20, TIMES),
            _TWICE,
        ),
    ] = 2
    waiting_limit: Annotated[
        int,
        Value(
            Text("等候人数须在以下", "Waiting: fewer than"),
            Text("等候用户少于这个数才能暂停", "A pause is granted while fewer customers wait"),
            Range(0, 500, PEOPLE),
            _BELOW_FIVE,
        ),
    ] = 5
    limit_inclusive: Annotated[
        bool,
        Value(
            Text("等于该人数时也可以", "Limit included"),
            Text("“5名以下”是否含5名", "Whether a pause is allowed at exactly the limit"),
            source=_BELOW_FIVE,
        ),
    ] = False
    other_windows_open: Annotated[
        int,
        Value(
            Text("另须开放的同业务窗口", "Other windows open"),
            Text("至少还有这么多窗口办理同样业务", "At least this many other windows must serve the same business"),
            Range(0, 100, WINDOWS),
            _BUSINESS,
        ),
    ] = 1
    at_once_per_hall: Annotated[
        int,
        Value(
            Text("同一大厅同时暂停", "At once in a hall"),
            Text("同一大厅最多几人同时暂停", "How many may pause at the same time in one hall"),
            Range(1, 100, PEOPLE),
            _BUSINESS,
        ),
    ] = 1
    counts_from_seconds: Annotated[
        int,
        Value(
            Text("计次的最短时长", "Shortest counted pause"),
            Text("更短的暂停不计次数：多半是误按", "A shorter pause does not count: it was probably a mistake"),
            Range(0, 60, SECONDS),
        ),
    ] = 10
    count_fresh_seconds: Annotated[
        int,
        Value(
            Text("等候人数有效", "Count valid for"),
            Text("更早的等候人数不算，要本人填报", "An older count is not used; the person is asked for it"),
            Range(1, 3600, SECONDS),
        ),
    ] = 30
    remind_at: Annotated[
        int,
        Value(
            Text("提醒时刻", "Reminder"),
            Text("开始多久后提醒本人快到时间", "When the person is reminded that the end is near, from the start"),
            Range(0, 3600, SECONDS),
        ),
    ] = 270
    grace_seconds: Annotated[
        int,
        Value(Text("宽限", "Grace"), Text("到时后的宽限", "Time allowed after the end"), Range(0, 600, SECONDS)),
    ] = 30
    tell_supervisor_at: Annotated[
        int,
        Value(
            Text("提示站长时刻", "Supervisor told at"),
            Text(
                "开始多久后提示站长，记为超时", "When the supervisor is told and it counts as overrun, from the start"
            ),
            Range(60, 7200, SECONDS),
        ),
    ] = 360
    offer_help_after: Annotated[
        int,
        Value(
            Text("暂停几次后提示快乐驿站", "Offer help after"),
            Text("这么多次暂停后，悄悄提示快乐驿站", "After this many pauses the happy station is offered discreetly"),
            Range(1, 100, TIMES),
        ),
    ] = 3
    offer_help_days: Annotated[
        int,
        Value(
            Text("在几天之内", "Within"),
            Text("在这么多天内数暂停次数", "The days in which these pauses are counted"),
            Range(1, 366, DAYS),
        ),
    ] = 7
