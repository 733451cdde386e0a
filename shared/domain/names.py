"""People's names where there is little room: whole, in lines, never cut. Pure."""

_LINE = 7  # letters of a Chinese name that can be read side by side on a badge


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
