"""The fifteen first inquiries of the scripted day, of every kind; each line is one thing at one time at one window."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from shared.domain.actor import Actor
from shared.domain.clock import DAY_MS
from shared.domain.refusal import Refusal
from shared.practice.inquiries import actions, views
from shared.practice.inquiries.facts import Aspect, Channel, Satisfaction, Topic
from tests.day.hall import Hall
from tests.day.pc import actor
from tests.support.builders import MONDAY, at

Act = Callable[[Hall], None]
_FRIDAY = MONDAY + timedelta(days=4)


class Questions:
    """The tickets by the name the script gives them; every act is done at a window, whose PC then tells the hub."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def opens(self, name: str, window: int = 1, days_ago: int = 0, **more: object) -> Act:
        def act(hall: Hall) -> None:
            pc = hall.pcs[window - 1]
            more.setdefault("text", f"请问{name}")
            words = {"phone": "13800138000", "name": "王小明", **more}
            if days_ago:
                words["received_at"] = hall.now - days_ago * DAY_MS
            opened = actions.open_inquiry(pc.device.store, pc.actor, now=hall.now, **words)  # type: ignore[arg-type]
            assert not isinstance(opened, Refusal)
            self.ids[name] = opened.id
            pc.sync(hall.now)

        return act

    def kiosk(self, name: str) -> Act:
        def act(hall: Hall) -> None:
            opened = actions.open_at_kiosk(hall.pcs[0].device.store, topic=Topic.COMPLAINT, now=hall.now)
            assert not isinstance(opened, Refusal)
            self.ids[name] = opened.id

        return act

    def does(
        self,
        name: str,
        step: Callable[..., Refusal | None],
        *words: object,
        window: int = 1,
        chief: bool = False,
        **more: object,
    ) -> Act:
        """A step of the ticket `name`; words that name a ticket stand for it. `chief`: by the supervisor."""

        def act(hall: Hall) -> None:
            pc = hall.pcs[window - 1]
            by: Actor = actor("2001") if chief else pc.actor
            said = [self.ids.get(str(word), word) for word in words]
            pc.sync(hall.now)
            assert step(pc.device.store, by, self.ids[name], *said, now=hall.now, **more) is None, (name, step)
            pc.sync(hall.now)

        return act

    def looks_up(self, name: str, customer: str, window: int) -> Act:
        """Somebody opens the customer's data on purpose and finds what was put right."""

        def act(hall: Hall) -> None:
            pc = hall.pcs[window - 1]
            pc.sync(hall.now)
            found = actions.open_personal(pc.device.store, pc.actor, self.ids[name], now=hall.now)
            assert not isinstance(found, Refusal)
            assert found.name == customer
            pc.sync(hall.now)

        return act

    def settles(self, name: str) -> Act:
        """The supervisor compares what two windows set apart."""

        def act(hall: Hall) -> None:
            page = views.page(hall.pcs[0].device.store, self.ids[name], hall.now)
            assert page
            others = [clash.other.id for clash in page.clashes]
            assert [clash.aspect for clash in page.clashes] == [Aspect.PHONE]
            self.does(name, actions.settle_clash, others, chief=True)(hall)

        return act


def script() -> dict[int, Act]:
    """What is done at which minute of the ordinary Monday."""
    day = Questions()
    opens, does, looks_up = day.opens, day.does, day.looks_up
    extend = partial(actions.extend, limit=_FRIDAY, grounds="等厂家配件")
    acts = {
        "09:02": opens("停气时间", answer="明早八点恢复"),
        "09:06": opens("开户材料", window=2, answer="身份证和房证"),
        "09:12": opens("改管费用", window=3),
        "09:20": opens("历史欠费", window=2, special_grounds="要查十年前的档案"),
        "09:26": opens("表具走快", window=3, special_grounds="要送检"),
        "09:34": does("历史欠费", actions.consent, chief=True),
        "09:36": does("表具走快", actions.decline, "先现场比对", chief=True),
        "09:44": does("表具走快", actions.ask_special, "厂家只在外地检定", window=3),
        "09:50": opens("灶具配件"),
        "10:02": opens("过户手续", channel=Channel.PHONE),
        "10:06": does("过户手续", actions.transfer, "1002", "李娜熟悉过户"),
        "10:20": opens("发票补开", window=2),
        "10:24": does("发票补开", actions.inform, "正在与财务核对", Channel.MESSAGE, window=2),
        "10:30": does("发票补开", actions.correct, Aspect.NAME, "王小敏", window=2),
        "10:34": looks_up("发票补开", "王小敏", window=3),
        "10:40": opens("软管漏气", topic=Topic.HELP),
        "10:50": opens("软管又漏气", window=3, topic=Topic.HELP),
        "10:56": does("软管又漏气", actions.merge, "软管漏气", window=3),
        "11:10": day.kiosk("自助屏意见"),
        "11:36": does("过户手续", actions.close, "已办妥", window=2, satisfaction=Satisfaction.SATISFIED),
        "13:10": opens("卡读不出", window=3),  # without the line
        "13:14": does("改管费用", actions.correct, Aspect.PHONE, "13900139000", window=3),
        "13:18": does("改管费用", actions.correct, Aspect.PHONE, "13700137000", window=2),  # knows nothing of the other
        "13:32": does("卡读不出", actions.close, "换了新卡", window=3),
        "14:10": does("卡读不出", actions.call_back, Satisfaction.UNSATISFIED, window=3),
        "14:12": does("卡读不出", actions.reopen, "回家还是读不出", window=3),
        "14:16": day.settles("改管费用"),
        "14:20": opens("补贴政策", days_ago=2),  # on the Saturday, a working day: its target is today
        "14:24": does("补贴政策", actions.transfer, "1004"),
        "14:26": does("补贴政策", actions.stand_in, "1002", "刘洋今天休息"),
        "14:40": does("灶具配件", extend),
        "14:44": does("补贴政策", actions.stand_in, "", "刘洋在家接电话", window=2),
        "14:50": opens("上周的电话", window=2, channel=Channel.PHONE, days_ago=7),
        "15:10": does("改管费用", actions.close, "320元", window=3, satisfaction=Satisfaction.FAIR, called_back=True),
        "15:20": opens("营业时间", window=3, days_ago=7, answer="每天八点半到四点半"),  # late, if at once
    }
    return {at(clock): act for clock, act in acts.items()}
