"""The README's table of the paper: each page that it names exists, and the product says each word that it quotes."""

import re
from functools import cache
from pathlib import Path

import pytest

from counter.navigation import pages

ROOT = Path(__file__).parents[1]
_ROW = re.compile(r"^\| (?P<number>\d+) (?P<says>[^|]+) \| (?P<where>(?:[^|\n]|(?<=\\)\|)+) \|$", re.MULTILINE)
_CHINESE = re.compile(r"[0-9A-Z]*[\u4e00-\u9fff][0-9A-Z\u4e00-\u9fff]*")
MEASURES, SENTENCES = 13, 19


def rows() -> list[tuple[str, str]]:
    text = (ROOT / "README.md").read_text("utf-8")
    part = text.split("## The paper, sentence by sentence")[1].split("\n## ")[0]
    return [(f"{row['number']} {row['says']}", row["where"]) for row in _ROW.finditer(part)]


@cache
def titles() -> frozenset[str]:
    return frozenset(str(page.place.title) for page in pages())


@cache
def said() -> str:
    """All that the product can say in Chinese, as its sources write it."""
    files = [*(ROOT / "counter").rglob("*.py"), *(ROOT / "shared").rglob("*.py"), *(ROOT / "resources").rglob("*.html")]
    return "\n".join(file.read_text("utf-8") for file in files)


def test_every_measure_and_sentence_of_the_paper_is_there() -> None:
    numbers = [row[0].split()[0] for row in rows()]
    assert numbers == [str(n) for most in (MEASURES, SENTENCES) for n in range(1, most + 1)]


@pytest.mark.parametrize(("says", "where"), rows(), ids=[row[0] for row in rows()])
def test_each_line_names_pages_that_exist_and_words_that_are_said(says: str, where: str) -> None:
    named = [part for each in where.split(";") for part in re.split(r", |、", re.split(r":|→", each)[0])]
    places = [name for part in named if (name := part.strip()) and _CHINESE.fullmatch(name)]
    assert set(places) <= titles(), says
    assert places or "`" in where or "kiosk" in where
    for words in _CHINESE.findall(where):
        assert words in said(), f"{says}: nowhere in the product stands {words}"
