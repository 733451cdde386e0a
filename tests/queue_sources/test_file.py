"""A count from a text file that another program writes."""

import pytest

from shared.queue_sources import Reading
from shared.queue_sources.settings import FileSource
from tests.queue_sources.asking import ask, refused
from tests.support.builders import MORNING


@pytest.mark.parametrize(
    "content", [b"4", b" 4\r\n", b"\xef\xbb\xbf4\n", b"0004", b"\xff\xfe4\x00", "４".encode("gbk"), b"4\x1a"]
)
def test_a_text_file_is_as_old_as_its_last_change(tmp_path, content):
    file = tmp_path / "waiting.txt"
    file.write_bytes(content)
    changed = file.stat().st_mtime_ns // 1_000_000
    assert ask(FileSource(path=str(file))) == Reading(4, changed, "file")
    assert ask(FileSource(path=str(file), age="read")) == Reading(4, MORNING, "file")


@pytest.mark.parametrize("content", [b"", b"x", b"4 5", b"\xff\xfe", b"\xff\xff4", b"-1", b"9" * 100_000])
def test_a_file_without_a_figure(tmp_path, content):
    file = tmp_path / "waiting.txt"
    file.write_bytes(content)
    refused(ask(FileSource(path=str(file))), "queue_no_figure", "path")
    refused(ask(FileSource(path=str(tmp_path / "no"))), "queue_unreachable", "path")
