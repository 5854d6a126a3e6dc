"""Counties and ZIP codes, each led to its OEWS area; editors look at them."""

import django.db.models.deletion
from django.db import migrations, models

TRIGGERS = """
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON wages_county
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON wages_zipcode
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();
"""
NO_TRIGGERS = """
    DROP TRIGGER note_data_change ON wages_county;
    DROP TRIGGER note_data_change ON wages_zipcode;
"""
GROUP = "Editors"
VIEWED = {"county": "county", "zipcode": "ZIP code"}


def permissions(apps):
    # Django writes permissions after all migrations, so on a new database they are not there yet. It leaves
    # those that it finds as they are, so these are made just as it would make them.
    types, made = apps.get_model("contenttypes", "ContentType").objects, apps.get_model("auth", "Permission").objects
    return [
        made.get_or_create(
            content_type=types.get_or_create(app_label="wages", model=model)[0],
            codename=f"view_{model}",
            defaults={"name": f"Can view {name}"},
        )[0]
        for model, name in VIEWED.items()
    ]


def give(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.add(*permissions(apps))


def take(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.remove(*permissions(apps))


class Migration(migrations.Migration):

    dependencies = [
        ('occupations', '0012_introductions'),
        ('wages', '0005_editors_introductions'),
    ]

    operations = [
        migrations.CreateModel(
            name='County',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fips', models.CharField(help_text="The state's FIPS code and three digits.", max_length=5)),
                ('name', models.CharField(max_length=100)),
                ('key', models.CharField(help_text='The name as it is looked up, without “County”.', max_length=100)),
                ('delineation', models.CharField(max_length=20)),
                ('area_code', models.CharField(max_length=7)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='counties', to='occupations.release')),
            ],
            options={
                'verbose_name_plural': 'counties',
                'ordering': ('fips',),
            },
        ),
        migrations.CreateModel(
            name='ZipCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=5)),
                ('place', models.CharField(max_length=100)),
                ('key', models.CharField(help_text="The place's name as it is looked up.", max_length=100)),
                ('state_code', models.CharField(help_text='FIPS code.', max_length=2)),
                ('county', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='zip_codes', to='wages.county')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='zip_codes', to='occupations.release')),
            ],
            options={
                'verbose_name': 'ZIP code',
                'ordering': ('code',),
            },
        ),
        migrations.AddIndex(
            model_name='county',
            index=models.Index(fields=['key'], name='county_key'),
        ),
        migrations.AddConstraint(
            model_name='county',
            constraint=models.UniqueConstraint(fields=('release', 'fips'), name='county_natural_key'),
        ),
        migrations.AddConstraint(
            model_name='county',
            constraint=models.CheckConstraint(condition=models.Q(('fips__regex', '^\\d{5}$')), name='county_fips_is_five_digits'),
        ),
        migrations.AddConstraint(
            model_name='county',
            constraint=models.CheckConstraint(condition=models.Q(('area_code__regex', '^\\d{7}$')), name='county_area_code_is_seven_digits'),
        ),
        migrations.AddConstraint(
            model_name='county',
            constraint=models.CheckConstraint(condition=models.Q(('key', ''), _negated=True), name='county_key_not_empty'),
        ),
        migrations.AddIndex(
            model_name='zipcode',
            index=models.Index(fields=['key', 'state_code'], name='zipcode_key_state'),
        ),
        migrations.AddConstraint(
            model_name='zipcode',
            constraint=models.UniqueConstraint(fields=('release', 'code'), name='zipcode_natural_key'),
        ),
        migrations.AddConstraint(
            model_name='zipcode',
            constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^\\d{5}$')), name='zipcode_is_five_digits'),
        ),
        migrations.AddConstraint(
            model_name='zipcode',
            constraint=models.CheckConstraint(condition=models.Q(('state_code__in', ['01', '02', '04', '05', '06', '08', '09', '10', '11', '12', '13', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42', '44', '45', '46', '47', '48', '49', '50', '51', '53', '54', '55', '56', '66', '72', '78'])), name='zipcode_state_known'),
        ),
        migrations.AddConstraint(
            model_name='zipcode',
            constraint=models.CheckConstraint(condition=models.Q(('key', ''), _negated=True), name='zipcode_key_not_empty'),
        ),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
        migrations.RunPython(give, take),
    ]
