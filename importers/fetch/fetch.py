"""Fetches publishers' files: says who asks, keeps to limits, and looks at what came back.

Standard library alone. Knows nothing of Django.
"""

from __future__ import annotations

import hashlib
import shutil
import time
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from importers.archives import CHUNK, unpack
from importers.fetch.addresses import Address, Kind
from importers.files import is_web_page
from importers.progress import Progress
from importers.report import InputRefusedError, refuse


@dataclass(frozen=True)
class Limits:
    """Seconds that a server may be silent, and that one file may take in all."""

    silence: float = 60
    file: float = 1800


@dataclass(frozen=True)
class Fetched:
    """A file that came: where it lies (a folder, for an archive), and what the report says of it."""

    path: Path
    said: str


class _SameHostRedirects(HTTPRedirectHandler):
    """Follows a redirect only to the same host by the same scheme, or to https."""

    def redirect_request(  # noqa: PLR0917 - the library's own signature
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if new.hostname != old.hostname or new.scheme not in {old.scheme, "https"}:
            fp.close()
            raise refuse(f"{req.full_url} leads away to {newurl}; that is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(
    addresses: Iterable[Address], folder: Path, agent: str, progress: Progress, limits: Limits | None = None
) -> list[Fetched]:
    """Fetch the files into the folder, each in the place of an earlier one only when it is found good.

    Raises InputRefusedError with the reason for the first that isn't: the server's refusal, a limit, a file
    cut short, or another kind of file than expected.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_fetch(address, folder, agent, progress, limits or Limits()) for address in addresses]


def _fetch(address: Address, folder: Path, agent: str, progress: Progress, limits: Limits) -> Fetched:
    progress.step(f"Fetching {address.url}")
    part = folder / f".{address.name}.part"
    try:
        sha256, size = _download(address, part, agent, progress, limits)
        _check_kind(address, part)
        path = folder / address.name
        if address.kind is Kind.ZIP:
            path = _unpack(address, part, folder / Path(address.name).stem)
        else:
            part.replace(path)
    except HTTPError as error:
        error.close()
        raise _refused_by_server(address, error) from error
    except (URLError, HTTPException, OSError) as error:
        reason = getattr(error, "reason", error)
        raise refuse(f"{address.url} can't be fetched: {reason or type(error).__name__}") from error
    finally:
        part.unlink(missing_ok=True)
    return Fetched(path, f"Fetched {address.url}: {size:,} bytes, SHA-256 {sha256}")


def _opener() -> OpenerDirector:
    """Speaks http and https and nothing else: no file, no ftp."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler, HTTPHandler, HTTPSHandler, _SameHostRedirects, HTTPErrorProcessor, HTTPDefaultErrorHandler,
        UnknownHandler,
    ):  # fmt: skip
        opener.add_handler(handler())
    return opener


def _download(
    address: Address, part: Path, agent: str, progress: Progress, limits: Limits
) -> tuple[str, int]:
    request = Request(address.url, headers={"User-Agent": agent, "Accept-Encoding": "identity"})  # noqa: S310 - our own table of https addresses
    deadline = time.monotonic() + limits.file
    digest, size = hashlib.sha256(), 0
    with _opener().open(request, timeout=limits.silence) as response, part.open("wb") as file:
        announced = _check_headers(address, response)
        while chunk := response.read(CHUNK):
            size += len(chunk)
            if size > address.largest:
                raise _too_large(address)
            if time.monotonic() > deadline:
                raise refuse(f"{address.url} took longer than {limits.file:.0f} seconds")
            digest.update(chunk)
            file.write(chunk)
            progress.advance(size, announced or address.largest)
    if announced is not None and size != announced:
        raise refuse(f"{address.url} was cut short: {size:,} of {announced:,} bytes came")
    if not size:
        raise refuse(f"{address.url} is empty")
    return digest.hexdigest(), size


def _check_headers(address: Address, response: Any) -> int | None:
    """The number of bytes that the server announces, if it does."""
    if response.status != 200:
        raise refuse(f"{address.url} answered with status {response.status}")
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise refuse(f"{address.url} came back encoded, which wasn't asked for")
    if response.headers.get_content_type() == "text/html":
        raise refuse(f"{address.url} is a web page now, not a file; see whether the publisher moved it")
    length = response.headers.get("Content-Length")
    if length is None or not length.isdecimal():
        return None
    if int(length) > address.largest:
        raise _too_large(address)
    return int(length)


def _check_kind(address: Address, path: Path) -> None:
    """By its first bytes: servers call files what they like."""
    with path.open("rb") as file:
        head = file.read(512)
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if is_web_page(start):
        raise refuse(f"{address.url} is a web page now, not a file; see whether the publisher moved it")
    good = {
        Kind.TEXT: b"\0" not in head and not start.startswith(b"<"),
        Kind.XML: start.startswith(b"<"),
        Kind.WORKBOOK: head.startswith(b"PK") and zipfile.is_zipfile(path),
        Kind.ZIP: head.startswith(b"PK") and zipfile.is_zipfile(path),
    }
    if not good[address.kind]:
        raise refuse(f"{address.url} is no {address.kind} file")


def _unpack(address: Address, archive: Path, folder: Path) -> Path:
    """The files of the archive, in one folder and without folders of their own."""
    fresh = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    try:
        unpack(archive, fresh, address.url)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return folder


def _too_large(address: Address) -> InputRefusedError:
    return refuse(f"{address.url} is larger than the {address.largest:,} bytes that are taken from there")


def _refused_by_server(address: Address, error: HTTPError) -> InputRefusedError:
    if error.code == 403:
        return refuse(
            f"{address.url} is refused to us (403). BLS wants to know whom to write to: set CONTACT_EMAIL;"
            " or download the file with a browser and load it from there"
        )
    return refuse(f"{address.url} answered with status {error.code} {error.reason}")
