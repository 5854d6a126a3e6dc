"""The official release that a load fills."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from importers.report import refuse
from importers.runs import Options
from occupations.choices import KnownTo
from occupations.models import Release, Source


def official_release(
    slug: str,
    label: str,
    reference_period: str,
    published_on: dt.date | None,
    options: Options,
    *,
    usual: dt.date | None = None,
    known_to: KnownTo = KnownTo.DAY,
) -> Release:
    """The official release `label` of the source, made if it isn't there; not yet ready if it is new.

    The day given on the command line goes before `published_on`, the one that the files or the importer know, that
    before the one already stored, and that before the `usual` one. `known_to` says how exactly `published_on` is known.
    Raises InputRefusedError if nobody knows the day,
    or if another release was asked for.
    """
    check_label(label, options)
    source = Source.objects.get(slug=slug)
    release = Release.objects.filter(source=source, label=label, kind=Release.Kind.OFFICIAL).first()
    release = release or Release(source=source, label=label, kind=Release.Kind.OFFICIAL)
    release.reference_period = reference_period
    release.published_on = options.published_on or published_on or release.published_on or usual
    if release.published_on == published_on:
        release.known_to = known_to
    if release.published_on is None:
        raise refuse(
            f"it isn't known here when {label} was published; give the day with --published YYYY-MM-DD"
        )
    release.save()
    return release


def check_label(label: str, options: Options) -> None:
    """Refuse files of another release than the one that was asked for."""
    if options.release and options.release.replace("-", "–") != label.replace("-", "–"):
        raise refuse(f"these files are {label}, not {options.release}")


def make_ready(release: Release) -> None:
    """Let pages read the release, from the end of the transaction on."""
    release.state = Release.State.READY
    release.ready_at = timezone.now()
    release.save(update_fields=["state", "ready_at"])
