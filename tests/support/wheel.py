"""Limber as somebody gets it who installs the wheel: no checkout, and default dependencies only."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PACKED = ("bot", "content", "scheduler", "storage")


def install(folder: Path) -> Path:
    """A new environment in `folder` with the wheel in it; returns its folder of programs."""
    home = folder / "venv"
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    wheel = _built(folder)
    _run([*pip, "--no-deps", "--no-index", "--no-cache-dir", str(wheel)], folder)
    (libraries,) = (home / "lib").glob("python*/site-packages")
    _link_dependencies(libraries)
    return home / "bin"


def _built(folder: Path) -> Path:
    """The wheel, built from a copy: the checkout stays as it is."""
    source = folder / "source"
    for name in PACKED:
        skip = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, source / name, ignore=skip)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command = [*pip, "--no-build-isolation", "--wheel-dir", str(folder), str(source)]
    _run(command, folder)
    shutil.rmtree(source)
    (wheel,) = folder.glob("*.whl")
    return wheel


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PATH": os.defpath, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _link_dependencies(libraries: Path) -> None:
    """As if they had been downloaded: those of this environment, and no others."""
    for each in _dependencies(distribution("limber"), {"limber"}, ()):
        for top in {file.parts[0] for file in each.files or () if file.parts[0] != ".."}:
            if not (libraries / top).exists():
                (libraries / top).symlink_to(Path(each.locate_file(top)))


def _dependencies(
    of: Distribution, seen: set[str], extras: tuple[str, ...]
) -> Iterator[Distribution]:
    for line in of.requires or ():
        need = Requirement(line)
        wanted = need.marker is None or any(
            need.marker.evaluate({"extra": extra}) for extra in ("", *extras)
        )
        key = canonicalize_name(need.name) + str(sorted(need.extras))
        if wanted and key not in seen:
            seen.add(key)
            found = distribution(need.name)
            yield found
            yield from _dependencies(found, seen, tuple(need.extras))
