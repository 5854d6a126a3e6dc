"""Abilities, work activities, work context and work values of O*NET, ratings of tasks, tasks that are new."""

import django.db.models.deletion
from django.db import migrations, models


TABLES = ("contextcategory", "emergingtask", "taskrating")
CREATE = "".join(
    f"""
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON occupations_{table}
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();"""
    for table in TABLES
)
DROP = "".join(f"\n    DROP TRIGGER note_data_change ON occupations_{table};" for table in TABLES)
DOMAINS = ("ability", "work-value", "work-activity", "work-context")
PARTS = {"abilities", "work activities", "work context", "work values", "task ratings", "emerging tasks"}


def forget(apps, schema_editor):
    """Take away what the tables of before have no room for."""
    apps.get_model("occupations", "Rating").objects.filter(element__domain__in=DOMAINS).delete()
    apps.get_model("occupations", "ContextCategory").objects.all().delete()
    apps.get_model("occupations", "Element").objects.filter(domain__in=DOMAINS).delete()
    for release in apps.get_model("occupations", "Release").objects.filter(source__slug="onet"):
        release.parts = [part for part in release.parts if part not in PARTS]
        release.fragments = [part for part in release.fragments if part not in PARTS]
        release.save(update_fields=["parts", "fragments"])
    # Or PostgreSQL would not alter the tables in this transaction.
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):

    dependencies = [
        ('occupations', '0012_introductions'),
    ]

    operations = [
        migrations.CreateModel(
            name='ContextCategory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('category', models.PositiveSmallIntegerField()),
                ('label', models.CharField(max_length=120)),
            ],
            options={
                'verbose_name_plural': 'context categories',
                'ordering': ('element__code', 'category'),
            },
        ),
        migrations.CreateModel(
            name='EmergingTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('category', models.CharField(choices=[('new', 'New'), ('revision', 'Revision of a task')], max_length=8)),
                ('revises', models.PositiveIntegerField(blank=True, help_text='The ID of the task that it is a revision of.', null=True)),
                ('domain_source', models.CharField(blank=True, help_text='Who or what named it.', max_length=40)),
            ],
            options={
                'ordering': ('category', 'text'),
            },
        ),
        migrations.CreateModel(
            name='TaskRating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('task_id', models.PositiveIntegerField()),
                ('scale', models.CharField(choices=[('IM', 'Importance'), ('RT', 'Relevance, percent'), ('FT', 'Frequency, percent')], max_length=2)),
                ('category', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Yearly or less'), (2, 'More than yearly'), (3, 'More than monthly'), (4, 'More than weekly'), (5, 'Daily'), (6, 'Several times daily'), (7, 'Hourly or more')], null=True)),
                ('value', models.DecimalField(decimal_places=2, max_digits=5)),
                ('is_suppressed', models.BooleanField(default=False, help_text='O*NET recommends not to use the figure.')),
                ('domain_source', models.CharField(blank=True, help_text='Who or what the rating is from, in O*NET’s words: "Incumbent".', max_length=40)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='element',
            name='element_domain_known',
        ),
        migrations.RemoveConstraint(
            model_name='rating',
            name='rating_natural_key',
        ),
        migrations.RemoveConstraint(
            model_name='rating',
            name='rating_within_its_scale',
        ),
        migrations.AddField(
            model_name='rating',
            name='category',
            field=models.PositiveSmallIntegerField(blank=True, help_text='The answer that a percent is of; empty on every other scale.', null=True),
        ),
        migrations.AlterField(
            model_name='element',
            name='domain',
            field=models.CharField(choices=[('interest', 'Interest'), ('work-style', 'Work style'), ('skill', 'Skill'), ('knowledge', 'Knowledge'), ('ability', 'Ability'), ('work-value', 'Work value'), ('work-activity', 'Work activity'), ('work-context', 'Work context')], max_length=15),
        ),
        migrations.AlterField(
            model_name='element',
            name='name',
            field=models.CharField(max_length=200),
        ),
        migrations.AlterField(
            model_name='rating',
            name='scale',
            field=models.CharField(choices=[('IM', 'Importance'), ('LV', 'Level'), ('OI', 'Occupational interest'), ('IH', 'Interest high point'), ('WI', 'Work style impact'), ('DR', 'Distinctiveness rank'), ('EX', 'Extent of a work value'), ('VH', 'Work value high point'), ('CX', 'Context, 1 to 5'), ('CXP', 'Context, percent for an answer of 5'), ('CT', 'Context, 1 to 3'), ('CTP', 'Context, percent for an answer of 3')], max_length=3),
        ),
        migrations.AddConstraint(
            model_name='element',
            constraint=models.CheckConstraint(condition=models.Q(('domain__in', ('interest', 'work-style', 'skill', 'knowledge', 'ability', 'work-value', 'work-activity', 'work-context'))), name='element_domain_known'),
        ),
        migrations.AddConstraint(
            model_name='rating',
            constraint=models.UniqueConstraint(fields=('release', 'occupation', 'element', 'scale', 'category'), name='rating_natural_key', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='rating',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('scale', 'IM'), ('value__range', (1, 5))), models.Q(('scale', 'LV'), ('value__range', (0, 7))), models.Q(('scale', 'OI'), ('value__range', (1, 7))), models.Q(('scale', 'IH'), ('value__range', (0, 6))), models.Q(('scale', 'WI'), ('value__range', (-3, 3))), models.Q(('scale', 'DR'), ('value__range', (0, 25))), models.Q(('scale', 'EX'), ('value__range', (1, 7))), models.Q(('scale', 'VH'), ('value__range', (0, 6))), models.Q(('scale', 'CX'), ('value__range', (1, 5))), models.Q(('scale', 'CT'), ('value__range', (1, 3))), models.Q(('scale', 'CXP'), ('value__range', (0, 100))), models.Q(('scale', 'CTP'), ('value__range', (0, 100))), _connector='OR'), name='rating_within_its_scale'),
        ),
        migrations.AddConstraint(
            model_name='rating',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('category__isnull', False), ('category__range', (1, 5)), ('scale', 'CXP')), models.Q(('category__isnull', False), ('category__range', (1, 3)), ('scale', 'CTP')), models.Q(models.Q(('scale__in', ('CXP', 'CTP')), _negated=True), ('category__isnull', True)), _connector='OR'), name='rating_category_of_its_scale'),
        ),
        migrations.AddField(
            model_name='contextcategory',
            name='element',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='categories', to='occupations.element'),
        ),
        migrations.AddField(
            model_name='emergingtask',
            name='occupation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='emerging_tasks', to='occupations.occupation'),
        ),
        migrations.AddField(
            model_name='emergingtask',
            name='release',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='emerging_tasks', to='occupations.release'),
        ),
        migrations.AddField(
            model_name='taskrating',
            name='occupation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='task_ratings', to='occupations.occupation'),
        ),
        migrations.AddField(
            model_name='taskrating',
            name='release',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='task_ratings', to='occupations.release'),
        ),
        migrations.AddConstraint(
            model_name='contextcategory',
            constraint=models.UniqueConstraint(fields=('element', 'category'), name='contextcategory_natural_key'),
        ),
        migrations.AddConstraint(
            model_name='contextcategory',
            constraint=models.CheckConstraint(condition=models.Q(('category__range', (1, 5))), name='contextcategory_1_to_5'),
        ),
        migrations.AddConstraint(
            model_name='contextcategory',
            constraint=models.CheckConstraint(condition=models.Q(('label', ''), _negated=True), name='contextcategory_not_empty'),
        ),
        migrations.AddConstraint(
            model_name='emergingtask',
            constraint=models.UniqueConstraint(fields=('release', 'occupation', 'text'), name='emergingtask_natural_key'),
        ),
        migrations.AddConstraint(
            model_name='emergingtask',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='emergingtask_not_empty'),
        ),
        migrations.AddConstraint(
            model_name='emergingtask',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('category', 'revision'), ('revises__isnull', False)), models.Q(('category', 'new'), ('revises__isnull', True)), _connector='OR'), name='emergingtask_revision_names_its_task'),
        ),
        migrations.AddConstraint(
            model_name='taskrating',
            constraint=models.UniqueConstraint(fields=('release', 'occupation', 'task_id', 'scale', 'category'), name='taskrating_natural_key', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='taskrating',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('scale', 'IM'), ('value__range', (1, 5))), models.Q(('scale__in', ('RT', 'FT')), ('value__range', (0, 100))), _connector='OR'), name='taskrating_within_its_scale'),
        ),
        migrations.AddConstraint(
            model_name='taskrating',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('category__isnull', False), ('category__range', (1, 7)), ('scale', 'FT')), models.Q(models.Q(('scale', 'FT'), _negated=True), ('category__isnull', True)), _connector='OR'), name='taskrating_category_of_frequency'),
        ),
        migrations.RunSQL(CREATE, DROP),
        migrations.RunPython(migrations.RunPython.noop, forget, elidable=True),
    ]
