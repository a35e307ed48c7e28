"""Cards of one runner: an exercise that their own physio gave, guided like any other. Pure.

It has no picture, grows by nobody's rule, and counts for no area: only the physio knows. Weeks are
counted from the cards of the library. Its own area is there for the gate: what rests the hip rests
it as well.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from content.authoring.model import Unfit
from content.catalog.card import Card, Dose
from content.catalog.taxonomy import Area, Kind, Moment, Position, Sides

PREFIX = "own-"
LONGEST_ID = 36
LONGEST_HOLD, MOST_REPS, MOST_SETS = 120, 30, 4
_OTHER = re.compile(r"[^a-z0-9]+")


def is_private(card_id: str) -> bool:
    return card_id.startswith(PREFIX)


def private_cards(kept: Iterable[Mapping[str, Any]], words: Mapping[str, str]) -> dict[str, Card]:
    """Those of a runner by id; one with a dose that no clock leads through is none."""
    found = [card for each in kept if (card := private_card(each, words))]
    return {card.id: card for card in found}


def private_card(told: Mapping[str, Any], words: Mapping[str, str]) -> Card | None:
    """`told` is what was kept of it (see content/intents/prescription.py), `words` what a card
    says that nobody wrote.
    """
    dose = _dose(told)
    slug = _OTHER.sub("-", told["name"].lower()).strip("-")
    if dose is None or not slug:
        return None
    one_side = told["side"] in ("left", "right")
    try:
        return Card(
            id=f"{PREFIX}{slug}"[:LONGEST_ID].rstrip("-"),
            name=f"{told['name']}, {told['side']}" if one_side else told["name"],
            kind=Kind.STRENGTHEN,
            areas=(Area.HIP_JOINT,),
            position=Position.STANDING,
            moments=(Moment.REST_DAY,),
            level=1,
            sides=Sides.EACH if told["side"] == "each" else Sides.BOTH,
            side_is=words["side_is"] if told["side"] == "each" else None,
            dose=dose,
            setup=(words["setup"],),
            steps=(words["begin"], words["end"]),
            cues=(words["cue"],),
            summary=words["summary"],
            feel=words["feel"],
            not_feel=words["not_feel"],
            stop=words["stop"],
            status="standard",
        )
    except Unfit:
        return None


def _dose(told: Mapping[str, Any]) -> Dose | None:
    sets, count = told["sets"], told["count"]
    if not 1 <= sets <= MOST_SETS or not 1 <= count <= (
        LONGEST_HOLD if told["seconds"] else MOST_REPS
    ):
        return None
    try:
        return Dose(hold_s=count, sets=sets) if told["seconds"] else Dose(reps=count, sets=sets)
    except Unfit:
        return None
