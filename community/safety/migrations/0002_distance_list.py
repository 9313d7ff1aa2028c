"""The distance list: entries without names, and whom they met (PB-11)."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import community.core.refs


def key() -> models.BigAutoField:
    return models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("safety", "0001_blocks"),
    ]

    operations = [
        migrations.CreateModel(
            name="DistanceEntry",
            fields=[
                ("id", key()),
                (
                    "ref",
                    community.core.refs.RefField(
                        default=community.core.refs.new_ref,
                        editable=False,
                        max_length=16,
                        unique=True,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "name_key",
                    models.CharField(blank=True, db_index=True, editable=False, max_length=64),
                ),
                ("key_version", models.PositiveSmallIntegerField(editable=False)),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("begins_at", models.DateTimeField(editable=False)),
                ("removed_at", models.DateTimeField(editable=False, null=True)),
                ("ends_at", models.DateTimeField(editable=False, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="distance_entries",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["number", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("by", "number"),
                        name="entries_are_numbered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1), ("number__lte", 5)),
                        name="a_distance_list_is_short",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DistanceHit",
            fields=[
                ("id", key()),
                (
                    "since",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "about",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hits",
                        to="safety.distanceentry",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("entry", "about"), name="an_entry_meets_one_once"
                    )
                ]
            },
        ),
    ]
