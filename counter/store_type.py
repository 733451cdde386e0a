"""The type of the store, for annotations. The one place of the counter that names it: pages hand it on, unread.

At run time it is any object, so that nothing of the database is loaded before the first picture.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.journal.store import Store as Store
else:
    Store = object
