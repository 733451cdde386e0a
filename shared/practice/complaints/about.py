"""Declares verdicts on complaints: the supervisor proposes, the office decides."""

from shared.declaration.practice import OFFICE_ONLY, About, Kind, Practice, coded
from shared.domain.text import Text
from shared.practice.complaints import words
from shared.practice.complaints.facts import (
    ComplaintJudged,
    VerdictAnswered,
    VerdictProposed,
    VerdictReopened,
    VerdictTold,
)
from shared.practice.complaints.policy import Complaints
from shared.practice.complaints.tables import projection

PRACTICE = Practice(
    name="complaints",
    title=Text("投诉认定", "Verdicts on complaints"),
    projection=projection,
    kinds=(
        Kind(
            VerdictProposed,
            Text("拟定投诉意见", "verdict proposed"),
            private=True,
            about=About.BEGUN_HERE,
            own_hall=("actor",),
        ),
        Kind(VerdictTold, Text("告知当事人", "person concerned told"), private=True, about=About.BEGUN_HERE),
        Kind(VerdictAnswered, Text("当事人说明", "person concerned answered"), private=True, about=About.BEGUN_HERE),
        Kind(
            ComplaintJudged,
            Text("投诉认定", "complaint judged"),
            Text("投诉已认定：{verdict}", "Complaint judged: {verdict}"),
            shows=("verdict",),
            sent_by=OFFICE_ONLY,
            news=True,
        ),
        Kind(VerdictReopened, Text("重新处理投诉", "complaint reopened"), private=True, sent_by=OFFICE_ONLY),
    ),
    fields={"verdict": coded(words.verdict)},
    refusals=words.REFUSALS,
    policy=(Complaints,),
)
