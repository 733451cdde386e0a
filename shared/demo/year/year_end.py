"""年度考核: the sales come in, the board is in notice from 23 December, and is closed on the last day."""

from datetime import date
from functools import partial

from shared.daily_log.signed_days import signed_days
from shared.demo.acting import done
from shared.demo.agenda import Agenda
from shared.demo.year.company import APPROVER, PREPARER, YEAR, Company
from shared.practice.assessment import actions

_COMPLETED = {"和平分公司": "101.8%", "沈河分公司": "98.6%", "铁西分公司": "104.2%", "皇姑分公司": "96.9%"}
_SOURCE = "2014年销量完成情况，计划部"


def plan(company: Company, agenda: Agenda) -> None:
    """Prepared by one person of the office, approved by another."""
    agenda.at(date(YEAR, 12, 22), "10:00", partial(_sales, company))
    agenda.at(date(YEAR, 12, 23), "10:00", partial(_publish, company))
    agenda.at(date(YEAR, 12, 31), "16:00", partial(_close, company))


def _sales(company: Company, now: int) -> None:
    store, office = company.store, company.who(PREPARER, now)
    for branch, completion in _COMPLETED.items():
        done(actions.set_sales(store, office, YEAR, branch, completion, _SOURCE, now=now))


def _publish(company: Company, now: int) -> None:
    store = company.store
    done(actions.publish_year(store, company.who(PREPARER, now), YEAR, signed_days(store, YEAR), now=now))


def _close(company: Company, now: int) -> None:
    store = company.store
    done(actions.close_year(store, company.who(APPROVER, now), YEAR, signed_days(store, YEAR), now=now))
