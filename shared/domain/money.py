"""Money in fen and exact rates (resources/handbook/practices.en.md §8): no float is used between a fact and an amount.

Amounts are integers of fen; shares, points and scores are `Fraction`s; people read strings.
"""

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256

from shared.domain.refusal import Refusal

Exact = int | Fraction

FEN = 100  # in a yuan
_MOST = 10**15  # fen: the sum of a year's amounts fits into 64 bits
_AMOUNT = re.compile(r"-?\d+(?:\.\d{1,2})?", re.ASCII)
_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?", re.ASCII)
_HUGE_EXPONENT = re.compile(r"[eE][+-]?[0-9_]{4,}")


@lru_cache(maxsize=1024)  # coefficients: a month of pay asks for the same few 100,000 times
def rate(value: float | str | Exact) -> Fraction:
    """The number as it is written: 0.3 is 3/10, not the nearest binary fraction, so ⌊0.3 × 10⌋ is 3.

    Raises `ValueError` for what is no number, or has an exponent of more than three digits: an
    exponent of eight digits would compute for hours.
    """
    text = str(value)
    if _HUGE_EXPONENT.search(text):
        raise ValueError(f"not a number to compute with: {text[:40]!r}")
    try:
        return Fraction(text)
    except ZeroDivisionError as error:
        raise ValueError(f"divided by 0: {text[:40]!r}") from error


def half_up(value: Exact) -> int:
    """The nearest integer; a half is rounded away from zero, so that a correction is exactly the opposite."""
    size = (2 * abs(Fraction(value)) + 1) // 2
    return int(size) if value >= 0 else -int(size)


def decimal(value: Exact, places: int = 2) -> str:
    """The value with so many decimals, half up: `83.18`, `-0.05`."""
    scaled = half_up(Fraction(value) * 10**places)
    whole, part = divmod(abs(scaled), 10**places)
    return ("-" if scaled < 0 else "") + (f"{whole}.{part:0{places}d}" if places else str(whole))


def yuan(fen: int) -> str:
    """An amount as files and programs read it: `4099.01`."""
    return decimal(Fraction(fen, FEN))


def fen(text: str) -> int:
    """The amount that a person or a file wrote in yuan: `4,099.01`, `￥5000`, `600.5`.

    Raises `ValueError` for anything else, also for more than the database holds; a third decimal is refused rather
    than rounded.
    """
    plain = unicodedata.normalize("NFKC", text).strip().removeprefix("¥").removesuffix("元").strip()
    if not (_AMOUNT.fullmatch(plain) or _GROUPED.fullmatch(plain)):
        raise ValueError(f"not an amount in yuan: {text!r}")
    found = int(Fraction(plain.replace(",", "")) * FEN)
    if abs(found) > _MOST:
        raise ValueError(f"too large an amount: {text[:40]!r}")
    return found


def allocate(total: int, weights: Mapping[str, Exact], tag: str) -> dict[str, int] | Refusal:
    """`total` fen in proportion to the weights; the parts add up to `total`.

    Each share is rounded down, then the fen left over go to the largest remainders. Equal remainders are ordered by
    the SHA-256 of `tag:key`; the tag holds the period, so the odd fen moves from month to month instead of always
    falling to the first in a list. All weights 0, or none: a refusal, never an equal split by itself.
    """
    if total < 0 or any(weight < 0 for weight in weights.values()):
        raise ValueError("neither an amount to share nor a weight may be negative")
    whole = sum(weights.values(), Fraction(0))
    if whole == 0:
        return Refusal("nothing_to_share_by", {"tag": tag})
    exact = {key: total * Fraction(weight) / whole for key, weight in weights.items()}
    parts = {key: int(share) for key, share in exact.items()}
    behind = sorted(exact, key=lambda key: (parts[key] - exact[key], _lot(tag, key)))
    for key in behind[: total - sum(parts.values())]:
        parts[key] += 1
    return parts


def _lot(tag: str, key: str) -> bytes:
    return sha256(f"{tag}:{key}".encode()).digest()
