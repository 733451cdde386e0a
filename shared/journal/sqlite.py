"""The one SQLite of this process: the module peewee chose. A second one would drop the locks of the first.

Reading a damaged row raises this module's own errors, not peewee's.
"""

from peewee import sqlite3 as sqlite3  # type: ignore[attr-defined]  # the stub does not name it
