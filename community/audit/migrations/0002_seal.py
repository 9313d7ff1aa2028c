"""Put the seal on the record: from here on the database refuses update and delete."""

from django.db import migrations

from community.audit import seal


def put_on(apps, schema_editor) -> None:
    seal.put_on(schema_editor.connection)


def take_off(apps, schema_editor) -> None:
    seal.take_off(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(put_on, take_off)]
