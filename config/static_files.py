"""One style sheet and one script for all pages, made from many when static files are collected.

`static/css/site.css` and `static/js/site.js` hold imports alone. A browser follows those by itself, so while somebody
works with DEBUG every file is served as it is. In what is collected each import is replaced by the file that it names:
what any bundler would make of the two, should more be needed one day.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Either is a whole line. A script that exports has one default, and its name is the one that it is imported under.
IMPORTS = {
    "css/site.css": re.compile(r'^@import url\("(?P<path>[^"]+)"\)(?: layer\((?P<layer>[\w-]+)\))?;$', re.M),
    "js/site.js": re.compile(r'^import (?:\w+ from )?"(?P<path>[^"]+)";$', re.M),
}
LEFT_OVER = re.compile(r"^\s*(?:@import|import)\b.*$", re.M)
CHARSET = re.compile(r'^@charset "UTF-8";', re.I)


class BundlingStorage(CompressedManifestStaticFilesStorage):
    """Static files under names that carry their hash, compressed, with imports replaced by what they import."""

    def post_process(
        self, paths: dict[str, tuple[Any, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                text: str = file.read().decode()
            return text

        bundled = {} if dry_run else {name: bundle(name, read) for name in IMPORTS if name in paths}
        for name, text in bundled.items():
            Path(self.path(name)).write_text(text)
        yield from super().post_process(
            paths | {name: (self, name) for name in bundled}, dry_run=dry_run, **options
        )


def bundle(name: str, read: Callable[[str], str]) -> str:
    """The text of a file that holds imports, with what it imports in their place, each file once.

    `read` gives the text of a static file by its name. Raises ImproperlyConfigured for a file that isn't there and for
    an import in any other form, which would be left in the middle of the text.
    """
    pattern, seen = IMPORTS[name], {name}

    def whole(name: str) -> str:
        def replacement(found: re.Match[str]) -> str:
            imported = posixpath.normpath(posixpath.join(posixpath.dirname(name), found["path"]))
            if imported in seen:
                return ""
            seen.add(imported)
            text = CHARSET.sub("", whole(imported)).rstrip()
            layer = found.groupdict().get("layer")
            return f"@layer {layer} {{\n{text}\n}}" if layer else text

        try:
            text = pattern.sub(replacement, read(name))
        except KeyError as error:
            raise ImproperlyConfigured(f"{name} imports {error}, which is no static file.") from error
        return text

    text = whole(name)
    if left := LEFT_OVER.search(text):
        raise ImproperlyConfigured(f"{name} has an import that can't be bundled: {left[0].strip()[:80]}")
    return text
