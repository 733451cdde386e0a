"""The office's board of a round: the round, its jurors, its outcome with spread, and what the fairness checks say."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

import msgspec

from shared.domain import blinding
from shared.domain.actor import Actor
from shared.domain.blinding import Blinded, Replaced
from shared.domain.money import decimal
from shared.domain.text import Text
from shared.journal.store import Store
from shared.people.history import History
from shared.practice.caring import views
from shared.practice.caring.rules import fairness
from shared.practice.caring.rules.fairness import WinnersChanged
from shared.practice.caring.rules.jury import Tally
from shared.practice.caring.views import Entry, Objection, Round
from shared.practice.diary.views import DiaryEntry, candidates

__all__ = ["Blinded", "Replaced"]

_CRITERIA = 3
_CHECKS: Mapping[str, Text] = {
    "differ": Text(
        "两位评委对同一篇平均相差 {points} 分（满分 {most}）。",
        "Two jurors differ by {points} of {most} on average.",
    ),
    "severity_same": Text(
        "按宽严校正后重算，获奖者不变。", "Adjusted for the jurors' severity, the winners stay the same."
    ),
    "severity_other": Text(
        "按宽严校正后重算，获奖者不同：{gained} 替换 {lost}，评定时须写明理由。",
        "Adjusted for the jurors' severity, others would win: {gained} instead of {lost}; the decision must state why.",
    ),
    "without_same": Text("去掉任何一位评委，获奖者都不变。", "Without any single juror the winners stay the same."),
    "without_other": Text(
        "去掉评委 {jurors} 中的任何一位，获奖者会变。", "Without any one of {jurors} the winners would change."
    ),
    "unranked": Text(
        "有效评委不足 {least} 位，不能排序，请补请评委：{entries}",
        "Fewer than {least} valid jurors, cannot be ranked; appoint another juror: {entries}",
    ),
    "late": Text("结束评审后又收到评分，结果不变。", "Scores arrived after judging was closed; the outcome stays."),
}


class OutcomeLine(msgspec.Struct, frozen=True):
    """One entry of the outcome; `low` and `high`: the spread of its points, None where its scores are not here."""

    place: int
    tally: Tally
    title: str
    low: int | None
    high: int | None
    awarded: bool

    @property
    def spread(self) -> str:
        """18–27."""
        return f"{self.low}–{self.high}" if self.low is not None else ""


class JurorProgress(msgspec.Struct, frozen=True):
    """How many entries a juror scored, may not score, and has still to score."""

    number: str
    scored: int
    recused: int
    left: int


class Board(msgspec.Struct, frozen=True):
    """A round with all that the office's page shows; `candidates`: diary entries offered and not nominated yet."""

    year: int
    years: tuple[int, ...]
    round: Round | None
    lines: tuple[OutcomeLine, ...]
    jurors: tuple[JurorProgress, ...]
    checks: tuple[str, ...]
    objections: tuple[Objection, ...]
    candidates: tuple[DiaryEntry, ...]


def board(store: Store, reader: Actor, year: int, today: date) -> Board:
    """The board of a year; 0 for that of today's. `reader`: of the office."""
    years = views.rounds_held(store)
    wanted = year or next(iter(years), today.year)
    found = views.award_round(store, wanted, today)
    if found is None:
        return Board(wanted, years, None, (), (), (), (), candidates(store, reader, wanted))
    nominated = {each.diary for each in found.entries}
    free = tuple(each for each in candidates(store, reader, wanted) if each.id not in nominated)
    checks = tuple(_checks(found, _names(store, found)))
    return Board(
        wanted, years, found, lines(found), _juror_progress(found), checks, views.objections(store, wanted), free
    )


def lines(found: Round) -> tuple[OutcomeLine, ...]:
    """The outcome, best first."""
    titles = {each.entry: each.title for each in found.entries}
    ranked = (*found.result.awarded, *found.result.nominated)
    order = sorted(ranked, key=lambda each: (each not in found.result.awarded, [-value for value in each.order]))
    return tuple(_line(found, place, each, titles.get(each.entry, "")) for place, each in enumerate(order, start=1))


