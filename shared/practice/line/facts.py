"""What can happen to a number of the queue (排队号). The subject is `number:<uuid>`, one for each slip.

The rules: resources/handbook/practices.en.md §4.

Services are kept as codes, not as an enumeration: a hall that is a version behind must be able to read a new one.
"""

from collections.abc import Mapping

from shared.domain.fact import Fact, WholeFact
from shared.domain.text import Text

SERVICES: Mapping[str, Text] = {
    "gas_payment": Text("燃气费收取", "Gas fees"),
    "consultation": Text("业务咨询", "Advice"),
    "appliance_sale": Text("燃气具销售", "Gas appliances"),
    "settlement": Text("用户结算", "Settlement"),
    "title_transfer": Text("过户更名", "Change of holder"),
    "insurance_sale": Text("保险销售", "Insurance"),
    "hose_handout": Text("免费胶管发放", "Free gas hose"),
    "ic_card_new": Text("IC卡开卡", "New IC card"),
    "ic_card_replace": Text("IC卡补卡", "IC card replacement"),
}
"""The nine services of a hall: code and name, in the order of the printed rules."""
_NEWER_SERVICE = Text("本版本还不认识的业务", "a service this version does not know")
PRIORITIES: Mapping[str, Text] = {
    "elderly": Text("老年人", "Elderly"),
    "soldier": Text("军人", "Soldier"),
    "pregnant": Text("孕妇", "Pregnant"),
    "infant": Text("带婴幼儿", "With an infant"),
    "disabled": Text("残障人士", "Disabled"),
}
"""Who may be called before the others (优先): code and name. Which of them a hall takes first is the policy's."""


def service_name(code: str) -> Text:
    """The name of a service in both languages; of one of a newer version, that it is one."""
    return SERVICES.get(code, _NEWER_SERVICE)


class NumberTaken(Fact):
    """A customer took a number: the device's `letter`, its count of the day; `service` may be left open (`""`)."""

    letter: str
    serial: int
    service: str = ""


class NumberPrioritized(Fact):
    """The number goes before the others: `priority` is why, by this version of the policy.

    Somebody at the counter decided so, or the customer chose it while taking the number at the kiosk.
    """

    priority: str
    policy: int = 0


class WindowServicesChosen(WholeFact):
    """The services called to a window from now on; none: all. The subject is `window:<hall>:<window>`."""

    window: str
    services: tuple[str, ...] = ()


class NumberCalled(Fact):
    """A window calls the number: for the first time, or back from a hold or a no-show."""

    staff: str
    window: str


class NumberCalledAgain(Fact):
    """The same window calls once more."""


class NumberMissed(Fact):
    """Nobody came (过号)."""


class NumberHeld(Fact):
    """The customer steps aside, to fill in a form or to fetch something; the window is free."""


class NumberReturned(Fact):
    """Called by mistake: the customer waits again, at the old place."""


class NumberGivenBack(Fact):
    """取错了: the customer gave it back at the kiosk, before anybody called it; nobody waits with it any more."""


class NumberReopened(Fact):
    """Finished by mistake: it is at `staff`'s window as before, and counts for nobody until it is done."""

    staff: str


class NumberServed(Fact):
    """Done, with the service actually given: workload for `staff`, and a token for one verified card."""

    staff: str
    window: str
    service: str
