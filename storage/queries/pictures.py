"""Pictures that Telegram keeps for a bot: sent once, named by their file id ever after."""

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.database.tables import pictures
from storage.database.transaction import Insert, Transaction

KEYS = ("bot_id", "name", "kind")
_one = tuple(pictures.c[key] == bindparam(f"_{key}") for key in KEYS)
FIND = select(pictures).where(*_one)
FORGET = delete(pictures).where(*_one)
SHOWN = select(pictures.c.name).where(pictures.c.unique_id == bindparam("unique")).limit(1)


def _keep(insert_into: Any) -> Any:
    statement = insert_into(pictures)
    new = {each: statement.excluded[each] for each in ("version", "file_id", "unique_id")}
    return statement.on_conflict_do_update(index_elements=KEYS, set_=new)


KEEP = Insert(_keep)


@dataclass(frozen=True, slots=True)
class Print:
    """A picture at Telegram's. `version` tells what it shows, `file_id` sends it again, and by
    `unique_id` a message that shows it says so. Another bot can't use the file id."""

    bot_id: int
    name: str
    kind: str
    version: str
    file_id: str
    unique_id: str


class Pictures:
    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def find(self, bot_id: int, name: str, kind: str) -> Print | None:
        key = {"_bot_id": bot_id, "_name": name, "_kind": kind}
        row = self._transaction.first(FIND, key)
        return Print(**row) if row else None

    def keep(self, found: Print) -> None:
        """Remember a print, in place of an older one."""
        self._transaction.run(KEEP, asdict(found))

    def forget(self, bot_id: int, name: str, kind: str) -> None:
        self._transaction.run(FORGET, {"_bot_id": bot_id, "_name": name, "_kind": kind})

    def shown(self, unique_id: str) -> str | None:
        """The name of the picture that a message shows; None if it is none of ours."""
        name: str | None = self._transaction.value(SHOWN, {"unique": unique_id})
        return name
