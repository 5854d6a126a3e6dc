"""All tables of this app as they are after its first seventeen migrations, made in one go.

A new site takes this one in place of those, a site that has them all counts as having it; one that stopped in between
goes on with them. Constraints stand inside the models: added one by one, each would make Django render its models anew.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.functions
import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import simple_history.models
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

# One row for each transaction, however many statements it has: the setting is undone with the savepoint or the
# transaction in which the row was written. The rows of earlier transactions go when a newer one has come, but for
# those that another transaction is about to delete: nobody waits for anybody. A transaction that reads an older
# snapshot would fail on rows that are gone meanwhile, so it leaves the work to the next one.
# Listeners to the channel get the token when the transaction commits.
FUNCTION = """
    CREATE FUNCTION note_data_change() RETURNS trigger LANGUAGE plpgsql AS $$
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
FIRST_TOKEN = "INSERT INTO occupations_datachange DEFAULT VALUES;"

# Everything that a public page shows; the history of edits and Django's own tables are left out.
TABLES = """
    alternatetitle areapriceparity certification certification_occupations certifyingorganization codechange codesystem
    contextcategory description educationshare element emergingtask importrun industry industryshare introduction jobzone occupation
    occupation_combines priceindex priceparity profile profile_occupations profile_similar profilesection profilewage program
    programoccupation projection quickfacts rating relatedoccupation release source task taskrating technology utilizationfactor
""".split()
CREATE = "".join(
    f"""
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON occupations_{table}
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();"""
    for table in TABLES
)
DROP = "".join(f"\n    DROP TRIGGER note_data_change ON occupations_{table};" for table in TABLES)


class CreateModels(migrations.operations.base.Operation):
    """Several models at once. Django would render all that hang together anew for each that comes: a thousand times."""

    def __init__(self, operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # made again, whole, when it is next asked for
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self.operations)} models"


