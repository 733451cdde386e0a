"""年末: the hall that is shown, as it stands on 31 December, so that no page of it is empty.

None of it counts in the year, which is closed by then.
"""

from datetime import date
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.award import JURORS
from shared.demo.year.company import PREPARER, YEAR, Company
from shared.demo.year.visits import INSPECTORS
from shared.domain.workdays import day_of
from shared.people import actions as people
from shared.practice.assessment import actions as assessment
from shared.practice.cards import actions as cards
from shared.practice.cards.facts import P
from shared.practice.caring import actions as caring
from shared.practice.caring.actions import Opening
from shared.practice.column import actions as column
from shared.practice.column.facts import Section
from shared.practice.complaints import actions as complaints
from shared.practice.complaints.actions import Opinion
from shared.practice.complaints.facts import About, Verdict
from shared.practice.diary import actions as diary
from shared.practice.diary.facts import Entry, Outcome
from shared.practice.happiness import actions as happiness
from shared.practice.happiness.facts import Topic
from shared.practice.inquiries import actions as inquiries
from shared.practice.inquiries.facts import Topic as Asked
from shared.practice.line import actions as line
from shared.practice.rulebook import actions as rulebook
from shared.practice.rulebook.facts import ChapterText

HALL = "五爱大厅"
NEXT = YEAR + 1
_BEFORE, _EVE, _LAST = date(YEAR, 12, 29), date(YEAR, 12, 30), date(YEAR, 12, 31)
ME, SUPERVISOR = "1061", "2006"
_COLLEAGUE, _THIRD = "1062", "1064"
_CARDS = (
    *((_BEFORE, ME, _COLLEAGUE), (_BEFORE, _COLLEAGUE, ME), (_EVE, _COLLEAGUE, ME)),
    *((_EVE, _THIRD, SUPERVISOR), (_LAST, SUPERVISOR, _THIRD), (_LAST, ME, _COLLEAGUE)),
)
"""The last of them waits for review: two who give to each other again and again."""
_TAKEN = ("gas_payment", "consultation", "gas_payment", "", "title_transfer", "gas_payment")
_OPENING = Opening(JURORS, date(NEXT, 1, 30), date(NEXT, 2, 13), places=5, minimum=18)
_DEEDS = ("{name}发现老人听不清，把金额写在纸上给他看。", "{name}中午没吃饭，陪走错厅的用户打完电话。")
_SAFETY = ChapterText(5, "用气安全提示", "第20条 购气时提醒用户检查胶管和灶具。")
_OPINION = Opinion(Verdict.PARTLY, About.PERSON, "当时人多，解释不够耐心。", ME)


def plan(company: Company, agenda: Agenda) -> None:
    """The office's part from the 29th on, the hall's on the last day."""
    for day, clock, do in (
        (date(YEAR, 12, 24), "10:20", _ask_and_forget),
        (_BEFORE, "09:20", _open_round),
        (_BEFORE, "09:40", _draft),
        (_BEFORE, "11:25", partial(_complain, agenda)),
        (_BEFORE, "15:50", partial(_have_ideas, agenda)),
        (_EVE, "16:10", _nominate),
        (_LAST, "10:05", _tell_story),
        (_LAST, "10:30", _ask),
        (_LAST, "12:05", _greet),
        (_LAST, "12:20", _want_help),
        (_LAST, "14:40", _draw),
        (_LAST, "15:20", _write),
        (_LAST, "15:45", partial(_open_windows, agenda)),
    ):
        agenda.at(day, clock, partial(do, company))
    for place, (day, giver, receiver) in enumerate(_CARDS):
        agenda.at(day, f"14:{20 + place}", partial(_give, company, giver, receiver, list(P)[place % len(P)]))


def _ask_and_forget(company: Company, now: int) -> None:
    text = "地址变更后燃气账单一直寄到旧地址。"
    who = company.who(_THIRD, now)
    done(inquiries.open_inquiry(company.store, who, text=text, name="吴女士", phone="13900000001", now=now))


def _open_round(company: Company, now: int) -> None:
    done(caring.open_round(company.store, company.who(PREPARER, now), NEXT, _OPENING, now=now))


def _draft(company: Company, now: int) -> None:
    done(rulebook.draft(company.store, company.who(PREPARER, now), "safety", _SAFETY, now=now))


def _complain(agenda: Agenda, company: Company, now: int) -> None:
    """About somebody who has not answered yet."""
    store, text = company.store, "问材料两次说法不一样。"
    who = company.who(_COLLEAGUE, now)
    ticket = done(inquiries.open_inquiry(store, who, text=text, topic=Asked.COMPLAINT, now=now)).id
    agenda.at(_EVE, "14:30", partial(_close, company, ticket))
    agenda.at(_LAST, "09:20", partial(_propose, company, ticket))


def _close(company: Company, ticket: str, now: int) -> None:
    done(inquiries.close(company.store, company.who(_COLLEAGUE, now), ticket, "已向用户致歉并说明。", now=now))


def _propose(company: Company, ticket: str, now: int) -> None:
    done(complaints.propose(company.store, company.who(SUPERVISOR, now), ticket, _OPINION, now=now))


