"""Editors look at the ratings of tasks, new tasks, and the answers about work context."""

from django.db import migrations

GROUP = "Editors"
NAMES = {"contextcategory": "context category", "emergingtask": "emerging task", "taskrating": "task rating"}


def permissions(apps):
    # Django writes permissions after all migrations, so on a new database they are not there yet. It leaves
    # those that it finds as they are, so these are made just as it would make them.
    types, made = apps.get_model("contenttypes", "ContentType").objects, apps.get_model("auth", "Permission").objects
    return [
        made.get_or_create(
            content_type=types.get_or_create(app_label="occupations", model=model)[0],
            codename=f"view_{model}",
            defaults={"name": f"Can view {name}"},
        )[0]
        for model, name in NAMES.items()
    ]


def give(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.add(*permissions(apps))


def take(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.remove(*permissions(apps))


class Migration(migrations.Migration):
    dependencies = [("wages", "0006_counties_and_zip_codes"), ("occupations", "0013_onet_abilities_context_and_tasks")]

    operations = [migrations.RunPython(give, take)]
