"""Other titles can be looked up by their key, whole or its beginning: in lower case, singular or plural."""

import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('occupations', '0013_onet_abilities_context_and_tasks'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='alternatetitle',
            index=models.Index(django.contrib.postgres.indexes.OpClass(models.Func(models.Func(models.Func(models.Func(django.db.models.functions.text.Lower('title'), models.Value("[’']"), models.Value(''), models.Value('g'), function='regexp_replace'), models.Value('[^[:alnum:]]+'), models.Value(' '), models.Value('g'), function='regexp_replace'), models.Value('((?<=\\w\\w)ies|(?<=\\w[sxzh])es?|(?<=\\w\\w\\w\\w)y|(?<=\\w[^s\\W])s)\\M'), models.Value(''), models.Value('g'), function='regexp_replace'), function='btrim'), name='text_pattern_ops'), name='alternatetitle_key'),
        ),
    ]
