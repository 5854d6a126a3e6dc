from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("occupations", "0003_indexes_of_descriptors")]

    operations = [
        migrations.RenameField("source", "licence", "license"),
        migrations.RenameField("source", "licence_url", "license_url"),
    ]
