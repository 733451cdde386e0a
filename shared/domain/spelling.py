"""Normal forms of texts: one for storing and showing (`tidy`), one by which numbers and codes compare (`folded`).

Chinese keyboards type full-width letters, Excel and web pages leave zero-width marks and blanks, and a001 is A001.
Leading zeros matter: 0012 and 12 are two numbers, though seldom two people, see `near`. Pure.
"""

import re
from collections.abc import Iterable, Mapping
from unicodedata import category, normalize

_INVISIBLE = {"Cf", "Cc", "Cn", "Co", "Cs"}  # format and control characters, and what is no character
_VARIATION = re.compile("[\ufe00-\ufe0f]")  # selectors of a glyph's form
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣", "-"))
_CONFUSED = str.maketrans("OIL", "011")
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_ALIKE = 0.2  # difflib's ratio from which a name is offered instead of one that nobody knows


def tidy(text: str) -> str:
    """A text as it is stored and shown: NFKC, no invisible marks, single blanks, none at the ends."""
    plain = _VARIATION.sub("", normalize("NFKC", text))
    if not plain.isprintable():  # most texts are: looking at each letter takes long
        plain = "".join(letter for letter in plain if letter.isspace() or category(letter) not in _INVISIBLE)
    return " ".join(plain.split())


def folded(text: str) -> str:
    """What texts are compared by, and how a new staff number or hall code is stored: tidy, no blanks, upper case."""
    return "".join(tidy(text).split()).translate(_DASHES).upper()


def near(number: str) -> str:
    """Equal for numbers that are easily taken for each other: 12 and 0012, AO1 and A01."""
    return _ZEROS.sub("", folded(number).replace("-", "").translate(_CONFUSED))


def by_spelling(names: Iterable[str]) -> Mapping[str, str]:
    """Names as they are stored, by how they are compared: look one up with `folded` of what was written."""
    return {folded(name): name for name in names}


def nearest(text: str, known: Iterable[str]) -> str:
    """The known name that is most like `text`; "" where none is."""
    from difflib import get_close_matches  # late: used by imports only

    names = by_spelling(known)
    found = get_close_matches(folded(text), names, n=1, cutoff=_ALIKE)
    return names[found[0]] if found else ""
