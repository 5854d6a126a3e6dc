"""What the occupations of an older code system became in a newer one."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

TRIGGER = """
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON occupations_codechange
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();
"""


class Migration(migrations.Migration):
    dependencies = [("occupations", "0010_projection_carried_from")]

    operations = [
        migrations.CreateModel(
            name="CodeChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "takes_from_others",
                    models.BooleanField(
                        default=False, help_text="The newer occupation holds work of other older ones as well."
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="code_changes",
                        to="occupations.occupation",
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="code_changes",
                        to="occupations.release",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="code_changes_into",
                        to="occupations.occupation",
                    ),
                ),
            ],
            options={
                "ordering": ("occupation__code", "successor__code"),
                "constraints": (
                    models.UniqueConstraint(
                        fields=("release", "occupation", "successor"), name="codechange_natural_key"
                    ),
                    models.CheckConstraint(condition=~Q(occupation=F("successor")), name="codechange_is_a_change"),
                ),
            },
        ),
        migrations.RunSQL(TRIGGER, "DROP TRIGGER note_data_change ON occupations_codechange;"),
    ]
