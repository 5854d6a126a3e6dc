"""Every transaction that changes what a public page can show leaves a row: the version of the data."""

from django.db import migrations

FUNCTION = """
    CREATE FUNCTION note_data_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO occupations_datachange (xid) VALUES (pg_current_xact_id()::text::bigint)
        ON CONFLICT DO NOTHING;
        RETURN NULL;
    END $$;
"""

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
CREATE = "".join(
    f"""
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();"""
    for table in TABLES
)
DROP = "".join(f"\n    DROP TRIGGER note_data_change ON {table};" for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [("occupations", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION note_data_change();"),
        migrations.RunSQL(CREATE, DROP),
    ]
