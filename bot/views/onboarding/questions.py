"""How a question looks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.dispatch.reply import Button, Reply, Rows, button
from content.catalog.questions import Question
from content.places import Place
from content.wording.messages import label, message, words
from scheduler.calendar.clocks import WallClock


@dataclass(frozen=True)
class Screen:
    """A question with what is needed around it: where we are, what is ticked, what to add."""

    question: Question
    number: int
    total: int
    ticked: Sequence[Any] = ()
    note: str = ""
    editing: bool = False
    can_try: bool = False
    greeting: str | None = None


def question(screen: Screen, choices: Rows) -> Reply:
    """The question's text, its choices, and the way back, on, or out."""
    text = message(
        "question",
        ask=screen.question.ask,
        hint=screen.question.hint,
        number=screen.number,
        total=screen.total,
        note=screen.note,
        editing=screen.editing,
        greeting=screen.greeting,
    )
    return Reply(text, (*choices, *_foot(screen)))


def _foot(screen: Screen) -> Rows:
    name = screen.question.id
    last = [button("skip", f"skip:{name}")]
    if screen.number > 1 or screen.editing:
        last.insert(0, button("back", f"back:{name}"))
    if screen.question.kind in ("many", "days"):
        last.append(button("ready", f"ok:{name}"))
    return [[button("try", "try")], last] if screen.can_try else [last]


def options(screen: Screen) -> Rows:
    """One button an option; for ticks, the ticked ones say so."""
    asked = screen.question
    if asked.kind == "days":
        return _days(screen)
    verb = "q" if asked.kind == "one" else "tick"
    shown = [
        Button(_mark(name, value in screen.ticked), f"{verb}:{asked.id}:{value}")
        for value, name in asked.options.items()
    ]
    return in_rows(shown, asked.columns)


def _days(screen: Screen) -> Rows:
    name = screen.question.id
    days = [
        Button(_mark(short, day in screen.ticked), f"tick:{name}:{day}")
        for day, short in enumerate(words()["weekdays"])
    ]
    quick = [button("weekdays", f"q:{name}:weekdays"), button("every_day", f"q:{name}:every")]
    return [days[:4], days[4:], quick]


def _mark(text: str, ticked: bool) -> str:
    return label("ticked" if ticked else "unticked", label=text)


def hours(clocks: Sequence[WallClock]) -> Rows:
    """What the clock may say where the runner is."""
    faces = Counter(f"{each.local:%H:%M}" for each in clocks)
    shown = [
        Button(_face(each.local, faces), f"hour:{each.offset // timedelta(minutes=1)}")
        for each in clocks
    ]
    return [*in_rows(shown, 5), [button("share", "share")]]


def _face(local: datetime, faces: Counter[str]) -> str:
    """Hours and minutes; the weekday too, where half a world apart shows the same."""
    face = f"{local:%H:%M}"
    return face if faces[face] == 1 else f"{local:%a} {face}"


def places(found: Sequence[Place]) -> Rows:
    """Cities to choose from, each standing for its time zone."""
    shown = [Button(_named(place), f"q:zone:{place.zone}") for place in found]
    return [*in_rows(shown, 2), [button("other_hour", "hours")]]


def _named(place: Place) -> str:
    return ", ".join(each for each in (place.name, place.region or place.country) if each)


def share_place() -> Reply:
    key = {"text": label("share_key"), "request_location": True}
    board = {"keyboard": [[key]], "resize_keyboard": True, "one_time_keyboard": True}
    return Reply(message("share_place"), keyboard=board)


def place_taken(zone: str) -> Reply:
    return Reply(message("place_taken", zone=zone), keyboard={"remove_keyboard": True})


def unknown_place(place: str) -> Reply:
    return Reply(message("unknown_place", place=place), [[button("other_hour", "hours")]])


def moved(place: Place, local: datetime) -> Reply:
    return Reply(message("moved", place=place, local=local))


def settings(answers: Mapping[str, str], paused: bool, note: str = "") -> Reply:
    """Every answer as a button that changes it."""
    names = words()["settings"]
    shown = [
        Button(label("setting", name=names[key], value=value), f"set:{key}")
        for key, value in answers.items()
    ]
    pause = button("resume", "resume") if paused else button("pause_week", "pause:7")
    more = [
        [button("reminders", "r"), button("breaks", "b")],
        [button("quiet", "quiet"), pause],
        [button("edit_days", "days")],
    ]
    return Reply(message("settings", note=note), (*in_rows(shown, 1), *more))


def welcome_back(answers: Mapping[str, str], name: str) -> Reply:
    rows = [[button("start_today", "start")], [button("progress", "progress")]]
    return Reply(message("welcome_back", name=name, answers=answers), rows)


def finished(next_at: datetime | None) -> Reply:
    text = message("finished", next_at=next_at)
    return Reply(text, [[button("start_today", "start")], [button("settings", "set")]])


def in_rows(buttons: Sequence[Button], columns: int) -> list[list[Button]]:
    return [list(buttons[i : i + columns]) for i in range(0, len(buttons), columns)]
