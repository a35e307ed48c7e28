"""What an update changes of a runner, and what of that can be taken back."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.dispatch.deeds import MOST, Deed, Of, deed_of, done
from bot.dispatch.standing import Stood, changed
from scheduler.planning.memory import Reminder
from storage.runner import Runner
from storage.store import UnitOfWork


@dataclass(kw_only=True)
class Changes:
    """A runner as this update has them so far, and the deeds that are kept of it.

    `now` is aware; `stood` are the reminders that became other ones, as they were before.
    """

    work: UnitOfWork
    runner: Runner
    now: datetime
    stood: dict[str, Reminder | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._began = self.runner
        self.took_back = False  # something of before

    def change(self, **changes: Any) -> None:
        """Remember something about the runner."""
        if all(getattr(self.runner, name) == value for name, value in changes.items()):
            return
        self.work.runners.change(self.runner.id, changes)
        self.runner = replace(self.runner, **changes)

    def replaces(self, slot: str, row: Reminder | None) -> None:
        """A reminder is about to become another one; this is how it stood."""
        self.stood.setdefault(slot, row)

    def change_of_standing(self) -> Stood | None:
        """What stood before this update, if the update changed any of it."""
        return changed(self._began, self.runner, self.stood, self.now)

    @property
    def deeds(self) -> list[Deed]:
        """What was done lately and can be taken back, the newest last."""
        return [deed_of(each) for each in self._stored_deeds()]

    def _stored_deeds(self) -> list[Any]:
        return list((self.runner.shown or {}).get("deeds", ()))

    def forget(self, deed: Deed | None) -> None:
        """That has been taken back, which is no deed to be taken back; what comes now is one."""
        self.took_back = True
        left = [each for each in self._stored_deeds() if deed_of(each) != deed]
        self.change(shown={**(self.runner.shown or {}), "deeds": left})
        self._begin_anew()

    def forget_stood(self) -> None:
        """What stood before the last change of it has been put back."""
        changes = [each for each in self.deeds if each.of is Of.STANDING]
        self.forget(changes[-1] if changes else None)

    def keep_deeds(self) -> None:
        """What was done so far can be taken back from now on."""
        stood = self.change_of_standing()
        shown = self.runner.shown or {}
        new = [each.stored() for each in done(self.runner, self.work, self.now, stood)]
        if new:
            number = {"changes": stood.number} if stood else {}
            kept = [*self._stored_deeds(), *new][-MOST:]
            self.change(shown={**shown, "deeds": kept, **number})
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._began, self.stood = self.runner, {}
        self.work.session_log.begin_anew()
        self.work.diary.begin_anew()
