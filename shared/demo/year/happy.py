"""开心工作、快乐沟通 and the diary: pauses, greetings, requests for help, and what people write down of their days."""

from datetime import date
from functools import partial
from random import Random

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import HALLS, PREPARER, Company, seeded
from shared.domain.workdays import day_of
from shared.people import actions as people
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry, Outcome
from shared.practice.happiness import actions as happiness
from shared.practice.happiness.facts import Topic
from shared.practice.pauses import actions as pauses
from shared.practice.pauses.facts import Count, Reason, Source

_ENTRIES, _PAUSES, _GREETINGS, _HELP = 160, 36, 24, 8
_PAUSE_MS = 280_000
_WRITTEN = (
    (Entry.DIFFICULTY, "系统下午三点断了二十分钟，排队的人多，口干舌燥。"),
    (Entry.GRIEVANCE, "用户因缺材料发火，解释后离开，心里有点难受。"),
    (Entry.PRAISE, "同事帮我顶了十分钟窗口，谢谢她。"),
    (Entry.DEED, "帮用户找回了丢在座椅上的卡。"),
    (Entry.DISCOVERY, "好几位老人问同一件事，说明写得太小，建议换大字。"),
    (Entry.SUGGESTION, "建议把过户材料清单放在取号机旁边。"),
    (Entry.HANDOVER, "3号窗口打印机缺纸，已领一包放在抽屉里。"),
)
_ANSWERED = {Outcome.ADOPTED: "已照办，谢谢提醒。", Outcome.DECLINED: "本厅场地放不下，先不改。"}
_GREETED = ("生日快乐！", "谢谢各厅的支援！", "周末愉快，好好休息。")
_HEATING = "供暖季辛苦了，注意身体。"
_OF_THE_SEASON = {
    1: ("新的一年，大家都顺顺利利！", _HEATING),
    3: ("三八节快乐，姐妹们。",),
    9: ("中秋快乐！",),
    11: (_HEATING,),
    12: (_HEATING,),
}
_HELP_TEXT = {Topic.WORK: "想换到上午的班，家里老人需要照顾。", Topic.LIFE: "孩子住院，最近情绪不太好，想请几天假。"}


def plan(company: Company, agenda: Agenda) -> None:
    """Spread over the whole year."""
    rng, numbers = seeded("happy"), [line.number for line in company.window_staff]
    for day in rng.choices(company.days, k=_ENTRIES):
        entry, text = rng.choice(_WRITTEN)
        come = rng.choice((Outcome.ADOPTED, Outcome.ADOPTED, Outcome.DECLINED, None))
        agenda.at(day, "15:50", partial(_write, company, agenda, rng.choice(numbers), entry, text, come))
    for day in rng.sample(company.days, _PAUSES):
        who, other = (line.number for line in rng.sample(company.staff_of(rng.choice(list(HALLS)))[:-1], 2))
        agenda.at(day, "10:47", partial(_pause, company, agenda, who, other, rng.choice([None, *Reason])))
    for day in rng.sample(company.days, _GREETINGS):
        agenda.at(day, "12:05", partial(_greet, company, rng.choice(numbers), _greeting(day, rng)))
    for place, day in enumerate(rng.sample(company.days[:-10], _HELP)):
        topic = list(Topic)[place % 2]
        agenda.at(day, "12:20", partial(_ask, company, agenda, rng.choice(numbers), topic))


def _greeting(day: date, rng: Random) -> str:
    """One that fits the month."""
    return rng.choice((*_GREETED, *_OF_THE_SEASON.get(day.month, ())))


def _write(
    company: Company, agenda: Agenda, number: str, entry: Entry, text: str, come: Outcome | None, now: int
) -> None:
    """A discovery or suggestion is mostly answered the next day (采纳, 不采纳); some wait."""
    written = done(diary.write(company.store, company.who(number, now), entry, text, now=now))
    if come and entry in (Entry.DISCOVERY, Entry.SUGGESTION):
        supervisor = company.supervisor(company.people[number].hall)
        agenda.at(company.after(day_of(now), 1), "08:50", partial(_answer, company, supervisor, written, come))


def _answer(company: Company, supervisor: str, entry: str, come: Outcome, now: int) -> None:
    line = _ANSWERED[come]
    done(diary.answer(company.store, company.who(supervisor, now), entry, come, line, now=now))


def _pause(company: Company, agenda: Agenda, number: str, other: str, reason: Reason | None, now: int) -> None:
    """Both are at their windows, two customers wait."""
    store = company.store
    for each in (number, other):
        done(people.set_duty(store, company.who(each, now), each, True, company.people[each].window, now=now))
    count = Count(waiting=2, source=Source.ATTESTED, counted_at=now)
    pause = done(pauses.request(store, company.who(number, now), waiting=count, reason=reason, now=now)).pause
    agenda.moment(now + _PAUSE_MS, partial(_back, company, number, pause))


def _back(company: Company, number: str, pause: str, now: int) -> None:
    done(pauses.end(company.store, company.who(number, now), pause, _PAUSE_MS, now=now))


def _greet(company: Company, number: str, text: str, now: int) -> None:
    done(happiness.greet(company.store, company.who(number, now), text, now=now))


def _ask(company: Company, agenda: Agenda, number: str, topic: Topic, now: int) -> None:
    """Of the office, which helps within the hour."""
    asked = done(happiness.ask(company.store, company.who(number, now), topic, [PREPARER], _HELP_TEXT[topic], now=now))
    agenda.moment(now + 3_600_000, partial(_help, company, asked))


def _help(company: Company, asked: str, now: int) -> None:
    office, text = company.who(PREPARER, now), "已与分公司主管商量好，请放心。"
    done(happiness.follow_up(company.store, office, asked, text, done=True, now=now))
