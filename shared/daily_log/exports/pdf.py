"""The daily log on paper: its template filled in, the seal and the page number at the foot of every page."""

from pathlib import Path

from shared.daily_log.page import DailyLog
from shared.daily_log.sections import Section, figures, part_figures, sections, standing
from shared.daily_log.words import figure, label, moment_and_day, written
from shared.documents import templates
from shared.domain.text import full_day, weekday
from shared.practice.cards import words as cards_words
from shared.practice.diary import words as diary_words
from shared.qt import printing, theme
from shared.qt.page_pictures import Paper

_WIDTHS = {
    "breaches": (24, 24, 32, 20),
    "inquiries": (12, 8, 9, 9, 13.5, 13.5, 13.5, 13.5, 8),
    "flagged": (24, 20, 10, 10, 36),
    "diary": (12, 20, 14, 54),
    "lines": (11, 53, 20, 16),
    "late": (11, 53, 20, 16),
    "devices": (50, 50),
}


def as_pdf(log: DailyLog, file: Path) -> None:
    """Write the page to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    printing.pdf(as_html(log), file, title=_title(log), foot=foot(log))


def print_on(log: DailyLog, device: Paper) -> bool:
    """Print the page on a printer or a preview; False if it did not begin."""
    return printing.printed(as_html(log), device, foot=foot(log))


def as_html(log: DailyLog) -> str:
    """The page as HTML of the kind that Qt's text document lays out."""
    parts: dict[str, Section] = {section.name: section for section in sections(log)}
    more = [table.name for part in log.parts for table in part.tables]
    return templates.filled(
        "daily_log.html",
        log=log,
        title=label("title"),
        day=f"{full_day(log.day)} {weekday(log.day)}",
        boxes=_boxes(log),
        more_boxes=tuple((str(part.title), tuple(part_figures(part))) for part in log.parts if part.figures),
        parts=parts,
        tables=("breaches", "inquiries", "flagged", "diary", *more, "lines"),
        widths=_WIDTHS | {name: _even(parts[name]) for name in more},
        standing=standing(log),
        label=label,
        figure=figure,
        p_word=cards_words.p,
        at=lambda ms: written(moment_and_day(ms)),
        written=written,
        colour=theme.tokens()["colour"]["warm"],
    )


def _boxes(log: DailyLog) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """The figures beside the customers' cards: four boxes with their titles."""
    totals = log.totals
    staff = (figure("cards_staff"), sum(totals.cards.staff.values()))
    return (
        (label("card"), (staff, *figures("cards", totals.cards))),
        (diary_words.entry("pause"), tuple(figures("pauses", totals.pauses))),
        (label("tickets"), tuple(figures("inquiries", totals.inquiries))),
        (label("diary"), tuple((diary_words.entry(entry), count) for entry, count in totals.diary.items())),
    )


def _even(section: Section) -> tuple[int, ...]:
    """Equal column widths, in per cent."""
    return (100 // len(section.columns),) * len(section.columns)


def _title(log: DailyLog) -> str:
    return f"{label('title')} {log.hall_name} {full_day(log.day)}"


def foot(log: DailyLog) -> printing.Foot:
    """The whole seal and the journals' heads on every page, so that no page can be exchanged."""
    seal = standing(log)
    if log.signature:
        heads = " ".join(f"{head.station[:6]}-{head.n}:{head.link[:16]}" for head in log.signature.heads)
        seal = f"{label('seal')} {log.signature.seal}\n{heads}"

    def text(page: int, pages: int) -> str:
        return f"{_title(log)} · {label('page').format(page=page, pages=pages)}\n{seal}"

    return text
