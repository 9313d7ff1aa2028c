"""Abuse story 18: "As guardian I demand what my child wrote." (CH-03; PR-08 is a human's work)"""

import logging

from django.apps import apps
from django.db import connection
from django.test import Client

from tests.unit.cms.wing import _grown, wing  # noqa: F401
from tests.unit.guards.crawl import walk

CHILD = {
    "user-agent": "LapsenTabletti/1.0",
    "referer": "https://koulu.example/5b",
    "x-forwarded-for": "203.0.113.77",
    "cookie": "lapsi=on",
}
TRACES = ("LapsenTabletti", "koulu.example", "203.0.113.77", "lapsi=on")


def everything_stored() -> str:
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  names of our own tables
            found.append(f"{table} {sorted(map(repr, cursor.fetchall()))}")
    return "\n".join(found)


def test_story_18_there_is_nothing_to_hand_over(wing, caplog):  # noqa: F811
    """A child reads every page; afterwards no table and no log differs by it."""
    before = everything_stored()
    with caplog.at_level(logging.DEBUG):
        child = Client(headers=CHILD, REMOTE_ADDR="203.0.113.77")
        rooms = walk(child, ["/fi/c/"], within="/fi/c/")
    assert len(rooms) > 10
    assert everything_stored() == before
    assert not any(trace in caplog.text for trace in TRACES)
    assert not any(path in caplog.text for path in rooms if path.count("/") > 4)


def test_story_18_no_table_knows_a_child():
    """No model ties a person to a child, or keeps what a reader of a child's page did."""
    for model in apps.get_models():
        fields = {field.name for field in model._meta.get_fields()}
        told = f"{model._meta.label} {sorted(fields)}".lower()
        assert not any(word in told for word in ("guardian", "child_of", "child_name", "birth_d"))
