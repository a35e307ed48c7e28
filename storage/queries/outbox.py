"""Messages on their way out: written with the decision, sent after it is durable."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any

from scheduler.planning.memory import Handover
from scheduler.reminders.series import is_series
from storage.database.compiled_statement import Row
from storage.database.transaction import Transaction
from storage.queries import outbox_statements as sql

SHOWN = ("waiting", "sent")
LEASE = timedelta(seconds=90)  # longer than any send takes, drawing and timeouts included
KEPT = timedelta(days=8)  # an old reminder can still be liked
DUE_REMINDER, FLOOD, RECEIPT = sql.DUE_REMINDER, sql.FLOOD, sql.RECEIPT


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """One call to make: a method of the bot by name, with its fields. Low `priority` goes first.

    A DUE_REMINDER holds ids only (slot, day, moment): it is worded just before it is sent.
    """

    method: str
    payload: Mapping[str, Any]
    chat_id: int | None = None
    priority: int = 0
    label: str | None = None
    key: str | None = None
    expires_at: datetime | None = None
    id: int = 0
    attempts: int = 0
    unsure_sends: int = 0  # times that it left, and nobody knows whether it arrived


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a letter: a final state, or a time to try again, perhaps elsewhere.

    `unsure` says that it may have arrived all the same.
    """

    id: int
    state: str = "sent"
    message_id: int | None = None
    again_at: datetime | None = None
    moved_to: int | None = None
    error: str | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A message in a chat, and what was last sent of it."""

    message_id: int
    payload: Mapping[str, Any]
    sent_at: datetime

    @property
    def taps(self) -> list[str]:
        """What its buttons mean."""
        rows = (self.payload.get("reply_markup") or {}).get("inline_keyboard", ())
        return [each.get("callback_data", "") for row in rows for each in row]


class Outbox:
    """`holder` is who takes what is claimed."""

    def __init__(self, transaction: Transaction, holder: str = "") -> None:
        self._transaction = transaction
        self._holder = holder

    def post(self, queued: Iterable[OutboxMessage], now: datetime) -> None:
        """Queue letters in order. One whose key was used before is silently left out."""
        self._transaction.run_all(sql.POST, [_row(outgoing, now) for outgoing in queued])

    def hand_over(self, occurrences: Sequence[Handover], now: datetime) -> None:
        """Queue occurrences, each once; one that still waits takes what has changed since."""
        self._transaction.run_all(sql.HAND_OVER, [_handed(each, now) for each in occurrences])

    def claim(
        self, now: datetime, limit: int, leaving: datetime | None = None
    ) -> list[OutboxMessage]:
        """Letters to send now, leased to the caller, urgent first.

        A letter waits for older ones of its chat, unless it is more urgent than they are. There
        is none while all of us pause for longer than until `leaving`.
        """
        times = {"now": now, "until": now + LEASE, "leaving": leaving or now}
        found = self._transaction.rows(sql.CLAIM, {**times, "limit": limit, "holder": self._holder})
        return [_letter(row) for row in sorted(found, key=itemgetter("priority", "due_at", "id"))]

    def tell(
        self, due_message: OutboxMessage, said: Sequence[OutboxMessage], now: datetime
    ) -> OutboxMessage | None:
        """Put what was said in the place of the due message, to be sent in its turn.

        None if nothing was said, and it is over.
        """
        if not said:
            self.settle([Outcome(due_message.id, "dropped")], now)
            return None
        first, *rest = said
        values = {
            "row": due_message.id,
            "method": first.method,
            "payload": dict(first.payload),
            "label": first.label,
            "expires": first.expires_at,
        }
        self._transaction.run(sql.TOLD, values)
        self.post(rest, now)
        return first

    def withdraw(self, due_message: OutboxMessage, now: datetime) -> None:
        """The runner has planned anew: what was handed over is void, and may come again."""
        self._transaction.run(sql.WITHDRAWN, {"row": due_message.id, "now": now})

    def settle(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Write down what became of letters that were claimed."""
        later = [
            {"row": o.id, "at": o.again_at, "error": o.error, "unsure": int(o.unsure)}
            for o in outcomes
            if o.again_at
        ]
        final = [
            {"row": o.id, "to": o.state, "message": o.message_id, "now": now, "error": o.error}
            for o in outcomes
            if not o.again_at
        ]
        self._transaction.run_all(sql.LATER, later)
        self._transaction.run_all(sql.SETTLED, final)

    def bring_forward(self, now: datetime) -> bool:
        """Let the next of those that failed be tried now; whether there is one."""
        return self._transaction.first(sql.BRING_FORWARD, {"now": now}) is not None

    def hurry(self, now: datetime, *, flooded: bool) -> None:
        """What failed before need not wait any more; nor what was refused for haste, if so."""
        self._transaction.run(sql.HURRY_ALL if flooded else sql.HURRY, {"now": now})

    def release(self) -> None:
        """Free every lease. Only for one who knows that no other process sends."""
        self._transaction.run(sql.RELEASE)

    def drop_chat(self, chat_id: int) -> None:
        """Nothing more is to be said in a chat that refuses us."""
        self._transaction.run(sql.DROP_CHAT, {"chat": chat_id})

    def follow(self, chat_id: int, new_id: int) -> None:
        """What still waits for a group goes to the supergroup that it has become."""
        self._transaction.run(sql.FOLLOW, {"chat": chat_id, "to": new_id})

    def last(self, chat_id: int, label: str) -> int | None:
        """The id of the newest message of that kind in the chat."""
        found: int | None = self._transaction.value(sql.LAST, {"chat": chat_id, "label": label})
        return found

    def label(self, chat_id: int, message_id: int) -> str | None:
        values = {"chat": chat_id, "message": message_id}
        found: str | None = self._transaction.value(sql.LABEL, values)
        return found

    def looks(self, chat_id: int, limit: int) -> list[Look]:
        """How the newest messages of the chat look since they were last sent or changed."""
        found = self._transaction.rows(sql.LOOKS, {"chat": chat_id, "limit": limit})
        return [Look(row["message_id"], row["payload"], row["sent_at"]) for row in found]

    def shown(self, chat_id: int, message_id: int) -> Mapping[str, Any] | None:
        """What a message shows once all that waits has left; None where that is not sure."""
        newest = self._transaction.first(sql.NEWEST, {"chat": chat_id, "message": message_id})
        return newest["payload"] if newest and newest["state"] in SHOWN else None

    def budget(self) -> tuple[datetime, datetime | None]:
        """The first place that nobody has, and until when all of us pause; held until the end."""
        (row,) = self._transaction.rows(sql.BUDGET)
        return row["free_at"], row["paused_until"]

    def spend(self, free_at: datetime) -> None:
        """The budget's new state."""
        self._transaction.run(sql.SPEND, {"free": free_at})

    def spend_if(
        self, free_at: datetime, paused_until: datetime | None, new_free_at: datetime
    ) -> bool:
        """Whether the budget is still as it was seen; then it is set to its new state."""
        values = {"seen": free_at, "paused": paused_until, "free": new_free_at}
        return self._transaction.first(sql.SPEND_IF, values) is not None

    def pause(self, until: datetime) -> None:
        """Nothing leaves before, from whichever replica."""
        self._transaction.run(sql.PAUSE, {"until": until})

    def forget(self, chat_id: int) -> None:
        """All that was said there, and what others were told about it."""
        self._transaction.run(sql.FORGET, {"chat": chat_id, "about": f"%:{chat_id}:%"})

    def prune(self, now: datetime) -> None:
        self._transaction.run(sql.PRUNE, {"before": now - KEPT})


