"""《购气窗口管理制度》: its chapters, read by everybody in the first weeks; one of them revised in July."""

from datetime import date
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import PREPARER, YEAR, Company, chance
from shared.practice.rulebook import actions, views
from shared.practice.rulebook.facts import Text

CHAPTERS = {
    "reception": Text(1, "温情接待", "第1条 来有迎声，去有送声，双手递接。\n\n第2条 在岗期间面向用户保持微笑。"),
    "first-inquiry": Text(2, "首问负责", "第1条 第一个接待或接听的人为首问责任人。\n\n第2条 一般事项1—2个工作日答复。"),
    "pause": Text(3, "暂停服务5分钟", "第1条 排队用户在5名以下。\n\n第2条 每人每天不超过两次，记入工作日记。"),
    "safety": Text(4, "用气安全提示", "第1条 购气时提醒用户检查胶管和灶具。"),
}
_REVISED = Text(2, "首问负责", CHAPTERS["first-inquiry"].text + "\n\n第3条 周期较长的，过程中及时告知用户。")
_SLOW = 0.05


def plan(company: Company, agenda: Agenda) -> None:
    """Published on the first working days; whoever is slow reads the revision late or never."""
    luck, first = chance("book"), company.days[0]
    for code, text in CHAPTERS.items():
        agenda.at(first, "08:40", partial(_publish, company, code, text))
    agenda.at(date(YEAR, 7, 1), "08:40", partial(_publish, company, "first-inquiry", _REVISED))
    for number in company.people:
        agenda.at(company.after(first, luck.randrange(1, 12)), "08:10", partial(_read, company, number))
        if luck.random() >= _SLOW:
            agenda.at(company.after(date(YEAR, 7, 1), luck.randrange(1, 12)), "08:10", partial(_read, company, number))


def _publish(company: Company, code: str, text: Text, now: int) -> None:
    done(actions.publish(company.store, company.who(PREPARER, now), code, text, now=now))


def _read(company: Company, number: str, now: int) -> None:
    who = company.who(number, now)
    for each in views.mine(company.store, number):
        if each.due:
            done(actions.read(company.store, who, each.chapter.code, each.chapter.version, now=now))
