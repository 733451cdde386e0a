"""Pages of HTML from resources/templates: every value is escaped, and one that is missing is an error."""

from functools import cache
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from jinja2 import Environment


def filled(template: str, **values: object) -> str:
    """The template with its values."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # late: few pages are ever printed

    folder = resources.FOLDER / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
