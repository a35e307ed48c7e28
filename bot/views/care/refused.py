"""Why a card stays shut, since when, whom to see, and the way out."""

from bot.dispatch.reply import Reply, Rows, button
from bot.views.care.care import named_areas, way_out
from content.catalog.card import Card
from content.coaching.gate import Refusal, Why
from content.screening.after_flag.complaints import A_DAY, GRADED, Allowed, Complaint
from content.screening.remarks import UNSAID
from content.wording.messages import Wording


def refused(wording: Wording, refusal: Refusal, card: Card | None = None) -> Reply:
    told = refusal.complaint
    text = wording.message(
        "refused",
        why=refusal.why.value,
        card=card.name if card else None,
        words=words_of(told),
        since=told.since if told else None,
        resting=named_areas(wording, told.areas) if told else None,
        advice=wording.term("flags", told.flag) if told and told.flag else None,
        may_end=bool(told and told.may_end),
        until=_until(told),
        condition=wording.term("conditions", refusal.condition) if refusal.condition else None,
        kit=", ".join(wording.term("kit", each) for each in refusal.kit) or None,
    )
    return Reply(text, _out(wording, refusal, card))


def words_of(told: Complaint | None) -> str | None:
    """The runner's own words, unless they are better not repeated."""
    return told.quote or None if told and told.flag not in UNSAID else None


def _until(told: Complaint | None) -> object:
    if told is None or told.cleared is None or told.allowed is not Allowed.EVERYTHING:
        return told.until if told else None
    return told.cleared + GRADED - A_DAY


def _out(wording: Wording, refusal: Refusal, card: Card | None) -> Rows:
    """What the runner can do about it."""
    today = [button(wording, "today", "today")]
    match refusal.why:
        case Why.COMPLAINT if refusal.complaint:
            return way_out(wording, refusal.complaint)
        case Why.SORE:
            return [
                [button(wording, "better_now", "sore")],
                [button(wording, "physio", "physio")],
            ]
        case Why.GRADED if refusal.complaint and refusal.complaint.allowed is Allowed.GENTLE:
            name = refusal.complaint.id
            return [[button(wording, "allowed_more", f"lock:cleared:{name}")], today]
        case Why.CONDITION | Why.IRRITABLE:
            return [[button(wording, "body_change", "state")], today]
        case Why.HIDDEN if card:
            return [[button(wording, "bring_back", f"unhide:{card.id}")], today]
        case Why.KIT:
            return [[button(wording, "kit_change", "set:kit")], today]
    return [today]
