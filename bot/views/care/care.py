"""How soreness and red flags are asked about and answered."""

from collections.abc import Sequence

from bot.dispatch.reply import Button, Reply, Rows, button
from bot.values.care_question import AreasRest, CareQuestion, ProgrammeRests, WasSore
from content.catalog.taxonomy import Area
from content.coaching.soreness import HIGHEST, Light
from content.intents.meaning import Meaning
from content.screening.urgency import Urgency
from content.wording.messages import Wording

ALL = len(Area)


def scale(wording: Wording, when: str) -> Rows:
    """0 to 10 in two rows of thumbs' width."""
    scores = [
        Button(wording.label("score", number=n), f"sore:{n}:{when}") for n in range(HIGHEST + 1)
    ]
    return [scores[:6], scores[6:]]


def how_sore(wording: Wording) -> Reply:
    return Reply(wording.message("how_sore"), scale(wording, "after"))


def sore(wording: Wording, amount: float, light: Light, *, logged: bool, again: bool) -> Reply:
    """What the answer means for the next session."""
    text = wording.message(
        "check_in", amount=int(amount), light=light.value, logged=logged, again=again
    )
    if light is Light.STOP:
        return Reply(
            text, [[button(wording, "better_now", "sore")], [button(wording, "physio", "physio")]]
        )
    more = button(wording, "one_more", "more") if logged else button(wording, "today", "today")
    return Reply(text, [[more]] if light is Light.GO or not logged else [])


def danger(wording: Wording, meaning: Meaning, areas: Sequence[Area]) -> Reply:
    """A referral: whom to see for this flag, and how soon; and what rests meanwhile."""
    urgency = (meaning.urgency or Urgency.NOW).value
    advice = wording.term("flags", meaning.flag or "injury")
    text = wording.message("danger", urgency=urgency, advice=advice, resting=_named(wording, areas))
    return Reply(text, [] if urgency == Urgency.NOW else [[button(wording, "physio", "physio")]])


def _named(wording: Wording, areas: Sequence[str]) -> str | None:
    """The areas in words; all of them have one name."""
    if not areas:
        return None
    return (
        wording.term("areas", "all")
        if len(areas) == ALL
        else ", ".join(wording.term("areas", a) for a in areas)
    )


def question(wording: Wording, asked: CareQuestion) -> Reply:
    """What is open before any exercise."""
    match asked:
        case AreasRest(words, areas):
            return _how_is_it(wording, words, areas)
        case ProgrammeRests():
            return Reply(wording.message("programme_rests"), _care(wording))
        case WasSore(amount):
            return Reply(
                wording.message("how_sore_today", yesterday=int(amount)), scale(wording, "morning")
            )


def _how_is_it(wording: Wording, words: str, areas: Sequence[str]) -> Reply:
    text = wording.message("how_is_it", words=words, resting=_named(wording, areas))
    rows = [
        [button(wording, "gone", "lock:gone"), button(wording, "still", "lock:still")],
        *_care(wording),
    ]
    return Reply(text, rows)


def glad(wording: Wording) -> Reply:
    return Reply(wording.message("glad"), [[button(wording, "today", "today")]])


def resting(wording: Wording, areas: Sequence[str]) -> Reply:
    """Asked for what rests."""
    return Reply(wording.message("resting", resting=_named(wording, areas)), _care(wording))


def _care(wording: Wording) -> Rows:
    """Seen by somebody, or a sheet to take along."""
    return [[button(wording, "cleared", "lock:cleared")], [button(wording, "physio", "physio")]]


def answered(wording: Wording, answer: str, *, open_: bool) -> Reply:
    text = wording.message("lock_answered", answer=answer, resting=open_)
    return Reply(text, _care(wording) if open_ else [[button(wording, "today", "today")]])
