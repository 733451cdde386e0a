"""The cells of one line of an imported file, by the names of its columns."""

from collections.abc import Mapping, Sequence

from shared.domain.refusal import Refusal
from shared.domain.spelling import tidy


def cells(row: Mapping[str, str], required: Sequence[str], optional: Sequence[str] = ()) -> dict[str, str] | Refusal:
    """The tidied cells of these columns; `missing_value` for the first required one that is empty."""
    found = {name: tidy(row.get(name) or "") for name in (*required, *optional)}
    missing = next((name for name in required if not found[name]), "")
    return Refusal("missing_value", {"column": missing}) if missing else found
