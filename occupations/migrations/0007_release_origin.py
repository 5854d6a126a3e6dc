from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("occupations", "0006_data_version_of_tokens")]

    operations = [
        migrations.AddField(
            model_name="release",
            name="origin",
            field=models.CharField(
                blank=True,
                help_text='Where a release that was entered by hand was taken from, as it ends the sentence "Entered here by hand from …".',
                max_length=200,
            ),
        ),
    ]
