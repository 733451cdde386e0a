"""The honours somebody holds: the highest promotion that was confirmed, the awards in the annals."""

from shared.journal.store import Store
from shared.practice.caring.annals import annals
from shared.practice.honour.rules import AWARD
from shared.practice.promotion.views import promotion


def earned(store: Store, number: str) -> tuple[str, ...]:
    """The codes of a person's honours, the level first; an award that was removed from the annals does not count."""
    held = promotion(store, number)
    years = sorted({each.year for each in annals(store) if each.hero == number}, reverse=True)
    return (*((held.level,) if held else ()), *(f"{AWARD}{year}" for year in years))
