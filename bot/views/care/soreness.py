"""How soreness is asked about, and what the answer means."""

from bot.dispatch.reply import Button, Reply, Rows, button
from content.coaching.soreness import HIGHEST, Light, Place, Soreness
from content.wording.messages import Wording


def scale(wording: Wording, when: str) -> Rows:
    """0 to 10 in two rows of thumbs' width."""
    scores = [
        Button(wording.label("score", number=n), f"sore:{n}:{when}") for n in range(HIGHEST + 1)
    ]
    return [scores[:6], scores[6:]]


def how_sore(wording: Wording) -> Reply:
    return Reply(wording.message("how_sore"), scale(wording, "after"))


def sore_where(wording: Wording, told: Soreness, when: str) -> Reply:
    """Trained muscles, or one spot? The buttons name the answer that they are about."""
    about = f"sore-at:{told.day}:{when}"
    rows = [
        [button(wording, "sore_muscles", f"{about}:{Place.MUSCLES}")],
        [button(wording, "sore_spot", f"{about}:{Place.SPOT}")],
    ]
    return Reply(wording.message("sore_where", amount=int(told.amount)), rows)


def sore(
    wording: Wording,
    amount: float,
    light: Light,
    *,
    logged: bool,
    again: bool,
    lasts: bool,
    place: Place | None = None,
) -> Reply:
    """What the answer means for the next session."""
    text = wording.message(
        "check_in",
        amount=int(amount),
        light=light.value,
        logged=logged,
        again=again,
        lasts=lasts,
        place=place.value if place else None,
    )
    if light is Light.STOP:
        return Reply(
            text, [[button(wording, "better_now", "sore")], [button(wording, "physio", "physio")]]
        )
    more = button(wording, "one_more", "more") if logged else button(wording, "today", "today")
    rows = [[more]] if light is Light.GO or not logged else []
    return Reply(text, [*rows, [button(wording, "physio", "physio")]] if lasts else rows)
