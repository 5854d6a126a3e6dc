"""The group "Editors": looks at all data, edits editorial content, and nothing else.

What an editor may do to a single row (official or editorial) is decided in the admin; the group says which
kinds of rows can be edited at all.
"""

from django.db import migrations

GROUP = "Editors"
EDITED = {
    "occupations": (
        "release", "profile", "profilesection", "certification", "certifyingorganization", "projection",
        "industryshare",
    ),
    "wages": ("wageestimate",),
}
VIEWED = {
    "occupations": (
        "source", "importrun", "importfile", "codesystem", "occupation", "alternatetitle", "industry",
        "description", "educationshare", "element", "jobzone", "priceindex", "priceparity", "profilewage",
        "program", "programoccupation", "quickfacts", "rating", "relatedoccupation", "task", "technology",
        "editorialrow", "datachange",
    ),
    "wages": ("area",),
}


def make_group(apps, schema_editor):
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    group.permissions.set(
        [_permission(apps, app, model, action)
         for models, actions in ((EDITED, ("view", "add", "change", "delete")), (VIEWED, ("view",)))
         for app, names in models.items() for model in names for action in actions]
    )


def _permission(apps, app, model, action):
    # Django writes permissions after all migrations, so on a new database they are not there yet. It leaves
    # those that it finds as they are, so these are made just as it would make them.
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    verbose_name = apps.get_model(app, model)._meta.verbose_name
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=f"{action}_{model}",
        defaults={"name": f"Can {action} {verbose_name}"},
    )
    return permission


def remove_group(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name=GROUP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("wages", "0003_data_version"),
        ("occupations", "0002_data_version"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_group, remove_group)]
