"""The answer "no" of a rule."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Refusal:
    """A code that `shared.domain.wording` turns into a sentence, and its details."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)