def _line(found: Round, place: int, each: Tally, title: str) -> OutcomeLine:
    known = any(score.entry == each.entry for score in found.scores)
    low, high = fairness.spread(found.scores, each.entry) if known else (None, None)
    return OutcomeLine(place, each, title, low, high, each in found.result.awarded)


def _juror_progress(found: Round) -> tuple[JurorProgress, ...]:
    def seat(number: str) -> JurorProgress:
        scored = sum(score.juror == number for score in found.scores)
        recused = sum(juror == number for _, juror in found.recused)
        return JurorProgress(number, scored, recused, len(found.ready) - scored - recused)

    return tuple(map(seat, found.jurors))


def _names(store: Store, found: Round) -> Callable[[str], str]:
    """A function that gives an entry's title or a juror's name for its id."""
    history, titles = History(store), {each.entry: each.title for each in found.entries}

    def called(key: str) -> str:
        span = history.on(key, found.opened.nominate_until)
        return titles.get(key) or (span.name if span else key)

    return called


def _checks(found: Round, called: Callable[[str], str]) -> list[str]:
    """What a jury should know before it decides, as sentences."""
    said = []
    if found.late:
        said.append(str(_CHECKS["late"]))
    if found.result.unranked:
        names = "、".join(map(called, found.result.unranked))
        said.append(_CHECKS["unranked"].format(least=found.settings.jurors_least, entries=names))
    differ = fairness.disagreement(found.scores)
    if differ is not None:
        most = _CRITERIA * found.settings.criterion_most
        said.append(_CHECKS["differ"].format(points=_short(differ), most=most))
    if found.result.awarded:
        said.append(_severity(fairness.severity_check(found.heroes, found.scores, found.settings), called))
        said.append(_without(fairness.without_each(found.heroes, found.scores, found.settings), called))
    return said


def _short(value: Fraction) -> str:
    return decimal(value, 1)


def _severity(changed: WinnersChanged, called: Callable[[str], str]) -> str:
    if not changed:
        return str(_CHECKS["severity_same"])
    gained, lost = ("、".join(map(called, each)) or "—" for each in (changed.gained, changed.lost))
    return _CHECKS["severity_other"].format(gained=gained, lost=lost)


def _without(changes: Mapping[str, WinnersChanged], called: Callable[[str], str]) -> str:
    jurors = [juror for juror, changed in changes.items() if changed]
    if not jurors:
        return str(_CHECKS["without_same"])
    return _CHECKS["without_other"].format(jurors="、".join(map(called, jurors)))


def to_do(store: Store, today: date) -> int:
    """How much the office has to do: heroes to ask, objections to answer."""
    found = next(filter(None, (views.award_round(store, year, today) for year in views.rounds_held(store)[:1])), None)
    if found is None or found.state is views.State.FINAL:
        return 0
    waiting = sum(each.step is views.Step.NOMINATED for each in found.entries) if not found.closed else 0
    return waiting + sum(not each.answered for each in views.objections(store, found.year))


def to_prepare(store: Store, today: date) -> tuple[Round | None, tuple[Entry, ...]]:
    """The round whose jury is open, and its entries that need or have a text for the jury, those without one first."""
    for year in views.rounds_held(store):
        found = views.award_round(store, year, today)
        if found is not None and not found.closed and found.state in (views.State.NOMINATING, views.State.JUDGING):
            steps = (views.Step.AGREED, views.Step.JUDGED)
            due = (each for each in found.entries if each.step in steps)
            return found, tuple(sorted(due, key=lambda each: steps.index(each.step)))
    return None, ()


def blinded(store: Store, found: Round, entry: Entry, today: date) -> Blinded:
    """An entry's text without the names and places that could tell whom it is about."""
    return blinding.blind(entry.text, views.known_strings(store, entry, today), found.settings.titles)
