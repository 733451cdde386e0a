"""All kinds of files, in the order in which a new company brings them."""

from typing import Any

from shared.imports.assessment import CONTESTS, INSPECTIONS, SALES, VERDICTS
from shared.imports.kind import FileKind
from shared.imports.learning import QUESTIONS
from shared.imports.pay import ABSENCES, POOLS, WORKLOAD
from shared.imports.people import CARDS, STAFF
from shared.imports.survey import SURVEYS

KINDS: tuple[FileKind[Any], ...] = (
    STAFF,
    WORKLOAD,
    ABSENCES,
    POOLS,
    CARDS,
    INSPECTIONS,
    SALES,
    CONTESTS,
    VERDICTS,
    QUESTIONS,
    SURVEYS,
)
