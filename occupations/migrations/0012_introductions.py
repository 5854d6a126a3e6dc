"""A paragraph for each group of occupations and each industry, with its history."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


TRIGGER = """
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON occupations_introduction
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('occupations', '0011_code_changes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalIntroduction',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('text', models.TextField(help_text='Two to four sentences, plain text.')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('industry', models.ForeignKey(blank=True, db_constraint=False, help_text='In place of a group of occupations.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.industry')),
                ('occupation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='occupations.occupation')),
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
            name='Introduction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(help_text='Two to four sentences, plain text.')),
                ('industry', models.OneToOneField(blank=True, help_text='In place of a group of occupations.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='introduction', to='occupations.industry')),
                ('occupation', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='introduction', to='occupations.occupation')),
            ],
            options={
                'ordering': ('occupation__code', 'industry__code'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('industry__isnull', True), ('occupation__isnull', False)), models.Q(('industry__isnull', False), ('occupation__isnull', True)), _connector='OR'), name='introduction_of_group_or_industry', violation_error_message='Give the group of occupations or the industry, not both.')],
            },
        ),
        migrations.RunSQL(TRIGGER, "DROP TRIGGER note_data_change ON occupations_introduction;"),
    ]
