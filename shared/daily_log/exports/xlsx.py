"""The daily log as a workbook: a sheet for each section with rows."""

from shared.daily_log.page import DailyLog
from shared.daily_log.sections import sections
from shared.daily_log.words import label
from shared.documents.workbook import Sheet, workbook
from shared.domain.text import full_day


def as_xlsx(log: DailyLog) -> bytes:
    """The workbook's bytes."""
    head = f"{label('title')} {log.hall_name} {full_day(log.day)}"
    return workbook(
        Sheet(section.title, f"{head} · {section.title}", section.columns, section.rows)
        for section in sections(log)
        if section.rows
    )
