"""The practices of this program, in the order of the policy and of the page of rules.

A new practice is a new folder and one line here: it declares everything else in its `about.py`.
"""

from shared.daily_log import about as daily_log
from shared.declaration import program
from shared.declaration.declared import declare
from shared.imports import about as imports
from shared.people import about as people
from shared.practice.assessment import about as assessment
from shared.practice.cards import about as cards
from shared.practice.caring import about as caring
from shared.practice.column import about as column
from shared.practice.complaints import about as complaints
from shared.practice.diary import about as diary
from shared.practice.happiness import about as happiness
from shared.practice.honour import about as honour
from shared.practice.inquiries import about as inquiries
from shared.practice.learning import about as learning
from shared.practice.line import about as line
from shared.practice.pauses import about as pauses
from shared.practice.performance import about as performance
from shared.practice.promotion import about as promotion
from shared.practice.rulebook import about as rulebook
from shared.practice.survey import about as survey
from shared.practice.workload import about as workload
from shared.queue_sources import about as queue_sources
from shared.reference import about as reference
from shared.template import about as template

PRACTICES = (
    people.PRACTICE,
    reference.PRACTICE,
    cards.PRACTICE,
    promotion.PRACTICE,
    pauses.PRACTICE,
    diary.PRACTICE,
    daily_log.PRACTICE,
    inquiries.PRACTICE,
    line.PRACTICE,
    happiness.PRACTICE,
    rulebook.PRACTICE,
    queue_sources.PRACTICE,
    workload.PRACTICE,
    complaints.PRACTICE,
    performance.PRACTICE,
    assessment.PRACTICE,
    caring.PRACTICE,
    learning.PRACTICE,
    column.PRACTICE,
    honour.PRACTICE,
    survey.PRACTICE,
    imports.PRACTICE,
    template.PRACTICE,
    program.PRACTICE,
)
_DECLARED = declare(PRACTICES)
PROJECTIONS = _DECLARED.projections
HUB_SQL = _DECLARED.hub_sql
"""The files with what practices ask of the hub, for `hub init`."""
