"""Declares team assessment. Single inspections stay in the office until their month is published."""

from shared.declaration.practice import COUNTERS, OFFICE_ONLY, PLAIN, DeviceKind, Kind, Practice, TemplatePart
from shared.declaration.replay import Replay
from shared.domain import closing
from shared.domain.fact import Fact
from shared.domain.text import Text
from shared.practice.assessment import words
from shared.practice.assessment.facts import (
    ContestSet,
    InspectionDone,
    InspectionSaved,
    InspectionShown,
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
    YearPublished,
)
from shared.practice.assessment.policy import Assessment
from shared.practice.assessment.tables import projection


def _kept(
    fact: type[Fact], name: Text, sent_by: frozenset[DeviceKind] = OFFICE_ONLY, own_hall: tuple[str, ...] = ()
) -> Kind:
    """A kind that only the office reads."""
    return Kind(fact, name, private=True, sent_by=sent_by, office_only=True, own_hall=own_hall)


def _replays() -> tuple[Replay, ...]:
    """Imported when a preview asks for them; a kiosk never does."""
    from shared.practice.assessment.replay import REPLAYS

    return REPLAYS


def _template() -> tuple[TemplatePart, ...]:
    """Imported when a template is made or taken."""
    from shared.practice.assessment.template import CHECKLISTS

    return (CHECKLISTS,)


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
        _kept(PlanDrawn, Text("检查计划", "inspections drawn")),
        _kept(InspectionSaved, Text("检查记录", "inspection saved"), COUNTERS, ("actor", "inspector")),
        _kept(InspectionDone, Text("检查锁定", "inspection done"), COUNTERS, ("actor",)),
        _kept(PhotoAdded, Text("检查照片", "photo of an inspection"), COUNTERS, ("actor",)),
        Kind(InspectionShown, Text("公布的检查", "inspection shown"), private=True, sent_by=OFFICE_ONLY),
        Kind(
            InspectionsPublished,
            Text("公布检查结果", "inspections published"),
            Text("{month} 检查结果已公布", "Inspections of {month} published"),
            shows=("month",),
            sent_by=OFFICE_ONLY,
            everywhere=True,
        ),
        Kind(ItemAppealed, Text("检查申诉", "inspection appealed against"), private=True, own_hall=("actor",)),
        Kind(ItemDecided, Text("检查申诉决定", "appeal decided"), private=True, sent_by=OFFICE_ONLY),
        _kept(SalesSet, Text("销量完成率", "sales completion")),
        Kind(ContestSet, Text("竞赛成绩", "contest result"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        _kept(PartSet, Text("考核项确认", "part of a year set")),
        Kind(YearPublished, Text("年度考核公示", "year in notice"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
        Kind(
            UnitClosed, Text("单位年度考核", "unit's year closed"), private=True, sent_by=OFFICE_ONLY, everywhere=True
        ),
        Kind(YearClosed, Text("年度考核关账", "year closed"), private=True, sent_by=OFFICE_ONLY, everywhere=True),
    ),
    fields={"month": PLAIN},
    refusals={**words.REFUSALS, **closing.REFUSALS},
    policy=(Assessment,),
    replays=_replays,
    template=_template,
)