def _have_ideas(agenda: Agenda, company: Company, now: int) -> None:
    """One is adopted, which its author reads; one is passed on to the office."""
    for number, entry, text, outcome, said in (
        (ME, Entry.DISCOVERY, "老人找不到填单台，建议地上贴箭头。", Outcome.ADOPTED, "箭头已经贴好，谢谢。"),
        (_THIRD, Entry.SUGGESTION, "建议各厅统一过户材料清单。", Outcome.PASSED_ON, "已转经营管理部。"),
    ):
        written = done(diary.write(company.store, company.who(number, now), entry, text, now=now))
        agenda.at(_EVE, "08:50", partial(_answer, company, written, outcome, said))


def _answer(company: Company, entry: str, outcome: Outcome, said: str, now: int) -> None:
    done(diary.answer(company.store, company.who(SUPERVISOR, now), entry, outcome, said, now=now))


def _nominate(company: Company, now: int) -> None:
    """The next year's first two: one is asked for consent; the other has agreed and is to be read without names."""
    store, supervisor, office = company.store, company.who(SUPERVISOR, now), company.who(PREPARER, now)
    for number, story in zip((ME, _COLLEAGUE), _DEEDS, strict=True):
        text = story.format(name=company.people[number].name)
        entry = done(caring.nominate_station(store, supervisor, number, day_of(now), text, now=now))
        done(caring.ask(store, office, NEXT, entry, now=now))
    done(caring.consent(store, company.who(_COLLEAGUE, now), entry, True, now=now))


def _tell_story(company: Company, now: int) -> None:
    """A story that whom it is about is asked for."""
    store, title = company.store, "雨天的伞"
    text = f"{company.people[ME].name}下雨天把伞借给用户，自己淋着回家。"
    supervisor, day = company.who(SUPERVISOR, now), _BEFORE
    story = done(column.nominate(store, supervisor, Section.DEED, ME, day, title, text, now=now))
    office = company.who(PREPARER, now)
    done(column.draft(store, office, story, column.Draft(Section.DEED, title, text), now=now))
    done(column.ask(store, office, story, now=now))


def _ask(company: Company, now: int) -> None:
    """A customer's question, and one for which more time is asked."""
    grounds = "需与抢修队约定现场勘查时间。"
    for number, text, special in (
        (ME, "燃气具保修期内换件，需要带发票吗？", ""),
        (_COLLEAGUE, "三十年的老表要更换。", grounds),
    ):
        who = company.who(number, now)
        opened = inquiries.open_inquiry(
            company.store, who, text=text, name="钱女士", phone="13900000002", special_grounds=special, now=now
        )
        done(opened)


def _greet(company: Company, now: int) -> None:
    for number, text, to in ((_COLLEAGUE, "新的一年，大家都顺顺利利！", ""), (_THIRD, "辛苦一年了，新年快乐！", ME)):
        done(happiness.greet(company.store, company.who(number, now), text, to, now=now))


def _want_help(company: Company, now: int) -> None:
    who, text = company.who(ME, now), "想学习过户业务，能不能安排跟班？"
    done(happiness.ask(company.store, who, Topic.WORK, [SUPERVISOR], text, now=now))


def _draw(company: Company, now: int) -> None:
    month = f"{NEXT}-01"
    office = company.who(PREPARER, now)
    done(assessment.draw_plan(company.store, office, month, INSPECTORS, seed=f"{month}-demonstration", now=now))


def _write(company: Company, now: int) -> None:
    for number, entry, text in (
        (_COLLEAGUE, Entry.DISCOVERY, "好几位老人看不清叫号屏，建议把字调大。"),
        (ME, Entry.DIFFICULTY, "系统下午三点断了二十分钟，排队的人多。"),
        (SUPERVISOR, Entry.HANDOVER, "节后先补胶管，领料单在抽屉里。"),
    ):
        done(diary.write(company.store, company.who(number, now), entry, text, now=now))


def _give(company: Company, giver: str, receiver: str, p: P, now: int) -> None:
    done(cards.give(company.store, company.who(giver, now), receiver, p, sentence="今天多亏你帮忙。", now=now))


def _open_windows(agenda: Agenda, company: Company, now: int) -> None:
    """Everybody is at their window; one customer is called, one is put on hold, the others wait."""
    for each in company.staff_of(HALL):
        done(people.set_duty(company.store, company.who(each.number, now), each.number, True, each.window, now=now))
    for place, service in enumerate(_TAKEN):
        agenda.at(_LAST, f"15:{48 + 2 * place}", partial(_take, company, service))
    agenda.at(_LAST, "16:01", partial(_hold, company))
    agenda.at(_LAST, "16:02", partial(_call, company, ME))


def _take(company: Company, service: str, now: int) -> None:
    done(line.take(company.store, service, now=now))


def _call(company: Company, number: str, now: int) -> str:
    return done(line.call_next(company.store, company.who(number, now), now=now)).id


def _hold(company: Company, now: int) -> None:
    called = _call(company, _COLLEAGUE, now)
    done(line.hold(company.store, company.who(_COLLEAGUE, now), called, now=now))
