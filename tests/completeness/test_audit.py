"""Every tag of the record is used by some verb, and the database refuses to change a line."""

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from community import audit
from community.audit import Tag, seal
from community.audit.models import Entry

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("tag", list(Tag), ids=lambda tag: tag.name)
def test_every_tag_is_recorded_somewhere(tag):
    code = (
        path.read_text(encoding="utf-8")
        for room in ("community", "forum", "moderation", "cms")
        for path in (ROOT / room).rglob("*.py")
        if path.name != "tags.py"
    )
    assert any(f"Tag.{tag.name}" in text for text in code)


@pytest.mark.parametrize("change", ["UPDATE audit_entry SET tag = 'x'", "DELETE FROM audit_entry"])
def test_MC_24_the_database_itself_refuses_to_change_the_record(aino, change):
    audit.record(aino, Tag.POST_WRITTEN, aino)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
    assert Entry.objects.filter(tag=Tag.POST_WRITTEN).count() == 1


def test_PR_03_the_sweep_may_lift_the_seal_and_it_is_back_afterwards(aino):
    audit.record(aino, Tag.POST_WRITTEN, aino)
    with seal.lifted(connection):
        Entry.objects.all().delete()
    audit.record(aino, Tag.POST_WRITTEN, aino)
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.all().delete()
