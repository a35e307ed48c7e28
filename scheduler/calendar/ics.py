"""Events as a file that every calendar takes (RFC 5545).

Instants are written in UTC, so that the file needs no rules of a zone and a calendar shows them on
its owner's clock, on either side of a change of the clocks; a whole day is a date without a zone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from scheduler.calendar.zones import aware

LINE = 75  # octets of a line without its break
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """Something at an instant for so long, or on a whole day. `uid` is the same in each file."""

    uid: str
    summary: str
    begins: datetime | date
    lasts: timedelta = timedelta(days=1)
    description: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.begins, datetime):
            aware(self.begins)


def calendar(events: Iterable[Event], name: str, now: datetime) -> str:
    """The whole file."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Limber//Plan//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for each in events for line in _event(each, now)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(event: Event, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{_instant(now)}"
    if isinstance(event.begins, datetime):
        yield f"DTSTART:{_instant(event.begins)}"
        yield f"DTEND:{_instant(event.begins + event.lasts)}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.begins:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.begins + event.lasts:%Y%m%d}"
        yield "TRANSP:TRANSPARENT"  # a day that is marked is not taken up
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    yield "END:VEVENT"


def _instant(at: datetime) -> str:
    return f"{aware(at).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    return words.translate(ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets; a space begins each further one."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
