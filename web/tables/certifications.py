"""The list of certifications."""

from __future__ import annotations

import django_tables2 as tables
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from web.presenters.certifications import CertificationRow
from web.tables.industries import classes

COLUMNS = ("name", "organization", "renewal", "verified")
SORTS = tuple(f"{sign}{column}" for column in COLUMNS for sign in ("", "-"))


class CertificationTable(tables.Table):
    """Rows are `CertificationRow`s."""

    name = tables.Column(verbose_name="Certification", attrs=classes("name"))
    organization = tables.Column(attrs=classes("text lead"))
    occupations = tables.Column(orderable=False, attrs=classes("text under", "For"))
    renewal = tables.Column(attrs=classes("text"), order_by=("renewal_years", "name"))
    verified = tables.Column(verbose_name="Checked", attrs=classes("text"))

    class Meta:
        template_name = "components/_table.html"

    block_id = "certifications"
    caption_title = "Certifications."
    caption = (
        "Given by organizations to people who meet their conditions. A license is the state’s; none is here."
    )

    def render_name(self, record: CertificationRow) -> SafeString:
        certification = record.certification
        short = f" ({certification.abbreviation})" if certification.abbreviation else ""
        return format_html(
            '<a href="{}">{}{}</a>', certification.get_absolute_url(), certification.name, short
        )

    def render_occupations(self, record: CertificationRow) -> SafeString:
        return format_html_join(
            "; ",
            '<a href="{}">{}</a>',
            ((o.get_absolute_url(), o.sentence_title) for o in record.occupations),
        )
