"""The seal on the record: the database refuses update and delete, on SQLite and PostgreSQL.

It is lifted in one place only, for rows older than we promised to keep (PR-03), and by the test
runner when it empties its own database.
"""

from collections.abc import Iterator
from contextlib import contextmanager

TABLE = "audit_entry"

SQLITE = [
    f"CREATE TRIGGER IF NOT EXISTS {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
    "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
    for verb in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"CREATE OR REPLACE FUNCTION {TABLE}_sealed() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the record is append-only'; END $$",
    f"CREATE OR REPLACE TRIGGER {TABLE}_sealed BEFORE UPDATE OR DELETE ON {TABLE} "
    f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_sealed()",
]
LIFT = {
    "sqlite": [f"DROP TRIGGER IF EXISTS {TABLE}_no_{verb}" for verb in ("update", "delete")],
    "postgresql": [f"DROP TRIGGER IF EXISTS {TABLE}_sealed ON {TABLE}"],
}
SET = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def put_on(connection) -> None:
    """From now on the database refuses to change or delete a line."""
    _run(connection, SET)


def take_off(connection) -> None:
    _run(connection, LIFT)


@contextmanager
def lifted(connection) -> Iterator[None]:
    """For the retention sweep alone."""
    take_off(connection)
    try:
        yield
    finally:
        put_on(connection)


def _run(connection, statements: dict[str, list[str]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
