"""个人绩效: pools of two posts, twelve months in notice and then closed by a second person; one appeal."""

from datetime import date
from functools import partial

from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import APPROVER, HALLS, PREPARER, YEAR, Company, seeded
from shared.practice.performance import actions, views
from shared.practice.performance.rules.import_lines import PoolLine

_POOLS = {"cashier": 240_000, "consultant": 62_000}  # fen a month, of a hall's four cashiers and its consultant
_DECEMBER = date(YEAR, 12, 25)  # so that it is closed with the year
_APPEAL_MONTH, _SIGNING_HALL = 6, "五爱大厅"
_NOTICE_DAYS = 3


def plan(company: Company, agenda: Agenda) -> None:
    """A month is published on the second working day after it, and closed on the first day after its notice."""
    for month in range(1, 13):
        name = f"{YEAR}-{month:02}"
        agenda.at(company.of_month(month)[1], "09:10", partial(_set_pools, company, name))
        shown = _DECEMBER if month == 12 else company.after(company.of_month(month)[-1], 2)
        closed = company.after(shown, _NOTICE_DAYS + 1)
        agenda.at(shown, "14:00", partial(_publish, company, name))
        if month == _APPEAL_MONTH:
            agenda.at(company.after(shown, 1), "13:20", partial(_appeal, company, name))
            agenda.at(company.after(shown, 2), "09:40", partial(_answer, company, name))
        agenda.at(closed, "15:00", partial(_close, company, name))
        for place, line in enumerate(company.staff_of(_SIGNING_HALL)):
            agenda.at(closed, f"15:{10 + place}", partial(_sign, company, name, line.number))


def _set_pools(company: Company, month: str, now: int) -> None:
    rng, heating = seeded(f"pools {month}"), month[5:] in ("01", "02", "11", "12")
    lines = [
        PoolLine(month, hall, post, amount + rng.randrange(0, 20_000, 100) + (15_000 if heating else 0))
        for hall in HALLS
        for post, amount in _POOLS.items()
    ]
    office = company.who(PREPARER, now)
    done(actions.set_pools(company.store, lines, f"{month} 绩效奖金池.csv", actor=office, now=now))


def _publish(company: Company, month: str, now: int) -> None:
    done(actions.publish(company.store, company.who(PREPARER, now), month, now=now))


def _appeal(company: Company, month: str, now: int) -> None:
    number = company.staff_of(_SIGNING_HALL)[0].number
    text = "本月有两天在外厅支援，请核对笔数。"
    done(actions.appeal(company.store, company.who(number, now), month, number, "workload", text, now=now))


def _answer(company: Company, month: str, now: int) -> None:
    office, reason = company.who(PREPARER, now), "已核对导入文件，外厅笔数已计入。"
    for each in views.appeals(company.store, month):
        done(actions.answer(company.store, office, month, each.appeal, False, reason, now=now))


def _close(company: Company, month: str, now: int) -> None:
    done(actions.close(company.store, company.who(APPROVER, now), month, now=now))


def _sign(company: Company, month: str, number: str, now: int) -> None:
    done(actions.sign(company.store, company.who(number, now), month, True, now=now))
