"""Price levels of metropolitan areas and of the portions of states."""

import django.db.models.deletion
from django.db import migrations, models

TRIGGER = """
    CREATE TRIGGER note_data_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON occupations_areapriceparity
        FOR EACH STATEMENT EXECUTE FUNCTION note_data_change();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('occupations', '0015_separations_and_factors'),
    ]

    operations = [
        migrations.CreateModel(
            name='AreaPriceParity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('metro', 'Metropolitan area'), ('in-metros', 'Metropolitan portion of a state'), ('nonmetro', 'Nonmetropolitan portion of a state')], max_length=10)),
                ('code', models.CharField(help_text='The code of a metropolitan area; of a portion the state’s FIPS code, 00 for the nation’s.', max_length=5)),
                ('name', models.CharField(max_length=150)),
                ('year', models.PositiveSmallIntegerField()),
                ('category', models.PositiveSmallIntegerField(choices=[(1, 'All items'), (2, 'Goods'), (3, 'Services: housing'), (4, 'Services: utilities'), (5, 'Services: other')])),
                ('value', models.DecimalField(decimal_places=3, help_text='The nation is 100.', max_digits=7)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='area_price_parities', to='occupations.release')),
            ],
            options={
                'verbose_name_plural': 'price parities of areas',
                'ordering': ('kind', 'code', 'year', 'category'),
                'constraints': [models.UniqueConstraint(fields=('release', 'kind', 'code', 'year', 'category'), name='areapriceparity_natural_key'), models.CheckConstraint(condition=models.Q(('value__gt', 0)), name='areapriceparity_positive'), models.CheckConstraint(condition=models.Q(('category__range', (1, 5))), name='areapriceparity_category_known'), models.CheckConstraint(condition=models.Q(models.Q(('code__regex', '^\\d{5}$'), ('kind', 'metro')), models.Q(('code__regex', '^\\d{2}$'), ('kind__in', ('in-metros', 'nonmetro'))), _connector='OR'), name='areapriceparity_kind_has_its_code')],
            },
        ),
        migrations.RunSQL(TRIGGER, "DROP TRIGGER note_data_change ON occupations_areapriceparity;"),
    ]