class Migration(migrations.Migration):

    replaces = [
        ("occupations", "0001_initial"),
        ("occupations", "0002_data_version"),
        ("occupations", "0003_indexes_of_descriptors"),
        ("occupations", "0004_license"),
        ("occupations", "0005_profile_files"),
        ("occupations", "0006_data_version_of_tokens"),
        ("occupations", "0007_release_origin"),
        ("occupations", "0008_onet_parts"),
        ("occupations", "0009_matrix_level"),
        ("occupations", "0010_projection_carried_from"),
        ("occupations", "0011_code_changes"),
        ("occupations", "0012_introductions"),
        ("occupations", "0013_onet_abilities_context_and_tasks"),
        ("occupations", "0014_title_keys"),
        ("occupations", "0015_separations_and_factors"),
        ("occupations", "0016_price_parities_of_areas"),
        ("occupations", "0017_release_known_to"),
    ]

    initial = True

    dependencies = [
        ('auth', '__first__'),
    ]

    operations = [
        django.contrib.postgres.operations.TrigramExtension(),
        CreateModels(
            [
                migrations.CreateModel(
                    name='CertifyingOrganization',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(unique=True)),
                        ('name', models.CharField(help_text="Today's name.", max_length=200)),
                        ('abbreviation', models.CharField(blank=True, max_length=20)),
                        ('former_names', models.CharField(blank=True, help_text='Earlier names, separated by semicolons.', max_length=300)),
                        ('official_url', models.URLField(help_text="The organization's website.")),
                    ],
                    options={
                        'ordering': ('name',),
                    },
                ),
                migrations.CreateModel(
                    name='DataChange',
                    fields=[
                        ('token', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), help_text='Random; no other change, of this or another database, ever has it.', primary_key=True, serialize=False)),
                        ('changed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        'ordering': ('-changed_at',),
                    },
                ),
                migrations.CreateModel(
                    name='Source',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(unique=True)),
                        ('name', models.CharField(help_text='As the publisher writes it.', max_length=200)),
                        ('short_name', models.CharField(help_text='The abbreviation used beside figures.', max_length=40)),
                        ('publisher', models.CharField(max_length=200)),
                        ('gives', models.TextField(help_text='What this source provides, in one sentence.')),
                        ('cadence', models.CharField(blank=True, max_length=200)),
                        ('official_url', models.URLField(blank=True)),
                        ('license', models.CharField(max_length=200)),
                        ('license_url', models.URLField(blank=True)),
                        ('attribution', models.TextField(help_text='How the publisher asks to be credited.')),
                    ],
                    options={
                        'ordering': ('name',),
                    },
                ),
                migrations.CreateModel(
                    name='Release',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='occupations.source')),
                        ('label', models.CharField(help_text='As the field writes it: "May 2025", "2024–34".', max_length=60)),
                        ('slug', models.SlugField(editable=False, help_text='The label as it stands in an address.', max_length=60)),
                        ('reference_period', models.CharField(help_text='What the figures refer to.', max_length=120)),
                        ('kind', models.CharField(choices=[('official', 'Official'), ('editorial', 'Editorial')], default='editorial', max_length=10)),
                        ('state', models.CharField(choices=[('loading', 'Loading'), ('awaiting', 'Awaiting approval'), ('ready', 'Ready'), ('withdrawn', 'Withdrawn')], default='loading', max_length=10)),
                        ('published_on', models.DateField(blank=True, help_text='The day the publisher issued it. Releases are sorted by it.', null=True)),
                        ('known_to', models.CharField(choices=[('day', 'The day'), ('month', 'The month'), ('year', 'The year')], default='day', help_text='How exact that day is. Pages never show more than this.', max_length=5, verbose_name='known to')),
                        ('revision', models.PositiveSmallIntegerField(default=0, help_text='Counts reissues of the same release.')),
                        ('hourly_cap', models.DecimalField(blank=True, decimal_places=2, help_text='Top code of hourly wages, in dollars.', max_digits=7, null=True)),
                        ('annual_cap', models.PositiveIntegerField(blank=True, help_text='Top code of annual wages, in dollars.', null=True)),
                        ('parts', models.JSONField(blank=True, default=list, editable=False, help_text='The parts that are loaded, where a source is loaded part by part.')),
                        ('fragments', models.JSONField(blank=True, default=list, editable=False, help_text='Parts that are loaded for far fewer occupations than an earlier release has.')),
                        ('note', models.TextField(blank=True, help_text='What readers need to know about this release.')),
                        ('origin', models.CharField(blank=True, help_text='Where a release that was entered by hand was taken from, as it ends the sentence "Entered by hand from …".', max_length=200)),
                        ('ready_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        'ordering': (models.OrderBy(models.F('published_on'), descending=True, nulls_last=True), 'source', 'label', 'kind'),
                        'constraints': [models.UniqueConstraint(fields=('source', 'label', 'kind'), name='release_natural_key'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'ready'), _negated=True), ('published_on__isnull', False), _connector='OR'), name='release_ready_has_date', violation_error_message='A release needs its publication date before it can be ready.'), models.CheckConstraint(condition=models.Q(models.Q(('annual_cap__isnull', True), ('hourly_cap__isnull', True)), models.Q(('annual_cap__gt', 0), ('annual_cap__isnull', False), ('hourly_cap__gt', 0), ('hourly_cap__isnull', False)), _connector='OR'), name='release_caps_together', violation_error_message='Give both wage caps or neither.'), models.CheckConstraint(condition=models.Q(('kind__in', ('official', 'editorial'))), name='release_kind_known'), models.CheckConstraint(condition=models.Q(('known_to__in', ('day', 'month', 'year'))), name='release_known_to_known'), models.CheckConstraint(condition=models.Q(('state__in', ('loading', 'awaiting', 'ready', 'withdrawn'))), name='release_state_known')],
                    },
                ),
                migrations.CreateModel(
                    name='ImportRun',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='import_runs', to='occupations.source')),
                        ('release', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='import_runs', to='occupations.release')),
                        ('started_at', models.DateTimeField(auto_now_add=True)),
                        ('finished_at', models.DateTimeField(blank=True, null=True)),
                        ('outcome', models.CharField(choices=[('running', 'Running'), ('loaded', 'Loaded'), ('unchanged', 'Unchanged: nothing to do'), ('dry-run', 'Dry run: rolled back'), ('refused', 'Refused: problems in the input'), ('failed', 'Failed'), ('interrupted', 'Interrupted')], default='running', max_length=12)),
                        ('forced', models.BooleanField(default=False)),
                        ('rows_read', models.PositiveBigIntegerField(default=0)),
                        ('rows_written', models.PositiveBigIntegerField(default=0)),
                        ('parts', models.JSONField(blank=True, default=list, help_text='The parts of the release that the run replaced, such as "nation, sectors"; none: all of it.')),
                        ('made_from', models.JSONField(blank=True, default=list, help_text="For a bundle: the publisher's files that it was made from, each with its SHA-256.")),
                        ('counts', models.JSONField(blank=True, default=dict, help_text='Named counts, such as published cells.')),
                        ('problem_count', models.PositiveIntegerField(default=0)),
                        ('report', models.TextField(blank=True, help_text='What the command reported, problems included.')),
                    ],
                    options={
                        'ordering': ('-started_at', '-id'),
                        'indexes': [models.Index(fields=['source', 'outcome'], name='importrun_source_outcome')],
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', True), ('outcome', 'running')), models.Q(models.Q(('outcome', 'running'), _negated=True), ('finished_at__isnull', False)), _connector='OR'), name='importrun_finished_unless_running')],
                    },
                ),
                migrations.CreateModel(
                    name='CodeSystem',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(unique=True)),
                        ('name', models.CharField(max_length=100)),
                        ('subject', models.CharField(choices=[('occupations', 'Occupations'), ('industries', 'Industries'), ('programs', 'Programs of study')], max_length=12)),
                        ('year', models.PositiveSmallIntegerField(blank=True, null=True)),
                        ('extends', models.ForeignKey(blank=True, help_text='The system whose codes this one also uses, with the same meaning.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='occupations.codesystem')),
                        ('is_current', models.BooleanField(default=True, help_text="A newer system retires this one's codes.")),
                    ],
                    options={
                        'ordering': ('subject', 'slug'),
                        'constraints': [models.CheckConstraint(condition=models.Q(('subject__in', ('occupations', 'industries', 'programs'))), name='codesystem_subject_known'), models.CheckConstraint(condition=models.Q(('extends', models.F('id')), _negated=True), name='codesystem_not_its_own_base')],
                    },
                ),
                migrations.CreateModel(
                    name='EditorialRow',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('model', models.CharField(help_text='Such as "occupations.profile".', max_length=60)),
                        ('key', models.TextField(help_text="The row's natural key.")),
                        ('digest', models.CharField(max_length=64)),
                    ],
                    options={
                        'ordering': ('model', 'key'),
                        'constraints': [models.UniqueConstraint(fields=('model', 'key'), name='editorialrow_natural_key')],
                    },
                ),
                migrations.CreateModel(
                    name='Element',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(help_text='O*NET element ID, such as "2.A.1.a".', max_length=20, unique=True)),
                        ('name', models.CharField(max_length=200)),
                        ('domain', models.CharField(choices=[('interest', 'Interest'), ('work-style', 'Work style'), ('skill', 'Skill'), ('knowledge', 'Knowledge'), ('ability', 'Ability'), ('work-value', 'Work value'), ('work-activity', 'Work activity'), ('work-context', 'Work context')], max_length=15)),
                    ],
                    options={
                        'ordering': ('code',),
                        'constraints': [models.CheckConstraint(condition=models.Q(('domain__in', ('interest', 'work-style', 'skill', 'knowledge', 'ability', 'work-value', 'work-activity', 'work-context'))), name='element_domain_known')],
                    },
                ),
                migrations.CreateModel(
                    name='ContextCategory',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('element', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='categories', to='occupations.element')),
                        ('category', models.PositiveSmallIntegerField()),
                        ('label', models.CharField(max_length=120)),
                    ],
                    options={
                        'verbose_name_plural': 'context categories',
                        'ordering': ('element__code', 'category'),
                        'constraints': [models.UniqueConstraint(fields=('element', 'category'), name='contextcategory_natural_key'), models.CheckConstraint(condition=models.Q(('category__range', (1, 5))), name='contextcategory_1_to_5'), models.CheckConstraint(condition=models.Q(('label', ''), _negated=True), name='contextcategory_not_empty')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalCertification',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('slug', models.SlugField()),
                        ('name', models.CharField(max_length=200)),
                        ('abbreviation', models.CharField(blank=True, max_length=20)),
                        ('attests', models.TextField(blank=True, help_text='What this certification shows about the person who holds it.')),
                        ('requirements', models.TextField(blank=True, help_text='Education and experience required. Markdown.')),
                        ('examinations', models.TextField(blank=True, help_text='What the exams cover and how they work. Markdown.')),
                        ('renewal', models.TextField(blank=True, help_text='What holders do to keep it.')),
                        ('renewal_years', models.PositiveSmallIntegerField(blank=True, help_text='Years between renewals.', null=True)),
                        ('official_url', models.URLField(help_text="The certification's own web page.")),
                        ('last_verified_on', models.DateField(blank=True, help_text='The day someone last checked it with the organization. Leave it empty if nobody has.', null=True)),
                        ('verified_by', models.CharField(blank=True, max_length=120)),
                        ('organization', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.certifyingorganization')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical certification',
                        'verbose_name_plural': 'historical certifications',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='HistoricalCertifyingOrganization',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('slug', models.SlugField()),
                        ('name', models.CharField(help_text="Today's name.", max_length=200)),
                        ('abbreviation', models.CharField(blank=True, max_length=20)),
                        ('former_names', models.CharField(blank=True, help_text='Earlier names, separated by semicolons.', max_length=300)),
                        ('official_url', models.URLField(help_text="The organization's website.")),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical certifying organization',
                        'verbose_name_plural': 'historical certifying organizations',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='HistoricalProfile',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('slug', models.SlugField(max_length=120)),
                        ('title', models.CharField(max_length=200)),
                        ('state', models.CharField(choices=[('draft', 'Draft'), ('review', 'In review'), ('published', 'Published')], default='draft', max_length=10)),
                        ('license', models.CharField(choices=[('state', 'States license these workers'), ('some-states', 'Some states license these workers'), ('federal', 'A federal agency licenses these workers'), ('none', 'No license is needed'), ('unknown', "Our sources don't mention a license")], default='unknown', help_text='Who licenses these workers. The page writes the sentence.', max_length=11)),
                        ('omitted', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('work-environment', 'Work environment'), ('work-schedules', 'Work schedules'), ('qualities-that-help', 'Qualities that help'), ('advancement', 'Advancement')], max_length=30), blank=True, default=list, help_text='Sections left out on purpose because our sources say nothing about them: work-environment, work-schedules, qualities-that-help, advancement.', size=None)),
                        ('not_to_be_confused', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=7, validators=[django.core.validators.RegexValidator('^\\d\\d-\\d{4}$')]), blank=True, default=list, help_text='Codes of the occupations people mix this one up with, most similar first.', size=None)),
                        ('reviewed_on', models.DateField(blank=True, help_text='The day an editor last checked it against the sources. Leave it empty if nobody has.', null=True)),
                        ('reviewed_by', models.CharField(blank=True, max_length=120)),
                        ('official_url', models.URLField(blank=True, help_text="The publisher's page, if there is one.")),
                        ('updated_at', models.DateTimeField(blank=True, editable=False)),
                        ('release', models.ForeignKey(blank=True, db_constraint=False, help_text='The edition this text belongs to, if any.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.release')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical profile',
                        'verbose_name_plural': 'historical profiles',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='ImportFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='occupations.importrun')),
                        ('name', models.CharField(max_length=255)),
                        ('sha256', models.CharField(help_text='Of the bytes on disk.', max_length=64)),
                        ('size', models.PositiveBigIntegerField(help_text='Bytes on disk.')),
                    ],
                    options={
                        'ordering': ('name',),
                        'indexes': [models.Index(fields=['sha256'], name='importfile_sha256')],
                        'constraints': [models.UniqueConstraint(fields=('run', 'name'), name='importfile_once_a_run'), models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='importfile_sha256_is_hex')],
                    },
                ),
                migrations.CreateModel(
                    name='Industry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('system', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='industries', to='occupations.codesystem')),
                        ('code', models.CharField(max_length=8)),
                        ('title', models.CharField(help_text='The official title.', max_length=250)),
                        ('short_title', models.CharField(help_text='For tables and charts, in sentence case.', max_length=120)),
                        ('kind', models.CharField(choices=[('all', 'All industries'), ('private', 'All private industries'), ('sector', 'Sector'), ('naics', 'NAICS industry'), ('combination', 'OEWS combination of industries'), ('ownership', 'Ownership cut of an industry'), ('government', 'Government total')], max_length=12)),
                        ('level', models.PositiveSmallIntegerField(help_text='0 for totals, 2 for a sector, 3 to 6 for the digits of a NAICS industry.')),
                        ('parent', models.ForeignKey(blank=True, help_text='The next wider industry; for an ownership cut, the industry that it cuts.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='occupations.industry')),
                        ('is_retired', models.BooleanField(default=False)),
                    ],
                    options={
                        'verbose_name_plural': 'industries',
                        'ordering': ('code',),
                        'constraints': [models.UniqueConstraint(fields=('system', 'code'), name='industry_natural_key'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('all', 'private', 'government')), ('level', 0)), models.Q(('kind', 'sector'), ('level', 2)), models.Q(('kind__in', ('naics', 'combination', 'ownership')), ('level__range', (3, 6))), _connector='OR'), name='industry_kind_and_level_agree'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'all'), ('parent__isnull', True)), models.Q(models.Q(('kind', 'all'), _negated=True), ('parent__isnull', False)), _connector='OR'), name='industry_has_its_parent', violation_error_message='Every industry but the total of all has a parent.'), models.CheckConstraint(condition=models.Q(('parent', models.F('id')), _negated=True), name='industry_not_its_own_parent'), models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('short_title', ''), _negated=True)), name='industry_has_titles')],
                    },
                ),
                migrations.CreateModel(
                    name='Occupation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('system', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='occupations', to='occupations.codesystem')),
                        ('code', models.CharField(max_length=10)),
                        ('title', models.CharField(help_text='The official title.', max_length=200)),
                        ('sentence_title', models.CharField(help_text='The title in sentence case: "Industrial production managers".', max_length=200)),
                        ('level', models.PositiveSmallIntegerField(choices=[(0, 'All occupations'), (1, 'Major group'), (2, 'Minor group'), (3, 'Broad group'), (4, 'Detailed occupation'), (5, 'O*NET-SOC occupation')])),
                        ('parent', models.ForeignKey(blank=True, help_text='The next wider group. Never cut from the digits of the code.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='occupations.occupation')),
                        ('is_residual', models.BooleanField(default=False, help_text='An "All Other" occupation.')),
                        ('is_retired', models.BooleanField(default=False, help_text='A newer code system has replaced the code.')),
                        ('combines', models.ManyToManyField(blank=True, help_text='For a code that stands for several: the occupations it combines.', related_name='combined_in', to='occupations.occupation')),
                    ],
                    options={
                        'ordering': ('code',),
                        'indexes': [models.Index(fields=['code'], name='occupation_code'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Lower('title'), name='gin_trgm_ops'), name='occupation_title_trigrams')],
                        'constraints': [models.UniqueConstraint(fields=('system', 'code'), name='occupation_natural_key'), models.CheckConstraint(condition=models.Q(('code__regex', '^\\d\\d-\\d{4}(\\.\\d\\d)?$')), name='occupation_code_is_written_with_hyphen', violation_error_message='Write the code with its hyphen, such as 11-3051 or 11-3051.01.'), models.CheckConstraint(condition=models.Q(('level__range', (0, 5))), name='occupation_level_known'), models.CheckConstraint(condition=models.Q(models.Q(('level', 0), ('parent__isnull', True)), models.Q(('level__gt', 0), ('parent__isnull', False), models.Q(('parent', models.F('id')), _negated=True)), _connector='OR'), name='occupation_only_the_total_has_no_parent'), models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('sentence_title', ''), _negated=True)), name='occupation_has_titles')],
                    },
                ),
                migrations.CreateModel(
                    name='Certification',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(unique=True)),
                        ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certifications', to='occupations.certifyingorganization')),
                        ('name', models.CharField(max_length=200)),
                        ('abbreviation', models.CharField(blank=True, max_length=20)),
                        ('attests', models.TextField(blank=True, help_text='What this certification shows about the person who holds it.')),
                        ('requirements', models.TextField(blank=True, help_text='Education and experience required. Markdown.')),
                        ('examinations', models.TextField(blank=True, help_text='What the exams cover and how they work. Markdown.')),
                        ('renewal', models.TextField(blank=True, help_text='What holders do to keep it.')),
                        ('renewal_years', models.PositiveSmallIntegerField(blank=True, help_text='Years between renewals.', null=True)),
                        ('official_url', models.URLField(help_text="The certification's own web page.")),
                        ('last_verified_on', models.DateField(blank=True, help_text='The day someone last checked it with the organization. Leave it empty if nobody has.', null=True)),
                        ('verified_by', models.CharField(blank=True, max_length=120)),
                        ('occupations', models.ManyToManyField(related_name='certifications', to='occupations.occupation')),
                    ],
                    options={
                        'ordering': ('name',),
                        'constraints': [models.UniqueConstraint(fields=('organization', 'name'), name='certification_once_an_organization'), models.CheckConstraint(condition=models.Q(('renewal_years__isnull', True), ('renewal_years__range', (1, 50)), _connector='OR'), name='certification_renewal_years_positive', violation_error_message='A renewal cycle is 1 to 50 years; leave it empty if there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('last_verified_on__isnull', True), ('verified_by', '')), models.Q(('last_verified_on__isnull', False), models.Q(('verified_by', ''), _negated=True)), _connector='OR'), name='certification_verified_by_somebody', violation_error_message='A verification has both a date and the name of the person who made it.')],
                    },
                ),
                migrations.CreateModel(
                    name='Introduction',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('occupation', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='introduction', to='occupations.occupation')),
                        ('industry', models.OneToOneField(blank=True, help_text='In place of a group of occupations.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='introduction', to='occupations.industry')),
                        ('text', models.TextField(help_text='Two to four sentences, plain text.')),
                    ],
                    options={
                        'ordering': ('occupation__code', 'industry__code'),
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('industry__isnull', True), ('occupation__isnull', False)), models.Q(('industry__isnull', False), ('occupation__isnull', True)), _connector='OR'), name='introduction_of_group_or_industry', violation_error_message='Give the group of occupations or the industry, not both.')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalIntroduction',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('text', models.TextField(help_text='Two to four sentences, plain text.')),
                        ('occupation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.occupation')),
                        ('industry', models.ForeignKey(blank=True, db_constraint=False, help_text='In place of a group of occupations.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.industry')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical introduction',
                        'verbose_name_plural': 'historical introductions',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='HistoricalCertification_occupations',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('certification', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.certification')),
                        ('occupation', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.occupation')),
                        ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='occupations.historicalcertification')),
                        ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
                    ],
                    options={
                        'verbose_name': 'HistoricalCertification_occupations',
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='Profile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(max_length=120, unique=True)),
                        ('title', models.CharField(max_length=200)),
                        ('release', models.ForeignKey(blank=True, help_text='The edition this text belongs to, if any.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='profiles', to='occupations.release')),
                        ('state', models.CharField(choices=[('draft', 'Draft'), ('review', 'In review'), ('published', 'Published')], default='draft', max_length=10)),
                        ('license', models.CharField(choices=[('state', 'States license these workers'), ('some-states', 'Some states license these workers'), ('federal', 'A federal agency licenses these workers'), ('none', 'No license is needed'), ('unknown', "Our sources don't mention a license")], default='unknown', help_text='Who licenses these workers. The page writes the sentence.', max_length=11)),
                        ('omitted', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('work-environment', 'Work environment'), ('work-schedules', 'Work schedules'), ('qualities-that-help', 'Qualities that help'), ('advancement', 'Advancement')], max_length=30), blank=True, default=list, help_text='Sections left out on purpose because our sources say nothing about them: work-environment, work-schedules, qualities-that-help, advancement.', size=None)),
                        ('not_to_be_confused', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=7, validators=[django.core.validators.RegexValidator('^\\d\\d-\\d{4}$')]), blank=True, default=list, help_text='Codes of the occupations people mix this one up with, most similar first.', size=None)),
                        ('reviewed_on', models.DateField(blank=True, help_text='The day an editor last checked it against the sources. Leave it empty if nobody has.', null=True)),
                        ('reviewed_by', models.CharField(blank=True, max_length=120)),
                        ('official_url', models.URLField(blank=True, help_text="The publisher's page, if there is one.")),
                        ('updated_at', models.DateTimeField(auto_now=True)),
                        ('occupations', models.ManyToManyField(help_text='The occupations this profile covers.', related_name='profiles', to='occupations.occupation')),
                        ('similar', models.ManyToManyField(blank=True, help_text='As the Handbook lists them.', related_name='similar_to', to='occupations.profile')),
                    ],
                    options={
                        'ordering': ('title',),
                        'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'review', 'published'))), name='profile_state_known'), models.CheckConstraint(condition=models.Q(('license__in', ('state', 'some-states', 'federal', 'none', 'unknown'))), name='profile_license_known'), models.CheckConstraint(condition=models.Q(('omitted__contained_by', ['work-environment', 'work-schedules', 'qualities-that-help', 'advancement'])), name='profile_omitted_known'), models.CheckConstraint(condition=models.Q(django.db.models.lookups.Regex(models.Func(models.F('not_to_be_confused'), models.Value(','), function='array_to_string', output_field=models.TextField()), '^(\\d\\d-\\d{4}(,\\d\\d-\\d{4})*)?$')), name='profile_not_to_be_confused_codes', violation_error_message='A code of the SOC is written as 29-1141.'), models.CheckConstraint(condition=models.Q(models.Q(('reviewed_by', ''), ('reviewed_on__isnull', True)), models.Q(('reviewed_on__isnull', False), models.Q(('reviewed_by', ''), _negated=True)), _connector='OR'), name='profile_review_has_date_and_name', violation_error_message='A review has both a date and the name of the person who made it.')],
                    },
                ),
                migrations.CreateModel(
                    name='HistoricalProfileSection',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('05-in-short', 'In short'), ('10-what-they-do', 'What they do'), ('20-work-environment', 'Work environment'), ('30-work-schedules', 'Work schedules'), ('40-education-and-training', 'How to become one'), ('50-other-skills', 'Qualities that help'), ('60-advancement', 'Advancement'), ('70-pay', 'Pay'), ('80-job-outlook', 'Job outlook'), ('85-similar-occupations', 'Similar occupations'), ('90-contacts', 'Contacts and sources')], max_length=30)),
                        ('body', models.TextField(help_text='Markdown. Leave statistics out: the page adds them from the data.')),
                        ('markup', models.CharField(choices=[('markdown', 'Markdown'), ('html', 'HTML of a publisher, cleaned')], default='markdown', max_length=8)),
                        ('loaded_body', models.TextField(blank=True, editable=False, help_text='The text as it was last loaded. If the body differs, an editor has changed it.')),
                        ('incoming_body', models.TextField(blank=True, editable=False, help_text='Newer text from a later load, set aside because an editor had changed the body.')),
                        ('profile', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.profile')),
                        ('history_id', models.AutoField(primary_key=True, serialize=False)),
                        ('history_date', models.DateTimeField(db_index=True)),
                        ('history_change_reason', models.CharField(max_length=100, null=True)),
                        ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                        ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'historical profile section',
                        'verbose_name_plural': 'historical profile sections',
                        'ordering': ('-history_date', '-history_id'),
                        'get_latest_by': ('history_date', 'history_id'),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='HistoricalProfile_occupations',
                    fields=[
                        ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                        ('profile', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.profile')),
                        ('occupation', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.occupation')),
                        ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='occupations.historicalprofile')),
                        ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
                    ],
                    options={
                        'verbose_name': 'HistoricalProfile_occupations',
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name='ProfileSection',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='occupations.profile')),
                        ('kind', models.CharField(choices=[('05-in-short', 'In short'), ('10-what-they-do', 'What they do'), ('20-work-environment', 'Work environment'), ('30-work-schedules', 'Work schedules'), ('40-education-and-training', 'How to become one'), ('50-other-skills', 'Qualities that help'), ('60-advancement', 'Advancement'), ('70-pay', 'Pay'), ('80-job-outlook', 'Job outlook'), ('85-similar-occupations', 'Similar occupations'), ('90-contacts', 'Contacts and sources')], max_length=30)),
                        ('body', models.TextField(help_text='Markdown. Leave statistics out: the page adds them from the data.')),
                        ('markup', models.CharField(choices=[('markdown', 'Markdown'), ('html', 'HTML of a publisher, cleaned')], default='markdown', max_length=8)),
                        ('loaded_body', models.TextField(blank=True, editable=False, help_text='The text as it was last loaded. If the body differs, an editor has changed it.')),
                        ('incoming_body', models.TextField(blank=True, editable=False, help_text='Newer text from a later load, set aside because an editor had changed the body.')),
                    ],
                    options={
                        'ordering': ('profile', 'kind'),
                        'constraints': [models.UniqueConstraint(fields=('profile', 'kind'), name='profilesection_natural_key', violation_error_message='The profile already has a section of this kind.'), models.CheckConstraint(condition=models.Q(('body', ''), _negated=True), name='profilesection_not_empty', violation_error_message='Leave the section out rather than empty.')],
                    },
                ),
                migrations.CreateModel(
                    name='Program',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('system', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programs', to='occupations.codesystem')),
                        ('code', models.CharField(max_length=7)),
                        ('title', models.CharField(max_length=250)),
                    ],
                    options={
                        'ordering': ('code',),
                        'constraints': [models.UniqueConstraint(fields=('system', 'code'), name='program_natural_key'), models.CheckConstraint(condition=models.Q(('code__regex', '^\\d\\d\\.\\d{4}$')), name='program_code_form')],
                    },
                ),
                migrations.CreateModel(
                    name='ProgramOccupation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='program_occupations', to='occupations.release')),
                        ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='occupations.program')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='occupations.occupation')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('release', 'program', 'occupation'), name='programoccupation_natural_key')],
                    },
                ),
                migrations.CreateModel(
                    name='RelatedOccupation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='related_occupations', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_occupations', to='occupations.occupation')),
                        ('related', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_from', to='occupations.occupation')),
                        ('tier', models.CharField(choices=[('1-primary-short', 'Primary, the first five'), ('2-primary-long', 'Primary, the first ten'), ('3-supplemental', 'Supplemental')], max_length=16)),
                        ('rank', models.PositiveSmallIntegerField()),
                    ],
                    options={
                        'ordering': ('tier', 'rank'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'related'), name='related_natural_key'), models.CheckConstraint(condition=models.Q(('occupation', models.F('related')), _negated=True), name='related_is_another')],
                    },
                ),
                migrations.CreateModel(
                    name='Rating',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='occupations.occupation')),
                        ('element', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='occupations.element')),
                        ('scale', models.CharField(choices=[('IM', 'Importance'), ('LV', 'Level'), ('OI', 'Occupational interest'), ('IH', 'Interest high point'), ('WI', 'Work style impact'), ('DR', 'Distinctiveness rank'), ('EX', 'Extent of a work value'), ('VH', 'Work value high point'), ('CX', 'Context, 1 to 5'), ('CXP', 'Context, percent for an answer of 5'), ('CT', 'Context, 1 to 3'), ('CTP', 'Context, percent for an answer of 3')], max_length=3)),
                        ('category', models.PositiveSmallIntegerField(blank=True, help_text='The answer that a percent is of; empty on every other scale.', null=True)),
                        ('value', models.DecimalField(decimal_places=2, max_digits=5)),
                        ('standard_error', models.DecimalField(blank=True, decimal_places=4, max_digits=7, null=True)),
                        ('sample_size', models.PositiveIntegerField(blank=True, help_text='N of the rating.', null=True)),
                        ('is_suppressed', models.BooleanField(default=False, help_text='O*NET recommends not to use the figure.')),
                        ('is_not_relevant', models.BooleanField(default=False, help_text='Rated as not relevant to the occupation.')),
                        ('domain_source', models.CharField(blank=True, help_text='Who or what the rating is from, in O*NET’s words: "Incumbent".', max_length=40)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'element', 'scale', 'category'), name='rating_natural_key', nulls_distinct=False), models.CheckConstraint(condition=models.Q(models.Q(('scale', 'IM'), ('value__range', (1, 5))), models.Q(('scale', 'LV'), ('value__range', (0, 7))), models.Q(('scale', 'OI'), ('value__range', (1, 7))), models.Q(('scale', 'IH'), ('value__range', (0, 6))), models.Q(('scale', 'WI'), ('value__range', (-3, 3))), models.Q(('scale', 'DR'), ('value__range', (0, 25))), models.Q(('scale', 'EX'), ('value__range', (1, 7))), models.Q(('scale', 'VH'), ('value__range', (0, 6))), models.Q(('scale', 'CX'), ('value__range', (1, 5))), models.Q(('scale', 'CT'), ('value__range', (1, 3))), models.Q(('scale', 'CXP'), ('value__range', (0, 100))), models.Q(('scale', 'CTP'), ('value__range', (0, 100))), _connector='OR'), name='rating_within_its_scale'), models.CheckConstraint(condition=models.Q(models.Q(('category__isnull', False), ('category__range', (1, 5)), ('scale', 'CXP')), models.Q(('category__isnull', False), ('category__range', (1, 3)), ('scale', 'CTP')), models.Q(models.Q(('scale__in', ('CXP', 'CTP')), _negated=True), ('category__isnull', True)), _connector='OR'), name='rating_category_of_its_scale')],
                    },
                ),
                migrations.CreateModel(
                    name='QuickFacts',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quick_facts', to='occupations.release')),
                        ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quick_facts', to='occupations.profile')),
                        ('annual_median', models.PositiveIntegerField(blank=True, null=True)),
                        ('annual_median_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('hourly_median', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                        ('hourly_median_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('jobs', models.PositiveIntegerField(blank=True, null=True)),
                        ('jobs_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('percent_change', models.DecimalField(blank=True, decimal_places=1, max_digits=6, null=True)),
                        ('percent_change_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('employment_change', models.IntegerField(blank=True, help_text='qf_employment_openings, which is the change whatever its name says.', null=True)),
                        ('employment_change_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('growth_word', models.CharField(blank=True, choices=[('decline', 'decline'), ('little', 'little or no change'), ('slower', 'slower than average'), ('average', 'about as fast as average'), ('faster', 'faster than average'), ('much-faster', 'much faster than average')], max_length=12)),
                        ('entry_education', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Doctoral or professional degree'), (2, 'Master’s degree'), (3, 'Bachelor’s degree'), (4, 'Associate’s degree'), (5, 'Postsecondary nondegree award'), (6, 'Some college, no degree'), (7, 'High school diploma or equivalent'), (8, 'No formal educational credential')], null=True)),
                        ('work_experience', models.PositiveSmallIntegerField(blank=True, choices=[(1, '5 years or more'), (2, 'Less than 5 years'), (4, 'None')], null=True)),
                        ('training', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Internship/residency'), (2, 'Apprenticeship'), (3, 'Long-term on-the-job training'), (4, 'Moderate-term on-the-job training'), (5, 'Short-term on-the-job training'), (6, 'None')], null=True)),
                        ('as_published', models.JSONField(blank=True, default=dict, help_text='The facts word by word.')),
                    ],
                    options={
                        'verbose_name_plural': 'quick facts',
                        'constraints': [models.UniqueConstraint(fields=('release', 'profile'), name='quickfacts_natural_key'), models.CheckConstraint(condition=models.Q(models.Q(('annual_median__isnull', False), ('annual_median_missing__isnull', True)), models.Q(('annual_median__isnull', True), ('annual_median_missing__in', [1, 2, 3, 4, 5, 6]), ('annual_median_missing__isnull', False)), _connector='OR'), name='quickfacts_annual_median_value_or_reason', violation_error_message='Annual median: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('hourly_median__isnull', False), ('hourly_median_missing__isnull', True)), models.Q(('hourly_median__isnull', True), ('hourly_median_missing__in', [1, 2, 3, 4, 5, 6]), ('hourly_median_missing__isnull', False)), _connector='OR'), name='quickfacts_hourly_median_value_or_reason', violation_error_message='Hourly median: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('jobs__isnull', False), ('jobs_missing__isnull', True)), models.Q(('jobs__isnull', True), ('jobs_missing__in', [1, 2, 3, 4, 5, 6]), ('jobs_missing__isnull', False)), _connector='OR'), name='quickfacts_jobs_value_or_reason', violation_error_message='Jobs: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('percent_change__isnull', False), ('percent_change_missing__isnull', True)), models.Q(('percent_change__isnull', True), ('percent_change_missing__in', [1, 2, 3, 4, 5, 6]), ('percent_change_missing__isnull', False)), _connector='OR'), name='quickfacts_percent_change_value_or_reason', violation_error_message='Percent change: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('employment_change__isnull', False), ('employment_change_missing__isnull', True)), models.Q(('employment_change__isnull', True), ('employment_change_missing__in', [1, 2, 3, 4, 5, 6]), ('employment_change_missing__isnull', False)), _connector='OR'), name='quickfacts_employment_change_value_or_reason', violation_error_message='Employment change: give either a figure or the reason why there is none.')],
                    },
                ),
                migrations.CreateModel(
                    name='Projection',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='projections', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projections', to='occupations.occupation')),
                        ('base_year', models.PositiveSmallIntegerField()),
                        ('target_year', models.PositiveSmallIntegerField()),
                        ('base_employment', models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ('base_employment_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('target_employment', models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ('target_employment_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('employment_change', models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ('employment_change_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('percent_change', models.DecimalField(blank=True, decimal_places=1, max_digits=6, null=True)),
                        ('percent_change_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('openings', models.DecimalField(blank=True, decimal_places=1, help_text='Yearly average, in thousands.', max_digits=9, null=True)),
                        ('openings_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('labor_force_exits', models.DecimalField(blank=True, decimal_places=1, help_text='Yearly average, in thousands: people who leave the labor force.', max_digits=9, null=True)),
                        ('labor_force_exits_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('occupational_transfers', models.DecimalField(blank=True, decimal_places=1, help_text='Yearly average, in thousands: people who go to another occupation.', max_digits=9, null=True)),
                        ('occupational_transfers_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('separations', models.DecimalField(blank=True, decimal_places=1, help_text='Yearly average, in thousands: exits and transfers together, as published.', max_digits=9, null=True)),
                        ('separations_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('percent_self_employed', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                        ('percent_self_employed_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('entry_education', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Doctoral or professional degree'), (2, 'Master’s degree'), (3, 'Bachelor’s degree'), (4, 'Associate’s degree'), (5, 'Postsecondary nondegree award'), (6, 'Some college, no degree'), (7, 'High school diploma or equivalent'), (8, 'No formal educational credential')], null=True)),
                        ('entry_education_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('work_experience', models.PositiveSmallIntegerField(blank=True, choices=[(1, '5 years or more'), (2, 'Less than 5 years'), (4, 'None')], null=True)),
                        ('work_experience_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('training', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Internship/residency'), (2, 'Apprenticeship'), (3, 'Long-term on-the-job training'), (4, 'Moderate-term on-the-job training'), (5, 'Short-term on-the-job training'), (6, 'None')], null=True)),
                        ('training_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('handbook_url', models.URLField(blank=True, help_text="The Handbook's page that covers the occupation, where the workbook leads to one.")),
                        ('carried_from', models.ForeignKey(blank=True, editable=False, help_text="The round that states the self-employed, the experience and the training, where this one doesn't.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='occupations.release')),
                        ('stands_in', models.ForeignKey(blank=True, editable=False, help_text='The round a year later, where that leaves the occupation out: this projection then stands in.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='occupations.release')),
                        ('growth_word', models.CharField(blank=True, choices=[('decline', 'decline'), ('little', 'little or no change'), ('slower', 'slower than average'), ('average', 'about as fast as average'), ('faster', 'faster than average'), ('much-faster', 'much faster than average')], max_length=12)),
                        ('growth_word_basis', models.CharField(choices=[('published', 'published for this occupation'), ('derived', 'ours, from the round’s scale'), ('between', 'none: the percent ends in .5 and falls between two words'), ('unknown', 'none: the round’s scale is not known here')], default='unknown', max_length=10)),
                    ],
                    options={
                        'ordering': ('release', 'occupation__code'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation'), name='projection_natural_key'), models.CheckConstraint(condition=models.Q(models.Q(('base_employment__isnull', False), ('base_employment_missing__isnull', True)), models.Q(('base_employment__isnull', True), ('base_employment_missing__in', [1, 2, 3, 4, 5, 6]), ('base_employment_missing__isnull', False)), _connector='OR'), name='projection_base_employment_value_or_reason', violation_error_message='Base employment: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('target_employment__isnull', False), ('target_employment_missing__isnull', True)), models.Q(('target_employment__isnull', True), ('target_employment_missing__in', [1, 2, 3, 4, 5, 6]), ('target_employment_missing__isnull', False)), _connector='OR'), name='projection_target_employment_value_or_reason', violation_error_message='Target employment: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('employment_change__isnull', False), ('employment_change_missing__isnull', True)), models.Q(('employment_change__isnull', True), ('employment_change_missing__in', [1, 2, 3, 4, 5, 6]), ('employment_change_missing__isnull', False)), _connector='OR'), name='projection_employment_change_value_or_reason', violation_error_message='Employment change: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('percent_change__isnull', False), ('percent_change_missing__isnull', True)), models.Q(('percent_change__isnull', True), ('percent_change_missing__in', [1, 2, 3, 4, 5, 6]), ('percent_change_missing__isnull', False)), _connector='OR'), name='projection_percent_change_value_or_reason', violation_error_message='Percent change: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('openings__isnull', False), ('openings_missing__isnull', True)), models.Q(('openings__isnull', True), ('openings_missing__in', [1, 2, 3, 4, 5, 6]), ('openings_missing__isnull', False)), _connector='OR'), name='projection_openings_value_or_reason', violation_error_message='Openings: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('labor_force_exits__isnull', False), ('labor_force_exits_missing__isnull', True)), models.Q(('labor_force_exits__isnull', True), ('labor_force_exits_missing__in', [1, 2, 3, 4, 5, 6]), ('labor_force_exits_missing__isnull', False)), _connector='OR'), name='projection_labor_force_exits_value_or_reason', violation_error_message='Labor force exits: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('occupational_transfers__isnull', False), ('occupational_transfers_missing__isnull', True)), models.Q(('occupational_transfers__isnull', True), ('occupational_transfers_missing__in', [1, 2, 3, 4, 5, 6]), ('occupational_transfers_missing__isnull', False)), _connector='OR'), name='projection_occupational_transfers_value_or_reason', violation_error_message='Occupational transfers: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('separations__isnull', False), ('separations_missing__isnull', True)), models.Q(('separations__isnull', True), ('separations_missing__in', [1, 2, 3, 4, 5, 6]), ('separations_missing__isnull', False)), _connector='OR'), name='projection_separations_value_or_reason', violation_error_message='Separations: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('percent_self_employed__isnull', False), ('percent_self_employed_missing__isnull', True)), models.Q(('percent_self_employed__isnull', True), ('percent_self_employed_missing__in', [1, 2, 3, 4, 5, 6]), ('percent_self_employed_missing__isnull', False)), _connector='OR'), name='projection_percent_self_employed_value_or_reason', violation_error_message='Percent self employed: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('entry_education__isnull', False), ('entry_education_missing__isnull', True)), models.Q(('entry_education__isnull', True), ('entry_education_missing__in', [1, 2, 3, 4, 5, 6]), ('entry_education_missing__isnull', False)), _connector='OR'), name='projection_entry_education_value_or_reason', violation_error_message='Entry education: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('work_experience__isnull', False), ('work_experience_missing__isnull', True)), models.Q(('work_experience__isnull', True), ('work_experience_missing__in', [1, 2, 3, 4, 5, 6]), ('work_experience_missing__isnull', False)), _connector='OR'), name='projection_work_experience_value_or_reason', violation_error_message='Work experience: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('training__isnull', False), ('training_missing__isnull', True)), models.Q(('training__isnull', True), ('training_missing__in', [1, 2, 3, 4, 5, 6]), ('training_missing__isnull', False)), _connector='OR'), name='projection_training_value_or_reason', violation_error_message='Training: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(('target_year__gt', models.F('base_year'))), name='projection_years_in_order', violation_error_message='The target year comes after the base year.'), models.CheckConstraint(condition=models.Q(models.Q(('base_employment__isnull', True), ('base_employment__gte', 0), _connector='OR'), models.Q(('target_employment__isnull', True), ('target_employment__gte', 0), _connector='OR'), models.Q(('openings__isnull', True), ('openings__gte', 0), _connector='OR')), name='projection_employment_not_negative', violation_error_message='Jobs and openings are not below zero.'), models.CheckConstraint(condition=models.Q(models.Q(('labor_force_exits__isnull', True), ('labor_force_exits__gte', 0), _connector='OR'), models.Q(('occupational_transfers__isnull', True), ('occupational_transfers__gte', 0), _connector='OR'), models.Q(('separations__isnull', True), ('separations__gte', 0), _connector='OR')), name='projection_separations_not_negative', violation_error_message='Exits, transfers and separations are not below zero.'), models.CheckConstraint(condition=models.Q(('separations__isnull', True), ('labor_force_exits__isnull', True), ('occupational_transfers__isnull', True), models.Q(('separations__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('labor_force_exits'), '+', models.F('occupational_transfers')), '-', models.Value(Decimal('0.1')))), ('separations__lte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('labor_force_exits'), '+', models.F('occupational_transfers')), '+', models.Value(Decimal('0.1'))))), _connector='OR'), name='projection_separations_add_up', violation_error_message='Exits and transfers make the separations, to rounding.'), models.CheckConstraint(condition=models.Q(('handbook_url', ''), ('handbook_url__regex', '^https://www\\.bls\\.gov/ooh/[a-z0-9-]+/[a-z0-9-]+\\.htm$'), _connector='OR'), name='projection_handbook_url_is_of_the_handbook', violation_error_message='The address is one of https://www.bls.gov/ooh/ that ends in .htm.'), models.CheckConstraint(condition=models.Q(('percent_self_employed__isnull', True), ('percent_self_employed__range', (0, 100)), _connector='OR'), name='projection_percent_self_employed_0_to_100', violation_error_message='A percent is from 0 to 100.'), models.CheckConstraint(condition=models.Q(models.Q(('growth_word', ''), ('growth_word_basis__in', ('between', 'unknown'))), models.Q(('growth_word__in', ['decline', 'little', 'slower', 'average', 'faster', 'much-faster']), ('growth_word_basis__in', ('published', 'derived'))), _connector='OR'), name='projection_growth_word_has_its_basis', violation_error_message='Say whether the growth word is published or ours; leave both out otherwise.')],
                    },
                ),
                migrations.CreateModel(
                    name='ProfileWage',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='profile_wages', to='occupations.release')),
                        ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wages', to='occupations.profile')),
                        ('occupation', models.ForeignKey(blank=True, help_text='Where the profile states it for one of its occupations alone; empty: for the whole profile.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='profile_wages', to='occupations.occupation')),
                        ('industry', models.ForeignKey(blank=True, help_text='Empty where the title names no single industry of ours.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='profile_wages', to='occupations.industry')),
                        ('industry_title', models.CharField(help_text='As published.', max_length=200)),
                        ('reference_period', models.CharField(help_text='"May 2024"', max_length=20)),
                        ('basis', models.CharField(choices=[('annual', 'annual'), ('hourly', 'hourly')], max_length=6)),
                        ('median', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                        ('median_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                        ('floor', models.DecimalField(blank=True, decimal_places=2, help_text='Where a top-coded median begins.', max_digits=9, null=True)),
                    ],
                    options={
                        'ordering': ('profile', '-median', 'industry_title'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'profile', 'occupation', 'industry_title', 'basis'), name='profilewage_natural_key', nulls_distinct=False), models.CheckConstraint(condition=models.Q(models.Q(('median__isnull', False), ('median_missing__isnull', True)), models.Q(('median__isnull', True), ('median_missing__in', [1, 2, 3, 4, 5, 6]), ('median_missing__isnull', False)), _connector='OR'), name='profilewage_median_value_or_reason', violation_error_message='Median: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(('floor__isnull', True), models.Q(('median_missing', 2), ('median_missing__isnull', False)), _connector='OR'), name='profilewage_floor_only_if_top_coded')],
                    },
                ),
                migrations.CreateModel(
                    name='PriceParity',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='price_parities', to='occupations.release')),
                        ('state_code', models.CharField(help_text='FIPS code; 00 is the nation.', max_length=2)),
                        ('year', models.PositiveSmallIntegerField()),
                        ('category', models.PositiveSmallIntegerField(choices=[(1, 'All items'), (2, 'Goods'), (3, 'Services: housing'), (4, 'Services: utilities'), (5, 'Services: other')])),
                        ('value', models.DecimalField(decimal_places=3, help_text='The nation is 100.', max_digits=7)),
                    ],
                    options={
                        'verbose_name_plural': 'price parities',
                        'ordering': ('state_code', 'year', 'category'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'state_code', 'year', 'category'), name='priceparity_natural_key'), models.CheckConstraint(condition=models.Q(('value__gt', 0)), name='priceparity_positive'), models.CheckConstraint(condition=models.Q(('category__range', (1, 5))), name='priceparity_category_known')],
                    },
                ),
                migrations.CreateModel(
                    name='PriceIndex',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='price_indexes', to='occupations.release')),
                        ('year', models.PositiveSmallIntegerField()),
                        ('month', models.PositiveSmallIntegerField()),
                        ('value', models.DecimalField(decimal_places=3, max_digits=8)),
                    ],
                    options={
                        'verbose_name_plural': 'price indexes',
                        'ordering': ('year', 'month'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'year', 'month'), name='priceindex_natural_key'), models.CheckConstraint(condition=models.Q(('month__range', (1, 13))), name='priceindex_month_1_to_13'), models.CheckConstraint(condition=models.Q(('value__gt', 0)), name='priceindex_positive')],
                    },
                ),
                migrations.CreateModel(
                    name='JobZone',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='job_zones', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='job_zones', to='occupations.occupation')),
                        ('zone', models.PositiveSmallIntegerField()),
                        ('lowest', models.PositiveSmallIntegerField(blank=True, help_text='Where one zone of the release stands for several: the lowest of them.', null=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation'), name='jobzone_natural_key'), models.CheckConstraint(condition=models.Q(('zone__range', (1, 5))), name='jobzone_1_to_5'), models.CheckConstraint(condition=models.Q(('lowest__isnull', True), models.Q(('lowest__gte', 1), ('lowest__lt', models.F('zone'))), _connector='OR'), name='jobzone_lowest_is_lower')],
                    },
                ),
                migrations.CreateModel(
                    name='IndustryShare',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='industry_shares', to='occupations.release')),
                        ('occupation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='industry_shares', to='occupations.occupation')),
                        ('profile', models.ForeignKey(blank=True, help_text='In place of an occupation, where the source states it for the whole profile.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='industry_shares', to='occupations.profile')),
                        ('industry', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='occupation_shares', to='occupations.industry')),
                        ('industry_title', models.CharField(blank=True, help_text='As published, where a source names industries by title.', max_length=200)),
                        ('class_of_worker', models.CharField(blank=True, choices=[('self-employed', 'Self-employed workers'), ('wage-and-salary', 'Wage and salary workers')], max_length=16)),
                        ('share', models.DecimalField(decimal_places=2, help_text='Percent.', max_digits=5)),
                        ('denominator', models.CharField(choices=[('occupation-jobs', 'percent of the occupation’s jobs, self-employed included'), ('profile-jobs', 'percent of the jobs of the profile’s occupations, self-employed included'), ('industry-jobs', 'percent of the industry’s jobs')], max_length=16)),
                        ('display_level', models.PositiveSmallIntegerField(blank=True, editable=False, help_text='How deep the row stands in the matrix’s own tree of industries: 2 is a sector.', null=True)),
                        ('employment', models.DecimalField(blank=True, decimal_places=1, help_text='Thousands of jobs in the base year, where the source states them.', max_digits=9, null=True)),
                        ('target_employment', models.DecimalField(blank=True, decimal_places=1, help_text='Thousands of jobs projected for the target year.', max_digits=9, null=True)),
                        ('target_share', models.DecimalField(blank=True, decimal_places=1, help_text='The share projected for the target year, percent.', max_digits=4, null=True)),
                        ('employment_change', models.DecimalField(blank=True, decimal_places=1, help_text='Thousands of jobs, as published.', max_digits=9, null=True)),
                        ('percent_change', models.DecimalField(blank=True, decimal_places=1, help_text='Percent, as published.', max_digits=8, null=True)),
                    ],
                    options={
                        'ordering': ('release', '-share', 'industry__code'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'profile', 'industry', 'industry_title', 'class_of_worker', 'denominator'), name='industryshare_natural_key', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('share__range', (0, 100))), name='industryshare_0_to_100', violation_error_message='A share is a percent from 0 to 100.'), models.CheckConstraint(condition=models.Q(models.Q(('occupation__isnull', False), ('profile__isnull', True)), models.Q(('occupation__isnull', True), ('profile__isnull', False)), _connector='OR'), name='industryshare_of_occupation_or_profile', violation_error_message='Give the occupation or the profile, not both.'), models.CheckConstraint(condition=models.Q(models.Q(('class_of_worker', ''), ('industry__isnull', False)), models.Q(('class_of_worker', ''), ('industry__isnull', True), models.Q(('industry_title', ''), _negated=True)), models.Q(('class_of_worker__in', ('self-employed', 'wage-and-salary')), ('industry__isnull', True), ('industry_title', '')), _connector='OR'), name='industryshare_in_industry_or_class_of_worker', violation_error_message='Give the industry, its title or the class of worker, not both.'), models.CheckConstraint(condition=models.Q(('denominator__in', ('occupation-jobs', 'profile-jobs', 'industry-jobs'))), name='industryshare_denominator_known'), models.CheckConstraint(condition=models.Q(models.Q(('employment__isnull', True), ('employment__gte', 0), _connector='OR'), models.Q(('target_employment__isnull', True), ('target_employment__gte', 0), _connector='OR')), name='industryshare_employment_not_negative', violation_error_message='Jobs are not below zero.'), models.CheckConstraint(condition=models.Q(('target_share__isnull', True), ('target_share__range', (0, 100)), _connector='OR'), name='industryshare_target_share_0_to_100', violation_error_message='A share is a percent from 0 to 100.')],
                    },
                ),
                migrations.CreateModel(
                    name='EmergingTask',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='emerging_tasks', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='emerging_tasks', to='occupations.occupation')),
                        ('text', models.TextField()),
                        ('category', models.CharField(choices=[('new', 'New'), ('revision', 'Revision of a task')], max_length=8)),
                        ('revises', models.PositiveIntegerField(blank=True, help_text='The ID of the task that it is a revision of.', null=True)),
                        ('domain_source', models.CharField(blank=True, help_text='Who or what named it.', max_length=40)),
                    ],
                    options={
                        'ordering': ('category', 'text'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'text'), name='emergingtask_natural_key'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='emergingtask_not_empty'), models.CheckConstraint(condition=models.Q(models.Q(('category', 'revision'), ('revises__isnull', False)), models.Q(('category', 'new'), ('revises__isnull', True)), _connector='OR'), name='emergingtask_revision_names_its_task')],
                    },
                ),
                migrations.CreateModel(
                    name='EducationShare',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='education_shares', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='education_shares', to='occupations.occupation')),
                        ('category', models.PositiveSmallIntegerField(choices=[(1, 'Less than a high school diploma'), (2, 'High school diploma or equivalent'), (3, 'Post-secondary certificate'), (4, 'Some college courses'), (5, 'Associate’s degree'), (6, 'Bachelor’s degree'), (7, 'Post-baccalaureate certificate'), (8, 'Master’s degree'), (9, 'Post-master’s certificate'), (10, 'First professional degree'), (11, 'Doctoral degree'), (12, 'Post-doctoral training')])),
                        ('percent', models.DecimalField(decimal_places=2, max_digits=5)),
                        ('is_suppressed', models.BooleanField(default=False)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'category'), name='educationshare_natural_key'), models.CheckConstraint(condition=models.Q(('percent__range', (0, 100))), name='educationshare_0_to_100'), models.CheckConstraint(condition=models.Q(('category__range', (1, 12))), name='educationshare_category_known')],
                    },
                ),
                migrations.CreateModel(
                    name='Description',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='descriptions', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='descriptions', to='occupations.occupation')),
                        ('text', models.TextField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation'), name='description_natural_key'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='description_not_empty')],
                    },
                ),
                migrations.CreateModel(
                    name='CodeChange',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='code_changes', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='code_changes', to='occupations.occupation')),
                        ('successor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='code_changes_into', to='occupations.occupation')),
                        ('takes_from_others', models.BooleanField(default=False, help_text='The newer occupation holds work of other older ones as well.')),
                    ],
                    options={
                        'ordering': ('occupation__code', 'successor__code'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'successor'), name='codechange_natural_key'), models.CheckConstraint(condition=models.Q(('occupation', models.F('successor')), _negated=True), name='codechange_is_a_change')],
                    },
                ),
                migrations.CreateModel(
                    name='AreaPriceParity',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='area_price_parities', to='occupations.release')),
                        ('kind', models.CharField(choices=[('metro', 'Metropolitan area'), ('in-metros', 'Metropolitan portion of a state'), ('nonmetro', 'Nonmetropolitan portion of a state')], max_length=10)),
                        ('code', models.CharField(help_text='The code of a metropolitan area; of a portion the state’s FIPS code, 00 for the nation’s.', max_length=5)),
                        ('name', models.CharField(max_length=150)),
                        ('year', models.PositiveSmallIntegerField()),
                        ('category', models.PositiveSmallIntegerField(choices=[(1, 'All items'), (2, 'Goods'), (3, 'Services: housing'), (4, 'Services: utilities'), (5, 'Services: other')])),
                        ('value', models.DecimalField(decimal_places=3, help_text='The nation is 100.', max_digits=7)),
                    ],
                    options={
                        'verbose_name_plural': 'price parities of areas',
                        'ordering': ('kind', 'code', 'year', 'category'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'kind', 'code', 'year', 'category'), name='areapriceparity_natural_key'), models.CheckConstraint(condition=models.Q(('value__gt', 0)), name='areapriceparity_positive'), models.CheckConstraint(condition=models.Q(('category__range', (1, 5))), name='areapriceparity_category_known'), models.CheckConstraint(condition=models.Q(models.Q(('code__regex', '^\\d{5}$'), ('kind', 'metro')), models.Q(('code__regex', '^\\d{2}$'), ('kind__in', ('in-metros', 'nonmetro'))), _connector='OR'), name='areapriceparity_kind_has_its_code')],
                    },
                ),
                migrations.CreateModel(
                    name='AlternateTitle',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alternate_titles', to='occupations.occupation')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alternate_titles', to='occupations.release')),
                        ('kind', models.CharField(choices=[('direct', 'SOC direct-match title'), ('example', 'SOC illustrative example'), ('lay', 'Lay title of the Employment Projections'), ('alternate', 'O*NET alternate title'), ('reported', 'O*NET reported title')], max_length=10)),
                        ('title', models.CharField(max_length=250)),
                    ],
                    options={
                        'ordering': ('title',),
                        'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Lower('title'), name='gin_trgm_ops'), name='alternatetitle_trigrams'), models.Index(django.contrib.postgres.indexes.OpClass(models.Func(models.Func(models.Func(models.Func(django.db.models.functions.text.Lower('title'), models.Value("[’']"), models.Value(''), models.Value('g'), function='regexp_replace'), models.Value('[^[:alnum:]]+'), models.Value(' '), models.Value('g'), function='regexp_replace'), models.Value('((?<=\\w\\w)ies|(?<=\\w[sxzh])es?|(?<=\\w\\w\\w\\w)y|(?<=\\w[^s\\W])s)\\M'), models.Value(''), models.Value('g'), function='regexp_replace'), function='btrim'), name='text_pattern_ops'), name='alternatetitle_key')],
                        'constraints': [models.UniqueConstraint(fields=('occupation', 'release', 'kind', 'title'), name='alternatetitle_natural_key'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='alternatetitle_not_empty')],
                    },
                ),
                migrations.CreateModel(
                    name='Task',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='occupations.occupation')),
                        ('task_id', models.PositiveIntegerField()),
                        ('text', models.TextField()),
                        ('is_core', models.BooleanField(blank=True, help_text='Core or supplemental; empty: not rated.', null=True)),
                    ],
                    options={
                        'ordering': (models.OrderBy(models.F('is_core'), descending=True, nulls_last=True), 'task_id'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'task_id'), name='task_natural_key'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='task_not_empty')],
                    },
                ),
                migrations.CreateModel(
                    name='TaskRating',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='task_ratings', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='task_ratings', to='occupations.occupation')),
                        ('task_id', models.PositiveIntegerField()),
                        ('scale', models.CharField(choices=[('IM', 'Importance'), ('RT', 'Relevance, percent'), ('FT', 'Frequency, percent')], max_length=2)),
                        ('category', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Yearly or less'), (2, 'More than yearly'), (3, 'More than monthly'), (4, 'More than weekly'), (5, 'Daily'), (6, 'Several times daily'), (7, 'Hourly or more')], null=True)),
                        ('value', models.DecimalField(decimal_places=2, max_digits=5)),
                        ('is_suppressed', models.BooleanField(default=False, help_text='O*NET recommends not to use the figure.')),
                        ('domain_source', models.CharField(blank=True, help_text='Who or what the rating is from, in O*NET’s words: "Incumbent".', max_length=40)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'task_id', 'scale', 'category'), name='taskrating_natural_key', nulls_distinct=False), models.CheckConstraint(condition=models.Q(models.Q(('scale', 'IM'), ('value__range', (1, 5))), models.Q(('scale__in', ('RT', 'FT')), ('value__range', (0, 100))), _connector='OR'), name='taskrating_within_its_scale'), models.CheckConstraint(condition=models.Q(models.Q(('category__isnull', False), ('category__range', (1, 7)), ('scale', 'FT')), models.Q(models.Q(('scale', 'FT'), _negated=True), ('category__isnull', True)), _connector='OR'), name='taskrating_category_of_frequency')],
                    },
                ),
                migrations.CreateModel(
                    name='Technology',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='technologies', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='technologies', to='occupations.occupation')),
                        ('name', models.CharField(max_length=200)),
                        ('kind_code', models.CharField(help_text='A UNSPSC commodity code or an O*NET element ID.', max_length=20)),
                        ('kind', models.CharField(max_length=200)),
                        ('is_hot', models.BooleanField(default=False, help_text="Often asked for in employers' job postings.")),
                        ('is_in_demand', models.BooleanField(default=False, help_text='Often asked for in postings for this occupation.')),
                    ],
                    options={
                        'verbose_name_plural': 'technologies',
                        'ordering': ('-is_in_demand', '-is_hot', 'name'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'name', 'kind_code'), name='technology_natural_key')],
                    },
                ),
                migrations.CreateModel(
                    name='UtilizationFactor',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='utilization_factors', to='occupations.release')),
                        ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='utilization_factors', to='occupations.occupation')),
                        ('industry', models.ForeignKey(blank=True, help_text='Empty where the code of the matrix is of no industry of ours.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='utilization_factors', to='occupations.industry')),
                        ('industry_code', models.CharField(help_text='As the matrix writes it; TE1000 is all industries.', max_length=6)),
                        ('industry_title', models.CharField(help_text='As published.', max_length=200)),
                        ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('demand', 'Demand change'), ('productivity', 'Productivity change'), ('capital', 'Capital/labor substitution'), ('sourcing', 'Sourcing change'), ('substitution', 'Occupational substitution')], max_length=12), help_text='One or more, the first as published first.', size=None)),
                        ('direction', models.CharField(choices=[('up', 'share increases'), ('down', 'share decreases')], max_length=4)),
                        ('statement', models.TextField(blank=True, help_text="The publisher's sentence, where its file is loaded.")),
                    ],
                    options={
                        'ordering': ('release', 'occupation__code', 'industry_code'),
                        'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'industry_code'), name='utilizationfactor_natural_key'), models.CheckConstraint(condition=models.Q(('kinds__len__gte', 1), ('kinds__contained_by', ['demand', 'productivity', 'capital', 'sourcing', 'substitution'])), name='utilizationfactor_kinds_known'), models.CheckConstraint(condition=models.Q(('direction__in', ('up', 'down'))), name='utilizationfactor_direction_known')],
                    },
                ),
            ]
        ),
        migrations.AddField(
            model_name='Program',
            name='occupations',
            field=models.ManyToManyField(related_name='programs', through='occupations.ProgramOccupation', to='occupations.occupation'),
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION note_data_change();"),
        migrations.RunSQL(CREATE, DROP),
        migrations.RunSQL(FIRST_TOKEN, migrations.RunSQL.noop),
    ]
