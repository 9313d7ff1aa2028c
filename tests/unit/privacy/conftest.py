"""Talk, a life to leave behind, and a search through every table."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection

from tests.talk import *  # noqa: F403


def everything_stored() -> Iterator[tuple[str, str]]:
    """Every value of every table of the database, as text, with the name of its column."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                yield from (
                    (f"{table}.{name}", str(value)) for name, value in zip(names, row, strict=True)
                )


@pytest.fixture
def found_in_tables() -> Callable[..., list[str]]:
    """Columns in which any of these words stands, whatever the case."""

    def search(*words: str) -> list[str]:
        wanted = [word.casefold() for word in words]
        return sorted(
            {
                column
                for column, value in everything_stored()
                if any(word in value.casefold() for word in wanted)
            }
        )

    return search
