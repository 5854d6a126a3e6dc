"""What this installation keeps for itself in var/: the folder, and a secret key nobody had to think of."""

import hashlib
import os
import secrets
import threading
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


class SetupError(ImproperlyConfigured):
    """One sentence for the person at the terminal: what is wrong, and what to do about it."""


def make_folder(folder: Path, mode: int = 0o755) -> None:
    """Create the folder with its parents; raise SetupError where that is impossible.

    Root may be working in somebody's own copy (sudo): what is made there belongs to the owner of the
    folder around it, so that the next start without sudo still can use it.
    """
    try:
        if not folder.parent.exists():
            make_folder(folder.parent)
        if not folder.exists():
            folder.mkdir(mode=mode, exist_ok=True)
            give_to_owner_of(folder.parent, folder)
        if not folder.is_dir():
            raise NotADirectoryError(20, "it is not a folder", str(folder))
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise PermissionError(13, f"it belongs to {folder.owner()}", str(folder))
    except OSError as error:
        raise SetupError(
            f"Cannot write to {folder} ({error.strerror}): make it writable, "
            "or set VAR_DIR to a folder that is (see dotenv-sample)."
        ) from error


def give_to_owner_of(model: Path, path: Path) -> None:
    """Hand a path that root made to the owner of another; does nothing for anybody but root."""
    if os.geteuid() == 0:
        status = model.stat()
        os.chown(path, status.st_uid, status.st_gid)


def secret_key(var: Path) -> str:
    """The key in var/secret-key (mode 0600), made at the first call. Raises SetupError."""
    path = var / "secret-key"
    make_folder(var)
    try:
        if not path.exists():
            draft = path.with_name(f".secret-key-{os.getpid()}-{threading.get_ident()}")
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(50))
            give_to_owner_of(var, draft)
            try:
                os.link(draft, path)  # never replaces the key that another process made meanwhile
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        return path.read_text().strip()
    except OSError as error:
        raise SetupError(
            f"Cannot read {path} ({error.strerror}): set SECRET_KEY, or repair the file."
        ) from error


def program_version(base_dir: Path) -> str:
    """A short digest of the program's own files and of its libraries' versions, so that pages kept by an earlier
    version are not shown."""
    lock = base_dir / "uv.lock"
    digest = hashlib.sha256(lock.read_bytes() if lock.exists() else b"")
    for folder in ("config", "occupations", "wages", "web", "templates", "static"):
        for path in sorted((base_dir / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                state = path.stat()
                digest.update(f"{path.name}{state.st_mtime_ns}{state.st_size}".encode())
    return digest.hexdigest()[:12]
