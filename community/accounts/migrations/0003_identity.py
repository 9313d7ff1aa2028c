"""That somebody was identified: two keyed hashes, and what stays of them when one leaves."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_hidden_and_changes")]

    operations = [
        migrations.CreateModel(
            name="Identity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_key", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "name_key",
                    models.CharField(blank=True, db_index=True, editable=False, max_length=64),
                ),
                ("key_version", models.PositiveSmallIntegerField(editable=False)),
                ("adult", models.BooleanField(default=True, editable=False)),
                (
                    "method",
                    models.CharField(
                        choices=[("bank", "Bank identification"), ("wallet", "Identity wallet")],
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "verified_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identity",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("adult", True)), name="only_adults_are_identified"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="FormerIdentity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_key", models.CharField(db_index=True, editable=False, max_length=64)),
                ("key_version", models.PositiveSmallIntegerField(editable=False)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_identity",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
