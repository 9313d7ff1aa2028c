"""Keys of pseudonyms anew: letters with hooks and strokes, and small capitals, count as plain ones."""

from django.db import migrations

from community.accounts.pseudonyms import skeleton


def write_keys(apps, schema_editor) -> None:
    people = apps.get_model("accounts", "User").objects
    for person in people.exclude(key__startswith="-").only("pseudonym", "key").iterator():
        key = skeleton(person.pseudonym)
        # Where somebody is called so already, the older key stays; that person asks for another name.
        if key != person.key and not people.filter(key=key).exists():
            people.filter(pk=person.pk).update(key=key)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_tasks_and_invitations")]

    operations = [migrations.RunPython(write_keys, migrations.RunPython.noop)]
