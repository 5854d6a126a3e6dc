"""`manage.py load SOURCE PATH…`: the one door for files."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentTypeError
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from importers.loading import gathered_for, load_source, runs_for
from importers.report import NOTHING_CHANGED, InputRefusedError
from importers.runs import Options
from importers.sources import addresses_of, sources
from importers.terminal import short_progress, terminal_progress
from occupations.models import ImportRun

BUNDLE = "bundle"


def day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is not a date; write it as 2026-05-15") from error


class Command(BaseCommand):
    help = "Load a publisher's files into the database. Loading the same files again does nothing."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        names = "; ".join(f"{slug}, {facts.name}" for slug, facts in sources().items())
        epilog = f"Sources: {names}; {BUNDLE}, what manage.py bundle wrote"
        return super().create_parser(prog_name, subcommand, epilog=epilog, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        names = (*sources(), BUNDLE)
        parser.add_argument("source", choices=names, metavar="SOURCE", help=", ".join(names))
        parser.add_argument(
            "paths",
            nargs="*",
            type=Path,
            metavar="PATH",
            help="a file, or a folder or an archive (.zip) for the files in it",
        )
        parser.add_argument(
            "--from-web", action="store_true", help="fetch the files from their publisher instead of a PATH"
        )
        parser.add_argument(
            "--release", metavar="LABEL", help='the release that the files must be: "May 2025"'
        )
        parser.add_argument(
            "--published", type=day, metavar="YYYY-MM-DD", help="the day on which the publisher issued it"
        )
        parser.add_argument("--dry-run", action="store_true", help="do everything, then roll it back")
        parser.add_argument(
            "--force", action="store_true", help="load files that are loaded already or look incomplete"
        )

    def handle(self, *, source: str, paths: list[Path], **options: Any) -> None:
        asked = Options(
            release=options["release"],
            published_on=options["published"],
            dry_run=options["dry_run"],
            force=options["force"],
        )
        if bool(paths) == options["from_web"]:
            raise CommandError("Give the files to load, or --from-web to fetch them; one of the two.")
        landed: list[ImportRun] = []
        try:
            if options["from_web"]:
                paths, asked = self.fetched(source, asked)
            if source == BUNDLE:
                self.load_bundle(paths, asked, landed, quiet=not options["verbosity"])
            else:
                self.load_files(source, paths, asked, landed, quiet=not options["verbosity"])
        except InputRefusedError as refused:
            raise CommandError(after(landed, str(refused))) from refused
        except KeyboardInterrupt:
            said = after(landed, "Interrupted. Whatever was running was undone.")
            raise CommandError(said, returncode=130) from None

    def fetched(self, source: str, options: Options) -> tuple[list[Path], Options]:
        """The source's files from the web, in VAR_DIR/downloads, and the options with what the report says."""
        from importers.fetch.fetch import fetch

        addresses = addresses_of(source, options.release)
        folder = settings.VAR_DIR / "downloads" / source
        with terminal_progress(self.stdout) as progress:
            files = fetch(addresses, folder, settings.USER_AGENT, progress)
        said = tuple(file.said for file in files)
        return [file.path for file in files], replace(options, said=said)

    def load_files(
        self, source: str, paths: list[Path], options: Options, landed: list[ImportRun], *, quiet: bool
    ) -> None:
        """Load each release of the files in a run of its own, and add those that end well to `landed`.

        Raises CommandError with the report of a release that is refused.
        """
        with gathered_for(source, paths) as found:
            asked = replace(options, said=(*options.said, *found.said))
            groups = runs_for(source, found.files, options)
            for number, files in enumerate(groups):
                run = self.load_release(source, files, asked, quiet=quiet)
                # Once, above the first report.
                asked = replace(options, said=())
                if run.outcome == ImportRun.Outcome.REFUSED:
                    raise CommandError(after(landed, run.report, groups[number + 1 :]))
                landed.append(run)
                if not quiet:
                    self.stdout.write(run.report)

    def load_release(self, source: str, files: list[Path], options: Options, *, quiet: bool) -> ImportRun:
        if quiet:
            with short_progress(self.stdout) as (progress, _):
                return load_source(source, files, options, progress)
        with terminal_progress(self.stdout) as progress:
            return load_source(source, files, options, progress)

    def load_bundle(
        self, paths: list[Path], options: Options, landed: list[ImportRun], *, quiet: bool
    ) -> None:
        """Load a bundle with a line for each release on a terminal, and one in all; the reports are stored.

        Raises CommandError with the report of a release that is refused.
        """
        from importers.bundle.loader import load_bundle

        with short_progress(self.stdout) as (progress, write):

            def tell(run: ImportRun) -> None:
                landed.append(run)
                write(f"  {run.release or run.source}: {run.rows_written:,} rows")

            runs = load_bundle(paths, options, progress, tell)
        refused = next((run for run in runs if run.outcome == ImportRun.Outcome.REFUSED), None)
        if refused:
            raise CommandError(after(landed, refused.report))
        if not quiet:
            self.stdout.write(_summary(runs, options))


def after(landed: list[ImportRun], report: str, untried: list[list[Path]] | None = None) -> str:
    """A report of what went wrong, and which releases landed before it: for them something was changed."""
    loaded = [str(run.release) for run in landed if run.outcome == ImportRun.Outcome.LOADED]
    lines = [report]
    if loaded:
        lines = [report.replace(NOTHING_CHANGED, "Nothing of this release was changed.")]
        lines.append(f"Loaded before it, and kept: {', '.join(loaded)}.")
    if untried:
        names = ", ".join(file.name for files in untried for file in files)
        lines.append(f"Not tried after it: {names}.")
    return "\n".join(lines)


def _summary(runs: list[ImportRun], options: Options) -> str:
    if not runs:
        return "Everything in the bundle is loaded already. Nothing to do."
    rows = sum(run.rows_written for run in runs)
    end = "Dry run: everything was rolled back." if options.dry_run else "Their reports are in the admin."
    return f"{len(runs)} releases of the bundle loaded, {rows:,} rows. {end}"
