"""Which pages there are and who sees them: from what each page declares and the one table of rights by role."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import chain, product
from pkgutil import iter_modules, resolve_name

from counter import kit
from counter.kit.page import AnyPage
from shared import practice as practices
from shared.domain.roles import Role, above, may

PAGES = (
    "counter.office.overview:OverviewPage",
    "counter.office.report:ReportPage",
    "counter.office.promotions:PromotionsPage",
    "counter.office.escalated:EscalatedPage",
    "counter.office.policy:PolicyPage",
    "counter.office.holidays:HolidaysPage",
    "counter.office.pay:PayPage",
    "counter.office.year_board:YearBoardPage",
    "counter.office.award_round:AwardRoundPage",
    "counter.office.award_texts:AwardTextsPage",
    "counter.office.column:ColumnDeskPage",
    "counter.office.inspections:InspectionsPage",
    "counter.office.gaps:GapsPage",
    "counter.office.imports:ImportsPage",
    "counter.office.absences:AbsencesPage",
    "counter.office.standards:StandardsPage",
    "counter.office.surveys:SurveysPage",
    "counter.office.diary_yield:DiaryYieldPage",
    "counter.office.effect:EffectPage",
    "counter.office.template_file:TemplatePage",
    "counter.office.training:TrainingPage",
    "counter.office.contests:ContestsPage",
    "counter.supervisor.learning:HallTrainingPage",
    "counter.supervisor.day:DayPage",
    "counter.supervisor.live_board:LiveBoardPage",
    "counter.supervisor.flagged:FlaggedPage",
    "counter.supervisor.consent:ConsentPage",
    "counter.supervisor.ideas:IdeasPage",
    "counter.supervisor.inspected:InspectedPage",
    "counter.supervisor.roster:RosterPage",
    "counter.supervisor.devices:DevicesPage",
    "counter.supervisor.late_records:LatePage",
    "counter.staff.home:HomePage",
    "counter.queue.page:QueuePage",
    "counter.desk.page:DeskPage",
    "counter.staff.inquiries:InquiriesPage",
    "counter.staff.diary:DiaryPage",
    "counter.staff.my_cards:MyCardsPage",
    "counter.staff.give_card:GiveCardPage",
    "counter.staff.my_pay:MyPayPage",
    "counter.staff.verdicts:VerdictsPage",
    "counter.staff.survey:SurveyPage",
    "counter.staff.happy:HappyPage",
    "counter.staff.rulebook:RulebookPage",
    "counter.staff.learning:LearningPage",
    "counter.staff.trainer:TrainerPage",
    "counter.staff.award:AwardPage",
    "counter.staff.annals:AnnalsPage",
    "counter.staff.column:ColumnPage",
    "counter.staff.my_inspections:MyInspectionsPage",
    "counter.staff.standings:StandingsPage",
    "counter.office.rulebook:ChaptersPage",
)
"""All pages, `module:class`. By name, so that their modules are loaded only for a role that may open them."""
_LEAST_ROLE = {"counter.office": Role.OFFICE, "counter.supervisor": Role.SUPERVISOR}
"""The lowest role that may open any page of a folder; of the other folders: everybody."""
_WITHOUT_QT = (
    (Role.SUPERVISOR, "shared.daily_log.views"),
    (Role.OFFICE, "shared.imports.kinds"),
    (Role.OFFICE, "shared.report.cards"),
)
"""What else takes long to load for this role and those above, 20 ms or more each."""
_LOADED_FIRST = (
    "counter.tray",
    "counter.kit.rows_view",
    "counter.kit.table",
    "shared.qt.pagination",
    "shared.qt.printing",
)
"""What the workspace and many pages need, each a step of its own: with the first of those pages it took 30 to 50 ms."""


@cache
def pages() -> tuple[type[AnyPage], ...]:
    """All pages in the order of the navigation."""
    return _loaded(PAGES)


@cache
def pages_of(role: Role) -> tuple[type[AnyPage], ...]:
    """The pages this role may open, in the order of the navigation; the office's are arranged by theme.

    Loads those that are not loaded yet: half a second, unless `loading` went before.
    """
    near = _loaded(_names(role))
    own = tuple(page for page in near if page.place.act is None or may(role, page.place.act))
    return tuple(sorted(own, key=lambda page: page.place.theme or 0)) if by_theme(role) else own


def load_practices(role: Role) -> None:
    """Load what this role's pages ask of the practices: 0.2 s of CPU. No Qt is among it, so any thread may call."""
    for practice, part in product(iter_modules(practices.__path__, f"{practices.__name__}."), ("views", "actions")):
        if find_spec(f"{practice.name}.{part}"):
            import_module(f"{practice.name}.{part}")
    for least, name in _WITHOUT_QT:
        if not above(least, role):
            import_module(name)


def loading(role: Role) -> Iterator[None]:
    """Load this role's pages and what they share, at most 20 ms of CPU in a step; call `load_practices` before.

    On the GUI thread only, like all that makes a Qt class: C++ looks up the classes of living objects, without a lock,
    in a table that PySide changes when one is made. Pages that were loaded on another thread ended the program in 3 of
    129 sign-ins with a screen reader.
    """
    folders = dict.fromkeys(_folder(name) for name in _names(role))
    for name in (*_LOADED_FIRST, *_modules(kit.__name__), *chain.from_iterable(map(_modules, folders))):
        import_module(name)
        yield


def _modules(package: str) -> list[str]:
    """Its modules, longer names first: the parts of a page, `inquiry_form`, are then loaded before it, not with it."""
    found = iter_modules(import_module(package).__path__, f"{package}.")
    return sorted((module.name for module in found), reverse=True)


def _folder(name: str) -> str:
    return name.rpartition(":")[0].rpartition(".")[0]


def _names(role: Role) -> Iterator[str]:
    return (name for name in PAGES if not above(_least_role(name), role))


def _loaded(names: Iterable[str]) -> tuple[type[AnyPage], ...]:
    found: list[type[AnyPage]] = [resolve_name(name) for name in names]
    return tuple(sorted(found, key=lambda page: (page.place.group, page.place.order)))


def _least_role(name: str) -> Role:
    return _LEAST_ROLE.get(".".join(name.split(".")[:2]), Role.STAFF)


def by_theme(role: Role) -> bool:
    """Whether the navigation of this role is arranged by the paper's four themes."""
    return role is Role.OFFICE
