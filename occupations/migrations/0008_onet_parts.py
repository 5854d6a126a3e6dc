"""What each release of O*NET has, who rated, zones that stand for two, kinds of technology that are elements."""

from django.db import migrations, models
from django.db.models import F, Q

SKILLS = {"essential skills": "2.A.", "transferable skills": "2.B."}
DOMAINS = {"interests": "interest", "work styles": "work-style", "knowledge": "knowledge"}
MODELS = {
    "job zones": "JobZone",
    "education": "EducationShare",
    "tasks": "Task",
    "technologies": "Technology",
    "related occupations": "RelatedOccupation",
    "descriptions": "Description",
}
TITLES = {"alternate titles": "alternate", "reported titles": "reported"}


def note_parts(apps, schema_editor):
    """Note the parts of the releases that are loaded already, and the halves of skills in their runs."""

    def rows(model):
        return apps.get_model("occupations", model).objects

    for release in rows("Release").filter(source__slug="onet"):
        ratings = rows("Rating").filter(release=release)
        found = {
            **{name: ratings.filter(element__code__startswith=start) for name, start in SKILLS.items()},
            **{name: ratings.filter(element__domain=domain) for name, domain in DOMAINS.items()},
            **{name: rows(model).filter(release=release) for name, model in MODELS.items()},
            **{
                name: rows("AlternateTitle").filter(release=release, kind=kind)
                for name, kind in TITLES.items()
            },
        }
        release.parts = [name for name, of_part in found.items() if of_part.exists()]
        release.save(update_fields=["parts"])
    for run in rows("ImportRun").filter(source__slug="onet", parts__contains=["skills"]):
        run.parts = [part for part in run.parts if part != "skills"] + list(SKILLS)
        run.save(update_fields=["parts"])


def join_halves(apps, schema_editor):
    for run in apps.get_model("occupations", "ImportRun").objects.filter(source__slug="onet"):
        if set(SKILLS) & set(run.parts):
            run.parts = ["skills", *(part for part in run.parts if part not in SKILLS)]
            run.save(update_fields=["parts"])


class Migration(migrations.Migration):
    dependencies = [("occupations", "0007_release_origin")]

    operations = [
        migrations.AddField(
            "release",
            "parts",
            models.JSONField(
                blank=True,
                default=list,
                editable=False,
                help_text="The parts that are loaded, where a source is loaded part by part.",
            ),
        ),
        migrations.AddField(
            "release",
            "fragments",
            models.JSONField(
                blank=True,
                default=list,
                editable=False,
                help_text="Parts that are loaded for far fewer occupations than an earlier release has.",
            ),
        ),
        migrations.AddField(
            "rating",
            "domain_source",
            models.CharField(
                blank=True,
                default="",
                help_text='Who or what the rating is from, in O*NET’s words: "Incumbent".',
                max_length=40,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "jobzone",
            "lowest",
            models.PositiveSmallIntegerField(
                blank=True,
                help_text="Where one zone of the release stands for several: the lowest of them.",
                null=True,
            ),
        ),
        migrations.AddConstraint(
            "jobzone",
            models.CheckConstraint(
                condition=Q(lowest__isnull=True) | Q(lowest__gte=1, lowest__lt=F("zone")),
                name="jobzone_lowest_is_lower",
            ),
        ),
        migrations.RemoveConstraint("technology", "technology_natural_key"),
        migrations.RenameField("technology", "commodity_code", "kind_code"),
        migrations.RenameField("technology", "commodity", "kind"),
        migrations.AlterField(
            "technology",
            "kind_code",
            models.CharField(help_text="A UNSPSC commodity code or an O*NET element ID.", max_length=20),
        ),
        migrations.AddConstraint(
            "technology",
            models.UniqueConstraint(
                fields=("release", "occupation", "name", "kind_code"), name="technology_natural_key"
            ),
        ),
        migrations.RunPython(note_parts, join_halves, elidable=True),
    ]
