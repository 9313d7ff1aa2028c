"""Sessions that know their person and end by themselves; one-use codes, kept as keyed hashes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import community.core.refs


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_identity"),
    ]

    operations = [
        migrations.CreateModel(
            name="OneUseCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="one_use_codes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "digest"), name="one_use_codes_differ"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OpenSession",
            fields=[
                (
                    "session_key",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                    ),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                (
                    "ref",
                    community.core.refs.RefField(
                        default=community.core.refs.new_ref,
                        editable=False,
                        max_length=16,
                        unique=True,
                    ),
                ),
                (
                    "device",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("phone", "A phone"),
                            ("tablet", "A tablet"),
                            ("computer", "A computer"),
                            ("", "A device"),
                        ],
                        max_length=10,
                    ),
                ),
                ("began_at", models.DateTimeField(null=True)),
                ("last_seen", models.DateField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="open_sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["person", "expire_date"], name="accounts_op_person__0ea9c2_idx"
                    )
                ],
            },
        ),
    ]
