"""Editors edit introductions, too."""

from django.db import migrations

GROUP = "Editors"
ACTIONS = ("view", "add", "change", "delete")


def permissions(apps):
    # Django writes permissions after all migrations, so on a new database they are not there yet. It leaves
    # those that it finds as they are, so these are made just as it would make them.
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="occupations", model="introduction"
    )
    made = apps.get_model("auth", "Permission").objects
    return [
        made.get_or_create(
            content_type=content_type, codename=f"{action}_introduction", defaults={"name": f"Can {action} introduction"}
        )[0]
        for action in ACTIONS
    ]


def give(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.add(*permissions(apps))


def take(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.remove(*permissions(apps))


class Migration(migrations.Migration):
    dependencies = [("wages", "0004_editors_group"), ("occupations", "0009_introductions")]

    operations = [migrations.RunPython(give, take)]
