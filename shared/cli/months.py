"""A month as an option of a command."""

from typing import Any

import click

from shared.domain.months import parsed


class Month(click.ParamType[str]):
    """A month as 2026-03."""

    name = "month"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return parsed(str(value)) or self.fail(f"{value}：2026-03", param, ctx)
