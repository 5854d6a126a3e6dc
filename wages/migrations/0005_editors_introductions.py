"""Editors edit introductions, and look at what became of codes."""

from django.db import migrations

GROUP = "Editors"
GIVEN = {"introduction": ("view", "add", "change", "delete"), "codechange": ("view",)}
NAMES = {"introduction": "introduction", "codechange": "code change"}


def permissions(apps):
    # Django writes permissions after all migrations, so on a new database they are not there yet. It leaves
    # those that it finds as they are, so these are made just as it would make them.
    types, made = apps.get_model("contenttypes", "ContentType").objects, apps.get_model("auth", "Permission").objects
    return [
        made.get_or_create(
            content_type=types.get_or_create(app_label="occupations", model=model)[0],
            codename=f"{action}_{model}",
            defaults={"name": f"Can {action} {NAMES[model]}"},
        )[0]
        for model, actions in GIVEN.items()
        for action in actions
    ]


def give(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.add(*permissions(apps))


def take(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.remove(*permissions(apps))


class Migration(migrations.Migration):
    dependencies = [("wages", "0004_editors_group"), ("occupations", "0012_introductions")]

    operations = [migrations.RunPython(give, take)]
