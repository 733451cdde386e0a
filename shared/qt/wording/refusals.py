"""The refusals of all practices in one table: code → Chinese source."""

from collections.abc import Mapping

from shared.qt.wording import cards, daily_log, diary, happiness, inquiries, line, pauses, people, queue, rulebook

REFUSALS: Mapping[str, object] = (
    people.REFUSALS
    | cards.REFUSALS
    | pauses.REFUSALS
    | inquiries.REFUSALS
    | line.REFUSALS
    | diary.REFUSALS
    | daily_log.REFUSALS
    | happiness.REFUSALS
    | rulebook.REFUSALS
    | queue.REFUSALS
)
