"""Commands for whoever runs Limber: letters that were given up, the forecast."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from bot.cli.database_commands import opened
from bot.cli.faults import BadStart
from bot.cli.terminal import say
from bot.config.clock import real_now
from bot.config.settings import read_settings
from bot.operations.plain_text import single_line
from bot.views.account.admin import forecast_line
from content.authoring.document import library_folder
from content.wording.messages import read_wording
from scheduler.planning.forecast import forecast as foresee
from storage.queries.operations import Operations, UnsentLetter
from storage.store import UnitOfWork

LONGEST_LIST = 200
DAY, HOUR, MINUTE = 86_400, 3_600, 60

T = TypeVar("T")


def outbox_list() -> int:
    """Messages that Telegram refuses or that may have arrived, without their words."""
    now = real_now()
    unsent = _ask(lambda work: Operations(work.transaction).unsent_letters(LONGEST_LIST))
    for outgoing in unsent:
        say(_line(outgoing, now))
    if not unsent:
        say("no dead letters, and none unsure")
    elif len(unsent) == LONGEST_LIST:
        say(f"these are the oldest {LONGEST_LIST}; replay them to see more")
    return 0


def outbox_replay(ids: Sequence[int], *, state: str | None) -> int:
    """Send those letters once more, or all of a state; 1 when one of the ids is neither."""
    if bool(ids) == bool(state):
        raise BadStart("outbox replay: name ids from `limber outbox list`, or --all or --unsure")
    now = real_now()
    count = _ask(lambda work: _replayed(Operations(work.transaction), ids, state, now))
    wrong = len(set(ids)) - count if ids else 0
    left = f", {wrong} neither dead nor unsure: left alone" if wrong else ""
    say(f"{count} put back into the outbox{left}")
    return 1 if wrong else 0


def _replayed(operations: Operations, ids: Sequence[int], state: str | None, now: datetime) -> int:
    return operations.replay_all(state, now) if state else operations.replay(ids, now)


def forecast() -> int:
    """The next 24 hours, an hour a line: what is due, and how long it takes to leave."""
    now, rate = real_now(), read_settings().send_rate
    hours = foresee(_ask(lambda work: Operations(work.transaction).due(now)), now, rate)
    wording = read_wording(library_folder())
    for hour in hours:
        say(forecast_line(wording, hour, rate))
    if not hours:
        say("nothing is due in the next 24 hours")
    return 0


def unanswered() -> int:
    """What was not understood in the last 30 days: how often, when last, the words."""
    heard = _ask(lambda work: work.unanswered.heard())
    for each in heard:
        say(f"{each.count:>5}  {each.last:%Y-%m-%d}  {single_line(each.text)}")
    if not heard:
        say("nothing unanswered in the last 30 days")
    return 0


def _ask(action: Callable[[UnitOfWork], T]) -> T:
    with opened() as store:
        return asyncio.run(store.run(action))


def _line(outgoing: UnsentLetter, now: datetime) -> str:
    age = _spoken(int((now - outgoing.due_at).total_seconds()))
    error = single_line(outgoing.error)
    return f"{outgoing.id:>10}  {outgoing.method:<20} {age:>6}  {outgoing.state}: {error}"


def _spoken(seconds: int) -> str:
    """The age in its largest unit, as 3 d, 2 h or 5 min."""
    for unit, name in ((DAY, "d"), (HOUR, "h")):
        if seconds >= unit:
            return f"{seconds // unit} {name}"
    return f"{seconds // MINUTE} min"
