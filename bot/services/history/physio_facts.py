"""Lines for the sheet that goes to a physio: what they would ask for next."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.dispatch.conversation import Conversation
from bot.services.history import course
from bot.services.training_state import training_state
from bot.values.course_lines import course_lines
from content.catalog.card import Card
from content.catalog.taxonomy import Kind
from content.coaching.review.pattern import pattern
from content.coaching.session.training_state import growth
from content.screening.remarks import UNSAID
from storage.queries.diary import Note, NoteKind

LATELY, A_WEEK, WEEKS_BEFORE = timedelta(days=14), timedelta(days=7), 3
FLAGS, MOVES = 2, 4  # the most that are named

Line = tuple[str, str]


def facts(chat: Conversation, notes: Sequence[Note], remarks: Sequence[str]) -> tuple[Line, ...]:
    """Each with its name; what was never told has no line."""
    return tuple(
        (chat.wording.term("sheet", name), told)
        for name, told in (
            *_flags(chat, notes),
            *_pattern(notes, remarks),
            *_kilometres(notes, chat.day),
            *_strength(chat),
            *_soreness(chat, notes),
            *_course(chat, notes),
        )
    )


def _flags(chat: Conversation, notes: Sequence[Note]) -> Iterator[Line]:
    """What a complaint was taken for, and whom its runner was sent to."""
    told = [n for n in notes if n.kind == NoteKind.SYMPTOM and n.data["flag"] not in UNSAID]
    for note in told[-FLAGS:]:
        sent = chat.wording.term("sent", note.data["urgency"])
        yield "flag", f"{note.day:%-d %b}, {note.data['flag'].replace('-', ' ')}: {sent}"


def _pattern(notes: Sequence[Note], remarks: Sequence[str]) -> Iterator[Line]:
    kinds = (NoteKind.COMPLAINT, NoteKind.SYMPTOM)
    words = [n.data["words"] for n in notes if n.kind in kinds and n.data.get("flag") not in UNSAID]
    found = pattern([*words, *remarks])
    for name in ("worse", "eases", "day"):
        if quotes := getattr(found, name):
            yield name, ", ".join(f"“{each}”" for each in quotes)


def _kilometres(notes: Sequence[Note], today: date) -> Iterator[Line]:
    """The last seven days beside the three weeks before."""
    runs = [n for n in notes if n.kind == NoteKind.RUN and n.data["done"] and n.data.get("km")]
    ends = [today - n * A_WEEK for n in range(WEEKS_BEFORE + 1)]
    weeks = [sum(n.data["km"] for n in runs if end - A_WEEK < n.day <= end) for end in ends]
    if any(weeks):
        lately, before = round(weeks[0], 1), round(sum(weeks[1:]) / WEEKS_BEFORE, 1)
        yield "km", f"{lately:g} km in 7 days, {before:g} km a week in the 3 weeks before"


def _strength(chat: Conversation) -> Iterator[Line]:
    """The moves of the last fortnight with the doses that they have come to."""
    state, cards = training_state(chat), chat.content.library.cards
    lately = [each for each in state.past if each.share and chat.day - each.day <= LATELY]
    often = Counter(card for each in lately for card in each.cards if _strong(cards.get(card)))
    dosed = growth(state, cards, chat.day).dosed(cards)
    moves = [f"{dosed[card].name} {_dose(dosed[card])}" for card, _ in often.most_common(MOVES)]
    if moves:
        yield "doses", ", ".join(moves)


def _strong(card: Card | None) -> bool:
    return card is not None and card.kind is Kind.STRENGTHEN


def _dose(card: Card) -> str:
    """ "2 × 12"; seconds where it is timed."""
    count = f"{card.dose.seconds} s" if card.dose.seconds else str(card.dose.reps)
    return f"{card.dose.sets} × {count}"


def _soreness(chat: Conversation, notes: Sequence[Note]) -> Iterator[Line]:
    """Both sides or one spot, as it was told; and the side that is called the worse one."""
    places = Counter(
        note.data["place"]
        for note in notes
        if note.kind == NoteKind.SORENESS and note.data.get("place")
    )
    told = [f"{chat.wording.term('sore_on', place)} {n} ×" for place, n in places.items()]
    if side := chat.answers.worse_side:
        told.append(chat.wording.term("sore_on", side))
    if told:
        yield "sides", ", ".join(told)


def _course(chat: Conversation, notes: Sequence[Note]) -> Iterator[Line]:
    for line in course_lines(chat.wording, course.told(notes)):
        if line["amounts"]:
            change = chat.wording.term("course_change", line["change"]) if line["change"] else ""
            yield "course", f"{line['name']}: {line['amounts']}{change}"
