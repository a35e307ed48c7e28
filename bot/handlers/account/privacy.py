"""The runner's data: what there is and why, out as one file, or gone for good."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.services import on_screen
from bot.services.reminding import schedule
from bot.services.safety import complaints
from bot.views.account import privacy as views
from content.intents.meaning import Intent
from content.intents.small_talk import TABLE
from content.screening.after_flag.complaints import Complaint
from content.screening.after_flag.held import open_ones
from content.screening.after_flag.stored_complaints import COMPLAINTS
from scheduler.log import spreadsheet
from scheduler.log.entries import LogEntry, states
from scheduler.reminders.series import is_series
from scheduler.reminders.slots import HOLD
from storage.queries import outbox, unanswered
from storage.queries.diary import Note, NoteKind

APART = (NoteKind.RUN, NoteKind.WALKED, NoteKind.SKIPPED)  # told apart from check-ins


def privacy(chat: Conversation) -> None:
    """What is kept, why, how long, where, and who can see it."""
    chat.say(views.privacy(chat.wording, outbox.KEPT, unanswered.KEPT))


def export(chat: Conversation) -> None:
    """Everything known about the runner, as one JSON document; or the sessions as a table."""
    if chat.meaning.topic == TABLE:
        text, ending = spreadsheet.written(_sessions(chat)), "csv"
    else:
        text, ending = json.dumps(_all(chat), indent=2), "json"
    document = {"filename": f"limber-{chat.day}.{ending}", "text": text}
    caption = views.export_caption(chat.wording, ending)
    chat.send("send_document", {"document": document, **caption})


def _sessions(chat: Conversation) -> list[LogEntry]:
    """What each day stands at; days off that are still to come are no sessions yet."""
    known = states(chat.work.session_log.entries(chat.runner.id))
    return [known[day] for day in sorted(known) if day <= chat.day]


def _all(chat: Conversation) -> dict[str, Any]:
    runner, notes = chat.runner, chat.work.diary.notes(chat.runner.id)
    return {
        "profile": {
            "name": runner.name,
            "zone": runner.zone,
            "since": runner.created_at.isoformat(),
            "paused_until": runner.paused_until and runner.paused_until.isoformat(),
            "understood": on_screen.reasons(chat),
            **runner.answers,
        },
        "reminders": _reminders(chat),
        "sessions": [
            {
                "date": entry.day.isoformat(),
                "status": entry.status.value,
                "minutes": entry.minutes,
                "cards": list(entry.cards),
                "sides": _minutes(entry),
                "note": entry.note,
                "logged_at": entry.logged_at.isoformat(),
            }
            for entry in _sessions(chat)
        ],
        "check_ins": [
            {"date": note.day.isoformat(), "kind": note.kind.value, "key": _key(note), **note.data}
            for note in notes
            if note.kind not in APART
        ],
        "runs": [
            {"date": note.day.isoformat(), **note.data}
            for note in notes
            if note.kind == NoteKind.RUN
        ],
        **{
            kind.value: [
                {"date": n.day.isoformat(), "card": n.key, **n.data}
                for n in notes
                if n.kind == kind
            ]
            for kind in (NoteKind.WALKED, NoteKind.SKIPPED)
        },
        "calendar_feed": _feed(chat),
        "programme": runner.course,
        "locked": _locked(complaints.held(chat)),
        "complaints": (runner.locks or {}).get(COMPLAINTS, []),
    }


def _feed(chat: Conversation) -> str | None:
    """Since when a calendar may follow the plan."""
    since = chat.work.calendar_feeds.since(chat.runner.id)
    return since.isoformat() if since else None


def _key(note: Note) -> str:
    """An answer's key is what was answered; which complaint it was about stands beside it."""
    return note.key.partition(":")[0] if note.kind == NoteKind.ANSWER else note.key


def _locked(held: Sequence[Complaint]) -> dict[str, dict[str, Any]] | None:
    """Each area that rests with the gravest complaint that rests it."""
    found: dict[str, dict[str, Any]] = {}
    for each in open_ones(held):
        told = {"since": each.since.isoformat(), "words": each.words, "urgency": each.urgency}
        for area in each.areas:
            found.setdefault(area.value, {**told, "asked": each.asked})
    return found or None


def _minutes(entry: LogEntry) -> dict[str, dict[str, float]]:
    """Minutes of work on each side, for cards of which that is known."""
    return {
        card: {side: round(had / 60, 1) for side, had in seconds.items()}
        for card, seconds in entry.sides.items()
    }


def _reminders(chat: Conversation) -> list[dict[str, Any]]:
    """Every reminder, daily, once or desk break, with when it comes next."""
    due = schedule.planned(chat)
    rows = [row for row in chat.work.reminders.all(chat.runner.id) if row.slot != HOLD]
    return [
        {"slot": row.slot, **row.data, "next": due[row.slot].isoformat() if row.due else None}
        for row in rows
        if row.due or is_series(row.data)
    ]


def delete(chat: Conversation) -> None:
    """Ask first."""
    chat.say(views.delete_sure(chat.wording))


def deleted(chat: Conversation) -> None:
    """Everything goes: the runner, what hangs on it, what was written and said; and soon this."""
    logged = len(chat.work.session_log.entries(chat.runner.id))
    chat.toast("deleted")
    chat.work.runners.remove(chat.runner.id)
    chat.work.outbox.forget(chat.runner.id)
    chat.work.inbox.forget(chat.runner.id)
    chat.show(views.deleted(chat.wording, len(chat.runner.answers), logged))
    chat.queued = [replace(each, label=outbox.RECEIPT) for each in chat.queued]


def kept(chat: Conversation) -> None:
    chat.toast("kept")
    chat.show(views.kept(chat.wording))


INTENTS = {Intent.EXPORT: export, Intent.DELETE: delete}
HANDLERS: Handlers = [
    CommandHandler("privacy", handle(privacy)),
    CommandHandler("delete", handle(delete)),
    CallbackQueryHandler(handle(deleted), r"^delete:yes$"),
    CallbackQueryHandler(handle(kept), r"^delete:no$"),
]
