"""A change of an area or a wage estimate is a change of the data: see occupations.0002_data_version."""

from django.db import migrations

CREATE = """
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON wages_area
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON wages_wageestimate
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();
"""
DROP = """
    DROP TRIGGER note_data_change ON wages_area;
    DROP TRIGGER note_data_change ON wages_wageestimate;
"""


class Migration(migrations.Migration):
    dependencies = [("occupations", "0002_data_version"), ("wages", "0002_partition_by_release")]

    operations = [migrations.RunSQL(CREATE, DROP)]
