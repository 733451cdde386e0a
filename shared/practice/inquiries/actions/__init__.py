"""What an app may do with tickets. Each act decides and records in one IMMEDIATE transaction; None means done."""

from shared.practice.inquiries.actions.opening import Opened, open_at_kiosk, open_inquiry, take_back, withdraw
from shared.practice.inquiries.actions.privacy import Customer, confirm_time, erase_due, open_personal
from shared.practice.inquiries.actions.recounting import recount, recount_late
from shared.practice.inquiries.actions.steps import (
    ask_special,
    call_back,
    close,
    consent,
    correct,
    decline,
    extend,
    inform,
    merge,
    reopen,
    settle_clash,
    stand_in,
    transfer,
)

__all__ = [
    "Customer",
    "Opened",
    "ask_special",
    "call_back",
    "close",
    "confirm_time",
    "consent",
    "correct",
    "decline",
    "erase_due",
    "extend",
    "inform",
    "merge",
    "open_at_kiosk",
    "open_inquiry",
    "open_personal",
    "recount",
    "recount_late",
    "reopen",
    "settle_clash",
    "stand_in",
    "take_back",
    "transfer",
    "withdraw",
]
