"""What an app may do with the column."""

from shared.practice.column.actions.activities import feedback, plan_activity, set_attendance
from shared.practice.column.actions.drafting import Draft, draft
from shared.practice.column.actions.issues import add_story, open_issue, plan, publish, reissue, retract
from shared.practice.column.actions.own import adopt, answer, read_text, release_sentence, withhold_sentence
from shared.practice.column.actions.picturing import add_picture
from shared.practice.column.actions.proposing import nominate, propose, propose_bulletin, send_in
from shared.practice.column.actions.stories import approve, ask, ask_reading, set_aside
from shared.practice.column.actions.withdrawing import withdraw_declined

__all__ = [
    "Draft",
    "add_picture",
    "add_story",
    "adopt",
    "answer",
    "approve",
    "ask",
    "ask_reading",
    "draft",
    "feedback",
    "nominate",
    "open_issue",
    "plan",
    "plan_activity",
    "propose",
    "propose_bulletin",
    "publish",
    "read_text",
    "reissue",
    "release_sentence",
    "retract",
    "send_in",
    "set_aside",
    "set_attendance",
    "withdraw_declined",
    "withhold_sentence",
]
