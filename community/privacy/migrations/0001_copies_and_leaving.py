import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import community.core.refs


class Migration(migrations.Migration):
    initial = True
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="ExportRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ref",
                    community.core.refs.RefField(
                        default=community.core.refs.new_ref,
                        editable=False,
                        max_length=16,
                        unique=True,
                    ),
                ),
                ("basics", models.BooleanField(default=True)),
                ("private", models.BooleanField(default=False)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ready_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                ("fetched_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person", "asked_at"], name="copies_of_a_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ready_at__gt", models.F("asked_at"))),
                        name="a_copy_waits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cancelled_at", None), ("fetched_at", None), _connector="OR"
                        ),
                        name="cancelled_or_fetched",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leaving",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("remove", "Remove my words"),
                            ("without_me", "Leave my words, without me"),
                        ],
                        default="remove",
                        max_length=12,
                    ),
                ),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="leaving",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
