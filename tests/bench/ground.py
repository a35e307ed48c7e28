"""What every section stands on: a folder, a durable PostgreSQL, and databases full of runners."""

import asyncio
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from storage.database.engine import open_engine
from storage.database.schema import upgrade
from tests.bench.crowd import Group, fill
from tests.support import postgres

KINDS = ("sqlite", "postgresql")


@dataclass
class Ground:
    """`say` tells of progress. Filled databases are kept as templates and copied for each use."""

    folder: Path
    server: postgres.Server
    say: Callable[[str], None]
    _templates: dict[tuple[str, tuple[Group, ...]], str] = field(default_factory=dict)

    async def database(self, kind: str, *groups: Group) -> str:
        """The URL of a fresh database of that kind with those runners in it."""
        key = (kind, groups)
        if key not in self._templates:
            self._templates[key] = await self._template(kind, groups)
        template = self._templates[key]
        if kind == "postgresql":
            return self.server.url(self.server.fresh(template))
        copy = self.folder / f"{len(list(self.folder.glob('*.db')))}.db"
        shutil.copy(self.folder / template, copy)
        return f"sqlite:///{copy}"

    def drop(self, url: str) -> None:
        """Give the room of a fresh database back."""
        if url.startswith("sqlite"):
            path = Path(url.removeprefix("sqlite:///"))
            for each in path.parent.glob(f"{path.name}-*"):
                each.unlink()
            path.write_bytes(b"")
        else:
            self.server.drop(url.partition("?")[0].rpartition("/")[2])

    async def _template(self, kind: str, groups: Sequence[Group]) -> str:
        number = len(self._templates)
        name = f"template_{number}"
        if kind == "postgresql":
            self.server.execute(f"CREATE DATABASE {name}")
            url = self.server.url(name)
        else:
            name += ".sqlite"
            url = f"sqlite:///{self.folder / name}"
        self.say(f"{sum(each.count for each in groups):,} runners into {kind}")
        await asyncio.to_thread(_upgrade, url)
        await fill(url, groups)
        return name


def _upgrade(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()
