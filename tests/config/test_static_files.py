"""One style sheet and one script: what they import stands in them once they are collected."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage

from config.static_files import BundlingStorage, bundle

STATIC = settings.BASE_DIR / "static"
SITE = {
    "css/site.css": '@import url("../vendor/base.css") layer(base);\n@import url("ours.css");\n',
    "css/ours.css": "a { color: red }\n",
    "vendor/base.css": '@charset "UTF-8";a{color:blue}',
    "js/site.js": 'import "./one.js";\nimport "./two.js";\n',
    "js/one.js": 'import Box from "../vendor/box.js";\nnew Box();\n',
    "js/two.js": 'import Box from "../vendor/box.js";\nnew Box(2);\n',
    "vendor/box.js": "export default class Box {}\n",
}


def collect(folder: Path, files: dict[str, str]) -> BundlingStorage:
    for name, text in files.items():
        path = folder / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    sources = FileSystemStorage(folder / "sources")
    storage = BundlingStorage(location=folder / "collected", base_url="/static/")
    for name in files:
        storage.delete(name)
        with sources.open(name) as file:
            storage.save(name, file)
    for name, _, processed in storage.post_process({name: (sources, name) for name in files}):
        assert not isinstance(processed, Exception), (name, processed)
    return storage


def served(storage: BundlingStorage, name: str) -> str:
    return Path(storage.path(storage.stored_name(name))).read_text()


def test_what_is_imported_stands_in_its_place(tmp_path: Path) -> None:
    storage = collect(tmp_path, SITE)
    style, script = (served(storage, name) for name in ("css/site.css", "js/site.js"))
    assert style == "@layer base {\na{color:blue}\n}\na { color: red }\n"
    assert script == "export default class Box {}\nnew Box();\n\nnew Box(2);\n"


def test_the_name_of_the_bundle_changes_with_what_it_imports(tmp_path: Path) -> None:
    before = collect(tmp_path, SITE).stored_name("css/site.css")
    after = collect(tmp_path, SITE | {"css/ours.css": "a { color: green }\n"}).stored_name("css/site.css")
    assert before != after
    assert collect(tmp_path, SITE).stored_name("css/site.css") == before


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('@import url("gone.css");', "css/gone.css"),
        ('@import "ours.css";', "can't be bundled"),
        ('@import url("ours.css") print;', "can't be bundled"),
    ],
)
def test_an_import_that_cannot_be_followed_is_refused(line: str, reason: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=re.escape(reason)):
        bundle("css/site.css", (SITE | {"css/site.css": line}).__getitem__)


def test_every_style_sheet_and_script_is_in_a_bundle_or_has_its_own_reason() -> None:
    """The admin's sheet is not for pages; the color scheme is set before a page is drawn."""
    for name, alone in (("css/site.css", {"admin.css"}), ("js/site.js", {"theme.js"})):
        read: set[str] = set()

        def remember(path: str, read: set[str] = read) -> str:
            read.add(path)
            return str((STATIC / path).read_text())

        text = bundle(name, remember)
        folder = (STATIC / name).parent
        assert {Path(path).name for path in read if path.startswith(folder.name)} == {
            path.name for path in folder.iterdir()
        } - alone
        assert text.count("export default") <= 1  # a module may have one
        assert "url(" not in text.replace("url(data:", "").replace(
            'url("data:', ""
        )  # it would lead elsewhere
