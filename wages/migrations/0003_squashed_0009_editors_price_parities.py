"""Counties and ZIP codes, what notes a change of the data, and the group "Editors": seven migrations made in one go.

The group looks at all data, edits editorial content, and nothing else. What an editor may do to a single row (official
or editorial) is decided in the admin; the group says which kinds of rows can be edited at all.
"""

import django.db.models.deletion
from django.db import migrations, models

TABLES = ("area", "county", "wageestimate", "zipcode")
TRIGGERS = "".join(
    f"""
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON wages_{table}
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();"""
    for table in TABLES
)
NO_TRIGGERS = "".join(f"\n    DROP TRIGGER note_data_change ON wages_{table};" for table in TABLES)

GROUP = "Editors"
EDITED = {
    "occupations": """
        release profile profilesection certification certifyingorganization projection industryshare introduction
    """.split(),
    "wages": ["wageestimate"],
}
VIEWED = {
    "occupations": """
        source importrun importfile codesystem codechange occupation alternatetitle industry description educationshare
        element jobzone priceindex priceparity areapriceparity profilewage program programoccupation quickfacts rating
        relatedoccupation task taskrating emergingtask contextcategory technology utilizationfactor editorialrow
        datachange
    """.split(),
    "wages": ["area", "county", "zipcode"],
}


def make_group(apps, schema_editor):
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    group.permissions.set(
        [
            _permission(apps, app, model, action)
            for models, actions in ((EDITED, ("view", "add", "change", "delete")), (VIEWED, ("view",)))
            for app, names in models.items()
            for model in names
            for action in actions
        ]
    )


def _permission(apps, app, model, action):
    # Django writes permissions after all migrations, so on a new database they are not there yet. It leaves
    # those that it finds as they are, so these are made just as it would make them.
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    verbose_name = apps.get_model(app, model)._meta.verbose_name
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename=f"{action}_{model}",
        defaults={"name": f"Can {action} {verbose_name}"},
    )
    return permission


def remove_group(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name=GROUP).delete()


class Migration(migrations.Migration):

    replaces = [
        ("wages", "0003_data_version"),
        ("wages", "0004_editors_group"),
        ("wages", "0005_editors_introductions"),
        ("wages", "0006_counties_and_zip_codes"),
        ("wages", "0007_editors_onet_parts"),
        ("wages", "0008_editors_look_at_factors"),
        ("wages", "0009_editors_price_parities"),
    ]

    dependencies = [
        ("occupations", "0001_squashed_0017_release_known_to"),
        ("wages", "0002_partition_by_release"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name='County',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='counties', to='occupations.release')),
                ('fips', models.CharField(help_text="The state's FIPS code and three digits.", max_length=5)),
                ('name', models.CharField(max_length=100)),
                ('key', models.CharField(help_text='The name as it is looked up, without “County”.', max_length=100)),
                ('delineation', models.CharField(max_length=20)),
                ('area_code', models.CharField(max_length=7)),
            ],
            options={
                'verbose_name_plural': 'counties',
                'ordering': ('fips',),
                'indexes': [models.Index(fields=['key'], name='county_key')],
                'constraints': [models.UniqueConstraint(fields=('release', 'fips'), name='county_natural_key'), models.CheckConstraint(condition=models.Q(('fips__regex', '^\\d{5}$')), name='county_fips_is_five_digits'), models.CheckConstraint(condition=models.Q(('area_code__regex', '^\\d{7}$')), name='county_area_code_is_seven_digits'), models.CheckConstraint(condition=models.Q(('key', ''), _negated=True), name='county_key_not_empty')],
            },
        ),
        migrations.CreateModel(
            name='ZipCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='zip_codes', to='occupations.release')),
                ('code', models.CharField(max_length=5)),
                ('place', models.CharField(max_length=100)),
                ('key', models.CharField(help_text="The place's name as it is looked up.", max_length=100)),
                ('state_code', models.CharField(help_text='FIPS code.', max_length=2)),
                ('county', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='zip_codes', to='wages.county')),
            ],
            options={
                'verbose_name': 'ZIP code',
                'ordering': ('code',),
                'indexes': [models.Index(fields=['key', 'state_code'], name='zipcode_key_state')],
                'constraints': [models.UniqueConstraint(fields=('release', 'code'), name='zipcode_natural_key'), models.CheckConstraint(condition=models.Q(('code__regex', '^\\d{5}$')), name='zipcode_is_five_digits'), models.CheckConstraint(condition=models.Q(('state_code__in', ['01', '02', '04', '05', '06', '08', '09', '10', '11', '12', '13', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42', '44', '45', '46', '47', '48', '49', '50', '51', '53', '54', '55', '56', '66', '72', '78'])), name='zipcode_state_known'), models.CheckConstraint(condition=models.Q(('key', ''), _negated=True), name='zipcode_key_not_empty')],
            },
        ),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
        migrations.RunPython(make_group, remove_group),
    ]
