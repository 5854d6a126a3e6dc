"""Where openings come from, the Handbook's address of an occupation, and why occupations grow or shrink."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
from decimal import Decimal
from django.db import migrations, models


TRIGGER = """
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON occupations_utilizationfactor
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();
"""
# What is loaded already didn't state the new figures: reason 6.
NOT_STATED = """
    UPDATE occupations_projection
        SET labor_force_exits_missing = 6, occupational_transfers_missing = 6, separations_missing = 6;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('occupations', '0014_title_keys'),
    ]

    operations = [
        migrations.CreateModel(
            name='UtilizationFactor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('industry_code', models.CharField(help_text='As the matrix writes it; TE1000 is all industries.', max_length=6)),
                ('industry_title', models.CharField(help_text='As published.', max_length=200)),
                ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('demand', 'Demand change'), ('productivity', 'Productivity change'), ('capital', 'Capital/labor substitution'), ('sourcing', 'Sourcing change'), ('substitution', 'Occupational substitution')], max_length=12), help_text='One or more, the first as published first.', size=None)),
                ('direction', models.CharField(choices=[('up', 'share increases'), ('down', 'share decreases')], max_length=4)),
                ('statement', models.TextField(blank=True, help_text="The publisher's sentence, where its file is loaded.")),
            ],
            options={
                'ordering': ('release', 'occupation__code', 'industry_code'),
            },
        ),
        migrations.AddField(
            model_name='projection',
            name='handbook_url',
            field=models.URLField(blank=True, help_text="The Handbook's page that covers the occupation, where the workbook leads to one."),
        ),
        migrations.AddField(
            model_name='projection',
            name='labor_force_exits',
            field=models.DecimalField(blank=True, decimal_places=1, help_text='Yearly average, in thousands: people who leave the labor force.', max_digits=9, null=True),
        ),
        migrations.AddField(
            model_name='projection',
            name='labor_force_exits_missing',
            field=models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True),
        ),
        migrations.AddField(
            model_name='projection',
            name='occupational_transfers',
            field=models.DecimalField(blank=True, decimal_places=1, help_text='Yearly average, in thousands: people who go to another occupation.', max_digits=9, null=True),
        ),
        migrations.AddField(
            model_name='projection',
            name='occupational_transfers_missing',
            field=models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True),
        ),
        migrations.AddField(
            model_name='projection',
            name='separations',
            field=models.DecimalField(blank=True, decimal_places=1, help_text='Yearly average, in thousands: exits and transfers together, as published.', max_digits=9, null=True),
        ),
        migrations.AddField(
            model_name='projection',
            name='separations_missing',
            field=models.PositiveSmallIntegerField(blank=True, choices=[(1, 'other basis only'), (2, 'top-coded'), (3, 'not released'), (4, 'below threshold'), (5, 'not produced for this kind of cell'), (6, 'not stated by this source')], null=True),
        ),
        migrations.RunSQL(NOT_STATED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('labor_force_exits__isnull', False), ('labor_force_exits_missing__isnull', True)), models.Q(('labor_force_exits__isnull', True), ('labor_force_exits_missing__in', [1, 2, 3, 4, 5, 6]), ('labor_force_exits_missing__isnull', False)), _connector='OR'), name='projection_labor_force_exits_value_or_reason', violation_error_message='Labor force exits: give either a figure or the reason why there is none.'),
        ),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('occupational_transfers__isnull', False), ('occupational_transfers_missing__isnull', True)), models.Q(('occupational_transfers__isnull', True), ('occupational_transfers_missing__in', [1, 2, 3, 4, 5, 6]), ('occupational_transfers_missing__isnull', False)), _connector='OR'), name='projection_occupational_transfers_value_or_reason', violation_error_message='Occupational transfers: give either a figure or the reason why there is none.'),
        ),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('separations__isnull', False), ('separations_missing__isnull', True)), models.Q(('separations__isnull', True), ('separations_missing__in', [1, 2, 3, 4, 5, 6]), ('separations_missing__isnull', False)), _connector='OR'), name='projection_separations_value_or_reason', violation_error_message='Separations: give either a figure or the reason why there is none.'),
        ),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('labor_force_exits__isnull', True), ('labor_force_exits__gte', 0), _connector='OR'), models.Q(('occupational_transfers__isnull', True), ('occupational_transfers__gte', 0), _connector='OR'), models.Q(('separations__isnull', True), ('separations__gte', 0), _connector='OR')), name='projection_separations_not_negative', violation_error_message='Exits, transfers and separations are not below zero.'),
        ),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.CheckConstraint(condition=models.Q(('separations__isnull', True), ('labor_force_exits__isnull', True), ('occupational_transfers__isnull', True), models.Q(('separations__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('labor_force_exits'), '+', models.F('occupational_transfers')), '-', models.Value(Decimal('0.1')))), ('separations__lte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('labor_force_exits'), '+', models.F('occupational_transfers')), '+', models.Value(Decimal('0.1'))))), _connector='OR'), name='projection_separations_add_up', violation_error_message='Exits and transfers make the separations, to rounding.'),
        ),
        migrations.AddConstraint(
            model_name='projection',
            constraint=models.CheckConstraint(condition=models.Q(('handbook_url', ''), ('handbook_url__regex', '^https://www\\.bls\\.gov/ooh/[a-z0-9-]+/[a-z0-9-]+\\.htm$'), _connector='OR'), name='projection_handbook_url_is_of_the_handbook', violation_error_message='The address is one of https://www.bls.gov/ooh/ that ends in .htm.'),
        ),
        migrations.AddField(
            model_name='utilizationfactor',
            name='industry',
            field=models.ForeignKey(blank=True, help_text='Empty where the code of the matrix is of no industry of ours.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='utilization_factors', to='occupations.industry'),
        ),
        migrations.AddField(
            model_name='utilizationfactor',
            name='occupation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='utilization_factors', to='occupations.occupation'),
        ),
        migrations.AddField(
            model_name='utilizationfactor',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='utilization_factors', to='occupations.release'),
        ),
        migrations.AddConstraint(
            model_name='utilizationfactor',
            constraint=models.UniqueConstraint(fields=('release', 'occupation', 'industry_code'), name='utilizationfactor_natural_key'),
        ),
        migrations.AddConstraint(
            model_name='utilizationfactor',
            constraint=models.CheckConstraint(condition=models.Q(('kinds__len__gte', 1), ('kinds__contained_by', ['demand', 'productivity', 'capital', 'sourcing', 'substitution'])), name='utilizationfactor_kinds_known'),
        ),
        migrations.AddConstraint(
            model_name='utilizationfactor',
            constraint=models.CheckConstraint(condition=models.Q(('direction__in', ('up', 'down'))), name='utilizationfactor_direction_known'),
        ),
        migrations.RunSQL(TRIGGER, "DROP TRIGGER note_data_change ON occupations_utilizationfactor;"),
    ]
