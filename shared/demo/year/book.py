"""规范工作规则: two rulebooks, put before the staff, printed for every hall, read by everybody; two later changes."""

from datetime import date
from functools import partial

from msgspec.structs import replace

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import HALLS, PREPARER, YEAR, Company, seeded
from shared.demo.year.set_up import DAY as SET_UP
from shared.domain.actor import Actor
from shared.journal.store import Store
from shared.practice.assessment import actions as assessment
from shared.practice.assessment.checklist import shipped
from shared.practice.assessment.facts import Item
from shared.practice.rulebook import actions, views
from shared.practice.rulebook.facts import Body, Book, ChapterText, Standard

CHAPTERS = {
    "reception": ChapterText(
        1, "温情接待", "第1条 来有迎声，去有送声，双手递接。\n\n第2条 在岗保持微笑，耐心、细致、体谅。"
    ),
    "first-inquiry": ChapterText(
        2, "首问负责", "第3条 第一个接待的人为首问责任人，不得推诿。\n\n第4条 一般事项1—2个工作日答复。"
    ),
    "pause": ChapterText(
        3, "暂停服务5分钟", "第6条 排队用户在5名以下方可暂停。\n\n第7条 每人每天不超过两次，记入工作日记。"
    ),
    "business": ChapterText(
        4,
        "过户与补卡",
        "第8条 过户更名核对产权证明和身份证件。\n\n第9条 补卡后旧卡作废。",
        standard=Standard.BUSINESS,
    ),
    "checked": ChapterText(
        1,
        "检查与评分",
        "第1条 环境、服务两项每月明查暗访。\n\n第2条 扣分须写原因，本单位可以申诉。\n\n"
        "第3条 标识、卫生、座椅、公示、无障碍设施完好，公示内容及时更新。\n\n"
        "第4条 微笑、温情接待，耐心、细致、体谅；来有迎声，去有送声，双手递接。",
        Book.STANDARD,
    ),
}
_STANDS_ON = {Item.ENVIRONMENT: "standard/3", Item.SERVICE: "standard/4"}
_REVISED = ChapterText(2, "首问负责", CHAPTERS["first-inquiry"].text + "\n\n第5条 周期较长的，过程中及时告知用户。")
_CORRECTED = ChapterText(3, "暂停服务5分钟", CHAPTERS["pause"].text.replace("方可", "才可"), material=False)
_CHANGES = ((date(YEAR, 7, 1), "first-inquiry", _REVISED), (date(YEAR, 9, 1), "pause", _CORRECTED))
_COPIES, _SLOW = 6, 0.05


def plan(company: Company, agenda: Agenda) -> None:
    """Published on the first working day; whoever is slow has not read July's change; a correction needs no reading."""
    rng, first = seeded("book"), company.days[0]
    agenda.at(SET_UP, "10:30", partial(_draft, company))
    agenda.at(company.after(SET_UP, 1), "16:00", partial(_consult, company))
    for code, text in CHAPTERS.items():
        agenda.at(first, "08:40", partial(_publish, company, code, text))
    agenda.at(first, "08:45", lambda now: name_clauses(company.store, company.who(PREPARER, now), now))
    for hall in HALLS:
        agenda.at(company.after(first, rng.randrange(3, 9)), "11:00", partial(_receive, company, hall))
    for day, code, text in _CHANGES:
        agenda.at(day, "08:40", partial(_publish, company, code, text))
    for number in company.people:
        agenda.at(company.after(first, rng.randrange(1, 12)), "08:10", partial(_read, company, number))
        if rng.random() >= _SLOW:
            agenda.at(company.after(_CHANGES[0][0], rng.randrange(1, 12)), "08:10", partial(_read, company, number))


def _draft(company: Company, now: int) -> None:
    for code, text in CHAPTERS.items():
        done(actions.draft(company.store, company.who(PREPARER, now), code, text, now=now))


def _consult(company: Company, now: int) -> None:
    office, day, said = company.who(PREPARER, now), company.after(SET_UP, 1), "建议写明特殊情况的告知办法。"
    for code in CHAPTERS:
        done(actions.consult(company.store, office, code, day, Body.CONGRESS, said, "七月修订时采纳", now=now))


def _publish(company: Company, code: str, text: ChapterText, now: int) -> None:
    done(actions.publish(company.store, company.who(PREPARER, now), code, text, now=now))


def name_clauses(store: Store, office: Actor, now: int) -> None:
    """The checklist shipped, each line with the clause behind it: a deduction opens the rule."""
    lines = [replace(each, clause=_STANDS_ON.get(each.item, "")) for each in shipped().lines]
    done(assessment.publish_checklist(store, office, lines, now=now))


def _receive(company: Company, hall: str, now: int) -> None:
    supervisor = company.who(company.supervisor(hall), now)
    for book in (Book.RULES, Book.STANDARD):
        done(actions.receive(company.store, supervisor, book, _COPIES, now=now))


def _read(company: Company, number: str, now: int) -> None:
    who = company.who(number, now)
    for each in views.mine(company.store, number):
        if each.due:
            done(actions.read(company.store, who, each.chapter.code, each.chapter.version, now=now))
