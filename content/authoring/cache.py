"""What was made of all content, kept for the next start.

To read and check some four hundred files takes more than a second, and the outcome is the same
until somebody edits one of them. So it is kept under a seal made of the bytes of all these files,
of the code that read them, and of what compiles them: what an author edits is read anew, and so is
everything after an upgrade. With the outcome at hand nothing has to be read, so what reads (YAML,
pydantic, the rules) is imported by the functions that use it.

A file that is not there, stale, damaged, or not only ours to write is passed over in silence, and
where nothing can be kept, nothing is. It appears whole or not at all: replicas may start at once.

Whoever can write it could make this process run anything, as with a module's compiled code. So it
is trusted only if it belongs to the user that we run as, and nobody else may write to it.
"""

import copyreg
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from jinja2.bccache import bc_magic

from content.authoring.atomic import write_atomically

FOLDER = Path(__file__).parents[1]
MADE_OF = (".yaml", ".j2", ".py")
SEAL = 64  # bytes
OTHERS_WRITE = 0o022

T = TypeVar("T")


def frozen(mapping: dict[str, T]) -> MappingProxyType[str, T]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda mapping: (frozen, (dict(mapping),)))


def cached(file: Path, make: Callable[[], T]) -> T:
    """What `make` made of the content as it is now: out of the file, or made and put there."""
    if not FOLDER.is_dir():  # an archive
        return make()
    key = fingerprint(FOLDER)
    payload = _payload(file, key)
    if payload is not None:
        found: T = pickle.loads(payload)  # noqa: S301 - the seal and the owner are ours
        return found
    made = make()
    if key == fingerprint(FOLDER):  # else somebody edited meanwhile
        payload = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        with suppress(OSError):
            write_atomically(file, _seal(payload, key) + payload)
    return made


def fingerprint(folder: Path) -> bytes:
    """Of all that content is made of: its files, its code, and Python and Jinja, which compile."""
    digest = blake2b(sys.version.encode() + bc_magic)
    for place, _, names in sorted(os.walk(folder)):
        inside = place.removeprefix(str(folder))
        for name in sorted(name for name in names if name.endswith(MADE_OF)):
            content = Path(place, name).read_bytes()
            digest.update(f"{inside}/{name} {len(content)} ".encode() + content)
    return digest.digest()


def _payload(file: Path, key: bytes) -> bytes | None:
    try:
        with file.open("rb") as opened:
            sealed = opened.read() if _ours(os.fstat(opened.fileno())) else b""
    except OSError:
        return None
    seal, payload = sealed[:SEAL], sealed[SEAL:]
    return payload if compare_digest(seal, _seal(payload, key)) else None


def _ours(status: os.stat_result) -> bool:
    return status.st_uid == os.geteuid() and not status.st_mode & OTHERS_WRITE


def _seal(payload: bytes, key: bytes) -> bytes:
    return blake2b(payload, key=key).digest()
