"""Imported first by a program that asks no PostgreSQL through peewee: loads peewee without psycopg.

peewee imports psycopg by itself wherever it is installed: 19 MB and 100 ms that a lobby screen does not need. The
courier still imports it when there is a hub to talk to. Nor is what playhouse has for CockroachDB needed, 0.3 MB.
"""

import sys

_hidden = [name for name in ("psycopg", "psycopg2", "playhouse.cockroachdb") if name not in sys.modules]
for _name in _hidden:
    sys.modules[_name] = None  # type: ignore[assignment]  # an import of it raises ImportError
try:
    import peewee as peewee
    import playhouse.migrations  # noqa: F401  # loaded here: its package imports psycopg too
finally:
    for _name in _hidden:
        del sys.modules[_name]
