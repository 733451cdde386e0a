"""What an app may do with team assessment: plan, inspect, publish, appeal, import figures, close a year."""

from shared.practice.assessment.actions.appealing import appeal, decide
from shared.practice.assessment.actions.documents import publish_checklist, publish_units
from shared.practice.assessment.actions.importing import import_contests, import_inspections, import_sales
from shared.practice.assessment.actions.inspecting import Draft, add_photo, lock, new_visit, save
from shared.practice.assessment.actions.months import draw_plan, publish_month
from shared.practice.assessment.actions.years import close_year, publish_year, set_part, set_sales

__all__ = [
    "Draft",
    "add_photo",
    "appeal",
    "close_year",
    "decide",
    "draw_plan",
    "import_contests",
    "import_inspections",
    "import_sales",
    "lock",
    "new_visit",
    "publish_checklist",
    "publish_month",
    "publish_units",
    "publish_year",
    "save",
    "set_part",
    "set_sales",
]
