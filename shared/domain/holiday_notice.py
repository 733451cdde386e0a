"""The State Council's yearly notice of holidays (国务院办公厅关于…年部分节假日安排的通知), read as it is worded. Pure.

    一、名称：日期[至日期]放假[调休][，共N天]。日期、日期上班。
    日期: [2026年][5月]9日[（周六）]; also 补休, 放假1天; sentences with 鼓励 are skipped.

Whatever contradicts itself or the calendar is named with its sentence; nothing is guessed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from shared.domain.refusal import Refusal
from shared.domain.spelling import tidy
from shared.domain.text import Text
from shared.domain.workdays import Calendar, Year

HOLIDAYS = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
"""Each has its day off by law (全国年节及纪念日放假办法)."""
REFUSALS: Mapping[str, Text] = {
    "notice_no_year": Text(
        "通知里没有年份，请把标题也粘贴进来。", "The notice does not name a year: please paste its title as well."
    ),
    "notice_empty": Text("没有找到“一、元旦：…”这样的条目。", "No numbered list of holidays was found in it."),
    "notice_year": Text(
        "“{sentence}”写的是 {its_year} 年，通知是 {year} 年的。",
        "“{sentence}” says {its_year}, but the notice is of {year}.",
    ),
    "notice_other_year": Text(
        "这份通知是 {its_year} 年的，不是 {year} 年的。", "This notice is of {its_year}, not of {year}."
    ),
    "notice_no_day": Text("“{sentence}”：{value} 不是日期。", "“{sentence}”: {value} is not a date."),
    "notice_weekday": Text(
        "“{sentence}”：{day}，通知写的是{said}。", "“{sentence}”: {day}, but the notice says {said}."
    ),
    "notice_count": Text(
        "“{sentence}”：写共{said}天，实际是 {days} 天。", "“{sentence}”: it says {said} days, but there are {days}."
    ),
    "notice_worked": Text("“{sentence}”：{day}本来就上班。", "“{sentence}”: {day} is a working day anyway."),
    "notice_reversed": Text("“{sentence}”：{first}在{last}之后。", "“{sentence}”: {first} is after {last}."),
    "notice_both": Text("“{sentence}”：{day}已在放假。", "“{sentence}”: {day} is already a day off."),
    "notice_missing": Text("没有找到{name}。", "{name} was not found."),
    "notice_fixed": Text("{name}没有放{day}的假。", "{name}: {day} is not a day off."),
    "notice_far": Text("“{sentence}”：{day}离假期太远。", "“{sentence}”: {day} is too far from the holiday."),
    "notice_unread": Text("看不懂“{sentence}”。", "“{sentence}” cannot be understood."),
}
_ITEM = re.compile(r"(?:(?<=[。.;])|^)\s*[一二三四五六七八九十]{1,3}、", re.MULTILINE)
_TITLE_YEAR = re.compile(r"(\d{4})年(?:部分)?(?:节假日|元旦|放假)")
_DATE = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?"
_SPAN = re.compile(rf"{_DATE}(?:[至到\-—~]{_DATE})?")
_COUNT = re.compile(r"(?:共|放假|放假调休)(\d{1,2})天")
_WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
_DAYS = "一二三四五六日"
_SATURDAY = 5
_APPEALS, _ASIDES = ("鼓励", "节假日期间"), ("与周末连休", "不调休")
_SIGNED = re.compile(r"(?:国务院办公厅)?\d{4}年\d{1,2}月\d{1,2}日")
_WRAPPED = re.compile(r"(?<![。;\n])(?<!天)(?<!上班|补休|连休)\n+(?![一二三四五六七八九十]{1,3}、)")
"""A line broken within a sentence, as a PDF or a mail breaks it."""
_FIXED = {"元旦": (1, 1), "劳动节": (5, 1), "国庆节": (10, 1)}
_NEAR = timedelta(days=31)  # a day worked instead is so near its holiday
_DIGIT = re.compile(r"\d")
_WORDS = re.compile("放假|上班|补休")
_LONGEST = 40  # days off in a row; more is a mistyped month


@dataclass
class HolidayNotice:
    """What a notice says: each day off with its holiday's name, the days worked instead, and everything wrong in it."""

    year: int
    off: dict[date, str] = field(default_factory=dict)
    worked: set[date] = field(default_factory=set)
    faults: list[Refusal] = field(default_factory=list)

    def years(self, calendar: Calendar) -> dict[int, Year]:
        """The years it sets: its own whole; of another (a New Year that begins in December) only days are added."""
        found = {}
        for year in {self.year, *(day.year for day in (*self.off, *self.worked))}:
            known = calendar.years.get(year) if year != self.year else None
            off, worked = (set(known.holidays), set(known.makeup)) if known else (set(), set())
            off |= {day for day in self.off if day.year == year}
            worked |= {day for day in self.worked if day.year == year}
            if year == self.year or known:
                found[year] = Year(tuple(sorted(off)), tuple(sorted(worked - off)))
        return found


