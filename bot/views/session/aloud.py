"""How a recording looks: all that it says stands below it, or in messages before it."""

from collections.abc import Sequence
from dataclasses import asdict

from bot.dispatch.reply import Button, Reply, Rows, button
from bot.values.aloud import Aloud, AloudMove
from bot.views.guide.steps import whole_page
from content.audio.captions import as_written, captions
from content.audio.pace import Pace
from content.audio.script import SpokenMove, script
from content.audio.spoken import Spoken
from content.wording.messages import Wording
from content.wording.telegram_html import CAPTION_UNITS, UNITS, plain, units

GAP = "\n\n"


def talk_button(wording: Wording, card_id: str = "", day: object = None, how: str = "") -> Button:
    """Talks through a card, or without one through the session of that day."""
    return button(wording, "talk", f"talk:{card_id}:{day or ''}:{how}")


def recorded(wording: Wording, spoken: Spoken, aloud: Aloud, *, wary: bool) -> list[Reply]:
    """The recording with its words, so that nobody has to hear it; the last of them speaks.

    Folded above it stands what it says, word for word.
    """
    said = _read_along(wording, spoken, aloud)
    pages = [
        whole_page(wording, move.card, move.place.lean, turn=at, turns=len(aloud.moves), wary=wary)
        for at, move in enumerate(aloud.moves, start=1)
    ]
    whole = GAP.join([_caption(wording, aloud, above=False), *pages])
    if units(plain(whole)) <= CAPTION_UNITS:
        return [*said, _spoken(wording, aloud, whole)]
    return [
        *said,
        *(Reply(text) for text in _messages(pages)),
        _spoken(wording, aloud, _caption(wording, aloud, above=True)),
    ]


def _read_along(wording: Wording, spoken: Spoken, aloud: Aloud) -> list[Reply]:
    moves = [
        SpokenMove(each.card, each.place.lean.first, each.place.lean.more, each.known)
        for each in aloud.moves
    ]
    texts = captions(script(moves, as_written(spoken), aloud.pace))
    return [
        Reply(wording.message("captions", lines=lines, page=page, pages=len(texts)))
        for page, lines in enumerate(texts, start=1)
    ]


def _spoken(wording: Wording, aloud: Aloud, text: str) -> Reply:
    voice = {
        "moves": [_move(each) for each in aloud.moves],
        "pace": aloud.pace.value,
        "instead": GAP.join([wording.message("aloud_not"), text]),
    }
    return Reply(text, _buttons(wording, aloud), voice=voice)


def _move(move: AloudMove) -> list[object]:
    lean = move.place.lean
    return [move.card.id, asdict(move.card.dose), lean.first.value, lean.more, move.known]


def _caption(wording: Wording, aloud: Aloud, *, above: bool) -> str:
    moves = [
        {"name": move.card.name, "dose": wording.message("dose", card=move.card)}
        for move in aloud.moves
    ]
    return wording.message("aloud", moves=moves, above=above)


def _messages(pages: Sequence[str]) -> list[str]:
    """As few as hold them all, each move whole."""
    texts = [pages[0]]
    for page in pages[1:]:
        longer = texts[-1] + GAP + page
        if units(plain(longer)) <= UNITS:
            texts[-1] = longer
        else:
            texts.append(page)
    return texts


def _buttons(wording: Wording, aloud: Aloud) -> Rows:
    card_id = "" if aloud.whole else aloud.moves[0].card.id
    about = f"talk:{card_id}:{aloud.day or ''}:"
    length = "k" if aloud.known else "f"
    other = ("talk_full", "f") if aloud.known else ("talk_short", "k")
    pace = ("talk_slow", "s") if aloud.pace is Pace.NORMAL else ("talk_usual", "n")
    ways = [
        button(wording, other[0], about + other[1]),
        button(wording, pace[0], about + length + pace[1]),
    ]
    if aloud.whole:
        return [[button(wording, "done", f"done:{aloud.day}")], ways]
    return [[button(wording, "hurts", f"leave:hurts:{card_id}:{aloud.day or ''}")], ways]
