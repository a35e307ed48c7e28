"""How an answer to an ask looks."""

from collections.abc import Mapping, Sequence

from bot.dispatch.reply import Button, Reply, button
from bot.views.session.reasons import because, left_out
from content.catalog.card import Card
from content.catalog.taxonomy import Moment, Side
from content.coaching.recommend.choose import ALTERNATIVES, Choice
from content.coaching.recommend.instead import WhyNot
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
    held = "kind" in found.dropped or (
        found.instead is not None and found.instead.why is WhyNot.RUN
    )
    text = wording.message(
        "choice",
        card=card,
        because=because(wording, found.reasons),
        dropped=left_out(wording, found.dropped, wish),
        instead=_instead(wording, found, cards),
        named=wish.named,
        run_near=run_near,
        held=held and wish.moment is Moment.BEFORE_RUN,
        foreign=wish.language is not None,
    )
    others = [[Button(cards[each].name, f"card:{each}")] for each in offered(found)[1:]]
    rows = [[button(wording, "start", f"card:{card.id}")], *others]
    return Reply(text, rows, picture=picture_name(card, wish.side))


def offered(found: Choice) -> tuple[str, ...]:
    """The cards on the screen in their order: this one, the named one where kit may be there after
    all, and others.
    """
    named = (found.instead.card,) if found.instead and _why_not(found) is WhyNot.KIT else ()
    return tuple(dict.fromkeys((found.card, *named, *found.alternatives)))[: ALTERNATIVES + 1]


def _why_not(found: Choice) -> WhyNot | None:
    return found.instead.why if found.instead else None


def _instead(wording: Wording, found: Choice, cards: Mapping[str, Card]) -> dict[str, str] | None:
    """Why the card that was named is not this one; before a run the text says it anyway."""
    no = found.instead
    if no is None or no.why is WhyNot.RUN:
        return None
    kit = " and ".join(wording.term("kit", each) for each in no.kit)
    return {"name": cards[no.card].name, "why": no.why.value, "kit": kit}


def nothing_fits(wording: Wording, *, reviewed_only: bool) -> Reply:
    return Reply(wording.message("nothing_fits", reviewed_only=reviewed_only))


def foreign(wording: Wording, readings: Sequence[str]) -> Reply:
    """Not understood, and in another language; what it may be is on buttons."""
    rows = _said(readings) or [[button(wording, "today", "today")]]
    return Reply(wording.message("foreign", asks=bool(readings)), rows)


def lost(wording: Wording, spots: Sequence[str], *, told: bool) -> Reply:
    """`told`: it told something, and asked for nothing."""
    text = wording.message("lost", spots=spots, told=told)
    return Reply(text, [[button(wording, "today", "today")]])


def unsure(wording: Wording, readings: Sequence[str], *, likely: bool) -> Reply:
    """Up to three clear messages, each a button that says it, and a way out.

    `likely`: the first of them is asked about by itself.
    """
    rows = [*_said(readings), [button(wording, "something_else", "else:")]]
    first = readings[0].rstrip("?") if likely else None
    return Reply(wording.message("unsure", first=first), rows)


def _said(readings: Sequence[str]) -> list[list[Button]]:
    """A button for each of these messages, which says it."""
    return [[Button(each[:1].upper() + each[1:], f"meant:{each}")] for each in readings]


def something_else(wording: Wording) -> Reply:
    return Reply(wording.message("something_else"), [[button(wording, "today", "today")]])


def off_topic(wording: Wording) -> Reply:
    return Reply(wording.message("off_topic"), [[button(wording, "today", "today")]])


def worse(wording: Wording, side: Side) -> Reply:
    return Reply(
        wording.message("worse_side", side=wording.term("sides", side)),
        [[button(wording, "undo", "unprefer")]],
    )
