"""Documents that the sources cite are in the repository."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("kiosk", "counter", "shared", "resources", "build_spec", "tests")
SUFFIXES = {".py", ".toml", ".sql", ".html", ".md", ".qss"}
FROZEN = ROOT / "tests/hub/old_hub"  # the first hub's files, kept as they were
CITED = re.compile(r"[\w./-]*\w\.md\b|\b[A-Z]{3,}(?= §)")


def sources():
    files = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*") if file.suffix in SUFFIXES]
    return [*files, *ROOT.glob("*.md"), *ROOT.glob("*.py"), *ROOT.glob("*.toml")]


def missing(file: Path):
    """Documents are cited by their path in the repository, or by name beside the file or in the handbook.

    A bare name in capitals before a section sign is a document without its ending: it is never there.
    """
    lines = file.read_text("utf-8").splitlines()
    citing = "\n".join(line for line in lines if ".md" in line or " §" in line)  # the expression is slow on long lines
    for name in sorted(set(CITED.findall(citing))):
        if not any((place / name).is_file() for place in (ROOT, file.parent, ROOT / "resources/handbook")):
            yield f"{file.relative_to(ROOT)}: {name}"


def test_no_document_is_cited_that_is_not_there():
    assert [line for file in sources() if FROZEN not in file.parents for line in missing(file)] == []
