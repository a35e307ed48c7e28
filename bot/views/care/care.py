"""How soreness and red flags are asked about and answered."""

from collections.abc import Sequence

from bot.dispatch.reply import Button, Reply, Rows, button
from bot.values.care_question import AreasRest, CareQuestion, ProgrammeRests, WasSore
from content.catalog.taxonomy import Area
from content.coaching.soreness import HIGHEST, Light
from content.intents.meaning import Meaning
from content.screening.urgency import Urgency
from content.wording.messages import label, message, term

ALL = len(Area)


def scale(when: str) -> Rows:
    """0 to 10 in two rows of thumbs' width."""
    scores = [Button(label("score", number=n), f"sore:{n}:{when}") for n in range(HIGHEST + 1)]
    return [scores[:6], scores[6:]]


def how_sore() -> Reply:
    return Reply(message("how_sore"), scale("after"))


def sore(amount: float, light: Light, *, logged: bool, again: bool) -> Reply:
    """What the answer means for the next session."""
    text = message("check_in", amount=int(amount), light=light.value, logged=logged, again=again)
    if light is Light.STOP:
        return Reply(text, [[button("better_now", "sore")], [button("physio", "physio")]])
    more = button("one_more", "more") if logged else button("today", "today")
    return Reply(text, [[more]] if light is Light.GO or not logged else [])


def danger(meaning: Meaning, areas: Sequence[Area]) -> Reply:
    """A referral: whom to see for this flag, and how soon; and what rests meanwhile."""
    urgency = (meaning.urgency or Urgency.NOW).value
    advice = term("flags", meaning.flag or "injury")
    text = message("danger", urgency=urgency, advice=advice, resting=_named(areas))
    return Reply(text, [] if urgency == Urgency.NOW else [[button("physio", "physio")]])


def _named(areas: Sequence[str]) -> str | None:
    """The areas in words; all of them have one name."""
    if not areas:
        return None
    return term("areas", "all") if len(areas) == ALL else ", ".join(term("areas", a) for a in areas)


def question(asked: CareQuestion) -> Reply:
    """What is open before any exercise."""
    match asked:
        case AreasRest(words, areas):
            return _how_is_it(words, areas)
        case ProgrammeRests():
            return Reply(message("programme_rests"), _care())
        case WasSore(amount):
            return Reply(message("how_sore_today", yesterday=int(amount)), scale("morning"))


def _how_is_it(words: str, areas: Sequence[str]) -> Reply:
    text = message("how_is_it", words=words, resting=_named(areas))
    rows = [[button("gone", "lock:gone"), button("still", "lock:still")], *_care()]
    return Reply(text, rows)


def glad() -> Reply:
    return Reply(message("glad"), [[button("today", "today")]])


def resting(areas: Sequence[str]) -> Reply:
    """Asked for what rests."""
    return Reply(message("resting", resting=_named(areas)), _care())


def _care() -> Rows:
    """Seen by somebody, or a sheet to take along."""
    return [[button("cleared", "lock:cleared")], [button("physio", "physio")]]


def answered(answer: str, *, open_: bool) -> Reply:
    text = message("lock_answered", answer=answer, resting=open_)
    return Reply(text, _care() if open_ else [[button("today", "today")]])
