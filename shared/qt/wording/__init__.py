"""Words for what rules and facts say in codes: `refusal(r)`, and per practice the names of its codes.

Rules return codes and details; only this package makes sentences of them. A code without a word is shown as itself, so
nothing is ever hidden, and a test finds it.
"""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shared.qt.wording.table import day, word

if TYPE_CHECKING:  # the first frame waits for nothing but Qt
    from shared.domain.refusal import Refusal

__all__ = ["day", "refusal", "word"]


def refusal(answer: "Refusal") -> str:
    """The sentence for a refusal, with its details filled in."""
    from shared.qt.wording.refusals import REFUSALS  # late: with it come all practices' words

    source = REFUSALS.get(answer.code)
    if source is None:
        return QCoreApplication.translate("Refusal", "现在办不了（{code}）。").format(code=answer.code)
    details = {name: day(value) if isinstance(value, date) else value for name, value in answer.details.items()}
    return QCoreApplication.translate("Refusal", str(source)).format_map(_Details(details))


class _Details(dict[str, object]):
    """Details of a refusal; one that is missing leaves a dash instead of stopping the sentence."""

    def __missing__(self, key: str) -> str:
        return "—"
