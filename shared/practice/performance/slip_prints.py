"""Prints slips of pay: to a PDF, on a printer."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from shared.documents import templates
from shared.domain.money import yuan
from shared.practice.performance import words
from shared.practice.performance.slip import Slip
from shared.qt import printing
from shared.qt.page_pictures import Paper


def as_pdf(slip: Slip, file: Path) -> None:
    """Write the slip to `file`; needs the Qt application of `printing.ready`. Raises `OSError`."""
    printing.pdf(as_html(slip), file, title=title(slip), foot=_foot(slip))


def print_on(paper: Paper, *slips: Slip) -> bool:
    """Print these slips, each on a page of its own; False if the printer does not begin."""
    return printing.printed(as_html(*slips), paper, foot=_foot(*slips))


def title(*slips: Slip) -> str:
    """What a print of these slips of one month is called: by the person's number if there is one."""
    parts = [words.label("slip"), slips[0].month, slips[0].number if len(slips) == 1 else ""]
    return "-".join(filter(None, parts))


def _foot(*slips: Slip) -> printing.Foot:
    of = f" · {slips[0].number} {slips[0].name}" if len(slips) == 1 else ""
    return lambda page, pages: f"{words.label('slip')} {slips[0].month}{of} · {page}/{pages}"


def as_html(*slips: Slip) -> str:
    """The slips as HTML of the kind that Qt's text document lays out."""
    return templates.filled("slip_of_pay.html", label=words.label, slips=[_filled_in(each) for each in slips])


def _filled_in(slip: Slip) -> Mapping[str, Any]:
    blocks = [
        (
            f"{slip.halls.get(each.hall, each.hall)} {words.post(each.post)}",
            [line.text for line in each.lines],
            yuan(each.pay),
        )
        for each in slip.blocks
    ]
    return {
        "month": slip.month,
        "number": slip.number,
        "name": slip.name,
        "closed": slip.closed,
        "blocks": blocks,
        "payable": yuan(slip.payable),
    }
