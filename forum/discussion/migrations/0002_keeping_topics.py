from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("discussion", "0001_initial")]

    operations = [
        migrations.AddField(
            "topictrait", "archived_at", models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField("topictrait", "kept_at", models.DateTimeField(blank=True, null=True)),
    ]
