"""The look: vendored files as they were published, colours that can be read, files that stay small."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CSS = ROOT / "static" / "css"
VENDOR = ROOT / "static" / "vendor"
TOKENS = (CSS / "tokens.css").read_text()


def test_vendored_files_are_unchanged_and_listed() -> None:
    listed = dict(
        re.findall(r"^\| `([^`]+)` \|.*`([0-9a-f]{64})` \|$", (VENDOR / "README.md").read_text(), re.M)
    )
    code = {path.name for path in VENDOR.iterdir() if path.suffix in {".css", ".js"}}
    assert set(listed) == code
    for name, sha256 in listed.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == sha256
        assert list(VENDOR.glob(f"{re.sub(r'([.]min)?[.](css|js)$', '', name)}.LICENSE*"))


def test_the_vendored_version_is_the_one_in_use() -> None:
    users = [CSS / "site.css", *(ROOT / "static" / "js").glob("*.js")]
    imports = "".join(path.read_text() for path in users)
    for name in (path.name for path in VENDOR.iterdir() if path.suffix in {".css", ".js"}):
        assert f"vendor/{name}" in imports
    assert 'url("../vendor/pico-2.1.1.min.css") layer(pico);' in (CSS / "site.css").read_text()


def colour(name: str, scheme: str) -> tuple[float, float, float]:
    """A token's colour in a scheme, as red, green and blue from 0 to 1."""
    light, dark = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\);", TOKENS).groups()  # type: ignore[union-attr]
    text = light if scheme == "light" else dark
    red, green, blue = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def contrast(first: str, second: str, scheme: str) -> float:
    """The contrast ratio of WCAG 2."""

    def luminance(name: str) -> float:
        linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour(name, scheme))
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet", "wash", "accent-wash", "caution-wash"])
@pytest.mark.parametrize("text", ["ink", "muted", "accent", "accent-strong", "above", "below"])
def test_text_can_be_read(scheme: str, ground: str, text: str) -> None:
    assert contrast(text, ground, scheme) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_controls_and_marks_can_be_seen(scheme: str) -> None:
    assert contrast("on-accent", "accent", scheme) >= 4.5
    assert contrast("on-accent", "accent-strong", scheme) >= 4.5
    for name in ("edge", "median", "reference", "accent"):
        assert contrast(name, "paper", scheme) >= 3
    assert contrast("edge", "sheet", scheme) >= 3
    assert contrast("median", "middle", scheme) >= 3  # the mark stands on the middle half


def test_style_sheets_load_nothing_from_elsewhere_and_stay_small() -> None:
    for path in CSS.glob("*.css"):
        text = path.read_text()
        assert text.count("\n") <= 400, path.name
        assert "http" not in text, path.name
        # The bundle lies in one folder and imports from two: an address that isn't whole would lead elsewhere.
        assert not re.search(r"@font-face|(?<!@import )url\(", text), path.name


def test_colours_are_only_in_the_tokens_and_on_paper() -> None:
    for path in CSS.glob("*.css"):
        if path.name not in {"tokens.css", "print.css"}:
            assert not re.search(r"#[0-9a-f]{3,8}\b(?![^{]*\{)", path.read_text(), re.I), path.name
