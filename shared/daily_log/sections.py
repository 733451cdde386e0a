"""The page of a day in words: the same sections and rows for text, XLSX and PDF."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from shared.daily_log import words
from shared.daily_log.lines import LogLine
from shared.daily_log.page import (
    Breach,
    CardTotals,
    DailyLog,
    DeviceFreshness,
    DiaryLine,
    FlaggedCard,
    InquiryTotals,
    PauseTotals,
    Signature,
    TicketLine,
)
from shared.daily_log.words import Cell, figure, label, moment, moment_and_day, sentence, set_aside, written
from shared.declaration.practice import DayPart, LogTable
from shared.practice.cards import words as cards_words
from shared.practice.diary import words as diary_words
from shared.practice.inquiries import words as inquiries_words

Row = tuple[Cell, ...]


class Section(msgspec.Struct, frozen=True):
    """A table with its name: column headings and rows of words, numbers, days and moments."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def sections(log: DailyLog) -> tuple[Section, ...]:
    """All parts of the page, in its order; an empty part is there with no rows."""
    ticket_columns = "number topic owner handler target limit first_limit inform_by state"
    return (
        _section("overview", "item figure", overview(log)),
        _section("breaches", "breach who about since", map(_breach, log.breaches)),
        _section("inquiries", ticket_columns, map(_ticket, log.inquiries)),
        _section("flagged", "time who card giver flags", map(_flagged, log.flagged)),
        _section("diary", "time who entry text", map(_diary, log.diary)),
        *(_part(table) for part in log.parts for table in part.tables),
        _section("lines", "time what by place", (_line(line) for line in log.lines)),
        _section("late", "time what by place", (_line(line) for line in log.late)),
        _section("devices", "device last", map(_device, log.devices)),
        _section("signatures", "time who note seal heads check", map(_signature, log.signatures)),
    )


def overview(log: DailyLog) -> Iterator[Row]:
    """The rows of the overview: hall, day, completeness, signature, figures."""
    yield label("branch"), log.branch
    yield label("hall"), log.hall_name
    yield label("day"), log.day
    yield label("made_at"), moment_and_day(log.made_at)
    yield label("complete_to"), moment_and_day(log.complete_to)
    yield label("policy"), log.policy_version
    yield label("signatures"), standing(log)
    yield from _totals(log)


def _totals(log: DailyLog) -> Iterator[Row]:
    totals = log.totals
    yield from _by_p("cards_customers", totals.cards.customers)
    yield from _by_p("cards_staff", totals.cards.staff)
    yield from figures("cards", totals.cards)
    yield from figures("pauses", totals.pauses)
    yield from figures("inquiries", totals.inquiries)
    yield figure("served"), totals.served
    yield figure("rated"), totals.rated
    yield figure("not_rated"), totals.not_rated
    for part in log.parts:
        yield from part_figures(part)
    for entry, count in totals.diary.items():
        yield f"{figure('diary')} · {diary_words.entry(entry)}", count


def figures(part: str, totals: CardTotals | PauseTotals | InquiryTotals) -> Iterator[tuple[str, int]]:
    """The plain numbers among some totals, each with its name."""
    for name, value in msgspec.structs.asdict(totals).items():
        if isinstance(value, int):
            yield figure(f"{part}_{name}"), value


def part_figures(part: DayPart) -> Iterator[tuple[str, int]]:
    """The figures that a practice adds to the page."""
    for each in part.figures:
        yield str(each.name), each.value


def standing(log: DailyLog) -> str:
    """Signed by whom and when, or not yet."""
    if log.signature is None:
        return label("unsigned")
    return f"{log.signature.by} {written(moment_and_day(log.signature.at))}"


def device_name(device: DeviceFreshness) -> str:
    """本机, or the beginning of the station's id."""
    return label("here") if device.here else device.station[:6]


def _section(name: str, columns: str, rows: Iterable[Row]) -> Section:
    return Section(name, label(name), tuple(label(column) for column in columns.split()), tuple(rows))


def _part(table: LogTable) -> Section:
    return Section(table.name, str(table.title), tuple(map(str, table.columns)), table.rows)


def _by_p(name: str, counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    yield figure(name), sum(counts.values())
    for p, count in counts.items():
        yield f"{figure(name)} · {cards_words.p(p)}", count


def _breach(breach: Breach) -> Row:
    when = moment(breach.at) if breach.at is not None else breach.since or ""
    return words.breach(breach.code), breach.who, breach.what, when


def _ticket(ticket: TicketLine) -> Row:
    return (
        ticket.number,
        inquiries_words.topic(ticket.topic),
        ticket.owner,
        ticket.handler,
        ticket.target,
        ticket.limit,
        ticket.first_limit,
        ticket.inform_by,
        inquiries_words.light(ticket.light),
    )


def _flagged(card: FlaggedCard) -> Row:
    flags = "、".join(cards_words.flag(flag) for flag in card.flags)
    return moment_and_day(card.at), card.staff, cards_words.p(card.p), cards_words.giver(card.giver), flags


def _diary(entry: DiaryLine) -> Row:
    text = label("unseen") if entry.text is None else entry.text
    return moment(entry.at), entry.who, diary_words.entry(entry.entry), text


def _line(line: LogLine) -> Row:
    return moment(line.at), sentence(line.kind, line.details), line.actor, f"{line.station[:6]}-{line.n}"


def _device(device: DeviceFreshness) -> Row:
    return device_name(device), moment_and_day(device.last_at)


def _signature(signature: Signature) -> Row:
    heads = " ".join(f"{head.station[:6]}-{head.n}:{head.link[:16]}" for head in signature.heads)
    check = set_aside(signature.aside) if signature.aside else label("intact" if signature.intact else "touched")
    return moment_and_day(signature.at), signature.by, signature.note, signature.seal, heads, check
