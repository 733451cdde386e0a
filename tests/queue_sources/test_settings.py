"""The settings of the sources: their order is the order of trust, and what is wrong is named with its reason."""

import pytest

from shared import queue_sources
from shared.domain import wording
from shared.domain.refusal import Refusal
from shared.queue_sources.settings import FileSource, HttpSource, LineSource, SqlSource

GOOD = """
[[source]]
kind = "sql"
address = "sqlite:////var/lib/queue.db"
query = "SELECT 1;"

[[source]]
kind = "http"
name = "叫号机"
address = "https://queue.example:8443/api"
field = "data.waiting"
headers = { Authorization = "Bearer abc" }

[[source]]
kind = "line"

[[source]]
kind = "file"
path = "/srv/waiting.txt"
"""


def settings(folder, text):
    (folder / "queue.toml").write_text(text, "utf-8")
    return queue_sources.load(folder)


def test_the_order_of_the_settings_is_the_order_of_trust(tmp_path):
    assert queue_sources.load(tmp_path) == (LineSource(),)
    kinds = [type(source) for source in settings(tmp_path, GOOD)]
    assert kinds == [SqlSource, HttpSource, LineSource, FileSource]
    assert [source.label for source in queue_sources.load(tmp_path)] == ["sql", "叫号机", "line", "file"]


HTTP = '[[source]]\nkind = "http"\n'
SQL = '[[source]]\nkind = "sql"\n'


@pytest.mark.parametrize(
    ("text", "setting", "reason"),
    [
        ("sources = []", "sources", "unknown"),
        ("[[source]", "queue.toml", "line 1"),
        ("[[source]]", "source[0].kind", "required"),
        ('[[source]]\nkind = "htp"', "source[0].kind", "htp"),
        (HTTP + 'field = "n"', "source[0].address", "required"),
        (HTTP + 'adress = "http://x/"\nfield = "n"', "source[0].adress", "unknown"),
        (HTTP + 'address = 7\nfield = "n"', "source[0].address", "int"),
        (HTTP + 'address = "queue/api"\nfield = "n"', "source[0].address", "http"),
        (HTTP + 'address = "http://x:99999/"\nfield = "n"', "source[0].address", "Port"),
        (HTTP + 'address = "http:///api"\nfield = "n"', "source[0].address", "host"),
        (HTTP + 'address = "http://x/"\nfield = "a..b"', "source[0].field", "dots"),
        (HTTP + 'address = "http://x/"\nfield = "n"\nheaders = { X = "a\\r\\nb" }', "source[0].headers.X", "ASCII"),
        (SQL + 'address = "mysql://x/y"\nquery = "SELECT 1"', "source[0].address", "sqlite"),
        (SQL + 'address = "sqlite:///queue.db"\nquery = "SELECT 1"', "source[0].address", "whole path"),
        (SQL + 'address = "postgresql:///q"\nquery = "SELECT 1"', "source[0].address", "host"),
        (SQL + 'address = "postgresql://x:99999/q"\nquery = "SELECT 1"', "source[0].address", "Port"),
        (SQL + 'address = "postgresql://x/q"\nquery = "DROP TABLE t"', "source[0].query", "SELECT"),
        (SQL + 'address = "postgresql://x/q"\nquery = "SELECT 1; DROP TABLE t"', "source[0].query", "SELECT"),
        ('[[source]]\nkind = "file"\npath = "waiting.txt"', "source[0].path", "whole path"),
        ('[[source]]\nkind = "file"\npath = "/x"\nage = "old"', "source[0].age", "old"),
        ('[[source]]\nkind = "line"\n[[source]]\nkind = "file"\npath = "x"', "source[1].path", "whole path"),
    ],
)
def test_a_wrong_setting_is_named_with_its_reason(tmp_path, text, setting, reason):
    answer = settings(tmp_path, text)
    assert isinstance(answer, Refusal), answer
    assert (answer.code, answer.details["setting"]) == ("queue_setting", setting)
    assert reason in str(answer.details["reason"])
    assert setting in wording.refusal(answer)


def test_what_is_saved_is_loaded_and_a_wrong_setting_leaves_the_old_file(tmp_path):
    good = (HttpSource(address="http://x/", field="n"), LineSource())
    assert queue_sources.settings.save(tmp_path, good) is None
    assert queue_sources.load(tmp_path) == good
    answer = queue_sources.settings.save(tmp_path, (LineSource(), FileSource(path="waiting.txt")))
    assert (answer.code, answer.details["setting"]) == ("queue_setting", "source[1].path")
    assert queue_sources.load(tmp_path) == good


def test_a_file_that_cannot_be_read_is_named_and_set_aside(tmp_path):
    (tmp_path / "queue.toml").mkdir()
    assert queue_sources.load(tmp_path).details["setting"] == "queue.toml"
    (tmp_path / "queue.toml").rmdir()
    (tmp_path / "queue.toml").write_text("[[source]")
    queue_sources.settings.set_aside_file(tmp_path)
    assert queue_sources.load(tmp_path) == (LineSource(),)
    assert (tmp_path / "queue.toml.old").read_text() == "[[source]"
