"""The version of the data: random tokens of the transactions that changed it, few at any time.

Transaction numbers, as they were before, begin again in a new cluster, so that a restored database took a new
transaction for one that it had noted already; and a row for each of them was kept for ever and counted at each request.
"""

import django.contrib.postgres.functions
import django.db.models.functions.datetime
from django.db import migrations, models

# One row for each transaction, however many statements it has: the setting is undone with the savepoint or the
# transaction in which the row was written. The rows of earlier transactions go when a newer one has come, but for
# those that another transaction is about to delete: nobody waits for anybody. A transaction that reads an older
# snapshot would fail on rows that are gone meanwhile, so it leaves the work to the next one.
# Listeners to the channel get the token when the transaction commits.
FUNCTION = """
    CREATE OR REPLACE FUNCTION note_data_change() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        this_transaction text := pg_current_xact_id()::text;
        new_token uuid := gen_random_uuid();
    BEGIN
        IF current_setting('occupedia.noted_transaction', true) = this_transaction THEN
            RETURN NULL;
        END IF;
        PERFORM set_config('occupedia.noted_transaction', this_transaction, true);
        IF current_setting('transaction_isolation') = 'read committed' THEN
            WITH earlier AS (SELECT token FROM occupations_datachange FOR UPDATE SKIP LOCKED)
            DELETE FROM occupations_datachange change USING earlier WHERE change.token = earlier.token;
        END IF;
        INSERT INTO occupations_datachange (token) VALUES (new_token);
        PERFORM pg_notify('occupedia_data', new_token::text);
        RETURN NULL;
    END $$;
"""
BEFORE = """
    CREATE OR REPLACE FUNCTION note_data_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO occupations_datachange (xid) VALUES (pg_current_xact_id()::text::bigint)
        ON CONFLICT DO NOTHING;
        RETURN NULL;
    END $$;
"""
FIRST_TOKEN = "INSERT INTO occupations_datachange DEFAULT VALUES;"


class Migration(migrations.Migration):
    dependencies = [("occupations", "0005_profile_files")]

    operations = [
        migrations.DeleteModel(name="DataChange"),
        migrations.CreateModel(
            name="DataChange",
            fields=[
                (
                    "token",
                    models.UUIDField(
                        db_default=django.contrib.postgres.functions.RandomUUID(),
                        help_text="Random; no other change, of this or another database, ever has it.",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
            ],
            options={"ordering": ("-changed_at",)},
        ),
        migrations.RunSQL(FUNCTION, BEFORE),
        migrations.RunSQL(FIRST_TOKEN, migrations.RunSQL.noop),
    ]
