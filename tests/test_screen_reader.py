"""What a screen reader is really told: the AT-SPI tree of both apps, read over its bus by another process."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from build_spec.screen import Screen, missing
from shared.device import demonstration
from shared.people import actions as people
from tests.support.builders import MORNING, PIN, staffed_store

REPOSITORY = Path(__file__).resolve().parent.parent
FIVE = ["礼貌", "耐心", "积极", "热情", "专业"]
Told = tuple[str, str]
"""A role, and the words."""
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or bool(missing()), reason=f"needs Linux with a virtual screen and its bus. {missing()}"
)


def out_of_order(told: Sequence[Told], wanted: Sequence[Told]) -> list[Told]:
    """Those of `wanted` that a reader does not come to, or only before the one named before."""
    left = iter([(role, words.partition("\n")[0]) for role, words in told])
    return [each for each in wanted if each not in left]


def hall(folder: Path) -> Path:
    """Ours at nine o'clock, for the programs too; the supervisor has a PIN."""
    store = staffed_store(folder)
    assert people.set_pin(store, "2001", PIN, now=MORNING) is None
    store.close()
    demonstration.mark(folder, demonstration.Demonstration(MORNING))
    return folder


def test_names_roles_and_order_of_the_card_path_and_of_the_day(tmp_path: Path) -> None:
    """Everything is pressed and filled as a reader does it, without pointer or key."""
    env = {"PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1", "WARM_WINDOW_DATA": str(hall(tmp_path / "data"))}
    start = (sys.executable, "-m")
    with ExitStack() as both:
        options = ("--windowed", "--size", "1080x1920", "--always-open", "--still", "--silent")
        kiosk = both.enter_context(Screen([*start, "kiosk", *options], env, "1080x1920"))
        counter = both.enter_context(Screen([*start, "counter"], env, "1366x768"))
        gives_a_card(kiosk)
        signs_in_and_reads_the_day(counter)


def gives_a_card(kiosk: Screen) -> None:
    opinion = ("push button", "我有意见 / 需要帮助，有人接、有人办、有答复")
    kiosk.read("和平大厅")
    first = [
        ("application", "kiosk"),
        ("label", "今天，谁温暖了您？"),
        ("push button", "送一张5P卡，礼貌 耐心 积极 热情 专业"),
        opinion,
        ("push button", "取号排队"),
        ("check box", "大字"),
        ("push button", "English"),
    ]
    assert out_of_order(kiosk.told(), first) == []
    kiosk.act("送一张5P卡")
    kiosk.read("您想感谢哪一位？")
    kiosk.act("王芳")
    kiosk.read("业务熟练")
    told = kiosk.told()
    cards = [words.partition("，")[0] for role, words in told if role == "push button" and "，" in words]
    assert cards[:5] == FIVE
    assert opinion in told
    kiosk.act("热情")
    kiosk.read("王芳 收到了您的“热情”卡")
    kiosk.act("大字")  # toggled by a reader, not clicked
    kiosk.read("标准字号")


def signs_in_and_reads_the_day(counter: Screen) -> None:
    counter.read("和平大厅")
    fields = [("text", "工号（或刷工牌）"), ("text", "密码"), ("push button", "登录"), ("push button", "改密码")]
    assert out_of_order(counter.told(), fields) == []
    counter.write("工号", "2001")
    counter.write("密码", PIN)
    counter.act("登录")
    counter.read("签字确认")
    day = [
        ("label", "陈静"),
        ("check box", "当日日志"),
        ("check box", "本机设置"),
        ("label", "当日日志"),
        ("push button", "签字确认"),
        *(
            ("label", f"{p} {count}")
            for p, count in zip(("礼貌", "耐心", "积极", "热情", "专业"), "00010", strict=True)
        ),
        ("page tab list", "全天记录"),
        ("table", "全天记录"),
        ("column header", "时间"),
        ("cell", "王芳(1001)上岗"),
    ]
    told = [(role, "全天记录" if words.startswith("全天记录") else words) for role, words in counter.told()]
    assert out_of_order(told, day) == []
    counter.act("待复核5P卡")
    counter.read("不计入")
    counter.press("ctrl+1")  # here is no window manager that would have made the window active
    counter.read("签字确认")
