"""The sections of the policy that belong to no practice: opening hours, and the screens' own times."""

from datetime import time
from typing import Annotated, ClassVar

from shared.domain.policy import Range, Relation, Section, Value
from shared.domain.text import Text
from shared.domain.units import MINUTES, SECONDS, TIMES


class Hours(Section):
    """Opening hours of a hall, local time."""

    key: ClassVar = "hours"
    title: ClassVar = Text("营业时间", "Opening hours")
    relations: ClassVar = (
        Relation(
            ("open", "close"),
            lambda hours: hours.open < hours.close,
            Text("开门要早于关门。", "The hall must open before it closes."),
        ),
    )

    open: Annotated[
        time,
        Value(Text("开门", "Opening"), Text("大厅开始营业的时刻", "When the hall opens")),
    ] = time(8, 30)
    close: Annotated[
        time,
        Value(
            Text("关门", "Closing"),
            Text(
                "营业结束；之后受理的首问工单从下一个工作日起算",
                "When it closes; a first inquiry received later counts from the next working day",
            ),
        ),
    ] = time(16, 30)


class KioskTimes(Section):
    """The lobby screen's own times."""

    key: ClassVar = "kiosk"
    title: ClassVar = Text("自助屏", "Kiosk")

    idle_seconds: Annotated[
        int,
        Value(
            Text("无人操作", "Untouched"),
            Text(
                "多久没人触摸就开始倒计时返回首页",
                "After this time without a touch the countdown to the first page begins",
            ),
            Range(5, 600, SECONDS),
        ),
    ] = 30
    countdown_seconds: Annotated[
        int,
        Value(
            Text("返回倒计时", "Countdown to first page"),
            Text("倒计时多久后返回首页", "How long the countdown to the first page lasts"),
            Range(3, 120, SECONDS),
        ),
    ] = 20
    thanks_seconds: Annotated[
        int,
        Value(
            Text("感谢页", "Thank-you page"),
            Text("感谢页停留多久", "How long the thank-you page is shown"),
            Range(2, 60, SECONDS),
        ),
    ] = 10
    senior_factor: Annotated[
        int,
        Value(
            Text("大字模式时间倍数", "Waiting times in large print"),
            Text("大字模式下各种等待延长几倍", "By how much waiting times are multiplied in large print"),
            Range(1, 10, TIMES),
        ),
    ] = 2
    burst_rest_seconds: Annotated[
        int,
        Value(
            Text("连点后休息", "Pause after a burst"),
            Text(
                "短时间内送卡过多后，赠卡页休息多久", "How long giving cards is paused after too many in a short time"
            ),
            Range(0, 3600, SECONDS),
        ),
    ] = 60
    debounce_seconds: Annotated[
        float,
        Value(
            Text("防抖", "Repeated touches"),
            Text("同一按钮的第二下在此时间内不算", "A second touch of the same button within this time is ignored"),
            Range(0, 5, SECONDS),
        ),
    ] = 0.5
    margin_minutes: Annotated[
        int,
        Value(
            Text("开门前、关门后仍可用", "Before opening, after closing"),
            Text(
                "营业时间前后大厅里仍可能有用户的时间",
                "How long before and after opening hours customers may be in the hall",
            ),
            Range(0, 240, MINUTES),
        ),
    ] = 30


class CounterTimes(Section):
    """The staff screen's own times."""

    key: ClassVar = "counter"
    title: ClassVar = Text("窗口电脑", "Counter")

    lock_after_seconds: Annotated[
        int,
        Value(
            Text("无人操作锁屏", "Lock when unused"),
            Text("多久没人操作就锁屏", "The screen locks after this time without use"),
            Range(30, 7200, SECONDS),
        ),
    ] = 300
    lock_after_seconds_in_bar: Annotated[
        int,
        Value(
            Text("收成小条时无人操作锁屏", "Lock as a small bar"),
            Text(
                "只显示小条时人在别的程序里工作，锁屏时间另定",
                "As a small bar it has a time of its own, as the person works in another program",
            ),
            Range(30, 28800, SECONDS),
        ),
    ] = 1800
    undo_seconds: Annotated[
        int,
        Value(
            Text("可撤回", "Undo"),
            Text("误操作后多久内可以撤回", "How long a step taken by mistake can be undone"),
            Range(0, 600, SECONDS),
        ),
    ] = 10
