"""What was once written into the tables, written again: a filled world without the work of filling.

Only on SQLite, where keys that were taken back are given again; elsewhere it is made anew.
"""

from collections.abc import Callable

from django.db import connection

ONLY_READS = {"SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK"}
_said: dict[tuple, list[tuple]] = {}


def written(name: str, make: Callable[[], None]) -> None:
    """The rows that `make` writes stand in the open transaction: made, or as it made them before.

    They are repeated only into tables as they were then; otherwise `make` runs again.
    """
    if connection.vendor != "sqlite":
        make()
    elif (mark := (name, *_keys_given())) in _said:
        _say(_said[mark])
    else:
        _said[mark] = _listened(make)


def _keys_given() -> tuple:
    """The last key of each table: the same keys will be given from here on."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")
        return tuple(cursor.fetchall())


def _listened(make: Callable[[], None]) -> list[tuple]:
    said: list[tuple] = []

    def listen(execute, sql, params, many, context) -> object:
        if sql.split(maxsplit=1)[0].upper() not in ONLY_READS:
            said.append((sql, list(params) if many else params, many))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        make()
    return said


def _say(said: list[tuple]) -> None:
    with connection.cursor() as cursor:
        for sql, params, many in said:
            (cursor.executemany if many else cursor.execute)(sql, params)
            if not many and "RETURNING" in sql:
                cursor.fetchall()
