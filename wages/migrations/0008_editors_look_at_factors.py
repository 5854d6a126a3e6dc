"""Editors look at why occupations grow or shrink."""

from django.db import migrations

GROUP = "Editors"


def permission(apps):
    # Made as Django would make it: on a new database permissions are written after all migrations.
    types, made = apps.get_model("contenttypes", "ContentType").objects, apps.get_model("auth", "Permission").objects
    return made.get_or_create(
        content_type=types.get_or_create(app_label="occupations", model="utilizationfactor")[0],
        codename="view_utilizationfactor",
        defaults={"name": "Can view utilization factor"},
    )[0]


def give(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.add(permission(apps))


def take(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.remove(permission(apps))


class Migration(migrations.Migration):
    dependencies = [("wages", "0007_editors_onet_parts"), ("occupations", "0015_separations_and_factors")]

    operations = [migrations.RunPython(give, take)]
