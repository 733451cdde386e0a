"""`warm-window column`: the published issues of 服务之窗; one of them as one HTML file, PDF or JSON."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shared.cli import output
from shared.cli.context import CommandContext
from shared.cli.options import YEAR, format_option, out_option

if TYPE_CHECKING:
    from shared.practice.column.prints import Images
    from shared.practice.column.published import Published


@click.command()
@click.option("--year", type=YEAR, help="2026")
@click.option("--number", type=click.IntRange(1), help="期号 · issue")
@format_option("html", "pdf", "json")
@out_option
@click.pass_obj
def column(context: CommandContext, year: int | None, number: int | None, form: str, out: Path | None) -> None:
    """服务之窗：各期，或导出一期 · The issues of the column, or one of them as a file."""
    from shared.practice.column import published, views, words

    if (year is None) != (number is None):
        raise click.MissingParameter(param_hint="--year, --number", param_type="option")
    output.needs_out(context, form, out)
    with context.store() as store:
        if year is None or number is None:
            for each in published.published(store):
                click.echo(f"{words.label('issue').format(year=each.year, number=each.number)}  {len(each.items)}")
            return
        found = published.one(store, views.subject(year, number))
        images = published.images(store, found) if found else {}
    if found is None:
        raise context.problem("no_issue", year=year, number=number)
    output.write(context, _content(context, found, images, form), out)


def _content(context: CommandContext, found: "Published", images: "Images", form: str) -> bytes:
    import msgspec

    from shared.practice.column import prints

    if form == "json":
        return msgspec.json.format(msgspec.json.encode(issue_json(found)), indent=2) + b"\n"
    with context.printer() if form == "pdf" else nullcontext():
        return (
            output.pdf(lambda file: prints.as_pdf(found, images, file))
            if form == "pdf"
            else prints.as_html(found, images).encode()
        )


def issue_json(found: "Published") -> dict[str, Any]:
    """The issue for other programs; `adopted`: by hall, whether an experience is taken up."""
    return {
        "year": found.year,
        "number": found.number,
        "day": found.day.isoformat(),
        "title": found.title,
        "edition": found.edition,
        "notes": list(found.notes),
        "items": [
            {
                "section": item.section.value,
                "hall": item.hall,
                "title": item.title,
                "text": "\n".join(item.paragraphs),
                "photos": list(item.pictures.values()),
                "quotes": list(item.quotes),
                "adopted": {each.hall: each.adoption.value for each in item.answers} if item.adoptable else None,
            }
            for item in found.items
        ],
    }
