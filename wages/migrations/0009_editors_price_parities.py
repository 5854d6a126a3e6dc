"""Editors look at the price levels of areas."""

from django.db import migrations

GROUP = "Editors"


def permission(apps):
    # Django writes permissions after all migrations, so on a new database it is not there yet. It leaves
    # those that it finds as they are, so this is made just as it would make it.
    types, made = apps.get_model("contenttypes", "ContentType").objects, apps.get_model("auth", "Permission").objects
    return made.get_or_create(
        content_type=types.get_or_create(app_label="occupations", model="areapriceparity")[0],
        codename="view_areapriceparity",
        defaults={"name": "Can view area price parity"},
    )[0]


def give(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.add(permission(apps))


def take(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name=GROUP):
        group.permissions.remove(permission(apps))


class Migration(migrations.Migration):
    dependencies = [("wages", "0008_editors_look_at_factors"), ("occupations", "0016_price_parities_of_areas")]

    operations = [migrations.RunPython(give, take)]
