"""People's names: one spelling, and whole where there is little room, in lines, never cut. Pure."""

import re

from shared.domain.spelling import tidy

_LINE = 7  # letters of a Chinese name that can be read side by side on a badge


_HAN = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_PADDED = re.compile(rf"(?<={_HAN}) (?={_HAN})")
_DOTS = str.maketrans(dict.fromkeys("•・‧∙⋅", "·"))


def spelt(name: str) -> str:
    """A name as it is stored: 王　芳, padded for its column, is 王芳; every dot is that of 阿里·买买提."""
    return _PADDED.sub("", tidy(name).translate(_DOTS))


def lines(name: str) -> tuple[str, ...]:
    """A name in lines of at most about seven letters, equally long, broken behind a dot where one is near.

    阿卜杜拉·买买提 becomes two. A name in Latin letters stays one line: they are narrow, and words must not break.
    """
    count = 1 if name.isascii() else -(-len(name) // _LINE)
    found, rest = [], name
    for left in range(count, 1, -1):
        cut = len(rest) // left
        mark = next((place + 1 for place in range(cut, cut + 2) if rest[place : place + 1] in ("·", " ")), cut)
        found.append(rest[:mark].strip())
        rest = rest[mark:]
    return (*found, rest.strip())
