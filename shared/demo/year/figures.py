"""The paper's figures of 2014, and the sums that must hold, as the journal gives them; each with whether it is so."""

from shared.demo.year import people_figures as people
from shared.demo.year import team_figures as team
from shared.demo.year.figure import Figure
from shared.journal.store import Store

_PARTS = (
    *(people.of_company, people.of_cards, people.of_award, team.of_pay, people.of_column),
    *(team.of_inspected, team.of_year, people.of_learning, people.of_book, people.of_survey, team.of_journal),
)


def figures(store: Store) -> tuple[Figure, ...]:
    """All figures, in the order of the paper."""
    return tuple(figure for part in _PARTS for figure in part(store))
