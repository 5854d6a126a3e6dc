"""How deep a share's industry stands in the tree of an export of the matrix."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("occupations", "0008_onet_parts")]

    operations = [
        migrations.AddField(
            "industryshare",
            "display_level",
            models.PositiveSmallIntegerField(
                blank=True,
                editable=False,
                help_text="How deep the row stands in the matrix’s own tree of industries: 2 is a sector.",
                null=True,
            ),
        ),
    ]
