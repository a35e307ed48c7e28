"""How an answer to an ask looks."""

from collections.abc import Mapping, Sequence

from bot.dispatch.reply import Button, Reply, button
from bot.views.session.reasons import because
from content.catalog.card import Card
from content.catalog.taxonomy import Moment, Side
from content.coaching.recommend.choose import Choice
from content.intents.meaning import Meaning
from content.pictures.output.naming import picture_name
from content.wording.messages import Wording


def choice(
    wording: Wording,
    found: Choice,
    cards: Mapping[str, Card],
    wish: Meaning,
    *,
    run_near: bool = False,
) -> Reply:
    """The card, why this one, what had to be dropped, and two others.

    `run_near`: the schedule, and not the wish, says that it is for before a run.
    """
    card = cards[found.card]
    held = "card" in found.dropped or "kind" in found.dropped
    text = wording.message(
        "choice",
        card=card,
        because=because(wording, found.reasons),
        dropped=[wording.term("dropped", each) for each in found.dropped if each != "card"],
        named=None if found.card == wish.card else wish.named,
        run_near=run_near,
        held=held and wish.moment is Moment.BEFORE_RUN,
        foreign=wish.language is not None,
    )
    others = [[Button(cards[each].name, f"card:{each}")] for each in found.alternatives]
    rows = [[button(wording, "start", f"card:{card.id}")], *others]
    return Reply(text, rows, picture=picture_name(card, wish.side))


def nothing_fits(wording: Wording, *, reviewed_only: bool) -> Reply:
    return Reply(wording.message("nothing_fits", reviewed_only=reviewed_only))


def lost(wording: Wording, spots: Sequence[str]) -> Reply:
    return Reply(wording.message("lost", spots=spots), [[button(wording, "today", "today")]])


def unsure(wording: Wording, readings: Sequence[str]) -> Reply:
    """Two or three clear messages, each a button that says it."""
    rows = [[Button(each[:1].upper() + each[1:], f"say:{each}")] for each in readings]
    return Reply(wording.message("unsure"), rows)


def off_topic(wording: Wording) -> Reply:
    return Reply(wording.message("off_topic"), [[button(wording, "today", "today")]])


def worse(wording: Wording, side: Side) -> Reply:
    return Reply(
        wording.message("worse_side", side=wording.term("sides", side)),
        [[button(wording, "undo", "unprefer")]],
    )
