from typing import Any

from django.db import migrations, models


def mark(apps: Any, _editor: Any) -> None:
    """O*NET says in which month a release came out; of the projections 2025–35 the day is not known here."""
    releases = apps.get_model("occupations", "Release").objects.filter(kind="official")
    releases.filter(source__slug="onet", published_on__day=1).update(known_to="month")
    releases.filter(source__slug="projections", label="2025–35", published_on="2026-08-27").update(
        known_to="year"
    )


class Migration(migrations.Migration):
    dependencies = [("occupations", "0016_price_parities_of_areas")]

    operations = [
        migrations.AddField(
            model_name="release",
            name="known_to",
            field=models.CharField(
                choices=[("day", "The day"), ("month", "The month"), ("year", "The year")],
                default="day",
                help_text="How exactly that day is known; pages say no more than that.",
                max_length=5,
                verbose_name="known to",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(known_to__in=("day", "month", "year")), name="release_known_to_known"
            ),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
