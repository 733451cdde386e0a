"""A file of another program is no backup, whatever its tables are called."""

import sqlite3
from contextlib import closing
from pathlib import Path

from shared.journal import backup


def test_tables_of_the_same_names_are_no_journal(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        db.executescript("CREATE TABLE event (a); CREATE TABLE meta (b);")
    assert not backup.is_sound(tmp_path / "x.db")
