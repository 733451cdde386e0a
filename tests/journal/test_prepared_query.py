"""A query that is built once answers as one that is built each time, whatever it is asked with."""

from pathlib import Path

import pytest

from shared.domain.roles import Role
from shared.journal.prepared_query import PreparedQuery
from shared.people.tables import PersonRow
from tests.support.builders import ROSTER, staffed_store

_IN_HALL = PreparedQuery(
    lambda role, hall: (
        PersonRow.select(PersonRow.number, PersonRow.on_duty)
        .where(PersonRow.name != "?", PersonRow.role == role, PersonRow.hall == hall)
        .order_by(PersonRow.number)
        .limit(100)
    )
)


@pytest.mark.parametrize("role", Role)
def test_values_stand_where_they_belong_beside_what_is_always_the_same(tmp_path: Path, role: Role) -> None:
    store, halls = staffed_store(tmp_path), {person.hall for person in ROSTER}
    for hall in (*halls, "?", "' OR 1 = 1 --"):
        here = sorted(each.number for each in ROSTER if (each.role, each.hall) == (role, hall))
        assert [row.number for row in _IN_HALL.all(store.db, role.value, hall)] == here
        assert _IN_HALL.value(store.db, role.value, hall) == next(iter(here), None)
        assert (_IN_HALL.first(store.db, role.value, hall) is None) == (not here)
    store.close()


def test_a_missing_value_is_an_error(tmp_path: Path) -> None:
    store = staffed_store(tmp_path)
    with pytest.raises(ValueError, match="shorter"):
        _IN_HALL.all(store.db, "staff")
    store.close()
