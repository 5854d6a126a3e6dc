from django.db import migrations

from occupations import triggers

TABLES = ["wages_area", "wages_wageestimate"]


class Migration(migrations.Migration):
    dependencies = [("occupations", "0002_data_version"), ("wages", "0002_partition_by_release")]

    operations = [migrations.RunSQL(triggers.create(TABLES), triggers.drop(TABLES))]
