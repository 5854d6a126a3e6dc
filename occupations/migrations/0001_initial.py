"""The first shape of the occupational tables. Constraints stand inside the models: added one by one, they double
the time that a new site takes to make its tables."""

import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        django.contrib.postgres.operations.TrigramExtension(
        ),
        migrations.CreateModel(
            name='CertifyingOrganization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(help_text="Today's name.", max_length=200)),
                ('abbreviation', models.CharField(blank=True, max_length=20)),
                ('former_names', models.CharField(blank=True, help_text='Earlier names, separated by semicolons.', max_length=300)),
                ('official_url', models.URLField(help_text="The organization's own address.")),
            ],
            options={
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='DataChange',
            fields=[
                ('xid', models.BigIntegerField(help_text='The transaction, as PostgreSQL numbers them.', primary_key=True, serialize=False)),
                ('changed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'ordering': ('xid',),
            },
        ),
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
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
                ('report', models.TextField(blank=True, help_text='What the terminal said, problems included.')),
            ],
            options={
                'ordering': ('-started_at', '-id'),
            },
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(help_text='As the field writes it: "May 2025", "2024–34".', max_length=60)),
                ('slug', models.SlugField(editable=False, help_text='The label as it stands in an address.', max_length=60)),
                ('reference_period', models.CharField(help_text='What the figures refer to.', max_length=120)),
                ('kind', models.CharField(choices=[('official', 'Official'), ('editorial', 'Editorial')], default='editorial', max_length=10)),
                ('state', models.CharField(choices=[('loading', 'Loading'), ('awaiting', 'Awaiting approval'), ('ready', 'Ready'), ('withdrawn', 'Withdrawn')], default='loading', max_length=10)),
                ('published_on', models.DateField(blank=True, help_text='The day on which the publisher issued it; orders the releases.', null=True)),
                ('revision', models.PositiveSmallIntegerField(default=0, help_text='Counts reissues of the same release.')),
                ('hourly_cap', models.DecimalField(blank=True, decimal_places=2, help_text='Top code of hourly wages, in dollars.', max_digits=7, null=True)),
                ('annual_cap', models.PositiveIntegerField(blank=True, help_text='Top code of annual wages, in dollars.', null=True)),
                ('note', models.TextField(blank=True, help_text='What a reader must know about this release.')),
                ('ready_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'ordering': (models.OrderBy(models.F('published_on'), descending=True, nulls_last=True), 'source', 'label', 'kind'),
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
                ('gives', models.TextField(help_text='What the source gives, in one sentence.')),
                ('cadence', models.CharField(blank=True, max_length=200)),
                ('official_url', models.URLField(blank=True)),
                ('licence', models.CharField(max_length=200)),
                ('licence_url', models.URLField(blank=True)),
                ('attribution', models.TextField(help_text='The words in which the publisher asks to be credited.')),
            ],
            options={
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='Certification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True)),
                ('name', models.CharField(max_length=200)),
                ('abbreviation', models.CharField(blank=True, max_length=20)),
                ('attests', models.TextField(blank=True, help_text='What the credential says of its holder.')),
                ('requirements', models.TextField(blank=True, help_text='Education and experience asked for. Markdown.')),
                ('examinations', models.TextField(blank=True, help_text='What is examined, and how. Markdown.')),
                ('renewal', models.TextField(blank=True, help_text='What a holder does to keep it.')),
                ('renewal_years', models.PositiveSmallIntegerField(blank=True, help_text='Length of the renewal cycle in years.', null=True)),
                ('official_url', models.URLField(help_text="The credential's own address.")),
                ('last_verified_on', models.DateField(blank=True, help_text='When somebody last checked it with the organization; empty: never.', null=True)),
                ('verified_by', models.CharField(blank=True, max_length=120)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certifications', to='occupations.certifyingorganization')),
            ],
            options={
                'ordering': ('name',),
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
                ('is_current', models.BooleanField(default=True, help_text="A newer system retires this one's codes.")),
                ('extends', models.ForeignKey(blank=True, help_text='The system whose codes this one also uses, with the same meaning.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='occupations.codesystem')),
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
                ('name', models.CharField(max_length=120)),
                ('domain', models.CharField(choices=[('interest', 'Interest'), ('work-style', 'Work style'), ('skill', 'Skill'), ('knowledge', 'Knowledge')], max_length=10)),
            ],
            options={
                'ordering': ('code',),
                'constraints': [models.CheckConstraint(condition=models.Q(('domain__in', ('interest', 'work-style', 'skill', 'knowledge'))), name='element_domain_known')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalCertification',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('slug', models.SlugField()),
                ('name', models.CharField(max_length=200)),
                ('abbreviation', models.CharField(blank=True, max_length=20)),
                ('attests', models.TextField(blank=True, help_text='What the credential says of its holder.')),
                ('requirements', models.TextField(blank=True, help_text='Education and experience asked for. Markdown.')),
                ('examinations', models.TextField(blank=True, help_text='What is examined, and how. Markdown.')),
                ('renewal', models.TextField(blank=True, help_text='What a holder does to keep it.')),
                ('renewal_years', models.PositiveSmallIntegerField(blank=True, help_text='Length of the renewal cycle in years.', null=True)),
                ('official_url', models.URLField(help_text="The credential's own address.")),
                ('last_verified_on', models.DateField(blank=True, help_text='When somebody last checked it with the organization; empty: never.', null=True)),
                ('verified_by', models.CharField(blank=True, max_length=120)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organization', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.certifyingorganization')),
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
                ('official_url', models.URLField(help_text="The organization's own address.")),
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
                ('reviewed_on', models.DateField(blank=True, help_text='When an editor last read it against the sources; empty: never.', null=True)),
                ('reviewed_by', models.CharField(blank=True, max_length=120)),
                ('official_url', models.URLField(blank=True, help_text="The publisher's own page, where it has one.")),
                ('updated_at', models.DateTimeField(blank=True, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('release', models.ForeignKey(blank=True, db_constraint=False, help_text='The edition that the text belongs to, where it has one.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.release')),
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
                ('name', models.CharField(max_length=255)),
                ('sha256', models.CharField(help_text='Of the bytes on disk.', max_length=64)),
                ('size', models.PositiveBigIntegerField(help_text='Bytes on disk.')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='occupations.importrun')),
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
                ('code', models.CharField(max_length=8)),
                ('title', models.CharField(help_text='The official title.', max_length=250)),
                ('short_title', models.CharField(help_text='For tables and charts, in sentence case.', max_length=120)),
                ('kind', models.CharField(choices=[('all', 'All industries'), ('private', 'All private industries'), ('sector', 'Sector'), ('naics', 'NAICS industry'), ('combination', 'OEWS combination of industries'), ('ownership', 'Ownership cut of an industry'), ('government', 'Government total')], max_length=12)),
                ('level', models.PositiveSmallIntegerField(help_text='0 for totals, 2 for a sector, 3 to 6 for the digits of a NAICS industry.')),
                ('is_retired', models.BooleanField(default=False)),
                ('parent', models.ForeignKey(blank=True, help_text='The next wider industry; for an ownership cut, the industry that it cuts.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='occupations.industry')),
                ('system', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='industries', to='occupations.codesystem')),
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
                ('code', models.CharField(max_length=10)),
                ('title', models.CharField(help_text='The official title.', max_length=200)),
                ('sentence_title', models.CharField(help_text='The title in sentence case: "Industrial production managers".', max_length=200)),
                ('level', models.PositiveSmallIntegerField(choices=[(0, 'All occupations'), (1, 'Major group'), (2, 'Minor group'), (3, 'Broad group'), (4, 'Detailed occupation'), (5, 'O*NET-SOC occupation')])),
                ('is_residual', models.BooleanField(default=False, help_text='An "All Other" occupation.')),
                ('is_retired', models.BooleanField(default=False, help_text='A newer code system has replaced the code.')),
                ('combines', models.ManyToManyField(blank=True, help_text='For a code that stands for several: the occupations it combines.', related_name='combined_in', to='occupations.occupation')),
                ('parent', models.ForeignKey(blank=True, help_text='The next wider group. Never cut from the digits of the code.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='occupations.occupation')),
                ('system', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='occupations', to='occupations.codesystem')),
            ],
            options={
                'ordering': ('code',),
                'indexes': [models.Index(fields=['code'], name='occupation_code'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Lower('title'), name='gin_trgm_ops'), name='occupation_title_trigrams')],
                'constraints': [models.UniqueConstraint(fields=('system', 'code'), name='occupation_natural_key'), models.CheckConstraint(condition=models.Q(('code__regex', '^\\d\\d-\\d{4}(\\.\\d\\d)?$')), name='occupation_code_is_written_with_hyphen', violation_error_message='Write the code with its hyphen, such as 11-3051 or 11-3051.01.'), models.CheckConstraint(condition=models.Q(('level__range', (0, 5))), name='occupation_level_known'), models.CheckConstraint(condition=models.Q(models.Q(('level', 0), ('parent__isnull', True)), models.Q(('level__gt', 0), ('parent__isnull', False), models.Q(('parent', models.F('id')), _negated=True)), _connector='OR'), name='occupation_only_the_total_has_no_parent'), models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('sentence_title', ''), _negated=True)), name='occupation_has_titles')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalCertification_occupations',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
                ('certification', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.certification')),
                ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='occupations.historicalcertification')),
                ('occupation', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.occupation')),
            ],
            options={
                'verbose_name': 'HistoricalCertification_occupations',
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name='certification',
            name='occupations',
            field=models.ManyToManyField(related_name='certifications', to='occupations.occupation'),
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('title', models.CharField(max_length=200)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('review', 'In review'), ('published', 'Published')], default='draft', max_length=10)),
                ('reviewed_on', models.DateField(blank=True, help_text='When an editor last read it against the sources; empty: never.', null=True)),
                ('reviewed_by', models.CharField(blank=True, max_length=120)),
                ('official_url', models.URLField(blank=True, help_text="The publisher's own page, where it has one.")),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('occupations', models.ManyToManyField(help_text='The occupations that the profile covers.', related_name='profiles', to='occupations.occupation')),
                ('similar', models.ManyToManyField(blank=True, help_text='As the Handbook lists them.', related_name='similar_to', to='occupations.profile')),
                ('release', models.ForeignKey(blank=True, help_text='The edition that the text belongs to, where it has one.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='profiles', to='occupations.release')),
            ],
            options={
                'ordering': ('title',),
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'review', 'published'))), name='profile_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('reviewed_by', ''), ('reviewed_on__isnull', True)), models.Q(('reviewed_on__isnull', False), models.Q(('reviewed_by', ''), _negated=True)), _connector='OR'), name='profile_review_has_date_and_name', violation_error_message='A review has both a date and the name of the person who made it.')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalProfileSection',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('kind', models.CharField(choices=[('10-what-they-do', 'What they do'), ('20-work-environment', 'Work environment'), ('30-work-schedules', 'Work schedules'), ('40-education-and-training', 'Education and training'), ('50-other-skills', 'Other skills'), ('60-advancement', 'Advancement'), ('70-pay', 'Pay'), ('80-job-outlook', 'Job outlook'), ('85-similar-occupations', 'Similar occupations'), ('90-contacts', 'Contacts and sources')], max_length=30)),
                ('body', models.TextField(help_text='Markdown. No statistical figure: figures come from the data.')),
                ('markup', models.CharField(choices=[('markdown', 'Markdown'), ('html', 'HTML of a publisher, cleaned')], default='markdown', max_length=8)),
                ('loaded_body', models.TextField(blank=True, editable=False, help_text='What the last load put here. Where it differs from the body, an editor has changed the body.')),
                ('incoming_body', models.TextField(blank=True, editable=False, help_text='What a later load would have put here, kept aside because an editor had changed the body.')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('profile', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.profile')),
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
                ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='occupations.historicalprofile')),
                ('occupation', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.occupation')),
                ('profile', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.profile')),
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
                ('kind', models.CharField(choices=[('10-what-they-do', 'What they do'), ('20-work-environment', 'Work environment'), ('30-work-schedules', 'Work schedules'), ('40-education-and-training', 'Education and training'), ('50-other-skills', 'Other skills'), ('60-advancement', 'Advancement'), ('70-pay', 'Pay'), ('80-job-outlook', 'Job outlook'), ('85-similar-occupations', 'Similar occupations'), ('90-contacts', 'Contacts and sources')], max_length=30)),
                ('body', models.TextField(help_text='Markdown. No statistical figure: figures come from the data.')),
                ('markup', models.CharField(choices=[('markdown', 'Markdown'), ('html', 'HTML of a publisher, cleaned')], default='markdown', max_length=8)),
                ('loaded_body', models.TextField(blank=True, editable=False, help_text='What the last load put here. Where it differs from the body, an editor has changed the body.')),
                ('incoming_body', models.TextField(blank=True, editable=False, help_text='What a later load would have put here, kept aside because an editor had changed the body.')),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='occupations.profile')),
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
                ('code', models.CharField(max_length=7)),
                ('title', models.CharField(max_length=250)),
                ('system', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programs', to='occupations.codesystem')),
            ],
            options={
                'ordering': ('code',),
            },
        ),
        migrations.CreateModel(
            name='ProgramOccupation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='occupations.occupation')),
                ('program', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='occupations.program')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='program_occupations', to='occupations.release')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('release', 'program', 'occupation'), name='programoccupation_natural_key')],
            },
        ),
        migrations.AddField(
            model_name='program',
            name='occupations',
            field=models.ManyToManyField(related_name='programs', through='occupations.ProgramOccupation', to='occupations.occupation'),
        ),
        migrations.CreateModel(
            name='RelatedOccupation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tier', models.CharField(choices=[('1-primary-short', 'Primary, the first five'), ('2-primary-long', 'Primary, the first ten'), ('3-supplemental', 'Supplemental')], max_length=16)),
                ('rank', models.PositiveSmallIntegerField()),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_occupations', to='occupations.occupation')),
                ('related', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_from', to='occupations.occupation')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='related_occupations', to='occupations.release')),
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
                ('scale', models.CharField(choices=[('IM', 'Importance'), ('LV', 'Level'), ('OI', 'Occupational interest'), ('IH', 'Interest high point'), ('WI', 'Work style impact'), ('DR', 'Distinctiveness rank')], max_length=2)),
                ('value', models.DecimalField(decimal_places=2, max_digits=5)),
                ('standard_error', models.DecimalField(blank=True, decimal_places=4, max_digits=7, null=True)),
                ('sample_size', models.PositiveIntegerField(blank=True, help_text='N of the rating.', null=True)),
                ('is_suppressed', models.BooleanField(default=False, help_text='O*NET recommends not to use the figure.')),
                ('is_not_relevant', models.BooleanField(default=False, help_text='Rated as not relevant to the occupation.')),
                ('element', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='occupations.element')),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='occupations.occupation')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='occupations.release')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'element', 'scale'), name='rating_natural_key'), models.CheckConstraint(condition=models.Q(models.Q(('scale', 'IM'), ('value__range', (1, 5))), models.Q(('scale', 'LV'), ('value__range', (0, 7))), models.Q(('scale', 'OI'), ('value__range', (1, 7))), models.Q(('scale', 'IH'), ('value__range', (0, 6))), models.Q(('scale', 'WI'), ('value__range', (-3, 3))), models.Q(('scale', 'DR'), ('value__range', (0, 25))), _connector='OR'), name='rating_within_its_scale')],
            },
        ),
        migrations.CreateModel(
            name='QuickFacts',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
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
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quick_facts', to='occupations.profile')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quick_facts', to='occupations.release')),
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
                ('percent_self_employed', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ('percent_self_employed_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                ('entry_education', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Doctoral or professional degree'), (2, 'Master’s degree'), (3, 'Bachelor’s degree'), (4, 'Associate’s degree'), (5, 'Postsecondary nondegree award'), (6, 'Some college, no degree'), (7, 'High school diploma or equivalent'), (8, 'No formal educational credential')], null=True)),
                ('entry_education_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                ('work_experience', models.PositiveSmallIntegerField(blank=True, choices=[(1, '5 years or more'), (2, 'Less than 5 years'), (4, 'None')], null=True)),
                ('work_experience_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                ('training', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Internship/residency'), (2, 'Apprenticeship'), (3, 'Long-term on-the-job training'), (4, 'Moderate-term on-the-job training'), (5, 'Short-term on-the-job training'), (6, 'None')], null=True)),
                ('training_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                ('growth_word', models.CharField(blank=True, choices=[('decline', 'decline'), ('little', 'little or no change'), ('slower', 'slower than average'), ('average', 'about as fast as average'), ('faster', 'faster than average'), ('much-faster', 'much faster than average')], max_length=12)),
                ('growth_word_basis', models.CharField(choices=[('published', 'published for this occupation'), ('derived', 'ours, from the round’s scale'), ('between', 'none: the percent ends in .5 and falls between two words'), ('unknown', 'none: the round’s scale is not known here')], default='unknown', max_length=10)),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projections', to='occupations.occupation')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='projections', to='occupations.release')),
            ],
            options={
                'ordering': ('release', 'occupation__code'),
                'constraints': [models.UniqueConstraint(fields=('release', 'occupation'), name='projection_natural_key'), models.CheckConstraint(condition=models.Q(models.Q(('base_employment__isnull', False), ('base_employment_missing__isnull', True)), models.Q(('base_employment__isnull', True), ('base_employment_missing__in', [1, 2, 3, 4, 5, 6]), ('base_employment_missing__isnull', False)), _connector='OR'), name='projection_base_employment_value_or_reason', violation_error_message='Base employment: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('target_employment__isnull', False), ('target_employment_missing__isnull', True)), models.Q(('target_employment__isnull', True), ('target_employment_missing__in', [1, 2, 3, 4, 5, 6]), ('target_employment_missing__isnull', False)), _connector='OR'), name='projection_target_employment_value_or_reason', violation_error_message='Target employment: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('employment_change__isnull', False), ('employment_change_missing__isnull', True)), models.Q(('employment_change__isnull', True), ('employment_change_missing__in', [1, 2, 3, 4, 5, 6]), ('employment_change_missing__isnull', False)), _connector='OR'), name='projection_employment_change_value_or_reason', violation_error_message='Employment change: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('percent_change__isnull', False), ('percent_change_missing__isnull', True)), models.Q(('percent_change__isnull', True), ('percent_change_missing__in', [1, 2, 3, 4, 5, 6]), ('percent_change_missing__isnull', False)), _connector='OR'), name='projection_percent_change_value_or_reason', violation_error_message='Percent change: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('openings__isnull', False), ('openings_missing__isnull', True)), models.Q(('openings__isnull', True), ('openings_missing__in', [1, 2, 3, 4, 5, 6]), ('openings_missing__isnull', False)), _connector='OR'), name='projection_openings_value_or_reason', violation_error_message='Openings: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('percent_self_employed__isnull', False), ('percent_self_employed_missing__isnull', True)), models.Q(('percent_self_employed__isnull', True), ('percent_self_employed_missing__in', [1, 2, 3, 4, 5, 6]), ('percent_self_employed_missing__isnull', False)), _connector='OR'), name='projection_percent_self_employed_value_or_reason', violation_error_message='Percent self employed: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('entry_education__isnull', False), ('entry_education_missing__isnull', True)), models.Q(('entry_education__isnull', True), ('entry_education_missing__in', [1, 2, 3, 4, 5, 6]), ('entry_education_missing__isnull', False)), _connector='OR'), name='projection_entry_education_value_or_reason', violation_error_message='Entry education: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('work_experience__isnull', False), ('work_experience_missing__isnull', True)), models.Q(('work_experience__isnull', True), ('work_experience_missing__in', [1, 2, 3, 4, 5, 6]), ('work_experience_missing__isnull', False)), _connector='OR'), name='projection_work_experience_value_or_reason', violation_error_message='Work experience: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('training__isnull', False), ('training_missing__isnull', True)), models.Q(('training__isnull', True), ('training_missing__in', [1, 2, 3, 4, 5, 6]), ('training_missing__isnull', False)), _connector='OR'), name='projection_training_value_or_reason', violation_error_message='Training: give either a figure or the reason why there is none.'), models.CheckConstraint(condition=models.Q(('target_year__gt', models.F('base_year'))), name='projection_years_in_order', violation_error_message='The target year comes after the base year.'), models.CheckConstraint(condition=models.Q(models.Q(('base_employment__isnull', True), ('base_employment__gte', 0), _connector='OR'), models.Q(('target_employment__isnull', True), ('target_employment__gte', 0), _connector='OR'), models.Q(('openings__isnull', True), ('openings__gte', 0), _connector='OR')), name='projection_employment_not_negative', violation_error_message='Jobs and openings are not below zero.'), models.CheckConstraint(condition=models.Q(('percent_self_employed__isnull', True), ('percent_self_employed__range', (0, 100)), _connector='OR'), name='projection_percent_self_employed_0_to_100', violation_error_message='A percent is from 0 to 100.'), models.CheckConstraint(condition=models.Q(models.Q(('growth_word', ''), ('growth_word_basis__in', ('between', 'unknown'))), models.Q(('growth_word__in', ['decline', 'little', 'slower', 'average', 'faster', 'much-faster']), ('growth_word_basis__in', ('published', 'derived'))), _connector='OR'), name='projection_growth_word_has_its_basis', violation_error_message='Say whether the growth word is published or ours; leave both out otherwise.')],
            },
        ),
        migrations.CreateModel(
            name='ProfileWage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('industry_title', models.CharField(help_text='As published.', max_length=200)),
                ('reference_period', models.CharField(help_text='"May 2024"', max_length=20)),
                ('basis', models.CharField(choices=[('annual', 'annual'), ('hourly', 'hourly')], max_length=6)),
                ('median', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ('median_missing', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True)),
                ('floor', models.DecimalField(blank=True, decimal_places=2, help_text='Where a top-coded median begins.', max_digits=9, null=True)),
                ('industry', models.ForeignKey(blank=True, help_text='Empty where the title names no single industry of ours.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='profile_wages', to='occupations.industry')),
                ('occupation', models.ForeignKey(blank=True, help_text='Where the profile states it for one of its occupations alone; empty: for the whole profile.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='profile_wages', to='occupations.occupation')),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wages', to='occupations.profile')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='profile_wages', to='occupations.release')),
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
                ('state_code', models.CharField(help_text='FIPS code; 00 is the nation.', max_length=2)),
                ('year', models.PositiveSmallIntegerField()),
                ('category', models.PositiveSmallIntegerField(choices=[(1, 'All items'), (2, 'Goods'), (3, 'Services: housing'), (4, 'Services: utilities'), (5, 'Services: other')])),
                ('value', models.DecimalField(decimal_places=3, help_text='The nation is 100.', max_digits=7)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='price_parities', to='occupations.release')),
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
                ('year', models.PositiveSmallIntegerField()),
                ('month', models.PositiveSmallIntegerField()),
                ('value', models.DecimalField(decimal_places=3, max_digits=8)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='price_indexes', to='occupations.release')),
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
                ('zone', models.PositiveSmallIntegerField()),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='job_zones', to='occupations.occupation')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='job_zones', to='occupations.release')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('release', 'occupation'), name='jobzone_natural_key'), models.CheckConstraint(condition=models.Q(('zone__range', (1, 5))), name='jobzone_1_to_5')],
            },
        ),
        migrations.CreateModel(
            name='IndustryShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('industry_title', models.CharField(blank=True, help_text='As published, where a source names industries by title.', max_length=200)),
                ('class_of_worker', models.CharField(blank=True, choices=[('self-employed', 'Self-employed workers'), ('wage-and-salary', 'Wage and salary workers')], max_length=16)),
                ('share', models.DecimalField(decimal_places=2, help_text='Percent.', max_digits=5)),
                ('denominator', models.CharField(choices=[('occupation-jobs', 'percent of the occupation’s jobs, self-employed included'), ('profile-jobs', 'percent of the jobs of the profile’s occupations, self-employed included'), ('industry-jobs', 'percent of the industry’s jobs')], max_length=16)),
                ('employment', models.DecimalField(blank=True, decimal_places=1, help_text='Thousands of jobs in the base year, where the source states them.', max_digits=9, null=True)),
                ('target_employment', models.DecimalField(blank=True, decimal_places=1, help_text='Thousands of jobs projected for the target year.', max_digits=9, null=True)),
                ('target_share', models.DecimalField(blank=True, decimal_places=1, help_text='The share projected for the target year, percent.', max_digits=4, null=True)),
                ('employment_change', models.DecimalField(blank=True, decimal_places=1, help_text='Thousands of jobs, as published.', max_digits=9, null=True)),
                ('percent_change', models.DecimalField(blank=True, decimal_places=1, help_text='Percent, as published.', max_digits=8, null=True)),
                ('industry', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='occupation_shares', to='occupations.industry')),
                ('occupation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='industry_shares', to='occupations.occupation')),
                ('profile', models.ForeignKey(blank=True, help_text='In place of an occupation, where the source states it for the whole profile.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='industry_shares', to='occupations.profile')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='industry_shares', to='occupations.release')),
            ],
            options={
                'ordering': ('release', '-share', 'industry__code'),
                'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'profile', 'industry', 'industry_title', 'class_of_worker', 'denominator'), name='industryshare_natural_key', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('share__range', (0, 100))), name='industryshare_0_to_100', violation_error_message='A share is a percent from 0 to 100.'), models.CheckConstraint(condition=models.Q(models.Q(('occupation__isnull', False), ('profile__isnull', True)), models.Q(('occupation__isnull', True), ('profile__isnull', False)), _connector='OR'), name='industryshare_of_occupation_or_profile', violation_error_message='Give the occupation or the profile, not both.'), models.CheckConstraint(condition=models.Q(models.Q(('class_of_worker', ''), ('industry__isnull', False)), models.Q(('class_of_worker', ''), ('industry__isnull', True), models.Q(('industry_title', ''), _negated=True)), models.Q(('class_of_worker__in', ('self-employed', 'wage-and-salary')), ('industry__isnull', True), ('industry_title', '')), _connector='OR'), name='industryshare_in_industry_or_class_of_worker', violation_error_message='Give the industry, its title or the class of worker, not both.'), models.CheckConstraint(condition=models.Q(('denominator__in', ('occupation-jobs', 'profile-jobs', 'industry-jobs'))), name='industryshare_denominator_known'), models.CheckConstraint(condition=models.Q(models.Q(('employment__isnull', True), ('employment__gte', 0), _connector='OR'), models.Q(('target_employment__isnull', True), ('target_employment__gte', 0), _connector='OR')), name='industryshare_employment_not_negative', violation_error_message='Jobs are not below zero.'), models.CheckConstraint(condition=models.Q(('target_share__isnull', True), ('target_share__range', (0, 100)), _connector='OR'), name='industryshare_target_share_0_to_100', violation_error_message='A share is a percent from 0 to 100.')],
            },
        ),
        migrations.AddField(
            model_name='importrun',
            name='release',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='import_runs', to='occupations.release'),
        ),
        migrations.CreateModel(
            name='EducationShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('category', models.PositiveSmallIntegerField(choices=[(1, 'Less than a high school diploma'), (2, 'High school diploma or equivalent'), (3, 'Post-secondary certificate'), (4, 'Some college courses'), (5, 'Associate’s degree'), (6, 'Bachelor’s degree'), (7, 'Post-baccalaureate certificate'), (8, 'Master’s degree'), (9, 'Post-master’s certificate'), (10, 'First professional degree'), (11, 'Doctoral degree'), (12, 'Post-doctoral training')])),
                ('percent', models.DecimalField(decimal_places=2, max_digits=5)),
                ('is_suppressed', models.BooleanField(default=False)),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='education_shares', to='occupations.occupation')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='education_shares', to='occupations.release')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'category'), name='educationshare_natural_key'), models.CheckConstraint(condition=models.Q(('percent__range', (0, 100))), name='educationshare_0_to_100'), models.CheckConstraint(condition=models.Q(('category__range', (1, 12))), name='educationshare_category_known')],
            },
        ),
        migrations.CreateModel(
            name='Description',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='descriptions', to='occupations.occupation')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='descriptions', to='occupations.release')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('release', 'occupation'), name='description_natural_key'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='description_not_empty')],
            },
        ),
        migrations.CreateModel(
            name='AlternateTitle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('direct', 'SOC direct-match title'), ('example', 'SOC illustrative example'), ('lay', 'Lay title of the Employment Projections'), ('alternate', 'O*NET alternate title'), ('reported', 'O*NET reported title')], max_length=10)),
                ('title', models.CharField(max_length=250)),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alternate_titles', to='occupations.occupation')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alternate_titles', to='occupations.release')),
            ],
            options={
                'ordering': ('title',),
                'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Lower('title'), name='gin_trgm_ops'), name='alternatetitle_trigrams')],
                'constraints': [models.UniqueConstraint(fields=('occupation', 'release', 'kind', 'title'), name='alternatetitle_natural_key'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='alternatetitle_not_empty')],
            },
        ),
        migrations.AddField(
            model_name='release',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='occupations.source'),
        ),
        migrations.AddField(
            model_name='importrun',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='import_runs', to='occupations.source'),
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('task_id', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('is_core', models.BooleanField(blank=True, help_text='Core or supplemental; empty: not rated.', null=True)),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='occupations.occupation')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='occupations.release')),
            ],
            options={
                'ordering': (models.OrderBy(models.F('is_core'), descending=True, nulls_last=True), 'task_id'),
                'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'task_id'), name='task_natural_key'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='task_not_empty')],
            },
        ),
        migrations.CreateModel(
            name='Technology',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('commodity_code', models.CharField(max_length=8)),
                ('commodity', models.CharField(max_length=200)),
                ('is_hot', models.BooleanField(default=False, help_text="Often asked for in employers' job postings.")),
                ('is_in_demand', models.BooleanField(default=False, help_text='Often asked for in postings for this occupation.')),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='technologies', to='occupations.occupation')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='technologies', to='occupations.release')),
            ],
            options={
                'verbose_name_plural': 'technologies',
                'ordering': ('-is_in_demand', '-is_hot', 'name'),
                'constraints': [models.UniqueConstraint(fields=('release', 'occupation', 'name', 'commodity_code'), name='technology_natural_key')],
            },
        ),
        migrations.AddConstraint(
            model_name='certification',
            constraint=models.UniqueConstraint(fields=('organization', 'name'), name='certification_once_an_organization'),
        ),
        migrations.AddConstraint(
            model_name='certification',
            constraint=models.CheckConstraint(condition=models.Q(('renewal_years__isnull', True), ('renewal_years__range', (1, 50)), _connector='OR'), name='certification_renewal_years_positive', violation_error_message='A renewal cycle is 1 to 50 years; leave it empty if there is none.'),
        ),
        migrations.AddConstraint(
            model_name='certification',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('last_verified_on__isnull', True), ('verified_by', '')), models.Q(('last_verified_on__isnull', False), models.Q(('verified_by', ''), _negated=True)), _connector='OR'), name='certification_verified_by_somebody', violation_error_message='A verification has both a date and the name of the person who made it.'),
        ),
        migrations.AddConstraint(
            model_name='program',
            constraint=models.UniqueConstraint(fields=('system', 'code'), name='program_natural_key'),
        ),
        migrations.AddConstraint(
            model_name='program',
            constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^\\d\\d\\.\\d{4}$')), name='program_code_form'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.UniqueConstraint(fields=('source', 'label', 'kind'), name='release_natural_key'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'ready'), _negated=True), ('published_on__isnull', False), _connector='OR'), name='release_ready_has_date', violation_error_message='A release needs its publication date before it can be ready.'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('annual_cap__isnull', True), ('hourly_cap__isnull', True)), models.Q(('annual_cap__gt', 0), ('annual_cap__isnull', False), ('hourly_cap__gt', 0), ('hourly_cap__isnull', False)), _connector='OR'), name='release_caps_together', violation_error_message='Give both wage caps or neither.'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('official', 'editorial'))), name='release_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('loading', 'awaiting', 'ready', 'withdrawn'))), name='release_state_known'),
        ),
        migrations.AddIndex(
            model_name='importrun',
            index=models.Index(fields=['source', 'outcome'], name='importrun_source_outcome'),
        ),
        migrations.AddConstraint(
            model_name='importrun',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', True), ('outcome', 'running')), models.Q(models.Q(('outcome', 'running'), _negated=True), ('finished_at__isnull', False)), _connector='OR'), name='importrun_finished_unless_running'),
        ),
    ]
