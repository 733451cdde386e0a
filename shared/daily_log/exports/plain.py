"""The daily log as JSON for programs and as text for terminals."""

from collections.abc import Iterator

import msgspec

from shared.daily_log.page import DailyLog
from shared.daily_log.sections import Section, sections
from shared.daily_log.words import label, short


def as_json(log: DailyLog) -> bytes:
    """Every field of the page, in codes; moments in epoch ms, days as ISO dates."""
    return msgspec.json.format(msgspec.json.encode(log), indent=2)


def as_text(log: DailyLog) -> str:
    """The page in words, section by section."""
    head = f"{label('title')}  {log.hall_name}  {log.day.isoformat()}"
    parts = [head, *(line for section in sections(log) for line in _section(section))]
    return "\n".join(parts) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"== {section.title} =="
    for row in section.rows:
        yield "  ".join(short(value).replace("\n", " ") for value in row if value != "")
    if not section.rows:
        yield label("nothing")
