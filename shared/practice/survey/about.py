"""Declares the survey. Who took part has no line in the daily log; what somebody answered is no fact at all."""

from shared.declaration.practice import OFFICE_ONLY, Kind, Practice
from shared.domain.text import Text
from shared.journal.store import Store
from shared.practice.survey import words
from shared.practice.survey.facts import (
    SurveyBoxSent,
    SurveyCounted,
    SurveyEntered,
    SurveyMoved,
    SurveyOpened,
    SurveyTaken,
)
from shared.practice.survey.policy import SurveyPolicy
from shared.practice.survey.tables import projection


def _daily(store: Store, *, now: int) -> object:
    """Imported when it is due, so that no program waits for it at its start."""
    from shared.practice.survey.actions import send_boxes

    return send_boxes(store, now=now)


PRACTICE = Practice(
    name="survey",
    title=Text("员工问卷", "Staff survey"),
    projection=projection,
    kinds=(
        Kind(
            SurveyOpened, Text("开放员工问卷", "staff survey opened"), sent_by=OFFICE_ONLY, everywhere=True, news=True
        ),
        Kind(SurveyMoved, Text("调整问卷截止日", "last day of a survey moved"), sent_by=OFFICE_ONLY, everywhere=True),
        Kind(SurveyTaken, Text("填写问卷", "survey answered"), private=True, everywhere=True, own_hall=("actor",)),
        Kind(SurveyBoxSent, Text("送出密封票箱", "sealed box sent"), private=True),
        Kind(
            SurveyCounted,
            Text("公布问卷结果", "survey results published"),
            sent_by=OFFICE_ONLY,
            everywhere=True,
            news=True,
        ),
        Kind(
            SurveyEntered, Text("录入纸质问卷", "paper survey entered"), sent_by=OFFICE_ONLY, everywhere=True, news=True
        ),
    ),
    refusals=words.REFUSALS,
    policy=(SurveyPolicy,),
    daily=_daily,
)
