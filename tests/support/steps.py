"""The README's table of each role's ten most usual tasks: how many steps it says that each takes."""

import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
_LINE = re.compile(r"^\| (?P<role>[a-z ]+) \| (?P<task>[^|]+) \| (?:\d+|–) \| (?P<now>\d+) \|$", re.MULTILINE)


def in_readme(role: str) -> dict[str, int]:
    """Task → steps now, in the order of the table."""
    return {
        line["task"]: int(line["now"]) for line in _LINE.finditer(README.read_text("utf-8")) if line["role"] == role
    }
