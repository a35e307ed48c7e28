"""How a question looks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.dispatch.reply import Button, Reply, Rows, button, in_rows
from bot.values.profile import said_back
from content.catalog.questions import Question
from content.places import Place
from content.wording.messages import Wording
from scheduler.calendar.clocks import WallClock

ENOUGH = 3  # questions from which a first move can be chosen


@dataclass(frozen=True)
class Screen:
    """A question with what is needed around it: where we are, what is ticked, what to add."""

    question: Question
    number: int
    total: int
    ticked: Sequence[Any] = ()
    note: str = ""
    echo: str = ""
    editing: bool = False
    begun: bool = False

    @property
    def enough(self) -> bool:
        """Is enough known for a first move, and more still asked?"""
        return self.number > ENOUGH and not self.editing


def introduction(wording: Wording, name: str) -> Reply:
    """Who Limber is, and what it is not."""
    return Reply(wording.message("introduction", name=name))


def introduced(wording: Wording, name: str, first: Reply) -> Reply:
    """The first question below who asks it."""
    return replace(first, text=f"{introduction(wording, name).text}\n\n{first.text}")


def question(wording: Wording, screen: Screen, choices: Rows) -> Reply:
    """The question's text, its choices, and the way back, on, or out."""
    text = wording.message(
        "question",
        ask=screen.question.ask,
        hint=screen.question.hint,
        number=screen.number,
        total=screen.total,
        note=screen.note,
        echo=screen.echo,
        editing=screen.editing,
        enough=screen.number == ENOUGH + 1 and screen.enough and not screen.begun,
    )
    first = [[button(wording, "try", "try")]] if screen.enough and not screen.begun else []
    return Reply(text, (*first, *choices, *_foot(wording, screen)))


def noted(wording: Wording, asked: Question, value: Any, how: str = "noted") -> str:
    """The answer said back: `noted`, `took` where words were left over, `changed` or `chosen`."""
    answer = said_back(wording, asked, value)
    said: str = wording.words["answers"][how].format(answer=answer)
    return said[:1].upper() + said[1:]


def aside(wording: Wording, asked: Question, name: str) -> str:
    """What is said about a question: its own words, else those for any."""
    own = asked.asides.get(name)
    return own or wording.words["asides"].get(name, "")


def _foot(wording: Wording, screen: Screen) -> Rows:
    name = screen.question.id
    last = [button(wording, "skip", f"skip:{name}")]
    if screen.number > 1 or screen.editing:
        last.insert(0, button(wording, "back", f"back:{name}"))
    if screen.question.kind in ("many", "days"):
        last.append(button(wording, "ready", f"ok:{name}"))
    return [last, [button(wording, "questions_later", "later")]] if screen.enough else [last]


def put_off(wording: Wording) -> Reply:
    """The other questions wait; the first move is there, and going on is too."""
    rows = [[button(wording, "try", "try")], [button(wording, "go_on", "go")]]
    return Reply(wording.message("questions_later"), rows)


def waits(wording: Wording) -> Reply:
    """A question that was not answered is no longer asked."""
    return Reply(wording.words["asides"]["open"])


def options(wording: Wording, screen: Screen) -> Rows:
    """One button an option; for ticks, the ticked ones say so."""
    asked = screen.question
    if asked.kind == "days":
        return _days(wording, screen)
    verb = "q" if asked.kind == "one" else "tick"
    shown = [
        Button(_mark(wording, name, value in screen.ticked), f"{verb}:{asked.id}:{value}")
        for value, name in asked.options.items()
    ]
    return in_rows(shown, asked.columns)


def _days(wording: Wording, screen: Screen) -> Rows:
    name = screen.question.id
    days = [
        Button(_mark(wording, short, day in screen.ticked), f"tick:{name}:{day}")
        for day, short in enumerate(wording.words["weekdays"])
    ]
    quick = [
        button(wording, "weekdays", f"q:{name}:weekdays"),
        button(wording, "every_day", f"q:{name}:every"),
    ]
    return [days[:4], days[4:], quick]


def _mark(wording: Wording, text: str, ticked: bool) -> str:
    return wording.label("ticked" if ticked else "unticked", label=text)