class _Contradiction(Exception):
    """A sentence that contradicts itself or the calendar."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, details)


def read(text: str, year: int | None = None) -> HolidayNotice | Refusal:
    """The notice; refused where it cannot be told of which year it is (`year`: the one expected), or it is none."""
    plain = _WRAPPED.sub("", "\n".join(tidy(line).replace(" ", "") for line in text.splitlines()))
    titled = _TITLE_YEAR.search(plain)
    of = int(titled[1]) if titled else year
    if of is None:
        return Refusal("notice_no_year")
    if year is not None and of != year:
        return Refusal("notice_other_year", {"its_year": of, "year": year})
    _, *items = _ITEM.split(plain)
    if not items:
        return Refusal("notice_empty")
    notice = HolidayNotice(of)
    for item in items:
        _read_item(notice, item)
    titles = "".join(item.partition(":")[0] for item in items)
    notice.faults += [Refusal("notice_missing", {"name": name}) for name in HOLIDAYS if name not in titles]
    notice.faults += [
        Refusal("notice_fixed", {"name": name, "day": day})
        for name, (month, number) in _FIXED.items()
        if name in titles and (day := date(of, month, number)) not in notice.off
    ]
    return notice


def _read_item(notice: HolidayNotice, item: str) -> None:
    name, _, rest = item.partition(":")
    before = len(notice.off), len(notice.faults)
    for sentence in filter(_speaks_of_days, re.split(r"[。;\n]", rest)):
        try:
            _read_clauses(notice, name, sentence)
        except _Contradiction as wrong:
            notice.faults.append(Refusal(wrong.refusal.code, {"sentence": sentence, **wrong.refusal.details}))
    if before == (len(notice.off), len(notice.faults)):
        notice.faults.append(Refusal("notice_unread", {"sentence": item.splitlines()[0]}))


def _speaks_of_days(sentence: str) -> bool:
    """False for the appeal to take leave, and for what follows the list: duty of care, the office's name, its date."""
    if sentence.startswith(_APPEALS) or _SIGNED.fullmatch(sentence):
        return False
    return bool(_SPAN.search(sentence) or _WORDS.search(sentence))


def _read_clauses(notice: HolidayNotice, name: str, sentence: str) -> None:
    days: list[date] = []
    for clause in sentence.split(","):
        if clause in _ASIDES:
            continue
        spans = list(_SPAN.finditer(clause))
        if _DIGIT.search(_COUNT.sub("", _SPAN.sub("", clause))):  # a date half typed would be passed over
            raise _Contradiction("notice_unread")
        if spans:
            days = [day for span in spans for day in _span(span, notice.year)]
            _take(notice, name, clause, days)
        if counted := _COUNT.search(clause):
            if int(counted[1]) != len(days):
                raise _Contradiction("notice_count", said=counted[1], days=len(days))
        elif not spans:
            raise _Contradiction("notice_unread")


def _take(notice: HolidayNotice, name: str, clause: str, days: list[date]) -> None:
    if "上班" in clause:
        for day in days:
            if day in notice.off:
                raise _Contradiction("notice_both", day=day)
            if day.weekday() < _SATURDAY:
                raise _Contradiction("notice_worked", day=day)
            if all(abs(day - other) > _NEAR for other, of in notice.off.items() if of == name):
                raise _Contradiction("notice_far", day=day)
        notice.worked |= set(days)
    elif "放假" in clause or "补休" in clause:
        notice.off |= dict.fromkeys(days, name)
    else:
        raise _Contradiction("notice_unread")


def _span(found: re.Match[str], year: int) -> Iterator[date]:
    """The days of 2月15日（周日）至23日（周一）, or the one day; the second date takes over year and month."""
    first = _date(found[1], found[2], found[3], found[4], year)
    if found[7] is None:
        yield first
        return
    last = _date(found[5] or str(first.year), found[6] or str(first.month), found[7], found[8], year)
    if last < first:
        raise _Contradiction("notice_reversed", first=first, last=last)
    if (last - first).days > _LONGEST:
        raise _Contradiction("notice_reversed", first=last, last=first)
    yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


def _date(its_year: str | None, month: str | None, day: str, inside: str | None, year: int) -> date:
    of = int(its_year or year)
    if month is None:
        raise _Contradiction("notice_unread")
    if of not in (year, year - 1) or (of == year - 1 and month != "12"):
        raise _Contradiction("notice_year", its_year=of, year=year)
    try:
        found = date(of, int(month), int(day))
    except ValueError:
        raise _Contradiction("notice_no_day", value=f"{month}月{day}日") from None
    said = _WEEKDAY.search(inside or "")
    if said and _DAYS.index(said[1].replace("天", "日")) != found.weekday():
        raise _Contradiction("notice_weekday", day=found, said=said[0])
    return found
