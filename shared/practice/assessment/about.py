"""What team assessment says of itself. Single inspections stay in the office until their month is published."""

from shared.declaration.practice import OFFICE_ONLY, PLAIN, Kind, Practice
from shared.domain import closing
from shared.domain.text import Text
from shared.practice.assessment import words
from shared.practice.assessment.facts import (
    ContestSet,
    InspectionDone,
    InspectionSaved,
    InspectionsPublished,
    ItemAppealed,
    ItemDecided,
    PartSet,
    PhotoAdded,
    PlanCommitted,
    PlanDrawn,
    SalesSet,
    UnitClosed,
    YearClosed,
)
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.tables import projection

PRACTICE = Practice(
    name="assessment",
    title=Text("班组考核", "Team assessment"),
    projection=projection,
    kinds=(
        Kind(
            PlanCommitted,
            Text("检查抽签承诺", "lot committed"),
            private=True,
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(PlanDrawn, Text("检查计划", "inspections drawn"), private=True, sent_by=OFFICE_ONLY),
        Kind(InspectionSaved, Text("检查记录", "inspection saved"), private=True),
        Kind(InspectionDone, Text("检查锁定", "inspection done"), private=True),
        Kind(PhotoAdded, Text("检查照片", "photo of an inspection"), private=True),
        Kind(
            InspectionsPublished,
            Text("公布检查结果", "inspections published"),
            Text("{month} 检查结果已公布", "Inspections of {month} published"),
            shows=("month",),
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(ItemAppealed, Text("检查申诉", "inspection appealed against"), private=True),
        Kind(ItemDecided, Text("检查申诉决定", "appeal decided"), private=True, sent_by=OFFICE_ONLY),
        Kind(SalesSet, Text("销量完成率", "sales completion"), private=True, sent_by=OFFICE_ONLY),
        Kind(ContestSet, Text("竞赛成绩", "contest result"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        Kind(PartSet, Text("考核项确认", "part of a year set"), private=True, sent_by=OFFICE_ONLY),
        Kind(UnitClosed, Text("单位年度考核", "unit's year closed"), private=True, sent_by=OFFICE_ONLY),
        Kind(YearClosed, Text("年度考核关账", "year closed"), private=True, sent_by=OFFICE_ONLY),
    ),
    fields={"month": PLAIN},
    refusals={**words.REFUSALS, **closing.REFUSALS},
    policy=(Assessment,),
)
