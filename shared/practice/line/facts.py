"""What can happen to a number of the line (排队号, DOMAIN.md §4). The subject is `number:<uuid>`, one for each slip.

Services are kept as codes, not as an enumeration: a hall that is a version behind must be able to read a new one.
"""

from shared.domain.fact import Fact

SERVICES: dict[str, str] = {
    "gas_payment": "燃气费收取",
    "consultation": "业务咨询",
    "appliance_sale": "燃气具销售",
    "settlement": "用户结算",
    "title_transfer": "过户更名",
    "insurance_sale": "保险销售",
    "hose_handout": "免费胶管发放",
    "ic_card_new": "IC卡开卡",
    "ic_card_replace": "IC卡补卡",
}
"""The nine services of a hall: code and name, in the order of DOMAIN.md."""


class NumberTaken(Fact):
    """A customer took a number: the device's `letter`, its count of the day; `service` may be left open (`""`)."""

    letter: str
    serial: int
    service: str = ""


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
    """Called by a slip of the hand: the customer waits again, at the old place."""


class NumberReopened(Fact):
    """Finished by a slip of the hand: it is at `staff`'s window as before, and counts for nobody until it is done."""

    staff: str


class NumberServed(Fact):
    """Done, with the service actually given: workload for `staff`, and a token for one verified card."""

    staff: str
    window: str
    service: str
