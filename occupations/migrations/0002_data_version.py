"""Every transaction that changes what a public page can show leaves a row: the version of the data."""

from django.db import migrations

from occupations import triggers

# Everything that a public page shows, the history of edits and Django's own tables left out.
TABLES = [
    f"occupations_{name}"
    for name in (
        "alternatetitle", "certification", "certification_occupations", "certifyingorganization", "codesystem",
        "description", "educationshare", "element", "importrun", "industry", "industryshare", "jobzone",
        "occupation", "occupation_combines", "priceindex", "priceparity", "profile", "profile_occupations",
        "profile_similar", "profilesection", "profilewage", "program", "programoccupation", "projection",
        "quickfacts", "rating", "relatedoccupation", "release", "source", "task", "technology",
    )
]


class Migration(migrations.Migration):
    dependencies = [("occupations", "0001_initial")]

    operations = [
        migrations.RunSQL(triggers.FUNCTION, triggers.DROP_FUNCTION),
        migrations.RunSQL(triggers.create(TABLES), triggers.drop(TABLES)),
    ]
