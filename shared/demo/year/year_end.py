"""年度考核: sales and contests come in, the board is in notice from 23 December, and is closed on the last day."""

from datetime import date
from functools import partial

from shared.daily_log.signed_days import signed_days
from shared.demo.year.agenda import Agenda
from shared.demo.year.company import APPROVER, HALLS, PREPARER, YEAR, Company, chance, done
from shared.practice.assessment import actions
from shared.practice.assessment.rules.lines import YearFigure

_SALES = {"和平分公司": "101.8%", "沈河分公司": "98.6%", "铁西分公司": "104.2%", "皇姑分公司": "96.9%"}
_SOURCE = "2014年销量完成情况，计划部"


def plan(company: Company, agenda: Agenda) -> None:
    """Prepared by one person of the office, approved by another."""
    agenda.at(date(YEAR, 12, 22), "10:00", partial(_figures, company))
    agenda.at(date(YEAR, 12, 23), "10:00", partial(_publish, company))
    agenda.at(date(YEAR, 12, 31), "16:00", partial(_close, company))


def _figures(company: Company, now: int) -> None:
    store, office, luck = company.store, company.who(PREPARER, now), chance("contests")
    for branch, completion in _SALES.items():
        done(actions.set_sales(store, office, YEAR, branch, completion, _SOURCE, now=now))
    results = [YearFigure(YEAR, hall, f"{luck.randrange(70, 98)}/100") for hall in HALLS]
    done(actions.import_contests(store, results, "2014年窗口竞赛成绩", actor=office, now=now))


def _publish(company: Company, now: int) -> None:
    store = company.store
    done(actions.publish_year(store, company.who(PREPARER, now), YEAR, signed_days(store, YEAR), now=now))


def _close(company: Company, now: int) -> None:
    store = company.store
    done(actions.close_year(store, company.who(APPROVER, now), YEAR, signed_days(store, YEAR), now=now))