def cities(wording: Wording, found: Sequence[Place]) -> Rows:
    """A few to tap. Any other is typed; the clocks of the world are behind a button."""
    shown = [Button(place.name, f"q:zone:{place.zone}") for place in found]
    other = [button(wording, "share", "share"), button(wording, "other_place", "hours")]
    return [*in_rows(shown, 2), other]


def hours(wording: Wording, clocks: Sequence[WallClock]) -> Rows:
    """What the clock may say where the runner is, each with a city where it does."""
    faces = Counter(f"{each.local:%H:%M}" for each in clocks)
    shown = [
        Button(
            f"{_face(each.local, faces)} {each.where}",
            f"hour:{each.offset // timedelta(minutes=1)}",
        )
        for each in clocks
    ]
    return [*in_rows(shown, 2), [button(wording, "share", "share")]]


def _face(local: datetime, faces: Counter[str]) -> str:
    """Hours and minutes; the weekday too, where half a world apart shows the same."""
    face = f"{local:%H:%M}"
    return face if faces[face] == 1 else f"{local:%a} {face}"


def places(wording: Wording, found: Sequence[Place]) -> Rows:
    """Cities to choose from, each standing for its time zone."""
    shown = [Button(named(place), f"q:zone:{place.zone}") for place in found]
    return [*in_rows(shown, 2), [button(wording, "other_hour", "hours")]]


def named(place: Place) -> str:
    return ", ".join(each for each in (place.name, place.region or place.country) if each)


def share_place(wording: Wording) -> Reply:
    key = {"text": wording.label("share_key"), "request_location": True}
    board = {"keyboard": [[key]], "resize_keyboard": True, "one_time_keyboard": True}
    return Reply(wording.message("share_place"), keyboard=board)


def place_taken(wording: Wording, zone: str) -> Reply:
    return Reply(wording.message("place_taken", zone=zone), keyboard={"remove_keyboard": True})


def unknown_place(wording: Wording, place: str) -> Reply:
    return Reply(
        wording.message("unknown_place", place=place), [[button(wording, "other_hour", "hours")]]
    )


def moved(wording: Wording, place: Place, local: datetime) -> Reply:
    return Reply(wording.message("moved", place=place, local=local))


def settings(
    wording: Wording, answers: Mapping[str, str], *, paused: bool, sounds: bool, note: str = ""
) -> Reply:
    """Every answer as a button that changes it."""
    names = wording.words["settings"]
    shown = [
        Button(wording.label("setting", name=names[key], value=value), f"set:{key}")
        for key, value in answers.items()
    ]
    pause = (
        button(wording, "resume", "resume") if paused else button(wording, "pause_week", "pause:7")
    )
    more = [
        [button(wording, "reminders", "r"), button(wording, "breaks", "b")],
        [button(wording, "quiet", "quiet"), pause],
        [button(wording, "edit_days", "days"), _sound(wording, sounds=sounds)],
    ]
    return Reply(wording.message("settings", note=note), (*in_rows(shown, 1), *more))


def _sound(wording: Wording, *, sounds: bool) -> Button:
    if sounds:
        return button(wording, "sound_off", "sound:off")
    return button(wording, "sound_on", "sound:on")


def welcome_back(wording: Wording, answers: Mapping[str, str], name: str) -> Reply:
    rows = [[button(wording, "start_today", "start")], [button(wording, "progress", "progress")]]
    return Reply(wording.message("welcome_back", name=name, answers=answers), rows)


def finished(
    wording: Wording,
    next_at: datetime | None,
    understood: Mapping[str, str],
    note: str = "",
    *,
    unreviewed: bool,
) -> Reply:
    """All that was understood, said back; each of it has a button that mends it."""
    names = wording.words["settings"]
    told = [(names[key], value) for key, value in understood.items() if value]
    text = wording.message(
        "finished", next_at=next_at, note=note, unreviewed=unreviewed, understood=told
    )
    mends = [Button(wording.label("mend", name=names[key]), f"set:{key}") for key in understood]
    return Reply(text, [[button(wording, "start_today", "start")], *in_rows(mends, 2)])