def _row(outgoing: OutboxMessage, now: datetime) -> dict[str, Any]:
    return {
        "chat_id": outgoing.chat_id,
        "priority": outgoing.priority,
        "method": outgoing.method,
        "payload": dict(outgoing.payload),
        "label": outgoing.label,
        "key": outgoing.key,
        "message_id": outgoing.payload.get("message_id"),  # which one an edit is about
        "due_at": now,
        "expires_at": outgoing.expires_at,
        "state": "waiting",
    }


def _handed(handover: Handover, now: datetime) -> dict[str, Any]:
    reminder, day = handover.reminder, handover.reminder.day
    payload = {
        "slot": reminder.slot,
        "day": day and day.isoformat(),
        "moment": handover.due.isoformat(),
    }
    series = is_series(reminder.data)
    return {
        "chat_id": reminder.runner_id,
        "priority": handover.priority,
        "method": DUE_REMINDER,
        "payload": payload | ({"missed": handover.missed} if handover.missed else {}),
        "key": f"{reminder.slot}:{reminder.runner_id}:{day}" if series else None,
        "due_at": min(reminder.due or now, now),
        "state": "missed" if handover.missed else "waiting",
        "sent_at": now if handover.missed else None,
    }


def _letter(row: Row) -> OutboxMessage:
    return OutboxMessage(**{name: row[name] for name in sql.LETTER})
