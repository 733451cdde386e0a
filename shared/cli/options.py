"""Options and arguments that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from shared.cli.words import sentence
from shared.domain.months import parsed

Command = TypeVar("Command", bound=Callable[..., Any])


class Month(click.ParamType[str]):
    """A month as 2026-03."""

    name = "month"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return parsed(str(value)) or self.fail(sentence("bad_month", value=value), param, ctx)


YEAR = click.IntRange(2000, 2200)
DAY = click.DateTime(formats=["%Y-%m-%d"])
EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)

json_option = click.option("--json", "as_json", is_flag=True, help="只输出 JSON · JSON only")
month_option = click.option("--month", type=Month(), required=True, help="2026-03")
year_option = click.option("--year", type=YEAR, required=True, help="2026")
out_option = click.option("--out", type=NEW_FILE, help="输出文件 · file to write")


def format_option(*formats: str, default: str = "json") -> Callable[[Command], Command]:
    """`--format`, given to the command as `form`."""
    return click.option("--format", "form", type=click.Choice(formats), default=default, help="格式 · format")
